import BookFonts
import BookModel
import BookTypesetting
import BookXML

/// Groups within one another beyond this are no plate of a book.
private let deepestDrawing = 64

/// Turns SVG into a drawing: the elements and attributes that plates of books are made of.
struct DrawingBuilder {
  /// Finds the face of a text and gives its number among the drawings' faces.
  let faces: (SVGStyle, [UInt8]) -> (number: Int, face: FontFace)?
  var drawing: Drawing
  /// Names of what was left out, in order, each once.
  private(set) var leftOut: [String] = []
  /// By their identifiers.
  private(set) var elements: [String: XMLElement] = [:]
  private let isGrey: Bool
  private var uses = 0
  /// Where what comes next is painted.
  private var frame = DrawingFrame()
  private var frames = 0

  init(
    _ root: XMLElement, isGrey: Bool = false,
    faces: @escaping (SVGStyle, [UInt8]) -> (number: Int, face: FontFace)?
  ) {
    self.isGrey = isGrey
    self.faces = faces
    let box = viewBox(root)
    drawing = Drawing(extent: (box.width, box.height))
    let sheet = SVGStyleSheet(within: root)
    let root = sheet.applied(to: root)
    collect(root)
    if let stated = StatedSize(
      width: root["width"], height: root["height"], unlike: (box.width, box.height))
    {
      drawing.extent = (stated.width, stated.height)
      drawing.matrices = [[1, 0, 0, -1, 0, stated.height]]
      drawing.matrices += viewport(of: root, sizedBy: root)?.matrices ?? []
    } else {
      // SVG's y grows downward, PDF's upward.
      drawing.matrices = [[1, 0, 0, -1, -box.x, box.y + box.height]]
    }
    var style = SVGStyle()
    style = style.applying(root) { note($0) }
    for name in sheet.unknown { note(name) }
    asGroup(style) { $0.drawChildren(root, $1, depth: 0) }
  }

  private mutating func collect(_ element: XMLElement) {
    if let id = element["id"], elements[id] == nil { elements[id] = element }
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
    let style = inherited.applying(element) { unknown.append($0) }
    for name in unknown { note(name) }
    for name in ["marker-start", "marker-mid", "marker-end"] where element[name] != nil {
      note(name)
    }
    guard style.isDisplayed else { return }
    let room = element.name == "svg" ? viewport(of: element, sizedBy: element) : nil
    let edges = [clip(of: element), room?.edge].compactMap(\.self)
    within(transforms(of: element) + (room?.matrices ?? []), edges) {
      $0.drawContents(element, style, depth: depth)
    }
  }

  /// Draws what is moved by these matrices, outermost first, and seen within these edges.
  mutating func within(
    _ matrices: [[Double]], _ edges: [DrawingClip], _ draw: (inout DrawingBuilder) -> Void
  ) {
    guard !matrices.isEmpty || !edges.isEmpty else { return draw(&self) }
    let outer = frame
    frames += 1
    frame.number = frames
    for matrix in matrices { frame.matrix = matrix.followed(by: frame.matrix) }
    for var edge in edges {
      edge.matrix = edge.matrix.followed(by: frame.matrix)
      frame.edges.append(edge)
    }
    draw(&self)
    frame = outer
  }

  private mutating func transforms(of element: XMLElement) -> [[Double]] {
    var matrices: [[Double]] = []
    if let text = element["transform"], text != "none" {
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
      asGroup(style) { $0.drawChildren(element, $1, depth: depth) }
    case "switch":
      // SVG 2, 5.9: the first that asks for nothing of its reader.
      let child = element.elements.first {
        $0["requiredExtensions"] == nil && $0["systemLanguage"] == nil
          && !["foreignObject", "title", "desc"].contains($0.localName)
      }
      if let child { asGroup(style) { $0.draw(child, $1, depth: depth + 1) } }
    case "text": drawText(element, style)
    case "use":
      let link = element["href"] ?? element["xlink:href"] ?? ""
      // A drawing that refers to itself over and over is cut short.
      uses += 1
      guard link.hasPrefix("#"), let target = elements[String(link.dropFirst())], uses < 1000
      else { return note("<use href=\"\(link)\">") }
      asGroup(style) { builder, style in
        if target.name == "symbol" {
          builder.drawSymbol(target, sizedBy: element, style, depth: depth)
        } else {
          builder.draw(target, style, depth: depth + 8)
        }
      }
    default: paint(outline(of: element), style, isLine: element.name == "line")
    }
  }

  /// Draws what an element holds; where the element shows through, it does so as a whole
  /// (SVG 1.1, 14.5).
  private mutating func asGroup(
    _ style: SVGStyle, _ draw: (inout DrawingBuilder, SVGStyle) -> Void
  ) {
    let first = drawing.painted.count
    var inner = style
    inner.opacity = 1
    draw(&self, inner)
    if style.opacity == 1 || drawing.painted.count == first { return }
    let members = Array(drawing.painted[first...])
    drawing.painted.removeSubrange(first...)
    if members.count == 1, let only = members.first?.showing(style.opacity) {
      drawing.painted.append(only)
    } else {
      drawing.painted.append(
        Painted(what: .group(members), frame: frame, fillOpacity: style.opacity))
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
      // SVG 2, 10.4: of an ellipse, what is not said is as the other.
      let names = isCircle ? ["r", "r"] : ["rx", "ry"]
      let said = names.map { [nil, "auto"].contains(element[$0]) ? nil : value($0) }
      let radii = Point(x: said[0] ?? said[1] ?? 0, y: said[1] ?? said[0] ?? 0)
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
    let first = element[name]?.split { $0.isWhitespace || $0 == "," }.first
    return first.flatMap { svgLength(String($0), relativeTo: whole) } ?? 0
  }

  private mutating func paint(_ path: DrawingPath, _ style: SVGStyle, isLine: Bool) {
    let fill = isLine ? nil : ink(style.fill, style)
    let stroke = pen(style)
    guard !path.isEmpty, style.isVisible else { return }
    if !isLine { noteMissing(style.fill, "fill") }
    noteMissing(style.stroke, "stroke")
    if !isLine, case .server(let id, _) = style.fill { fillWithGradient(id, path, style) }
    guard fill != nil || stroke != nil else { return }
    let shape = DrawnShape(path: path, isEvenOdd: style.fillsEvenOdd, fill: fill, stroke: stroke)
    // SVG 1.1, 14.5: what fills a shape shows through its line no more than anything else below it.
    asGroup(fill == nil || stroke == nil ? SVGStyle() : style) { builder, whole in
      var style = style
      if fill != nil, stroke != nil { style.opacity = whole.opacity }
      builder.add(.shape(shape), style)
    }
  }

  /// Adds what is painted, where we are.
  mutating func add(_ what: Painted.What, _ style: SVGStyle) {
    drawing.painted.append(
      Painted(
        what: what, frame: frame,
        fillOpacity: style.opacity * style.fillOpacity * style.share(of: style.fill),
        strokeOpacity: style.opacity * style.strokeOpacity * style.share(of: style.stroke)))
  }

  /// What lines are drawn with; nil where none are.
  mutating func pen(_ style: SVGStyle) -> Pen? {
    guard style.strokeWidth > 0, let ink = middleInk(style.stroke, style) else { return nil }
    return Pen(
      ink: ink, width: style.strokeWidth, cap: style.cap, join: style.join,
      miterLimit: style.miterLimit, dashes: style.dashes, dashOffset: style.dashOffset)
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
    let reader = SVGGradientReader(elements: elements)
    guard case (var gradient, let leftOut)? = reader.gradient(id, box: box, extent: drawing.extent)
    else {
      return nil
    }
    for name in leftOut { note(name) }
    if isGrey { for index in gradient.stops.indices { gradient.stops[index].ink.becomeGrey() } }
    return gradient
  }

  /// Fills a shape with a gradient: the shape becomes the edge of what is painted.
  private mutating func fillWithGradient(_ id: String, _ path: DrawingPath, _ style: SVGStyle) {
    guard let server = elements[id] else { return }
    guard let gradient = gradient(id, path.box, style) else { return note("<\(server.name)>") }
    add(.gradient(path, isEvenOdd: style.fillsEvenOdd, gradient), style)
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
