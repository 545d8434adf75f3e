/// What a picture is for, and so how large and in which colours it is made.
package struct PictureUse: Sendable, Hashable {
  /// Most pixels across, held upright.
  package var width: Int
  /// Most pixels down.
  package var height: Int
  /// How well a JPEG is kept, 1 to 100.
  package var quality: Int
  /// Whether colours become greys.
  package var isGrey = false
  /// Whether what shows through becomes white.
  package var isFlat = false

  package init(width: Int, height: Int, quality: Int = usualQuality) {
    (self.width, self.height) = (max(1, width), max(1, height))
    self.quality = quality
  }

  /// Above it a photograph's file grows by half for what no eye sees on a page.
  package static let usualQuality = 85
  /// For a picture that is turned or recoloured but not scaled, so that nothing is seen of it.
  static let carefulQuality = 92
  /// A PNG that takes more for a channel of a pixel is a photograph, and far smaller as a JPEG.
  static let mostBitsOfDrawings: Int32 = 2

  /// The strictest store's limit (IngramSpark, help 5294175362061).
  static let mostPixelsOfStores = 4_000_000
  /// Half of it: as sharp on any reader, as a page is read at arm's length, and ninety photographs
  /// stay below 25 MB.
  static let mostPixelsInEbook = mostPixelsOfStores / 2
  /// A cover's longer side (KDP G6GTK3T3NUHKLEFX: 2560 × 1600), and the longest of any picture.
  static let longestSide = 2560

  /// For the e-book and the site; `width` and `height` are the picture's own, 0 where not known.
  static func ebook(width: Int, height: Int, isCover: Bool) -> PictureUse {
    guard width > 0, height > 0 else {
      // Four to three, as phones have it, on its side or not.
      let side = isCover ? longestSide : 1632
      return PictureUse(width: side, height: side)
    }
    var scale = min(1, Double(longestSide) / Double(max(width, height)))
    if !isCover {
      scale = min(
        scale, (Double(mostPixelsInEbook) / (Double(width) * Double(height))).squareRoot())
    }
    return PictureUse(
      width: Int(Double(width) * scale),
      height: Int(Double(height) * scale),
      quality: scale == 1 ? carefulQuality : usualQuality)
  }
}
