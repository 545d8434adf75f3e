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

  mutating func open(_ out: inout [UInt8]) {
    if isOpen { return }
    begin(role, &out)
    out.write(">>BDC\n")
    isOpen = true
  }

  mutating func begin(_ name: String, _ out: inout [UInt8]) {
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
  /// Which guise of the font is chosen.
  private var guise = 0
  /// Whether another guise of the font than the plain one is chosen.
  var hasChangedFont: Bool { guise != 0 }
  /// Where the pen should be and where the widths in the file have brought it, in thousandths.
  private var wanted = 0.0
  private var reached = 0.0
  /// After every glyph, in thousandths.
  private let letterSpace: Double
  private var rise: Int16 = 0
  private var isInArray = false
  private var isInString = false

  init(font: EmbeddedFont, run: GlyphRun, isTagged: Bool, tag: ContentTag? = nil) {
    self.tag = tag
    self.font = font
    self.run = run
    self.isTagged = isTagged
    letterSpace = Double(run.letterSpace) * 1000 / max(0.01, Double(run.size))
  }

  /// The whole run; clusters whose glyphs mean something else elsewhere carry their text along.
  mutating func write(
    _ glyphs: UnsafeBufferPointer<PlacedGlyph>, _ text: UnsafeBufferPointer<UInt8>,
    into out: inout [UInt8]
  ) {
    if isTagged, !run.isRightToLeft, let saying = run.saying, saying.upperBound <= text.count {
      write(run.glyphs, saying: saying, glyphs, text, into: &out)
      if rise != 0 { out.write("0 Ts\n") }
      return
    }
    var clusters = ClusterReader(run, glyphs, text)
    // Glyphs and text of the clusters that must be said together, gathered until one need not.
    var told: (glyphs: Range<Int>, text: Range<Int>)?
    while let cluster = clusters.next() {
      let isPlain = cluster.isSimple && !hasMark(cluster, glyphs)
      if !isTagged || isPlain || run.isRightToLeft {
        if let span = told { write(span.glyphs, saying: span.text, glyphs, text, into: &out) }
        told = nil
        tag?.open(&out)
        write(cluster, glyphs, text, into: &out)
      } else if let span = told {
        told = (
          span.glyphs.lowerBound..<cluster.glyphs.upperBound,
          span.text.lowerBound..<cluster.text.upperBound
        )
      } else {
        told = (cluster.glyphs, cluster.text)
      }
    }
    if let span = told { write(span.glyphs, saying: span.text, glyphs, text, into: &out) }
    closeArray(&out)
    if rise != 0 { out.write("0 Ts\n") }
  }

  /// True for a letter with a mark drawn upon it, and for the mark: readers that go by places on the
  /// page would part them.
  @inline(__always)
  private func hasMark(
    _ cluster: ClusterReader.Cluster, _ glyphs: UnsafeBufferPointer<PlacedGlyph>
  ) -> Bool {
    let next = cluster.glyphs.upperBound
    return glyphs[cluster.glyphs.lowerBound].advance == 0
      || next < run.glyphs.upperBound && glyphs[next].advance == 0
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
    var part = run
    part.glyphs = range
    // A run that says something else as a whole still has a text of its own for its glyphs.
    if run.saying != bytes { part.text = bytes }
    var clusters = ClusterReader(part, glyphs, text)
    while let cluster = clusters.next() { write(cluster, glyphs, text, into: &out) }
    closeArray(&out)
    out.write("EMC\n")
  }

  @inline(__always)
  private mutating func write(
    _ cluster: ClusterReader.Cluster, _ glyphs: UnsafeBufferPointer<PlacedGlyph>,
    _ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]
  ) {
    if cluster.isSimple {
      write(glyphs[cluster.glyphs.lowerBound], saying: cluster.packed, into: &out)
    } else {
      for (glyph, saying) in zip(cluster.glyphs, cluster.shares(of: text)) {
        write(glyphs[glyph], saying: saying, into: &out)
      }
    }
  }

  @inline(__always)
  private mutating func write(
    _ glyph: PlacedGlyph, saying text: PackedText, into out: inout [UInt8]
  ) {
    guard Int(glyph.id) < font.codes.count else { return }
    let wanted = font.guise(of: glyph.id, saying: text)
    if wanted != guise {
      closeArray(&out)
      choose(font.guises[wanted].name, &out)
      guise = wanted
    }
    writeGlyph(glyph, into: &out)
  }

  private func choose(_ name: String, _ out: inout [UInt8]) {
    out.write(name: name)
    out.append(0x20)
    out.write(thousandths: Double(run.size).inThousandths)
    out.write(" Tf\n")
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
    if run.isRightToLeft { wanted -= Double(glyph.advance) + letterSpace }
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
    // Where glyphs go back, the letter space that follows each of them counts.
    if run.isRightToLeft { reached += letterSpace } else { wanted += Double(glyph.advance) }
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
