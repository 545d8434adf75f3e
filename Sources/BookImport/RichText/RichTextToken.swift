/// A sign of Rich Text Format (RTF 1.9.1, "RTF Syntax").
enum RichTextToken: Equatable {
  case open
  case close
  /// A control word with its number.
  case word(String, Int?)
  /// A control that is no letter: `~`, `_`, `-`, `*`.
  case symbol(UInt8)
  /// A byte written in hexadecimal figures.
  case hex(UInt8)
  /// A byte as it is.
  case byte(UInt8)
}

/// Cuts Rich Text Format into its signs.
struct RichTextScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next sign, nil at the end.
  mutating func next() -> RichTextToken? {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x7B: return .open
      case 0x7D: return .close
      case 0x5C: return control()
      // Line ends of the file mean nothing.
      case 0x0A, 0x0D, 0x00: continue
      default: return .byte(byte)
      }
    }
    return nil
  }

  private mutating func control() -> RichTextToken? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    guard isASCIILetter(byte) else {
      position += 1
      if byte == 0x27 {
        let figures = bytes[position..<min(bytes.count, position + 2)]
        position += figures.count
        return .hex(UInt8(String(decoding: figures, as: UTF8.self), radix: 16) ?? 0x3F)
      }
      if byte == 0x0A || byte == 0x0D { return .word("par", nil) }
      return .symbol(byte)
    }
    let start = position
    while position < bytes.count, isASCIILetter(bytes[position]), position - start < 40 {
      position += 1
    }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    let numberStart = position
    if position < bytes.count, bytes[position] == 0x2D { position += 1 }
    while position < bytes.count, (0x30...0x39).contains(bytes[position]),
      position - numberStart < 11
    {
      position += 1
    }
    let number = Int(String(decoding: bytes[numberStart..<position], as: UTF8.self))
    if number == nil { position = numberStart }
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    if name == "bin", let number, number > 0 { position = min(bytes.count, position + number) }
    return .word(name, number)
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
