import BookFonts
import BookTypesetting
import BookXML

/// The properties of an element that drawing depends on, most of them inherited.
struct SVGStyle: Sendable {
  var fill = SVGPaint.ink(.black)
  var stroke = SVGPaint.none
  var colour = Ink.black
  var colourOpacity = 1.0
  var strokeWidth = 1.0
  var fillOpacity = 1.0
  var strokeOpacity = 1.0
  /// Of the element and all it stands in.
  var opacity = 1.0
  var cap = 0
  var join = 0
  var miterLimit = 4.0
  var dashes: [Double] = []
  var dashOffset = 0.0
  var fillsEvenOdd = false
  var isVisible = true
  var isDisplayed = true
  var fontFamily = ""
  var fontSize = 16.0
  var fontWeight = 400
  var slant = FontSlant.upright
  var anchor = Anchor.start
  var letterSpace = 0.0
  /// Whether letters are drawn round before they are filled.
  var strokesFirst = false
  /// Whether blanks are drawn as they stand.
  var keepsBlanks = false

  /// Which end of a text stands at its place.
  enum Anchor: Sendable { case start, middle, end }

  /// The ink of a paint, nil for none.
  func ink(_ paint: SVGPaint) -> Ink? {
    switch paint {
    case .none: nil
    case .current: colour
    case .ink(let ink, _): ink
    case .server: nil
    }
  }

  /// How much of a paint shows by itself, 0 to 1.
  func share(of paint: SVGPaint) -> Double {
    switch paint {
    case .current: colourOpacity
    case .ink(_, let share): share
    case .none, .server: 1
    }
  }

  /// Properties that are told where they say more than usual.
  private static let notDrawn: KeyValuePairs<String, [String]> = [
    "filter": ["none"], "mask": ["none"], "dominant-baseline": ["auto", "alphabetic"],
    "alignment-baseline": ["auto", "baseline", "alphabetic"], "text-decoration": ["none"],
    "textLength": [], "baseline-shift": ["baseline", "0"],
    "writing-mode": ["lr", "lr-tb", "horizontal-tb"], "vector-effect": ["none"],
    "pathLength": [], "mix-blend-mode": ["normal"], "transform-origin": ["0", "0 0", "0px 0px"],
    "transform-box": ["view-box"], "direction": ["ltr"], "word-spacing": ["normal", "0", "0px"],
    "text-transform": ["none"], "font-variant": ["normal"], "font-variant-caps": ["normal"],
  ]

  /// The style of a child with these properties; names what is not understood, which is left
  /// transparent.
  func applying(
    _ element: XMLElement, unknown: (String) -> Void
  ) -> SVGStyle {
    var style = self
    let properties = Dictionary(
      element.attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    // `em` refers to the font size, so that comes first.
    if let size = properties["font-size"] {
      style.fontSize = svgLength(size, relativeTo: fontSize, em: fontSize) ?? fontSize
    }
    if let colour = properties["color"].flatMap(SVGPaint.init),
      case .ink(let ink, let share) = colour
    {
      (style.colour, style.colourOpacity) = (ink, share)
    }
    style.applyPaint(properties, unknown)
    style.applyLine(properties)
    style.applyText(properties)
    for (name, usual) in Self.notDrawn {
      if let value = properties[name], !usual.contains(value) { unknown(name) }
    }
    return style
  }

  private mutating func applyPaint(_ properties: [String: String], _ unknown: (String) -> Void) {
    for (name, path) in [("fill", \SVGStyle.fill), ("stroke", \SVGStyle.stroke)] {
      guard let value = properties[name], value != "inherit" else { continue }
      if let paint = SVGPaint(value) {
        self[keyPath: path] = paint
      } else {
        self[keyPath: path] = .none
        unknown("\(name)=\"\(value)\"")
      }
    }
    func share(_ name: String) -> Double? { properties[name].flatMap(svgShare) }
    fillOpacity = share("fill-opacity") ?? fillOpacity
    strokeOpacity = share("stroke-opacity") ?? strokeOpacity
    opacity *= share("opacity") ?? 1
    if let order = properties["paint-order"] { strokesFirst = order.hasPrefix("stroke") }
    if let rule = properties["fill-rule"] { fillsEvenOdd = rule == "evenodd" }
    if let value = properties["visibility"] { isVisible = value == "visible" }
    if properties["display"] == "none" { isDisplayed = false }
  }

  private mutating func applyLine(_ properties: [String: String]) {
    if let width = properties["stroke-width"] {
      strokeWidth = max(0, svgLength(width, relativeTo: 0, em: fontSize) ?? strokeWidth)
    }
    switch properties["stroke-linecap"] {
    case "butt": cap = 0
    case "round": cap = 1
    case "square": cap = 2
    default: break
    }
    switch properties["stroke-linejoin"] {
    case "miter": join = 0
    case "round": join = 1
    case "bevel": join = 2
    default: break
    }
    if let limit = properties["stroke-miterlimit"].flatMap(Double.init), limit >= 1 {
      miterLimit = limit
    }
    if let pattern = properties["stroke-dasharray"] {
      var scanner = NumberScanner(pattern)
      var lengths: [Double] = []
      while let length = scanner.number() { lengths.append(max(0, length)) }
      dashes = lengths.contains { $0 > 0 } ? lengths : []
    }
    if let offset = properties["stroke-dashoffset"].flatMap(Double.init), offset.isFinite {
      dashOffset = max(0, offset)
    }
  }

  private mutating func applyText(_ properties: [String: String]) {
    if let font = properties["font"] { applyFont(font) }
    fontFamily = properties["font-family"] ?? fontFamily
    switch properties["font-weight"] {
    case "normal": fontWeight = 400
    case "bold", "bolder": fontWeight = 700
    case "lighter": fontWeight = 300
    case let value?: fontWeight = Int(value) ?? fontWeight
    case nil: break
    }
    if let value = properties["font-style"] { slant = value == "normal" ? .upright : .italic }
    switch properties["text-anchor"] {
    case "start": anchor = .start
    case "middle": anchor = .middle
    case "end": anchor = .end
    default: break
    }
    if let space = properties["letter-spacing"] {
      letterSpace = svgLength(space, relativeTo: 0, em: fontSize) ?? 0
    }
    switch (properties["xml:space"], properties["white-space"]) {
    case ("preserve", _), (_, "pre"), (_, "pre-wrap"): keepsBlanks = true
    case ("default", _), (_, "normal"): keepsBlanks = false
    default: break
    }
  }
}

extension SVGStyle {
  /// The shorthand (CSS 2.1, 15.8): style and weight, the size with the height of a line behind it,
  /// families.
  private mutating func applyFont(_ font: String) {
    var words = font.split(separator: " ")[...]
    (slant, fontWeight) = (.upright, 400)
    while let word = words.popFirst() {
      switch word.lowercased() {
      case "italic", "oblique": slant = .italic
      case "bold", "bolder": fontWeight = 700
      case "normal", "small-caps": break
      case let number where Int(number).map({ (100...900).contains($0) }) == true:
        fontWeight = Int(number) ?? 400
      default:
        let size = word.prefix { $0 != "/" }
        fontSize = svgLength(String(size), relativeTo: fontSize, em: fontSize) ?? fontSize
        fontFamily = words.joined(separator: " ")
        return
      }
    }
  }
}

/// An opacity, 0 to 1; nil where it is none.
func svgShare(_ text: String) -> Double? {
  let number = text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : Double(text)
  return number.map { $0.isFinite ? max(0, min(1, $0)) : 1 }
}

/// A length in user units; nil where it is none.
func svgLength(_ text: String, relativeTo whole: Double, em: Double = 16) -> Double? {
  var scanner = NumberScanner(text)
  guard let number = scanner.number() else { return nil }
  switch scanner.rest.lowercased() {
  case "", "px": return number
  case "pt": return number * 4 / 3
  case "pc": return number * 16
  case "mm": return number * 96 / 25.4
  case "cm": return number * 96 / 2.54
  case "in": return number * 96
  case "em", "rem": return number * em
  case "ex": return number * em / 2
  case "%": return number * whole / 100
  default: return nil
  }
}
