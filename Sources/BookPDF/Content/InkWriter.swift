import BookTypesetting

extension [UInt8] {
  /// The operator that sets the colour of what is filled.
  ///
  /// On the screen black is DeviceGray, which PDF/A-2 6.2.4.3 allows beside any output intent; in
  /// print it is K alone, so that no letter needs four plates to meet.
  mutating func write(fill ink: Ink, _ profile: PDFProfile) { write(ink, profile, stroke: false) }

  /// The operator that sets the colour of lines.
  mutating func write(stroke ink: Ink, _ profile: PDFProfile) { write(ink, profile, stroke: true) }

  private mutating func write(_ ink: Ink, _ profile: PDFProfile, stroke: Bool) {
    switch (ink, profile) {
    case (.black, .screen): write(stroke ? "0 G\n" : "0 g\n")
    case (.black, .print): write(stroke ? "0 0 0 1 K\n" : "0 0 0 1 k\n")
    case (.gray(let value), .screen):
      write(value.unit)
      write(stroke ? " G\n" : " g\n")
    case (.gray(let value), .print):
      write("0 0 0 ")
      write(1 - value.unit)
      write(stroke ? " K\n" : " k\n")
    case (.colour(let red, let green, let blue), .screen):
      for part in [red, green, blue] {
        write(part.unit)
        append(0x20)
      }
      write(stroke ? "RG\n" : "rg\n")
    case (.colour(let red, let green, let blue), .print):
      let brightest = Swift.max(red.unit, green.unit, blue.unit)
      for part in [red, green, blue] {
        write(brightest == 0 ? 0 : (brightest - part.unit) / brightest)
        append(0x20)
      }
      write(1 - brightest)
      write(stroke ? " K\n" : " k\n")
    }
  }
}

extension Ink {
  /// Red, green and blue for the screen; cyan, magenta, yellow and black in print.
  func components(_ profile: PDFProfile) -> [Double] {
    let (red, green, blue): (Float, Float, Float) =
      switch self {
      case .black: (0, 0, 0)
      case .gray(let value): (value.unit, value.unit, value.unit)
      case .colour(let red, let green, let blue): (red.unit, green.unit, blue.unit)
      }
    if profile == .screen { return [red, green, blue].map(Double.init) }
    let brightest = max(red, green, blue)
    let inks = [red, green, blue].map { brightest == 0 ? 0 : (brightest - $0) / brightest }
    return (inks + [1 - brightest]).map(Double.init)
  }

  /// As bright as it looks, without colour (ITU-R BT.709).
  var grey: Ink {
    guard case .colour(let red, let green, let blue) = self else { return self }
    return .gray(0.2126 * red.unit + 0.7152 * green.unit + 0.0722 * blue.unit)
  }

  /// As it looks on white where so much of it shows, 0 to 1.
  func lighter(by opacity: Double) -> Ink { over(.gray(1), showing: opacity) }

  /// As it looks on another ink where so much of it shows, 0 to 1.
  func over(_ below: Ink, showing opacity: Double) -> Ink {
    let share = Float(max(0, min(1, opacity)))
    if share == 1 { return self }
    func mixed(_ above: Float, _ below: Float) -> Float {
      below.unit + (above.unit - below.unit) * share
    }
    if let above = lightness, let below = below.lightness { return .gray(mixed(above, below)) }
    let (above, below) = (parts, below.parts)
    return .colour(
      red: mixed(above.red, below.red), green: mixed(above.green, below.green),
      blue: mixed(above.blue, below.blue))
  }

  /// How light it is, where it has no colour.
  private var lightness: Float? {
    switch self {
    case .black: 0
    case .gray(let value): value.unit
    case .colour: nil
    }
  }

  private var parts: (red: Float, green: Float, blue: Float) {
    if case .colour(let red, let green, let blue) = self { return (red, green, blue) }
    let light = lightness ?? 0
    return (light, light, light)
  }

  mutating func becomeGrey() { self = grey }
}

extension Float {
  /// Itself, brought between 0 and 1.
  var unit: Float { isFinite ? Swift.max(0, Swift.min(1, self)) : 0 }
}
