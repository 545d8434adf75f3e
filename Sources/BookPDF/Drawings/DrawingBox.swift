/// A box in a drawing's view box.
struct DrawingBox: Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// Around all that is painted; some more where lines end in points.
  init(around painted: [Painted]) {
    var corners: [Point] = []
    for one in painted { corners += one.corners }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    self.init(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }

  /// Whether the two have any place in common, be it one line.
  func meets(_ other: DrawingBox) -> Bool {
    x <= other.x + other.width && other.x <= x + width && y <= other.y + other.height
      && other.y <= y + height
  }
}

extension Painted {
  /// Corners of boxes that hold it.
  fileprivate var corners: [Point] {
    switch what {
    case .shape(let shape): corners(shape.path.box, around: shape.stroke)
    case .gradient(let path, _, _): corners(path.box, around: nil)
    case .text(let text):
      corners(
        // Letters reach above their size and below their line, if seldom.
        (text.x, text.y - text.size * 1.2, text.width, text.size * 1.7), around: text.stroke)
    case .group(let members): members.flatMap(\.corners)
    }
  }

  private func corners(
    _ box: (x: Double, y: Double, width: Double, height: Double), around pen: Pen?
  ) -> [Point] {
    // A square end reaches a diagonal's half beyond, a point as far as it may (SVG 1.1, 11.4).
    let reach = pen.map { $0.width / 2 * max(1.5, $0.join == 0 ? $0.miterLimit : 1) } ?? 0
    let matrix = frame.matrix
    return [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { across, down in
      let x = box.x - reach + across * (box.width + 2 * reach)
      let y = box.y - reach + down * (box.height + 2 * reach)
      return Point(
        x: x * matrix[0] + y * matrix[2] + matrix[4], y: x * matrix[1] + y * matrix[3] + matrix[5])
    }
  }
}
