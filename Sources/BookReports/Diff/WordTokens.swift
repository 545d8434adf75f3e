import BookModel
import BookWords

/// The words of one or several passages, one after the other, and where each begins.
///
/// Every word, punctuation mark and ideograph is a token and owns the blank before it. A passage's
/// first word is given a blank too, so that it is the same word in the middle of a sentence; a LF
/// between two passages is a token of its own.
struct WordTokens {
  /// ` First words.` LF ` Second passage.`.
  private(set) var text: [UInt8] = []
  /// Where each token begins; one more at the end.
  private(set) var starts: [Int] = [0]
  /// Stands for each token.
  private(set) var hashes: [UInt64] = []
  /// Which tokens are words, not marks.
  private(set) var isWord: [Bool] = []

  init(_ reading: ChapterReading, _ passages: Range<Int>) {
    for index in passages {
      if index > passages.lowerBound {
        text.append(0x0A)
        close(isWord: false)
      }
      let range = reading.passages[index].range
      if range.isEmpty { continue }
      text.append(0x20)
      text.append(contentsOf: reading.text[range])
      cut()
    }
  }

  var count: Int { hashes.count }

  /// The bytes of a range of tokens.
  func bytes(_ tokens: Range<Int>) -> Range<Int> {
    starts[tokens.lowerBound]..<starts[tokens.upperBound]
  }

  private mutating func close(isWord: Bool) {
    let start = starts[starts.count - 1]
    hashes.append(text.withUnsafeBufferPointer { hashOf($0[start..<$0.count]) })
    self.isWord.append(isWord)
    starts.append(text.count)
  }

  /// Cuts what lies after the last token.
  private mutating func cut() {
    let start = starts[starts.count - 1]
    let text = text
    text.withUnsafeBufferPointer { buffer in
      let words = wordsWithFigures(cutWords(in: buffer, start..<buffer.count), buffer)
      var i = start
      for word in words {
        addSigns(i..<word.lowerBound, buffer)
        add(word, isWord: true, buffer)
        i = word.upperBound
      }
      addSigns(i..<buffer.count, buffer)
    }
  }

  /// Words that one sign alone parts are one: `40,000`, `3:15`, and a possessive belongs to its word.
  private func wordsWithFigures(
    _ tokens: [WordToken], _ buffer: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var isAfterIdeograph = false
    for token in tokens {
      var range = token.range
      if token.shape.contains(.possessive) { range = range.lowerBound..<lettersEnd(range, buffer) }
      let isIdeograph = token.shape.contains(.ideograph)
      if let last = words.last, !isIdeograph, !isAfterIdeograph,
        isJoined(last.upperBound..<range.lowerBound, buffer)
      {
        words[words.count - 1] = last.lowerBound..<range.upperBound
      } else {
        words.append(range)
      }
      isAfterIdeograph = isIdeograph
    }
    return words
  }

  /// Where a possessive's letter ends, if one follows the apostrophe.
  private func lettersEnd(_ word: Range<Int>, _ buffer: UnsafeBufferPointer<UInt8>) -> Int {
    var i = word.upperBound
    guard i < buffer.count, buffer[i] != 0x20 else { return i }
    i += scalar(buffer, i).1
    return i < buffer.count && buffer[i] | 0x20 == UInt8(ascii: "s") ? i + 1 : word.upperBound
  }

  private func isJoined(_ gap: Range<Int>, _ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    if gap.isEmpty { return true }
    let (sign, width) = scalar(buffer, gap.lowerBound)
    guard gap.lowerBound + width == gap.upperBound else { return false }
    switch sign {
    case 0x27, 0x2019, 0x2D, 0x2010, 0x2011, 0x2E, 0x2C, 0x3A, 0xAD, 0xB7: return true
    default: return false
    }
  }

  /// Each sign of a stretch between words is a token with the blank before it.
  private mutating func addSigns(_ gap: Range<Int>, _ buffer: UnsafeBufferPointer<UInt8>) {
    var i = gap.lowerBound
    while i < gap.upperBound {
      let start = starts[starts.count - 1]
      if buffer[i] == 0x20 { i += 1 }
      if i == gap.upperBound, i < buffer.count { return }
      if i < gap.upperBound { i += scalar(buffer, i).1 }
      add(start..<i, isWord: false, buffer)
    }
  }

  /// A word, or a sign, with the blank before it.
  private mutating func add(
    _ range: Range<Int>, isWord: Bool, _ buffer: UnsafeBufferPointer<UInt8>
  ) {
    let start = starts[starts.count - 1]
    hashes.append(hashOf(buffer[start..<range.upperBound]))
    self.isWord.append(isWord)
    starts.append(range.upperBound)
  }
}

/// The scalar at an offset and its width; a malformed byte stands for itself.
@inline(__always)
private func scalar(_ buffer: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
  let first = buffer[i]
  if first < 0x80 { return (UInt32(first), 1) }
  let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
  guard width > 1, i + width <= buffer.count else { return (UInt32(first), 1) }
  var value = UInt32(first) & (0xFF >> UInt32(width + 1))
  for k in 1..<width { value = value << 6 | UInt32(buffer[i + k] & 0x3F) }
  return (value, width)
}
