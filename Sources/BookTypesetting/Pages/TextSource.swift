/// Tokens with what is needed to draw them.
struct TextSource: Sendable {
  let store: TokenStore
  /// Store word numbers to shaped word numbers.
  let numbers: [Int32]
  let lettering: Lettering

  var finder: BreakPointFinder {
    BreakPointFinder(store: store, lettering: lettering, numbers: numbers)
  }

  func width(_ range: Range<Int>) -> Float {
    let finder = finder
    var width: Float = 0
    for index in range {
      let token = store.tokens[index]
      width += finder.width(token)
      if token.joint == .space || token.joint == .fixedSpace, index + 1 < range.upperBound {
        width += finder.gap(after: token)
      }
    }
    return width
  }
}

/// The part of a word that stands on one line.
struct WordPart: Sendable {
  var glyphs: Range<Int>
  /// Subtracted from a glyph's cluster to count from `start`.
  var shift: Int
  /// Range of the store's text.
  var text: Range<Int>
  var hasHyphen: Bool
  /// True where the word goes on on the next line.
  var isParted = false
  var saying = Saying.itself

  /// What is read for it.
  enum Saying: Sendable, Equatable {
    /// Its own letters.
    case itself
    /// The whole of its token, which the next line ends.
    case word
    /// Its token and those joined to it.
    case chain
    /// A space: an earlier part has said it.
    case gap
  }

  /// The part of a line's token, whole unless it is the line's first or last.
  init(_ token: Token, index: Int, line: SetLine, source: TextSource) {
    let words = source.lettering.words
    let word = Int(source.numbers[Int(token.word)])
    glyphs = words.glyphRange(word)
    shift = 0
    text = Int(token.start)..<token.end
    hasHyphen = false
    let first = Int32(clamping: index) == line.firstToken ? Int(line.firstBreak) : -1
    let last = Int32(clamping: index) == line.lastToken ? Int(line.lastBreak) : -1
    if first < 0 && last < 0 { return }
    let base = glyphs.lowerBound
    if first >= 0 {
      let item = words.wordBreak(word, first)
      text = (text.lowerBound + Int(item.offset))..<text.upperBound
      if item.tailWord >= 0, last < 0 {
        glyphs = words.glyphRange(Int(item.tailWord))
      } else {
        glyphs = min(base + Int(item.glyph), glyphs.upperBound)..<glyphs.upperBound
        shift = Int(item.offset)
      }
    }
    if last >= 0 {
      let item = words.wordBreak(word, last)
      hasHyphen = item.hasHyphen
      isParted = true
      text = text.lowerBound..<(Int(token.start) + Int(item.offset))
      if item.headWord >= 0, first < 0 {
        glyphs = words.glyphRange(Int(item.headWord))
      } else {
        glyphs = glyphs.lowerBound..<max(glyphs.lowerBound, base + Int(item.glyph))
      }
    }
  }
}
