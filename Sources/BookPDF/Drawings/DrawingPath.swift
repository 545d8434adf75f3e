#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A place in a drawing.
struct Point: Sendable, Equatable {
  var x: Double
  var y: Double

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, b: Double) -> Point { Point(x: a.x * b, y: a.y * b) }
}

/// An outline as PDF draws it: lines and cubic curves (ISO 32000-1, 8.5.2).
struct DrawingPath: Sendable {
  private(set) var operators: [UInt8] = []
  private(set) var current = Point(x: 0, y: 0)
  private var start = Point(x: 0, y: 0)
  private var least = Point(x: .infinity, y: .infinity)
  private var most = Point(x: -.infinity, y: -.infinity)

  /// A box around all its points, those that pull curves too.
  var box: (x: Double, y: Double, width: Double, height: Double) {
    isEmpty ? (0, 0, 0, 0) : (least.x, least.y, most.x - least.x, most.y - least.y)
  }

  var isEmpty: Bool { operators.isEmpty }

  mutating func move(to point: Point) {
    write([point], "m\n")
    start = point
  }

  mutating func line(to point: Point) {
    if isEmpty { move(to: current) }
    write([point], "l\n")
  }

  mutating func curve(_ first: Point, _ second: Point, to point: Point) {
    if isEmpty { move(to: current) }
    write([first, second, point], "c\n")
  }

  /// A curve with one control point, raised to one with two.
  mutating func quadratic(_ control: Point, to point: Point) {
    let from = current
    curve(
      from + (control - from) * (2.0 / 3), point + (control - point) * (2.0 / 3), to: point)
  }

  mutating func close() {
    operators.write("h\n")
    current = start
  }

  /// A part of an ellipse as SVG gives it (SVG 1.1, F.6).
  mutating func arc(
    radii: Point, rotation degrees: Double, isLarge: Bool, isClockwise: Bool, to point: Point
  ) {
    let from = current
    var (rx, ry) = (abs(radii.x), abs(radii.y))
    guard rx > 1e-9, ry > 1e-9, from != point else {
      line(to: point)
      return
    }
    let angle = degrees * .pi / 180
    let (sine, cosine) = (sin(angle), cos(angle))
    let half = (from - point) * 0.5
    let local = Point(x: cosine * half.x + sine * half.y, y: cosine * half.y - sine * half.x)
    let excess = local.x * local.x / (rx * rx) + local.y * local.y / (ry * ry)
    if excess > 1 {
      rx *= excess.squareRoot()
      ry *= excess.squareRoot()
    }
    let across = rx * rx * local.y * local.y + ry * ry * local.x * local.x
    let under = max(0, rx * rx * ry * ry - across)
    let factor =
      (across > 0 ? (under / across).squareRoot() : 0) * (isLarge == isClockwise ? -1 : 1)
    let centre = Point(x: factor * rx * local.y / ry, y: -factor * ry * local.x / rx)
    let begin = atan2((local.y - centre.y) / ry, (local.x - centre.x) / rx)
    let end = atan2((-local.y - centre.y) / ry, (-local.x - centre.x) / rx)
    var sweep = end - begin
    if isClockwise, sweep < 0 { sweep += 2 * .pi }
    if !isClockwise, sweep > 0 { sweep -= 2 * .pi }
    let middle = (from + point) * 0.5
    let parts = max(1, Int((abs(sweep) / (.pi / 2) - 1e-9).rounded(.up)))
    let step = sweep / Double(parts)
    let pull = 4.0 / 3 * tan(step / 4)
    func place(_ x: Double, _ y: Double) -> Point {
      let (x, y) = (x * rx + centre.x, y * ry + centre.y)
      return Point(x: cosine * x - sine * y, y: sine * x + cosine * y) + middle
    }
    for part in 0..<parts {
      let a = begin + Double(part) * step
      let b = a + step
      curve(
        place(cos(a) - pull * sin(a), sin(a) + pull * cos(a)),
        place(cos(b) + pull * sin(b), sin(b) - pull * cos(b)),
        to: part == parts - 1 ? point : place(cos(b), sin(b)))
    }
  }

  /// Adds the lines of another path.
  mutating func add(_ other: DrawingPath) {
    operators += other.operators
    least = Point(x: min(least.x, other.least.x), y: min(least.y, other.least.y))
    most = Point(x: max(most.x, other.most.x), y: max(most.y, other.most.y))
    (current, start) = (other.current, other.start)
  }

  private mutating func write(_ points: [Point], _ command: StaticString) {
    for point in points {
      least = Point(x: min(least.x, point.x), y: min(least.y, point.y))
      most = Point(x: max(most.x, point.x), y: max(most.y, point.y))
      operators.write(point.x)
      operators.append(0x20)
      operators.write(point.y)
      operators.append(0x20)
    }
    operators.write(command)
    if let last = points.last { current = last }
  }
}

extension DrawingPath {
  /// An ellipse in four arcs.
  static func ellipse(centre: Point, radii: Point) -> DrawingPath {
    var path = DrawingPath()
    let left = Point(x: centre.x - radii.x, y: centre.y)
    path.move(to: left)
    for x in [centre.x + radii.x, centre.x - radii.x] {
      path.arc(
        radii: radii, rotation: 0, isLarge: false, isClockwise: true, to: Point(x: x, y: centre.y))
    }
    path.close()
    return path
  }

  /// A rectangle, its corners rounded by `radii`.
  static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, radii: Point
  ) -> DrawingPath {
    var path = DrawingPath()
    let rx = max(0, min(radii.x, width / 2))
    let ry = max(0, min(radii.y, height / 2))
    let corner = { (path: inout DrawingPath, x: Double, y: Double) in
      if rx > 0, ry > 0 {
        path.arc(
          radii: Point(x: rx, y: ry), rotation: 0, isLarge: false, isClockwise: true,
          to: Point(x: x, y: y))
      }
    }
    path.move(to: Point(x: x + rx, y: y))
    path.line(to: Point(x: x + width - rx, y: y))
    corner(&path, x + width, y + ry)
    path.line(to: Point(x: x + width, y: y + height - ry))
    corner(&path, x + width - rx, y + height)
    path.line(to: Point(x: x + rx, y: y + height))
    corner(&path, x, y + height - ry)
    path.line(to: Point(x: x, y: y + ry))
    corner(&path, x + rx, y)
    path.close()
    return path
  }
}
