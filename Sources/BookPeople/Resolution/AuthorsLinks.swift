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
    for (i, leaf) in chapter.prose.enumerated() {
      for mark in chapter.marks[leaf.marks.clamped(to: 0..<chapter.marks.count)] {
        guard case .person(let id, let note) = mark.kind, id != "none" else { continue }
        guard let person = registry.index(of: id) else {
          reportUnknown(id, mark)
          continue
        }
        result.append(
          ResolvedMention(
            mention: Mention(
              chapter: index, prose: i, range: mark.range, person: person, zone: leaf.zone),
            form: nil, kind: .full, isStrong: true, note: note))
      }
    }
    let pictured = people(picturedIn: chapter, index)
    if pictured.isEmpty { return result }
    // In the order of the text, as all mentions are.
    return (result + pictured).sorted {
      ($0.mention.prose, $0.mention.range.lowerBound)
        < ($1.mention.prose, $1.mention.range.lowerBound)
    }
  }

  /// Those who are in a picture, named at its caption, or at the end of the words before it where it
  /// has none.
  private mutating func people(
    picturedIn chapter: ParsedChapter, _ index: Int
  ) -> [ResolvedMention] {
    var result: [ResolvedMention] = []
    func add(_ image: Image, _ prose: Int, at offset: Int) {
      for id in image.people {
        guard let person = registry.index(of: id) else {
          reportUnknown(id, at: image.span)
          continue
        }
        let mention = Mention(
          chapter: index, prose: prose, range: offset..<offset, person: person,
          zone: chapter.prose[prose].zone)
        result.append(
          ResolvedMention(mention: mention, form: nil, kind: .full, isStrong: true, note: nil))
      }
    }
    for (prose, leaf) in chapter.prose.enumerated() {
      for mark in chapter.marks[leaf.marks.clamped(to: 0..<chapter.marks.count)] {
        if case .image(let image) = mark.kind { add(image, prose, at: mark.range.lowerBound) }
      }
    }
    for figure in chapter.figures where !figure.image.people.isEmpty {
      let before = chapter.prose.lastIndex {
        $0.note == nil && chapter.span($0.text).start < figure.image.span.start
      }
      if let caption = figure.caption ?? figure.credit {
        add(figure.image, caption, at: chapter.prose[caption].text.lowerBound)
      } else if let leaf = before ?? chapter.prose.indices.first {
        add(figure.image, leaf, at: chapter.prose[leaf].text.upperBound)
      }
    }
    return result
  }

  private mutating func reportUnknown(_ id: String, _ mark: Mark) {
    reportUnknown(id, at: mark.span, idSpan(id, mark))
  }

  private mutating func reportUnknown(
    _ id: String, at span: SourceSpan, _ place: SourceSpan? = nil
  ) {
    let ids = registry.people.map(\.id)
    let nearest = nearestWord(to: id, among: ids)
    diagnostics.append(
      Diagnostic(
        .unknownPerson, "person '\(id)' is not in the registry", at: span,
        notes: registry.exists ? [] : [DiagnosticNote("the book has no people.yaml")],
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
