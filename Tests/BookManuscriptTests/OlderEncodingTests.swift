import Foundation
import Testing

@testable import BookManuscript

@Suite("Chapters stored in older ways")
struct OlderEncodingTests {
  static let texts = [
    "# Eins\n\nDer Bäcker sagte: „Grüß Gott“ – und Anaïs ging ins Café. 5 € für Œufs.\n",
    "# One\n\n“We don’t,” she said — and Zoë… didn’t. A café, a naïve fiancée, 20 °C.\n",
  ]

  /// The same texts as Python's codec `mac_roman` stores them: Foundation's differs on Linux.
  private static let macRoman = [
    """
    232045696e730a0a44657220428a636b65722073616774653a20e347729fa720476f7474d220d020\
    756e6420416e6195732067696e6720696e73204361668e2e203520db20669f7220ce7566732e0a
    """,
    """
    23204f6e650a0ad2576520646f6ed5742cd320736865207361696420d120616e64205a6f91c92064\
    69646ed5742e2041206361668e2c2061206e61957665206669616e638e652c20323020a1432e0a
    """,
  ]

  private static func stored(_ text: String, _ encoding: OlderEncoding) throws -> [UInt8] {
    switch encoding {
    case .utf16: return Array(try #require(text.data(using: .utf16LittleEndian)))
    case .windows1252: return Array(try #require(text.data(using: .windowsCP1252)))
    case .macRoman:
      let digits = Array(macRoman[try #require(texts.firstIndex(of: text))])
      return stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      }
    }
  }

  @Test("each is read as what it is", arguments: texts, OlderEncoding.allCases)
  func decoding(text: String, encoding: OlderEncoding) throws {
    let bytes = try Self.stored(text, encoding)
    let found = try #require(OlderEncoding.decoded(bytes))
    #expect(found.from == encoding)
    #expect(String(decoding: found.text, as: UTF8.self) == text)
    if encoding == .utf16 {
      #expect(OlderEncoding.decoded([0xFF, 0xFE] + bytes)?.text == Array(text.utf8))
      let big = Array(try #require(text.data(using: .utf16BigEndian)))
      #expect(OlderEncoding.decoded([0xFE, 0xFF] + big)?.text == Array(text.utf8))
    }
  }

  @Test("what is UTF-8, is of two minds or is no text is left as it is")
  func others() {
    for text in Self.texts + ["", "plain", "日本語"] {
      #expect(OlderEncoding.decoded(Array(text.utf8)) == nil)
    }
    #expect(OlderEncoding.decoded([0x63, 0xE9, 0x20, 0xC3, 0xA9]) == nil)
    #expect(OlderEncoding.decoded([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]) == nil)
    let bytes = (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
    #expect(OlderEncoding.decoded(bytes) == nil)
  }
}
