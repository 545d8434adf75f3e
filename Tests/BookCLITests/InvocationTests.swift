import Testing

@Suite("What is typed and what comes of it")
struct InvocationTests {
  static let noFolder = "bookc: cannot read 'nowhere': there is no such folder"

  static let right: [Invocation] = [
    Invocation("sound --out dist", 0, output: "The Ledger\n  dist/the-ledger"),
    Invocation("build sound --formats epub", 0, output: "  sound/dist/the-ledger.epub"),
    Invocation("build sound --out a/b --formats epub", 0, output: "a/b/the-ledger.epub"),
    Invocation("build sound --out x/mine.epub", 0, output: "x/mine.epub"),
    Invocation("build sound/ --formats html", 0, output: "  sound/dist/html/index.html"),
    Invocation("build sound --formats epub --theme modern --jobs 1", 0, output: "1 person"),
    Invocation(
      "build sound --formats epub --timings", 0, output: "The Ledger", errors: " ms  "),
    Invocation(
      "build warned --formats epub", 0, output: "the-ledger.epub", errors: "warning[B0801]"),
    Invocation(
      "check sound", 0,
      output: "1 chapter, 12 words:\n  sound/chapters/01-one.md  12\nsound: nothing to mend"),
    Invocation("check warned", 0, output: "warned: 1 warning", errors: "warning[B0801]"),
    Invocation("check warned --format json", 0, output: "\"B0801\""),
    Invocation("check warned --format sarif", 0, output: "\"ruleId\": \"B0801\""),
    Invocation(
      "check warned --format github", 0, output: "::warning file=warned/chapters/01-one.md"),
    Invocation("scan people letter.txt", 0, output: "Tobias"),
    Invocation("scan people letter.txt --format json", 0, output: "\"Tobias Finch\""),
    Invocation("scan people sound", 0, errors: "nothing new is found"),
    Invocation("scan dates letter.txt", 0, output: "1954-05"),
    Invocation("scan events letter.txt --format text", 0, output: "Met Tobias Finch"),
    Invocation("scan events letter.txt --all", 0, output: "\"trigger\""),
    Invocation("scan dates sound --format json", 0, output: "\"edtf\":\"1953-21\""),
    Invocation("scan dates sound/chapters/01-one.md --book sound", 0, output: "1953-21"),
    Invocation("people import tree.ged", 0, output: "Marsh"),
    Invocation("people import tree.ged --book sound --write", 0, output: "sound/people.yaml"),
    Invocation("people extract ruth-berg --book sound", 0, output: "Ruth Berg"),
    Invocation("people extract ruth-berg --book sound --out r.html", 0, output: "r.html\n"),
    Invocation("people consent sound", 0, output: "Berg, Ruth (ruth-berg)"),
    Invocation("people consent sound --format json", 0, output: "\"ruth-berg\""),
    Invocation("date 2014-22", 0, output: "summer 2014\n  earliest  2014-06-01"),
    Invocation("date --format json -- 1890~", 0, output: "\"level\": 1"),
    Invocation("diff sound changed", 0, output: "[-cold-] {+warm+}"),
    Invocation("diff sound changed --format json", 0, output: "warm"),
    Invocation("diff sound changed --out changes.html", 0, output: "changes.html\n"),
    Invocation("explain", 0, output: "B0801  warning  a word stands twice in a row"),
    Invocation("explain book.yaml", 0, output: "\ntrim: 6 x 9 in\n    words. The size of"),
    Invocation("explain people.yaml", 0, output: "privacy: initials"),
    Invocation("explain b0801", 0, output: "B0801: a word stands twice in a row (warning)"),
    Invocation("new fresh", 0, output: "bookc build fresh"),
    Invocation("init drafts --author Jane", 0, output: "1 chapter, 3 words:\n  one.md  3\n"),
    Invocation("--version", 0, output: "."),
    Invocation("scan", 0, output: "SUBCOMMANDS"),
    Invocation("people", 0, output: "SUBCOMMANDS"),
  ]

  @Test("exit status 0", arguments: right)
  func rightUse(_ invocation: Invocation) throws { try invocation.hold() }

  static let faultsOfTheBook: [Invocation] = [
    Invocation("build broken", 1, errors: "bookc: 1 error: no book was made"),
    Invocation("build warned --strict", 1, errors: "error[B0801]"),
    Invocation(
      "check broken", 1, output: "  broken/chapters/01-one.md  3\n", errors: "error[B0202]"),
    Invocation("check broken --format json", 1, output: "\"B0202\""),
    Invocation("check broken --format github", 1, output: "::error "),
    Invocation(
      "check warned --strict", 1, output: "1 chapter, 7 words:\n", errors: "bookc: 1 error"),
    Invocation("check empty", 1, errors: "error[B0116]"),
    Invocation("date nonsense", 1, errors: "bookc: 'nonsense' is not a date"),
  ]

  @Test("exit status 1: the book is at fault", arguments: faultsOfTheBook)
  func faultyBook(_ invocation: Invocation) throws { try invocation.hold() }

  static let wrongUsage: [Invocation] = [
    Invocation("nowhere", 2, errors: noFolder),
    Invocation("build nowhere", 2, errors: noFolder),
    Invocation("check nowhere", 2, errors: noFolder),
    Invocation("preview nowhere", 2, errors: noFolder),
    Invocation("bild sound", 2, errors: "did you mean 'bookc build sound'?"),
    Invocation(
      "sound build", 2, errors: "the command comes before the book: 'bookc build sound'"),
    Invocation("build sound --pdf", 2, errors: "'bookc build sound --formats pdf'"),
    Invocation("sound --format epub", 2, errors: "'bookc build sound --formats epub'"),
    Invocation("build sound --format=html", 2, errors: "'bookc build sound --formats html'"),
    Invocation("build sound -f epub,pdf", 2, errors: "'bookc build sound --formats epub,pdf'"),
    Invocation("build SOUND", 2, errors: "there is no such folder; did you mean sound?"),
    Invocation("check ./soud", 2, errors: "there is no such folder; did you mean sound?"),
    Invocation("build sound/book.yaml", 2, errors: "give sound instead"),
    Invocation("check sound/chapters/01-one.md", 2, errors: "give sound instead"),
    Invocation("preview sound/chapters", 2, errors: "a folder within a book: give sound instead"),
    Invocation("build letter.txt", 2, errors: "it is a file, and a book is a folder"),
    Invocation("build sound --out warned", 2, errors: "'warned' is another book"),
    Invocation("build the.EPUB", 2, errors: "there is no such folder"),
    Invocation("scan people nowhere", 2, errors: "cannot read 'nowhere'"),
    Invocation("scan dates nowhere", 2, errors: "cannot read 'nowhere'"),
    Invocation("scan people empty", 2, errors: "'empty' could not be read as a book"),
    Invocation("scan people sound/chapters/01-one.md --book warned", 2, errors: "is not a chapter"),
    Invocation("scan people letter.txt --write", 2, errors: "--book"),
    Invocation("scan people sound --ignore Finch", 2, errors: "add --write"),
    Invocation("people import nowhere.ged", 2, errors: "cannot read 'nowhere.ged'"),
    Invocation("people extract nobody --book sound", 2, errors: "no person 'nobody'"),
    Invocation("verify nowhere.json --book sound", 2, errors: "cannot read 'nowhere.json'"),
    Invocation("diff sound nowhere", 2, errors: "git"),
    Invocation("explain B9301", 2, errors: "did you mean 'B0301'?"),
    Invocation("init sound", 2, errors: "'sound' is a book already"),
    Invocation("init empty", 2, errors: "there are no chapters in 'empty'"),
    Invocation("explain bok.yaml", 2, errors: "did you mean 'book.yaml'?"),
    Invocation("new sound", 2, errors: "'sound' is there already"),
    Invocation("build sound --formats doc", 2, errors: "there is no format 'doc'"),
    Invocation("build sound --theme nope", 2, errors: "there is no theme 'nope'"),
    Invocation("build sound --pdf-profile x", 2, errors: "there is no PDF profile 'x'"),
    Invocation("build sound --since v1", 2, errors: "git"),
    Invocation("build sound --jobs 0", 2, errors: "--jobs takes a number from 1 to 256."),
    Invocation("build sound --bogus", 2, errors: "Unknown option '--bogus'"),
    Invocation("build sound warned", 2, errors: "Unexpected argument 'warned'"),
    Invocation("check sound --format yaml", 2, errors: "yaml"),
    Invocation("preview sound --port 70000", 2, errors: "--port takes a number from 1 to 65535."),
    Invocation("date", 2, errors: "Missing expected argument"),
    Invocation("new", 2, errors: "Missing expected argument"),
    Invocation("verify", 2, errors: "Missing expected argument"),
    Invocation("build sound --formats epub --out sound/book.yaml/in", 2, errors: "cannot write"),
    Invocation("build sound --out sound/book.yaml/in.epub", 2, errors: "is a file, and"),
    Invocation(
      "people extract ruth-berg --book sound --out letter.txt/r", 2, errors: "cannot write"),
    Invocation("diff sound changed --out letter.txt/c.html", 2, errors: "cannot write"),
    Invocation("new letter.txt/book", 2, errors: "cannot write 'letter.txt'"),
  ]

  @Test("exit status 2: wrong usage, or the machine", arguments: wrongUsage)
  func usageIsWrong(_ invocation: Invocation) throws { try invocation.hold() }

  static let commands = [
    "", "build", "check", "preview", "scan", "scan people", "scan dates", "scan events", "date",
    "diff", "people",
    "people import", "people extract", "people consent", "verify", "explain", "new", "init",
    "import",
  ]

  @Test("the help of every command has an example of it", arguments: commands)
  func help(command: String) throws {
    let outcome = try Desk.with { try $0.bookc("\(command) --help") }
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("EXAMPLE"))
    #expect(outcome.output.contains("  bookc \(command)"))
  }

  @Test("unless it is told otherwise the preview is for this machine alone")
  func previewListensHere() throws {
    let help = try Desk.with { try $0.bookc("preview --help") }
    #expect(help.output.contains("(default: 127.0.0.1)"))
  }

  @Test("the table of commands is whole")
  func everyCommandIsListed() throws {
    let outcome = try Desk.with { try $0.bookc("--help") }
    let list = try #require(outcome.output.components(separatedBy: "SUBCOMMANDS:").last)
    let names = list.matches(of: /(?m)^  ([a-z]+)/).map { String($0.1) }
    #expect(Set(names) == Set(Self.commands.filter { !$0.isEmpty && !$0.contains(" ") }))
  }
}
