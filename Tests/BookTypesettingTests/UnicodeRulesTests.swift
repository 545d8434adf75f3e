import BookDisk
import BookModel
import Testing

@testable import BookTypesetting

/// Which way characters run and where lines end, held against Unicode's own tests where they are
/// installed (Debian: `unicode-data`), and against a few of each kind everywhere.
struct UnicodeRulesTests {
  private static let folder = "usr/share/unicode"
  private static func lines(_ name: String) -> [Substring] {
    guard let bytes = try? DiskWorkspace.machine.read("\(folder)/\(name)") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let said = line.prefix { $0 != "#" }
      return said.allSatisfy(\.isWhitespace) ? nil : said
    }
  }
  private static let lineBreaks = lines("auxiliary/LineBreakTest.txt")
  private static let bidiCharacters = lines("BidiCharacterTest.txt")
  private static let bidiClasses = lines("BidiTest.txt")

  @Test(.enabled(if: !lineBreaks.isEmpty, "Unicode's tests are not installed"))
  func linesEndWhereUnicodeSays() {
    var finder = LineOpportunities(CharacterTable())
    var wrong: [Substring] = []
    for line in Self.lineBreaks {
      var scalars: [UInt32] = []
      var expected: [Bool] = []
      for part in line.split(whereSeparator: \.isWhitespace) {
        if part == "÷" || part == "×" { expected.append(part == "÷") }
        if let scalar = UInt32(part, radix: 16) { scalars.append(scalar) }
      }
      let found = finder.find(scalars)
      if found.dropFirst() != expected.dropFirst().dropLast() { wrong.append(line) }
    }
    #expect(wrong == [])
  }

  @Test(.enabled(if: !bidiCharacters.isEmpty, "Unicode's tests are not installed"))
  func charactersRunAsUnicodeSays() {
    var bidi = BidiLevels(CharacterTable())
    let table = CharacterTable()
    var wrong: [Substring] = []
    for line in Self.bidiCharacters {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      let scalars = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16) }
      let base: UInt8? = fields[1] == "2" ? nil : UInt8(fields[1])
      let levels = bidi.levels(of: scalars, base: base)
      let paragraph = UInt8(fields[2]) ?? 0
      let classes = scalars.map { table.bidiClass($0) }
      if !Self.agree(levels, classes, paragraph, fields[3], order: fields[4]) { wrong.append(line) }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test(.enabled(if: !bidiClasses.isEmpty, "Unicode's tests are not installed"))
  func classesRunAsUnicodeSays() throws {
    var bidi = BidiLevels(CharacterTable())
    let names =
      "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI"
      .split(separator: " ")
    var expected: (levels: Substring, order: Substring) = ("", "")
    var wrong: [Substring] = []
    for line in Self.bidiClasses {
      if line.hasPrefix("@") {
        let value = line.drop { $0 != ":" }.dropFirst()
        if line.hasPrefix("@Levels") { expected.levels = value }
        if line.hasPrefix("@Reorder") { expected.order = value }
        continue
      }
      let fields = line.split(separator: ";")
      let classes = fields[0].split(separator: " ").compactMap { name in
        names.firstIndex(of: name).flatMap { BidiClass(rawValue: UInt8($0)) }
      }
      let set = try #require(Int(fields[1].filter { !$0.isWhitespace }, radix: 16))
      for (bit, base) in [UInt8?.none, 0, 1].enumerated() where set & 1 << bit != 0 {
        let scalars = [UInt32](repeating: 0x61, count: classes.count)
        let levels = bidi.resolve(classes, scalars, base: base)
        let paragraph = base ?? bidi.paragraphLevel
        if !Self.agree(levels, classes, paragraph, expected.levels, order: expected.order) {
          wrong.append(line)
        }
      }
    }
    #expect(wrong.prefix(3) == [])
  }

  /// Whether levels are those expected, after what rule L1 does at a line's end; `x` is what rule
  /// X9 takes out.
  private static func agree(
    _ levels: [UInt8], _ classes: [BidiClass], _ paragraph: UInt8, _ expected: Substring,
    order: Substring
  ) -> Bool {
    var levels = levels
    var isTrailing = true
    for index in levels.indices.reversed() {
      switch classes[index] {
      case .paragraph, .segment:
        levels[index] = paragraph
        isTrailing = true
      case .whiteSpace, .leftIsolate, .rightIsolate, .firstIsolate, .popIsolate:
        if isTrailing { levels[index] = paragraph }
      case .leftEmbedding, .rightEmbedding, .leftOverride, .rightOverride, .popFormat,
        .neutralBoundary:
        break
      default: isTrailing = false
      }
    }
    let wanted = expected.split(whereSeparator: \.isWhitespace)
    guard wanted.count == levels.count else { return false }
    let kept = wanted.indices.filter { wanted[$0] != "x" }
    guard kept.allSatisfy({ UInt8(wanted[$0]) == levels[$0] }) else { return false }
    let places = order.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    return visualOrder(kept.map { levels[$0] }).map { kept[$0] } == places
  }

  private static func ends(_ text: String, isRightToLeft: Bool = false) -> [String] {
    var store = TokenStore(text: Array(text.utf8), isRightToLeft: isRightToLeft)
    let range = 0..<store.text.count
    let map = store.map(of: range, isRightToLeft: isRightToLeft)
    let style = store.styles.number(TextStyle(size: 10))
    BoxCutter.append(range, style: style, node: 0, to: &store, from: 0, map: map)
    return store.tokens.map { String(decoding: store.text[Int($0.start)..<$0.end], as: UTF8.self) }
  }

  @Test(arguments: [
    ("长大，那里", ["长", "大，", "那", "里"]),
    ("他说：“是的”。", ["他", "说：", "“是", "的”。"]),
    ("这是，\n第二", ["这", "是，", "第", "二"]),
    ("東京（とうきょう）へ", ["東", "京", "（と", "う", "きょ", "う）", "へ"]),
    ("한국어 말", ["한", "국", "어", "말"]),
    ("well-known Latin words—so", ["well-", "known", "Latin", "words—", "so"]),
  ])
  func linesEndBetweenIdeographs(text: String, boxes: [String]) {
    #expect(Self.ends(text) == boxes)
  }

  @Test func whatRunsInTwoDirectionsIsParted() {
    #expect(
      Self.ends("של 1953, (ברחוב Mill Lane)", isRightToLeft: true)
        == ["של", "1953", ",", "(ברחוב", "Mill", "Lane", ")"])
  }
}
