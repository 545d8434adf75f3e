import BookTestSupport
import Foundation

/// A folder with books of every condition, and `bookc` to be run in it.
struct Desk {
  let program: BuiltProgram
  let folder: URL

  /// Lays out the books and gives the desk to `body`.
  static func with<Result>(_ body: (Desk) throws -> Result) throws -> Result {
    let program = try BuiltProgram()
    return try withTemporaryFolder { folder in
      let desk = Desk(program: program, folder: folder)
      try desk.layOut()
      return try body(desk)
    }
  }

  /// Runs bookc with words as they are typed, blanks between them.
  func bookc(_ line: String, environment: [String: String] = [:]) throws -> BuiltProgram.Outcome {
    try program.run(
      line.split(separator: " ").map(String.init), in: folder, environment: environment)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  func put(_ path: String, _ text: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func layOut() throws {
    let head = "title: The Ledger\nauthor: Jane Roe\nlanguage: en-GB\ndate: 2020-05-01\n"
    try put("sound/book.yaml", head)
    try put("sound/people.yaml", "- id: ruth-berg\n  name: { given: Ruth, family: Berg }\n")
    try put(
      "sound/chapters/01-one.md", "# One\n\nIt was a cold spring in 1953, and Ruth Berg sang.\n")
    try put("warned/book.yaml", head)
    try put("warned/chapters/01-one.md", "# One\n\nWe walked to the the harbour.\n")
    try put("broken/book.yaml", head)
    try put("broken/chapters/01-one.md", "# One\n\nA note.[^gone]\n")
    try put("changed/book.yaml", head)
    try put("changed/people.yaml", "- id: ruth-berg\n  name: { given: Ruth, family: Berg }\n")
    try put(
      "changed/chapters/01-one.md", "# One\n\nIt was a warm spring in 1953, and Ruth Berg sang.\n")
    try put("drafts/one.md", "# One\n\nOnly this.\n")
    try put("empty/notes.txt", "nothing\n")
    try put("letter.txt", "In May 1954 I met Tobias Finch. Tobias Finch had one ear.\n")
    try put(
      "tree.ged",
      "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ada /Marsh/\n0 TRLR\n")
  }
}
