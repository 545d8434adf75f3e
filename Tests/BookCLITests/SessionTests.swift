import BookTestSupport
import Foundation
import Testing

@Suite("One command after another")
struct SessionTests {
  @Test("without a name the book is ./Book, then the current folder")
  func defaultBook() throws {
    try Desk.with { desk in
      #expect(try desk.bookc("check").status == 1)
      try desk.put("book.yaml", "title: Here\nauthor: A B\nlanguage: en\n")
      try desk.put("chapters/1.md", "# One\n\nHere.\n")
      #expect(try desk.bookc("check").output.hasSuffix("\n.: nothing to mend\n"))
      try desk.put("Book/book.yaml", "title: There\nauthor: A B\nlanguage: en\n")
      try desk.put("Book/chapters/1.md", "# One\n\nThere.\n")
      #expect(try desk.bookc("check").output.hasSuffix("\nBook: nothing to mend\n"))
      #expect(try desk.bookc("--formats epub").output.hasPrefix("There\n  dist/there.epub"))
      #expect(desk.exists("dist/build.json"))
    }
  }

  @Test("a book begun with `new` has nothing to mend, is built, verified and checked")
  func newBook() throws {
    try Desk.with { desk in
      #expect(try desk.bookc("new fresh --author Jane").status == 0)
      let built = try desk.bookc("build fresh --formats epub --strict")
      #expect(built.status == 0)
      #expect(built.errors.isEmpty)
      let verified = try desk.bookc("verify fresh/dist/build.json")
      #expect(verified.output == "fresh.epub: same\nverified\n")
      #expect(try desk.bookc("check fresh/dist/fresh.epub").status == 0)
    }
  }

  @Test("messages name the command as it was called")
  func calledName() throws {
    try Desk.with { desk in
      let called = ["BOOKC_COMMAND": "Scripts/bookc"]
      let made = try desk.bookc("new fresh", environment: called)
      #expect(made.output.hasSuffix("then: Scripts/bookc build fresh\n"))
      let slip = try desk.bookc("bild fresh", environment: called)
      #expect(slip.errors.hasSuffix("did you mean 'Scripts/bookc build fresh'?\n"))
      #expect(try desk.bookc("new fresh").errors.contains(" `bookc init fresh` "))
    }
  }

  @Test("what `new` writes of title and author is read back, whatever the words")
  func names() throws {
    try Desk.with { desk in
      for (title, author) in [
        ("The House at #9", "O'Brien: a life"), ("yes", "Ł. Wójcik"), ("- dash", "Ann \"Nan\" Lee"),
      ] {
        let outcome = try desk.program.run(
          ["new", "my book", "--title=\(title)", "--author=\(author)"], in: desk.folder)
        #expect(outcome.output.hasSuffix("then: bookc build 'my book'\n"))
        let built = try desk.program.run(["build", "my book", "--formats=epub"], in: desk.folder)
        #expect(built.output.hasPrefix(title + "\n  my book/dist/"))
        try FileManager.default.removeItem(at: desk.folder.appending(path: "my book"))
      }
      #expect(!desk.exists("my book/.github"))
    }
  }

  @Test("in a repository of git `new` adds what publishes the book")
  func newInRepository() throws {
    try Desk.with { desk in
      try desk.put(".git/HEAD", "ref: refs/heads/main\n")
      #expect(try desk.bookc("new fresh").output.contains("  .github/workflows/book.yml\n"))
    }
  }

  @Test("a build of other words is not verified")
  func otherBytes() throws {
    try Desk.with { desk in
      #expect(try desk.bookc("build sound --formats epub").status == 0)
      let other = try desk.bookc("verify sound/dist/build.json --book changed")
      #expect(other.status == 1)
      #expect(other.output.contains("the-ledger.epub: "))
      #expect(!other.output.contains("verified\n") || other.output.contains("not verified"))
    }
  }

  @Test("one file asked for is one file written")
  func oneFile() throws {
    try Desk.with { desk in
      #expect(try desk.bookc("build sound --out out/mine.epub").status == 0)
      let made = try FileManager.default.contentsOfDirectory(
        atPath: desk.folder.appending(path: "out").path)
      #expect(made == ["mine.epub"])
    }
  }

  @Test("a book with an error leaves the last good one as it was")
  func lastGoodBook() throws {
    try Desk.with { desk in
      #expect(try desk.bookc("build sound --formats epub --out dist").status == 0)
      let file = desk.folder.appending(path: "dist/the-ledger.epub")
      let before = try Data(contentsOf: file)
      let failed = try desk.bookc("build broken --formats epub --out dist")
      #expect(failed.status == 1)
      #expect(failed.output.isEmpty)
      #expect(try Data(contentsOf: file) == before)
    }
  }

  @Test("`scan people --write` and `--ignore` are remembered")
  func writtenPeople() throws {
    try Desk.with { desk in
      try desk.put(
        "sound/chapters/02-two.md",
        "# Two\n\nTobias Finch had one ear. Tobias Finch sang. The Golden Hind lay there. The Golden"
          + " Hind sailed.\n")
      #expect(try desk.bookc("scan people sound --write --ignore Hind").status == 0)
      let text = try String(
        contentsOf: desk.folder.appending(path: "sound/people.yaml"), encoding: .utf8)
      #expect(text.contains("Finch"))
      #expect(text.contains("Hind"))
      #expect(text.contains("ruth-berg"))
    }
  }

  @Test(
    "SOURCE_DATE_EPOCH must be a number of seconds", arguments: ["x", "-1", "253402300800", "1.5"])
  func wrongEpoch(value: String) throws {
    let outcome = try Desk.with {
      try $0.bookc("build sound", environment: ["SOURCE_DATE_EPOCH": value])
    }
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("SOURCE_DATE_EPOCH is '\(value)'"))
  }

  @Test("the preview says its address and ends with 0 when it is interrupted")
  func preview() throws {
    try Desk.with { desk in
      let port = Int.random(in: 20_000...40_000)
      let process = desk.program.process(
        ["preview", "sound", "--port", "\(port)"], in: desk.folder)
      let said = desk.folder.appending(path: "said.txt")
      try Data().write(to: said)
      process.standardOutput = try FileHandle(forWritingTo: said)
      try process.run()
      var text = ""
      let deadline = Date(timeIntervalSinceNow: 60)
      while !text.contains("Ctrl-C"), process.isRunning, Date() < deadline {
        Thread.sleep(forTimeInterval: 0.05)
        text = try String(contentsOf: said, encoding: .utf8)
      }
      #expect(text.hasPrefix("The book is at http://127.0.0.1:"))
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }
}
