import BookDiagnostics
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
  var finder = ChapterFinder(reading)
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
        at: place))
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

  init(_ reading: BookReading) { sources = reading.sources }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func take(listed: ListedChapter, from workspace: some Workspace) {
    guard Book.resolve(listed.file, in: []) != nil else {
      diagnostics.append(
        Diagnostic(.leavesBook, "'\(listed.file)' leads out of the book's folder", at: listed.span))
      return
    }
    let candidates = [listed.file, "chapters/" + listed.file].compactMap {
      Book.resolve($0, in: [])
    }
    guard let path = candidates.first(where: { workspace.kind(of: $0) != .missing }) else {
      let names =
        markdownNames(in: "chapters", of: workspace) + markdownNames(in: "", of: workspace)
      let near = nearestWord(to: listed.file, among: names)
      diagnostics.append(
        Diagnostic(
          .chapterMissing, "there is no chapter '\(listed.file)'", at: listed.span,
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
    let inFolder = markdownNames(in: "chapters", of: workspace)
    if !inFolder.isEmpty {
      for name in inFolder {
        read("chapters/" + name, header: ChapterHeader(), listedAt: nil, from: workspace)
      }
      return
    }
    for name in markdownNames(in: "", of: workspace) where name.lowercased() != "readme.md" {
      read(name, header: ChapterHeader(), listedAt: nil, from: workspace)
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

  /// Files that stand in `chapters/` but not in book.yaml's list: one warning for all of them.
  mutating func reportUnlisted(in workspace: some Workspace) {
    let unlisted = markdownNames(in: "chapters", of: workspace)
      .map { "chapters/" + $0 }.filter { taken[$0] == nil }
    guard let first = unlisted.first else { return }
    let source = sources.add(path: first, bytes: (try? workspace.read(first)) ?? [])
    diagnostics.append(
      Diagnostic(
        .chapterNotListed,
        unlisted.count == 1
          ? "'\(first)' is not in book.yaml's list of chapters"
          : "'\(first)' and \(unlisted.count - 1) more are not in book.yaml's list of chapters",
        at: SourceSpan(file: source, start: 0, end: 0)))
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
