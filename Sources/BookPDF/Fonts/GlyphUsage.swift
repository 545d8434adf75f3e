import BookTypesetting

/// Which glyphs of one face the pages hold, and what each of them says.
///
/// A file's ToUnicode map gives each glyph one text (ISO 32000-1, 9.10.3); where a glyph says
/// different things in different places, the most frequent goes into the map and the others are
/// written beside the glyph.
struct GlyphUsage: Sendable {
  /// By glyph: whether it occurs.
  private(set) var occurs: [Bool]
  /// By glyph: what most of its occurrences say.
  private(set) var texts: [PackedText]
  /// The glyph of the hyphen that lines end with, if any does.
  private(set) var softHyphen: UInt16?
  private var votes: [Int32]

  init(glyphCount: Int) {
    occurs = Array(repeating: false, count: glyphCount)
    texts = Array(repeating: .none, count: glyphCount)
    votes = Array(repeating: 0, count: glyphCount)
  }

  /// The glyphs that occur, in order.
  var glyphs: [UInt16] {
    occurs.indices.filter { occurs[$0] }.map { UInt16(truncatingIfNeeded: $0) }
  }

  /// Notes one occurrence; `text` is none where the glyph alone says nothing.
  @inline(__always)
  mutating func note(_ glyph: UInt16, saying text: PackedText) {
    if text == .softHyphen { softHyphen = glyph }
    let glyph = Int(glyph)
    guard glyph < occurs.count else { return }
    occurs[glyph] = true
    // Boyer and Moore's vote: it finds a majority in one pass without counting every text.
    if text == .none || text == .softHyphen { return }
    if texts[glyph] == text {
      votes[glyph] &+= 1
    } else if votes[glyph] == 0 {
      texts[glyph] = text
      votes[glyph] = 1
    } else {
      votes[glyph] &-= 1
    }
  }

  /// Gives a text to a glyph that has none.
  mutating func settle(_ glyph: UInt16, as text: PackedText) {
    if texts[Int(glyph)] == .none { texts[Int(glyph)] = text }
  }
}

extension GlyphUsage {
  /// What all pages together need of each face.
  static func gather(_ pages: [Page], glyphCounts: [Int]) -> [GlyphUsage] {
    var usages = glyphCounts.map { GlyphUsage(glyphCount: $0) }
    for page in pages {
      page.glyphs.withUnsafeBufferPointer { glyphs in
        page.text.withUnsafeBufferPointer { text in
          for case .run(let run) in page.items where usages.indices.contains(Int(run.face)) {
            usages[Int(run.face)].note(run, glyphs, text)
          }
        }
      }
    }
    return usages
  }

  private mutating func note(
    _ run: GlyphRun, _ glyphs: UnsafeBufferPointer<PlacedGlyph>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    var clusters = ClusterReader(run, glyphs, text)
    while let cluster = clusters.next() {
      if cluster.glyphs.count == 1 {
        note(glyphs[cluster.glyphs.lowerBound].id, saying: cluster.packed)
      } else {
        for i in cluster.glyphs { note(glyphs[i].id, saying: .none) }
      }
    }
  }
}

/// Reads a run as clusters: glyphs that together stand for some bytes of its text.
struct ClusterReader {
  private let glyphs: UnsafeBufferPointer<PlacedGlyph>
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let isRightToLeft: Bool
  private var position: Int
  private var low: Int
  private var high: Int

  /// Glyphs, the bytes they stand for, and those bytes as a number.
  struct Cluster {
    var glyphs: Range<Int>
    var text: Range<Int>
    var packed: PackedText
  }

  init(
    _ run: GlyphRun, _ glyphs: UnsafeBufferPointer<PlacedGlyph>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    self.glyphs = glyphs
    self.text = text
    isRightToLeft = run.isRightToLeft
    position = max(0, run.glyphs.lowerBound)
    end = min(run.glyphs.upperBound, glyphs.count)
    low = max(0, min(run.text.lowerBound, text.count))
    high = max(low, min(run.text.upperBound, text.count))
  }

  /// The next cluster from the left.
  @inline(__always)
  mutating func next() -> Cluster? {
    guard position < end else { return nil }
    let start = position
    var length = Int(glyphs[start].textLength)
    position += 1
    if isRightToLeft {
      // The glyph that carries the text may be the last of its cluster here.
      while position < end, length == 0 || glyphs[position].textLength == 0 {
        length += Int(glyphs[position].textLength)
        position += 1
      }
    } else {
      while position < end, glyphs[position].textLength == 0 { position += 1 }
    }
    let bytes: Range<Int>
    if isRightToLeft {
      bytes = max(low, high - length)..<high
      high = bytes.lowerBound
    } else {
      bytes = low..<min(high, low + length)
      low = bytes.upperBound
    }
    return Cluster(glyphs: start..<position, text: bytes, packed: PackedText(text, bytes))
  }
}
