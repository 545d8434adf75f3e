package import BookDiagnostics
import BookLanguage
import BookMarkup
package import BookModel
package import BookPictures
import BookWords

/// A book as read from its folder.
package struct BookReading: Sendable {
  /// Nil when there is nothing that could be a book.
  package var book: Book?
  /// What is wrong with it.
  package var diagnostics: [Diagnostic]
  /// Every file that was read.
  package var sources: SourceFiles
  /// What the folder holds besides.
  package var folder = FolderReport()
  /// The chapters as parsed, for the next reading to use again.
  package var parsed = ParsedChapters()
}

/// How the chapters of a folder were found.
package struct FolderReport: Sendable, Equatable {
  /// The file of another program that gave their order; nil where book.yaml or their names did.
  package var order: String?
  /// The files that are chapters, open a part, or are spoken of in a message.
  var accounted: Set<String> = []
  /// Files beside the chapters that are of no kind that a chapter has.
  var others: [String] = []

  package init() {}
}

/// Chapters parsed before, by their file's path; each is used again only for the same bytes,
/// header, language and place among the sources.
///
/// With them the pictures made ready before.
package struct ParsedChapters: Sendable {
  fileprivate struct Entry: Sendable {
    var source: SourceID
    var bytes: [UInt8]
    var header: ChapterHeader
    var language: String
    var result: Diagnosed<ParsedChapter>
  }
  fileprivate var entries: [String: Entry] = [:]
  fileprivate var pictures = PreparedPictures()

  package init() {}
}

/// Reads book.yaml, the registry files, the chapters and the images of a book.
///
/// Chapters are parsed and pictures made on at most `jobs` tasks; the result depends neither on their
/// number nor on what is used again. Without `pictures` none is made,
/// as no output shows them.
package func readBook(
  in workspace: some Workspace, sourceDateEpoch: Int?, jobs: Int, pictures: PictureMaker? = nil,
  reusing earlier: ParsedChapters = ParsedChapters()
) async -> BookReading {
  var reading = BookReading(book: nil, diagnostics: [], sources: SourceFiles())
  let description = readDescription(workspace, &reading)
  let stated =
    description == nil ? StatedMetadata.find(in: workspace, &reading.sources) : nil
  let language = description?.metadata.language ?? stated?.language ?? Language.unstated
  let found = findChapters(description, language: language, workspace, &reading)
  guard !found.isEmpty else { return reading }
  let inputs = found.map { ChapterInput($0, reading.sources) }
  let parsed = await inputs.mapInOrder(jobs: jobs) { _, input in
    input.reused(from: earlier, language: language) ?? input.parse(language: language)
  }
  for (input, result) in zip(inputs, parsed) {
    reading.parsed.entries[input.path] = input.entry(result, language: language)
  }
  let read = withoutDrafts(Array(zip(inputs, parsed)), &reading)
  reading.diagnostics += withForeignKeysTogether(read.flatMap(\.diagnostics))
  guard !read.isEmpty else { return reading }
  let chapters = withPartsContinued(read.map(\.value))
  let metadata =
    description?.metadata ?? assumedMetadata(stated, chapters, workspace, &reading)
  var book = Book(metadata: metadata, chapters: chapters, sources: reading.sources)
  book.people = readOptional("people.yaml", workspace, &reading)
  book.chronology = readOptional("chronology.yaml", workspace, &reading)
  book.sources = reading.sources
  book.modified = modifiedTime(sourceDateEpoch, metadata.date?.text)
  reading.diagnostics += resolveChapterNames(&book)
  resolveDistantAnchors(&book)
  let (images, prepared) = await collectImages(
    of: book, in: workspace,
    makingPictures: pictures, jobs: jobs, reusing: earlier.pictures)
  book.images = images.value
  reading.parsed.pictures = prepared
  reading.diagnostics += images.diagnostics
  reading.diagnostics += checkLinks(of: book)
  reading.book = book
  return reading
}

/// What is in the book: drafts are counted among what is put aside, so that `check` names them.
private func withoutDrafts(
  _ chapters: [(input: ChapterInput, result: Diagnosed<ParsedChapter>)],
  _ reading: inout BookReading
) -> [Diagnosed<ParsedChapter>] {
  let drafts = chapters.filter(\.result.value.header.isDraft)
  for draft in drafts { reading.folder.accounted.remove(draft.input.path) }
  if drafts.count == chapters.count, let first = drafts.first {
    reading.diagnostics.append(
      Diagnostic(
        .noChapters, "the book has no chapters: every one of them is a draft",
        at: SourceSpan(file: first.input.source, start: 0, end: 0),
        notes: [
          DiagnosticNote(
            "take 'draft: true', 'status: draft' or the like out of the head of those that are done"
          )
        ]))
  }
  return chapters.filter { !$0.result.value.header.isDraft }.map(\.result)
}

/// A part goes on until another begins or the body ends.
private func withPartsContinued(_ chapters: [ParsedChapter]) -> [ParsedChapter] {
  var current: (part: String?, volume: String?)
  return chapters.map { chapter in
    var chapter = chapter
    if chapter.header.matter == .body {
      if let volume = chapter.header.volume, volume != current.volume { current = (nil, volume) }
      current.part = chapter.header.part ?? current.part
      chapter.header.part = current.part
      chapter.header.volume = current.volume
    } else {
      current = (nil, nil)
    }
    return chapter
  }
}

/// book.yaml, nil when there is none.
func readDescription(_ workspace: some Workspace, _ reading: inout BookReading) -> BookYAML? {
  guard workspace.kind(of: "book.yaml") != .missing else { return nil }
  let (source, problem) = reading.sources.add("book.yaml", from: workspace)
  let start = SourceSpan(file: source, start: 0, end: 0)
  if let problem {
    reading.diagnostics.append(
      Diagnostic(.fileUnreadable, "book.yaml cannot be read: \(problem.description)", at: start))
    return BookYAML(YAMLNode(.mapping([]), span: start), fallbackTitle: workspace.name)
  }
  readAsUTF8(source, &reading)
  let node = readYAML(reading.sources[source].bytes, source: source)
  reading.diagnostics += node.diagnostics
  guard let value = node.value, case .mapping = value.content else {
    if node.diagnostics.isEmpty {
      let isEmpty = node.value?.string.map { trimmingWhiteSpace($0).isEmpty } ?? (node.value == nil)
      reading.diagnostics.append(
        Diagnostic(
          .titleMissing,
          isEmpty
            ? "book.yaml says nothing: it needs at least a title and a language"
            : "book.yaml has no keys that can be read",
          at: start,
          notes: isEmpty
            ? []
            : [
              DiagnosticNote(
                "each line is a key, a colon, a blank and what it says, as in 'title: My Life'")
            ]))
    }
    var description = BookYAML(YAMLNode(.mapping([]), span: start), fallbackTitle: workspace.name)
    description.diagnostics = []
    return description
  }
  let description = BookYAML(value, fallbackTitle: workspace.name)
  reading.diagnostics += description.diagnostics
  return description
}

private func readOptional(
  _ path: String, _ workspace: some Workspace, _ reading: inout BookReading
) -> YAMLNode? {
  guard workspace.kind(of: path) != .missing else {
    if let other = ownFile(path, calledOtherwiseIn: workspace) {
      reportMisnamed(other, path, &reading)
    }
    return nil
  }
  let (source, problem) = reading.sources.add(path, from: workspace)
  if let problem {
    reading.diagnostics.append(
      Diagnostic(
        .fileUnreadable, "\(path) cannot be read: \(problem.description)",
        at: SourceSpan(file: source, start: 0, end: 0)))
    return nil
  }
  readAsUTF8(source, &reading)
  let node = readYAML(reading.sources[source].bytes, source: source)
  reading.diagnostics += node.diagnostics
  return node.value
}

/// A file of keys in an older encoding is read as such, and told.
private func readAsUTF8(_ source: SourceID, _ reading: inout BookReading) {
  reading.diagnostics += OlderEncoding.read(
    source, of: &reading.sources, mend: "save it as UTF-8 in your editor")
}

/// Tells of one of bookc's own files that is called otherwise.
private func reportMisnamed(_ name: String, _ meant: String, _ reading: inout BookReading) {
  reading.folder.accounted.insert(name)
  let source = reading.sources.add(path: name, bytes: [])
  reading.diagnostics.append(
    Diagnostic(
      .fileNotRead, "'\(name)' is not read: it must be called '\(meant)'",
      at: SourceSpan(file: source, start: 0, end: 0)))
}

/// What to call a book without book.yaml: as a file of another program says, else its first heading,
/// else its folder.
private func assumedMetadata(
  _ stated: StatedMetadata?, _ chapters: [ParsedChapter], _ workspace: some Workspace,
  _ reading: inout BookReading
) -> BookMetadata {
  let titled = chapters.first { $0.title != nil }
  var metadata = BookMetadata(
    title: stated?.title ?? titled?.title ?? workspace.name,
    language: stated?.language ?? Language.unstated)
  if stated?.title != nil {
    metadata.titleSpan = stated?.titleSpan
  } else if let heading = titled?.sections.first.flatMap({ titled?.prose[$0.prose] }) {
    metadata.titleSpan = titled?.span(heading.text)
  }
  metadata.contributors = (stated?.authors ?? []).map {
    Contributor(name: $0, sort: sortedName($0), role: "aut")
  }
  metadata.identifier = identifier(of: metadata, given: nil)
  let misnamed = ownFile("book.yaml", calledOtherwiseIn: workspace)
  if let misnamed, stated?.language != nil {
    reportMisnamed(misnamed, "book.yaml", &reading)
  }
  if stated?.language == nil {
    if let misnamed { reading.folder.accounted.insert(misnamed) }
    reading.diagnostics.append(
      Diagnostic(
        .languageAssumed, "there is no book.yaml: the language is taken to be English",
        at: chapters.first.map { SourceSpan(file: $0.source, start: 0, end: 0) },
        notes: (misnamed.map { [DiagnosticNote("there is '\($0)': call it 'book.yaml'")] } ?? [])
          + (stated.map { [DiagnosticNote("\($0.given) as '\($0.path)' has it")] } ?? [])))
  }
  return metadata
}

/// `SOURCE_DATE_EPOCH`, else the first day of the book's date, else 1980-01-01, where ZIP begins.
private func modifiedTime(_ epoch: Int?, _ date: String?) -> Int {
  if let epoch { return epoch }
  let parts = (date ?? "").split(separator: "-").compactMap { Int($0) }
  guard let year = parts.first, year >= 1980 else { return 315_532_800 }
  let day = DayNumber(
    year: year, month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1)
  return day.value * 86_400
}

/// One chapter file on its way to being parsed.
private struct ChapterInput: Sendable {
  let path: String
  let source: SourceID
  let bytes: [UInt8]
  let listed: ChapterHeader

  init(_ chapter: FoundChapter, _ sources: SourceFiles) {
    source = chapter.source
    path = sources[chapter.source].path
    bytes = sources[chapter.source].bytes
    listed = chapter.header
  }

  func reused(from earlier: ParsedChapters, language: String) -> Diagnosed<ParsedChapter>? {
    guard let entry = earlier.entries[path], entry.source == source, entry.header == listed,
      entry.language == language, entry.bytes == bytes
    else { return nil }
    return entry.result
  }

  func entry(_ result: Diagnosed<ParsedChapter>, language: String) -> ParsedChapters.Entry {
    ParsedChapters.Entry(
      source: source, bytes: bytes, header: listed, language: language, result: result)
  }

  func parse(language: String) -> Diagnosed<ParsedChapter> {
    var header = listed
    var diagnostics: [Diagnostic] = []
    if let range = chapterHeaderRange(bytes) {
      let node = readYAML(maskedHeader(bytes, range), source: source)
      diagnostics += node.diagnostics
      if let value = node.value {
        var decoder = Decoder()
        let value = decoder.known(value, Decoder.headerKeys, where: "a chapter's header")
        let own = decoder.chapterHeader(value)
        header = listed.overlaid(with: own, keys: Set(value.entries.map(\.key)))
        if node.value.map(Decoder.isKeptBack) ?? false { header.isDraft = true }
        diagnostics += decoder.diagnostics
      } else if !node.diagnostics.isEmpty, header.title == nil {
        // The chapter is told of for its header; that it has no title would be untrue.
        header.title = writtenTitle(bytes[range])
      }
    }
    let parsed = parseChapter(bytes, source: source, header: header, language: language)
    var chapter = parsed.value
    if chapter.header.role == nil, chapter.openingHeading == nil,
      !chapter.sections.contains(where: { $0.level == 1 }), chapter.header.title == nil
    {
      chapter.header.title = chapterTitle(ofFile: path)
    }
    chapter.words = cutWords(of: chapter, language: Language.of(language))
    return Diagnosed(chapter, diagnostics + parsed.diagnostics)
  }
}

/// What stands behind `title:` in a header that YAML does not take.
private func writtenTitle(_ header: ArraySlice<UInt8>) -> String? {
  let key = Array("title:".utf8)
  let line = header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first {
    $0.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: key)
  }
  guard let line, let colon = line.firstIndex(of: 0x3A) else { return nil }
  let title = trimmingWhiteSpace(String(decoding: line[(colon + 1)...], as: UTF8.self))
  return title.isEmpty ? nil : title
}

/// A chapter's bytes up to the end of its header as YAML: the header stays where it is in the file,
/// so that its places are right, and what is before it becomes a comment.
func maskedHeader(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
  var yaml = Array(bytes[..<range.upperBound])
  for index in yaml.indices.prefix(range.lowerBound) where yaml[index] == 0x2D {
    yaml[index] = 0x23
  }
  return yaml
}
