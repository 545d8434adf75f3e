import BookTypesetting

extension Drawing {
  /// Paints a drawing so that nothing in it shows through, as a press wants it: what lies below
  /// something half-transparent is painted again in mixed inks, within its edges.
  ///
  /// - Returns: what could not be painted so, each once
  mutating func flatten() -> [String] {
    var flattener = DrawingFlattener()
    for one in painted { flattener.add(one) }
    painted = flattener.solid
    return flattener.leftOut
  }
}

/// Turns what shows through into what does not, one painted thing after another.
private struct DrawingFlattener {
  /// What was painted so far, in order.
  private(set) var solid: [Painted] = []
  private(set) var leftOut: [String] = []
  private var boxes: [DrawingBox] = []
  private var frames = 0
  /// Bytes of outlines that were painted again so far.
  private var repeated = 0

  /// More than these is no drawing for a book; what shows through is then as it would be on white.
  private static let mostPainted = 20_000
  private static let mostRepeated = 16 << 20

  mutating func add(_ painted: Painted) {
    guard case .group(let members) = painted.what else { return lay(painted, over: solid.count) }
    var inner = DrawingFlattener()
    for member in members { inner.add(member) }
    if members.contains(where: { !$0.isSolid }) {
      note("half-transparent parts in a half-transparent group")
    }
    for name in inner.leftOut { note(name) }
    // The members hide each other; what lies below them all shows through each.
    let below = solid.count
    for var member in inner.solid {
      member.fillOpacity = painted.fillOpacity
      member.strokeOpacity = painted.fillOpacity
      lay(member, over: below)
    }
  }

  private mutating func note(_ name: String) { if !leftOut.contains(name) { leftOut.append(name) } }

  private mutating func paint(_ painted: Painted) {
    solid.append(painted)
    boxes.append(DrawingBox(around: [painted]))
  }

  /// Paints something over the first so many that were painted.
  private mutating func lay(_ painted: Painted, over below: Int) {
    if painted.isSolid { return paint(painted) }
    paint(painted.onWhite)
    guard let box = boxes.last, solid.count < Self.mostPainted, repeated < Self.mostRepeated else {
      return note("more that shows through than can be mixed")
    }
    let met = (0..<below).filter { boxes[$0].meets(box) }.map { solid[$0] }
    if met.isEmpty { return }
    switch painted.what {
    case .shape(let shape):
      if shape.stroke != nil, painted.strokeOpacity < 1 {
        note("half-transparent lines or letters over something else")
      }
      guard let fill = shape.fill, painted.fillOpacity < 1 else { return }
      let edge = DrawingClip(
        matrix: painted.frame.matrix, path: shape.path, isEvenOdd: shape.isEvenOdd)
      for one in met {
        repeated += one.what.size + edge.path.operators.count
        paint(
          Painted(
            what: one.what.seen(through: fill, showing: painted.fillOpacity),
            frame: frame(one.frame, within: painted.frame.edges + [edge])))
      }
      // Its own line lies over all that was painted again.
      guard shape.stroke != nil else { return }
      var line = shape
      line.fill = nil
      var drawn = painted
      drawn.what = .shape(line)
      paint(drawn.onWhite)
    case .gradient(let path, let isEvenOdd, let gradient):
      for one in met {
        guard case .shape(let shape) = one.what, let fill = shape.fill else {
          note("a half-transparent gradient over lines, letters or another gradient")
          continue
        }
        if shape.stroke != nil {
          note("a half-transparent gradient over lines, letters or another gradient")
        }
        let edge = DrawingClip(
          matrix: one.frame.matrix, path: shape.path, isEvenOdd: shape.isEvenOdd)
        let mixed = gradient.changed { $0.over(fill, showing: painted.fillOpacity) }
        repeated += shape.path.operators.count + path.operators.count
        paint(
          Painted(
            what: .gradient(path, isEvenOdd: isEvenOdd, mixed),
            frame: frame(painted.frame, within: one.frame.edges + [edge])))
      }
    case .text: note("half-transparent lines or letters over something else")
    case .group: break
    }
  }

  private mutating func frame(
    _ frame: DrawingFrame, within edges: [DrawingClip]
  ) -> DrawingFrame {
    frames -= 1
    return DrawingFrame(matrix: frame.matrix, edges: frame.edges + edges, number: frames)
  }
}

extension Painted {
  /// The same where so much of it shows, if that can be said of the one thing itself: not of a shape
  /// whose line lies over what fills it.
  func showing(_ share: Double) -> Painted? {
    switch what {
    case .group: return nil
    case .shape(let shape) where shape.fill != nil && shape.stroke != nil: return nil
    case .text(let text) where text.fill != nil && text.stroke != nil: return nil
    case .shape, .gradient, .text: break
    }
    if fillOpacity != strokeOpacity { return nil }
    var painted = self
    painted.fillOpacity *= share
    painted.strokeOpacity *= share
    return painted
  }

  /// The same as it looks on white, showing nothing through.
  fileprivate var onWhite: Painted {
    Painted(
      what: what.changed(
        fill: { $0.lighter(by: fillOpacity) }, stroke: { $0.lighter(by: strokeOpacity) }),
      frame: frame)
  }
}

extension Painted.What {
  /// As it looks below an ink of which so much shows.
  fileprivate func seen(through ink: Ink, showing share: Double) -> Painted.What {
    changed(
      fill: { ink.over($0, showing: share) }, stroke: { ink.over($0, showing: share) })
  }

  /// About how many bytes its outline takes.
  fileprivate var size: Int {
    switch self {
    case .shape(let shape): shape.path.operators.count
    case .gradient(let path, _, _): path.operators.count
    case .text(let text): text.text.count
    case .group: 0
    }
  }

  fileprivate func changed(fill: (Ink) -> Ink, stroke: (Ink) -> Ink) -> Painted.What {
    switch self {
    case .shape(var shape):
      shape.fill = shape.fill.map(fill)
      if let pen = shape.stroke { shape.stroke?.ink = stroke(pen.ink) }
      return .shape(shape)
    case .gradient(let path, let isEvenOdd, let gradient):
      return .gradient(path, isEvenOdd: isEvenOdd, gradient.changed(fill))
    case .text(var text):
      text.fill = text.fill.map(fill)
      if let pen = text.stroke { text.stroke?.ink = stroke(pen.ink) }
      return .text(text)
    case .group: return self
    }
  }
}

extension SVGGradient {
  fileprivate func changed(_ change: (Ink) -> Ink) -> SVGGradient {
    var gradient = self
    for index in gradient.stops.indices { gradient.stops[index].ink = change(stops[index].ink) }
    return gradient
  }
}
