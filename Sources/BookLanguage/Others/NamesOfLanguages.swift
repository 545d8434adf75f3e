extension Language {
  /// The tag meant by the name of a language, as people write one where a tag is wanted:
  /// `British English` and `en-UK` are `en-GB`, `Deutsch` is `de`; nil where a word of it names nothing.
  package static func tag(called name: String) -> String? {
    var primary: String?
    var region: String?
    for word in name.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init) {
      if let code = regionsByName[word] {
        (primary, region) = (primary ?? english.tag, code)
      } else if let tag = tagsByName[word] ?? byTag[word]?.tag {
        primary = tag
      } else {
        return nil
      }
    }
    return primary.map { tag in region.map { "\(tag)-\($0)" } ?? tag }
  }

  /// By the English name, and by the language's own.
  private static let tagsByName: [String: String] = Dictionary(
    all.filter { !$0.tag.contains("-") }.map { ($0.name.lowercased(), $0.tag) }
      + ownNames.flatMap { tag, names in names.split(separator: " ").map { (String($0), tag) } },
    uniquingKeysWith: { first, _ in first })

  /// What languages call themselves, with and without their accents.
  private static let ownNames: [(tag: String, names: String)] = [
    ("da", "dansk"), ("de", "deutsch"), ("es", "español espanol castellano"),
    ("fi", "suomi"), ("fr", "français francais"), ("hu", "magyar"), ("it", "italiano"),
    ("nb", "norsk bokmål"), ("nl", "nederlands flemish vlaams"), ("pl", "polski"),
    ("pt", "português portugues"), ("ru", "русский"), ("sv", "svenska"), ("tr", "türkçe"),
    ("uk", "українська"),
    // By the tags of three letters (ISO 639-2), of which those of two take the place.
    ("en", "eng"), ("de", "deu ger"), ("fr", "fra fre"), ("es", "spa"), ("it", "ita"),
    ("nl", "nld dut"), ("pt", "por"), ("pl", "pol"), ("ru", "rus"), ("sv", "swe"), ("da", "dan"),
    ("nb", "nor"), ("fi", "fin"),
  ]

  /// The regions in which English is at home, by what people write (ISO 3166-1).
  private static let regionsByName: [String: String] = [
    "uk": "GB", "british": "GB", "britain": "GB", "gb": "GB", "us": "US", "usa": "US",
    "american": "US", "america": "US", "australian": "AU", "australia": "AU", "canadian": "CA",
    "canada": "CA",
  ]
}
