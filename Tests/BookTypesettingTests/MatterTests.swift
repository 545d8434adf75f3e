import BookDiagnostics
import BookModel
import BookOutline
import Testing

@testable import BookTypesetting

@Suite(.enabled(if: machineFonts != nil, "no fonts on this machine"))
struct MatterTests {
  private func pages(_ book: AnnotatedBook) async throws -> PageList {
    let fonts = try #require(machineFonts)
    let result = await typeset(outline(of: book), design: PageDesign(), fonts: fonts, jobs: 2)
    return try #require(result.value)
  }

  /// A book in which somebody of an unusual name is met in some paragraphs.
  private func bookWithPeople() -> AnnotatedBook {
    var sample = SampleText(seed: 21)
    var texts: [String] = []
    for number in 1...4 {
      var text = "# Chapter \(number)\n\n"
      for i in 0..<40 {
        let name = i % 9 == 4 ? "Then Quillfeather came in. " : ""
        text += name + sample.paragraph() + "\n\n"
      }
      texts.append(text)
    }
    let book = SampleText.book(texts)
    var people = PeopleAnnotation()
    people.people = [
      Person(
        id: "q", name: PersonName(), heading: "Quillfeather, Ada", display: "Ada Quillfeather",
        sort: "quillfeather")
    ]
    var entry = PeopleIndex.Entry(heading: "Quillfeather, Ada", id: "i-q", person: 0)
    let name = Array("Quillfeather".utf8)
    for (chapter, parsed) in book.chapters.enumerated() {
      for (index, prose) in parsed.prose.enumerated() {
        let words = parsed.text[prose.text]
        guard words.count > 24, Array(words.dropFirst(5).prefix(name.count)) == name else {
          continue
        }
        let start = prose.text.lowerBound + 5
        people.mentions.append(
          Mention(
            chapter: chapter, prose: index, range: start..<(start + name.count), person: 0,
            zone: .body))
        entry.locators.append(.init(chapter: chapter, first: index, last: index))
      }
    }
    var group = PeopleIndex.Group(letter: "Q")
    group.entries = [entry]
    people.index.groups = [group]
    return AnnotatedBook(book: book, people: people, time: TimeAnnotation())
  }

  @Test func everyPageOfTheIndexNamesThePerson() async throws {
    let list = try await pages(bookWithPeople())
    let index = try #require(list.destinations.first { $0.name == "index" })
    let text = list.pages[index.page...].map(\.readText).joined(separator: " ")
    let entry = try #require(text.firstRange(of: "Ada, "))
    let numbers = text[entry.upperBound...].split { !$0.isNumber && $0 != "–" }
    #expect(numbers.count >= 3)
    for number in numbers {
      let ends = number.split(separator: "–").compactMap { Int($0) }
      let first = try #require(ends.first)
      let last = ends.count > 1 ? whole(ends[1], after: first) : first
      for page in first...last {
        let found = try #require(
          list.pages.first { $0.numbering == .arabic && $0.number == page })
        #expect(found.readText.contains("Quill"))
      }
    }
  }

  /// However few are in it, as in the first book somebody makes.
  @Test(arguments: 1...9) func noLetterOfTheIndexEndsAColumn(count: Int) async throws {
    var book = bookWithPeople()
    let locator = try #require(book.people.index.groups[0].entries[0].locators.first)
    book.people.index.groups = (0..<count).map { number in
      let letter = String(UnicodeScalar(UInt8(65 + number)))
      var group = PeopleIndex.Group(letter: letter)
      var entry = PeopleIndex.Entry(heading: "\(letter)ndrews, Ada", id: "i-\(number)", person: 0)
      entry.locators = [locator]
      group.entries = [entry]
      return group
    }
    let list = try await pages(book)
    let index = try #require(list.destinations.first { $0.name == "index" })
    let page = list.pages[index.page]
    // The lowest words of either column that are no number of a page.
    var lowest: [Bool: (y: Float, words: String)] = [:]
    for case .run(let run) in page.items {
      let words = String(decoding: page.text[run.text], as: UTF8.self)
      guard words.contains(where: \.isLetter), words != "People" else { continue }
      let isLeft = run.x < list.trim.width * 0.45
      if run.y >= lowest[isLeft]?.y ?? 0 { lowest[isLeft] = (run.y, words) }
    }
    #expect(!lowest.isEmpty)
    for (_, words) in lowest.values { #expect(words.count > 1, "\(count): \(words)") }
  }

  /// The page a shortened range ends on: 28 after 321 is 328.
  private func whole(_ last: Int, after first: Int) -> Int {
    var power = 1
    while power <= last { power *= 10 }
    return last >= first ? last : first / power * power + last
  }

  @Test func notesStandOnThePageThatRefersToThem() async throws {
    let book = SampleText.book([
      "# One\n\n"
        + (1...40).map { number in
          "Words that refer to something said below\(number % 4 == 0 ? "[^n\(number)]" : "") and go on "
            + "for a while, so that pages are filled and parted in many places by chance.\n\n"
        }.joined()
        + (1...40).filter { $0 % 4 == 0 }.map { "[^n\($0)]: Remark\($0) about it.\n\n" }.joined()
    ])
    let list = try await pages(SampleText.annotated(book))
    var met = 0
    for page in list.pages {
      let references = page.links.filter { link in
        if case .destination(let name) = link.target { return name.contains(".fn-") }
        return false
      }
      for link in references {
        guard case .destination(let name) = link.target else { continue }
        let place = try #require(list.destinations.first { $0.name == name })
        #expect(list.pages[place.page].number == page.number)
        met += 1
      }
    }
    #expect(met == 10)
  }

  @Test func linksToPlacesWithinWordsLeadThere() async throws {
    let filler = String(
      repeating: "Words that go on and on until the page is full of them. ", count: 80)
    let book = SampleText.book([
      """
      # One

      To [a](#a), [b](#b) and [c](#c).

      \(filler)

      Here is [the mill]{#a}.

      \(filler)

      <div id="b">

      In a block.

      </div>

      *Soft*{#c}
      """
    ])
    let list = try await pages(SampleText.annotated(book))
    let names = list.pages.flatMap(\.links).compactMap { link -> String? in
      if case .destination(let name) = link.target { name } else { nil }
    }
    var places: [Int] = []
    for id in ["a", "b", "c"] {
      let name = try #require(names.first { $0.hasSuffix(".\(id)") }, "\(id)")
      places.append(try #require(list.destinations.first { $0.name == name }).page)
    }
    #expect(places[0] > 0 && places[1] > places[0] && places[2] >= places[1])
  }

  @Test(arguments: [
    "# One\n\n" + String(repeating: "w", count: 5000) + "\n",
    "# One\n\n" + String(repeating: "> ", count: 200) + "deep\n",
    "# One\n\n" + String(repeating: "- a\n  ", count: 60) + "\n",
    "", "\n\n\n", "# \n", "***\n\n***\n\n***\n", "# One\n\n## Two\n\n### Three\n",
    "# One\n\nА́лое \u{202E}שלום\u{202C} 漢字 😀 text.\n",
    "# One\n\n| a | b |\n|---|---|\n| " + String(repeating: "long words ", count: 300) + "| x |\n",
    "# One\n\nText[^a]\n\n[^a]: " + String(repeating: "A very long note. ", count: 900) + "\n",
    "::: verse\n\n" + String(repeating: "a line of verse\n", count: 200) + "\n:::\n",
  ])
  func nothingStopsTheBookFromComingOut(text: String) async throws {
    let book = SampleText.annotated(SampleText.book([text, "# Last\n\nThe end.\n"]))
    let list = try await pages(book)
    #expect(list.pages.contains { $0.readText.contains("The end.") })
  }

  @Test(arguments: 1...8) func figuresStandOnThePageOfTheirMentionOrTheNext(
    before: Int
  ) async throws {
    var sample = SampleText(seed: UInt64(before))
    var text = "# One\n\n"
    for _ in 0..<(before * 2) { text += sample.paragraph() + "\n\n" }
    text += "![A dam](dam.svg \"The dam\")\n\nAfterwards came the water.\n"
    var book = SampleText.book([text])
    book.images = [
      PublicationImage(
        path: "chapters/dam.svg", name: "images/dam.svg", mediaType: "image/svg+xml", width: 400,
        height: 300, bytes: [])
    ]
    let list = try await pages(
      AnnotatedBook(
        book: book, people: PeopleAnnotation(), time: TimeAnnotation()))
    let picture = try #require(
      list.pages.firstIndex {
        $0.items.contains { if case .picture = $0 { true } else { false } }
      })
    let words = try #require(list.pages.firstIndex { $0.readText.contains("Afterwards came") })
    #expect(abs(picture - words) <= 1)
    #expect(list.pages[picture].readText.contains("The dam"))
  }

  @Test func missingCharactersAreNamedOnceWithTheirPlace() async throws {
    let book = SampleText.annotated(
      SampleText.book(["# One\n\nA sign \u{10A60} and again \u{10A60} of Old South Arabia.\n"]))
    let fonts = try #require(machineFonts)
    let result = await typeset(outline(of: book), design: PageDesign(), fonts: fonts, jobs: 1)
    let found = result.diagnostics.filter { $0.code == .missingGlyph && $0.span != nil }
    #expect(found.count == 1)
    #expect(found.first?.message.contains("U+10A60") == true)
    #expect(found.first?.span?.start == 14)
  }

  @Test func lettersOfOneSubstituteAreNamedTogether() async throws {
    let book = SampleText.annotated(
      SampleText.book(["# One\n\nIn Hebrew it is שלום עולם, which was new.\n"]))
    let fonts = try #require(machineFonts)
    let result = await typeset(outline(of: book), design: PageDesign(), fonts: fonts, jobs: 1)
    let found = result.diagnostics.filter { $0.code == .missingGlyph && $0.span != nil }
    // Whether the machine has Hebrew or not it is said once; one without EB Garamond says nothing.
    #expect(found.count <= 1)
    #expect(found.first.map { $0.message.contains("U+5E9") } ?? true)
  }

  @Test func rightToLeftWordsAreReadInOrderAndSignsFollowThem() async throws {
    let book = SampleText.annotated(
      SampleText.book(["# One\n\nIn Hebrew it is שלום עולם, which was new (שלום).\n"]))
    let list = try await pages(book)
    let page = try #require(list.pages.first { $0.readText.contains("Hebrew") })
    #expect(page.readText.contains("שלום עולם, which"))
    #expect(page.readText.contains("(שלום)."))
    // On the page the second word stands left of the first, and the comma right of both.
    let runs = page.items.compactMap { item -> GlyphRun? in
      if case .run(let run) = item { run } else { nil }
    }
    func place(_ text: String) throws -> Float {
      try #require(runs.first { String(decoding: page.text[$0.text], as: UTF8.self) == text }).x
    }
    #expect(try place("עולם") < place("שלום"))
    let comma = try #require(
      runs.first { String(decoding: page.text[$0.text], as: UTF8.self).hasPrefix(",") })
    #expect(try comma.x > place("שלום") - 0.1)
  }

  @Test func versesWithoutMarksStandIn() async throws {
    let stanza = "The water rose,\\\nThe water fell,\\\nThe miller chose\\\nTo ring the bell."
    let book = SampleText.annotated(
      SampleText.book(["# One\n\nText.\n\n\(stanza)\n\nMore text.\n"]))
    let list = try await pages(book)
    let page = try #require(list.pages.first { $0.readText.contains("miller") })
    let starts = page.items.compactMap { item -> (Float, String)? in
      guard case .run(let run) = item else { return nil }
      return (run.x, String(decoding: page.text[run.text], as: UTF8.self))
    }
    let edge = try #require(starts.first { $0.1.hasPrefix("Text") || $0.1.hasPrefix("More") }).0
    for line in ["The water rose", "The water fell", "The miller", "To ring"] {
      #expect(try #require(starts.first { $0.1.hasPrefix(line) }).0 > edge + 5)
    }
  }

  @Test func blanksBeforeALineOfVerseSetItIn() async throws {
    let verse = "::: verse\nThe water rose\n  and fell\n\n    The miller chose\nto ring\n:::"
    let book = SampleText.annotated(
      SampleText.book(["# One\n\nText.\n\n\(verse)\n\nMore text.\n"]))
    let list = try await pages(book)
    let page = try #require(list.pages.first { $0.readText.contains("miller") })
    func place(_ words: String) throws -> Float {
      try #require(
        page.items.compactMap { item -> Float? in
          guard case .run(let run) = item,
            String(decoding: page.text[run.text], as: UTF8.self).hasPrefix(words)
          else { return nil }
          return run.x
        }.first)
    }
    let edge = try place("The water")
    #expect(try place("to ring") == edge)
    let step = try place("and fell") - edge
    #expect(step > 3)
    #expect(try abs(place("The miller") - edge - 2 * step) < 0.1)
  }

  @Test func aSignBesideWordsStaysOnItsLineOfVerse() async throws {
    let verse = "::: verse\nThe river[^1]\n<q>Rose</q>\n[^2] and fell[^1] [^2]\n  the mill[^1]\n:::"
    let ended = "We sang \\\n[^1] of four \\\n<q>lines</q> \\\nin all.[^2]"
    let book = SampleText.annotated(
      SampleText.book(["# One\n\n\(verse)\n\n\(ended)\n\n[^1]: A note.\n\n[^2]: Another.\n"]))
    let list = try await pages(book)
    let page = try #require(list.pages.first { $0.readText.contains("river") })
    var lines: [(y: Float, text: String)] = []
    for case .run(let run) in page.items {
      let text = String(decoding: page.text[run.text], as: UTF8.self)
      if lines.last.map({ abs($0.y - run.y) < 5 }) == true {
        lines[lines.count - 1].text += text
      } else {
        lines.append((run.y, text))
      }
    }
    let first = try #require(lines.firstIndex { $0.text.contains("river") })
    #expect(
      lines[first...].prefix(8).map { $0.text.filter { $0 != " " } } == [
        "Theriver1", "“Rose”", "2andfell12", "themill1", "Wesang", "1offour", "“lines”", "inall.2",
      ])
  }

  @Test func aWordWiderThanTheLineIsNamed() async throws {
    let word = String(repeating: "m", count: 80)
    let book = SampleText.annotated(SampleText.book(["# One\n\nHere \(word) stands.\n"]))
    let fonts = try #require(machineFonts)
    let result = await typeset(outline(of: book), design: PageDesign(), fonts: fonts, jobs: 1)
    #expect(result.diagnostics.filter { $0.code == .wordTooWide }.count == 1)
  }
}

@Suite struct ThemeTests {
  private func node(_ entries: [(String, YAMLNode.Content)]) -> YAMLNode {
    let span = SourceSpan(file: SourceID(0), start: 0, end: 0)
    return YAMLNode(
      .mapping(
        entries.map { .init(key: $0.0, keySpan: span, value: YAMLNode($0.1, span: span)) }),
      span: span)
  }

  private func decode(_ page: YAMLNode?, trim: String? = nil) -> Diagnosed<PageDesign> {
    let trim = trim.map { node([("trim", .scalar($0, isPlain: true))])["trim"] } ?? nil
    return PageDesign.decode(
      Theme(name: "test", bookCSS: [], previewCSS: [], page: page), trim: trim)
  }

  @Test func unknownKeysAreNamedWithTheNearest() {
    let page = node([("type", node([("leeding", .scalar("14pt", isPlain: true))]).content)])
    let result = decode(page)
    #expect(result.diagnostics.map(\.code) == [.unknownThemeKey])
    #expect(result.diagnostics.first?.notes.first?.message.contains("'leading'") == true)
  }

  @Test func badValuesKeepTheDefault() {
    let page = node([("type", node([("size", .scalar("big", isPlain: true))]).content)])
    let result = decode(page)
    #expect(result.diagnostics.map(\.code) == [.badThemeValue])
    #expect(result.value.size == PageDesign().size)
  }

  @Test func lengthsCarryUnits() {
    let margins = node([
      ("head", .scalar("0.8in", isPlain: true)), ("foot", .scalar("25.4mm", isPlain: true)),
    ])
    let result = decode(node([("page", node([("margins", margins.content)]).content)]))
    #expect(result.diagnostics.isEmpty)
    #expect(abs(result.value.margins.head - 57.6) < 0.01)
    #expect(abs(result.value.margins.foot - 72) < 0.01)
  }

  @Test func theBooksTrimOverrulesTheThemes() {
    #expect(abs(decode(nil, trim: "A5").value.trim.width - 419.53) < 0.01)
    #expect(decode(nil, trim: "pocket").diagnostics.map(\.code) == [.badTrim])
  }
}
