import BookLanguage

/// Words for relatives, and what they make of each other: the son of my grandfather is my uncle.
enum KinTerm {
  /// The plain term of a word, "aunt" for "auntie"; nil for other words.
  static func named(_ word: String) -> String? { terms[word.lowercased()] }

  /// The gender a word for a relative tells, looked for word by word.
  static func gender(in text: String) -> Gender? {
    for word in text.split(whereSeparator: { " -,".contains($0) }) {
      if let term = named(String(word)) { return genders[term] }
    }
    return nil
  }

  /// The terms that somebody who is `inner` to `outer` to the narrator may be to the narrator.
  static func composed(_ outer: String, _ inner: String) -> [String] {
    compositions["\(outer) \(inner)"] ?? []
  }

  /// The terms named in a relation or role: "the younger brother" gives brother.
  static func terms(in text: String) -> [String] {
    text.split(whereSeparator: { " ,;()".contains($0) }).compactMap { named(String($0)) }
  }

  /// Words that say whose relative somebody is: the narrator's.
  static let ofNarrator: Set<String> = ["my", "our", "mon", "ma", "mein", "meine", "mi"]
  /// Somebody else's, named before.
  static let ofAnother: Set<String> = ["his", "her", "their"]

  /// Every word for a relative with its plain term.
  static let terms: [String: String] = {
    var result: [String: String] = [:]
    for group in PeopleWords.kin.flatMap({ $0.split(separator: " ") }) {
      let words = group.split(separator: "=").map(String.init)
      for word in words { result[word] = words[0] }
    }
    return result
  }()

  private static let genders: [String: Gender] = {
    let female = [
      "mother", "sister", "daughter", "aunt", "grandmother", "granddaughter", "niece", "wife",
      "mother-in-law", "sister-in-law", "daughter-in-law", "stepmother", "stepsister",
      "half-sister", "great-grandmother", "great-aunt", "godmother",
    ]
    let male = [
      "father", "brother", "son", "uncle", "grandfather", "grandson", "nephew",
      "father-in-law", "brother-in-law", "son-in-law", "stepfather", "stepbrother",
      "half-brother", "great-grandfather", "great-uncle", "godfather",
    ]
    var result: [String: Gender] = [:]
    for term in female { result[term] = .female }
    for term in male { result[term] = .male }
    return result
  }()

  private static let compositions: [String: [String]] = {
    var result: [String: [String]] = [:]
    func add(_ outers: String, _ inners: String, _ terms: String) {
      for outer in outers.split(separator: " ") {
        for inner in inners.split(separator: " ") {
          result["\(outer) \(inner)"] = terms.split(separator: " ").map(String.init)
        }
      }
    }
    add("grandfather grandmother", "son", "uncle father")
    add("grandfather grandmother", "daughter", "aunt mother")
    add("father mother", "son", "brother half-brother")
    add("father mother", "daughter", "sister half-sister")
    add("father mother", "brother", "uncle")
    add("father mother", "sister", "aunt")
    add("father mother", "father", "grandfather")
    add("father mother", "mother", "grandmother")
    add("father", "wife", "mother stepmother")
    add("mother", "husband", "father stepfather")
    add("uncle aunt", "son daughter", "cousin")
    add("uncle", "brother", "uncle father")
    add("uncle", "wife", "aunt")
    add("aunt", "husband", "uncle")
    add("aunt", "sister", "aunt mother")
    add("brother sister", "brother", "brother")
    add("brother sister", "sister", "sister")
    add("brother sister", "son", "nephew")
    add("brother sister", "daughter", "niece")
    add("brother", "wife", "sister-in-law")
    add("sister", "husband", "brother-in-law")
    add("son daughter", "son", "grandson")
    add("son daughter", "daughter", "granddaughter")
    add("son", "wife", "daughter-in-law")
    add("daughter", "husband", "son-in-law")
    add("wife husband", "father", "father-in-law")
    add("wife husband", "mother", "mother-in-law")
    add("wife husband", "brother", "brother-in-law")
    add("wife husband", "sister", "sister-in-law")
    add("grandfather grandmother", "father", "great-grandfather")
    add("grandfather grandmother", "mother", "great-grandmother")
    add("grandfather grandmother", "brother", "great-uncle")
    add("grandfather grandmother", "sister", "great-aunt")
    return result
  }()
}
