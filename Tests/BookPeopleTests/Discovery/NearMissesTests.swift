import BookTestSupport
import Testing

@testable import BookPeople

@Suite("Near misses")
struct NearMissesTests {
  /// Optimal string alignment by the full table: the second opinion.
  static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
    for row in 0...one.count { table[row][0] = row }
    for column in 0...other.count { table[0][column] = column }
    guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
    for row in 1...one.count {
      for column in 1...other.count {
        let change = one[row - 1] == other[column - 1] ? 0 : 1
        var least = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + change)
        if row > 1, column > 1, one[row - 1] == other[column - 2],
          one[row - 2] == other[column - 1]
        {
          least = min(least, table[row - 2][column - 2] + 1)
        }
        table[row][column] = least
      }
    }
    return table[one.count][other.count]
  }

  @Test("one slip is a distance of one, by the full table")
  func slipsAgainstTable() {
    var dice = Dice()
    for _ in 0..<4000 {
      func word() -> [UInt8] {
        (0..<Int.random(in: 1...5, using: &dice)).map { _ in
          UInt8(ascii: "a") + UInt8.random(in: 0...2, using: &dice)
        }
      }
      let (one, other) = (word(), word())
      #expect(isOneSlip(one, other) == (Self.distance(one, other) == 1), "\(one) \(other)")
    }
  }

  @Test(
    "names alike to the eye or the ear are told",
    arguments: [
      ("Max Burning", "Max Bruning"), ("Katharine Hill", "Catherine Hill"),
      ("Philip Marsh", "Filip Marsh"), ("Jon Smyth", "Jon Smith"), ("Ann Grey", "Ann Gray"),
    ])
  func resembling(discovered: String, registered: String) {
    let misses = nearMisses(discovered: [discovered], registered: ["Otto Klein", registered])
    #expect(misses.map(\.registered) == [1])
  }

  @Test(
    "other names are left alone",
    arguments: [
      ("Max Bruning", "Max Bruning"), ("Tom Hill", "Tim Hall"), ("Mary Stone", "Martha Stone"),
      ("Dan", "Don Smith"), ("Jane Brown", "John Brown"), ("Peter", "Dieter"), ("", "Ann"),
      ("Tom Hill", "Tim Hill"),
    ])
  func different(discovered: String, registered: String) {
    #expect(nearMisses(discovered: [discovered], registered: [registered]) == [])
  }
}
