import BookDisk
import Foundation
import Testing

@testable import BookFonts

@Suite(.enabled(if: InstalledFonts.hyphenatesEnglish, "no English hyphenation patterns installed"))
struct HyphenationTests {
  private func broken(_ word: String) throws -> String {
    let hyphenator = try #require(InstalledFonts.english)
    var result: [UInt8] = []
    let points = Set(hyphenator.hyphenate(Array(word.utf8)))
    for (offset, byte) in word.utf8.enumerated() {
      if points.contains(offset) { result.append(0x7C) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  @Test(arguments: [
    ("hyphenation", "hy|phen|ation"), ("HYPHENATION", "HY|PHEN|ATION"), ("the", "the"),
    ("", ""), ("“hyphenation,”", "“hy|phen|ation,”"), ("1234567890", "1234567890"),
  ])
  func wordsBreakWhereThePatternsSay(word: String, expected: String) throws {
    #expect(try broken(word) == expected)
  }

  @Test func everyPointLeavesTwoLettersBeforeAndThreeAfter() throws {
    let hyphenator = try #require(InstalledFonts.english)
    for word in ["about", "people", "extraordinary", "naïveté", "reëlection", "Ångström", "only"] {
      let letters = Array(word.unicodeScalars)
      var offsets: [Int: Int] = [:]
      var offset = 0
      for (i, scalar) in letters.enumerated() {
        offsets[offset] = i
        offset += UTF8.width(scalar)
      }
      for point in hyphenator.hyphenate(Array(word.utf8)) {
        let index = try #require(offsets[point], "a point inside a character of \(word)")
        #expect(index >= 2 && letters.count - index >= 3)
      }
    }
  }

  @Test func brokenBytesAndEndlessWordsAreLeftWhole() throws {
    let hyphenator = try #require(InstalledFonts.english)
    #expect(hyphenator.hyphenate([0xFF, 0xC3, 0x80, 0xE2, 0x82]).isEmpty)
    #expect(hyphenator.hyphenate([UInt8](repeating: 0x61, count: 1_000_000)).isEmpty)
  }

  @Test(arguments: [
    ("en-GB", ["en_AU", "en_GB", "en_US"], "en_GB"), ("en-GB", ["en_AU", "en_US"], "en_US"),
    ("en", ["en_AU", "en_GB", "en_US"], "en_US"), ("de", ["de_AT", "de_DE"], "de_DE"),
    ("de-CH", ["de_AT"], "de_AT"), ("fr", ["fr"], "fr"),
    ("sr-Latn-RS", ["sr_Latn", "sr_RS"], "sr_RS"),
  ])
  func nearRelativesStandInForALanguage(language: String, installed: [String], taken: String) {
    #expect(Hyphenator.preferred(installed, for: language).first == taken)
  }

  @Test func aLanguageWithoutPatternsHasNone() {
    #expect(Hyphenator.load(language: "tlh", from: DiskWorkspace.machine) == nil)
    #expect(Hyphenator.load(language: "", from: DiskWorkspace.machine) == nil)
  }

  @Test(
    arguments: [
      ("UTF-8", [0xC3, 0xA4]), ("ISO8859-1", [0xE4]), ("microsoft-cp1252", [0xE4]),
    ] as [(String, [UInt8])])
  func patternsInAnyEncodingServe(encoding: String, letter: [UInt8]) throws {
    let file = Array("\(encoding)\n".utf8) + letter + Array("1b\n".utf8)
    let hyphenator = try #require(Hyphenator.open(file, patterns: "test"))
    #expect(hyphenator.hyphenate(Array("omäbara".utf8)) == [4])
    #expect(hyphenator.hyphenate(Array("omabara".utf8)).isEmpty)
  }
}
