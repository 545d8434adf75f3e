import BookDiagnostics
import BookModel
import BookPeople
import Testing

@Suite("The people index") struct IndexTests {
  func index(_ people: String, _ chapters: [String], yaml: String = "") async throws -> PeopleIndex
  {
    let named = try await NamedBook(people: people, chapters, yaml: yaml)
    return await annotatePeople(in: named.book, jobs: 1).value.index
  }

  func lines(_ index: PeopleIndex) -> [String] {
    index.groups.flatMap { group in
      ["[\(group.letter)]"]
        + group.entries.map { entry in
          let places = entry.locators.map {
            $0.first == $0.last
              ? "\($0.chapter).\($0.first)" : "\($0.chapter).\($0.first)-\($0.last)"
          }
          let subs = entry.subentries.map { subentry in
            let heading =
              switch subentry.subject {
              case .note(let words): words
              case .chapter(let chapter): "#\(chapter)"
              }
            return "\(heading):\(subentry.locators.count)"
          }
          let sees = entry.see.map { "see \($0)" } + entry.seeAlso.map { "also \($0)" }
          return ([entry.heading] + places + subs + sees).joined(separator: " | ")
        }
    }
  }

  @Test(
    "headings as Chicago and ISO 999 have them",
    arguments: [
      ("{ given: Andrew, family: Hume }", "", "Hume, Andrew"),
      ("{ given: Charles, family: Gaulle, non-dropping-particle: de }", "", "de Gaulle, Charles"),
      ("{ given: Simone, family: Beauvoir, dropping-particle: de }", "", "Beauvoir, Simone de"),
      ("{ given: Isaac, family: Newton, prefix: Sir }", "", "Newton, Sir Isaac"),
      ("{ given: Ruth, family: Berg, prefix: Dr. }", "", "Berg, Ruth"),
      ("{ family: Grant, prefix: Mrs. }", "", "Grant, Mrs."),
      ("{ given: Martin Luther, family: King, suffix: Jr. }", "", "King, Martin Luther, Jr."),
      ("{ family: Mao, given: Zedong, static-ordering: true }", "", "Mao Zedong"),
      ("{ literal: Pelé }", "", "Pelé"),
      ("{ literal: Vigdís Finnbogadóttir }", "", "Vigdís Finnbogadóttir"),
      ("{ given: Nell }", "roles: [nurse]", "Nell (nurse)"),
      ("{ given: Dave, family: Smith }", "nicknames: [Dizzy]", "Smith, Dave “Dizzy”"),
      (
        "{ given: Elizabeth, family: Gaskell }",
        "gender: female, aliases: [{ text: Elizabeth Stevenson, type: birth }]",
        "Gaskell, Elizabeth (née Stevenson)"
      ),
      ("Ludwig van Beethoven", "", "Beethoven, Ludwig van"),
      ("Charles de Gaulle", "", "de Gaulle, Charles"),
      ("Martin Van Buren", "", "Van Buren, Martin"),
      ("{ given: Martin, family: Van Buren }", "", "Van Buren, Martin"),
      ("{ given: Vincent, dropping-particle: van, family: Gogh }", "", "Gogh, Vincent van"),
      ("{ given: Federico, family: García Lorca }", "", "García Lorca, Federico"),
      ("{ given: Ana Costa, dropping-particle: e, family: Silva }", "", "Silva, Ana Costa e"),
      ("{ given: Vigdís, family: Finnbogadóttir }", "", "Vigdís Finnbogadóttir"),
      ("{ given: Béla, family: Bartók, static-ordering: true }", "", "Bartók Béla"),
      ("{ given: Naguib, family: Mahfouz }", "", "Mahfouz, Naguib"),
      ("{ family: al-Farabi }", "", "al-Farabi"),
      ("{ family: Grant, prefix: Mrs. }", "roles: [landlady]", "Grant, Mrs. (landlady)"),
      ("{ given: Isaac, family: Newton, prefix: Sir }", "", "Newton, Sir Isaac"),
      (
        "{ given: Arthur Wellesley, family: Wellington, prefix: Duke of }", "",
        "Wellington, Arthur Wellesley, Duke of"
      ),
      ("{ literal: Elizabeth II }", "", "Elizabeth II"),
      ("William the Conqueror", "", "William the Conqueror"),
      ("King Alfred the Great", "", "Alfred the Great, King"),
      ("{ given: Daphne, non-dropping-particle: du, family: Maurier }", "", "du Maurier, Daphne"),
      ("{ given: Ann, family: Berg }", "privacy: initials", "B., A."),
      ("{ given: Ann, family: Berg }", "privacy: { pseudonym: Eve Fox }", "Fox, Eve"),
    ])
  func headings(name: String, more: String, heading: String) async throws {
    let extra = more.isEmpty ? "" : ", \(more)"
    let index = try await index(
      "- { id: p, name: \(name)\(extra) }\n", ["# One\n\n[Somebody](person:p) came.\n"])
    #expect(index.groups.flatMap(\.entries).filter { $0.see.isEmpty }.map(\.heading) == [heading])
  }

  @Test("the order of the language, word by word or letter by letter") func order() async throws {
    let names = [
      "{ given: A, family: Östberg }", "{ given: B, family: Zorn }",
      "{ given: C, family: Ångström }",
      "{ given: D, family: Oman }", "{ given: Dario, family: da Rosa }",
      "{ family: Dario, given: E }",
      "{ literal: Henry VIII }", "{ literal: Henry IV }", "{ given: F, family: O’Brien }",
    ]
    let people = names.enumerated().map { "- { id: p\($0), name: \($1) }\n" }.joined()
    let text = "# One\n\n" + names.indices.map { "[X](person:p\($0))" }.joined(separator: " ")
    func heads(_ yaml: String) async throws -> [String] {
      try await index(people, [text], yaml: yaml).groups.flatMap(\.entries).map(\.heading)
    }
    #expect(
      try await heads("") == [
        "Ångström, C", "da Rosa, Dario", "Dario, E", "Henry IV", "Henry VIII", "O’Brien, F",
        "Oman, D", "Östberg, A", "Zorn, B",
      ])
    #expect(
      try await heads("people: { collation: letter }\n") == [
        "Ångström, C", "Dario, E", "da Rosa, Dario", "Henry IV", "Henry VIII", "O’Brien, F",
        "Oman, D", "Östberg, A", "Zorn, B",
      ])
    let swedish = Collation(order: .word, language: "sv")
    let sorted = ["Östberg", "Zorn", "Ångström", "Äng", "Oman"].sorted {
      swedish.key($0) < swedish.key($1)
    }
    #expect(sorted == ["Oman", "Zorn", "Ångström", "Äng", "Östberg"])
    #expect(swedish.letter("Ångström") == "Å" && collationLetter("de", "Ärzte") == "A")
    #expect(collationLetter("en", "7th Earl") == "#" && collationLetter("en", "Иванов") == "И")
  }

  func collationLetter(_ language: String, _ text: String) -> String {
    Collation(order: .word, language: language).letter(text)
  }

  @Test("places join only where the discussion runs on") func runs() async throws {
    let index = try await index(
      """
      - { id: ann, name: { given: Ann, family: Berg }, gender: female, nicknames: [Nan] }
      - { id: bo, name: { given: Bo, family: Holm } }

      """,
      [
        """
        # One

        Ann Berg came.

        She sat down.

        Ann Berg left.

        It rained.

        Ann Berg slept.

        Nan woke up.
        """
      ])
    #expect(
      lines(index) == ["[B]", "Berg, Ann “Nan” | 0.1-3 | 0.5-6", "[N]", "Nan | 0.1-3 | 0.5-6"])
  }

  @Test("a long string is broken by chapter, and referred to rather than repeated")
  func strings() async throws {
    let chapter =
      "\n\nDizzy came.\n\nIt rained.\n\nDave Smith left.\n\nIt snowed.\n\nDizzy slept.\n"
    let index = try await index(
      "- { id: dave, name: { given: Dave, family: Smith }, nicknames: [Dizzy], gender: male }\n",
      (1...3).map { "# Part \($0)" + chapter })
    #expect(
      lines(index) == [
        "[D]", "Dizzy | see i-dave", "[S]",
        "Smith, Dave “Dizzy” | #0:3 | #1:3 | #2:3",
      ])
  }

  @Test("what is hidden reaches neither index nor cast nor the people themselves")
  func hidden() async throws {
    let named = try await NamedBook(
      people: """
        - { id: x1, name: { given: Dagny, family: Holmqvist }, privacy: hidden, note: my friend }
        - { id: x2, name: { given: Ruth, family: Vinterberg }, privacy: initials, born: 1950 }

        """, ["# One\n\nDagny Holmqvist and Ruth Vinterberg came.\n"])
    let found = await annotatePeople(in: named.book, jobs: 1).value
    let told = "\(found.index) \(found.cast) \(found.people)"
    for secret in ["Dagny", "Holmqvist", "Ruth", "Vinterberg", "1950", "dagny", "vinterberg"] {
      #expect(!told.contains(secret))
    }
    #expect(lines(found.index) == ["[V]", "V., R. | 0.1"])
  }

  @Test("namesakes are told apart by dates, else by role") func namesakes() async throws {
    let index = try await index(
      """
      - { id: a, name: { given: John, family: Smith }, born: 1801, died: 1870 }
      - { id: b, name: { given: John, family: Smith }, roles: [baker] }

      """, ["# One\n\n[He](person:a) met [him](person:b).\n"])
    #expect(lines(index) == ["[S]", "Smith, John (1801–70) | 0.1", "Smith, John (baker) | 0.1"])
  }

  @Test(
    "page ranges",
    arguments: [
      ("71", "72", "71–72", "71–72", "71–2"), ("100", "104", "100–104", "100–104", "100–4"),
      ("101", "108", "101–8", "101–108", "101–8"), ("321", "328", "321–28", "321–328", "321–8"),
      ("1496", "1500", "1496–1500", "1496–1500", "1496–500"),
      ("115", "116", "115–16", "115–116", "115–16"),
      ("498", "532", "498–532", "498–532", "498–532"), ("xi", "xiv", "xi–xiv", "xi–xiv", "xi–xiv"),
      ("5", "5", "5", "5", "5"), ("98", "102", "98–102", "98–102", "98–102"),
    ])
  func ranges(first: String, last: String, chicago: String, full: String, minimal: String) {
    #expect(PageRange.text(first, last, style: .chicago) == chicago)
    #expect(PageRange.text(first, last, style: .full) == full)
    #expect(PageRange.text(first, last, style: .minimal) == minimal)
  }

  @Test(
    "the cast in the book's language",
    arguments: [
      ("en", "Family", "Others"), ("de", "Familie", "Weitere Personen"),
      ("fr", "Famille", "Autres"),
      ("es", "Familia", "Otras personas"),
    ])
  func cast(language: String, family: String, others: String) async throws {
    var named = try await NamedBook(
      people: """
        - { id: ann, name: { given: Ann, family: Berg }, relation: sister, note: "kept the shop", died: 1990, born: 1930 }
        - { id: bo, name: { given: Bo, family: Holm }, roles: [a stranger] }
        - { id: no, name: { given: Nobody, family: Else } }

        """, ["# One\n\nAnn Berg and Bo Holm came.\n"])
    named.book.metadata.language = language
    let cast = await annotatePeople(in: named.book, jobs: 1).value.cast
    #expect(cast.map(\.title) == [family, others])
    #expect(cast.flatMap(\.members).map(\.line) == ["kept the shop (1930–90)", "a stranger"])
  }

  @Test("one person more changes nobody else's places unless it is asked about")
  func addingOne() async throws {
    let text = [
      "# One\n\nJohn Berg met Ann Holm. John laughed. Mr. Berg left. Ann stayed; Holm was her name.\n",
      "# Two\n\nAnn and Paul Berg went home with Mark Holm. Berg sang. Will Mark come? John said no.\n",
    ]
    let base = """
      - { id: john-berg, name: { given: John, family: Berg } }
      - { id: ann-holm, name: { given: Ann, family: Holm } }

      """
    let before = await annotatePeople(in: try await NamedBook(people: base, text).book, jobs: 1)
      .value
    for other in [
      "John, family: Ek", "Paul, family: Berg", "Ann, family: Berg", "Mark, family: Holm",
    ] {
      let people = base + "- { id: other, name: { given: \(other) } }\n"
      let book = try await NamedBook(people: people, text).book
      let after = await annotatePeople(in: book, jobs: 1)
      let lost = lostPlaces(from: before, to: after.value)
      let asked = Set(after.value.ambiguous.map { "\($0.chapter) \($0.range.lowerBound)" })
      let given = Set(
        after.value.mentions.filter { after.value.people[$0.person].id == "other" }
          .map { "\($0.chapter) \($0.range.lowerBound)" })
      #expect(lost.isSubset(of: asked.union(given)))
      if !asked.isEmpty {
        #expect(messages(after, in: book).contains { $0.code == .ambiguousMention })
      }
    }
  }

  /// Places that a person had and has no longer.
  func lostPlaces(from a: PeopleAnnotation, to b: PeopleAnnotation) -> Set<String> {
    func places(_ x: PeopleAnnotation) -> [String: String] {
      Dictionary(
        x.mentions.map { ("\($0.chapter) \($0.range.lowerBound)", x.people[$0.person].id) },
        uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (places(a), places(b))
    return Set(old.filter { new[$0.key] != $0.value }.keys)
  }
}
