/// Cuts contractions into the words they are made of, as the trees that the tagger learned from do:
/// did|n't, I|'m, John|'s, can|not.
package struct ContractionSplit: Sendable {
  /// A cutter.
  package init() {}

  private static let apostropheEndings = ["s", "ll", "d", "m", "ve", "re", "t"].map {
    Array($0.utf8)
  }

  /// The words with every contraction in two.
  package func split(_ words: [Range<Int>], in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(words.count)
    for word in words {
      if let cut = cut(word, in: text) {
        result.append(word.lowerBound..<cut)
        result.append(cut..<word.upperBound)
      } else {
        result.append(word)
      }
    }
    return result
  }

  /// Where the second word begins.
  private func cut(_ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let cannot = Array("cannot".utf8)
    if word.count == cannot.count, zip(word, cannot).allSatisfy({ text[$0] | 0x20 == $1 }) {
      return word.lowerBound + 3
    }
    guard let apostrophe = word.last(where: { isApostrophe(at: $0, in: word, text) }) else {
      return nil
    }
    let width = text[apostrophe] == UInt8(ascii: "'") ? 1 : 3
    let ending = text[apostrophe + width..<word.upperBound].map { $0 | 0x20 }
    guard Self.apostropheEndings.contains(ending), apostrophe > word.lowerBound else { return nil }
    if ending == [UInt8(ascii: "t")], text[apostrophe - 1] | 0x20 == UInt8(ascii: "n") {
      return apostrophe - 1 > word.lowerBound ? apostrophe - 1 : nil
    }
    return apostrophe
  }

  private func isApostrophe(
    at index: Int, in word: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    text[index] == UInt8(ascii: "'")
      || (text[index] == 0xE2 && index + 2 < word.upperBound && text[index + 1] == 0x80
        && text[index + 2] == 0x99)
  }
}
