/// Writes the marks of a drawing: labels first, ink and one grey, legible when printed in black.
struct Drawing {
  static let ink = "#1a1a1a"
  static let grey = "#6b6b6b"
  static let pale = "#c8c8c8"
  private static let serif = "font-family=\"Georgia, 'Times New Roman', serif\""

  private var body = ""

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, _ width: Double,
    isBroken: Bool = false
  ) {
    let cap = isBroken ? " stroke-dasharray=\"2 4\"" : " stroke-linecap=\"round\""
    body +=
      "  <line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\" stroke=\"\(colour)\" stroke-width=\"\(n(width))\"\(cap)/>\n"
  }

  mutating func circle(_ x: Double, _ y: Double, _ r: Double, filled: Bool) {
    body +=
      "  <circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(r))\" fill=\"\(filled ? Self.ink : "#ffffff")\" stroke=\"\(Self.ink)\" stroke-width=\"1.5\"/>\n"
  }

  mutating func text(
    _ x: Double, _ y: Double, _ words: String, size: Double, anchor: String = "start",
    colour: String = ink, italic: Bool = false
  ) {
    let style = italic ? " font-style=\"italic\"" : ""
    body +=
      "  <text x=\"\(n(x))\" y=\"\(n(y))\" \(Self.serif) font-size=\"\(n(size))\" text-anchor=\"\(anchor)\" fill=\"\(colour)\"\(style)>\(Self.escaped(words))</text>\n"
  }

  /// The document, with the title and the description that replace it for who cannot see it.
  func document(width: Double, height: Double, id: String, title: String, description: String)
    -> String
  {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(n(width)) \(n(height))" width="\(n(width))" height="\(n(height))" role="img" aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(Self.escaped(title))</title>
      <desc id="\(id)-desc">\(Self.escaped(description))</desc>
      <rect x="0" y="0" width="\(n(width))" height="\(n(height))" fill="#ffffff"/>
    \(body)</svg>

    """
  }

  /// A number with at most one decimal and no locale.
  private func n(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let whole = abs(tenths) / 10
    return abs(tenths) % 10 == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(abs(tenths) % 10)"
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return result
  }

  /// Words that fit a width, cut at a blank.
  static func fitted(_ words: String, _ limit: Int) -> String {
    guard words.count > limit else { return words }
    var cut = String(words.prefix(limit - 1))
    if let blank = cut.lastIndex(of: " "), cut.distance(from: cut.startIndex, to: blank) > limit / 2
    {
      cut = String(cut[..<blank])
    }
    return cut + "…"
  }
}
