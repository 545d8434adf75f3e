import BookModel
import BookTypesetting

/// What a shape is filled or drawn with.
enum SVGPaint: Sendable, Equatable {
  case none
  case ink(Ink)
  /// The value of `color`.
  case current
  /// A gradient by its identifier, and what stands for it where there is none.
  indirect case server(String, fallback: SVGPaint)

  /// A name of CSS, `#rgb`, `#rrggbb`, `rgb()`, `rgba()` or a `url(#…)` of the drawing; nil for
  /// anything else.
  init?(_ text: String) {
    let value = text.trimmed.lowercased()
    switch value {
    case "none", "transparent": self = .none
    case "currentcolor": self = .current
    case _ where value.hasPrefix("url("):
      guard let server = Self.server(text.trimmed) else { return nil }
      self = server
    default:
      let named = SVGColourNames.digits(of: value).flatMap { Self.hex("#" + $0) }
      guard let ink = named ?? Self.hex(value) ?? Self.function(value) else { return nil }
      self = .ink(ink)
    }
  }

  private static func hex(_ text: String) -> Ink? {
    guard text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
    switch text.utf8.count {
    case 4: return ink([8, 4, 0].map { Double(value >> $0 & 0xF) / 15 })
    case 7: return ink([16, 8, 0].map { Double(value >> $0 & 0xFF) / 255 })
    default: return nil
    }
  }

  private static func function(_ text: String) -> Ink? {
    guard text.hasPrefix("rgb"), text.hasSuffix(")"), let open = text.firstIndex(of: "(") else {
      return nil
    }
    let parts = text[text.index(after: open)...].dropLast().split { ", /".contains($0) }
    let values = parts.prefix(3).compactMap { part in
      part.hasSuffix("%")
        ? Double(part.dropLast()).map { $0 / 100 } : Double(part).map { $0 / 255 }
    }
    // What shows through is left transparent and told, never drawn as if it did not.
    if let opacity = parts.dropFirst(3).first, opacity != "1", opacity != "100%" { return nil }
    return values.count == 3 ? ink(values) : nil
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
  private static func ink(_ parts: [Double]) -> Ink {
    let parts = parts.map { Float(max(0, min(1, $0))) }
    if parts[0] == parts[1], parts[1] == parts[2] {
      return parts[0] == 0 ? .black : .gray(parts[0])
    }
    return .colour(red: parts[0], green: parts[1], blue: parts[2])
  }
}
