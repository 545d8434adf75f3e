import BookDiagnostics
import BookLanguage
import BookModel

/// A chapter file that was found and read.
struct FoundChapter {
  var source: SourceID
  var header: ChapterHeader
}

/// The chapters of a book in reading order, read but not parsed.
func findChapters(
  _ description: BookYAML?, _ workspace: some Workspace, _ reading: inout BookReading
) -> [FoundChapter] {
  var finder = ChapterFinder(
    reading, language: Language.of(description?.metadata.language ?? Language.unstated))
  if let listed = description?.chapters, !listed.isEmpty {
    for chapter in listed { finder.take(listed: chapter, from: workspace) }
    finder.reportUnlisted(in: workspace)
  } else {
    finder.takeDiscovered(from: workspace)
  }
  if finder.found.isEmpty, !finder.hasErrors {
    let place = description?.metadata.titleSpan.map {
      SourceSpan(file: $0.file, start: 0, end: 0)
    }
    finder.diagnostics.append(
      Diagnostic(
        .noChapters,
        "the book has no chapters: there are no .md files in 'chapters' or beside book.yaml",
        at: place,
        notes: [
          DiagnosticNote(
            "write one in any text editor, or let `bookc new my-memoir` begin a book for you")
        ]))
  }
  reading.sources = finder.sources
  reading.diagnostics += finder.diagnostics
  return finder.found
}

private struct ChapterFinder {
  var sources: SourceFiles
  var diagnostics: [Diagnostic] = []
  var found: [FoundChapter] = []
  private var taken: [String: SourceSpan?] = [:]

  private let language: Language

  init(_ reading: BookReading, language: Language) {
    sources = reading.sources
    self.language = language
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func take(listed: ListedChapter, from workspace: some Workspace) {
    guard Book.resolve(listed.file, in: []) != nil else {
      diagnostics.append(
        Diagnostic(.leavesBook, "'\(listed.file)' leads out of the book's folder", at: listed.span))
      return
    }
    // As Windows writes paths, and without the ending, as people name chapters.
    let slashed = listed.file.replacing("\\", with: "/")
    let candidates = [listed.file, slashed].flatMap { [$0, $0 + ".md"] }
      .flatMap { [$0, "chapters/" + $0] }.compactMap { Book.resolve($0, in: []) }
    guard let path = candidates.first(where: { workspace.kind(of: $0) != .missing }) else {
      let names =
        markdownNames(in: "chapters", of: workspace) + markdownNames(in: "", of: workspace)
      let near = nearestWord(to: listed.file, among: names)
      diagnostics.append(
        Diagnostic(
          .chapterMissing, "there is no chapter '\(listed.file)'", at: listed.span,
          notes: listed.file.contains("*")
            ? [
              DiagnosticNote(
                "the list names one file a line; without 'chapters:' all are read, in order")
            ] : [],
          fixIts: near.map { [FixIt("did you mean '\($0)'?", at: listed.span, with: $0)] } ?? []))
      return
    }
    if let first = taken[path] {
      diagnostics.append(
        Diagnostic(
          .chapterTwice, "'\(listed.file)' is listed twice", at: listed.span,
          notes: first.map { [DiagnosticNote("the first is here", at: $0)] } ?? []))
      return
    }
    read(path, header: listed.header, listedAt: listed.span, from: workspace)
  }

  mutating func takeDiscovered(from workspace: some Workspace) {
    if workspace.kind(of: "chapters") == .forbidden {
      diagnostics.append(
        Diagnostic(.fileUnreadable, "the folder 'chapters' cannot be read: no permission", at: nil))
    }
    let inFolder = FolderContents(Self.folder, in: workspace, language: language)
    let besides = FolderContents(
      "", in: workspace, language: language, isBook: true, hasParts: inFolder.files.isEmpty)
    if inFolder.files.isEmpty {
      take(besides, from: workspace)
      report(inFolder.leftOut, from: workspace)
    } else {
      take(inFolder, from: workspace)
      report(besides.files.map { .beside($0) }, from: workspace)
    }
  }

  /// The folder of chapters, where a book has one.
  private static let folder = "chapters"

  private mutating func take(_ contents: FolderContents, from workspace: some Workspace) {
    for file in contents.files {
      var header = ChapterHeader()
      header.part = file.part
      read(file.path, header: header, listedAt: nil, from: workspace)
    }
    report(contents.leftOut, from: workspace)
  }

  /// One warning for all files that are left out for one reason, at the first, with all their names.
  private mutating func report(
    _ leftOut: [FolderContents.LeftOut], from workspace: some Workspace
  ) {
    for reason in FolderContents.Reason.allCases {
      let files = leftOut.filter { $0.reason == reason && taken[$0.path] == nil }
      guard let first = files.first else { continue }
      let source = sources.add(path: first.path, bytes: [])
      let others = files.dropFirst().map { "'\($0.path)'" }
      diagnostics.append(
        Diagnostic(
          .fileNotRead,
          others.isEmpty
            ? "'\(first.path)' is not read: \(first.why)"
            : "'\(first.path)' and \(others.count) more are not read: \(first.why)",
          at: SourceSpan(file: source, start: 0, end: 0),
          notes: others.isEmpty
            ? [] : [DiagnosticNote("the others: \(others.joined(separator: ", "))")]))
    }
  }

  private func markdownNames(in folder: String, of workspace: some Workspace) -> [String] {
    workspace.names(in: folder).filter {
      !$0.hasPrefix(".")
        && ($0.lowercased().hasSuffix(".md") || $0.lowercased().hasSuffix(".markdown"))
    }
  }

  private mutating func read(
    _ path: String, header: ChapterHeader, listedAt: SourceSpan?, from workspace: some Workspace
  ) {
    taken[path] = .some(listedAt)
    let kind = workspace.kind(of: path)
    let (source, problem) = sources.add(path, from: workspace)
    let start = SourceSpan(file: source, start: 0, end: 0)
    switch kind {
    case .folder:
      diagnostics.append(
        Diagnostic(.chapterNotAFile, "'\(path)' is a folder, not a chapter", at: start))
    case .other:
      diagnostics.append(Diagnostic(.chapterNotAFile, "'\(path)' is not a file", at: start))
    case .linkOut:
      diagnostics.append(
        Diagnostic(
          .leavesBook, "'\(path)' is a link to a file outside the book's folder", at: start))
    case .linkLoop:
      diagnostics.append(
        Diagnostic(.linkLoop, "'\(path)' is a link that leads to itself", at: start))
    case .file, .missing, .forbidden:
      if let problem {
        diagnostics.append(
          Diagnostic(.fileUnreadable, "'\(path)' cannot be read: \(problem.description)", at: start)
        )
        return
      }
      if let (text, encoding) = OlderEncoding.decoded(sources[source].bytes) {
        sources.replace(source, with: text)
        diagnostics.append(
          Diagnostic(
            .olderEncoding,
            "'\(path)' is stored as \(encoding.rawValue), not as UTF-8; it is read as such",
            at: start))
      }
      if let target = flattenedLink(sources[source].bytes) {
        diagnostics.append(
          Diagnostic(
            .leavesBook, "'\(path)' is a link to '\(target)', outside the book's folder", at: start)
        )
        return
      }
      found.append(FoundChapter(source: source, header: header))
    }
  }

  /// Files that stand beside the listed ones but not in book.yaml's list: one warning for all of
  /// them, and one for each kind of file that is none of a chapter.
  mutating func reportUnlisted(in workspace: some Workspace) {
    let isFlat = taken.keys.contains { !$0.contains("/") }
    var contents = [FolderContents(Self.folder, in: workspace, language: language)]
    if isFlat {
      contents.append(FolderContents("", in: workspace, language: language, isBook: true))
    }
    let unlisted = contents.flatMap(\.files).map(\.path).filter { taken[$0] == nil }
    if let first = unlisted.first {
      let source = sources.add(path: first, bytes: (try? workspace.read(first)) ?? [])
      let others = unlisted.dropFirst().map { "'\($0)'" }
      diagnostics.append(
        Diagnostic(
          .chapterNotListed,
          others.isEmpty
            ? "'\(first)' is not in book.yaml's list of chapters"
            : "'\(first)' and \(others.count) more are not in book.yaml's list of chapters",
          at: SourceSpan(file: source, start: 0, end: 0),
          notes: others.isEmpty
            ? [] : [DiagnosticNote("the others: \(others.joined(separator: ", "))")]))
    }
    report(contents.flatMap(\.leftOut), from: workspace)
  }
}

/// Where a symbolic link led that was copied as a small text file, as archives and git do on
/// systems without links: one line that is nothing but a path out of the book.
private func flattenedLink(_ bytes: [UInt8]) -> String? {
  guard bytes.count < 1024, let text = String(validating: bytes, as: UTF8.self) else { return nil }
  let isPath = text.hasPrefix("/") || text.hasPrefix("../")
  let isOneWord = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
  return isPath && isOneWord && text.utf8.count > 2 ? text : nil
}
