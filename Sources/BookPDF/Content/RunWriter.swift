import BookTypesetting

/// How the content of one element is marked.
///
/// Sequences of one element follow each other and never nest: readers that take the marked content
/// of an element one by one lose what follows a nested sequence.
struct ContentTag: Sendable {
  /// The structure type.
  var role: String
  /// What the run is in, where its element is in another language.
  var language: String?
  /// Identifier of the next sequence.
  var next: Int
  /// Whether a sequence without a text of its own is open.
  var isOpen: Bool

  fileprivate mutating func open(_ out: inout [UInt8]) {
    if isOpen { return }
    begin(role, &out)
    out.write(">>BDC\n")
    isOpen = true
  }

  fileprivate mutating func begin(_ name: String, _ out: inout [UInt8]) {
    close(&out)
    out.write(name: name)
    out.write("<</MCID ")
    out.write(next)
    if let language {
      out.write("/Lang")
      out.write(text: language)
    }
    next += 1
  }

  mutating func close(_ out: inout [UInt8]) {
    if isOpen { out.write("EMC\n") }
    isOpen = false
  }
}

/// Writes the glyphs of one run as `TJ` operators.
struct RunWriter {
  private let font: EmbeddedFont
  private let run: GlyphRun
  private let isTagged: Bool
  /// Nil for artifacts.
  private(set) var tag: ContentTag?
  /// Whether another font was chosen on the way.
  private(set) var hasChangedFont = false
  /// Where the pen should be and where the widths in the file have brought it, in thousandths.
  private var wanted = 0.0
  private var reached = 0.0
  private var rise: Int16 = 0
  private var isInArray = false
  private var isInString = false

  init(font: EmbeddedFont, run: GlyphRun, isTagged: Bool, tag: ContentTag? = nil) {
    self.tag = tag
    self.font = font
    self.run = run
    self.isTagged = isTagged
  }

  /// The whole run; clusters whose glyphs mean something else elsewhere carry their text along.
  mutating func write(
    _ glyphs: UnsafeBufferPointer<PlacedGlyph>, _ text: UnsafeBufferPointer<UInt8>,
    into out: inout [UInt8]
  ) {
    if isTagged, let saying = run.saying, saying.upperBound <= text.count {
      write(run.glyphs, saying: saying, glyphs, text, into: &out)
      if rise != 0 { out.write("0 Ts\n") }
      return
    }
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
        || cluster.packed == .softHyphen && font.hyphen?.glyph == UInt16(first)
      if isPlain {
        if let span = told { write(span.glyphs, saying: span.text, glyphs, text, into: &out) }
        told = nil
        tag?.open(&out)
        for i in cluster.glyphs {
          write(glyphs[i], isSoft: cluster.packed == .softHyphen, into: &out)
        }
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
    if tag != nil { tag?.begin("Span", &out) } else { out.write("/Span<<") }
    out.write("/ActualText")
    out.write(text: String(decoding: UnsafeBufferPointer(rebasing: text[bytes]), as: UTF8.self))
    out.write(">>BDC\n")
    // The hyphen at a line's end is the last sign of its run.
    let isParted =
      run.text.count > 2 && run.text.upperBound <= text.count
      && text[run.text.upperBound - 2] == 0xC2 && text[run.text.upperBound - 1] == 0xAD
    for i in range {
      write(glyphs[i], isSoft: isParted && i == range.upperBound - 1, into: &out)
    }
    closeArray(&out)
    out.write("EMC\n")
  }

  /// The hyphen at a line's end, in the font whose hyphen is no part of the word.
  private mutating func writeSoftHyphen(_ glyph: PlacedGlyph, into out: inout [UInt8]) {
    guard let hyphen = font.hyphen else { return }
    closeArray(&out)
    choose(hyphen.name, &out)
    writeGlyph(glyph, into: &out)
    closeArray(&out)
    choose(font.name, &out)
    hasChangedFont = true
  }

  private func choose(_ name: String, _ out: inout [UInt8]) {
    out.write(name: name)
    out.append(0x20)
    out.write(thousandths: Double(run.size).inThousandths)
    out.write(" Tf\n")
  }

  @inline(__always)
  private mutating func write(_ glyph: PlacedGlyph, isSoft: Bool, into out: inout [UInt8]) {
    if isSoft, font.hyphen?.glyph == glyph.id {
      writeSoftHyphen(glyph, into: &out)
    } else {
      writeGlyph(glyph, into: &out)
    }
  }

  @inline(__always)
  private mutating func writeGlyph(_ glyph: PlacedGlyph, into out: inout [UInt8]) {
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
