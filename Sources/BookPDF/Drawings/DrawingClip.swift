import BookXML

/// The edge beyond which an element of a drawing is not seen (SVG 1.1, 14.3).
struct DrawingClip: Sendable {
  /// From the edge's own space into the element's.
  var matrix: [Double]
  /// Nothing is seen where it is empty.
  var path: DrawingPath
  var isEvenOdd: Bool

  /// Operators that make it the edge of what is drawn after them, in the element's space.
  ///
  /// Nil where the matrix makes nothing of what it moves.
  var operators: [UInt8]? {
    let area = matrix[0] * matrix[3] - matrix[1] * matrix[2]
    guard abs(area) > 1e-9 else { return nil }
    let inverse = [
      matrix[3] / area, -matrix[1] / area, -matrix[2] / area, matrix[0] / area,
      (matrix[2] * matrix[5] - matrix[3] * matrix[4]) / area,
      (matrix[1] * matrix[4] - matrix[0] * matrix[5]) / area,
    ]
    var operators: [UInt8] = []
    operators.write(matrix: matrix)
    if path.isEmpty { operators.write("0 0 0 0 re\n") }
    operators += path.operators
    operators.write(isEvenOdd ? "W* n\n" : "W n\n")
    operators.write(matrix: inverse)
    return operators
  }

  static let identity: [Double] = [1, 0, 0, 1, 0, 0]
}

extension DrawingBuilder {
  /// The edge that an element's `clip-path` gives it; nil where it has none, or one that is told
  /// instead: letters as an edge, edges of edges, several shapes each moved for itself.
  mutating func clip(of element: XMLElement) -> DrawingClip? {
    let value = element["clip-path"] ?? "none"
    if value == "none" { return nil }
    guard case .server(let id, _) = SVGPaint(value), let edge = elements[id],
      edge.name == "clipPath", let clip = clip(edge, of: element)
    else {
      note("clip-path")
      return nil
    }
    return clip
  }

  private func clip(_ edge: XMLElement, of element: XMLElement) -> DrawingClip? {
    guard edge["clip-path"] ?? "none" == "none" else { return nil }
    var matrices: [[Double]] = []
    if edge["clipPathUnits"] == "objectBoundingBox" {
      let box = outline(of: element).box
      if box.width <= 0 || box.height <= 0 { return nil }
      matrices.append([box.width, 0, 0, box.height, box.x, box.y])
    }
    if let text = edge["transform"] { matrices += svgTransform(text) ?? [] }
    let shapes = edge.elements.filter { !["title", "desc"].contains($0.name) }
    var path = DrawingPath()
    var isEvenOdd = false
    for shape in shapes {
      guard let (drawn, moves) = shapeOfEdge(shape) else { return nil }
      if !moves.isEmpty, shapes.count > 1 { return nil }
      matrices += moves
      path.add(outline(of: drawn))
      for element in [shape, drawn] where element["clip-rule"] == "evenodd" {
        isEvenOdd = true
      }
    }
    let matrix = matrices.reversed().reduce(DrawingClip.identity) { $0.followed(by: $1) }
    return DrawingClip(matrix: matrix, path: path, isEvenOdd: isEvenOdd)
  }

  /// A shape of an edge, or the one that a `use` stands for, and how it is moved.
  private func shapeOfEdge(_ shape: XMLElement) -> (shape: XMLElement, moves: [[Double]])? {
    var moves = shape["transform"].flatMap(svgTransform) ?? []
    switch shape.name {
    case "rect", "circle", "ellipse", "line", "polyline", "polygon", "path": return (shape, moves)
    case "use":
      let link = shape["href"] ?? shape["xlink:href"] ?? ""
      guard link.hasPrefix("#"), let target = elements[String(link.dropFirst())],
        target.name != "use", let (drawn, own) = shapeOfEdge(target)
      else { return nil }
      let (x, y) = (length(shape, "x"), length(shape, "y"))
      if x != 0 || y != 0 { moves.append([1, 0, 0, 1, x, y]) }
      return (drawn, moves + own)
    default: return nil
    }
  }
}

extension [Double] {
  /// The matrix of this one and then another (ISO 32000-1, 8.3.4).
  func followed(by other: [Double]) -> [Double] {
    [
      self[0] * other[0] + self[1] * other[2], self[0] * other[1] + self[1] * other[3],
      self[2] * other[0] + self[3] * other[2], self[2] * other[1] + self[3] * other[3],
      self[4] * other[0] + self[5] * other[2] + other[4],
      self[4] * other[1] + self[5] * other[3] + other[5],
    ]
  }
}
