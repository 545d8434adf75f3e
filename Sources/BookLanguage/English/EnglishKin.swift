// Words for relatives. Those of the registry are English in every book, since people.yaml is written
// with them: other languages' words lead to these.
extension PeopleWords {
  static let englishKin = """
    father=dad=daddy=papa=pa mother=mom=mum=mama=mamma=ma brother=brothers sister=sisters \
    son=sons daughter=daughters uncle=uncles aunt=auntie=aunts cousin=cousins \
    grandfather=grandpa=granddad=grandad grandmother=grandma=granny grandson=grandsons \
    granddaughter=granddaughters nephew=nephews niece=nieces husband=spouse wife father-in-law \
    mother-in-law brother-in-law sister-in-law son-in-law daughter-in-law stepfather \
    stepmother stepbrother stepsister half-brother half-sister great-grandfather \
    great-grandmother great-uncle great-aunt godfather godmother
    """

  /// The registry's words for women.
  package static let kinOfWomen = """
    mother sister daughter aunt grandmother granddaughter niece wife mother-in-law \
    sister-in-law daughter-in-law stepmother stepsister half-sister great-grandmother \
    great-aunt godmother
    """
  /// The registry's words for men.
  package static let kinOfMen = """
    father brother son uncle grandfather grandson nephew father-in-law brother-in-law \
    son-in-law stepfather stepbrother half-brother great-grandfather great-uncle godfather
    """

  /// Those of a younger generation: with an older namesake, the one who is not called by a title.
  package static let kinOfYounger: Set<String> = [
    "son", "daughter", "grandson", "granddaughter", "nephew", "niece",
  ]

  /// What relatives make of each other: a relative, a relative of theirs, and the words for the
  /// latter, the likeliest first; each side may be several, apart by blanks.
  package static let kinOfKin: [(outer: String, inner: String, terms: String)] = [
    ("grandfather grandmother", "son", "uncle father"),
    ("grandfather grandmother", "daughter", "aunt mother"),
    ("father mother", "son", "brother half-brother"),
    ("father mother", "daughter", "sister half-sister"),
    ("father mother", "brother", "uncle"),
    ("father mother", "sister", "aunt"),
    ("father mother", "father", "grandfather"),
    ("father mother", "mother", "grandmother"),
    ("father", "wife", "mother stepmother"),
    ("mother", "husband", "father stepfather"),
    ("uncle aunt", "son daughter", "cousin"),
    ("uncle", "brother", "uncle father"),
    ("uncle", "wife", "aunt"),
    ("aunt", "husband", "uncle"),
    ("aunt", "sister", "aunt mother"),
    ("brother sister", "brother", "brother"),
    ("brother sister", "sister", "sister"),
    ("brother sister", "son", "nephew"),
    ("brother sister", "daughter", "niece"),
    ("brother", "wife", "sister-in-law"),
    ("sister", "husband", "brother-in-law"),
    ("son daughter", "son", "grandson"),
    ("son daughter", "daughter", "granddaughter"),
    ("son", "wife", "daughter-in-law"),
    ("daughter", "husband", "son-in-law"),
    ("wife husband", "father", "father-in-law"),
    ("wife husband", "mother", "mother-in-law"),
    ("wife husband", "brother", "brother-in-law"),
    ("wife husband", "sister", "sister-in-law"),
    ("grandfather grandmother", "father", "great-grandfather"),
    ("grandfather grandmother", "mother", "great-grandmother"),
    ("grandfather grandmother", "brother", "great-uncle"),
    ("grandfather grandmother", "sister", "great-aunt"),
  ]

  /// What one person is to another in a family tree, without gender.
  package enum Kinship: Sendable {
    case spouse, parent, child, sibling, grandparent, grandchild, auntOrUncle, nieceOrNephew, cousin

    /// The registry's words: for a woman, a man, anybody.
    package var words: (female: String, male: String, either: String) {
      switch self {
      case .spouse: ("wife", "husband", "spouse")
      case .parent: ("mother", "father", "parent")
      case .child: ("daughter", "son", "child")
      case .sibling: ("sister", "brother", "sibling")
      case .grandparent: ("grandmother", "grandfather", "grandparent")
      case .grandchild: ("granddaughter", "grandson", "grandchild")
      case .auntOrUncle: ("aunt", "uncle", "relative")
      case .nieceOrNephew: ("niece", "nephew", "relative")
      case .cousin: ("cousin", "cousin", "cousin")
      }
    }
  }
}
