/// A two-byte letter in lower case, and whether it was a capital.
@inline(__always)
func foldWide(_ lead: UInt8, _ trail: UInt8) -> ((UInt8, UInt8), Bool) {
  switch lead {
  case 0xC3 where trail >= 0x80 && trail <= 0x9E: return ((lead, trail + 0x20), true)
  case 0xC4 where trail < 0xB8 && trail & 1 == 0: return ((lead, trail | 1), true)
  case 0xC5 where trail >= 0x8A && trail <= 0xB7 && trail & 1 == 0: return ((lead, trail | 1), true)
  case 0xC4 where trail >= 0xB9 && trail & 1 == 1 && trail < 0xBF: return ((lead, trail + 1), true)
  case 0xC5 where trail <= 0x88 && trail & 1 == 1 && trail > 0x80: return ((lead, trail + 1), true)
  case 0xC5 where trail == 0xB9 || trail == 0xBB || trail == 0xBD: return ((lead, trail + 1), true)
  case 0xCE where trail >= 0x91 && trail <= 0x9F: return ((lead, trail + 0x20), true)
  case 0xD0 where trail >= 0x90 && trail <= 0x9F: return ((lead, trail + 0x20), true)
  case 0xD0 where trail >= 0xA0 && trail <= 0xAF: return ((0xD1, trail - 0x20), true)
  default: return ((lead, trail), false)
  }
}

/// The bytes of a word as the lexicon has them; its final full stop and soft hyphens are left out.
package func foldedWord(_ word: some Collection<UInt8>) -> [UInt8] {
  // Lent where the bytes lie together: to copy them one by one takes longer than to fold them.
  word.withContiguousStorageIfAvailable { folded($0) }
    ?? Array(word).withUnsafeBufferPointer { folded($0) }
}

private func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var folded: [UInt8] = []
  folded.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      if byte == UInt8(ascii: "-"), index + 1 < bytes.count, bytes[index + 1] == 10 {
        index += 2
        continue
      }
      folded.append(byte &- 65 < 26 ? byte | 0x20 : byte)
      index += 1
    } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
      folded.append(0x27)
      index += 3
    } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD {
      index += 2
    } else if byte < 0xE0, index + 1 < bytes.count {
      let (pair, _) = foldWide(byte, bytes[index + 1])
      folded.append(pair.0)
      folded.append(pair.1)
      index += 2
    } else {
      folded.append(byte)
      index += 1
    }
  }
  if folded.last == UInt8(ascii: ".") { folded.removeLast() }
  return folded
}
