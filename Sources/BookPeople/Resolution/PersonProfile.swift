import BookLanguage
import BookModel

import BookLanguage
import BookWords

/// What resolution needs to know of a person, made ready once.
struct PersonProfile: Sendable {
  /// Given names and initials, in small letters without points.
  var givens: [String] = []
  /// Nicknames and one-word aliases, in small letters.
  var nicknames: Set<String> = []
  /// The first given name and the family name as the registry has them.
  var givenAsWritten = ""
  var familyAsWritten = ""
  /// Family name in small letters.
  var family = ""
  /// Names of the titles in the prefix.
  var titles: Set<String> = []
  /// Whether the prefix is one of nobility, royalty or the church.
  var isTitled = false
  /// Whether it is an officer's.
  var hasRank = false
  var gender: Gender?
  /// What they are to the narrator, by relation and roles: uncle, brother.
  var kin: Set<String> = []
  /// Jr., III, elder, younger.
  var suffix: String?
  /// Whether a namesake, if there is one, is the elder.
  var isYounger = false
  /// Whether nothing is known but a woman's title and the family name.
  var isOnlyMrs = false
  /// Chapters where alone their short forms count; nil for all.
  var scope: Set<Int>?
  /// The years in which they can have been alive, as far as they are told.
  var life: ClosedRange<Int>?
  /// Whether they are the one who says "I".
  var isNarrator = false

  init(_ registered: RegisteredPerson, scope: Set<Int>?, isNarrator: Bool) {
    let name = registered.name
    self.scope = scope
    self.isNarrator = isNarrator
    gender = registered.gender
    let born = registered.person.born.flatMap(LifeDate.years)
    let died = registered.person.died.flatMap(LifeDate.years)
    if born != nil || died != nil {
      let first = born?.lowerBound ?? (died?.lowerBound ?? 0) - 110
      let last = died?.upperBound ?? (born?.upperBound ?? 0) + 110
      if first <= last { life = first...last }
    }
    let parts = NameParts(name)
    family = parts.family.lowercased()
    givens = parts.givens.flatMap(Self.words)
    familyAsWritten = parts.family
    givenAsWritten = parts.givens.first ?? ""
    for nickname in registered.nicknames + parts.quotedNicknames {
      nicknames.insert(nickname.lowercased())
    }
    for alias in registered.aliases where !alias.text.contains(" ") {
      nicknames.insert(alias.text.lowercased())
    }
    for honorific in parts.titles {
      titles.insert(honorific.name)
      switch honorific.kind {
      case .nobility, .royalty, .church: isTitled = true
      case .rank: hasRank = true
      default: break
      }
    }
    for text in [registered.person.relation].compactMap({ $0 }) + registered.person.roles {
      for term in KinTerm.terms(in: text) { kin.insert(term) }
      for word in text.split(separator: " ") where word == "elder" || word == "younger" {
        suffix = String(word)
      }
    }
    gender = gender ?? parts.titles.compactMap(\.gender).first
    gender = gender ?? Self.gender(ofTitlesIn: registered.aliases.map(\.text))
    if gender == nil, let first = givens.first { gender = GivenNames.gender(first) }
    if let own = name.suffix { suffix = own.filter { $0 != "." }.lowercased() }
    isYounger =
      suffix.map(NameCueWords.suffixesOfYounger.contains) ?? false
      || !kin.isDisjoint(with: PeopleWords.kinOfYounger)
    isOnlyMrs =
      givens.isEmpty && !family.isEmpty
      && parts.titles.contains { $0.kind == .courtesy && $0.gender == .female }
  }

  /// First given name and family name, by which namesakes are equal; nil without both.
  var fullKey: String? {
    guard let first = givens.first, !family.isEmpty else { return nil }
    return "\(first) \(family)"
  }

  /// Whether given names that are not registered may be this person's: a given name of the same sex,
  /// not "Westminster" before "Hall".
  func mayBear(_ found: [String], titled: Bool) -> Bool {
    guard let first = found.first.map(Self.words)?.first else { return true }
    if first.utf8.count == 1 { return titled || !isOnlyMrs }
    // "Dimitri Bowers" is no Mrs. Bowers.
    if isOnlyMrs, !titled { return GivenNames.gender(first) == .female }
    if let told = GivenNames.gender(first), let gender, told != gender { return titled }
    // "New Year's Day": an owner is no given name.
    if first.hasSuffix("’s") || first.hasSuffix("'s") { return false }
    let facts = foldedWord(first.utf8).withUnsafeBufferPointer { wordFacts($0) }
    if facts.given > 0 { return true }
    return facts.common == 0
      && facts.classes.isDisjoint(with: [.place, .placeHead, .demonym, .calendar])
  }

  // "Mr. Giles Hicks" among the other names.
  private static func gender(ofTitlesIn aliases: [String]) -> Gender? {
    let told = Set(
      aliases.compactMap { alias in
        alias.split(separator: " ").first.flatMap {
          Honorific.named(String($0.filter { $0 != "." }))?.gender
        }
      })
    return told.count == 1 ? told.first : nil
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "." || $0 == "\u{A0}" || $0 == "-" }.map { $0.lowercased() }
  }

  /// How given names in the text go with those of the registry.
  enum Fit {
    case same
    case initials
    case unknown
    case contrary
  }

  /// Compares given names that stand before the family name, in order.
  func fit(_ found: [String]) -> Fit {
    guard !givens.isEmpty else { return .unknown }
    var next = 0
    var result = Fit.initials
    for (i, word) in found.enumerated() {
      let parts = Self.words(word)
      for part in parts {
        if i == 0, nicknames.contains(part) {
          result = .same
          continue
        }
        guard let match = (next..<givens.count).first(where: { Self.agree(givens[$0], part) })
        else {
          // "John B. Smith" is the John Smith of the registry; "Paul Smith" is not.
          if i == 0 || part.utf8.count > 1 && givens.count > found.count { return .contrary }
          continue
        }
        // Neither is "L. Wallace" W. H. L., nor "Lew Wallace".
        if i == 0, match > 0, part.utf8.count == 1 || givens[match].utf8.count == 1 {
          return .contrary
        }
        if givens[match] == part || GivenNames.isShort(part, of: givens[match]) { result = .same }
        next = match + 1
      }
    }
    return result
  }

  private static func agree(_ given: String, _ found: String) -> Bool {
    if given == found { return true }
    if given.utf8.count == 1 || found.utf8.count == 1 {
      return given.unicodeScalars.first == found.unicodeScalars.first
    }
    // "Alex." for Alexander; short forms of the name.
    return GivenNames.isShort(found, of: given) || GivenNames.isShort(given, of: found)
  }
}
