/// Words as a reader counts them: between blanks, with a letter or a digit in them.
package func countWords(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
  let bytes = UnsafeBufferPointer(rebasing: bytes)
  var count = 0
  var i = 0
  while i < bytes.count {
    while i < bytes.count, !beginsWord(bytes[i]) { i += 1 }
    if i < bytes.count { count += 1 }
    while i < bytes.count, bytes[i] > 0x20 { i += 1 }
  }
  return count
}

/// Letters, digits and all beyond ASCII but no-break blanks, printed quotes and dashes.
@inline(__always)
private func beginsWord(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || (byte >= 0xC3 && byte != 0xE2)
}
