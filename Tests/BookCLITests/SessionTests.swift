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
      #expect(try desk.bookc("check").output == ".: nothing to mend\n")
      try desk.put("Book/book.yaml", "title: There\nauthor: A B\nlanguage: en\n")
      try desk.put("Book/chapters/1.md", "# One\n\nThere.\n")
      #expect(try desk.bookc("check").output == "Book: nothing to mend\n")
      #expect(try desk.bookc("--formats epub").output.hasPrefix("There\n  dist/there.epub"))
      #expect(desk.exists("dist/build.json"))
    }
  }

  @Test("a book begun with `new` has nothing to mend, is built, verified and checked")
  func newBook() throws {
    try Desk.with { desk in
      #expect(try desk.bookc("new fresh").status == 0)
      let built = try desk.bookc("build fresh --formats epub --strict")
      #expect(built.status == 0)
      #expect(built.errors.isEmpty)
      let verified = try desk.bookc("verify dist/build.json --book fresh")
      #expect(verified.output == "my-memoir.epub: same\nverified\n")
      #expect(try desk.bookc("check dist/my-memoir.epub").status == 0)
    }
  }

  @Test("a build of other words is not verified")
  func otherBytes() throws {
    try Desk.with { desk in
      #expect(try desk.bookc("build sound --formats epub").status == 0)
      let other = try desk.bookc("verify dist/build.json --book changed")
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
      #expect(try desk.bookc("build sound --formats epub").status == 0)
      let file = desk.folder.appending(path: "dist/the-ledger.epub")
      let before = try Data(contentsOf: file)
      let failed = try desk.bookc("build broken --formats epub")
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
