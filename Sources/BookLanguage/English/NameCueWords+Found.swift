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
  /// Ends of words that open a sentence before a name: Subsequently Forrest, Observing Harmon.
  package static let endingsOfLeadingWords = ["ly", "ing"]
  /// Before a bare name of somebody who is met for the first time: "one Keimer".
  package static let introducing: Set<String> = ["one", "named", "surnamed"]
  /// Before whoever wrote what is read.
  package static let reading: Set<String> = [
    "read", "reading", "reads", "quote", "quoted", "quoting", "quotes", "translated", "translating",
    "studied", "studying", "rereading",
  ]
  /// Towards a place or away from it, or to somebody.
  package static let towardsPlace = "to from toward towards beyond above below"
  /// Before a thing that somebody has, or one of many, and hardly before a name in full.
  package static let owners = "my our your his her their its a an"
}
