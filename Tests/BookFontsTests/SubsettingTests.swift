import Testing

@testable import BookFonts

@Suite struct SubsettingTests {
  @Test(arguments: InstalledFonts.faces)
  func aSubsetHoldsWhatWasAskedAndNoMore(face: FontFace) throws {
    let text = "Hamburgefonstiv ÄÖ"
    let wanted = Set(text.unicodeScalars.compactMap { face.glyph(for: $0) })
    let subset = try #require(face.subset(keeping: Array(wanted)))
    #expect(subset.glyphs.first == 0)
    #expect(wanted.isSubset(of: subset.glyphs))
    // A composite letter brings its parts; nothing else may come along.
    #expect(subset.glyphs.count <= wanted.count + 6)
    #expect(subset.characterIDs == subset.glyphs.indices.map { UInt16($0) })
    #expect(subset.program.count < 60_000)
    #expect(subset.outlines == face.outlines)
  }

  @Test(arguments: InstalledFonts.faces)
  func subsettingIsRepeatable(face: FontFace) throws {
    let glyphs: [UInt16] = [40, 3, 77, 40, 12]
    let first = try #require(face.subset(keeping: glyphs))
    let second = try #require(face.subset(keeping: glyphs.reversed()))
    #expect(first.program == second.program)
    #expect(first.glyphs == second.glyphs)
  }

  @Test func aBareTableBeginsAsTheFormatSays() throws {
    for face in InstalledFonts.faces {
      let program = try #require(face.subset(keeping: [5])).program
      switch face.outlines {
      case .compact: #expect(program.prefix(2) == [1, 0])
      case .trueType: #expect(program.prefix(4) == [0, 1, 0, 0])
      }
    }
  }

  @Test func charsetsOfFontsKeyedByCIDAreRead() {
    // Header, empty name INDEX, one top DICT with ROS and a charset at 40, format 1.
    var bytes: [UInt8] = [1, 0, 4, 1]
    bytes += [0, 0]
    let dictionary: [UInt8] = [139, 139, 139, 12, 30, 28, 0, 40, 15]
    bytes += [0, 1, 1, 1, UInt8(1 + dictionary.count)] + dictionary
    bytes += [UInt8](repeating: 0, count: 40 - bytes.count)
    bytes += [1, 0, 7, 1, 1, 44, 0]
    #expect(CompactFont(bytes).characterIDs(count: 4) == [0, 7, 8, 300])
    #expect(CompactFont([1, 0, 4]).characterIDs(count: 3) == [0, 1, 2])
    for length in 0..<bytes.count {
      #expect(CompactFont(Array(bytes.prefix(length))).characterIDs(count: 4).count == 4)
    }
  }
}
