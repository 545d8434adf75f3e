import BookTypesetting

/// What a shape is filled or drawn with.
enum SVGPaint: Sendable, Equatable {
  case none
  case ink(Ink)
  /// The value of `color`.
  case current

  /// The colours that need no table: those named in CSS 2.1, `#rgb`, `#rrggbb` and `rgb()`; nil for
  /// anything else.
  init?(_ text: String) {
    let value = text.trimmingSpaces.lowercased()
    switch value {
    case "none", "transparent": self = .none
    case "currentcolor": self = .current
    default:
      guard let ink = Self.named[value].flatMap(Self.hex) ?? Self.hex(value) ?? Self.function(value)
      else { return nil }
      self = .ink(ink)
    }
  }

  private static let named = [
    "black": "#000000", "white": "#ffffff", "gray": "#808080", "grey": "#808080",
    "silver": "#c0c0c0", "lightgray": "#d3d3d3", "lightgrey": "#d3d3d3", "darkgray": "#a9a9a9",
    "darkgrey": "#a9a9a9", "dimgray": "#696969", "red": "#ff0000", "maroon": "#800000",
    "yellow": "#ffff00", "olive": "#808000", "lime": "#00ff00", "green": "#008000",
    "aqua": "#00ffff", "teal": "#008080", "blue": "#0000ff", "navy": "#000080",
    "fuchsia": "#ff00ff", "purple": "#800080", "orange": "#ffa500", "brown": "#a52a2a",
  ]

  private static func hex(_ text: String) -> Ink? {
    guard text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
    switch text.utf8.count {
    case 4: return ink([8, 4, 0].map { Double(value >> $0 & 0xF) / 15 })
    case 7: return ink([16, 8, 0].map { Double(value >> $0 & 0xFF) / 255 })
    default: return nil
    }
  }

  private static func function(_ text: String) -> Ink? {
    guard text.hasPrefix("rgb("), text.hasSuffix(")") else { return nil }
    let parts = text.dropFirst(4).dropLast().split(separator: ",").map { String($0).trimmingSpaces }
    let values = parts.compactMap { part in
      part.hasSuffix("%")
        ? Double(part.dropLast()).map { $0 / 100 } : Double(part).map { $0 / 255 }
    }
    return values.count == 3 && parts.count == 3 ? ink(values) : nil
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
