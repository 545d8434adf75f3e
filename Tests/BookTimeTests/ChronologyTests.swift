import BookDiagnostics
import BookLint
import BookMarkup
import BookModel
import Foundation
import Testing

@testable import BookTime

@Suite("The chronology")
struct ChronologyTests {
  static func book(
    _ chapters: [String], dates: [String?] = [], policy: ChronologyPolicy = ChronologyPolicy(),
    narrator: String? = nil, language: String = "en"
  ) -> Book {
    var sources = SourceFiles()
    var parsed: [ParsedChapter] = []
    for (index, text) in chapters.enumerated() {
      let bytes = Array(text.utf8)
      let id = sources.add(path: "chapters/\(index + 1).md", bytes: bytes)
      var header = ChapterHeader()
      header.date = index < dates.count ? dates[index].map { WrittenDate($0) } : nil
      parsed.append(parseChapter(bytes, source: id, header: header, language: language).value)
    }
    var metadata = BookMetadata(title: "One", language: language)
    metadata.chronology = policy
    metadata.narrator = Narrator(person: nil, born: narrator.map { WrittenDate($0) })
    return Book(metadata: metadata, chapters: parsed, sources: sources)
  }

  static func person(_ id: String, _ name: String, born: String? = nil, died: String? = nil)
    -> Person
  {
    var person = Person(id: id, name: PersonName(), heading: name, display: name, sort: id)
    person.born = born.map { WrittenDate($0) }
    person.died = died.map { WrittenDate($0) }
    person.span = SourceSpan(file: SourceID(0), start: 0, end: 1)
    return person
  }

  static func rows(_ annotation: TimeAnnotation) -> [String] {
    annotation.chronology.years.flatMap { year in
      year.rows.map { "\(year.label)|\($0.when)|\($0.text)" }
    }
  }

  @Test("rows stand by year, in order, with the wording that the dates leave")
  func rowsInOrder() async {
    let book = Self.book([
      """
      # One

      On 3 May 2016 [I came back](event:back "2016-05-03").

      In the summer of 2014 [I left](event:left "2014-22"). A couple of weeks later
      [I found work](event:work "2014"). That same day [we met](event:met "2014").
      """
    ])
    let time = await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1)
    #expect(messages(time, in: book).isEmpty)
    #expect(
      Self.rows(time.value) == [
        "2014|Summer|I left", "2014|A couple of weeks later|I found work",
        "2014|That same day|We met", "2016|3 May|I came back",
      ])
    #expect(
      time.value.chronology.years.flatMap(\.rows).map(\.datetime) == [
        "2014", "2014", "2014", "2016-05-03",
      ])
  }

  @Test(
    "an event without a date takes the words of its sentence, else the room its neighbours leave")
  func datesFromWords() async {
    let book = Self.book([
      """
      # One

      In May 1953 [we moved](event:moved). [Karl came](event:karl). In June 1954 [he left](event:left).
      """
    ])
    let time = await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1)
    #expect(time.value.events.map(\.id) == ["moved", "karl", "left"])
    #expect(time.value.events.map(\.edtf?.description) == ["1953-05", nil, "1954-06"])
    #expect(time.value.events[1].earliest == DayNumber(year: 1953, month: 5, day: 1))
    #expect(time.value.events[1].latest == DayNumber(year: 1954, month: 6, day: 30))
    #expect(time.value.events[1].confidence == .derived)
  }

  static let contradictions: [([String], String)] = [
    (
      [
        "[We moved](event:moved \"1953-06-10\") to town. Two weeks later [Karl came](event:karl \"1954-02\")."
      ],
      "these cannot all be true: 'We moved' is dated 10 June 1953; 'Karl came' is dated "
        + "February 1954; 'Karl came' is told 'Two weeks later', which is 11 to 17 days after "
        + "'We moved'"
    ),
    (
      [
        "[We moved](event:moved \"1953\") to town. It was fine.",
        "It rained. That same day [Karl came](event:karl \"1955\").",
      ],
      "these cannot all be true: 'We moved' is dated 1953; 'Karl came' is dated 1955; "
        + "'Karl came' is told 'That same day', which is on the day of 'We moved'"
    ),
    (
      [
        """
        [We moved](event:moved "1953-06-10") to town. After three years [Karl came](event:karl). A
        month later [he left](event:left "1954-01").
        """
      ],
      "these cannot all be true: 'We moved' is dated 10 June 1953; 'He left' is dated "
        + "January 1954; 'Karl came' is told 'three years', which is 2 to 4 years after "
        + "'We moved'; 'He left' is told 'A month later', which is 15 to 45 days after 'Karl came'"
    ),
  ]

  @Test(
    "a contradiction is explained with the sentences concerned, and nothing else",
    arguments: contradictions)
  func contradiction(chapters: [String], message: String) async {
    var texts = chapters.map { "# One\n\n" + $0 }
    texts.append("# Two\n\n[She died](event:died \"1990\").")
    let book = Self.book(texts)
    let time = await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1)
    #expect(messages(time, in: book).map(\.code.id) == ["B0405"])
    #expect(time.value.conflicts.map(\.message) == [message])
    #expect(
      time.value.conflicts.first?.spans.count == message.split(separator: ";").count)
    // Each sentence has a place of its own.
    for span in time.value.conflicts.first?.spans ?? [] {
      #expect(book.sources[span.file].bytes[Int(span.start)] == UInt8(ascii: "["))
    }
  }

  @Test("dates between two events free the second of the first")
  func datesBetween() async {
    let book = Self.book([
      """
      # One

      [We moved](event:moved "1953-06-10") to town. In May 1960 it burned. Two weeks later
      [Karl came](event:karl "1960-06").
      """
    ])
    let time = await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1)
    #expect(messages(time, in: book).isEmpty)
  }

  @Test("the ages, the world's events and the pictures come by policy")
  func policies() async throws {
    var policy = ChronologyPolicy()
    policy.ages = true
    policy.timeline = true
    let book = Self.book(
      [
        "# One\n\nOn 3 May 1953 we moved to <town> & stayed. In June 1960 I left the house. "
          + "In May 1965 my brother married Ann Lind."
      ],
      policy: policy, narrator: "1944-03-02")
    let time = await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1).value
    #expect(time.chronology.years.map(\.label) == ["1953", "1960", "1965"])
    #expect(time.chronology.years.map(\.age) == ["aged 9", "aged 16", "aged 21"])
    let plate = try #require(time.chronology.timeline)
    #expect(plate.svg.contains("<title"))
    #expect(plate.svg.contains("role=\"img\""))
    #expect(plate.alternative.contains("June"))
    let parser = XMLParserProbe()
    #expect(parser.isWellFormed(plate.svg))
  }

  @Test("lives of the registry are kept")
  func lives() async {
    let book = Self.book([
      "# One\n\n[Karl and I moved](event:moved \"1953-06; people=karl\") to town."
    ])
    var people = PeopleAnnotation()
    people.people = [Self.person("karl", "Karl Lind", born: "1960")]
    let time = await annotateTime(in: book, people: people, jobs: 1)
    #expect(messages(time, people, in: book).map(\.code.id) == ["B0415"])
    people.people = [Self.person("karl", "Karl Lind", born: "1940", died: "1990")]
    let sound = await annotateTime(in: book, people: people, jobs: 1)
    #expect(messages(sound, people, in: book).isEmpty)
  }

  /// Text of a chapter and the codes it gives, in order.
  static let remarks: [(String, [String])] = [
    ("On Tuesday, 5 August 2016, I wrote.", ["B0406"]), ("On Friday, 5 August 2016, I wrote.", []),
    ("On Sunday, 6 January 1706, he was born.", []), ("We left on 31 June 1953.", ["B0407"]),
    ("We left on 29 February 1953.", ["B0407"]), ("We left on 29 February.", []),
    ("He married on 10 September 1752.", ["B0408"]), ("He married on 29 February 1700.", []),
    ("He married on 29 February 1675.", []), ("He married on 29 February 1674.", ["B0407"]),
    ("In 1953, when I was fourteen, we moved.", ["B0409"]),
    ("In 1953, when I was nine, we moved.", []),
    ("The letter of 25/8/16 is lost.", ["B0410"]), ("The letter of 5/8/2016 is lost.", ["B0412"]),
    ("The letter of 8/8/2016 is lost.", []),
    ("I worked for twelve years, from 1990 to 1996.", ["B0413"]),
    ("I worked for six years, from 1990 to 1996.", []), ("In the winter of 1953 it snowed.", []),
    ("In the winter of 1953 [we moved](event:m) to town.", ["B0411"]),
    ("We moved [that summer](date:summer-1953).", ["B0401"]),
    ("We moved [that day](date:1953-6-3).", ["B0401"]),
    ("[We moved](event:m \"1953; place=x\").", ["B0402"]),
    ("[We moved](event:m \"1953; people=zoe\").", ["B0301"]),
    ("[A](event:m \"1953\"). [B](event:m \"1955\").", ["B0414"]),
    ("[A](event:m \"1953\"). [B](event:m \"1953-05\").", []),
  ]

  @Test("each fault is remarked once, and nothing else is", arguments: remarks)
  func remarksOnFaults(text: String, codes: [String]) async {
    let book = Self.book(["# One\n\n" + text], narrator: "1944-03-02")
    let time = await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1)
    let found = messages(time, in: book)
    #expect(found.map(\.code.id) == codes, "\(found.map(\.message))")
  }

  @Test("a date that is no EDTF is offered as what was most likely meant")
  func nearest() {
    #expect(nearestEDTF("5 August 2016")?.description == "2016-08-05")
    #expect(nearestEDTF("2016-8-5")?.description == "2016-08-05")
    #expect(nearestEDTF("summer 2014")?.description == "2014-22")
    #expect(nearestEDTF("about 1890")?.description == "1890~")
    #expect(nearestEDTF("once upon a time") == nil)
  }

  @Test("the sample memoir comes out in the order of its story")
  func sampleBook() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Book/chapters")
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
    let texts = try names.filter { $0.hasSuffix(".md") }.sorted().map {
      try String(contentsOf: root.appending(path: $0), encoding: .utf8)
    }
    let book = Self.book(texts)
    let time = await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1).value
    let facts = [
      ("joined-basho", "[2010-12..2011-01]"), ("left-basho", "2014-22"), ("posts", "2014/2015"),
      ("signals-post", "2014"), ("illumos-day", "2014"), ("met-damore-loveless", "2014"),
      ("joined-lucera", "[2014..2015-01]"), ("mcdonald", "[2014..2015]"), ("lisa-booth", "2015"),
      ("met-hume", "2015"), ("irc", "[2014..2015]"), ("left-lucera", "[2015..2016-03]"),
      ("joined-digitalocean", "2016-03~"), ("denver", "2016"), ("decided", "2016"),
      ("accepted-joyent", "2016-07-08~"), ("left-digitalocean", "2016-07~"),
      ("the-post", "2016-08-05"), ("new-chapter", "2016-08-12~"),
    ]
    #expect(facts.count == 19)
    let order = time.events.map(\.id).filter { id in facts.contains { $0.0 == id } }
    #expect(order == facts.map(\.0))
    #expect(time.conflicts.isEmpty)
    for (id, text) in facts {
      let event = try #require(time.events.first { $0.id == id })
      let stated = try #require(EDTF(text))
      let (first, last) = (try #require(stated.earliest), try #require(stated.latest))
      #expect(try #require(event.earliest) <= first, "\(id)")
      #expect(try #require(event.latest) >= last, "\(id)")
    }
  }
}

/// Whether a document's tags open and close as they should; the module has no XML parser to ask.
struct XMLParserProbe {
  func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), last == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}

/// All that is said of the dates of a book: what could not be read, and what the rules judge.
func messages(
  _ time: Diagnosed<TimeAnnotation>, _ people: PeopleAnnotation = PeopleAnnotation(), in book: Book
) -> [Diagnostic] {
  let annotated = AnnotatedBook(book: book, people: people, time: time.value)
  let rules = datesRules
  return time.diagnostics + rules.flatMap { $0.check(time.value, in: annotated) }
}
