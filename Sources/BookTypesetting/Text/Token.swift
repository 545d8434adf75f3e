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
struct Token: Sendable {
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

  var end: Int { Int(start) + Int(length) }
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

  init(text: [UInt8]) {
    self.text = text
    words = WordList()
  }

  /// Adds text that is not the manuscript's and returns its range.
  mutating func add(_ string: String) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: string.utf8)
    return start..<text.count
  }
}
