import BookDiagnostics
import BookModel
import BookPeople
import Testing

@Suite("Names lead to the one person they mean")
struct ResolutionTests {
  static let dave = """
    - id: dave-smith
      name: { given: Dave, family: Smith }
      nicknames: [Dizzy]
      gender: male
    - id: ulysses-grant
      name: { given: Ulysses S., family: Grant, prefix: General }

    """

  @Test(
    "full names, nicknames, initials, titles and possessives",
    arguments: [
      "{Dizzy=dave-smith} picked me up. {Dave Smith=dave-smith}’s car was red.",
      "{Dave “Dizzy” Smith=dave-smith} and {Dizzy Smith=dave-smith} are one.",
      "{U. S. Grant=ulysses-grant}, {U.S. Grant=ulysses-grant}, {Ulysses Simpson Grant=ulysses-grant}.",
      "I met {General Grant=ulysses-grant}; {Gen. U. S. Grant=ulysses-grant} was {Grant=ulysses-grant}'s name.",
      "{ULYSSES S. GRANT=ulysses-grant} stood on the stone.",
      "It was {Mr. Smith=dave-smith}'s and {Smith=dave-smith}’s turn. The {Smith=dave-smith} house.",
      "They called {Ulysses\nGrant=ulysses-grant} over two lines.",
      "“{Dave=dave-smith}, come!”",
      "[{Dizzy](person:dave-smith)=dave-smith} and [Dave](person:none) and `Dave Smith`.",
    ])
  func forms(text: String) async throws {
    // A link's words stand inside its brackets.
    let text = text.replacing(
      "[{Dizzy](person:dave-smith)=dave-smith}", with: "{[Dizzy](person:dave-smith)=dave-smith}")
    try await expectNames(people: Self.dave, "# One\n\n\(text)\n")
  }

  @Test(
    "what only looks like a name is none",
    arguments: [
      "We drove down Smith Street to Grant County.",
      "Smith & Co. and Smith Brothers were firms.",
      "She kept Smith's Hotel, and Fort Grant lay beyond.",
      "Mary Smith and Peter Grant are others.",
      "We sailed in the *Grant*.",
      "Mrs. Grant Jones and Dave Jones.",
      "Grant-Duff was another; O’Grant too.",
      "a grant was given; dizzy with joy",
    ])
  func guards(text: String) async throws {
    try await expectNames(people: Self.dave, "# One\n\n\(text)\n")
  }

  @Test(
    "words that are names as well",
    arguments: [
      "Will you come? Will he? {Will=will} said no. I saw {Will=will}.",
      "May I? In May it rained. {May=may} came in June.",
      "Mark my words: {Mark=mark} left. {Mark=mark}’s hat stayed.",
      "Grace was said. A bill was paid. {Bill=bill} paid it.",
      "That will do, and we may mark it.",
    ])
  func homographs(text: String) async throws {
    let people = ["will", "may", "mark", "grace", "bill"].map {
      "- id: \($0)\n  name: { given: \($0.prefix(1).uppercased() + $0.dropFirst()), family: Berg\($0) }\n"
    }.joined()
    let text = text.replacing("Grace was said.", with: "Some grace was said.")
    try await expectNames(people: people, "# One\n\n\(text)\n")
  }

  static let two = """
    - id: john-berg
      name: { given: John, family: Berg }
    - id: john-holm
      name: { given: John, family: Holm }
    - id: mr-smith
      name: { prefix: Mr., family: Smith }
    - id: mrs-smith
      name: { prefix: Mrs., family: Smith }

    """

  @Test(
    "a shared name goes to who was told of last, or is asked about",
    arguments: [
      "{John Berg=john-berg} came. {John=john-berg} sat down.",
      "{John Berg=john-berg} and {John Holm=john-holm} came. Then {John?john-berg,john-holm} left.",
      "{John?john-berg,john-holm} came.",
      "{Mrs. Smith=mrs-smith} saw {Mr. Smith=mr-smith}. {Smith=mr-smith} waved.",
      "{Mr.=mr-smith} and {Mrs. Smith=mrs-smith} came.",
      "{Captain=mr-smith} and {Mrs. Smith=mrs-smith} came.",
      "{John Berg=john-berg} was a baker.\n\nHe was old.\n\nIt rained.\n\nIt snowed.\n\nIt froze.\n\nAnd {John?john-berg,john-holm} died.",
    ])
  func shared(text: String) async throws {
    try await expectNames(people: Self.two, "# One\n\n\(text)\n")
  }

  @Test("the year told of says who was alive") func alive() async throws {
    try await expectNames(
      people: """
        - { id: john-berg, name: { given: John, family: Berg }, born: 1800, died: 1850 }
        - { id: john-holm, name: { given: John, family: Holm }, born: 1901 }

        """,
      "# One\n\nIt was in 1840 that {John=john-berg} came.\n",
      "# Two\n\nIn 1930, or so they say, {John=john-holm} left. It rained.\n",
      "# Three\n\nNobody knew {John?john-berg,john-holm}.\n")
  }

  @Test("relatives tell namesakes apart") func kin() async throws {
    try await expectNames(
      people: """
        - { id: tom-uncle, name: { given: Thomas, family: Ash }, roles: [uncle] }
        - { id: tom-grandfather, name: { given: Thomas, family: Ash }, roles: [grandfather] }
        - { id: ned-brother, name: { given: Ned, family: Ash }, relation: brother }
        - { id: ned-nephew, name: { given: Ned, family: Ash }, roles: [nephew] }
        - { id: ann, name: { given: Ann, family: Ash }, roles: [sister] }

        """,
      """
      # One

      My grandfather {Thomas=tom-grandfather} kept bees.

      My {Uncle Thomas=tom-uncle} did not. My brother {Ned=ned-brother} helped him.

      # Two

      My grandfather had two sons. His son {Thomas=tom-uncle} went to sea.

      My sister {Ann=ann} had a boy; her son {Ned=ned-nephew} is a smith.

      # Three

      {Ned=ned-brother}, my brother, was ill.

      """)
  }

  @Test("signs and letters of all kinds") func letters() async throws {
    try await expectNames(
      people: """
        - { id: nunez, name: { given: Ana, family: Núñez } }
        - { id: obrien, name: { given: Pat, family: O’Brien } }
        - { id: gaulle, name: { given: Charles, family: Gaulle, non-dropping-particle: de } }
        - { id: sasha, name: { given: Саша, family: Иванов } }

        """,
      "# One\n\n{Ana Núñez=nunez}, {Ana Nu\u{301}n\u{303}ez=nunez}, {Nunez=nunez} and {Ana=nunez}. "
        + "{Pat O’Brien=obrien}; {O’Brien=obrien}’s. {De Gaulle=gaulle} and {Charles de Gaulle=gaulle}. "
        + "{Саша=sasha} и {Иванов=sasha}.\n")
  }

  @Test("a single letter names nobody; whoever has one is called by the next name")
  func letterNames()
    async throws
  {
    try await expectNames(
      people: """
        - { id: mitchell, name: { given: S. Weir, family: Mitchell } }
        - { id: carter, name: { given: J., family: Carter } }

        """,
      """
      # One

      {Dr. S. Weir Mitchell=mitchell} came, and {J. Carter=carter}. P.S. I wrote more. The S. wind \
      blew; J said so. {Weir=mitchell} went home; {Weir Mitchell=mitchell} smiled.

      """)
  }

  @Test("monarchs, popes and saints") func monarchs() async throws {
    try await expectNames(
      people: """
        - { id: charles, name: { family: Charles II, prefix: King } }
        - { id: gregory, name: { literal: Pope Gregory XIII } }
        - { id: pope, name: { given: Alexander, family: Pope } }

        """,
      """
      # One

      {Charles II=charles} was {Charles the Second=charles} or {King Charles=charles}; Charles was \
      another. {Pope Gregory XIII=gregory} and {Pope Gregory=gregory} reigned; {Alexander \
      Pope=pope} wrote. {Pope=pope} was small. King Gregory was not.

      """)
  }

  @Test("families, scope, ambiguous forms and words to ignore") func registryRules() async throws {
    try await expectNames(
      people: """
        people:
          - { id: ann, name: { given: Ann, family: Bell }, scope: [01], aliases: [the Captain] }
          - { id: dave, name: { given: Dave, family: Fox }, ambiguous: [Dave] }
        ignore: [Bell Labs, Basho]

        """,
      """
      # One

      {Ann=ann} worked at Bell Labs and Basho. {The Captain=ann} liked {Dave?dave} and {Dave \
      Fox=dave}. We knew {the Captain=ann}.

      """, "# Two\n\nAnn was another here, but {Ann Bell=ann} came later.\n")
  }

  @Test("initials, names before marriage, titles of a place, names of one people or another")
  func formsOfOthers() async throws {
    try await expectNames(
      people: """
        - { id: grant, name: { given: Ulysses S., family: Grant } }
        - { id: josiah, name: { given: Josiah, family: Franklin } }
        - { id: york, name: { given: Tom, family: York } }
        - { id: albemarle, name: { given: George, family: Albemarle, prefix: Duke of } }
        - { id: dubois, name: { given: Ida, family: Dubois }, aliases: [{ text: Ida Leclerc, type: birth }] }
        - { id: vigdis, name: { literal: Vigdís Finnbogadóttir } }
        - { id: gogh, name: Vincent van Gogh }
        - { id: mao, name: { family: Mao, given: Zedong, static-ordering: true } }

        """,
      """
      # One

      {US Grant=grant} came. The stone said {J. F.?josiah} and no more; J. F. Cooper wrote, at 6 A. M.

      The Duke of York met the {Duke of Albemarle=albemarle}; {York?york} was {Tom York=york}.

      {Mme Dubois=dubois}, née {Leclerc=dubois}, met {Vigdís=vigdis}, or {Vigdís \
      Finnbogadóttir=vigdis}. {Van Gogh=gogh} and {Gogh=gogh} painted; {Mao=mao} or {Mao Zedong=mao} ruled.

      """)
  }

  @Test("quotations, notes, headings and captions keep their zone") func zones() async throws {
    let named = try await NamedBook(
      people: Self.dave,
      [
        """
        # Dave Smith

        He came.[^1]

        > Dave Smith said so.

        [^1]: Dave Smith again.
        """
      ])
    let annotated = await annotatePeople(in: named.book, jobs: 2)
    #expect(annotated.value.mentions.map(\.zone.rawValue) == ["heading", "quote", "note"])
  }

  @Test("the result does not depend on the number of tasks") func jobs() async throws {
    let chapters = (0..<12).map { i in
      "# C\(i)\n\nJohn Berg met John Holm. John left. Mrs. Smith and Smith stayed.\n"
    }
    let named = try await NamedBook(people: Self.two, chapters)
    let one = await annotatePeople(in: named.book, jobs: 1).value
    let many = await annotatePeople(in: named.book, jobs: 8).value
    #expect(one.mentions == many.mentions)
    #expect(one.ambiguous == many.ambiguous)
    #expect(one.index == many.index)
    #expect(!one.mentions.isEmpty)
  }
}
