/// What a word means for the verb and the clause it stands with; the lists are Scripts/tagger/words.txt.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32
  static let be = WordClass(rawValue: 1 << 0)
  static let have = WordClass(rawValue: 1 << 1)
  static let get = WordClass(rawValue: 1 << 3)
  static let will = WordClass(rawValue: 1 << 4)
  static let would = WordClass(rawValue: 1 << 5)
  static let used = WordClass(rawValue: 1 << 7)
  static let speech = WordClass(rawValue: 1 << 8)
  static let thought = WordClass(rawValue: 1 << 9)
  static let wish = WordClass(rawValue: 1 << 10)
  static let condition = WordClass(rawValue: 1 << 11)
  static let repeated = WordClass(rawValue: 1 << 13)
  static let negative = WordClass(rawValue: 1 << 14)
}
