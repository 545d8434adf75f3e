// Languages of which bookc knows the marks of quotation.
//
// Facts from CLDR 44 (common/main, delimiters) and "Use of quotation marks in the different
// languages" of the EU's Publications Office; where the two differ, the custom of printed books:
// Danish »…« with ›…‹ within, Arabic and Persian «…».
extension Language {
  static let others: [Language] =
    marked.map { tag, signs in
      let primary = String(tag.prefix { $0 != "-" })
      var language = Language(tag: tag, name: names[primary])
      language.calendarChange = changes[primary] ?? .greatBritain
      language.quotes = QuoteMarks(signs)
      language.quotes.elides = eliding.contains(tag)
      language.quotes.isUnspaced = unspaced.contains(tag)
      language.quotes.elided = elidedWords[tag] ?? []
      language.isRightToLeft = rightToLeft.contains(tag)
      language.usualRegion = usualRegions[primary]
      language.smallWords = Set((smallWords[tag] ?? "").split(separator: " ").map(String.init))
      language.people.hasPatronymics = primary == "is"
      if let own = lettersBehindZ[primary] {
        language.lettersOfTheirOwn = [Letters(own, after: "z")]
      }
      if hebrew.contains(tag) {
        language.quotes.withinWords = QuoteMarks.Pair(open: "״", close: "׳")
      }
      return language
    }
    + rightToLeft.filter { tag in !marked.contains { $0.tag == tag } }.map { tag in
      var language = Language(tag: tag, name: names[tag])
      language.isRightToLeft = true
      return language
    }

  private static let marked: [(tag: String, signs: String)] = [
    ("ar", "«»“”"), ("be", "«»„“"), ("bg", "„“‚‘"), ("ca", "«»“”‘’"), ("cs", "„“‚‘"),
    ("da", "»«›‹"), ("el", "«»“”‘’"), ("et", "„“«»"), ("fa", "«»‹›"), ("fi", "””’’"),
    ("he", "””’’"), ("hr", "„”‚’"), ("hu", "„”»«"), ("is", "„“‚‘"), ("it", "«»“”‘’"),
    ("it-ch", "«»‹›"), ("iw", "””’’"), ("ja", "「」『』"), ("lt", "„“‚‘"), ("lv", "«»„“"),
    ("nb", "«»‘’"), ("nl", "“”‘’"), ("nn", "«»‘’"), ("no", "«»‘’"), ("pl", "„”«»"),
    ("pt", "“”‘’"), ("pt-ao", "«»“”‘’"), ("pt-mz", "«»“”‘’"), ("pt-pt", "«»“”‘’"),
    ("ro", "„”«»"), ("ru", "«»„“"), ("sk", "„“‚‘"), ("sl", "„“‚‘"), ("sv", "””’’"), ("tr", "“”‘’"),
    ("uk", "«»„“"), ("yi", "””’’"), ("zh", "“”‘’"), ("zh-hant", "「」『』"),
    ("zh-hk", "「」『』"), ("zh-mo", "「」『』"), ("zh-tw", "「」『』"),
  ]

  private static let names: [String: String] = [
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "el": "Greek", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
    "he": "Hebrew", "hr": "Croatian", "hu": "Hungarian", "is": "Icelandic", "it": "Italian",
    "iw": "Hebrew", "ja": "Japanese", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian",
    "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "yi": "Yiddish", "zh": "Chinese",
  ]

  private static let changes: [String: CalendarChange] = [
    "it": .catholic, "pt": .catholic, "pl": .catholic, "ca": .catholic, "sv": .sweden,
    "fi": .sweden, "ru": .russia, "uk": .russia, "bg": .russia, "el": .greece, "tr": .turkey,
  ]

  private static let lettersBehindZ: [String: String] = [
    "sv": "åäö", "fi": "åäö", "da": "æøå", "nb": "æøå", "nn": "æøå", "no": "æøå",
  ]

  private static let usualRegions = ["pt": "PT", "zh": "CN"]
  private static let eliding: Set<String> = ["ca", "it", "it-ch"]
  private static let hebrew: Set<String> = ["he", "iw", "yi"]
  private static let unspaced: Set<String> = [
    "ja", "zh", "zh-hant", "zh-hk", "zh-mo", "zh-tw",
  ]
  private static let rightToLeft: [String] = [
    "ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi",
  ]

  // Dutch: Woordenlijst Nederlandse taal, 's avonds, 't, 'n, 'k, 'm, 'r, 'ns. Italian: the cut
  // forms of speech, 'sto, 'na.
  private static let elidedWords: [String: Set<String>] = [
    "nl": ["s", "t", "n", "k", "m", "r", "ns"],
    "it": ["sto", "sta", "sti", "ste", "na", "o", "ndrangheta"],
  ]
}
