package import BookModel

/// A sentence of a leaf.
package struct Sentence: Sendable, Equatable {
  /// Its words, as indices into `ChapterWords.tokens`.
  package var tokens: Range<Int>
  /// From its first sign or letter to its last, without the blanks around it: a range of the
  /// chapter's text.
  package var text: Range<Int>
}

extension ParsedChapter {
  /// The sentences of a leaf, in order; a leaf without words has none.
  ///
  /// A sentence ends at a full stop, a question mark or an exclamation mark (with the quotation marks
  /// and brackets after it) where a blank follows and then no small letter.
  package func sentences(ofLeaf leaf: Int, in words: ChapterWords) -> [Sentence] {
    let tokens = words.leaves[leaf]..<words.leaves[leaf + 1]
    guard !tokens.isEmpty else { return [] }
    var starts = [tokens.lowerBound]
    for index in tokens.dropFirst() where beginsSentence(index, in: words.tokens) {
      starts.append(index)
    }
    let leafText = prose[leaf].text
    var sentences: [Sentence] = []
    sentences.reserveCapacity(starts.count)
    var from = leafText.lowerBound
    for (number, start) in starts.enumerated() {
      let isLast = number + 1 == starts.count
      let next = isLast ? tokens.upperBound : starts[number + 1]
      let end =
        isLast ? leafText.upperBound : startOfSentence(next, in: words.tokens)
      sentences.append(Sentence(tokens: start..<next, text: withoutBlanks(from..<end)))
      from = end
    }
    return sentences
  }

  private func beginsSentence(_ index: Int, in tokens: [WordToken]) -> Bool {
    let token = tokens[index]
    guard token.gap.contains(.space), !token.gap.isDisjoint(with: [.stop, .shout]) else {
      return false
    }
    if token.shape.contains(.digit) {
      // "Sept. 5", "vol. 3": a short word before a figure is an abbreviation that no list has.
      return token.gap.contains(.shout) || tokens[index - 1].range.count > 4
        || tokens[index - 1].shape.contains(.digit)
    }
    return token.shape.contains(.capital) || token.gap.contains(.openQuote)
  }

  /// Where the text of a sentence begins whose first word this is: behind the blank that follows the
  /// signs of the sentence before.
  private func startOfSentence(_ index: Int, in tokens: [WordToken]) -> Int {
    var start = Int(tokens[index].start)
    let low = Int(tokens[index - 1].end)
    while start > low, !text[start - 1].isBlank { start -= 1 }
    return start
  }

  private func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start].isBlank { start += 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self <= 0x20 }
}
