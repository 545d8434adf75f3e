import BookTypesetting

/// Which glyphs of one face the pages hold, and what each of them says.
///
/// A file's ToUnicode map gives each glyph one text (ISO 32000-1, 9.10.3); a glyph that says
/// different things in different places stands in as many guises of its font.
struct GlyphUsage: Sendable {
  /// By glyph: whether it occurs.
  private(set) var occurs: [Bool]
  /// By glyph: what it says where it was first met.
  private(set) var texts: [PackedText]
  /// By glyph: what it says elsewhere, in the order it was met.
  private(set) var others: [UInt16: [PackedText]] = [:]

  init(glyphCount: Int) {
    occurs = Array(repeating: false, count: glyphCount)
    texts = Array(repeating: .none, count: glyphCount)
  }

  /// The glyphs that occur, in order.
  var glyphs: [UInt16] {
    occurs.indices.filter { occurs[$0] }.map { UInt16(truncatingIfNeeded: $0) }
  }

  /// Notes one occurrence; `text` is none where the glyph alone says nothing.
  @inline(__always)
  mutating func note(_ glyph: UInt16, saying text: PackedText) {
    let place = Int(glyph)
    guard place < occurs.count else { return }
    occurs[place] = true
    if text == .none || texts[place] == text { return }
    if texts[place] == .none {
      texts[place] = text
    } else if others[glyph]?.contains(text) != true {
      others[glyph, default: []].append(text)
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
      if cluster.isSimple {
        note(glyphs[cluster.glyphs.lowerBound].id, saying: cluster.packed)
      } else {
        for (glyph, saying) in zip(cluster.glyphs, cluster.shares(of: text)) {
          note(glyphs[glyph].id, saying: saying)
        }
      }
    }
  }
}
