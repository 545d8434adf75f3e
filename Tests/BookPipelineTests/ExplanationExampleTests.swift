import BookDiagnostics
import BookDisk
import BookEPUB
import BookFonts
import BookModel
import BookPipeline
import BookTestSupport
import BookZip
import Foundation
import Testing

private let machineFonts: FontLibrary? = try? FontLibrary.system(DiskWorkspace.machine).get()

extension Sequence<UInt8> {
  /// The bytes in pieces of one length.
  fileprivate func chunks(of length: Int) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for byte in self {
      if pieces.last.map({ $0.count < length }) ?? false {
        pieces[pieces.count - 1].append(byte)
      } else {
        pieces.append([byte])
      }
    }
    return pieces
  }
}

@Suite("The examples of the explanations")
struct ExplanationExampleTests {
  /// A file of an example.
  struct File: Sendable {
    /// How the fence has it: as text, as bytes in hexadecimal digits, as a symbolic link to the path
    /// that is its text, or as missing from the sound book.
    enum Form: String { case text, hex, link, removed }

    var form: Form
    var text: String

    /// What is in it; nil where there is no file.
    var bytes: [UInt8]? {
      switch form {
      case .text: Array(text.utf8)
      case .hex:
        text.split { $0.isWhitespace }.joined().utf8.chunks(of: 2).compactMap {
          UInt8(String(decoding: $0, as: UTF8.self), radix: 16)
        }
      case .link, .removed: nil
      }
    }
  }

  /// The files of an explanation's fences, by `bad` and `good`; a third word is the form.
  static func examples(_ code: DiagnosticCode) -> (bad: [String: File], good: [String: File]) {
    var files: [String: [String: File]] = ["bad": [:], "good": [:]]
    var current: (path: String, kind: String, form: File.Form, lines: [Substring])?
    for line in code.explanation.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```"), let fence = current {
        if line == "```" || line.hasPrefix("``` ") {
          files[fence.kind]?[fence.path] = File(
            form: fence.form, text: fence.lines.map { $0 + "\n" }.joined())
          current = nil
          continue
        }
      } else if line.hasPrefix("```"), current == nil {
        let words = line.drop { $0 == "`" }.split(separator: " ").map(String.init)
        let form = words.count == 3 ? File.Form(rawValue: words[2]) : .text
        if (2...3).contains(words.count), words[1] == "bad" || words[1] == "good", let form {
          current = (words[0], words[1], form, [])
          continue
        }
      }
      current?.lines.append(line)
    }
    return (files["bad"] ?? [:], files["good"] ?? [:])
  }

  /// A family tree among the files of an example.
  static let tree = "tree.ged"
  /// A finished EPUB, or the folder of files laid over a sound one.
  static let epub = "book.epub"

  /// The codes that an example gives: the book is compiled; for a family tree it is imported, for
  /// files of an EPUB that is checked, and for a code of pages the PDF is made.
  static func codes(_ overlay: [String: File], of code: String) async throws -> [String] {
    if overlay.keys.contains(where: { $0 == epub || $0.hasPrefix(epub + "/") }) {
      return try codesOfChecking(overlay)
    }
    if overlay[tree] != nil {
      return try await inFolder(overlay) { folder in
        try importFamilyTree(folder + "/" + Self.tree, into: folder, writes: true)
          .diagnostics.diagnostics.map(\.code.id)
      }
    }
    if code.hasPrefix("B07") {
      return try await inFolder(overlay) { folder in
        var request = ProductionRequest(book: folder)
        request.formats = ["pdf"]
        request.revision = .nothing
        return try await produce(request, in: surroundings).diagnostics.diagnostics.map(\.code.id)
      }
    }
    if overlay.values.contains(where: { $0.form == .link }) {
      return try await inFolder(overlay) { folder in
        try await compile(bookAt: folder, in: surroundings, asking: .nothing)
          .diagnostics.map(\.code.id)
      }
    }
    return await compile(workspace(overlay), prefix: "", sourceDateEpoch: nil, jobs: 1)
      .diagnostics.map(\.code.id)
  }

  /// Without what makes pictures: some codes are told only where it is missing.
  private static let surroundings = {
    var surroundings = Surroundings(sourceDateEpoch: nil, jobs: 1, programFolder: nil)
    surroundings.pictureLibrary = { nil }
    return surroundings
  }()

  /// The sound book with the files of an example laid over it.
  private static func workspace(_ overlay: [String: File]) -> MemoryWorkspace {
    var workspace = MemoryWorkspace.soundBook()
    for (path, file) in overlay { workspace.files[path] = file.bytes }
    return workspace
  }

  private static func inFolder(
    _ overlay: [String: File], _ body: (String) async throws -> [String]
  ) async throws -> [String] {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "bookc-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    for (path, bytes) in workspace(overlay).files {
      let file = folder.appending(path: path)
      try files.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    for (path, file) in overlay where file.form == .link {
      try files.createSymbolicLink(
        atPath: folder.appending(path: path).path,
        withDestinationPath: file.text.split { $0.isWhitespace }.joined())
    }
    return try await body(folder.path)
  }

  private static func codesOfChecking(_ overlay: [String: File]) throws -> [String] {
    if let bytes = overlay[epub]?.bytes {
      return checkEPUB(bytes, name: epub).diagnostics.map(\.code.id)
    }
    var files = soundEPUB.map { (path: $0.path, bytes: Array($0.text.utf8)) }
    for (path, file) in overlay.sorted(by: { $0.key < $1.key }) {
      let name = String(path.dropFirst(epub.count + 1))
      var bytes = file.bytes ?? []
      // What says that it is an EPUB ends without a line end.
      if name == "mimetype" { while bytes.last == 0x0A { bytes.removeLast() } }
      if let known = files.firstIndex(where: { $0.path == name }) {
        files[known].bytes = bytes
      } else {
        files.append((name, bytes))
      }
    }
    var writer = try ZipWriter(modified: 0)
    for (name, bytes) in files { try writer.add(PackedEntry(storing: bytes, as: name)) }
    return checkEPUB(try writer.finish(), name: epub).diagnostics.map(\.code.id)
  }

  static let withExamples = DiagnosticCode.all.filter { !examples($0).bad.isEmpty }.map(\.id)

  @Test("a code has an example, or stands in the list of those that cannot")
  func everyCodeHasAnExample() {
    let all = Set(DiagnosticCode.all.map(\.id))
    let with = Set(Self.withExamples)
    let without = Set(CodesWithoutExamples.reasons.keys)
    #expect(all.subtracting(with).subtracting(without) == [], "no example and no reason")
    #expect(with.intersection(without) == [], "an example there is: take the code out of the list")
    #expect(without.subtracting(all) == [], "no such code")
    #expect(without.count <= CodesWithoutExamples.atMost, "the list shrinks only")
  }

  @Test("the bad example gives the code, the good one does not", arguments: withExamples)
  func examplesHold(id: String) async throws {
    let code = try #require(DiagnosticCode.all.first { $0.id == id })
    let (bad, good) = Self.examples(code)
    if id.hasPrefix("B07"), machineFonts == nil { return }
    let found = try await Self.codes(bad, of: id)
    #expect(found.contains(id), "the bad example of \(id) gives \(found)")
    #expect(!good.isEmpty, "\(id) has no good example")
    let left = try await Self.codes(good, of: id)
    #expect(left == [], "the good example of \(id) gives \(left)")
  }
}
