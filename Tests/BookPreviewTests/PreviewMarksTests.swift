import BookDiagnostics
import BookModel
import BookTestSupport
import Testing

@testable import BookPreview

@Suite("Names and dates marked for the preview")
struct PreviewMarksTests {
  @Test("marks nest after random names and dates were put among them, in every leaf")
  func nesting() {
    var random = Lehmer(seed: 7)
    let sound = bookWithEveryFeature()
    for _ in 0..<300 {
      var book = sound
      book.people.mentions = []
      book.time.expressions = []
      for chapter in book.book.chapters.indices {
        for (prose, leaf) in book.book.chapters[chapter].prose.enumerated()
        where leaf.text.count > 2 {
          for _ in 0..<3 {
            let start = leaf.text.lowerBound + random.next(leaf.text.count - 1)
            let end = start + 1 + random.next(min(12, leaf.text.upperBound - start))
            book.people.mentions.append(
              Mention(
                chapter: chapter, prose: prose, range: start..<min(end, leaf.text.upperBound),
                person: 0, zone: leaf.zone))
          }
        }
      }
      let shown = explained(book)
      for (parsed, before) in zip(shown.book.chapters, book.book.chapters) {
        for (leaf, old) in zip(parsed.prose, before.prose) {
          let marks = Array(parsed.marks[leaf.marks])
          #expect(nests(marks))
          let own = before.marks[old.marks].filter { !isPerson($0) }
          #expect(marks.filter { !isPerson($0) }.map(\.range) == own.map(\.range).sorted(by: outer))
        }
      }
    }
  }

  @Test("a name is marked, within emphasis too; someone hidden is not")
  func names() {
    var builder = ChapterBuilder()
    builder.add(builder.paragraph("Ada met ", .mark(.emphasis, ["Ada"]), "."))
    var book = AnnotatedBook(
      book: Book(
        metadata: BookMetadata(title: "T", language: "en"), chapters: [builder.chapter],
        sources: SourceFiles()),
      people: PeopleAnnotation(), time: TimeAnnotation())
    book.people.people = [
      Person(id: "ada", name: PersonName(), heading: "Ada", display: "Ada", sort: "Ada")
    ]
    book.people.mentions = [0..<3, 8..<11].map {
      Mention(chapter: 0, prose: 0, range: $0, person: 0, zone: .body)
    }
    let marks = explained(book).book.chapters[0].marks
    #expect(marks.filter(isPerson).map(\.range) == [0..<3, 8..<11])
    #expect(nests(marks))
    book.people.people[0].privacy = .hidden
    #expect(explained(book).book.chapters[0].marks.filter(isPerson).isEmpty)
  }

  private func isPerson(_ mark: Mark) -> Bool {
    if case .person = mark.kind { return true }
    return false
  }

  private func outer(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    (a.lowerBound, -a.upperBound) < (b.lowerBound, -b.upperBound)
  }

  /// By every pair, the slow way.
  private func nests(_ marks: [Mark]) -> Bool {
    for (index, a) in marks.enumerated() {
      for b in marks[(index + 1)...] {
        let isApart =
          a.range.upperBound <= b.range.lowerBound || b.range.upperBound <= a.range.lowerBound
        let isHeld =
          a.range.lowerBound <= b.range.lowerBound && b.range.upperBound <= a.range.upperBound
        if !isApart && !isHeld { return false }
      }
    }
    return true
  }
}

/// The same numbers every time.
struct Lehmer {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  /// From 0 to below `bound`.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 48_271 % 0x7FFF_FFFF
    return Int(state % UInt64(max(1, bound)))
  }
}
