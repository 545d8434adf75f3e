import BookFonts
import BookTypesetting

/// Reads a run as clusters: glyphs that together stand for some bytes of its text.
struct ClusterReader {
  private let glyphs: UnsafeBufferPointer<PlacedGlyph>
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int
  private var low: Int
  private let high: Int

  /// Glyphs, the bytes they stand for, and those bytes as a number.
  struct Cluster {
    var glyphs: Range<Int>
    var text: Range<Int>
    var packed: PackedText

    /// True for one glyph with a text that a font's map can give it.
    @inline(__always)
    var isSimple: Bool { glyphs.count == 1 && packed != .none }
  }

  init(
    _ run: GlyphRun, _ glyphs: UnsafeBufferPointer<PlacedGlyph>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    self.glyphs = glyphs
    self.text = text
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
    let length = Int(glyphs[start].textLength)
    position += 1
    while position < end, glyphs[position].textLength == 0 { position += 1 }
    let bytes = low..<min(high, low + length)
    low = bytes.upperBound
    return Cluster(glyphs: start..<position, text: bytes, packed: PackedText(text, bytes))
  }
}

extension ClusterReader.Cluster {
  /// What each of several glyphs says, so that together they say the cluster's text or what is
  /// canonically the same: readers that know nothing but a font's map read glyph by glyph.
  func shares(of text: UnsafeBufferPointer<UInt8>) -> [PackedText] {
    let string = String(decoding: UnsafeBufferPointer(rebasing: text[self.text]), as: UTF8.self)
    var scalars = Array(string.unicodeScalars)
    if scalars.count < glyphs.count { scalars = scalars.flatMap(\.decomposition) }
    return glyphs.indices.map { place in
      let number = place - glyphs.startIndex
      guard number < scalars.count else { return .nothingSeen }
      let isLast = number == glyphs.count - 1
      var bytes: [UInt8] = []
      for scalar in scalars[number..<(isLast ? scalars.count : number + 1)] {
        let encoded = Array(String(scalar).utf8)
        if bytes.count + encoded.count <= PackedText.longest { bytes += encoded }
      }
      return bytes.withUnsafeBufferPointer { PackedText($0, 0..<$0.count) }
    }
  }
}
