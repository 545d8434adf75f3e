/// What the names of a paragraph's styles say of it: Word's own names, and those that people give.
struct StyleMeaning: OptionSet, Sendable {
  let rawValue: UInt16

  static let title = StyleMeaning(rawValue: 1)
  static let subtitle = StyleMeaning(rawValue: 2)
  static let author = StyleMeaning(rawValue: 4)
  static let chapter = StyleMeaning(rawValue: 8)
  static let caption = StyleMeaning(rawValue: 16)
  static let verse = StyleMeaning(rawValue: 32)
  static let letter = StyleMeaning(rawValue: 64)
  static let epigraph = StyleMeaning(rawValue: 128)
  static let diary = StyleMeaning(rawValue: 256)
  static let transcript = StyleMeaning(rawValue: 512)
  static let quotation = StyleMeaning(rawValue: 1024)
  static let sceneBreak = StyleMeaning(rawValue: 2048)

  /// Parts of names, in small letters.
  private static let parts: [(String, StyleMeaning)] = [
    ("title", .title), ("subtitle", .subtitle), ("author", .author), ("chapter", .chapter),
    ("caption", .caption), ("legend", .caption), ("verse", .verse), ("poem", .verse),
    ("poetry", .verse), ("stanza", .verse), ("lyrics", .verse), ("letter", .letter),
    ("salutation", .letter), ("closing", .letter), ("signature", .letter),
    ("correspondence", .letter), ("epigraph", .epigraph), ("diary", .diary), ("journal", .diary),
    ("transcript", .transcript), ("interview", .transcript), ("quote", .quotation),
    ("quotation", .quotation), ("block text", .quotation), ("scene break", .sceneBreak),
    ("scenebreak", .sceneBreak), ("ornament", .sceneBreak), ("asterism", .sceneBreak),
  ]

  /// The meaning of a style by its name and those of the styles it is based on.
  init(names: [String]) {
    self = []
    for name in names {
      for (part, meaning) in Self.parts where name.contains(part) { insert(meaning) }
    }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }
}
