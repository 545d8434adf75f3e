import BookDiagnostics
import BookModel

/// The author's own links to people, `[Dizzy](person:dave-smith)`, and those who are said to be in a
/// picture, `![…](porch.jpg){people="dave-smith"}`.
struct AuthorsLinks: Sendable {
  /// Chapter by chapter, in the order of the text.
  private(set) var mentions: [[ResolvedMention]] = []
  /// Links to nobody known.
  private(set) var diagnostics: [Diagnostic] = []
  private let book: Book
  private let registry: Registry

  init(in book: Book, _ registry: Registry) {
    self.book = book
    self.registry = registry
    for index in book.chapters.indices { mentions.append(links(in: index)) }
  }

  private mutating func links(in index: Int) -> [ResolvedMention] {
    let chapter = book.chapters[index]
    var result: [ResolvedMention] = []
    func add(_ person: Int, _ prose: Int, _ range: Range<Int>, note: String? = nil) {
      let mention = Mention(
        chapter: index, prose: prose, range: range, person: person, zone: chapter.prose[prose].zone)
      result.append(
        ResolvedMention(mention: mention, form: nil, kind: .full, isStrong: true, note: note))
    }
    for (i, leaf) in chapter.prose.enumerated() {
      for mark in chapter.marks[leaf.marks.clamped(to: 0..<chapter.marks.count)] {
        switch mark.kind {
        case .person(let id, let note) where id != "none":
          if let person = registry.index(of: id) {
            add(person, i, mark.range, note: note)
          } else {
            reportUnknown(id, at: mark.span, idSpan(id, mark))
          }
        case .image(let image):
          let start = mark.range.lowerBound
          for person in people(in: image) { add(person, i, start..<start) }
        default: continue
        }
      }
    }
    let pictured = chapter.figures.filter { !$0.image.people.isEmpty }
    if pictured.isEmpty { return result }
    for figure in pictured {
      guard let place = place(of: figure, in: chapter) else { continue }
      for person in people(in: figure.image) { add(person, place.prose, place.at..<place.at) }
    }
    // In the order of the text, as all mentions are.
    return result.sorted {
      ($0.mention.prose, $0.mention.range.lowerBound)
        < ($1.mention.prose, $1.mention.range.lowerBound)
    }
  }

  /// Those who are said to be in a picture.
  private mutating func people(in image: Image) -> [Int] {
    image.people.compactMap { id in
      let person = registry.index(of: id)
      if person == nil { reportUnknown(id, at: image.span) }
      return person
    }
  }

  /// Where those in a picture are named: at its caption, or at the end of the words before it where it
  /// has none.
  private func place(of figure: Figure, in chapter: ParsedChapter) -> (prose: Int, at: Int)? {
    if let caption = figure.caption ?? figure.credit {
      return (caption, chapter.prose[caption].text.lowerBound)
    }
    let before = chapter.prose.lastIndex {
      $0.note == nil && chapter.span($0.text).start < figure.image.span.start
    }
    return (before ?? chapter.prose.indices.first).map { ($0, chapter.prose[$0].text.upperBound) }
  }

  private mutating func reportUnknown(
    _ id: String, at span: SourceSpan, _ place: SourceSpan? = nil
  ) {
    let ids = registry.people.map(\.id)
    let nearest = nearestWord(to: id, among: ids)
    diagnostics.append(
      Diagnostic(
        .unknownPerson, "person '\(id)' is not in the registry", at: span,
        notes: registry.exists || book.sources.files.contains { $0.path == "people.yaml" }
          ? [] : [DiagnosticNote("the book has no people.yaml")],
        fixIts: nearest.flatMap { id in place.map { [FixIt("write '\(id)'", at: $0, with: id)] } }
          ?? []))
  }

  // Where the id stands within the link.
  private func idSpan(_ id: String, _ mark: Mark) -> SourceSpan? {
    let bytes = book.sources[mark.span.file].bytes
    let range = mark.span.range.clamped(to: 0..<bytes.count)
    let pattern = Array("person:\(id)".utf8)
    guard range.count >= pattern.count else { return nil }
    for start in range.lowerBound...range.upperBound - pattern.count
    where bytes[start..<start + pattern.count].elementsEqual(pattern) {
      return SourceSpan(
        file: mark.span.file, start: start + "person:".utf8.count, end: start + pattern.count)
    }
    return nil
  }
}

/// The words that the author has marked as nobody's name.
enum NobodyLinks {
  static func ranges(in book: Book) -> [(Int, Range<Int>)] {
    book.chapters.enumerated().flatMap { i, chapter in
      chapter.marks.compactMap { mark in
        if case .person(let id, _) = mark.kind, id == "none" { return (i, mark.range) }
        return nil
      }
    }
  }
}
