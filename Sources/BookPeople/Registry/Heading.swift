import BookLanguage
import BookModel

/// How a person stands in the index and in running text, by CMOS 16.71–16.75 and ISO 999.
struct Heading: Sendable, Equatable {
  /// `Smith, Dave “Dizzy”`.
  var heading: String
  /// `Dave “Dizzy” Smith`.
  var display: String
  /// `smith, dave`: the words the heading is filed under, fields parted by commas.
  var sort: String

  /// Made from the parts of a name.
  ///
  /// `birthName` is the name a woman had before she married, `role` glosses a bare given name.
  init(
    of name: PersonName, nicknames: [String] = [], birthName: String? = nil, role: String? = nil,
    language: String = Language.unstated
  ) {
    let tongue = Language.of(language)
    let quoted = nicknames.first.map { Self.quoted($0, tongue) }
    let prefix = name.prefix ?? ""
    if let literal = name.literal {
      let (titles, name) = Self.titled(literal)
      self = Heading(
        direct: name, prefix: [prefix, titles].filter { $0 != "" }.joinedWords, quoted: quoted)
      return
    }
    let family = [name.nonDroppingParticle, name.family].compactMap { $0 }.joinedWords
    let given = [name.given, quoted].compactMap { $0 }.joinedWords
    let titles = Honorific.all(in: prefix)
    let isKept =
      name.given == nil || titles.contains(where: \.staysInHeading)
      || Self.isByHusband(titles, name.given ?? "")
    let title = isKept ? prefix : ""
    if family.isEmpty {
      self = Heading(direct: name.given ?? "", prefix: prefix, quoted: quoted)
      if let role, prefix.isEmpty { heading += " (\(role))" }
      return
    }
    if Self.isPatronymic(name, tongue) {
      self = Heading(direct: [given, family].joinedWords, prefix: prefix, quoted: nil)
      return
    }
    let suffix = name.suffix.map { ", " + $0 } ?? ""
    let inFull = [name.given, quoted, name.droppingParticle, family, name.suffix]
    display = ([title == "" ? nil : title] + inFull).compactMap { $0 }.joinedWords
    let birth = Self.birth(birthName, family: name.family ?? "", tongue)
    if name.staticOrdering {
      heading = [family, given].filter { !$0.isEmpty }.joinedWords + suffix
      display = heading
      sort = [family, name.given ?? ""].filter { !$0.isEmpty }.joinedWords + suffix
    } else {
      // "Wellington, Arthur Wellesley, Duke of": a title that goes with the place stands last.
      let isSeat = title.hasSuffix(" of") && name.given != nil
      let after = [isSeat ? "" : title, given, name.droppingParticle ?? ""]
        .filter { !$0.isEmpty }.joinedWords
      heading = family + (after.isEmpty ? "" : ", " + after) + birth + suffix
      if isSeat {
        heading += ", " + title
        display = "\(inFull.dropLast(2).compactMap { $0 }.joinedWords), \(title) \(family)"
      }
      // "Grant, Mrs. (landlady)": a courtesy title tells nobody who it is.
      if let role, name.given == nil, titles.contains(where: { $0.kind == .courtesy }) {
        heading += " (\(role))"
      }
      sort = family + (name.given.map { ", " + $0 } ?? "") + suffix
    }
    sort = Self.filed(sort)
  }

  /// Whether a wife is called by her husband’s given name: she is not he.
  private static func isByHusband(_ titles: [Honorific], _ given: String) -> Bool {
    titles.contains { $0.name == "mrs" }
      && given.lowercased().split(separator: " ").first.flatMap { GivenNames.gender(String($0)) }
        != .female
  }

  /// "Aunt May", "Miss Trent": the titles before a name, and the name, under which it stands; of an office
  /// or a seat nothing is taken off.
  private static func titled(_ literal: String) -> (titles: String, name: String) {
    let words = literal.split(separator: " ").map(String.init)
    let name = words.drop(while: { Honorific.written($0) != nil })
    guard name.count < words.count, !name.isEmpty,
      name.allSatisfy({ word in
        word.unicodeScalars.first?.properties.isUppercase == true
          && !NameCueWords.offices.contains(word.lowercased())
      })
    else { return ("", literal) }
    return (Array(words.dropLast(name.count)).joinedWords, Array(name).joinedWords)
  }

  // Icelandic names of descent are no family names: the given name leads.
  private static func isPatronymic(_ name: PersonName, _ language: Language) -> Bool {
    guard let family = name.family, name.given != nil, !name.staticOrdering else { return false }
    return family.hasSuffix("dóttir") || family.hasSuffix("dottir")
      || language.people.hasPatronymics && family.hasSuffix("son")
  }

  // A monarch, a saint, somebody known by one name: direct order, numerals as numbers.
  private init(direct words: String, prefix: String, quoted: String?) {
    let name = [words, quoted ?? ""].filter { !$0.isEmpty }.joinedWords
    heading = prefix.isEmpty ? name : "\(name), \(prefix)"
    display = prefix.isEmpty ? name : "\(prefix) \(name)"
    sort = Self.filed(words)
  }

  /// With the apostrophe of print, as the prose has it: D’Amore.
  static func typographic(_ text: String) -> String {
    text.utf8.contains(0x27) ? text.replacing("'", with: "’") : text
  }

  // The Arabic article is kept in the heading and ignored in its order.
  private static func filed(_ text: String) -> String {
    var text = text
    for article in ["al-", "Al-", "el-", "as-", "ash-", "an-", "ar-"] where text.hasPrefix(article)
    {
      text.removeFirst(article.count)
    }
    for article in [", al-", ", el-"] where text.hasSuffix(article) {
      text.removeLast(article.count)
    }
    return text.lowercased()
  }

  private static func birth(_ name: String?, family: String, _ language: Language) -> String {
    guard let name, let last = name.split(separator: " ").last.map(String.init), last != family
    else { return "" }
    return " (\(language.people.bornAs.replacing("$", with: last)))"
  }

  private static func quoted(_ nickname: String, _ language: Language) -> String {
    let marks = language.quotes.level(0)
    return marks.open + nickname + marks.close
  }
}

extension [String] {
  /// The words with one space between them.
  var joinedWords: String { joined(separator: " ") }
}
