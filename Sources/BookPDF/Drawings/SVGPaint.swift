import BookModel
import BookTypesetting

/// What a shape is filled or drawn with.
enum SVGPaint: Sendable, Equatable {
  case none
  /// An ink and how much of it shows, 0 to 1.
  case ink(Ink, opacity: Double = 1)
  /// The value of `color`.
  case current
  /// A gradient by its identifier, and what stands for it where there is none.
  indirect case server(String, fallback: SVGPaint)

  /// A name of CSS, `#rgb`, `#rrggbb`, `rgb()`, `hsl()`, each with an opacity too, or a `url(#…)` of
  /// the drawing; nil for anything else.
  init?(_ text: String) {
    let value = text.trimmed.lowercased()
    switch value {
    case "none", "transparent": self = .none
    case "currentcolor": self = .current
    case _ where value.hasPrefix("url("):
      guard let server = Self.server(text.trimmed) else { return nil }
      self = server
    case _ where value.hasPrefix("light-dark(") || value.hasPrefix("var("):
      guard let paint = Self.choice(text.trimmed) else { return nil }
      self = paint
    default:
      let named = SVGColourNames.digits(of: value).flatMap { Self.hex("#" + $0) }
      guard let paint = named ?? Self.hex(value) ?? Self.function(value) else { return nil }
      self = paint
    }
  }

  /// `light-dark(black, white)` on paper, which is light, and `var(--x, black)` where nothing says what
  /// `--x` is.
  private static func choice(_ text: String) -> SVGPaint? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
    let inner = text[text.index(after: open)...].dropLast()
    var depth = 0
    let comma = inner.firstIndex { sign in
      depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
      return sign == "," && depth == 0
    }
    guard let comma else { return nil }
    return SVGPaint(
      String(
        text.lowercased().hasPrefix("var(") ? inner[inner.index(after: comma)...] : inner[..<comma])
    )
  }

  private static func hex(_ text: String) -> SVGPaint? {
    guard text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
    func parts(_ bits: UInt32, _ count: UInt32) -> [Double] {
      let most: UInt32 = (1 << bits) - 1
      return (0..<count).reversed().map { place in
        let part: UInt32 = (value >> (place * bits)) & most
        return Double(part) / Double(most)
      }
    }
    switch text.utf8.count {
    case 4: return paint(parts(4, 3))
    case 5: return paint(parts(4, 4))
    case 7: return paint(parts(8, 3))
    case 9: return paint(parts(8, 4))
    default: return nil
    }
  }

  /// `rgb()` and `hsl()`, with or without an `a` (CSS Color 4, 5.1 and 7.1).
  private static func function(_ text: String) -> SVGPaint? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
    let name = text[..<open]
    let words = text[text.index(after: open)...].dropLast().split { ", /".contains($0) }
    guard words.count == 3 || words.count == 4 else { return nil }
    let share = words.count == 3 ? 1 : svgShare(String(words[3])) ?? 1
    switch name {
    case "rgb", "rgba":
      let parts = words.prefix(3).compactMap { word in
        word.hasSuffix("%")
          ? Double(word.dropLast()).map { $0 / 100 } : Double(word).map { $0 / 255 }
      }
      return parts.count == 3 ? paint(parts + [share]) : nil
    case "hsl", "hsla":
      let hue = words[0].hasSuffix("deg") ? words[0].dropLast(3) : words[0]
      let percents = words[1...2].compactMap { word in
        Double(word.hasSuffix("%") ? word.dropLast() : word).map { max(0, min(1, $0 / 100)) }
      }
      guard let degrees = Double(hue), degrees.isFinite, percents.count == 2 else { return nil }
      return paint(parts(hue: degrees, saturation: percents[0], lightness: percents[1]) + [share])
    default: return nil
    }
  }

  /// Red, green and blue of a hue (CSS Color 4, 7.1).
  private static func parts(hue: Double, saturation: Double, lightness: Double) -> [Double] {
    let reach = saturation * min(lightness, 1 - lightness)
    return [0.0, 8, 4].map { step in
      let turn = (step + hue / 30).truncatingRemainder(dividingBy: 12)
      let place = turn < 0 ? turn + 12 : turn
      return lightness - reach * max(-1, min(place - 3, 9 - place, 1))
    }
  }

  /// `url(#name)` and what may stand behind it.
  private static func server(_ text: String) -> SVGPaint? {
    guard let close = text.firstIndex(of: ")") else { return nil }
    let inner = text[text.index(text.startIndex, offsetBy: 4)..<close].filter {
      $0 != "\"" && $0 != "'" && !$0.isWhitespace
    }
    guard inner.hasPrefix("#") else { return nil }
    let rest = String(text[text.index(after: close)...]).trimmed
    return .server(String(inner.dropFirst()), fallback: SVGPaint(rest) ?? .none)
  }

  /// Equal parts are grey, so that a drawing in black prints with one plate.
  private static func paint(_ parts: [Double]) -> SVGPaint {
    let share = parts.count > 3 ? max(0, min(1, parts[3])) : 1
    let parts = parts.prefix(3).map { Float(max(0, min(1, $0))) }
    if parts[0] == parts[1], parts[1] == parts[2] {
      return .ink(parts[0] == 0 ? .black : .gray(parts[0]), opacity: share)
    }
    return .ink(.colour(red: parts[0], green: parts[1], blue: parts[2]), opacity: share)
  }
}
