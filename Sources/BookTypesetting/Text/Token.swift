/// What follows a token on its line.
enum Joint: UInt8, Sendable {
  /// The next token stands directly beside it.
  case none
  /// A word gap, where the line may end.
  case space
  /// A word gap where the line must not end.
  case fixedSpace
  /// Nothing, but the line may end here: after a hyphen or a dash.
  case breakable
  /// The same, after a hyphen, which counts as a hyphenated line's end.
  case breakableHyphen
  /// The line ends here.
  case lineEnd
}

/// A word, or a piece of one, with what follows it.
struct Token: Sendable, Equatable {
  /// Number of its shape key and bytes in the draft's word table.
  var word: Int32
  /// Where its bytes begin in the draft's text.
  var start: Int32
  /// How many bytes it has there.
  var length: Int32
  /// Structure node it belongs to.
  var node: Int32
  /// Number in the draft's style table.
  var style: UInt16
  /// What follows.
  var joint: Joint
  /// How deep it is embedded, odd for what runs from right to left.
  var level: UInt8 = 0
  /// The same for the gap after it.
  var gapLevel: UInt8 = 0

  var end: Int { Int(start) + Int(length) }
  /// True for words that run from right to left.
  var isRightToLeft: Bool { level & 1 == 1 }
}

/// Text on its way to the page: tokens, the bytes they stand for, and the words to be shaped.
struct TokenStore: Sendable {
  /// The bytes that tokens stand for.
  var text: [UInt8]
  /// In reading order within each paragraph.
  var tokens: [Token] = []
  /// Two bytes of shape key, then the word.
  var words: WordList
  /// How tokens are set.
  var styles = StyleTable()
  /// Whether paragraphs run from right to left unless their mark-up says otherwise.
  var isRightToLeft: Bool
  /// Read when a text first needs it.
  private var characters: CharacterTable?

  init(text: [UInt8], isRightToLeft: Bool = false) {
    self.text = text
    self.isRightToLeft = isRightToLeft
    words = WordList()
  }

  /// What a paragraph's text needs to be known of; nil for words with gaps that run from left to
  /// right.
  mutating func map(of range: Range<Int>, isRightToLeft: Bool) -> TextMap? {
    let isNeeded = text.withUnsafeBufferPointer { TextMap.isNeeded($0, range) }
    guard isRightToLeft || isNeeded else { return nil }
    let table = characters ?? CharacterTable()
    characters = table
    return text.withUnsafeBufferPointer {
      TextMap($0, range, isRightToLeft: isRightToLeft, table)
    }
  }

  /// Adds a word of the text and gives it a place among the words to be shaped.
  mutating func append(
    _ range: Range<Int>, style: UInt16, node: Int, joint: Joint, level: UInt8 = 0
  ) {
    let key = styles[style].key.running(fromRight: level & 1 == 1)
    let word = text.withUnsafeBufferPointer {
      words.number(UnsafeBufferPointer(rebasing: $0[range]), key)
    }
    tokens.append(
      Token(
        word: word, start: Int32(clamping: range.lowerBound), length: Int32(clamping: range.count),
        node: Int32(clamping: node), style: style, joint: joint, level: level, gapLevel: level))
  }

  /// Sets a token in another style.
  mutating func dress(_ index: Int, in style: UInt16) {
    let token = tokens[index]
    let key = styles[style].key.running(fromRight: token.isRightToLeft)
    tokens[index].word = text.withUnsafeBufferPointer {
      words.number(UnsafeBufferPointer(rebasing: $0[Int(token.start)..<token.end]), key)
    }
    tokens[index].style = style
  }

  /// A token and those joined to it by the same joint, a compound's parts or a large letter's word.
  func chain(from token: Int) -> ClosedRange<Int> {
    var last = token
    while tokens[last].joint == tokens[token].joint, last + 1 < tokens.count,
      tokens[last + 1].node == tokens[token].node, last - token < 12
    {
      last += 1
    }
    return token...last
  }

  /// What tokens that follow each other without a gap say.
  func bytes(_ range: ClosedRange<Int>) -> [UInt8] {
    range.flatMap { text[Int(tokens[$0].start)..<tokens[$0].end] }
  }

  /// What tokens of one stretch of text say, with what stands between them there.
  func bytes(spaced range: ClosedRange<Int>) -> ArraySlice<UInt8> {
    text[Int(tokens[range.lowerBound].start)..<tokens[range.upperBound].end]
  }

  /// How many tokens at a line's beginning end a word whose first part has said it.
  func continued(from line: SetLine, in paragraph: SetParagraph) -> Int {
    let first = Int(line.firstToken)
    let start = paragraph.draft.tokens.lowerBound
    guard first >= start, line.firstBreak < 0 else { return 0 }
    if first == start {
      guard let cap = paragraph.draft.dropCap, tokens[cap.token].joint == .none else { return 0 }
      return chain(from: cap.token).upperBound - first + 1
    }
    var head = first
    while head > start, tokens[head - 1].joint == .breakableHyphen { head -= 1 }
    return head == first ? 0 : max(0, chain(from: head).upperBound - first + 1)
  }

  /// True where both stand for the same words in the same dress; the word lists follow from that.
  func isSame(as other: TokenStore) -> Bool {
    tokens == other.tokens && styles.styles == other.styles.styles && text == other.text
  }

  /// Adds text that is not the manuscript's and returns its range.
  mutating func add(_ string: String) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: string.utf8)
    return start..<text.count
  }
}
