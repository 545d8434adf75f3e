#if SETS_PAGES
  import CHarfBuzz
#endif

/// Shapes words in one style and remembers them, so that a word is shaped once however often it
/// occurs.
///
/// It belongs to one task; give each its own.
package final class WordShaper {
  /// What the words are set in.
  package let style: ShapingStyle
  private var words = WordTable()
  private var glyphs: [ShapedGlyph] = []
  private var runs: [Run] = []
  #if SETS_PAGES
    private let buffer: ShapingBuffer
  #endif

  private struct Run {
    var end: Int32
    var advance: Int32
    var hasMissingGlyph: Bool
  }

  package init(_ style: ShapingStyle) {
    self.style = style
    #if SETS_PAGES
      buffer = ShapingBuffer(style)
    #endif
  }

  /// How many different words have been shaped.
  package var count: Int { runs.count }

  /// The number of a word's run; shapes it if it is new.
  package func number(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let (index, isNew) = words.number(word)
    if isNew {
      let start = glyphs.count
      var advance: Int32 = 0
      #if SETS_PAGES
        buffer.shape(word, into: &glyphs)
      #endif
      var hasMissingGlyph = false
      for glyph in glyphs[start...] {
        advance &+= glyph.advance
        if glyph.glyph == 0 { hasMissingGlyph = true }
      }
      runs.append(
        Run(end: Int32(glyphs.count), advance: advance, hasMissingGlyph: hasMissingGlyph))
    }
    return index
  }

  /// The same for the bytes of an array.
  package func number(_ word: [UInt8]) -> Int { word.withUnsafeBufferPointer { number($0) } }

  /// The width of a numbered run in font units.
  package func advance(_ number: Int) -> Int { Int(runs[number].advance) }

  /// Whether the face lacks a character of a numbered run.
  package func hasMissingGlyph(_ number: Int) -> Bool { runs[number].hasMissingGlyph }

  /// The glyphs of a numbered run, from left to right.
  package func glyphs(_ number: Int) -> ArraySlice<ShapedGlyph> {
    glyphs[(number == 0 ? 0 : Int(runs[number - 1].end))..<Int(runs[number].end)]
  }

  /// A numbered run as a value of its own.
  package func run(_ number: Int) -> ShapedRun {
    ShapedRun(
      glyphs: Array(glyphs(number)), advance: runs[number].advance,
      isRightToLeft: style.isRightToLeft)
  }
}

extension ShapingStyle {
  /// Shapes text once, without remembering it; for headings and other rare things.
  package func shape(_ text: [UInt8]) -> ShapedRun {
    let shaper = WordShaper(self)
    return shaper.run(shaper.number(text))
  }
}
