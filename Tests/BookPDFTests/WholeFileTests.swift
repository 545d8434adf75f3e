import BookDiagnostics
import BookFonts
import BookModel
import BookTypesetting
import Foundation
import PDFReading
import Testing

@testable import BookPDF

@Suite(.enabled(if: SamplePages.canSet, "EB Garamond is not installed"))
struct WholeFileTests {
  @Test func aBookIsSoundAndReadsInItsOrder() async throws {
    let bytes = try #require(await SamplePages.book().render())
    let check = try AccessibilityCheck(bytes)
    #expect(check.findings == [])
    let told = check.told.filter { !$0.text.isEmpty }.map { "\($0.role): \($0.text)" }
    #expect(
      told == [
        "Link: Chapter the First 2", "H1: Chapter the First",
        "P: It was a fine office, affluent and offi\u{AD}cial, as the first reports of 1987 said;"
          + "et puis, déjà vu, dit-elleand so the paragraph went on.",
        "Link: see the page", "Link: 1", "Lbl: 1", "P: A note at the foot.", "Caption: The house",
        "TH: Year", "TH: Place", "TD: 1987", "TD: Reno", "Lbl: •", "P: one thing",
      ])
    #expect(check.pages[1].artifacts == "The Reservoir2")
    #expect(check.bookmarks.map(\.depth) == [0, 0, 1])
    #expect(check.bookmarks[1].title == "Première partie")
  }

  @Test func equalPagesGiveEqualBytesHoweverManyJobs() async throws {
    let first = try #require(await SamplePages.book().render(jobs: 1))
    for jobs in [1, 2, 7] {
      #expect(await SamplePages.book().render(jobs: jobs) == first)
    }
  }

  @Test func differentPagesHaveDifferentIdentifiers() async throws {
    var other = SamplePages.book()
    other.pages.metadata.title = "Another"
    let ids = try await [SamplePages.book(), other].asyncMap { sample in
      try PDFReader(try #require(await sample.render())).trailer["ID"]
    }
    #expect(ids[0] != nil && ids[0] != ids[1])
  }

  @Test func printHasBlackInOnePlateAndNothingToClick() async throws {
    var sample = SamplePages.book()
    sample.pages.bleed = 9
    var options = PDFOptions(profile: .print)
    (options.cropMarks, options.bleeds) = (true, true)
    let file = try PDFReader(try #require(await sample.render(options)))
    for key in ["Outlines", "StructTreeRoot", "MarkInfo", "Names"] {
      #expect(file.catalogue[key] == nil)
    }
    for number in file.pages {
      let page = file.dictionary(.reference(number))
      #expect(page["Annots"] == nil)
      let data = try #require(file.streams[page["Contents"]?.reference ?? -1]).data
      let reading = PageReading(data, maps: [:])
      #expect(reading.colours.isSubset(of: ["k", "K"]))
      #expect(reading.tags.isEmpty)
      let box = { (name: String) in file.array(page[name]).compactMap(\.integer) }
      #expect(box("TrimBox")[2] - box("TrimBox")[0] == 396)
      #expect(box("BleedBox")[2] - box("BleedBox")[0] == 396 + 9)
      #expect(box("BleedBox")[3] - box("BleedBox")[1] == 612 + 18)
      #expect(box("MediaBox")[2] > box("BleedBox")[2])
    }
    let intent = file.dictionary(file.array(file.catalogue["OutputIntents"]).first)
    #expect(intent["S"]?.name == "GTS_PDFX")
    #expect(file.dictionary(file.trailer["Info"])["Trapped"]?.name == "False")
    let xmp = try #require(file.streams[file.catalogue["Metadata"]?.reference ?? -1]).data
    #expect(String(decoding: xmp, as: UTF8.self).contains(">PDF/X-4<"))
    #expect(!String(decoding: xmp, as: UTF8.self).contains("pdfaid:part"))
  }

  @Test(arguments: [true, false])
  func printEndsOnABlankVersoAndBleedsOutside(bleeds: Bool) async throws {
    for count in 1...4 {
      var sample = SamplePages()
      for number in 0..<count {
        if number > 0 { sample.newPage() }
        sample.line("Words", .artifact(.layout))
      }
      sample.pages.bleed = 9
      var options = PDFOptions(profile: .print)
      options.bleeds = bleeds
      let file = try PDFReader(try #require(await sample.render(options)))
      #expect(file.pages.count == (count / 2 + 1) * 2)
      for (index, number) in file.pages.enumerated() {
        let page = file.dictionary(.reference(number))
        let box = { (name: String) in file.array(page[name]).compactMap(\.integer) }
        let isVerso = index % 2 == 1
        // The gutter is on the left of a recto and on the right of a verso: nothing bleeds there.
        #expect(box("TrimBox")[0] == (bleeds && isVerso ? 9 : 0))
        #expect(box("MediaBox") == [0, 0, bleeds ? 405 : 396, bleeds ? 630 : 612])
        #expect(box("BleedBox") == box("MediaBox"))
      }
    }
  }

  @Test func greyPrintUsesBlackAlone() async throws {
    var sample = SamplePages()
    sample.pages.pages[0].items.append(
      .fill(
        .init(
          rectangle: Rectangle(x: 9, y: 9, width: 9, height: 9),
          ink: .colour(red: 0.9, green: 0.2, blue: 0.1))))
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g">
      <stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs>
      <rect width="4" height="9" fill="url(#g)"/><rect width="4" height="9" fill="teal"/></svg>
      """
    sample.pages.pictures = [.drawing(svg: svg)]
    sample.pages.pages[0].items.append(
      .picture(
        .init(
          rectangle: Rectangle(x: 9, y: 30, width: 9, height: 9), source: 0,
          owner: .artifact(.layout))))
    for isGrey in [true, false] {
      var options = PDFOptions(profile: .print)
      options.isGrey = isGrey
      let file = try PDFReader(try #require(await sample.render(options)))
      let coloured = file.streams.values.flatMap { stream -> [[Double]] in
        guard stream.dictionary["Type"]?.name != "Metadata" else { return [] }
        var lexer = PDFLexer(stream.data)
        var numbers: [Double] = []
        var inks: [[Double]] = []
        while let token = lexer.next() {
          if case .number(let number) = token {
            numbers.append(number)
          } else {
            if token == .word("k") || token == .word("K") { inks.append(numbers.suffix(4)) }
            numbers = []
          }
        }
        return inks.filter { $0.dropLast().contains { $0 != 0 } }
      }
      #expect(coloured.isEmpty == isGrey)
    }
  }

  @Test func aPictureWithoutWordsWithholdsTheClaim() async throws {
    var sample = SamplePages.book()
    for node in sample.pages.structure.nodes.indices {
      sample.pages.structure[node].alternative = nil
    }
    let result = await renderPDF(sample.pages, library: SamplePages.library, jobs: 1)
    #expect(result.diagnostics.map(\.code.id) == [DiagnosticCode.accessibilityNotClaimed.id])
    let check = try AccessibilityCheck(try #require(result.value).bytes)
    #expect(check.findings.contains { $0.hasPrefix("UA 7.3: Figure") })
    #expect(check.findings.contains("XMP lacks <pdfuaid:part>1<"))
  }

  @Test func aMissingCharacterWithholdsTheClaim() async throws {
    var sample = SamplePages.book()
    let words = sample.node(.paragraph)
    sample.line("no \u{10330}", .node(words))
    let result = await renderPDF(sample.pages, library: SamplePages.library, jobs: 1)
    #expect(result.diagnostics.map(\.code.id) == [DiagnosticCode.accessibilityNotClaimed.id])
    #expect(result.diagnostics.first?.message.contains("\u{10330}") == true)
    #expect(
      try AccessibilityCheck(try #require(result.value).bytes).findings.contains {
        $0.contains("7.21.8")
      })
  }

  @Test func aSoundBookSaysNothing() async {
    let result = await renderPDF(
      SamplePages.book().pages, library: SamplePages.library, jobs: 2)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func headingsNeverSkipALevel() async throws {
    var sample = SamplePages()
    for role in [StructureRole.heading2, .heading4, .heading2, .heading3, .heading6] {
      let node = sample.node(role)
      sample.line("A heading", .node(node))
    }
    let check = try AccessibilityCheck(try #require(await sample.render()))
    #expect(check.findings == [])
    #expect(check.told.map(\.role) == ["Document", "H1", "H2", "H2", "H3", "H4"])
  }

  @Test func aBookOfNoPagesOrBlankPagesIsStillAFile() async throws {
    var blank = SamplePages()
    #expect(try AccessibilityCheck(try #require(await blank.render())).findings == [])
    blank.pages.pages = []
    #expect(try PDFReader(try #require(await blank.render())).pages.isEmpty)
  }

  static let keep = ProcessInfo.processInfo.environment["BOOKC_KEEP_PDF"]

  @Test(.enabled(if: keep != nil, "BOOKC_KEEP_PDF names no folder to write to"))
  func writeSample() async throws {
    let folder = try #require(Self.keep)
    for (name, options) in [("screen", PDFOptions()), ("print", PDFOptions(profile: .print))] {
      let bytes = try #require(await SamplePages.book().render(options))
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).pdf"))
    }
  }
}

extension Array {
  fileprivate func asyncMap<Result>(
    _ transform: (Element) async throws -> Result
  ) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
