extension ParsedChapter {
  /// Words on one line, as messages and a chronology have them: blanks joined, no stop at the end,
  /// a capital first where one is asked for.
  package func tidy(_ range: Range<Int>, capital: Bool = true) -> String {
    var bytes: [UInt8] = []
    for byte in text[range] {
      if byte <= 0x20 {
        if bytes.last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
    while let last = bytes.last, [0x20, 0x2E, 0x2C, 0x3B, 0x3A].contains(last) {
      bytes.removeLast()
    }
    while bytes.first == 0x20 { bytes.removeFirst() }
    let words = String(decoding: bytes, as: UTF8.self)
    guard capital, let first = words.first, first.isLowercase else { return words }
    return first.uppercased() + words.dropFirst()
  }
}
