import BookFonts
import BookModel
import BookTypesetting
import BookXML

/// A drawing as operators, its text still to be given the codes of embedded fonts.
struct Drawing: Sendable {
  /// What is drawn, in order.
  var parts: [Part] = []
  /// Width and height of the view box.
  var extent: (width: Double, height: Double)
  /// The different opacities in use, each a graphics state of its own.
  var opacities: [Opacity] = []
  /// The gradients in use, as their dictionaries.
  var gradients: [[UInt8]] = []

  /// Operators or text.
  enum Part: Sendable {
    case operators([UInt8])
    case text(DrawnText)
  }

  /// How much of what is filled and drawn shows.
  struct Opacity: Sendable, Hashable {
    var fill: Int
    var stroke: Int
  }
}

/// A line of text in a drawing; its operators before and after place and colour it.
struct DrawnText: Sendable {
  /// Index into the shelf's faces.
  var face: Int
  var size: Double
  var x: Double
  var y: Double
  var glyphs: [ShapedGlyph]
  /// What it says.
  var text: [UInt8]
  var letterSpace: Double
  /// Of its face, which the glyphs are measured in.
  var unitsPerEm: Int
}

/// Groups within one another beyond this are no plate of a book.
private let deepestDrawing = 64

/// Turns SVG into a drawing: the elements and attributes that plates of books are made of.
struct DrawingBuilder {
  let profile: PDFProfile
  /// Finds the face of a text and gives its number among the drawings' faces.
  let faces: (SVGStyle, [UInt8]) -> (number: Int, face: FontFace)?
  var drawing: Drawing
  /// Names of what was left out, in order, each once.
  private(set) var leftOut: [String] = []
  /// By their identifiers.
  private(set) var elements: [String: XMLElement] = [:]
  private(set) var sheet = SVGStyleSheet()
  private let isGrey: Bool
  private var uses = 0

  init(
    _ root: XMLElement, profile: PDFProfile, isGrey: Bool = false,
    faces: @escaping (SVGStyle, [UInt8]) -> (number: Int, face: FontFace)?
  ) {
    self.profile = profile
    self.isGrey = isGrey
    self.faces = faces
    let box = viewBox(root)
    drawing = Drawing(extent: (box.width, box.height))
    collect(root)
    if let stated = StatedSize(
      width: root["width"], height: root["height"], unlike: (box.width, box.height))
    {
      drawing.extent = (stated.width, stated.height)
      write("1 0 0 -1 ", [0, stated.height], "cm\n")
      for matrix in viewport(of: root, sizedBy: root)?.matrices ?? [] { write("", matrix, "cm\n") }
    } else {
      // SVG's y grows downward, PDF's upward.
      write("1 0 0 -1 ", [-box.x, box.y + box.height], "cm\n")
    }
    var style = SVGStyle()
    style = style.applying(root, sheet) { note($0) }
    for name in sheet.unknown { note(name) }
    drawChildren(root, style, depth: 0)
  }

  private mutating func collect(_ element: XMLElement) {
    if let id = element["id"], elements[id] == nil { elements[id] = element }
    if element.name == "style" {
      for case .text(let text) in element.children { sheet.add(text) }
    }
    for child in element.elements { collect(child) }
  }

  mutating func note(_ name: String) { if !leftOut.contains(name) { leftOut.append(name) } }

  mutating func drawChildren(_ element: XMLElement, _ style: SVGStyle, depth: Int) {
    for child in element.elements { draw(child, style, depth: depth + 1) }
  }

  private mutating func draw(_ element: XMLElement, _ inherited: SVGStyle, depth: Int) {
    guard depth < deepestDrawing else { return }
    switch element.name {
    case "title", "desc", "metadata", "defs", "symbol", "style", "linearGradient",
      "radialGradient", "clipPath":
      return
    case "g", "a", "svg", "switch", "use", "text", "rect", "line", "polyline", "polygon", "path",
      "circle",
      "ellipse":
      break
    default:
      // What a program writes for itself is nothing that could be drawn.
      if !element.name.hasPrefix("foreign:") { note("<\(element.name)>") }
      return
    }
    var unknown: [String] = []
    let style = inherited.applying(element, sheet) { unknown.append($0) }
    for name in unknown { note(name) }
    for name in ["marker-start", "marker-mid", "marker-end"] where element[name] != nil {
      note(name)
    }
    guard style.isDisplayed else { return }
    let room = element.name == "svg" ? viewport(of: element, sizedBy: element) : nil
    let matrices = transforms(of: element) + (room?.matrices ?? [])
    var edge = clip(of: element)?.operators
    if let cut = room?.edge.operators { edge = (edge ?? []) + cut }
    let isApart = !matrices.isEmpty || edge != nil
    if isApart { write("q\n") }
    for matrix in matrices { write("", matrix, "cm\n") }
    if let edge { append(edge) }
    drawContents(element, style, depth: depth)
    if isApart { write("Q\n") }
  }

  private mutating func transforms(of element: XMLElement) -> [[Double]] {
    var matrices: [[Double]] = []
    if let text = property("transform", of: element), text != "none" {
      if let read = svgTransform(text) { matrices += read } else { note("transform=\"\(text)\"") }
    }
    if element.name == "use" || element.name == "svg" {
      let (x, y) = (length(element, "x"), length(element, "y"))
      if x != 0 || y != 0 { matrices.append([1, 0, 0, 1, x, y]) }
    }
    return matrices
  }

  private mutating func drawContents(_ element: XMLElement, _ style: SVGStyle, depth: Int) {
    switch element.name {
    case "g", "a", "svg":
      let opacity = property("opacity", of: element).flatMap(svgShare) ?? 1
      if opacity < 1, element.elements.count > 1 { note("the opacity of a group as a whole") }
      drawChildren(element, style, depth: depth)
    case "switch":
      // SVG 2, 5.9: the first that asks for nothing of its reader.
      let child = element.elements.first {
        $0["requiredExtensions"] == nil && $0["systemLanguage"] == nil
          && !["foreignObject", "title", "desc"].contains($0.localName)
      }
      if let child { draw(child, style, depth: depth + 1) }
    case "text": drawText(element, style)
    case "use":
      let link = element["href"] ?? element["xlink:href"] ?? ""
      // A drawing that refers to itself over and over is cut short.
      uses += 1
      guard link.hasPrefix("#"), let target = elements[String(link.dropFirst())], uses < 1000
      else { return note("<use href=\"\(link)\">") }
      if target.name == "symbol" {
        drawSymbol(target, sizedBy: element, style, depth: depth)
      } else {
        draw(target, style, depth: depth + 8)
      }
    default: paint(outline(of: element), style, isLine: element.name == "line")
    }
  }

  func outline(of element: XMLElement) -> DrawingPath {
    func value(_ name: String) -> Double { length(element, name) }
    var path = DrawingPath()
    switch element.name {
    case "rect":
      let (width, height) = (value("width"), value("height"))
      if width <= 0 || height <= 0 { return path }
      let rx = element["rx"] == nil ? value("ry") : value("rx")
      let ry = element["ry"] == nil ? rx : value("ry")
      return .rectangle(value("x"), value("y"), width, height, radii: Point(x: rx, y: ry))
    case "circle", "ellipse":
      let isCircle = element.name == "circle"
      let radii = Point(x: value(isCircle ? "r" : "rx"), y: value(isCircle ? "r" : "ry"))
      if radii.x <= 0 || radii.y <= 0 { return path }
      return .ellipse(centre: Point(x: value("cx"), y: value("cy")), radii: radii)
    case "line":
      path.move(to: Point(x: value("x1"), y: value("y1")))
      path.line(to: Point(x: value("x2"), y: value("y2")))
    case "polyline", "polygon":
      var scanner = NumberScanner(element["points"] ?? "")
      while let x = scanner.number(), let y = scanner.number() {
        let point = Point(x: x, y: y)
        if path.isEmpty { path.move(to: point) } else { path.line(to: point) }
      }
      if element.name == "polygon", !path.isEmpty { path.close() }
    default: path = PathData(element["d"] ?? "").outline()
    }
    return path
  }

  func length(_ element: XMLElement, _ name: String) -> Double {
    let isVertical = ["y", "cy", "y1", "y2", "height", "ry"].contains(name)
    let whole = isVertical ? drawing.extent.height : drawing.extent.width
    // Of a list, as letters have it, the first.
    let first = property(name, of: element)?.split { $0.isWhitespace || $0 == "," }.first
    return first.flatMap { svgLength(String($0), relativeTo: whole) } ?? 0
  }

  /// What an element says by an attribute, its style or a rule.
  func property(_ name: String, of element: XMLElement) -> String? {
    sheet.isEmpty && element["style"] == nil ? element[name] : sheet.properties(of: element)[name]
  }

  private mutating func paint(_ path: DrawingPath, _ style: SVGStyle, isLine: Bool) {
    let fill = isLine ? nil : ink(style.fill, style).map { flat($0, style.fillOpacity, style) }
    let stroke =
      style.strokeWidth > 0
      ? middleInk(style.stroke, style).map { flat($0, style.strokeOpacity, style) } : nil
    guard !path.isEmpty, style.isVisible else { return }
    if !isLine { noteMissing(style.fill, "fill") }
    noteMissing(style.stroke, "stroke")
    if !isLine, case .server(let id, _) = style.fill { fillWithGradient(id, path, style) }
    guard fill != nil || stroke != nil else { return }
    var operators: [UInt8] = []
    operators.write("q\n")
    write(opacityOf: style, into: &operators)
    if let fill { operators.write(fill: fill, profile) }
    if let stroke { write(stroke, style, into: &operators) }
    operators += path.operators
    switch (fill != nil, stroke != nil, style.fillsEvenOdd) {
    case (true, true, false): operators.write("B\n")
    case (true, true, true): operators.write("B*\n")
    case (true, false, false): operators.write("f\n")
    case (true, false, true): operators.write("f*\n")
    default: operators.write("S\n")
    }
    operators.write("Q\n")
    append(operators)
  }

  /// The one ink of a paint; nil for none, and for a gradient that fills a shape.
  func ink(_ paint: SVGPaint, _ style: SVGStyle) -> Ink? {
    var paint = paint
    if case .server(let id, let fallback) = paint {
      if elements[id] != nil { return nil }
      paint = fallback
    }
    let ink = style.ink(paint)
    return isGrey ? ink?.grey : ink
  }

  /// In print nothing shows through: an ink is as light as it would look on white paper.
  func flat(_ ink: Ink, _ opacity: Double, _ style: SVGStyle) -> Ink {
    profile == .print ? ink.lighter(by: style.opacity * opacity) : ink
  }

  /// A paint of an element that is not there, with nothing to stand for it, is told.
  private mutating func noteMissing(_ paint: SVGPaint, _ name: String) {
    guard case .server(let id, .none) = paint, elements[id] == nil else { return }
    note("\(name)=\"url(#\(id))\"")
  }

  /// What stands for a gradient where none can be drawn, which is told.
  mutating func middleInk(_ paint: SVGPaint, _ style: SVGStyle) -> Ink? {
    guard case .server(let id, _) = paint else { return ink(paint, style) }
    guard let found = gradient(id, (0, 0, 1, 1), style) else { return ink(paint, style) }
    note("a gradient on lines or letters")
    return isGrey ? found.middle.grey : found.middle
  }

  private mutating func gradient(
    _ id: String, _ box: (x: Double, y: Double, width: Double, height: Double), _ style: SVGStyle
  ) -> SVGGradient? {
    let reader = SVGGradientReader(elements: elements, sheet: sheet)
    guard var (gradient, leftOut) = reader.gradient(id, box: box, extent: drawing.extent) else {
      return nil
    }
    for name in leftOut { note(name) }
    if isGrey { for index in gradient.stops.indices { gradient.stops[index].ink.becomeGrey() } }
    for index in gradient.stops.indices {
      gradient.stops[index].ink = flat(gradient.stops[index].ink, style.fillOpacity, style)
    }
    return gradient
  }

  /// Fills a shape with a gradient: the shape becomes the edge of what is painted.
  private mutating func fillWithGradient(_ id: String, _ path: DrawingPath, _ style: SVGStyle) {
    guard let server = elements[id] else { return }
    guard let gradient = gradient(id, path.box, style) else { return note("<\(server.name)>") }
    let dictionary = gradient.dictionary(profile)
    if !drawing.gradients.contains(dictionary) { drawing.gradients.append(dictionary) }
    var operators: [UInt8] = []
    operators.write("q\n")
    write(opacityOf: style, into: &operators)
    operators += path.operators
    operators.write(style.fillsEvenOdd ? "W* n\n" : "W n\n")
    append(operators)
    for matrix in gradient.matrices { write("", matrix, "cm\n") }
    var end: [UInt8] = []
    end.write("/H")
    end.write(drawing.gradients.firstIndex(of: dictionary) ?? 0)
    end.write(" sh Q\n")
    append(end)
  }

  func write(_ stroke: Ink, _ style: SVGStyle, into operators: inout [UInt8]) {
    operators.write(stroke: stroke, profile)
    operators.write(style.strokeWidth)
    operators.write(" w ")
    operators.write(style.cap)
    operators.write(" J ")
    operators.write(style.join)
    operators.write(" j ")
    operators.write(style.miterLimit)
    operators.write(" M\n")
    if style.dashes.isEmpty { return }
    operators.append(0x5B)
    for dash in style.dashes {
      operators.write(dash)
      operators.append(0x20)
    }
    operators.write("] ")
    operators.write(style.dashOffset)
    operators.write(" d\n")
  }

  mutating func write(opacityOf style: SVGStyle, into operators: inout [UInt8]) {
    let opacity = Drawing.Opacity(
      fill: (style.opacity * style.fillOpacity).inThousandths,
      stroke: (style.opacity * style.strokeOpacity).inThousandths)
    if opacity == Drawing.Opacity(fill: 1000, stroke: 1000) || profile == .print { return }
    if !drawing.opacities.contains(opacity) { drawing.opacities.append(opacity) }
    operators.write("/G")
    operators.write(drawing.opacities.firstIndex(of: opacity) ?? 0)
    operators.write(" gs\n")
  }

  // MARK: Operators

  mutating func append(_ operators: [UInt8]) {
    if case .operators(var last)? = drawing.parts.last {
      drawing.parts.removeLast()
      last += operators
      drawing.parts.append(.operators(last))
    } else {
      drawing.parts.append(.operators(operators))
    }
  }

  mutating func write(
    _ head: StaticString, _ numbers: [Double] = [], _ tail: StaticString = ""
  ) {
    var operators: [UInt8] = []
    operators.write(head)
    for number in numbers {
      // Matrices need more digits than lengths do.
      operators.write(decimals: number)
      operators.append(0x20)
    }
    operators.write(tail)
    append(operators)
  }
}

/// The view box of a drawing, from its size where it gives none.
func viewBox(_ root: XMLElement) -> (x: Double, y: Double, width: Double, height: Double) {
  var scanner = NumberScanner(root["viewBox"] ?? "")
  if let x = scanner.number(), let y = scanner.number(), let width = scanner.number(),
    let height = scanner.number(), width > 0, height > 0
  {
    return (x, y, width, height)
  }
  let width = root["width"].flatMap { svgLength($0, relativeTo: 300) } ?? 300
  let height = root["height"].flatMap { svgLength($0, relativeTo: 150) } ?? 150
  return (0, 0, max(1, width), max(1, height))
}
