import BookTypesetting
import BookXML

extension DrawingBuilder {
  /// How a drawing within the drawing, or a symbol, is laid into the room it has, and where it is cut
  /// off (SVG 1.1, 7.7 and 7.8); nil where nothing says a size.
  ///
  /// - Parameter sized: what says the width and height: itself, or the `use` of a symbol
  func viewport(
    of element: XMLElement, sizedBy sized: XMLElement
  ) -> (matrices: [[Double]], edge: DrawingClip)? {
    var scanner = NumberScanner(element["viewBox"] ?? "")
    let box = [scanner.number(), scanner.number(), scanner.number(), scanner.number()]
      .compactMap(\.self)
    func side(_ name: String, _ whole: Double) -> Double {
      guard let text = sized[name] ?? element[name] else {
        return whole
      }
      return svgLength(text, relativeTo: whole) ?? whole
    }
    let width = side("width", drawing.extent.width)
    let height = side("height", drawing.extent.height)
    guard width > 0, height > 0 else { return nil }
    let overflow = element["overflow"] ?? "hidden"
    var edge = DrawingClip(
      matrix: DrawingClip.identity,
      path: .rectangle(0, 0, width, height, radii: Point(x: 0, y: 0)), isEvenOdd: false)
    guard box.count == 4, box[2] > 0, box[3] > 0 else {
      return overflow == "visible" ? nil : ([], edge)
    }
    let fit = (element["preserveAspectRatio"] ?? "").split(separator: " ").map(String.init)
    var (sx, sy) = (width / box[2], height / box[3])
    if fit.first != "none" {
      let scale = fit.last == "slice" ? max(sx, sy) : min(sx, sy)
      (sx, sy) = (scale, scale)
    }
    func share(_ letter: String) -> Double {
      let align = fit.first ?? "xMidYMid"
      return align.contains(letter + "Min") ? 0 : align.contains(letter + "Max") ? 1 : 0.5
    }
    let dx = (width - box[2] * sx) * share("x") - box[0] * sx
    let dy = (height - box[3] * sy) * share("Y") - box[1] * sy
    // The edge is drawn after the matrix, in the space of what is laid in.
    edge.path = .rectangle(
      -dx / sx, -dy / sy, width / sx, height / sy, radii: Point(x: 0, y: 0))
    if overflow == "visible" {
      edge.path = .rectangle(
        -Self.farAway, -Self.farAway, 2 * Self.farAway, 2 * Self.farAway, radii: Point(x: 0, y: 0))
    }
    return ([[sx, 0, 0, sy, dx, dy]], edge)
  }

  /// Beyond every drawing.
  private static let farAway = 100_000.0

  /// Draws a symbol as large as its `use` says.
  mutating func drawSymbol(
    _ symbol: XMLElement, sizedBy use: XMLElement, _ style: SVGStyle, depth: Int
  ) {
    guard let viewport = viewport(of: symbol, sizedBy: use) else {
      return drawChildren(symbol, style, depth: depth)
    }
    within(viewport.matrices, [viewport.edge]) { $0.drawChildren(symbol, style, depth: depth) }
  }
}
