/// A text of ASCII whose words are parted by one space each, as most names are: what holds of its
/// bytes holds of its characters, so that it needs none of the care that others do.
struct PlainWords {
  /// How many words it has, at least one.
  private(set) var count = 1
  /// Which of them have a capital for their first letter: one bit a word, the first lowest.
  private(set) var capitals: UInt64 = 0

  /// Nil for a text of another kind.
  init?(_ text: String) {
    var text = text
    guard let read = text.withUTF8({ PlainWords($0) }) else { return nil }
    self = read
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isInWord = false
    var hasLetter = false
    for byte in bytes {
      guard byte >= 0x20, byte < 0x80 else { return nil }
      if byte == 0x20 {
        guard isInWord else { return nil }
        (isInWord, hasLetter) = (false, false)
        count += 1
        continue
      }
      isInWord = true
      if !hasLetter, (byte | 0x20) &- 0x61 < 26 {
        hasLetter = true
        if byte < 0x61, count <= UInt64.bitWidth { capitals |= 1 << UInt64(count - 1) }
      }
    }
    guard isInWord else { return nil }
  }
}

extension String {
  /// Whether every byte is one of ASCII.
  var isASCII: Bool {
    var text = self
    return text.withUTF8 { $0.allSatisfy { $0 < 0x80 } }
  }
}
