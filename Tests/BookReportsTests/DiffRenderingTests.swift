import BookDiagnostics
import BookModel
import BookOutline
import BookReports
import Foundation
import Testing

@Suite("A report of changes, as shown")
struct DiffRenderingTests {
  static let pad = (1...3).map { SampleBlock.paragraph("Here stands paragraph \($0) as ever.") }

  static func comparison() async -> RevisionComparison {
    let old = [
      SampleChapter(
        file: "chapters/01.md",
        blocks: [.heading("The <Gate> & “House”")] + pad + [
          .paragraph("The cat sat on the mat & purred <loudly>."),
          .paragraph("A paragraph that is going to be taken out of the book."),
        ]),
      SampleChapter(file: "chapters/02.md", blocks: [.heading("Gone")] + pad),
    ]
    let new = [
      SampleChapter(
        file: "chapters/01.md",
        blocks: [.heading("The <Gate> & “House”")] + pad + [
          .paragraph("The dog sat on the mat & purred <loudly>."),
          .paragraph("Something altogether new stands here, <b>bold</b> \u{1B}[2J even."),
        ])
    ]
    return await changes(old, new)
  }

  static let progress = [
    ProgressPoint(revision: "aaa", date: "2026-01-01", day: 20_454, words: 100),
    ProgressPoint(revision: "bbb", date: "2026-01-01", day: 20_454, words: 400),
    ProgressPoint(revision: "ccc", date: "2026-01-09", day: 20_462, words: 350),
  ]

  @Test("the page is one file, escapes the manuscript, and says every edit in words too")
  func html() async {
    let page = String(
      decoding: RevisionHTML(await Self.comparison(), progress: Self.progress).render(),
      as: UTF8.self)
    #expect(page.contains("<del><span class=\"said\">taken out: </span>cat<"))
    #expect(page.contains("<ins><span class=\"said\">put in: </span>dog<"))
    #expect(page.contains("&lt;loudly&gt;"))
    #expect(page.contains("&lt;b&gt;bold&lt;/b&gt;"))
    #expect(page.contains("<p class=\"cue\">New</p>"))
    #expect(page.contains("<p class=\"cue\">Taken out</p>"))
    for foreign in ["<script", "http://", "https://", "url(", "@import", "\u{1B}", "<b>bold"] {
      #expect(!page.contains(foreign), "\(foreign)")
    }
    #expect(page.contains("<svg class=\"progress\""))
    #expect(page.contains("role=\"img\" aria-labelledby=\"progress-title progress-text\""))
    // Every link of the contents leads somewhere.
    for link in page.matches(of: /href="#([^"]+)"/) {
      #expect(page.contains("id=\"\(link.1)\""), "\(link.1)")
    }
    // The bytes are the same again.
    let again = RevisionHTML(await Self.comparison(), progress: Self.progress).render()
    #expect(Array(page.utf8) == again)
  }

  @Test("tags are closed in the order they were opened")
  func htmlIsWellFormed() async {
    let page = String(
      decoding: RevisionHTML(await Self.comparison(), progress: Self.progress).render(),
      as: UTF8.self)
    var open: [String] = []
    for tag in page.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/) {
      let name = String(tag.2)
      if ["meta", "br", "link"].contains(name) || !tag.3.isEmpty { continue }
      if tag.1.isEmpty {
        open.append(name)
      } else {
        #expect(open.popLast() == name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test("the terminal shows brackets and never a control character of the manuscript")
  func text() async {
    let comparison = await Self.comparison()
    let plain = RevisionText(isColoured: false).render(comparison)
    #expect(plain.contains("[-cat-] {+dog+}"))
    #expect(plain.contains("{+Something altogether new"))
    #expect(plain.contains("[-A paragraph that is going"))
    #expect(!plain.contains("\u{1B}"))
    #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 130 })
    let coloured = RevisionText(isColoured: true).render(comparison)
    #expect(coloured.contains("\u{1B}[32m{+dog+}"))
    #expect(!coloured.contains("\u{1B}[2J"))
  }

  @Test("the JSON has every edit, in a stable order")
  func json() async throws {
    let comparison = await Self.comparison()
    let bytes = revisionJSON(comparison, progress: Self.progress)
    #expect(bytes == revisionJSON(await Self.comparison(), progress: Self.progress))
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let chapters = try #require(value["chapters"] as? [[String: Any]])
    #expect(chapters.map { $0["fate"] as? String } == ["kept", "gone"])
    let changes = try #require(chapters[0]["changes"] as? [[String: Any]])
    #expect(changes.map { $0["change"] as? String } == ["edited", "gone", "added"])
    let words = try #require(changes[0]["words"] as? [[String: Any]])
    #expect(words.count == 1)
    #expect(words[0]["at"] as? Int == 3)
    #expect(words[0]["old"] as? String == " cat")
    #expect(words[0]["new"] as? String == " dog")
    #expect((value["progress"] as? [[String: Any]])?.count == 3)
  }

  @Test("nothing changed is said in one sentence")
  func nothing() async {
    let book = [SampleChapter(file: "1.md", blocks: [.heading("One")] + Self.pad)]
    let comparison = await changes(book, book)
    let text = RevisionText(isColoured: false).render(comparison)
    #expect(text.hasSuffix("Nothing has changed: both revisions read the same.\n"))
    let page = String(
      decoding: RevisionHTML(comparison, progress: []).render(), as: UTF8.self)
    #expect(page.contains("Nothing has changed"))
    #expect(!page.contains("<svg"))
  }
}

@Suite("People, dates and messages between revisions")
struct DiffFindingTests {
  static func person(_ id: String, _ heading: String) -> Person {
    Person(id: id, name: PersonName(), heading: heading, display: heading, sort: heading)
  }

  /// A book of paragraphs in which the people are named where the numbers say.
  static func book(
    _ paragraphs: [String], people: [(Person, [Int])], events: [Event] = []
  ) -> AnnotatedBook {
    var annotated = sampleBook([
      SampleChapter(file: "1.md", blocks: paragraphs.map { .paragraph($0) })
    ])
    annotated.people.people = people.map(\.0)
    for (index, person) in people.enumerated() {
      for prose in person.1 {
        let start = annotated.book.chapters[0].prose[prose].text.lowerBound
        annotated.people.mentions.append(
          Mention(chapter: 0, prose: prose, range: start..<start + 3, person: index, zone: .body))
      }
    }
    annotated.time.events = events
    return annotated
  }

  static let words = (0..<6).map { "Paragraph number \($0) with some words of its own." }

  static func diff(_ old: AnnotatedBook, _ new: AnnotatedBook) async -> RevisionDiff {
    await compare(
      RevisionInput(outline(of: old), diagnostics: [], label: "old"),
      RevisionInput(outline(of: new), diagnostics: [], label: "new"), jobs: 1
    ).diff
  }

  @Test("a paragraph put in before them changes nobody's places")
  func shifted() async {
    let ruth = Self.person("ruth", "Berg, Ruth")
    let old = Self.book(Self.words, people: [(ruth, [1, 4])])
    let new = Self.book(["A new beginning to it all."] + Self.words, people: [(ruth, [2, 5])])
    #expect(await Self.diff(old, new).people.isEmpty)
  }

  @Test("people come, go, are renamed, and are named elsewhere")
  func people() async {
    let old = Self.book(
      Self.words,
      people: [
        (Self.person("ruth", "Berg, Ruth"), [1, 4]), (Self.person("jim", "Hall, Jim"), [2]),
        (Self.person("bob", "Hill, Bob"), [0, 3, 5]), (Self.person("al", "Low, Al"), [3]),
      ])
    let new = Self.book(
      Self.words,
      people: [
        (Self.person("ruth", "Berg, Ruth"), [1, 5, 5]), (Self.person("ann", "Vale, Ann"), [2, 3]),
        (Self.person("robert", "Hill, Robert"), [0, 3, 5]),
        (Self.person("al", "Low, Albert"), [3]),
      ])
    let people = await Self.diff(old, new).people
    #expect(people.map(\.id) == ["ruth", "jim", "robert", "al", "ann"])
    #expect(
      people.map(\.fate) == [
        .kept, .gone, .renamed(from: "Hill, Bob", id: "bob"), .renamed(from: "Low, Al", id: "al"),
        .added,
      ])
    #expect(people[0].namedIn.map { [$0.paragraph, $0.count] } == [[6, 2]])
    #expect(people[0].goneFrom.map { [$0.paragraph, $0.count] } == [[5, 1]])
    #expect(people[2].namedIn.isEmpty && people[2].goneFrom.isEmpty)
  }

  @Test("events are added, gone, re-dated and retitled, whatever their ids")
  func events() async {
    func event(_ id: String, _ title: String, _ edtf: String, prose: Int) -> Event {
      Event(
        id: id, title: title, edtf: EDTF(edtf), earliest: nil, latest: nil, basis: .explicit,
        confidence: .exact, words: nil,
        place: Event.Place(chapter: 0, prose: prose, range: 0..<1),
        span: SourceSpan(file: SourceID(0), start: 0, end: 0))
    }
    let old = Self.book(
      Self.words, people: [],
      events: [
        event("e1", "We moved", "1950", prose: 0), event("e2", "The flood", "1953", prose: 1),
        event("e3", "School", "1955", prose: 2), event("e4", "I left", "1960", prose: 3),
      ])
    let new = Self.book(
      Self.words, people: [],
      events: [
        event("e1", "The flood", "1952-11", prose: 1), event("e2", "School", "1955", prose: 2),
        event("e4", "I went away", "1960", prose: 3), event("e5", "Home", "1970", prose: 4),
      ])
    let events = await Self.diff(old, new).events
    #expect(events.map(\.title) == ["The flood", "I went away", "Home", "We moved"])
    #expect(events.map(\.fate) == [.redated, .retitled, .added, .gone])
    #expect([events[0].date.old, events[0].date.new] == ["1953", "1952-11"])
  }

  @Test("a message that only moved to another line is the same message")
  func messages() async {
    func input(_ paragraphs: [String], _ messages: [(String, Int)]) -> RevisionInput {
      let book = Self.book(paragraphs, people: [])
      let source = book.book.sources.files[0].bytes
      let text = String(decoding: source, as: UTF8.self)
      return RevisionInput(
        outline(of: book),
        diagnostics: messages.map { words, _ in
          let start =
            text.range(of: words).map {
              text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
            } ?? 0
          return Diagnostic(
            .doubledWord, "‘\(words)’ stands twice",
            at: SourceSpan(file: SourceID(0), start: start, end: start + words.utf8.count))
        }, label: "")
    }
    let diff = await compare(
      input(Self.words, [("number 1", 0), ("number 2", 0)]),
      input(["Begin."] + Self.words, [("number 2", 0), ("number 3", 0)]), jobs: 1
    ).diff
    #expect(diff.messagesGone.map(\.message) == ["‘number 1’ stands twice"])
    #expect(diff.messagesCome.map(\.message) == ["‘number 3’ stands twice"])
    #expect(diff.messagesCome.first?.place == "1.md:9")
  }

  @Test("a person's page has their paragraphs and no others")
  func extract() throws {
    let book = Self.book(
      Self.words,
      people: [(Self.person("ruth", "Berg, Ruth"), [1]), (Self.person("jim", "J"), [3])])
    let page = String(
      decoding: try #require(personExtract("ruth", of: outline(of: book))), as: UTF8.self)
    #expect(page.contains("<mark>Par</mark>agraph number 1 with"))
    #expect(!page.contains("number 3"))
    #expect(personExtract("nobody", of: outline(of: book)) == nil)
  }

  @Test("the dead and the long gone are not asked")
  func consent() {
    var dead = Self.person("a", "A")
    dead.died = "1990"
    var old = Self.person("b", "B")
    old.born = "1880~"
    var alive = Self.person("c", "C")
    alive.born = "1950-03"
    let book = Self.book(
      Self.words,
      people: [(dead, [0]), (old, [1]), (alive, [2, 2, 3]), (Self.person("d", "D"), [])])
    let living = livingPeople(in: outline(of: book), year: 2020)
    #expect(living.map(\.id) == ["c"])
    #expect(living.first?.paragraphs == 2)
  }
}
