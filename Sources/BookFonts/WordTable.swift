/// Byte strings numbered from 0 in the order they were first seen, so that anything known of a
/// word can be kept in an array.
package struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32]

  package init() { slots = [Int32](repeating: -1, count: 1024) }

  /// How many different strings there are.
  package var count: Int { ends.count }

  /// The bytes of a numbered string.
  package subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The number of a string, given now if it has none yet; a new one is `count - 1`.
  package mutating func number(_ word: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
    let hash = Self.hash(word)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, equals(index, word) { return (index, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let index = ends.count
    slots[slot] = Int32(index)
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    hashes.append(hash)
    if (index + 1) * 2 > slots.count { grow() }
    return (index, true)
  }

  private func equals(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      for i in 0..<word.count where buffer[start + i] != word[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for index in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[index]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a with a final mix, as its low bits choose the slot.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash ^= hash >> 32
    hash = hash &* 0x9e37_79b9_7f4a_7c15
    return hash ^ (hash >> 29)
  }
}
