import BookTypesetting
import BookXML

/// A gradient of a drawing (SVG 1.1, 13.2), ready to be written as a shading (ISO 32000-1, 8.7.4.5).
struct SVGGradient: Sendable {
  /// A place on the way from the first colour to the last, 0 to 1, and its colour.
  struct Stop: Sendable {
    var place: Double
    var ink: Ink
  }
  /// From here to there, or from the smaller circle to the larger.
  enum Shape: Sendable {
    case line(Point, Point)
    case circles(Point, Double, Point, Double)
  }
  var shape: Shape
  /// In order, two at least.
  var stops: [Stop]
  /// From its own space into the drawing's.
  var matrices: [[Double]]

  /// The ink that stands for it where no gradient can: lines and letters.
  var middle: Ink { stops[stops.count / 2].ink }
}

/// Reads gradients, following those they take stops from.
struct SVGGradientReader {
  let elements: [String: XMLElement]

  /// The gradient of an identifier for a shape that fills `box`; nil where it is none, and what of
  /// it is not drawn.
  func gradient(
    _ id: String, box: (x: Double, y: Double, width: Double, height: Double),
    extent: (width: Double, height: Double)
  ) -> (gradient: SVGGradient, leftOut: [String])? {
    var chain: [XMLElement] = []
    var next: String? = id
    while let name = next, chain.count < 8, let element = elements[name],
      element.name == "linearGradient" || element.name == "radialGradient"
    {
      chain.append(element)
      let link = element["href"] ?? element["xlink:href"]
      next = link.flatMap { $0.hasPrefix("#") ? String($0.dropFirst()) : nil }
    }
    guard let own = chain.first else { return nil }
    func value(_ name: String) -> String? {
      chain.lazy.compactMap { $0[name] }.first
    }
    var leftOut: [String] = []
    guard let holder = chain.first(where: { $0.elements.contains { $0.name == "stop" } }) else {
      return nil
    }
    var stops = self.stops(of: holder, &leftOut)
    guard let last = stops.last else { return nil }
    if stops.count == 1 { stops.append(SVGGradient.Stop(place: 1, ink: last.ink)) }
    if let spread = value("spreadMethod"), spread != "pad" { leftOut.append(spread) }
    let isOfBox = value("gradientUnits") != "userSpaceOnUse"
    func length(_ name: String, _ usual: String, _ whole: Double) -> Double {
      svgLength(value(name) ?? usual, relativeTo: isOfBox ? 1 : whole) ?? 0
    }
    let shape: SVGGradient.Shape
    if own.name == "linearGradient" {
      shape = .line(
        Point(x: length("x1", "0%", extent.width), y: length("y1", "0%", extent.height)),
        Point(x: length("x2", "100%", extent.width), y: length("y2", "0%", extent.height)))
    } else {
      let diagonal = (extent.width * extent.width + extent.height * extent.height).squareRoot()
      let centre = Point(
        x: length("cx", "50%", extent.width), y: length("cy", "50%", extent.height))
      let focus = Point(
        x: value("fx").flatMap { svgLength($0, relativeTo: isOfBox ? 1 : extent.width) }
          ?? centre.x,
        y: value("fy").flatMap { svgLength($0, relativeTo: isOfBox ? 1 : extent.height) }
          ?? centre.y)
      shape = .circles(focus, 0, centre, length("r", "50%", diagonal / 2.0.squareRoot()))
    }
    var matrices: [[Double]] = []
    if isOfBox {
      if box.width <= 0 || box.height <= 0 { return nil }
      matrices.append([box.width, 0, 0, box.height, box.x, box.y])
    }
    if let text = value("gradientTransform") { matrices += svgTransform(text) ?? [] }
    return (SVGGradient(shape: shape, stops: stops, matrices: matrices), leftOut)
  }

  private func stops(of element: XMLElement, _ leftOut: inout [String]) -> [SVGGradient.Stop] {
    var read: [(place: Double, ink: Ink, opacity: Double)] = []
    for child in element.elements where child.name == "stop" {
      var (ink, opacity) = (Ink.black, 1.0)
      if let paint = child["stop-color"].flatMap(SVGPaint.init),
        case .ink(let known, let share) = paint
      {
        (ink, opacity) = (known, share)
      }
      opacity *= svgShare(child["stop-opacity"] ?? "1") ?? 1
      let place = svgLength(child["offset"] ?? "0", relativeTo: 1) ?? 0
      // SVG 1.1, 13.2.4: no place before the one of an earlier stop.
      read.append((max(read.last?.place ?? 0, min(1, max(0, place))), ink, opacity))
    }
    guard let last = read.last else { return [] }
    if read.contains(where: { $0.opacity < 1 }) { leftOut.append("stop-opacity") }
    // As light as it would look on white paper: what lies below it does not show through. Ink and
    // opacity change side by side, so that the way between two stops is no straight line.
    var stops: [SVGGradient.Stop] = []
    for (from, to) in zip(read, read.dropFirst()) {
      let steps = from.opacity == to.opacity ? 1 : Self.stepsOfFading
      for step in 0..<steps {
        let share = Double(step) / Double(steps)
        let ink = to.ink.over(from.ink, showing: share)
        stops.append(
          SVGGradient.Stop(
            place: from.place + (to.place - from.place) * share,
            ink: ink.lighter(by: from.opacity + (to.opacity - from.opacity) * share)))
      }
    }
    stops.append(SVGGradient.Stop(place: last.place, ink: last.ink.lighter(by: last.opacity)))
    return stops
  }

  private static let stepsOfFading = 8
}

extension SVGGradient {
  /// The shading's dictionary, in the colours of a profile.
  func dictionary(_ profile: PDFProfile) -> [UInt8] {
    var entries: [UInt8] = []
    entries.write("<</ColorSpace")
    entries.write(profile == .print ? "/DeviceCMYK" : "/DeviceRGB")
    switch shape {
    case .line(let from, let to):
      entries.write("/ShadingType 2/Coords")
      entries.write(array: [from.x, from.y, to.x, to.y])
    case .circles(let first, let r0, let second, let r1):
      entries.write("/ShadingType 3/Coords")
      entries.write(array: [first.x, first.y, r0, second.x, second.y, r1])
    }
    entries.write("/Extend[true true]/Function<</FunctionType 3/Domain[0 1]/Functions[")
    var stops = stops
    if let first = stops.first, first.place > 0 {
      stops.insert(Stop(place: 0, ink: first.ink), at: 0)
    }
    if let last = stops.last, last.place < 1 { stops.append(Stop(place: 1, ink: last.ink)) }
    for (from, to) in zip(stops, stops.dropFirst()) {
      entries.write("<</FunctionType 2/Domain[0 1]/N 1/C0")
      entries.write(array: from.ink.components(profile))
      entries.write("/C1")
      entries.write(array: to.ink.components(profile))
      entries.write(">>")
    }
    entries.write("]/Bounds")
    entries.write(array: stops.dropFirst().dropLast().map(\.place))
    entries.write("/Encode")
    entries.write(array: (1..<stops.count).flatMap { _ in [0, 1] })
    entries.write(">>>>")
    return entries
  }
}

extension [UInt8] {
  fileprivate mutating func write(array numbers: [Double]) {
    append(UInt8(ascii: "["))
    for (index, number) in numbers.enumerated() {
      if index > 0 { append(0x20) }
      write(decimals: number)
    }
    append(UInt8(ascii: "]"))
  }
}
