package import BookDiagnostics
import BookDisk
import BookLanguage
import BookManuscript
import BookMarkup
package import BookModel
import BookPeople
import BookReports
import BookTime

/// How a scan shows what it found.
package enum ScanFormat: String, Sendable, CaseIterable { case text, yaml, json }

/// What `bookc scan` was asked for.
package struct ScanRequest: Sendable {
  /// A book's folder, or one text or Markdown file.
  package var path: String
  /// The book a single file belongs to.
  package var book: String?
  /// How the findings are shown.
  package var format: ScanFormat
  /// Append to the book's own file.
  package var writes: Bool
  /// Words that name nobody, to be remembered in people.yaml.
  package var ignored: [String]
  /// Every happening, not only those worth a row.
  package var findsAll: Bool

  package init(
    path: String, book: String?, format: ScanFormat, writes: Bool, ignored: [String] = [],
    findsAll: Bool = false
  ) {
    self.ignored = ignored
    self.findsAll = findsAll
    self.path = path
    self.book = book
    self.format = format
    self.writes = writes
  }
}

extension ScanRequest {
  /// What a run that was killed left in the book, when this one is to write there.
  func restored() -> [String] { writes ? restore([book ?? path]) : [] }
}

/// What a scan gives.
package struct ScanOutcome: Sendable {
  /// To be printed.
  package var output: [UInt8]
  /// Everything to tell.
  package var diagnostics: DiagnosticList
  /// What an earlier run, which was stopped, had left half done; a sentence each.
  package var restored: [String] = []
}

/// The text that a scan reads: a book, and which of its chapters were asked for.
struct ScannedText {
  var book: Book
  var chapters: [Int]
  var diagnostics: [Diagnostic]
  /// True for a file that belongs to no book.
  var isLone: Bool

  init(_ request: ScanRequest, in surroundings: Surroundings) async throws(BuildFailure) {
    isLone = false
    if DiskWorkspace.isFolder(request.path) {
      let read = try await Self.readWhole(request.path, surroundings)
      (book, diagnostics) = read
      chapters = Array(book.chapters.indices)
    } else if let folder = request.book {
      let read = try await Self.readWhole(folder, surroundings)
      (book, diagnostics) = read
      guard
        let index = book.chapters.firstIndex(where: {
          DiskWorkspace.isSameFile(folder + "/" + read.0.sources[$0.source].path, request.path)
        })
      else { throw .usage("'\(request.path)' is not a chapter of the book in '\(folder)'") }
      chapters = [index]
    } else {
      let bytes: [UInt8]
      do { bytes = try DiskWorkspace.contents(ofFile: request.path) } catch {
        throw .unreadable(path: request.path, reason: error.description)
      }
      var sources = SourceFiles()
      let source = sources.add(path: request.path, bytes: bytes)
      if hasMarkdownEnding(request.path) {
        let parsed = parseChapter(
          bytes, source: source, header: ChapterHeader(), language: Language.unstated)
        book = Book(
          metadata: BookMetadata(title: request.path, language: Language.unstated),
          chapters: [parsed.value],
          sources: sources)
        diagnostics = parsed.diagnostics.filter { $0.severity == .error }
      } else {
        book = Book(
          metadata: BookMetadata(title: request.path, language: Language.unstated),
          chapters: [parsePlainText(bytes, source: source)], sources: sources)
        diagnostics = []
      }
      chapters = [0]
      isLone = true
    }
  }

  private static func readWhole(
    _ folder: String, _ surroundings: Surroundings
  ) async throws(BuildFailure) -> (Book, [Diagnostic]) {
    if let why = whyNoBook(at: folder) { throw .unreadable(path: folder, reason: why) }
    let read = await readBook(
      in: DiskWorkspace(root: folder), sourceDateEpoch: surroundings.sourceDateEpoch,
      jobs: surroundings.jobs)
    var sources = read.sources
    sources.prefix = folder
    guard var book = read.book else {
      let list = DiagnosticList(read.diagnostics, sources: sources)
      throw .usage(
        "'\(folder)' could not be read as a book; `bookc check` says why\n"
          + TextRenderer(isColoured: false).render(list))
    }
    book.sources = sources
    return (book, read.diagnostics.filter { $0.severity == .error })
  }
}

/// Everyone named in a book or a file whom its registry lacks.
package func scanPeople(
  _ request: ScanRequest, in surroundings: Surroundings
) async throws(BuildFailure) -> ScanOutcome {
  let restored = request.restored()
  if !request.ignored.isEmpty { try remember(request) }
  let text = try await ScannedText(request, in: surroundings)
  let people = await settlePeople(in: text.book, jobs: surroundings.jobs)
  let proposal = PeopleProposal(people, in: text.book, chapters: Set(text.chapters))
  var output = Array((proposal.yaml + proposal.remarks).utf8)
  if request.format == .json {
    output = discoveryJSON(people.unregistered.discovery, text)
  } else if request.writes {
    output = try write(proposal, for: request)
  }
  return ScanOutcome(
    output: output, diagnostics: DiagnosticList(text.diagnostics, sources: text.book.sources),
    restored: restored)
}

/// Writes the author's verdicts into people.yaml, before it is read.
private func remember(_ request: ScanRequest) throws(BuildFailure) {
  guard request.writes else { throw .usage("--ignore is remembered in people.yaml: add --write") }
  let folder = request.book ?? request.path
  guard DiskWorkspace.isFolder(folder) else {
    throw .usage("--write needs a book: name its folder with --book")
  }
  let old = String(
    decoding: (try? DiskWorkspace(root: folder).read("people.yaml")) ?? [], as: UTF8.self)
  let new = ignoreInRegistry(old, words: request.ignored)
  if new == old { return }
  try AtomicOutput(folder: folder, holdsAuthorsWork: true).write([
    Artifact(path: "people.yaml", bytes: Array(new.utf8))
  ])
}

/// Adds the proposals to people.yaml; a file that has them all stays.
private func write(
  _ proposal: PeopleProposal, for request: ScanRequest
) throws(BuildFailure) -> [UInt8] {
  let folder = request.book ?? request.path
  guard DiskWorkspace.isFolder(folder) else {
    throw .usage("--write needs a book: name its folder with --book")
  }
  let old = String(
    decoding: (try? DiskWorkspace(root: folder).read("people.yaml")) ?? [], as: UTF8.self)
  let new = appendToRegistry(old, proposals: proposal.yaml)
  if new != old {
    try AtomicOutput(folder: folder, holdsAuthorsWork: true).write([
      Artifact(path: "people.yaml", bytes: Array(new.utf8))
    ])
  }
  let people = "\(proposal.count) \(proposal.count == 1 ? "person" : "people")"
  return Array(
    ((proposal.count == 0 ? "nobody new for " : "\(people) added to ")
      + "\(folder)/people.yaml\n\(proposal.remarks)").utf8)
}

private func discoveryJSON(_ discovery: PeopleDiscovery, _ text: ScannedText) -> [UInt8] {
  let chapters = text.book.chapters
  let wanted = Set(text.chapters)
  let places = PlaceTables(text.book, for: wanted)
  var json = JSONWriter(indents: false)
  json.object { json in
    json.key("mentions")
    json.array { json in
      for mention in discovery.mentions where wanted.contains(mention.chapter) {
        let chapter = chapters[mention.chapter]
        json.object { json in
          places.writeOffsets(mention.chapter, mention.range, &json)
          json.key("text")
          json.string(chapter.string(mention.range))
          json.key("person")
          json.string("person-\(mention.person + 1)")
          json.key("confidence")
          json.decimal(mention.confidence)
        }
      }
    }
    json.key("people")
    json.array { json in
      let named = Set(
        discovery.mentions.lazy.filter { wanted.contains($0.chapter) }.map(\.person))
      for (index, person) in discovery.people.enumerated() where named.contains(index) {
        json.object { json in
          json.key("id")
          json.string("person-\(index + 1)")
          json.key("heading")
          json.string(person.heading)
          json.key("forms")
          json.strings(person.forms.map(\.text))
          json.key("count")
          json.integer(person.count)
        }
      }
    }
  }
  return json.bytes + [0x0A]
}

/// Every date expression of a book or a file, with how it was worked out; asked to write, it writes the
/// events as a scan for those does.
package func scanDates(
  _ request: ScanRequest, in surroundings: Surroundings
) async throws(BuildFailure) -> ScanOutcome {
  if request.writes { return try await scanEvents(request, in: surroundings) }
  let text = try await ScannedText(request, in: surroundings)
  let people = await annotatePeople(in: text.book, jobs: surroundings.jobs)
  let time = await annotateTime(in: text.book, people: people.value, jobs: surroundings.jobs)
  let wanted = Set(text.chapters)
  let expressions = time.value.expressions.filter { wanted.contains($0.chapter) }
  let output =
    request.format == .json
    ? expressionsJSON(expressions, text.book)
    : Array(datesInWords(expressions, in: text.book).utf8)
  return ScanOutcome(
    output: output, diagnostics: DiagnosticList(text.diagnostics, sources: text.book.sources))
}

private func expressionsJSON(_ expressions: [DateExpression], _ book: Book) -> [UInt8] {
  let places = PlaceTables(book, for: expressions.map(\.chapter))
  var json = JSONWriter(indents: false)
  json.object { json in
    json.key("expressions")
    json.array { json in
      for expression in expressions {
        let chapter = book.chapters[expression.chapter]
        json.object { json in
          places.writeOffsets(expression.chapter, expression.range, &json)
          json.key("text")
          json.string(chapter.string(expression.range))
          json.dating(expression)
          json.key("reasoning")
          json.string(expression.reasoning)
          json.key("event")
          json.boolean(expression.isEvent)
        }
      }
    }
  }
  return json.bytes + [0x0A]
}

/// A date of `bookc date`, described.
package struct DateDescription: Sendable {
  /// As given.
  package var edtf: String
  /// 0, 1 or 2.
  package var level: Int
  /// First day, nil when open.
  package var earliest: String?
  /// Last day, nil when open.
  package var latest: String?
  /// In words.
  package var display: String
}

/// What an EDTF string means, nil when it is none.
package func describeDate(_ text: String) -> DateDescription? {
  guard let date = EDTF(text) else { return nil }
  return DateDescription(
    edtf: text, level: date.level, earliest: date.lowerString, latest: date.upperString,
    display: date.inMessages)
}

/// Why a string is no EDTF, with what was most likely meant.
package func whyNoDate(_ text: String) -> String { EDTF.complaint(about: text) }
