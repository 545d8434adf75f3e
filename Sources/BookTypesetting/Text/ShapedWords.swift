/// One glyph of a shaped word, in thousandths of an em.
struct WordGlyph: Sendable {
  var advance: Float
  var xOffset: Int16
  var yOffset: Int16
  var id: UInt16
  /// Index into `ShapedWords.faces`.
  var face: UInt16
  /// Byte offset into the word.
  var cluster: UInt16
}

/// A place where a word may be hyphenated.
struct WordBreak: Sendable {
  /// Byte offset into the word.
  var offset: UInt16
  /// The first glyph after the break.
  var glyph: UInt16
  /// Width of what stands before it, with the hyphen, in thousandths of an em.
  var head: Float
  /// Width of what stands after it.
  var tail: Float
  /// Shaped words to use instead of a slice where a ligature spans the break, else -1.
  var headWord: Int32
  /// Ditto.
  var tailWord: Int32
  /// False where a word is parted without a hyphen.
  var hasHyphen = true
}

/// All words of a store, shaped once.
struct ShapedWords: Sendable {
  var glyphs: [WordGlyph] = []
  /// Where each word's glyphs end.
  var glyphEnds: [Int32] = []
  /// Thousandths of an em.
  var widths: [Float] = []
  var breaks: [WordBreak] = []
  /// Where each word's breaks end.
  var breakEnds: [Int32] = []
  /// How many letters and signs a reader sees: tracking goes after each.
  var letters: [UInt16] = []
  /// Words with a character no face has.
  var incomplete: [MissingGlyph] = []

  /// A character that had to be set from another face, or not at all.
  struct MissingGlyph: Sendable {
    var word: Int32
    var scalar: Unicode.Scalar
    /// The family used instead, nil when no face has it.
    var substitute: String?
  }

  var count: Int { widths.count }

  @inline(__always)
  func glyphRange(_ word: Int) -> Range<Int> {
    (word == 0 ? 0 : Int(glyphEnds[word - 1]))..<Int(glyphEnds[word])
  }

  /// Numbers of breaks from here on stand for places between any two letters, counted in glyphs:
  /// where a word wider than its line is parted.
  static let forced = 0x4000
  /// The same with a hyphen.
  static let forcedHyphen = 0x6000

  /// The break of a word with a number.
  func wordBreak(_ word: Int, _ number: Int) -> WordBreak {
    guard number >= Self.forced else { return breaks[breakRange(word).lowerBound + number] }
    let range = glyphRange(word)
    let hasHyphen = number >= Self.forcedHyphen
    let count = number - (hasHyphen ? Self.forcedHyphen : Self.forced)
    let place = min(range.lowerBound + count, range.upperBound - 1)
    var head: Float = 0
    for glyph in glyphs[range.lowerBound..<place] { head += glyph.advance }
    return WordBreak(
      offset: glyphs[place].cluster, glyph: UInt16(clamping: place - range.lowerBound), head: head,
      tail: widths[word] - head, headWord: -1, tailWord: -1, hasHyphen: hasHyphen)
  }

  @inline(__always)
  func breakRange(_ word: Int) -> Range<Int> {
    (word == 0 ? 0 : Int(breakEnds[word - 1]))..<Int(breakEnds[word])
  }
}

/// What is known of a shape key: its word gap, its hyphen, its face.
struct KeyFacts: Sendable {
  /// Thousandths of an em.
  var space: Float
  var spaceGlyph: UInt16
  var hyphen: Float
  var hyphenGlyph: UInt16
  /// Index into the faces.
  var face: UInt16
}

/// Words, keys and faces of a whole book, ready for lines to be made of them.
struct Lettering: Sendable {
  var words: ShapedWords
  /// By key code; only keys in use are filled.
  var facts: [UInt16: KeyFacts]
}
