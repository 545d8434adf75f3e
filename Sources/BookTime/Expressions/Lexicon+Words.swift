import BookModel
import BookWords

extension Lexicon.Tables {
  /// What each distinct word of a chapter is, by its number.
  ///
  /// Words with letters beyond ASCII or with signs in them have a number too, but are read part by
  /// part.
  func meanings(
    of words: ChapterWords, in text: UnsafeBufferPointer<UInt8>
  ) -> [Lexicon.Meaning] {
    words.samples.map { sample in
      let letters = text[Int(sample.lowerBound)..<Int(sample.upperBound)]
      return find(letters) ?? foldedWord(letters).withUnsafeBufferPointer { find($0[...]) }
        ?? Lexicon.Meaning()
    }
  }

  /// What a word is; nil where it holds anything but the twenty-six letters.
  private func find(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Lexicon.Meaning? {
    guard word.count <= Lexicon.longestWord else { return Lexicon.Meaning() }
    var (low, high): (UInt64, UInt64) = (0, 0)
    var shift: UInt64 = 0
    for byte in word {
      let letter = byte | 0x20
      guard letter &- 0x61 < 26 else { return nil }
      if shift < 64 {
        low |= UInt64(letter) << shift
      } else {
        high |= UInt64(letter) << (shift - 64)
      }
      shift += 8
    }
    return find(low, high)
  }
}
