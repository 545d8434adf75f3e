/// Reads the `d` attribute of a path (SVG 1.1, 8.3); what follows a fault is left out, as SVG says.
struct PathData {
  private var scanner: NumberScanner
  private var path = DrawingPath()
  private var lastCubic: Point?
  private var lastQuadratic: Point?

  init(_ text: String) { scanner = NumberScanner(text) }

  /// The outline.
  consuming func outline() -> DrawingPath {
    var command: UInt8 = 0
    while true {
      if let letter = scanner.letter() {
        command = letter
        if letter | 0x20 == 0x7A {
          path.close()
          continue
        }
      } else if scanner.isAtEnd || command | 0x20 == 0x7A {
        return path
      }
      guard draw(command) else { return path }
      // Numbers after a move are lines.
      if command == 0x4D { command = 0x4C }
      if command == 0x6D { command = 0x6C }
    }
  }

  private mutating func draw(_ command: UInt8) -> Bool {
    let isRelative = command & 0x20 != 0
    let base = isRelative ? path.current : Point(x: 0, y: 0)
    let (cubic, quadratic) = (lastCubic, lastQuadratic)
    (lastCubic, lastQuadratic) = (nil, nil)
    switch command | 0x20 {
    case 0x6D:  // m
      guard let point = point(base) else { return false }
      path.move(to: point)
    case 0x6C:  // l
      guard let point = point(base) else { return false }
      path.line(to: point)
    case 0x68:  // h
      guard let x = scanner.number() else { return false }
      path.line(to: Point(x: base.x + x, y: path.current.y))
    case 0x76:  // v
      guard let y = scanner.number() else { return false }
      path.line(to: Point(x: path.current.x, y: base.y + y))
    case 0x63:  // c
      guard let a = point(base), let b = point(base), let end = point(base) else { return false }
      path.curve(a, b, to: end)
      lastCubic = b
    case 0x73:  // s
      guard let b = point(base), let end = point(base) else { return false }
      path.curve(reflected(cubic), b, to: end)
      lastCubic = b
    case 0x71:  // q
      guard let a = point(base), let end = point(base) else { return false }
      path.quadratic(a, to: end)
      lastQuadratic = a
    case 0x74:  // t
      guard let end = point(base) else { return false }
      let a = reflected(quadratic)
      path.quadratic(a, to: end)
      lastQuadratic = a
    case 0x61:  // a
      guard let rx = scanner.number(), let ry = scanner.number(), let turn = scanner.number(),
        let isLarge = scanner.flag(), let isClockwise = scanner.flag(), let end = point(base)
      else { return false }
      path.arc(
        radii: Point(x: rx, y: ry), rotation: turn, isLarge: isLarge, isClockwise: isClockwise,
        to: end)
    default: return false
    }
    return true
  }

  private mutating func point(_ base: Point) -> Point? {
    guard let x = scanner.number(), let y = scanner.number() else { return nil }
    return Point(x: base.x + x, y: base.y + y)
  }

  private func reflected(_ control: Point?) -> Point {
    guard let control else { return path.current }
    return path.current + (path.current - control)
  }
}
