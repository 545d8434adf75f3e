import BookDiagnostics
import BookTestSupport
import Testing

@Suite("Lines and columns")
struct LineTableTests {
  /// The slow way to the same answer: walk the scalars.
  static func walked(_ text: String, to offset: Int) -> (line: Int, column: Int, scalars: Int) {
    var line = 1
    var column = 1
    var bytes = 0
    var scalars = 0
    let all = Array(text.unicodeScalars)
    for (index, scalar) in all.enumerated() {
      if bytes >= offset { break }
      bytes += String(scalar).utf8.count
      scalars += 1
      let isLineEnd =
        scalar == "\n" || (scalar == "\r" && !(index + 1 < all.count && all[index + 1] == "\n"))
      if isLineEnd {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column, scalars)
  }

  @Test(
    "every scalar's position equals a walk through the text",
    arguments: [
      "", "a", "a\nb", "a\r\nb\r\nc", "a\rb\rc", "é\nüñ\n漢字 🙂x\n", "\n\n\n", "no end", "\r\n\n\r",
    ])
  func positionsEqualAWalk(text: String) {
    let table = LineTable(Array(text.utf8))
    var offset = 0
    for scalar in Array(text.unicodeScalars) + ["x"] {
      let expected = Self.walked(text, to: offset)
      #expect(
        table.position(offset) == SourcePosition(line: expected.line, column: expected.column))
      #expect(table.scalarOffset(offset) == expected.scalars)
      offset += String(scalar).utf8.count
      if offset > text.utf8.count { break }
    }
  }

  @Test("a line's bytes leave out its line end")
  func linesHaveNoEnd() {
    let text = "one\r\ntwo\nthree\r"
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    let lines = (1...table.count).map {
      String(decoding: bytes[table.bytes(ofLine: $0)], as: UTF8.self)
    }
    #expect(lines == ["one", "two", "three", ""])
    #expect(table.bytes(ofLine: 99).isEmpty)
  }

  /// Lines of every length with signs of one to four bytes, each place counted by hand.
  @Test("places in long lines are those in short ones", arguments: 0..<6)
  func longLines(seed: UInt64) {
    var dice = Dice(seed: seed)
    let signs = ["a", "é", "漢", "𝄞", " ", "\n", "\r\n", "\r"]
    var text = ""
    for _ in 0..<6000 {
      let sign = Int.random(in: 0..<3000, using: &dice)
      text += signs[sign < 4 ? 4 + sign : Int.random(in: 0..<5, using: &dice)]
    }
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    var (line, column, scalars) = (1, 1, 0)
    for (offset, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 {
        #expect(table.position(offset) == SourcePosition(line: line, column: column))
        #expect(table.scalarOffset(offset) == scalars)
        #expect(table.offset(SourcePosition(line: line, column: column)) == offset)
        (column, scalars) = (column + 1, scalars + 1)
      }
      let endsCR = byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
      if byte == 0x0A || endsCR { (line, column) = (line + 1, 1) }
    }
  }
}
