import BookDiagnostics
import BookModel
import Testing

@Suite("Files that are no sound text")
struct SourceCheckTests {
  @Test(arguments: [
    ("Latin-1", [0x63, 0x61, 0x66, 0xE9, 0x20], ["B0206 3:4"]),
    ("overlong", [0x61, 0xC0, 0xAF], ["B0206 3:2"]),
    ("surrogate", [0x61, 0xED, 0xA0, 0x80, 0x62], ["B0206 3:2"]),
    ("cut short", [0x61, 0xE2, 0x80], ["B0206 3:2"]),
    ("vertical tab", [0x61, 0x0B, 0x62], ["B0207 3:2"]),
    ("NUL", [0x61, 0x00, 0x62], ["B0207 3:2"]),
    ("U+FFFE", [0x61, 0xEF, 0xBF, 0xBE], ["B0207 3:2"]),
    ("private use", [0x61, 0xEE, 0x80, 0x80], ["B0209 3:2"]),
    ("override", [0x61, 0xE2, 0x80, 0xAE, 0x62], ["B0210 3:2"]),
    ("override closed", [0x61, 0xE2, 0x80, 0xAE, 0x62, 0xE2, 0x80, 0xAC], []),
    ("tab and é", [0x61, 0x09, 0xC3, 0xA9], []),
  ])
  func bytes(name: String, bytes: [UInt8], faults: [String]) {
    let reading = Reading(Array("# T\n\n".utf8) + bytes + [0x0A])
    // Columns count scalars, of which broken bytes are none; so the code alone is held there.
    #expect(reading.faults.map { $0.prefix(5) } == faults.map { $0.prefix(5) }, "\(name)")
    #expect(reading.faults.first?.dropFirst(6) == faults.first?.dropFirst(6), "\(name)")
  }

  @Test("UTF-16 is named as such")
  func utf16() {
    let reading = Reading([0xFF, 0xFE, 0x41, 0x00])
    #expect(reading.faults == ["B0206 1:1"])
    #expect(reading.diagnostics.first?.message.contains("UTF-16") == true)
    #expect(reading.chapter.blocks.isEmpty)
  }

  @Test("what is no text is one message, and a Russian text of old is none of it")
  func noText() {
    let picture: [UInt8] = (0..<4000).map { (place: Int) -> UInt8 in
      UInt8(truncatingIfNeeded: (place &* 2_654_435_761) >> 7)
    }
    let reading = Reading(picture)
    #expect(reading.faults == ["B0206 1:1"])
    #expect(reading.chapter.blocks.isEmpty)
    let russian: [UInt8] = (0..<4000).map { (place: Int) -> UInt8 in
      place % 7 == 0 ? 0x20 : UInt8(0xE0 + place % 31)
    }
    #expect(Reading(russian).diagnostics.allSatisfy { !$0.message.contains("no text") })
  }

  @Test("a byte order mark and any line end change nothing")
  func lineEnds() {
    let text = "# One\n\nIt began.\nIt went on.\n\n> \"So\"\n> it was.\n\n1. a\n2. b\n"
    let plain = Reading(text)
    for variant in [
      "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"),
    ] {
      let reading = Reading(variant)
      #expect(reading.leaves == plain.leaves)
      #expect(reading.chapter.prose.map(\.id) == plain.chapter.prose.map(\.id))
      #expect(reading.chapter.blocks.count == plain.chapter.blocks.count)
      #expect(reading.faults == [])
    }
  }

  @Test(
    "numbers of characters no book may hold", arguments: ["&#11;", "&#0;", "&#xD800;", "&#xFFFE;"])
  func references(reference: String) {
    #expect(Reading("# T\n\na\(reference)b").faults == ["B0208 3:2"])
    #expect(Reading("# T\n\n`a\(reference)b`").faults == [])
  }
}
