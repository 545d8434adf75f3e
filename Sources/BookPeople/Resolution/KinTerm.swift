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
    var result: [String: Gender] = [:]
    for term in PeopleWords.kinOfWomen.split(separator: " ") { result[String(term)] = .female }
    for term in PeopleWords.kinOfMen.split(separator: " ") { result[String(term)] = .male }
    return result
  }()

  private static let compositions: [String: [String]] = {
    var result: [String: [String]] = [:]
    for (outers, inners, terms) in PeopleWords.kinOfKin {
      for outer in outers.split(separator: " ") {
        for inner in inners.split(separator: " ") {
          result["\(outer) \(inner)"] = terms.split(separator: " ").map(String.init)
        }
      }
    }
    return result
  }()
}
