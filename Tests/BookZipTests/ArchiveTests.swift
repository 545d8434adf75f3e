import Testing

@testable import BookZip

@Suite("Archives")
struct ArchiveTests {
  static let words = Array(String(repeating: "salt and light ", count: 400).utf8)

  static func archive(modified: Int = 1_588_291_200) throws -> [UInt8] {
    var writer = try ZipWriter(modified: modified)
    try writer.add(PackedEntry(storing: Array("application/epub+zip".utf8), as: "mimetype"))
    try writer.add(PackedEntry(deflating: words, as: "EPUB/a.xhtml"))
    try writer.add(PackedEntry(deflating: [], as: "EPUB/é.txt"))
    return try writer.finish()
  }

  @Test("what goes in comes out")
  func roundTrip() throws {
    let reader = try ZipReader(Self.archive())
    #expect(reader.faults() == [])
    #expect(reader.entries.map(\.name) == ["mimetype", "EPUB/a.xhtml", "EPUB/é.txt"])
    #expect(try reader.read(reader.entries[1]) == Self.words)
    #expect(try reader.read(reader.entries[2]) == [])
  }

  @Test("mimetype lies bare at the head: no extra field, no compression (OCF 3.3, 4.2.6.2)")
  func mimetypeFirst() throws {
    let bytes = try Self.archive()
    #expect(Array(bytes[30..<38]) == Array("mimetype".utf8))
    #expect(Array(bytes[38..<58]) == Array("application/epub+zip".utf8))
    #expect(bytes[8] == 0 && bytes[28] == 0 && bytes[29] == 0)
  }

  @Test("a time before 1980 or after 2107 is clamped to what ZIP can hold")
  func dosTime() throws {
    let first = try Self.archive(modified: 315_532_800)
    #expect(try Self.archive(modified: -5) == first)
    #expect(try Self.archive(modified: .max) == Self.archive(modified: 4_354_819_198))
    // 1 January 1980 is month 1, day 1 of year 0.
    #expect(first[12] == 0x21 && first[13] == 0)
  }

  @Test("bytes that deflating would lengthen are stored")
  func incompressible() throws {
    let entry = try PackedEntry(deflating: [1, 2, 3], as: "x")
    #expect(!entry.isDeflated && entry.bytes == [1, 2, 3])
  }

  /// Where an archive's central directory records begin.
  static func records(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.dropLast(4).filter { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] }
  }

  @Test("a size that lies is found, whether it says too little or too much")
  func sizeLies() throws {
    for size: UInt8 in [5, 255] {
      var bytes = try Self.archive()
      let record = Self.records(bytes)[1]
      bytes.replaceSubrange(record + 24..<record + 28, with: [size, 0x20, 0, 0])
      #expect(throws: ZipFault.self) {
        let reader = try ZipReader(bytes)
        _ = try reader.read(reader.entries[1])
      }
    }
  }

  @Test("an entry is verified as it is read")
  func verified() throws {
    var writer = try ZipWriter(modified: 0)
    let words = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    try writer.add(PackedEntry(deflating: words, as: "a"))
    try writer.add(PackedEntry(storing: words, as: "b"))
    var bytes = try writer.finish()
    let whole = try ZipReader(bytes)
    for entry in whole.entries { try whole.verify(entry) }
    // A byte of the second entry's words, which lie in it as they are.
    let place = try #require(bytes.firstRange(of: words[1000..<1100])).lowerBound
    bytes[place] ^= 1
    let changed = try ZipReader(bytes)
    try changed.verify(changed.entries[0])
    #expect(throws: ZipFault.self) { try changed.verify(changed.entries[1]) }
    #expect(throws: ZipFault.self) { _ = try changed.read(changed.entries[1]) }
  }

  @Test("a bomb is seen before it is inflated")
  func bomb() throws {
    var writer = try ZipWriter(modified: 0)
    try writer.add(
      PackedEntry(deflating: [UInt8](repeating: 0x20, count: 4 << 20), as: "bomb"))
    let reader = try ZipReader(writer.finish())
    guard case .bomb("bomb", let ratio) = reader.faults().first else {
      Issue.record("not seen")
      return
    }
    #expect(ratio > 200)
    #expect(reader.faults().count == 1)
  }

  @Test(
    "paths that leave the archive are found",
    arguments: ["../x", "a/../../x", "/etc/passwd", "C:x", "a\\b"])
  func paths(name: String) throws {
    var writer = try ZipWriter(modified: 0)
    try writer.add(PackedEntry(storing: [1], as: name))
    let reader = try ZipReader(writer.finish())
    #expect(reader.faults() == [.unsafePath(name)])
  }

  @Test("a symbolic link is found by its mode")
  func symbolicLink() throws {
    var bytes = try Self.archive()
    let record = Self.records(bytes)[1]
    bytes.replaceSubrange(record + 40..<record + 42, with: [0xFF, 0xA1])
    #expect(try ZipReader(bytes).faults() == [.symbolicLink("EPUB/a.xhtml")])
  }

  @Test("cut short, empty or something else: a fault, never a crash")
  func damaged() throws {
    let whole = try Self.archive()
    #expect(throws: ZipFault.empty) { _ = try ZipReader([]) }
    #expect(throws: ZipFault.notAnArchive) { _ = try ZipReader(Array("%PDF-1.7".utf8)) }
    for length in stride(from: 4, to: whole.count - 1, by: 7) {
      #expect(throws: ZipFault.self) { _ = try ZipReader(Array(whole[..<length])) }
    }
  }

  @Test("no changed byte makes the reader crash")
  func mutations() throws {
    let whole = try Self.archive()
    for position in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[position] ^= 0xFF
      guard let reader = try? ZipReader(bytes) else { continue }
      guard reader.faults().isEmpty else { continue }
      for entry in reader.entries { _ = try? reader.read(entry) }
    }
  }
}
