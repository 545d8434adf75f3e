import BookTypesetting

/// Writes the glyphs of one run as `TJ` operators.
struct RunWriter {
  private let font: EmbeddedFont
  private let run: GlyphRun
  private let isTagged: Bool
  /// Where the pen should be and where the widths in the file have brought it, in thousandths.
  private var wanted = 0.0
  private var reached = 0.0
  private var rise: Int16 = 0
  private var isInArray = false
  private var isInString = false

  init(font: EmbeddedFont, run: GlyphRun, isTagged: Bool) {
    self.font = font
    self.run = run
    self.isTagged = isTagged
  }

  /// The whole run; clusters whose glyphs mean something else elsewhere carry their text along.
  mutating func write(
    _ glyphs: UnsafeBufferPointer<PlacedGlyph>, _ text: UnsafeBufferPointer<UInt8>,
    into out: inout [UInt8]
  ) {
    let says = font.texts
    var clusters = ClusterReader(run, glyphs, text)
    // Glyphs and text of the clusters that must be said together, gathered until one need not.
    var told: (glyphs: Range<Int>, text: Range<Int>)?
    while let cluster = clusters.next() {
      let first = Int(glyphs[cluster.glyphs.lowerBound].id)
      let isPlain =
        !isTagged
        || cluster.glyphs.count == 1 && !run.isRightToLeft && cluster.packed != .none
          && first < says.count && says[first] == cluster.packed
      if isPlain {
        if let span = told { write(span.glyphs, saying: span.text, glyphs, text, into: &out) }
        told = nil
        for i in cluster.glyphs { write(glyphs[i], into: &out) }
      } else if let span = told {
        told = (
          span.glyphs.lowerBound..<cluster.glyphs.upperBound,
          min(
            span.text.lowerBound, cluster.text.lowerBound)..<max(
              span.text.upperBound, cluster.text.upperBound)
        )
      } else {
        told = (cluster.glyphs, cluster.text)
      }
    }
    if let span = told { write(span.glyphs, saying: span.text, glyphs, text, into: &out) }
    closeArray(&out)
    if rise != 0 { out.write("0 Ts\n") }
  }

  private mutating func write(
    _ range: Range<Int>, saying bytes: Range<Int>, _ glyphs: UnsafeBufferPointer<PlacedGlyph>,
    _ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]
  ) {
    closeArray(&out)
    out.write("/Span<</ActualText")
    out.write(text: String(decoding: UnsafeBufferPointer(rebasing: text[bytes]), as: UTF8.self))
    out.write(">>BDC\n")
    for i in range { write(glyphs[i], into: &out) }
    closeArray(&out)
    out.write("EMC\n")
  }

  @inline(__always)
  private mutating func write(_ glyph: PlacedGlyph, into out: inout [UInt8]) {
    let id = Int(glyph.id)
    guard id < font.codes.count else { return }
    if glyph.yOffset != rise { set(rise: glyph.yOffset, &out) }
    if !isInArray {
      out.append(0x5B)
      isInArray = true
    }
    let gap = (wanted + Double(glyph.xOffset) - reached).rounded()
    if gap != 0 {
      if isInString { out.append(0x29) }
      isInString = false
      out.write(Int(max(-1e9, min(1e9, -gap))))
      reached += gap
    }
    if !isInString {
      out.append(0x28)
      isInString = true
    }
    let code = font.codes[id]
    out.write(escaped: UInt8(code >> 8))
    out.write(escaped: UInt8(code & 0xFF))
    reached += font.widths[id]
    wanted += Double(glyph.advance)
  }

  private mutating func set(rise newRise: Int16, _ out: inout [UInt8]) {
    closeArray(&out)
    out.write((Double(newRise) * Double(run.size)).rounded() / 1000)
    out.write(" Ts\n")
    rise = newRise
  }

  private mutating func closeArray(_ out: inout [UInt8]) {
    if isInString { out.append(0x29) }
    if isInArray { out.write("]TJ\n") }
    isInString = false
    isInArray = false
  }
}
