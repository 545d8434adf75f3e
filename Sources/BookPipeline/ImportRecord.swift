import BookDiagnostics
import BookDisk
import BookModel

/// What an earlier import of a file wrote, so that the next knows what the author has changed since.
///
/// It lies in the book's folder `import`, a line a file: the SHA-256 of what was written, two
/// blanks, the path.
struct ImportRecord {
  /// The digest of what was last written, by path.
  private(set) var digests: [String: String] = [:]
  private let source: String
  private var order: [String] = []

  var isEmpty: Bool { digests.isEmpty }

  static func path(source: String) -> String { "import/\(source).sha256" }
  static func reportPath(source: String) -> String { "import/\(source)-report.txt" }

  /// The file whose import a record is of, as its report names it; nil where there is no record.
  static func file(source: String, in workspace: DiskWorkspace) -> String? {
    guard workspace.kind(of: path(source: source)) == .file,
      let report = try? workspace.read(reportPath(source: source))
    else { return nil }
    let title = String(decoding: report.prefix { $0 != 0x0A }, as: UTF8.self)
    return title.hasPrefix(reportTitle) ? String(title.dropFirst(reportTitle.count)) : nil
  }

  /// What stands before the file's name in the first line of a report.
  private static let reportTitle = "What bookc read in "

  init(source: String, in workspace: DiskWorkspace) {
    self.source = source
    guard let bytes = try? workspace.read(Self.path(source: source)) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let path = String(parts[1].drop { $0 == " " })
      if digests.updateValue(String(parts[0]), forKey: path) == nil { order.append(path) }
    }
  }

  /// The paths of chapters by the end of their names, behind the number.
  var chapterNames: [String: String] {
    var names: [String: String] = [:]
    for path in order {
      if let slug = NewChapters.read(path)?.slug { names[slug] = path }
    }
    return names
  }

  /// Where the chapters were written; nil where none was.
  var place: NewChapters? {
    order.compactMap { NewChapters.read($0)?.place }.min { $0.firstNumber < $1.firstNumber }
  }

  /// What becomes of the files of an import.
  struct Merge {
    /// Those that are new or have changed.
    var written: [Artifact] = []
    /// Those that an earlier import wrote and this one has not.
    var gone: [String] = []
    var diagnostics: [Diagnostic] = []
    /// The record of what now lies there.
    var record = ""
  }

  /// Which of the files are to be written: those that are new, and those whose earlier version lies
  /// there as it was written.
  func merge(_ files: [Artifact], in workspace: DiskWorkspace) -> Merge {
    var merge = Merge()
    var lines: [String] = []
    for file in files {
      let digest = sha256(file.bytes)
      let before = digests[file.path]
      let here = (try? workspace.read(file.path)).map { sha256($0) }
      lines.append(
        "\(before != nil && here != before && here != digest ? before ?? digest : digest)  \(file.path)"
      )
      if here == digest { continue }
      if here == nil && before == nil || here != nil && here == before {
        merge.written.append(file)
        continue
      }
      // Changed or removed by the author; told only when the document says something new too.
      if before == digest { continue }
      let what =
        here == nil ? "you have removed" : before == nil ? "was there before" : "you have changed"
      merge.diagnostics.append(
        Diagnostic(
          .authorsFileKept,
          before == nil
            ? "'\(file.path)' \(what) and was kept as it is"
            : "'\(file.path)', which \(what), has changed in the document and was kept as it is",
          at: nil))
    }
    let paths = Set(files.map(\.path))
    for path in order where !paths.contains(path) {
      lines.append("\(digests[path] ?? "")  \(path)")
      if workspace.kind(of: path) == .file, path != "book.yaml" { merge.gone.append(path) }
    }
    merge.record = lines.joined(separator: "\n") + "\n"
    return merge
  }
}
