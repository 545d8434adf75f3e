import BookFonts
import BookTypesetting
import PDFReading
import Testing

@testable import BookPDF

/// What was set must be what is read back, whatever the glyphs look like.
@Suite(.enabled(if: SamplePages.canSet, "EB Garamond is not installed"))
struct ExtractionTests {
  private static let words = [
    "office", "affluent", "fjord", "Waffle", "“Quoth”", "naïve", "Ægir", "don’t", "1987",
    "e\u{301}te",
    "AVATAR", "so-called", "—", "soft\u{AD}hy", "½", "Ångström", "ſtone", "a\u{304}\u{301}b", " ",
  ]
  private static let features: [FontFeatures] = [
    [], .smallCapitals, .allSmallCapitals, .oldStyleFigures, .tabularFigures, ["frac"], ["dlig"],
    ["hlig", "swsh"],
  ]

  @Test(arguments: 0..<24)
  func anyWordsInAnyDressAreReadBack(seed: Int) async throws {
    let faces = [SamplePages.garamond, SamplePages.dejaVu].compactMap { $0 }
    var sample = SamplePages(faces: faces)
    var random = Lehmer(seed: seed)
    var expected: [String] = []
    for _ in 0..<30 {
      let text = (0..<random.next(8) + 1).map { _ in Self.words[random.next(Self.words.count)] }
        .joined(separator: " ")
      let node = sample.node(.paragraph)
      sample.line(
        text, .node(node), face: random.next(faces.count),
        features: Self.features[random.next(Self.features.count)])
      expected.append(text)
      if random.next(9) == 0 { sample.newPage() }
    }
    let check = try AccessibilityCheck(try #require(await sample.render()))
    #expect(check.told.dropFirst().map(\.text) == expected)
    // Characters that a face lacks are .notdef here, as no typesetter has put others in.
    #expect(check.findings.filter { !$0.contains("7.21.8") && !$0.hasPrefix("XMP") } == [])
  }

  @Test func rightToLeftWordsAreReadInTheirOrder() async throws {
    let hebrew = try #require(
      SamplePages.library?.substitute(for: "\u{5D0}", like: FontRequest(family: "EB Garamond")))
    var sample = SamplePages(faces: [hebrew])
    let node = sample.node(.paragraph)
    let text = "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{5E2}\u{5D5}\u{5DC}\u{5DD}"
    sample.line(text, .node(node), script: TextScript("Hebr"))
    let check = try AccessibilityCheck(try #require(await sample.render()))
    #expect(check.told.map(\.text).joined() == text)
    #expect(check.findings == [])
  }

  @Test func glyphsStandWhereTheyWereSet() async throws {
    var sample = SamplePages()
    let node = sample.node(.paragraph)
    sample.line("AVATAR To W.", .node(node))
    // A justified line: every space is wider than the font has it.
    for i in sample.pages.pages[0].glyphs.indices where i % 4 == 1 {
      sample.pages.pages[0].glyphs[i].advance += 33.4
    }
    let check = try AccessibilityCheck(try #require(await sample.render()))
    let number = try #require(check.file.pages.first)
    let page = check.file.dictionary(.reference(number))
    let data = try #require(check.file.streams[page["Contents"]?.reference ?? -1]).data
    let widths = try #require(widthsOfFirstFont(check.file))
    var pen = 0.0
    var shown = 0
    var wanted = 0.0
    var lexer = PDFLexer(data)
    while let token = lexer.next() {
      guard case .array(let items) = token else { continue }
      for item in items {
        if case .number(let shift) = item { pen -= shift }
        guard case .string(let codes) = item else { continue }
        for i in stride(from: 1, to: codes.count, by: 2) {
          #expect(abs(pen - wanted) <= 0.51)
          pen += widths[Int(codes[i])]
          wanted += Double(sample.pages.pages[0].glyphs[shown].advance)
          shown += 1
        }
      }
    }
    #expect(shown == sample.pages.pages[0].glyphs.count)
  }

  private func widthsOfFirstFont(_ file: PDFReader) -> [Double]? {
    for value in file.values.values {
      let items = file.array(file.dictionary(value)["W"])
      if items.count == 2, items[0].integer == 0 {
        return file.array(items[1]).map { if case .number(let width) = $0 { width } else { 0 } }
      }
    }
    return nil
  }
}

/// A small random generator that gives the same numbers everywhere.
struct Lehmer {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
