import PDFReading
import Testing

@testable import BookPDF

@Suite struct SyntaxTests {
  private func written(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0, "0"), (1, ".001"), (-1, "-.001"), (10, ".01"), (100, ".1"), (1500, "1.5"),
    (-12_345, "-12.345"),
    (1000, "1"), (60_020, "60.02"), (1_000_000_000, "1000000"),
  ])
  func thousandthsAreWrittenShort(value: Int, expected: String) {
    #expect(written { $0.write(thousandths: value) } == expected)
  }

  @Test func numbersAreReadBack() {
    var random = Lehmer(seed: 4)
    for _ in 0..<5000 {
      let value = random.next(2_000_000_000) - 1_000_000_000
      #expect(Double(written { $0.write(thousandths: value) }) == Double(value) / 1000)
      #expect(written { $0.write(value) } == String(value))
      #expect(Double(written { $0.write(decimals: Double(value) / 1e6) }) == Double(value) / 1e6)
    }
    for value in [Int.min, Int.max, 0, -9, 9, 10] {
      #expect(written { $0.write(value) } == String(value))
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func whatIsNoNumberIsStillPDF(value: Double) {
    #expect(Double(written { $0.write(value) }) != nil)
    #expect(Double(written { $0.write(decimals: value) }) != nil)
  }

  @Test(arguments: [
    "plain", "(un)balanced)(", "back\\slash", "Ünï", "\u{1F600}", "", "tab\t", "a\rb",
  ])
  func textsAreReadBack(text: String) {
    var bytes: [UInt8] = []
    bytes.write(text: text)
    var lexer = PDFLexer(bytes)
    #expect(lexer.next()?.text == text)
    #expect(lexer.next() == nil)
  }

  @Test(arguments: ["Name", "A B", "a#b", "x/y", "é(", "%"])
  func namesAreReadBack(name: String) {
    var bytes: [UInt8] = []
    bytes.write(name: name)
    var lexer = PDFLexer(bytes)
    #expect(lexer.next()?.name == name)
    #expect(lexer.next() == nil)
  }

  @Test func everyByteSurvivesALiteral() {
    var bytes: [UInt8] = []
    bytes.write(literal: (0...255).map(UInt8.init))
    var lexer = PDFLexer(bytes)
    #expect(lexer.next() == .string((0...255).map(UInt8.init)))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1000])
  func treesHoldWhatWasPutIn(count: Int) async throws {
    var file = PDFFile(version: "%PDF-1.7", level: 6)
    var random = Lehmer(seed: count)
    let names = (0..<count).map { "n\($0)-\(random.next(1000))" }
    let tree = file.addNameTree(names.map { ($0, Array("\($0.utf8.count)".utf8)) })
    let numbers = file.addNumberTree((0..<count).map { ($0 * 3, Array("\($0)".utf8)) })
    var root: [UInt8] = Array("<</A ".utf8)
    root.write(tree)
    root.write("/B ")
    root.write(numbers)
    root.write(">>")
    let catalogue = file.add(root)
    let bytes = await file.serialized(
      root: catalogue, info: file.add(Array("<<>>".utf8)), seed: "", jobs: 2)
    let reader = try PDFReader(bytes)
    let read = reader.tree(reader.catalogue["A"], "Names")
    #expect(read.compactMap(\.key.text) == names.sorted())
    #expect(read.allSatisfy { $0.value.integer == $0.key.text?.utf8.count })
    #expect(
      reader.tree(reader.catalogue["B"], "Nums").compactMap(\.value.integer) == Array(0..<count))
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"), (1_588_291_200, "2020-05-01T00:00:00Z"),
    (-2_208_988_800, "1900-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    (Int.max, "9999-12-31T23:59:59Z"), (Int.min, "0001-01-01T00:00:00Z"),
  ])
  func timesAreThoseOfTheCalendar(seconds: Int, expected: String) {
    #expect(CivilTime(secondsSince1970: seconds).inISO8601 == expected)
  }

  @Test func whatIsDeflatedIsInflated() {
    var deflater = Deflater(level: 6)
    var random = Lehmer(seed: 2)
    for length in [0, 1, 100, 100_000] {
      let bytes = (0..<length).map { _ in UInt8(random.next(7)) }
      let packed = deflater.compress(bytes)
      #expect(packed.flatMap { inflated($0, limit: length) } == bytes)
      if length > 1 { #expect(packed.flatMap { inflated($0, limit: length / 2) } == nil) }
    }
    #expect(inflated([1, 2, 3], limit: 10) == nil)
    #expect(inflated([UInt8](), limit: 10) == nil)
  }

  @Test func theProfileIsThatOfSRGB() {
    let profile = sRGBProfile()
    #expect(checkedProfile(profile, for: .rgb) == profile)
    #expect(checkedProfile(profile, for: .gray) == nil)
    #expect(checkedProfile(Array(profile.dropLast()), for: .rgb) == nil)
    let reader = ByteReader(profile)
    let count = reader.big32(128) ?? 0
    var sums = [0, 0, 0]
    for tag in 0..<count {
      let entry = 132 + 12 * tag
      let offset = reader.big32(entry + 4) ?? 0
      #expect(offset % 4 == 0 && offset + (reader.big32(entry + 8) ?? 0) <= profile.count)
      if reader.matches("XYZ", at: entry + 1), profile[entry] != 0x77 {
        for part in 0..<3 { sums[part] += reader.big32(offset + 8 + 4 * part) ?? 0 }
      }
    }
    // The three colorants together are the white of D50, to within rounding.
    for (sum, white) in zip(sums, [0.9642, 1, 0.8249]) {
      #expect(abs(Double(sum) / 65536 - white) < 0.001)
    }
  }
}
