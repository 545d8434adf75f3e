import BookDiagnostics
import BookModel

/// The author's own links to people, `[Dizzy](person:dave-smith)`.
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
    return result
  }

  private mutating func reportUnknown(_ id: String, _ mark: Mark) {
    let ids = registry.people.map(\.id)
    let nearest = nearestWord(to: id, among: ids)
    let place = idSpan(id, mark)
    diagnostics.append(
      Diagnostic(
        .unknownPerson, "person '\(id)' is not in the registry", at: mark.span,
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
