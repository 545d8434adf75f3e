import BookTestSupport
import BookZip
import Foundation
import PDFReading
import Testing

/// A small book in `Tests/Goldens` and what was recorded of it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String

  /// What is recorded of a book, each kind in a folder of its own.
  enum Part: String, CaseIterable {
    case messages, epub, site, reports, pages
  }

  static let folder = projectRoot.appending(path: "Tests/Goldens")

  /// Every case, in order of its name.
  static let all: [GoldenCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/in").path)
    }.map { GoldenCase(name: $0) }
  }()

  var testDescription: String { name }
  var golden: URL { Self.folder.appending(path: "\(name)/golden") }

  /// What bookc makes of the book now.
  func produce(_ part: Part) throws -> FileTree {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        at: Self.folder.appending(path: "\(name)/in"), to: folder.appending(path: "book"))
      let run = GoldenRun(program: try BuiltProgram(), folder: folder)
      switch part {
      case .messages: return try run.messages()
      case .epub: return try run.epub()
      case .site: return try run.site()
      case .reports: return try run.reports()
      case .pages: return try run.pages()
      }
    }
  }
}

/// The book of a case in a folder of its own, where no repository and no theme is near.
struct GoldenRun {
  let program: BuiltProgram
  let folder: URL

  private static let commands: [(file: String, arguments: String)] = [
    ("build.txt", "build book --out out --formats epub,html"),
    ("check.txt", "check book"),
    ("check-json.txt", "check book --format json"),
    ("scan-people.txt", "scan people book"),
    ("scan-people-json.txt", "scan people book --format json"),
    ("scan-dates.txt", "scan dates book"),
    ("scan-dates-json.txt", "scan dates book --format json"),
    ("scan-events.txt", "scan events book"),
  ]

  func messages() throws -> FileTree {
    var tree = FileTree()
    for command in Self.commands { tree[command.file] = try transcript(command.arguments) }
    return tree
  }

  func epub() throws -> FileTree {
    _ = try transcript("build book --out out --formats epub")
    return try unpackedBook()
  }

  func site() throws -> FileTree {
    _ = try transcript("build book --out out --formats html")
    return try FileTree(below: folder.appending(path: "out/html"))
  }

  func reports() throws -> FileTree {
    _ = try transcript("build book --out out --formats epub,html")
    var tree = try made().filter { $0.hasSuffix(".json") && !$0.contains("/") }
    // The bytes of an archive are zlib's affair.
    tree["build.json"] = tree["build.json"].map {
      $0.replacing(/"(bytes)": ?\d+|"(sha256)": ?"\w+"/) { match in
        "\"\(match.1 ?? match.2 ?? "")\": …"
      }
    }
    return tree
  }

  /// The PDF as a screen reader has it, and what the pages add to the EPUB.
  func pages() throws -> FileTree {
    var tree = FileTree()
    tree["build.txt"] = try transcript("build book --out out --formats epub,pdf")
    for (name, bytes) in try made().files where name.hasSuffix(".pdf") {
      tree["pdf.txt"] = try PrintedBook(bytes).description
    }
    let navigation = try unpackedBook().files.first { $0.key.hasSuffix("nav.xhtml") }
    let text = navigation.map { String(decoding: $0.value, as: UTF8.self) } ?? ""
    if let list = text.firstMatch(of: /(?s)<nav[^>]*page-list.*?<\/nav>/) {
      tree["page-list.txt"] = list.0.replacing("<li>", with: "\n<li>") + "\n"
    }
    return tree
  }

  private func made() throws -> FileTree { try FileTree(below: folder.appending(path: "out")) }

  private func unpackedBook() throws -> FileTree {
    var tree = FileTree()
    for (_, bytes) in try made().filter({ $0.hasSuffix(".epub") }).files {
      let archive = try ZipReader(bytes)
      for entry in archive.entries { tree.files[entry.name] = try archive.read(entry) }
    }
    return tree
  }

  /// A command with its exit status, stdout and stderr; times and sizes of packed files are left
  /// out, since they are the machine's.
  private func transcript(_ arguments: String) throws -> String {
    let outcome = try program.run(
      arguments.split(separator: " ").map(String.init), in: folder,
      environment: ["NO_COLOR": "1", "GIT_CEILING_DIRECTORIES": folder.path])
    let (output, errors) = (Self.settled(outcome.output), Self.settled(outcome.errors))
    return "$ bookc \(arguments)\nexit status \(outcome.status)\n"
      + "--- stdout\n\(output)--- stderr\n\(errors)"
  }

  private static func settled(_ text: String) -> String {
    text.replacing(/\d+(\.\d+)? (ms|s)\b/, with: "… ms")
      .replacing(/(\.(epub|pdf|json|html)) +[\d.]+ (B|kB|MB)/) { "\($0.1)  … kB" }
  }
}

extension FileTree {
  fileprivate func filter(_ isWanted: (String) -> Bool) -> FileTree {
    var tree = FileTree()
    tree.files = files.filter { isWanted($0.key) }
    return tree
  }
}
