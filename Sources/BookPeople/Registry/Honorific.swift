import BookLanguage

/// A word that stands before a name and says something of its bearer.
struct Honorific: Sendable, Equatable {
  /// One for all spellings: `captain` for Captain and Capt.
  var name: String
  /// Whom it can stand before, nil for both.
  var gender: Gender?
  /// Its kind.
  var kind: PeopleWords.Titles.Kind

  /// The title a word is, without its point, in whatever case; nil for other words.
  static func named(_ word: String) -> Honorific? { table[word.lowercased()] }

  /// The title a word is as a name has it, `Mr.` or `M.D.`; nil for other words.
  static func written(_ word: some StringProtocol) -> Honorific? {
    named(String(word).filter { $0 != "." })
  }

  /// The titles that a prefix of several words is made of.
  static func all(in prefix: String) -> [Honorific] {
    if prefix.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) { return [] }
    return prefix.split { $0 == " " || $0 == "." || $0 == "-" }.compactMap { named(String($0)) }
  }

  /// Titles that an index keeps although the name is known without them.
  var staysInHeading: Bool { kind == .nobility || kind == .royalty }

  private static let table: [String: Honorific] = {
    var result: [String: Honorific] = [:]
    for titles in PeopleWords.titles {
      let gender: Gender? =
        switch titles.bearer {
        case .man: .male
        case .woman: .female
        case nil: nil
        }
      for group in titles.words.split(separator: " ") {
        let spellings = group.split(separator: "=").map(String.init)
        for spelling in spellings {
          result[spelling] = Honorific(name: spellings[0], gender: gender, kind: titles.kind)
        }
      }
    }
    return result
  }()
}
