/// What the tag layer sees of a place in the sentence: two words to each side and the last two tags.
struct TagAtoms {
  private static let reach = 2
  private static let places = 2 * reach + 1
  /// How many atoms there are, the empty one included.
  static let count = 1 + places * WordAtoms.count + 2
  /// A word may open the sentence after this many marks at most.
  static let opening = 3

  /// The atoms of every word, one behind the other, and of the places beyond both ends.
  private let atoms: [UInt32]

  init(_ words: [WordAtoms]) {
    atoms = Array(unsafeUninitializedCapacity: (words.count + 2 * Self.reach) * WordAtoms.count) {
      room, count in
      var out = room.baseAddress!
      func putNothing() {
        // Beyond the sentence there is a word of its own kind, with no letters.
        out.initialize(repeating: 0, count: WordAtoms.count)
        out[0] = 1
        out[WordAtoms.count - 1] = 1
        out += WordAtoms.count
      }
      for _ in 0..<Self.reach { putNothing() }
      for word in words {
        word.write(to: out)
        out += WordAtoms.count
      }
      for _ in 0..<Self.reach { putNothing() }
      count = room.count
    }
  }

  /// Writes the atoms of a place in the order of Scripts/tagger/kernel.py.
  func write(at index: Int, tags: [PartOfSpeech], to out: UnsafeMutablePointer<UInt32>) {
    let width = Self.places * WordAtoms.count
    out[0] = 0
    atoms.withUnsafeBufferPointer { atoms in
      (out + 1).update(from: atoms.baseAddress! + index * WordAtoms.count, count: width)
    }
    let last = out + (1 + width)
    last[0] = index > 0 ? UInt32(tags[index - 1].rawValue) + 2 : 1
    last[1] = index > 1 ? UInt32(tags[index - 2].rawValue) + 2 : 1
  }

  /// Whether the sentence still opens after this: a quotation mark, a bracket or a dash.
  static func opensQuietly(_ word: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
    let mark = Array(word)
    return [
      "\"", "“", "‘", "'", "``", "(", "[", "_", "*", "—", "-", "--",
    ].contains { mark.elementsEqual($0.utf8) }
  }
}
