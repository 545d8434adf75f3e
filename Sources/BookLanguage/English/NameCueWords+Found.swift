extension NameCueWords {
  /// Somebody else's, who was named before: `his son John`.
  package static let ofAnother: Set<String> = ["his", "her", "their"]
  /// Before a bare word that stands there as a place does, and hardly as somebody.
  package static let withinPlace: Set<String> = [
    "in", "at", "into", "near", "through", "reached", "entered", "leaving", "visited",
  ]
  /// Of the verbs that somebody must do, those that a place or a thing does as well.
  package static let deedsOfThings: Set<String> = [
    "was", "had", "and", "who", "lay", "stood", "fell", "rose",
  ]
  /// Beside a name by which somebody else goes: "I took the name of Johnson".
  package static let naming: Set<String> = ["name", "names", "named", "called", "known"]
  /// Between two who are named together.
  package static let joints: Set<String> = ["and", "nor", "or"]
  /// The first word of a saint's name, and of places under it.
  package static let saints = "st saint ste sainte san santa"
}
