import BookTypesetting

/// Where the trimmed page lies on the sheet, and the boxes that say so (ISO 32000-1, 14.11.2).
struct PageGeometry: Sendable {
  /// Width of the trimmed page, thousandths of a point like all lengths here.
  let width: Int
  /// Height of the trimmed page.
  let height: Int
  /// From the sheet's left edge to the trim.
  let left: Int
  /// From the trim to the sheet's right edge.
  let right: Int
  /// From the trim to the sheet's upper and lower edges.
  let above: Int
  /// From the bleed's left edge to the trim.
  private let bleedLeft: Int
  /// From the trim to the bleed's right edge.
  private let bleedRight: Int
  /// From the trim to the bleed's upper and lower edges.
  private let bleedAbove: Int

  /// Crop marks are 6 mm long and stand 3 mm or the bleed away, whichever is more.
  static let markLength = 17_008
  private static let leastMarkDistance = 8_504

  /// - Parameters:
  ///   - bleed: what is cut off above, below and outside; at the gutter nothing is.
  ///   - isVerso: whether the gutter is on the right.
  init(trim: Size, bleed: Float, cropMarks: Bool, isVerso: Bool = false) {
    width = Double(trim.width).inThousandths
    height = Double(trim.height).inThousandths
    let bleed = max(0, Double(bleed).inThousandths)
    bleedAbove = bleed
    bleedLeft = isVerso ? bleed : 0
    bleedRight = isVerso ? 0 : bleed
    let marks = cropMarks ? max(bleed, Self.leastMarkDistance) + Self.markLength : 0
    left = max(bleedLeft, marks)
    right = max(bleedRight, marks)
    above = max(bleedAbove, marks)
  }

  /// A place from the page's left, on the sheet.
  func x(_ value: Float) -> Int { Double(value).inThousandths + left }

  /// A place from the page's top, on the sheet, where y grows upward.
  func y(_ value: Float) -> Int { height + above - Double(value).inThousandths }

  /// The four numbers of a rectangle on the sheet.
  func corners(_ rectangle: Rectangle) -> (left: Int, bottom: Int, right: Int, top: Int) {
    let left = x(rectangle.x)
    let top = y(rectangle.y)
    return (
      left, top - Double(rectangle.height).inThousandths,
      left + Double(rectangle.width).inThousandths, top
    )
  }

  /// `/MediaBox`, `/BleedBox` and `/TrimBox`.
  var boxes: [UInt8] {
    var entries: [UInt8] = []
    func write(_ key: StaticString, beyondTrim left: Int, _ right: Int, _ above: Int) {
      entries.write(key)
      entries.append(UInt8(ascii: "["))
      let sides = [
        self.left - left, self.above - above, self.left + width + right,
        self.above + height + above,
      ]
      for (index, side) in sides.enumerated() {
        if index > 0 { entries.append(UInt8(ascii: " ")) }
        entries.write(thousandths: side)
      }
      entries.append(UInt8(ascii: "]"))
    }
    write("/MediaBox", beyondTrim: left, right, above)
    write("/BleedBox", beyondTrim: bleedLeft, bleedRight, bleedAbove)
    write("/TrimBox", beyondTrim: 0, 0, 0)
    return entries
  }
}
