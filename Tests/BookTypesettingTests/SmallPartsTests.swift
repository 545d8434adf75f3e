import BookModel
import Testing

@testable import BookTypesetting

@Suite struct SmallPartsTests {
  /// The examples of the Chicago Manual of Style, 9.63.
  @Test(arguments: [
    (3, 10, "3–10"), (71, 72, "71–72"), (96, 117, "96–117"), (100, 104, "100–104"),
    (1100, 1113, "1100–1113"), (101, 108, "101–8"), (808, 833, "808–33"), (1103, 1104, "1103–4"),
    (321, 328, "321–28"), (498, 532, "498–532"), (1087, 1089, "1087–89"), (1496, 1500, "1496–500"),
    (11564, 11615, "11564–615"), (12991, 13001, "12991–3001"),
  ]) func rangesAreShortenedAsInChicago(first: Int, last: Int, text: String) {
    #expect(pageRange(first, last, .chicago) == text)
  }

  @Test func otherPoliciesOfRanges() {
    #expect(pageRange(321, 328, .full) == "321–328")
    #expect(pageRange(321, 328, .minimal) == "321–8")
  }

  @Test(arguments: [
    ("A5", 419.53, 595.28), ("5.5x8.5in", 396, 612), ("5.5in x 8.5in", 396, 612),
    ("140 × 216 mm", 396.85, 612.28), ("6 x 9", 432, 648), ("6x9", 432, 648),
    ("6\" x 9\"", 432, 648), ("6 by 9 inches", 432, 648), ("148 x 210", 419.53, 595.28),
    ("14,8 x 21 cm", 419.53, 595.28), ("5.5*8.5", 396, 612),
  ]) func trimSizesAreRead(text: String, width: Float, height: Float) {
    let size = trimSize(text)
    #expect(abs((size?.width ?? 0) - width) < 0.1)
    #expect(abs((size?.height ?? 0) - height) < 0.1)
  }

  @Test(arguments: ["pocket", "", "55.5x88.5", "1x1in", "9999x9999in", "x", "xin", "-3x4in"])
  func whatIsNoTrimSizeIsNone(text: String) {
    #expect(trimSize(text) == nil)
  }

  @Test(arguments: [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (2026, "mmxxvi")])
  func romanNumerals(number: Int, text: String) {
    #expect(romanNumeral(number) == text)
  }

  @Test func noteLinesLeaveRoomForText() {
    let grid = PageGrid(lines: 34, leading: 14, noteLeading: 11)
    #expect(grid.capacity(extra: 0, noteLines: 0) == 68)
    var before = 68
    for lines in 1...40 {
      let capacity = grid.capacity(extra: 0, noteLines: lines)
      #expect(capacity <= before && capacity % 2 == 0)
      before = capacity
    }
  }
}
