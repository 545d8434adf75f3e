/// The words of a chapter, cut once: for each leaf its words and numbers in order.
///
/// `BookWords` makes it; who looks for people, dates, repeated words or sentences reads it.
package struct ChapterWords: Sendable, Equatable {
  /// Every word and number, leaf by leaf; what the author wrote as code is left out.
  package var tokens: [WordToken] = []
  /// Index of each leaf's first token, and one more at the end.
  package var leaves: [Int] = []
  /// Each distinct word's hash, in small letters, in the order of their first coming.
  package var hashes: [UInt64] = []
  /// Where each distinct word stands first, to read its letters from.
  package var samples: [Range<Int32>] = []
  /// How often each begins with a small letter.
  package var lower: [UInt32] = []

  package init() {}

  /// The tokens of a leaf, by its index in `ParsedChapter.prose`.
  package func leaf(_ index: Int) -> ArraySlice<WordToken> {
    tokens[leaves[index]..<leaves[index + 1]]
  }

  /// How many leaves were cut.
  package var leafCount: Int { max(0, leaves.count - 1) }
}
