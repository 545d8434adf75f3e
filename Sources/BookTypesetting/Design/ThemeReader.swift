import BookDiagnostics
import BookModel

/// Reads values of theme.yaml by their path, and remembers what could not be used.
struct ThemeReader {
  private let root: YAMLNode?
  private let theme: String
  /// What `em`, `lines` and `%` are of, in points.
  var em: Float
  var line: Float
  var measure: Float
  private(set) var diagnostics: [Diagnostic] = []

  init(_ theme: Theme, design: PageDesign) {
    root = theme.page
    self.theme = theme.name
    em = design.size
    line = design.leading
    measure = design.measure
  }

  func node(_ path: String) -> YAMLNode? {
    var node = root
    for key in path.split(separator: ".") { node = node?[String(key)] }
    return node
  }

  mutating func refuse(_ node: YAMLNode, _ path: String, _ wanted: String) {
    diagnostics.append(
      Diagnostic(
        .badThemeValue,
        "'\(node.string ?? "…")' under '\(path)' in the theme '\(theme)' is not \(wanted)",
        at: node.span))
  }

  /// The scalar at a path, nil for none; a list or a mapping in its place is refused.
  private mutating func scalar(_ path: String, _ wanted: String) -> (node: YAMLNode, text: String)?
  {
    guard let node = node(path) else { return nil }
    if let text = node.string { return (node, text) }
    if case .scalar = node.content { return nil }
    refuse(node, path, wanted)
    return nil
  }

  /// A length in points.
  mutating func length(_ path: String, em: Float? = nil) -> Float? {
    let wanted = "a length such as '10.5pt', '0.5in' or '1.2em'"
    guard let (node, text) = scalar(path, wanted) else { return nil }
    if let value = points(text, em: em ?? self.em) { return value }
    refuse(node, path, wanted)
    return nil
  }

  /// A length as it is written: a number and a unit, points without one.
  func points(_ text: String, em: Float) -> Float? {
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    guard let value = Float(number), value.isFinite, abs(value) < 10_000 else { return nil }
    switch text.dropFirst(number.count).drop(while: { $0 == " " }) {
    case "pt", "": return value
    case "in": return value * 72
    case "mm": return value * 72 / 25.4
    case "cm": return value * 72 / 2.54
    case "em": return value * em
    case "%": return value / 100 * measure
    case "lines", "line": return value * line
    default: return nil
    }
  }

  /// A length in half lines, rounded.
  mutating func halfLines(_ path: String) -> Int? {
    length(path).map { max(0, min(200, Int(($0 / line * 2).rounded()))) }
  }

  mutating func number(_ path: String, in range: ClosedRange<Float>) -> Float? {
    let wanted = "a number from \(range.lowerBound) to \(range.upperBound)"
    guard let (node, text) = scalar(path, wanted) else { return nil }
    if let value = Float(text), range.contains(value) { return value }
    refuse(node, path, wanted)
    return nil
  }

  mutating func boolean(_ path: String) -> Bool? {
    guard let (node, text) = scalar(path, "'true' or 'false'") else { return nil }
    if text == "true" { return true }
    if text == "false" { return false }
    refuse(node, path, "'true' or 'false'")
    return nil
  }

  /// One of some words.
  mutating func word(_ path: String, _ allowed: [String]) -> String? {
    let wanted = "one of \(allowed.joined(separator: ", "))"
    guard let (node, text) = scalar(path, wanted) else { return nil }
    if allowed.contains(text) { return text }
    refuse(node, path, wanted)
    return nil
  }

  mutating func text(_ path: String) -> String? { scalar(path, "a word")?.text }

  /// A trim size.
  mutating func size(_ path: String) -> Size? {
    guard let (node, text) = scalar(path, Self.trimSizes) else { return nil }
    if let size = trimSize(text) { return size }
    refuse(node, path, Self.trimSizes)
    return nil
  }

  /// What a trim size looks like.
  static let trimSizes = "a trim size such as 'A5', '5.5x8.5in' or '140x216mm'"

  /// A colour such as `#7a1f1f`; black for black.
  mutating func colour(_ path: String) -> Ink? {
    guard let (node, text) = scalar(path, "a colour such as '#7a1f1f'") else { return nil }
    let digits = text.hasPrefix("#") ? text.dropFirst() : ""
    guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else {
      refuse(node, path, "a colour such as '#7a1f1f'")
      return nil
    }
    if value == 0 { return .black }
    return .colour(
      red: Float(value >> 16) / 255, green: Float(value >> 8 & 255) / 255,
      blue: Float(value & 255) / 255)
  }

  /// Warns of keys that mean nothing.
  mutating func checkKeys() {
    guard let root else { return }
    check(root, under: "", depth: 0)
  }

  private mutating func check(_ node: YAMLNode, under path: String, depth: Int) {
    guard depth < 4, let known = Self.keys[path] else { return }
    if case .mapping = node.content {
    } else if node.string != nil {
      refuse(node, path.isEmpty ? "theme.yaml" : path, "a list of keys and values")
    }
    for entry in node.entries {
      if known.contains(entry.key) {
        check(
          entry.value, under: path.isEmpty ? entry.key : "\(path).\(entry.key)", depth: depth + 1)
        continue
      }
      let near = nearestWord(to: entry.key, among: known)
      let place = path.isEmpty ? "" : " under '\(path)'"
      diagnostics.append(
        Diagnostic(
          .unknownThemeKey,
          "'\(entry.key)'\(place) in the theme '\(theme)' is no key of theme.yaml",
          at: entry.keySpan,
          notes: near.map { [DiagnosticNote("the nearest key is '\($0)'")] } ?? []))
    }
  }

  /// Every key there is, by what it stands under.
  static let keys: [String: [String]] = [
    "": [
      "name", "description", "page", "type", "paragraph", "opener", "heads", "running-heads",
      "ornaments", "blocks", "contents", "index", "chronology", "cover",
    ],
    "page": ["trim", "bleed", "margins", "gutter"],
    "page.margins": ["head", "foot", "inner", "outer"],
    "type": [
      "family", "heads", "mono", "fallback", "size", "leading", "figures", "ligatures",
      "small-caps-spacing", "mono-scale",
    ],
    "paragraph": [
      "align", "indent", "space", "hyphenate", "hyphen-minimum", "hyphen-run",
      "last-line-minimum", "protrusion", "letter-flexibility",
    ],
    "paragraph.hyphen-minimum": ["before", "after", "word"],
    "opener": [
      "side", "sink", "align", "number", "title", "space-between", "space-after", "rule",
      "first-letter", "lead-in",
    ],
    "opener.number": ["style", "label", "caps", "size", "spacing"],
    "opener.title": ["size", "leading", "style", "caps", "spacing"],
    "opener.rule": ["length", "weight", "place"],
    "opener.first-letter": ["kind", "lines"],
    "heads": ["h2", "h3", "h4"],
    "heads.h2": ["size", "style", "weight", "caps", "spacing", "align", "before", "after"],
    "heads.h3": ["size", "style", "weight", "caps", "spacing", "align", "before", "after"],
    "heads.h4": ["size", "style", "weight", "caps", "spacing", "align", "before", "after"],
    "running-heads": [
      "verso", "recto", "size", "style", "caps", "spacing", "distance", "folio",
    ],
    "running-heads.verso": ["text", "align"],
    "running-heads.recto": ["text", "align"],
    "running-heads.folio": ["place", "size", "figures"],
    "ornaments": ["scene-break", "scene-break-in-page", "title-page", "color"],
    "blocks": [
      "note", "caption", "credit", "quotation", "letter", "diary", "document", "transcript",
      "verse", "epigraph", "table", "code",
    ],
    "blocks.note": ["size", "leading", "rule"],
    "blocks.caption": ["size", "leading", "style", "align"],
    "blocks.credit": ["size", "style"],
    "blocks.quotation": ["size", "indent", "before", "after"],
    "blocks.letter": ["size", "indent", "before", "after", "dateline", "signature"],
    "blocks.letter.dateline": ["style", "caps", "align"],
    "blocks.letter.signature": ["style", "caps", "align"],
    "blocks.diary": ["size", "indent", "before", "after", "dateline"],
    "blocks.diary.dateline": ["style", "caps", "align"],
    "blocks.document": ["size", "indent", "before", "after", "side-rule"],
    "blocks.transcript": ["size", "indent", "before", "after", "hang", "speaker"],
    "blocks.transcript.speaker": ["caps"],
    "blocks.verse": [
      "size", "indent", "before", "after", "turnover", "align", "stanza-space",
    ],
    "blocks.epigraph": ["size", "indent", "before", "after", "style", "attribution"],
    "blocks.epigraph.attribution": ["style", "caps", "align"],
    "blocks.table": ["size", "rules", "head"],
    "blocks.table.head": ["style", "caps"],
    "blocks.code": ["size", "indent", "before", "after"],
    "contents": ["size", "leader", "parts"],
    "index": ["columns", "column-gap", "size", "leading", "hang", "turnover", "groups", "names"],
    "chronology": ["size", "hang"],
    "cover": ["layout", "ground", "paper", "ink", "accent"],
  ]
}
