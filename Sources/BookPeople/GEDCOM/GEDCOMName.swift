import BookModel

/// A NAME line as programs write it: `Given "Nick" /FAMILY (Former)/ Suffix`.
struct GEDCOMName {
  var given: String?
  var family: String?
  var suffix: String?
  /// Nicknames in quotation marks or brackets among the given names.
  var nicknames: [String] = []
  /// The family name of birth, where the line has it beside the other.
  var birthFamily: String?
  /// Whether the given name follows the family name.
  var isFamilyFirst = false

  init(_ value: String) {
    let text = value.replacing("@@", with: "@").replacing("<", with: "").replacing(">", with: "")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
    }
    var before = parts.first ?? ""
    var between = parts.count > 1 ? parts[1] : ""
    var after = parts.count > 2 ? parts[2] : ""
    takeNicknames(from: &before)
    takeBirthName(from: &between)
    after = String(after.drop { $0 == "," || $0 == " " })
    given = Self.name(before)
    family = Self.name(between).map(Self.withSmallLetters)
    // "/Mao/ Zedong": what follows the family name is given when nothing precedes it.
    if given == nil, family != nil, !after.isEmpty {
      given = Self.name(after)
      isFamilyFirst = true
    } else {
      suffix = Self.name(after)
    }
    if let all = given, all.contains(where: \.isLetter), all == all.uppercased(),
      all.count > 2, all.contains(where: \.isLowercase) == false, !all.contains(".")
    {
      given = Self.withSmallLetters(all)
    }
  }

  // John "Jack" Paul, John (Jack) Paul, John 'Jack' Paul.
  private mutating func takeNicknames(from given: inout String) {
    let marks: [(Character, Character)] = [
      ("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’"), ("(", ")"), ("«", "»"),
    ]
    for (open, close) in marks {
      while let start = given.firstIndex(of: open) {
        let behind = given.index(after: start)
        let isWordStart = start == given.startIndex || given[given.index(before: start)] == " "
        guard isWordStart, let end = given[behind...].firstIndex(of: close) else { break }
        if let nickname = Self.name(String(given[behind..<end])) { nicknames.append(nickname) }
        given = (given[..<start] + given[given.index(after: end)...]).split(separator: " ")
          .joined(separator: " ")
      }
    }
    // "Ann" /Brown/: what all of it is in marks of quotation is the name itself.
    if given.isEmpty, !nicknames.isEmpty { given = nicknames.removeFirst() }
  }

  // "Müller geb. Schmidt", "Smith (Jones)", "(Smith)".
  private mutating func takeBirthName(from family: inout String) {
    if let open = family.firstIndex(of: "("), let close = family[open...].firstIndex(of: ")") {
      let inner = String(family[family.index(after: open)..<close])
      let rest = (family[..<open] + family[family.index(after: close)...])
        .split(separator: " ").joined(separator: " ")
      if rest.isEmpty {
        family = inner
      } else {
        birthFamily = Self.name(inner).map(Self.withSmallLetters)
        family = rest
      }
    }
    let words = family.split(separator: " ").map(String.init)
    if let born = words.firstIndex(where: {
      ["née", "nee", "geb.", "geb", "geborene", "born"].contains($0.lowercased())
    }), born > 0, born + 1 < words.count {
      birthFamily = words[(born + 1)...].joined(separator: " ")
      family = words[..<born].joined(separator: " ")
    }
  }

  /// The words unless they stand for a name that is not known, or not told.
  static func name(_ text: String) -> String? {
    let letters = text.lowercased().filter { $0.isLetter || $0 == " " }
      .split(separator: " ").joined(separator: " ")
    // "N. N."
    let isNobody = letters.allSatisfy { $0 == "n" || $0 == " " }
    return isNobody || placeholders.contains(letters) ? nil : text
  }

  // What programs and genealogists write where they have no name.
  private static let placeholders: Set<String> = [
    "unknown", "unk", "unkn", "unnamed", "not known", "no name", "living", "private",
    "mnu", "lnu", "fnu", "infant", "stillborn", "baby girl", "baby boy", "unbekannt", "inconnu",
    "inconnue", "desconocido", "desconocida", "onbekend",
  ]

  /// `SMITH` as `Smith`, `MCDONALD` as `McDonald`, `O'BRIEN` as `O'Brien`; other names as they are.
  static func withSmallLetters(_ text: String) -> String {
    let letters = text.filter(\.isLetter)
    guard letters.count > 1, letters.allSatisfy(\.isUppercase) else { return text }
    var result = ""
    var isStart = true
    for character in text.lowercased() {
      result += isStart ? character.uppercased() : String(character)
      isStart = !character.isLetter
    }
    return result.split(separator: " ").map { word in
      word.hasPrefix("Mc") && word.count > 3
        ? "Mc" + word.dropFirst(2).prefix(1).uppercased() + word.dropFirst(3) : String(word)
    }.joined(separator: " ")
  }
}
