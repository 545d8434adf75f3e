package import BookDiagnostics
package import BookModel

/// One entry of people.yaml: the person as others see them, and what helps to recognise them.
package struct RegisteredPerson: Sendable, Equatable {
  /// What the rest of bookc is told, before privacy is applied.
  package var person: Person
  /// Nicknames, each a name by itself and in quotes within the full name.
  package var nicknames: [String] = []
  /// Other names and spellings.
  package var aliases: [NameAlias] = []
  /// Forms that are never linked by themselves.
  package var ambiguous: [String] = []
  /// Chapters, by file name or its beginning, where alone the short forms count; empty for all.
  package var scope: [String] = []
  /// Told by `gender`, else by the pronouns, else by the title or the relation.
  package var gender: Gender?
  /// As written: `she/her`.
  package var pronouns: String?
  /// An earlier person of the registry whose heading reads the same.
  package var namesake: Int?
  /// The value of `see` in people.yaml.
  package var seeSpan: SourceSpan?

  package init(person: Person) { self.person = person }

  /// An entry from the words that stand in it, whether the author wrote it or the prose gave it.
  ///
  /// `language` is the first part of the book's tag.
  init(
    id: String, name: PersonName, nicknames: [String], aliases: [NameAlias], gender told: Gender?,
    relation: String?, roles: [String], language: String
  ) {
    let gender = told ?? RegistryReader.gender(name: name, relation: relation, roles: roles)
    let birthName = aliases.first { $0.type == .birth }?.text
    let heading = Heading(
      of: name, nicknames: nicknames,
      birthName: (gender ?? RegistryReader.gender(given: name.given)) == .female ? birthName : nil,
      role: roles.first, language: language)
    person = Person(
      id: id, name: name, heading: Heading.typographic(heading.heading),
      display: Heading.typographic(heading.display), sort: heading.sort)
    person.roles = roles
    person.relation = relation
    self.nicknames = nicknames
    self.aliases = aliases
    self.gender = gender
  }

  /// The person's id.
  package var id: String { person.id }
  /// The parts of the name.
  package var name: PersonName { person.name }
}

/// What a title or a pronoun tells of a person.
package enum Gender: String, Sendable, Equatable, CaseIterable {
  case female
  case male
  case other
}

/// Another name of a person.
package struct NameAlias: Sendable, Equatable {
  /// As it stands in the prose.
  package var text: String
  /// Why there is another name.
  package var type: Kind?
  /// BCP 47 tag of the language it is in, when that matters.
  package var language: String?
  /// In people.yaml.
  package var span: SourceSpan?

  package init(text: String, type: Kind? = nil, language: String? = nil, span: SourceSpan? = nil) {
    self.text = text
    self.type = type
    self.language = language
    self.span = span
  }

  /// The kinds of other name.
  package enum Kind: String, Sendable, CaseIterable {
    case birth
    case married
    case former
    case pseudonym
    case title
    case nickname
    case misspelling
    case other
  }

  /// True for names the person once had or wrote under, which an index refers from.
  package var isFormerName: Bool {
    switch type {
    case .birth, .married, .former, .pseudonym: true
    default: false
    }
  }
}
