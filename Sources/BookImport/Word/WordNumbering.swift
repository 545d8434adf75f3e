import BookModel
import BookXML

/// The lists of a document, and how far each has counted.
struct WordNumbering: Sendable {
  private struct Level: Sendable {
    var isBullet: Bool
    var isNone: Bool
    var start: Int
    /// How the number is written: `decimal`, `upperRoman`.
    var format = "decimal"
    /// What is written, `%1` for the number of the first level.
    var text = ""
  }

  /// Levels by list.
  private var lists: [String: [Int: Level]] = [:]
  private var counters: [String: [Int: Int]] = [:]

  init(_ bytes: [UInt8]?) {
    guard let bytes, let root = XMLElement.read(bytes, names: WordNames.all).root else { return }
    var kinds: [String: [Int: Level]] = [:]
    for element in root.elements where element.name == "w:abstractNum" {
      guard let id = element["w:abstractNumId"] else { continue }
      kinds[id] = Self.levels(of: element)
    }
    for element in root.elements where element.name == "w:num" {
      guard let id = element["w:numId"] else { continue }
      var levels = element.first("w:abstractNumId")?["w:val"].flatMap { kinds[$0] } ?? [:]
      for change in element.elements where change.name == "w:lvlOverride" {
        guard let level = change["w:ilvl"].flatMap({ Int($0) }) else { continue }
        levels.merge(Self.levels(of: change)) { _, new in new }
        if let start = change.first("w:startOverride")?.number {
          levels[level, default: Level(isBullet: false, isNone: false, start: 1)].start = start
        }
      }
      lists[id] = levels
    }
  }

  private static func levels(of element: XMLElement) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for level in element.elements where level.name == "w:lvl" {
      guard let index = level["w:ilvl"].flatMap({ Int($0) }) else { continue }
      let format = level.descendant("w:numFmt")?["w:val"] ?? "decimal"
      levels[index] = Level(
        isBullet: format == "bullet", isNone: format == "none",
        start: level.first("w:start")?.number ?? 1, format: format,
        text: level.descendant("w:lvlText")?["w:val"] ?? "")
    }
    return levels
  }

  /// The next item of a list; nil where the list numbers nothing, or is none.
  mutating func next(_ list: String?, level: Int) -> TypedParagraph.ListItem? {
    guard let list, list != "0" else { return nil }
    let level = min(max(0, level), 8)
    let known = lists[list]?[level]
    if known?.isNone == true { return nil }
    if known?.isBullet ?? (lists[list] == nil) {
      return TypedParagraph.ListItem(list: list, level: level, number: nil)
    }
    let number = (counters[list]?[level]).map { $0 + 1 } ?? known?.start ?? 1
    counters[list, default: [:]][level] = number
    for deeper in level + 1...9 { counters[list]?[deeper] = nil }
    return TypedParagraph.ListItem(list: list, level: level, number: number)
  }

  /// What Word writes before the item of a list that `next` gave last: `Chapter 3`, `II.`; nil
  /// where nobody says.
  func label(_ list: String, level: Int) -> String? {
    guard let levels = lists[list], var text = levels[level]?.text, !text.isEmpty else {
      return nil
    }
    for (index, known) in levels where text.contains("%\(index + 1)") {
      let number = counters[list]?[index] ?? known.start
      text = text.replacing("%\(index + 1)", with: Self.written(number, known.format))
    }
    return text.trimmedBlanks
  }

  private static func written(_ number: Int, _ format: String) -> String {
    switch format {
    case "upperRoman": RomanNumeral.written(number)
    case "lowerRoman": RomanNumeral.written(number).lowercased()
    case "upperLetter", "lowerLetter": letter(number, isUpper: format == "upperLetter")
    default: String(number)
    }
  }

  private static func letter(_ number: Int, isUpper: Bool) -> String {
    guard (1...26).contains(number) else { return String(number) }
    return String(UnicodeScalar(UInt8((isUpper ? 0x40 : 0x60) + number)))
  }
}
