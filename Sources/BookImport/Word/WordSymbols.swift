/// Signs of fonts that have pictures where others have letters.
enum WordSymbols {
  /// The character that a code of a font shows; nil where nobody knows.
  static func character(_ code: UInt32, font: String) -> String? {
    let font = font.lowercased()
    // Such fonts have their signs at U+F020 to U+F0FF.
    let place = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    if font == "symbol" { return lookUp(place, symbol) }
    if font == "wingdings" { return lookUp(place, wingdings) }
    if font.hasPrefix("wingdings") || font == "webdings" { return nil }
    if code >= 0xE000, code <= 0xF8FF { return nil }
    return Unicode.Scalar(code).map { String($0) }
  }

  private static func lookUp(_ place: UInt32, _ table: [UInt32: Character]) -> String? {
    table[place].map { String($0) }
  }

  /// Whether a font is one of signs.
  static func isOfSigns(_ font: String?) -> Bool {
    guard let font = font?.lowercased() else { return false }
    return font == "symbol" || font.hasPrefix("wingdings") || font == "webdings"
  }

  /// Adobe's Symbol encoding, from its code 0x20 on.
  private static let symbol: [UInt32: Character] = {
    var table: [UInt32: Character] = [:]
    let lower = Array(
      " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
    )
    for (index, character) in lower.enumerated() { table[0x20 + UInt32(index)] = character }
    let upper = Array(
      "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑")
    for (index, character) in upper.enumerated() { table[0xA0 + UInt32(index)] = character }
    return table
  }()

  private static let wingdings: [UInt32: Character] = [
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x41: "✌", 0x45: "☜",
    0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x4E: "☠", 0x51: "✈",
    0x52: "☼", 0x54: "❄", 0x55: "✞", 0x58: "✠", 0x59: "✡", 0x5A: "☪", 0x5B: "☯", 0x6C: "●",
    0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆",
    0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x7B: "❀", 0x7C: "✿", 0x7D: "❝", 0x7E: "❞", 0x9E: "·",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xB2: "⟡", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
  ]
}
