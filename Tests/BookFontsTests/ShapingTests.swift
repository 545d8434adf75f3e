import Testing

@testable import BookFonts

@Suite(.enabled(if: InstalledFonts.hasGaramond, "EB Garamond is not installed"))
struct ShapingTests {
  private func shape(_ text: String, _ features: FontFeatures = []) throws -> ShapedRun {
    let face = try #require(InstalledFonts.garamond)
    return ShapingStyle(face: face, features: features).shape(Array(text.utf8))
  }

  @Test func lettersThatMeetTakeOtherForms() throws {
    // This face has no single glyph for "ffi": its letters reach into each other instead.
    let face = try #require(InstalledFonts.garamond)
    let run = try shape("fish")
    #expect(run.glyphs.map(\.cluster) == [0, 1, 2, 3])
    #expect(run.glyphs[0].glyph != face.glyph(for: "f"))
    #expect(run.glyphs[1].glyph != face.glyph(for: "i"))
  }

  @Test(.enabled(if: InstalledFonts.libertine != nil, "Linux Libertine is not installed"))
  func ligaturesJoinLettersAndKeepTheirPlace() throws {
    let face = try #require(InstalledFonts.libertine)
    let run = ShapingStyle(face: face).shape(Array("offish".utf8))
    #expect(run.glyphs.count < 6)
    #expect(run.glyphs.first?.cluster == 0)
    #expect(run.glyphs.last?.cluster == 5)
    #expect(!run.hasMissingGlyph)
    #expect(run.advance == run.glyphs.reduce(0) { $0 + $1.advance })
  }

  @Test func featuresTurnedOffAreObeyed() throws {
    var none = FontFeatures()
    none["liga"] = 0
    none["clig"] = 0
    none["calt"] = 0
    none["kern"] = 0
    let run = try shape("offish", none)
    let face = try #require(InstalledFonts.garamond)
    let single = "offish".unicodeScalars.map { face.glyph(for: $0) }
    #expect(run.glyphs.map(\.glyph) == single.map { $0 ?? 0 })
    let widths = single.map { face.advance(of: $0 ?? 0) }.reduce(0, +)
    #expect(Int(run.advance) == widths)
  }

  @Test func kerningDrawsPairsTogether() throws {
    var unkerned = FontFeatures()
    unkerned["kern"] = 0
    #expect(try shape("AVAVA").advance < shape("AVAVA", unkerned).advance)
  }

  @Test(arguments: [
    ("aunt", FontFeatures.smallCapitals), ("1987", FontFeatures.tabularFigures),
    ("Aunt", FontFeatures.allSmallCapitals),
  ])
  func featuresChangeTheGlyphs(text: String, features: FontFeatures) throws {
    #expect(try shape(text, features).glyphs.map(\.glyph) != shape(text).glyphs.map(\.glyph))
  }

  @Test func missingCharactersAreKnown() throws {
    let run = try shape("a\u{5D0}b")
    #expect(run.hasMissingGlyph)
    #expect(run.glyphs.filter { $0.glyph == 0 }.map(\.cluster) == [1])
  }

  @Test func malformedBytesAreShapedAsMissingNotAsACrash() throws {
    let face = try #require(InstalledFonts.garamond)
    let run = ShapingStyle(face: face).shape([0x61, 0xFF, 0xC3])
    #expect(run.glyphs.first?.glyph == face.glyph(for: "a"))
  }

  @Test func theWordCacheGivesWhatShapingGives() throws {
    let style = ShapingStyle(face: try #require(InstalledFonts.garamond))
    let shaper = WordShaper(style)
    let words = (0..<3000).map { "fi\($0 % 700)ffle" }
    for word in words {
      let number = shaper.number(Array(word.utf8))
      #expect(shaper.run(number) == style.shape(Array(word.utf8)))
    }
    #expect(shaper.count == 700)
  }

  @Test func facesServeManyTasksAtOnce() async throws {
    let face = try #require(InstalledFonts.garamond)
    let expected = ShapingStyle(face: face).shape(Array("Waffle".utf8))
    let runs = await withTaskGroup(of: ShapedRun.self) { group in
      for _ in 0..<64 {
        group.addTask { ShapingStyle(face: face).shape(Array("Waffle".utf8)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(runs.allSatisfy { $0 == expected })
    #expect(runs.count == 64)
  }
}

@Suite(.enabled(if: InstalledFonts.hasDejaVu, "DejaVu Serif is not installed"))
struct RightToLeftTests {
  @Test func hebrewRunsFromRightToLeft() throws {
    let library = try #require(InstalledFonts.library)
    let request = FontRequest(family: "EB Garamond")
    let face = try #require(library.substitute(for: "\u{5D0}", like: request))
    let text = "\u{5D0}\u{5D1}\u{5D2}"
    let script = TextScript(of: text.unicodeScalars)
    #expect(script.tag == "Hebr")
    let run = ShapingStyle(face: face, language: "he", script: script).shape(Array(text.utf8))
    #expect(run.isRightToLeft)
    #expect(run.glyphs.map(\.cluster) == [4, 2, 0])
    #expect(!run.hasMissingGlyph)
  }

  @Test(arguments: [
    ("Anna", "Latn", false), ("Анна", "Cyrl", false), ("12 — ש", "Hebr", true),
    ("12", "Latn", false),
  ])
  func scriptsAreKnown(text: String, tag: String, isRightToLeft: Bool) {
    let script = TextScript(of: text.unicodeScalars)
    #expect(script == TextScript(OpenTypeTag(tag)))
    #expect(script.isRightToLeft == isRightToLeft)
  }
}
