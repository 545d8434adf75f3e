import BookTypesetting

/// Where the trimmed page lies on the sheet, and the boxes that say so (ISO 32000-1, 14.11.2).
struct PageGeometry: Sendable {
  /// Width of the trimmed page, thousandths of a point like all lengths here.
  let width: Int
  /// Height of the trimmed page.
  let height: Int
  /// From the sheet's edge to the trim.
  let margin: Int
  /// From the bleed's edge to the trim.
  let bleed: Int

  /// Crop marks are 6 mm long and stand 3 mm or the bleed away, whichever is more.
  static let markLength = 17_008

  init(trim: Size, bleed: Float, cropMarks: Bool) {
    width = Double(trim.width).inThousandths
    height = Double(trim.height).inThousandths
    self.bleed = max(0, Double(bleed).inThousandths)
    margin = cropMarks ? max(self.bleed, 8_504) + Self.markLength : self.bleed
  }

  /// A place from the page's left, on the sheet.
  func x(_ value: Float) -> Int { Double(value).inThousandths + margin }

  /// A place from the page's top, on the sheet, where y grows upward.
  func y(_ value: Float) -> Int { height + margin - Double(value).inThousandths }

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
    func write(_ key: StaticString, _ inset: Int) {
      entries.write(key)
      entries.append(0x5B)
      let sides = [inset, inset, width + 2 * margin - inset, height + 2 * margin - inset]
      for (index, side) in sides.enumerated() {
        if index > 0 { entries.append(0x20) }
        entries.write(thousandths: side)
      }
      entries.append(0x5D)
    }
    write("/MediaBox", 0)
    write("/BleedBox", margin - bleed)
    write("/TrimBox", margin)
    return entries
  }
}
