import BookFonts

/// Different words in their shape keys, numbered from 0.
struct WordList: Sendable {
  private var table = WordTable()

  var count: Int { table.count }

  /// The number of a word set with a key.
  mutating func number(_ word: UnsafeBufferPointer<UInt8>, _ key: ShapeKey) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 2) { bytes in
      bytes[0] = UInt8(truncatingIfNeeded: key.code)
      bytes[1] = UInt8(truncatingIfNeeded: key.code >> 8)
      for i in 0..<word.count { bytes[i + 2] = word[i] }
      return Int32(clamping: table.number(UnsafeBufferPointer(bytes)).index)
    }
  }

  /// Takes in another list's words and says which numbers they have here.
  mutating func merge(_ other: WordList) -> [Int32] {
    (0..<other.count).map { index in
      let number = other.table[index].withUnsafeBufferPointer { table.number($0).index }
      return Int32(clamping: number)
    }
  }

  /// The key of a numbered word.
  func key(_ index: Int) -> ShapeKey {
    let bytes = table[index]
    return ShapeKey(
      code: UInt16(bytes[bytes.startIndex]) | UInt16(bytes[bytes.startIndex + 1]) << 8)
  }

  /// The bytes of a numbered word.
  func bytes(_ index: Int) -> ArraySlice<UInt8> { table[index].dropFirst(2) }
}
