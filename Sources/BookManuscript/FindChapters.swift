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
  _ description: BookYAML?, language: String, _ workspace: some Workspace,
  _ reading: inout BookReading
) -> [FoundChapter] {
  var finder = ChapterFinder(reading, language: Language.of(language))
  if let listed = description?.chapters, !listed.isEmpty {
    for chapter in listed { finder.take(listed: chapter, from: workspace) }
    finder.reportUnlisted(in: workspace)
  } else {
    var reader = ChapterOrderReader(
      workspace: workspace, language: language, sources: reading.sources)
    let order = reader.order()
    finder.sources = reader.sources
    finder.diagnostics = reader.diagnostics
    if let order {
      finder.take(order, from: workspace)
    } else {
      finder.takeDiscovered(from: workspace)
      reader.sources = finder.sources
      if let order = reader.longform(among: finder.found) {
        var own = ChapterFinder(reading, language: Language.of(language))
        own.take(order, from: workspace)
        finder = own
      }
    }
  }
  if finder.found.isEmpty, !finder.hasErrors {
    let place = description?.metadata.titleSpan.map {
      SourceSpan(file: $0.file, start: 0, end: 0)
    }
    let aside = setAside(by: finder.report, in: workspace)
    finder.diagnostics.append(
      Diagnostic(
        .noChapters,
        "the book has no chapters: there are no .md files in 'chapters' or beside book.yaml",
        at: place,
        notes: [
          DiagnosticNote(
            workspace.kind(of: ChapterFinder.folder) == .file
              ? "'chapters' is a file here: it must be a folder, with a file for each chapter in it"
              : finder.hasOtherBook
                ? "a book lies in a folder of this one: give that folder"
                : aside.isEmpty
                  ? "write one in any text editor, or let `bookc new my-memoir` begin a book for you"
                  : "not read for their names or their place: \(aside.joined(separator: ", "))")
        ] + importNote(aside)))
  }
  reading.sources = finder.sources
  reading.diagnostics += finder.diagnostics
  reading.folder = finder.report
  reading.folder.accounted.formUnion(finder.taken.keys)
  return finder.found
}

/// How texts of word processors and plain ones become chapters, where there are some.
private func importNote(_ paths: [String]) -> [DiagnosticNote] {
  let endings = [".docx", ".odt", ".rtf", ".html", ".epub"] + FolderContents.textEndings
  let hasText = paths.contains { path in endings.contains { path.lowercased().hasSuffix($0) } }
  return hasText ? [DiagnosticNote("`bookc import` with a file's name makes chapters of it")] : []
}

struct ChapterFinder {
  var sources: SourceFiles
  var diagnostics: [Diagnostic] = []
  var found: [FoundChapter] = []
  var report = FolderReport()
  /// The files that were read or refused, and where they are listed.
  var taken: [String: SourceSpan?] = [:]

  /// Whether a folder within this one is a book of its own.
  var hasOtherBook = false

  let language: Language

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
      reportMissing(listed, in: workspace)
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

  /// Takes what another program's list names, each file once.
  mutating func take(_ order: ChapterOrder, from workspace: some Workspace) {
    for chapter in order.chapters where taken[chapter.file] == nil {
      if workspace.kind(of: chapter.file) == .folder { continue }
      take(listed: chapter, from: workspace)
    }
    report.order = order.path
    reportUnlisted(by: order, in: workspace)
  }

  mutating func takeDiscovered(from workspace: some Workspace) {
    if workspace.kind(of: "chapters") == .forbidden {
      diagnostics.append(
        Diagnostic(.fileUnreadable, "the folder 'chapters' cannot be read: no permission", at: nil))
    }
    let inFolder = FolderContents(Self.folder, in: workspace, language: language)
    let besides = FolderContents(
      "", in: workspace, language: language, isBook: true, hasParts: inFolder.files.isEmpty)
    report.others = inFolder.others + besides.others
    if inFolder.files.isEmpty {
      take(besides, from: workspace)
      reportUnread(inFolder.leftOut)
    } else {
      take(inFolder, from: workspace)
      reportUnread(besides.files.map { .init(path: $0.path, reason: .beside) })
    }
  }

  /// The folder of chapters, where a book has one.
  static let folder = "chapters"

  private mutating func take(_ contents: FolderContents, from workspace: some Workspace) {
    for file in contents.files {
      var header = ChapterHeader()
      header.part = file.part
      read(file.path, header: header, listedAt: nil, from: workspace)
    }
    reportUnread(contents.leftOut)
    reportNamedLikeDrafts(contents.files.map(\.path))
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
      diagnostics += OlderEncoding.read(
        source, of: &sources,
        mend: "`bookc check --convert` stores such chapters anew, their text the same")
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
}

/// Where a symbolic link led that was copied as a small text file, as archives and git do on
/// systems without links: one line that is nothing but a path out of the book.
private func flattenedLink(_ bytes: [UInt8]) -> String? {
  guard bytes.count < 1024, let text = String(validating: bytes, as: UTF8.self) else { return nil }
  let isPath = text.hasPrefix("/") || text.hasPrefix("../")
  let isOneWord = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
  return isPath && isOneWord && text.utf8.count > 2 ? text : nil
}
