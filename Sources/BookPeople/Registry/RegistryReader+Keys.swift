import BookLanguage
package import BookModel

extension RegistryReader {
  /// The names of the keys of a person.
  static let personKeys = describedPersonKeys.map(\.name)
  /// The names of the keys of a name that is given in parts.
  static let nameKeys = describedNameKeys.map(\.name)

  private static let describedNameKeys: [KeyDescription] = [
    .init("prefix", .words, "A title that stands before the name.", example: "Dr"),
    .init("given", .words, "Given names.", example: "Ruth"),
    .init("family", .words, "The family name, by which the index files it.", example: "Berg"),
    .init(
      "non-dropping-particle", .words, "Small words that belong to the family name.",
      example: "van"),
    .init(
      "dropping-particle", .words, "Small words that go behind the given name in the index.",
      example: "von"),
    .init("suffix", .words, "What stands behind the name.", example: "Jr."),
    .init("comma-suffix", .yesOrNo, "Whether a comma stands before the suffix.", example: "yes"),
    .init(
      "static-ordering", .yesOrNo, "Whether the family name comes first already.", example: "yes"),
    .init("literal", .words, "The whole name, where it has no parts.", example: "Blackbeard"),
  ]

  fileprivate static let describedPersonKeys: [KeyDescription] = [
    .init(
      "id", .words, "What other files call the person: small letters, figures and hyphens.",
      example: "ruth-berg"),
    .init(
      "name", .group(describedNameKeys, orWords: true), "The name, in parts or as it is said.",
      example: "{ given: Ruth, family: Berg }"),
    .init("display", .words, "How running text of bookc's own prints it.", example: "Ruth Berg"),
    .init("sort", .words, "What the index files the person by.", example: "Berg, Ruth"),
    .init("nicknames", .list, "What the book also calls them.", example: "[Dizzy]"),
    .init(
      "aliases",
      .groups(
        [
          .init("text", .words, "The other name.", example: "Ruth Verrill"),
          .init(
            "type", .oneOf(NameAlias.Kind.allCases.map(\.rawValue)), "Of which kind it is.",
            example: "birth"),
          .init("lang", .words, "The language it is in.", example: Language.unstated),
        ], orWords: true), "Other names: of birth, of marriage, of the stage.",
      example: "[{ text: Ruth Verrill, type: birth }]"),
    .init(
      "ambiguous", .list, "Names that may be this person or somebody else; each is asked about.",
      example: "[Ruth]"),
    .init(
      "scope", .list, "The chapters in which the short names mean this person.",
      example: "[chapters/02-two.md]"),
    .init(
      "born", .date, "When the person was born; never printed unless a list asks for it.",
      example: "1921"),
    .init("died", .date, "When the person died.", example: "1999-11-02"),
    .init(
      "roles", .list, "What they were; the first tells namesakes apart in the index.",
      example: "[keeper of the lamp]"),
    .init("relation", .words, "What they are to the narrator.", example: "aunt"),
    .init("pronouns", .words, "The pronouns, which tell who is meant.", example: "she/her"),
    .init("gender", .words, "female, male or other.", example: "female"),
    .init(
      "privacy",
      .group(
        [.init("pseudonym", .words, "The name that is printed instead.", example: "D.")],
        orWords: true), "public, initials, hidden, or a pseudonym.", example: "initials"),
    .init("see", .list, "Headings that lead here in the index.", example: "[\"Lamp, the\"]"),
    .init(
      "links", .group([], orWords: false), "Addresses by kind.",
      example: "{ wikidata: Q42 }"),
    .init("note", .words, "A line for the list of people.", example: "Kept the lamp lit."),
    .init(
      "index",
      .group(
        [.init("see", .list, "Headings that lead here.", example: "[\"Lamp, the\"]")],
        orWords: false), "An older place for `see`.", example: "{ see: [\"Lamp, the\"] }"),
    .init("gedcom", .words, "The number in a family tree that was read in.", example: "\"@I1@\""),
  ]
}

/// people.yaml: who is in the book.
package let peopleYAMLDescription = YAMLFileDescription(
  name: "people.yaml",
  meaning: "Everyone of whom you want to say something: a list of people. Nobody has to be in it.",
  keys: RegistryReader.describedPersonKeys,
  around: [
    .init(
      "people", .groups([], orWords: false), "The list, where there is `ignore`.",
      example: "[]"),
    .init("ignore", .list, "Words that look like names and are none.", example: "[Golden Hind]"),
  ])
