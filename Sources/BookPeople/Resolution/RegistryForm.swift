import BookLanguage
import BookModel

/// A string that may name somebody, with those it may name.
struct RegistryForm: Sendable {
  /// As declared or generated.
  var text: String
  /// Who bears it; empty for words that name nobody.
  var bearers: [Bearer]
  /// Which of its words must begin with a capital: one bit a word, the first lowest.
  var capitals: UInt64
  /// How many words it has.
  var words: Int
  /// True when it is a word of everyday language as well.
  var isHomograph: Bool

  /// One who bears a form.
  struct Bearer: Sendable, Equatable {
    /// Index into `Registry.people`.
    var person: Int
    /// What part of the name the form is.
    var kind: Kind
    /// Declared under `ambiguous`: never linked by itself.
    var needsMark = false
  }

  /// What part of a name a form is, the most telling first.
  enum Kind: Int, Sendable, Comparable {
    /// The whole name.
    case full
    /// Declared under `aliases`.
    case alias
    /// Declared under `nicknames`.
    case nickname
    case family
    case given
    /// "Davy" for David: what a given name is shortened to, without being listed.
    case short
    /// A name before marriage: with a given name or "Miss" alone.
    case maiden
    /// "Charles" for Charles II, "Balfour" for Lord Balfour of Burleigh: with the title alone.
    case titled
    /// "J. F." alone: always asked.
    case initials
    /// "the Grants".
    case plural

    static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }
}

/// Makes all forms of all people of a registry.
struct FormGenerator {
  private(set) var forms: [RegistryForm] = []
  private var places: [[UInt8]: Int] = [:]

  init(_ registry: Registry) {
    for (i, person) in registry.people.enumerated() { addForms(of: person, i) }
    for text in registry.ignored { ignore(text) }
  }

  // What is ignored is nobody's short name either; a name in full and what the author lists stay.
  private mutating func ignore(_ text: String) {
    add(text, nil)
    let joined = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
    for i in forms.indices where forms[i].text == joined {
      forms[i].bearers.removeAll { $0.kind > .nickname }
    }
  }

  private mutating func add(_ text: String, _ bearer: RegistryForm.Bearer?) {
    if let plain = PlainWords(text) {
      guard plain.count <= Self.mostWords, text.utf8.count <= Self.mostBytes,
        !isSmallWord(text, plain.count, bearer)
      else { return }
      put(text, words: plain.count, capitals: plain.capitals, bearer)
      return
    }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\u{A0}" })
    guard !words.isEmpty, words.count <= Self.mostWords, text.utf8.count <= Self.mostBytes,
      !isSmallWord(text, words.count, bearer)
    else { return }
    let joined = words.joined(separator: " ")
    var capitals: UInt64 = 0
    for (i, word) in words.enumerated() {
      let letter = word.unicodeScalars.first { $0.properties.isAlphabetic }
      if letter?.properties.isUppercase == true { capitals |= 1 << UInt64(i) }
    }
    put(joined, words: words.count, capitals: capitals, bearer)
    let plain = FoldedName.plain(joined)
    if plain != joined { add(plain, bearer) }
  }

  /// Longer texts are no names.
  private static let mostWords = 24
  private static let mostBytes = 200

  // A word in small letters is a name only where the author says so.
  private func isSmallWord(_ text: String, _ words: Int, _ bearer: RegistryForm.Bearer?) -> Bool {
    guard words == 1, let bearer, bearer.kind != .alias, bearer.kind != .nickname else {
      return false
    }
    return text.unicodeScalars.first?.properties.isLowercase == true && CommonWords.contains(text)
  }

  private mutating func put(
    _ joined: String, words: Int, capitals: UInt64, _ bearer: RegistryForm.Bearer?
  ) {
    var key = FoldedBytes.form(joined)
    key.append(0)
    key.append(UInt8(truncatingIfNeeded: capitals))
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      place = forms.count
      places[key] = place
      forms.append(
        RegistryForm(
          text: joined, bearers: [], capitals: capitals, words: words,
          isHomograph: words == 1 && CommonWords.isHomograph(joined)))
    }
    if let bearer {
      // People are taken one after the other, so that whoever bears it twice is the last.
      let same = forms[place].bearers.count - 1
      if same >= 0, forms[place].bearers[same].person == bearer.person {
        if bearer.kind < forms[place].bearers[same].kind {
          forms[place].bearers[same].kind = bearer.kind
        }
      } else {
        forms[place].bearers.append(bearer)
      }
    }
  }

  private mutating func addForms(of person: RegisteredPerson, _ i: Int) {
    let needMark = Set(person.ambiguous)
    func bearer(_ text: String, _ kind: RegistryForm.Kind) -> RegistryForm.Bearer {
      RegistryForm.Bearer(person: i, kind: kind, needsMark: needMark.contains(text))
    }
    for (text, kind) in Self.forms(of: person) { add(text, bearer(text, kind)) }
    for text in person.ambiguous { add(text, bearer(text, .alias)) }
  }

  /// Every form of one person with its kind.
  static func forms(of person: RegisteredPerson) -> [(String, RegistryForm.Kind)] {
    var result: [(String, RegistryForm.Kind)] = []
    let name = person.name
    let parts = NameParts(name)
    let family = parts.family
    let givens = parts.givens
    if let literal = name.literal {
      addLiteral(literal, prefix: name.prefix, to: &result)
    } else if family.isEmpty {
      if let given = name.given { addLiteral(given, prefix: name.prefix, to: &result) }
    } else {
      addParts(family, givens, of: person, to: &result)
    }
    for nickname in person.nicknames + parts.quotedNicknames {
      result.append((nickname, .nickname))
      guard !family.isEmpty else { continue }
      result.append(("\(nickname) \(family)", .full))
      if let first = givens.first {
        for quoted in ["\"\(nickname)\"", "'\(nickname)'", "(\(nickname))"] {
          result.append(("\(first) \(quoted) \(family)", .full))
          if givens.count > 1 {
            result.append(("\(givens.joinedWords) \(quoted) \(family)", .full))
          }
        }
      }
    }
    for alias in person.aliases { addAlias(alias, givens, family, to: &result) }
    // Titles are read off the text beside any form: "Mr. and Mrs. Smith" is no form of hers.
    let display = withoutTitles(normalised(person.person.display))
    // Of the Bishop of London nothing is left that names him.
    if display.contains(" "), !display.hasPrefix("of ") { result.append((display, .full)) }
    return result
  }

  private static func addParts(
    _ family: String, _ givens: [String], of person: RegisteredPerson,
    to result: inout [(String, RegistryForm.Kind)]
  ) {
    let name = person.name
    let middle = name.droppingParticle.map { " \($0)" } ?? ""
    result.append((family, .family))
    if let particle = name.droppingParticle { result.append(("\(particle) \(family)", .family)) }
    if let base = regnalBase(family) {
      result.append((base.name, .titled))
      result.append((family, .full))
      if let words = base.ordinal { result.append(("\(base.name) the \(words)", .full)) }
    } else if let of = family.range(of: " of ") ?? family.range(of: " von ") {
      result.append((String(family[..<of.lowerBound]), .titled))
    }
    if !family.contains(" "), let plural = plural(family) { result.append((plural, .plural)) }
    guard let first = givens.first else { return }
    // Nobody is called by a letter: the S of "P.S." is not S. Weir Mitchell, whom friends call Weir.
    if let called = givens.first(where: { !isInitial($0) }) {
      result.append((called, .given))
      for short in GivenNames.shortForms(of: called.lowercased())
      where !CommonWords.isHomograph(short) {
        result.append((short.prefix(1).uppercased() + short.dropFirst(), .short))
      }
      if called != first { result.append(("\(called)\(middle) \(family)", .full)) }
      if givens.count > 1 { result.append((givens.joinedWords, .given)) }
    }
    if givens.count > 1 { result.append(("\(givens.joinedWords)\(middle) \(family)", .full)) }
    result.append(("\(first)\(middle) \(family)", .full))
    let letters = givens.compactMap(\.first).filter(\.isUppercase)
    if letters.count == givens.count, let last = family.first, last.isUppercase, letters.count <= 3
    {
      // "US Grant"; "J. F." where the family name goes without saying.
      if letters.count > 1 { result.append(("\(String(letters)) \(family)", .full)) }
      let initials = (letters + [last]).map { "\($0)." }.joinedWords
      if !CommonWords.isAbbreviation(initials) { result.append((initials, .initials)) }
    }
    if name.staticOrdering { result.append(("\(family) \(givens.joinedWords)", .full)) }
  }

  /// `J.`, `J` or `J.F.`.
  private static func isInitial(_ given: String) -> Bool {
    let letters = given.filter { $0 != "." }
    return letters.allSatisfy(\.isUppercase) && (letters.count == 1 || given.contains("."))
  }

  // "King Edward VII" is Edward VII with the title King; he is King Edward as well.
  private static func addLiteral(
    _ literal: String, prefix: String?, to result: inout [(String, RegistryForm.Kind)]
  ) {
    let literal = NameParts.trimmed(normalised(literal))
    result.append((literal, .full))
    let bare = withoutTitles(literal)
    // "Robert the Bruce" is Bruce too.
    if let last = bare.range(of: " the ").map({ String(bare[$0.upperBound...]) }),
      last.first?.isUppercase == true, !last.contains(" "), !CommonWords.isHomograph(last)
    {
      result.append((last, .family))
    }
    // "Duke of York" leaves no name when the title is taken off.
    if bare != literal, bare.first?.isUppercase == true {
      // "Aunt Hester" is Hester too; "King Charles" is no Charles.
      let isOfHouse = Honorific.all(in: String(literal.dropLast(bare.count)))
        .allSatisfy { $0.kind == .kin || $0.kind == .courtesy }
      result.append((bare, isOfHouse ? .given : .titled))
    }
    let words = literal.split(separator: " ")
    if words.count > 1, bare == literal, regnalBase(bare) == nil, let first = words.first,
      first.first?.isUppercase == true, !CommonWords.contains(String(first))
    {
      // Vigdís of Vigdís Finnbogadóttir, Francis of Francis of Assisi.
      result.append((String(first), .given))
    }
    if let base = regnalBase(bare) {
      result.append((bare, .full))
      result.append((base.name, .titled))
      if let words = base.ordinal { result.append(("\(base.name) the \(words)", .full)) }
    }
  }

  private static func addAlias(
    _ alias: NameAlias, _ givens: [String], _ family: String,
    to result: inout [(String, RegistryForm.Kind)]
  ) {
    let text = normalised(alias.text)
    result.append((text, .alias))
    if alias.type == .nickname, !family.isEmpty { result.append(("\(text) \(family)", .full)) }
    guard alias.isFormerName, let last = text.split(separator: " ").last.map(String.init),
      last != family, let first = givens.first
    else { return }
    result.append((last, text == last ? .alias : .maiden))
    result.append(("\(first) \(last)", .full))
    if !family.isEmpty { result.append(("\(first) \(last) \(family)", .full)) }
  }

  /// A literal or prefix split: the titles it begins with taken off.
  static func withoutTitles(_ text: String) -> String {
    // Most texts begin with no title, and are left as they are.
    if PlainWords(text) != nil {
      let first = text.utf8.prefix { $0 != UInt8(ascii: " ") }
      if first.count == text.utf8.count { return text }
      let letters = first.filter { $0 != UInt8(ascii: ".") }
      if Honorific.named(String(decoding: letters, as: UTF8.self)) == nil { return text }
    }
    var words = text.split(separator: " ")
    while words.count > 1, let first = words.first,
      Honorific.named(String(first.filter { $0 != "." })) != nil
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  // "Charles II" gives "Charles" and "Second".
  private static func regnalBase(_ text: String) -> (name: String, ordinal: String?)? {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return nil }
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1, let last = words.last, let value = RegnalNumber.value(last) else {
      return nil
    }
    return (words.dropLast().joined(separator: " "), RegnalNumber.ordinal(value))
  }

  private static func plural(_ family: String) -> String? {
    guard let last = family.unicodeScalars.last, last.properties.isAlphabetic else { return nil }
    for ending in ["s", "x", "z", "ch", "sh"] where family.hasSuffix(ending) {
      return family + "es"
    }
    return family + "s"
  }

  /// One kind of quotation mark, as the trie has it.
  static func normalised(_ text: String) -> String {
    if text.isASCII { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x2BC: result.append("'")
      case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: result.append("\"")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension String {
  /// Where a piece of ASCII first stands.
  fileprivate func range(of piece: String) -> Range<String.Index>? {
    guard let first = piece.utf8.first, utf8.contains(first) else { return nil }
    return firstRange(of: piece)
  }
}
