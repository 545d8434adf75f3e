/// What a language says of people in bookc's own lists, and the small words that stand for them.
package struct PeopleWords: Sendable {
  /// The groups of a cast in their order: family, friends and neighbours, school, work, others.
  package var castGroups: [String] = []
  /// schema.org's relations in words; one that is not here stays as its author wrote it.
  package var relations: [String: String] = [:]
  /// Behind a married woman's name: `$` is the name she was born with.
  package var bornAs = "née $"
  /// Pronouns that may stand for a man.
  package var he: Set<String> = []
  /// Pronouns that may stand for a woman.
  package var she: Set<String> = []
  /// Pronouns that may stand for anybody.
  package var they: Set<String> = ["they", "them", "their"]

  /// Whether names of descent stand for a family name: Jónsson, Jónsdóttir.
  package var hasPatronymics = false

  package init() {}
}
