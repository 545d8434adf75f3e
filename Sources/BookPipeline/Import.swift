package import BookDiagnostics
import BookDisk
import BookImport
import BookManuscript
import BookMarkup
package import BookModel

/// What is to be imported, and where to.
package struct ImportOrder: Sendable {
  /// Files of word processors, in the order of the book.
  package var files: [String]
  /// The book; nil for a new folder beside the first file.
  package var book: String?
  /// What becomes of tracked changes.
  package var changes: TrackedChanges

  package init(files: [String], book: String? = nil, changes: TrackedChanges = .accept) {
    self.files = files
    self.book = book
    self.changes = changes
  }
}

/// What an import did.
package struct ImportOutcome: Sendable {
  /// The book's folder.
  package var folder: String
  /// For the terminal: what was read, and what was written.
  package var summary: String
  /// What was left out, refused or kept.
  package var diagnostics: DiagnosticList
  /// What an earlier run, which was stopped, had left half done; a sentence each.
  package var restored: [String] = []
}

/// Reads files of word processors and writes the chapters of a book.
///
/// Imported twice, nothing changes; what the author has changed since stays as it is.
package func importFiles(_ order: ImportOrder) throws(BuildFailure) -> ImportOutcome {
  var diagnostics: [Diagnostic] = []
  var read: [(name: String, book: ImportedBook)] = []
  for path in order.files {
    let bytes: [UInt8]
    do { bytes = try DiskWorkspace.contents(ofFile: path) } catch {
      throw .unreadable(path: path, reason: error.description)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do throws(ImportRefusal) {
      var book = try readManuscript(bytes, named: name, changes: order.changes)
      // One file of several that has no titles of its own is one chapter.
      if order.files.count > 1, book.chapters.count == 1, book.chapters[0].title.isEmpty {
        book.chapters[0].title = [TypedRun(.text(book.title))]
      }
      diagnostics += book.diagnostics(for: name)
      read.append((name, book))
    } catch {
      diagnostics.append(
        Diagnostic(.importRefused, "'\(name)' cannot be imported: \(error.reason)", at: nil))
    }
  }
  guard let first = read.first, read.count == order.files.count else {
    return ImportOutcome(
      folder: "", summary: "",
      diagnostics: DiagnosticList(diagnostics, sources: SourceFiles()))
  }
  let folder = order.book ?? folderBeside(order.files[0], name: first.name)
  let restored = restore([folder])
  if order.book == nil { try checkFolder(folder, name: first.name) }
  var summary = ""
  for (index, (name, book)) in read.enumerated() {
    let written = try write(book, named: name, to: folder, isFirst: index == 0)
    summary += written.summary
    diagnostics += written.diagnostics
  }
  return ImportOutcome(
    folder: folder, summary: summary,
    diagnostics: DiagnosticList(diagnostics, sources: SourceFiles()), restored: restored)
}

/// The folder beside a file that is named after it; beside the book, where the file lies in one, so
/// that no book comes to lie among another's chapters.
private func folderBeside(_ path: String, name: String) -> String {
  var folder = folderAndName(of: path).folder
  let beside = folder
  for _ in 0..<deepestChapter {
    let isBook =
      DiskWorkspace.exists(folder + "/book.yaml") || DiskWorkspace.isFolder(folder + "/chapters")
    folder = outerFolder(folder)
    if isBook { return joined(folder, sourceName(name)) }
  }
  return joined(beside, sourceName(name))
}

/// Folders from a chapter to its book: a part's, `chapters`, the book's own.
private let deepestChapter = 3

private func joined(_ folder: String, _ name: String) -> String {
  folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
}

/// The folder that a folder lies in.
private func outerFolder(_ folder: String) -> String {
  if folder == "." { return ".." }
  let isAbove = folder == ".." || folder.hasSuffix("/..")
  return isAbove ? folder + "/.." : folderAndName(of: folder).folder
}

/// A folder that is there already must be of the same import, or hold no file.
private func checkFolder(_ folder: String, name: String) throws(BuildFailure) {
  let workspace = DiskWorkspace(root: folder)
  guard DiskWorkspace.exists(folder) else { return }
  guard
    DiskWorkspace.isFolder(folder)
      && (workspace.holdsNoFile
        || workspace.kind(of: ImportRecord.path(source: sourceName(name))) == .file
          && ImportRecord.file(source: sourceName(name), in: workspace) ?? name == name)
  else {
    throw .usage(
      "'\(folder)' is there already and was not made by an import of '\(name)'; "
        + "name another folder with --into")
  }
}

/// `my-memoir` for `My Memoir.docx`.
func sourceName(_ name: String) -> String {
  let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  return BookMetadata(title: stem, language: "").fileName
}

private func write(
  _ book: ImportedBook, named name: String, to folder: String, isFirst: Bool
) throws(BuildFailure) -> (summary: String, diagnostics: [Diagnostic]) {
  var source = sourceName(name)
  let workspace = DiskWorkspace(root: folder)
  // `memoir.txt` and `memoir.docx` are two, whatever they have in common.
  if let file = ImportRecord.file(source: source, in: workspace), file != name {
    source += "-" + name.drop { $0 != "." }.dropFirst().lowercased()
  }
  let record = ImportRecord(source: source, in: workspace)
  let place =
    record.isEmpty
    ? placeOfNewChapters(in: workspace, language: book.language) : record.place ?? NewChapters()
  var files = book.files(source: source, place: place, names: record.chapterNames)
  // The description of a book that is there already is its author's.
  let hasDescription =
    workspace.kind(of: "book.yaml") == .file && record.digests["book.yaml"] == nil
  if hasDescription || !isFirst { files.removeAll { $0.path == "book.yaml" } }
  let chapters = files.filter { $0.path.hasSuffix(".md") }.map { file in
    (path: file.path, words: words(of: file))
  }
  let merge = record.merge(files, in: workspace)
  let report = book.report(on: name, chapters: chapters)
  var artifacts = merge.written
  for (path, text) in [
    (ImportRecord.reportPath(source: source), report),
    (ImportRecord.path(source: source), merge.record),
  ] {
    let bytes = Array(text.utf8)
    if (try? workspace.read(path)) != bytes { artifacts.append(Artifact(path: path, bytes: bytes)) }
  }
  if !artifacts.isEmpty {
    try AtomicOutput(folder: folder, holdsAuthorsWork: true).write(artifacts)
  }
  return (
    summary(
      of: book, named: name, chapters, merge, isNew: record.isEmpty, folder: folder, source: source),
    merge.diagnostics
  )
}

private func words(of file: Artifact) -> Int {
  parseChapter(
    file.bytes, source: SourceID(0), header: ChapterHeader(), language: ""
  ).value.wordCount
}

private func summary(
  of book: ImportedBook, named name: String, _ chapters: [(path: String, words: Int)],
  _ merge: ImportRecord.Merge, isNew: Bool, folder: String, source: String
) -> String {
  var text = "\(name): \(book.tally(chapters))\n"
  if isNew {
    for chapter in chapters { text += "  \(chapter.path)  \(grouped(chapter.words)) words\n" }
  } else if merge.written.isEmpty {
    text += "  nothing has changed since it was imported\n"
  } else {
    for file in merge.written { text += "  changed: \(file.path)\n" }
  }
  for path in merge.gone { text += "  no longer in the document, and kept: \(path)\n" }
  let guesses = book.guesses.count
  let leftOut = book.leftOut.count
  text +=
    "  \(guesses) \(guesses == 1 ? "guess" : "guesses"), \(leftOut) left out: "
    + "\(folder)/\(ImportRecord.reportPath(source: source))\n"
  return text
}
