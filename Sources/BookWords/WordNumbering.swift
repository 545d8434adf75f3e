/// FNV-1a over folded bytes; 64 bits make two words of one book fall together practically never.
package struct WordHash: Sendable {
  /// The hash of what was added.
  package var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  /// Adds a byte of a word in small letters.
  @inlinable @inline(__always)
  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The hash of a word without its last letter: each step of FNV can be undone.
  package static func removing(_ last: UInt8, from hash: UInt64) -> UInt64 {
    (hash &* 0xce965057aff6957b) ^ UInt64(last)
  }

  /// The hash of a word in small letters.
  package static func of(_ word: String) -> UInt64 {
    var hash = WordHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }
}

/// Words numbered in the order of their first coming, by the hashes of their small letters.
package struct WordNumbering: Sendable {
  /// Each word's hash.
  package private(set) var hashes: [UInt64] = []
  private var slots: [UInt32]
  private var mask: Int

  /// A numbering with room for so many words; it grows as it must.
  package init(capacity: Int = 1024) {
    var size = 256
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: .max, count: size)
    mask = size - 1
  }

  /// How many words have a number.
  package var count: Int { hashes.count }

  /// The word's number, and whether it is new.
  package mutating func insert(_ hash: UInt64) -> (index: UInt32, isNew: Bool) {
    var slot = place(hash)
    while slots[slot] != .max {
      let index = slots[slot]
      if hashes[Int(index)] == hash { return (index, false) }
      slot = (slot + 1) & mask
    }
    let index = UInt32(hashes.count)
    slots[slot] = index
    hashes.append(hash)
    if hashes.count * 2 > mask { grow() }
    return (index, true)
  }

  /// The word's number, if it is known.
  package func find(_ hash: UInt64) -> UInt32? {
    var slot = place(hash)
    while slots[slot] != .max {
      if hashes[Int(slots[slot])] == hash { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = [UInt32](repeating: .max, count: mask + 1)
    for (index, hash) in hashes.enumerated() {
      var slot = place(hash)
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index)
    }
  }
}
