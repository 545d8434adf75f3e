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
    let text = text
    text.withUnsafeBufferPointer { buffer in
      var i = starts[starts.count - 1]
      let end = buffer.count
      while i < end {
        let start = i
        if buffer[i] == 0x20 { i += 1 }
        var word = false
        if i < end {
          let (scalar, width) = scalar(buffer, i)
          let kind = ScalarKind(scalar)
          i += width
          word = kind != .mark
          if kind == .letter { i = wordEnd(buffer, i) }
        }
        hashes.append(hashOf(buffer[start..<i]))
        isWord.append(word)
        starts.append(i)
      }
    }
  }

  /// The end of a word some of which lies before `i`: letters and digits, and `'`, `’`, `-`, `.`,
  /// `,`, `:` between two of them.
  private func wordEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < buffer.count {
      let (next, width) = scalar(buffer, i)
      if ScalarKind(next) == .letter {
        i += width
        continue
      }
      guard isJoiner(next), i + width < buffer.count else { break }
      let (after, afterWidth) = scalar(buffer, i + width)
      guard ScalarKind(after) == .letter else { break }
      i += width + afterWidth
    }
    return i
  }

  private func isJoiner(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x2019, 0x2D, 0x2010, 0x2011, 0x2E, 0x2C, 0x3A, 0xAD, 0xB7: true
    default: false
    }
  }
}

/// What a scalar is to somebody who counts words.
enum ScalarKind {
  case letter
  /// A word by itself, as in Chinese and Japanese.
  case ideograph
  case mark

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA: self = .letter
    case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x2E00...0x2E7F,
      0x3000...0x3004, 0x3008...0x3020, 0x3030, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF:
      self = .mark
    case 0x3005...0x3007, 0x3021...0x302F, 0x3031...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .ideograph
    default: self = .letter
    }
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
