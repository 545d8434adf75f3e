import BookDisk
import Testing

@testable import BookFonts

@Suite(.enabled(if: InstalledFonts.hasGaramond, "EB Garamond is not installed"))
struct FontLibraryTests {
  private func face(
    _ family: String, _ slant: FontSlant = .upright, _ weight: Int = 400, _ size: Double = 11
  ) throws -> FontFace? {
    try #require(InstalledFonts.library).face(
      FontRequest(family: family, slant: slant, weight: weight, size: size))
  }

  @Test func theFaceIsChosenBySlantWeightAndSize() throws {
    #expect(try face("EB Garamond")?.postScriptName == "EBGaramond12-Regular")
    #expect(try face("eb garamond", .italic)?.postScriptName == "EBGaramond12-Italic")
    #expect(try face("EB Garamond", .upright, 700)?.postScriptName == "EBGaramond12-Bold")
    #expect(try face("EB Garamond", .upright, 400, 8)?.postScriptName == "EBGaramond08-Regular")
    #expect(try face("EB Garamond 08", .upright, 400, 12)?.postScriptName == "EBGaramond08-Regular")
  }

  @Test func aFamilyThatIsNotThereIsNotReplaced() throws {
    #expect(try face("No Such Family") == nil)
    #expect(try face("Garamond") == nil)
  }

  @Test func theSameFaceIsOpenedOnce() throws {
    #expect(try face("EB Garamond") === face("EB Garamond"))
  }

  @Test func metricsAreThoseOfTheTables() throws {
    let metrics = try #require(try face("EB Garamond")).metrics
    #expect(metrics.unitsPerEm == 1000)
    #expect((600...700).contains(metrics.capHeight))
    #expect((380...440).contains(metrics.xHeight))
    #expect(metrics.ascender > metrics.capHeight && metrics.descender < 0)
    #expect(metrics.allowsEmbedding)
    #expect(metrics.italicAngle == 0)
    #expect(try #require(try face("EB Garamond", .italic)).metrics.italicAngle < 0)
  }

  @Test(
    arguments: [
      (0, true), (2, false), (4, true), (8, true), (0x0100, false), (0x0200, false),
      (0x0104, false), (6, true),
    ] as [(UInt16, Bool)])
  func embeddingFollowsTheMakersBits(bits: UInt16, allowed: Bool) {
    var metrics = FontMetrics()
    metrics.embeddingBits = bits
    #expect(metrics.allowsEmbedding == allowed)
  }

  @Test func aFileThatIsNoFontIsNone() {
    #expect(FontFace.open(Array("root".utf8), path: "/etc/passwd") == nil)
    #expect(FontFace.open([], path: "/no/such/file") == nil)
  }
}
