/// What the tag layer sees of a place in the sentence: two words to each side and the last two tags.
enum TagAtoms {
  private static let reach = 2
  private static let places = 2 * reach + 1
  /// How many atoms there are, the empty one included.
  static let count = 1 + places * WordAtoms.count + 2
  /// A word may open the sentence after this many marks at most.
  static let opening = 3

  /// Writes the atoms of a place in the order of Scripts/tagger/kernel.py.
  static func write(
    _ words: [WordAtoms], tags: [PartOfSpeech], at index: Int,
    to atoms: UnsafeMutablePointer<UInt32>
  ) {
    atoms[0] = 0
    for place in 0..<places {
      let word = index + place - reach
      let out = atoms + (1 + place * WordAtoms.count)
      if words.indices.contains(word) {
        words[word].write(to: out)
      } else {
        // Beyond the sentence there is a word of its own kind, with no letters.
        out.update(repeating: 0, count: WordAtoms.count)
        out[0] = 1
        out[WordAtoms.count - 1] = 1
      }
    }
    let last = atoms + (1 + places * WordAtoms.count)
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
