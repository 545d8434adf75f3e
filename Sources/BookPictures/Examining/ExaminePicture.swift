package import BookDiagnostics

/// What a picture file turned out to be.
package struct ExaminedPicture: Sendable {
  /// Nil when it is no picture that is known.
  package var kind: PictureKind?
  /// Pixels of the picture held upright; 0 when its header does not say, as HEIC and TIFF do not
  /// here.
  package var width = 0
  /// Ditto.
  package var height = 0
  /// The bytes with everything private taken out.
  package var published: [UInt8] = []
  /// Each message completes a sentence that begins "the image 'x' …".
  package var faults: [(code: DiagnosticCode, message: String)] = []
  /// Whether readers would have to turn it to see it upright.
  var isTurned = false
  /// Whether its first row cannot be shown before its last has been read: interlaced, progressive, or
  /// of a kind that is always so.
  var isHeldWhole = false
  /// Whether its colours are others than sRGB's or grey: CMYK, 16 bits, a profile of its own.
  var hasOtherColours = false

  /// True when a fault keeps it out of the book.
  package var isRefused: Bool {
    kind == nil || faults.contains { $0.code.severity == .error }
  }
}

/// Nobody's photograph, a telephone's has 200 million: such a header only makes a reader run out of
/// memory or of time.
let absurdPixels = 250_000_000
/// What is held whole takes four bytes a pixel: 256 MB.
let mostPixelsHeld = 64_000_000

/// Tells a picture's kind by its content, its size by its header, and whether it is whole.
///
/// Nothing is decoded, so that no file can cost more than reading it.
package func examinePicture(_ bytes: [UInt8]) -> ExaminedPicture {
  var picture = ExaminedPicture()
  guard !bytes.isEmpty else {
    picture.faults.append((.imageEmpty, "is empty"))
    return picture
  }
  picture.kind = PictureKind(bytes)
  switch picture.kind {
  case .png: examinePNG(bytes, &picture)
  case .jpeg: examineJPEG(bytes, &picture)
  case .gif: examineGIF(bytes, &picture)
  case .webp: examineWebP(bytes, &picture)
  case .svg: examineSVG(bytes, &picture)
  case .tiff: examineTIFF(bytes, &picture)
  case .heif: break
  case nil:
    let name =
      bytes.starts(with: Array("%PDF".utf8))
      ? "is a PDF"
      : bytes.starts(with: Array("BM".utf8)) ? "is a BMP" : "is no picture that is known"
    picture.faults.append((.imageFormat, "\(name); save it as PNG, JPEG or SVG"))
  }
  if [.gif, .webp].contains(picture.kind) { picture.isHeldWhole = true }
  let pixels = picture.width.multipliedReportingOverflow(by: picture.height)
  if picture.kind != .svg, pixels.overflow || pixels.partialValue > absurdPixels {
    picture.faults.append(
      (
        .imageBomb,
        "claims \(picture.width) × \(picture.height) pixels, which no reader can show"
      ))
  } else if picture.kind != .svg, picture.isHeldWhole, pixels.partialValue > mostPixelsHeld {
    picture.faults.append(
      (
        .imageBomb,
        "has \(picture.width) × \(picture.height) pixels that have to be held all at once; save it "
          + "smaller, or without 'interlaced' or 'progressive'"
      ))
  }
  return picture
}

func bigEndian(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
  guard at >= 0, at + count <= bytes.count else { return 0 }
  return bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
}

func littleEndian(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
  guard at >= 0, at + count <= bytes.count else { return 0 }
  return bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
}

extension ExaminedPicture {
  /// Takes its size as it is when it is held upright, by Exif's orientation, 1 to 8.
  mutating func turn(as orientation: Int) {
    if orientation >= 5 { (width, height) = (height, width) }
    isTurned = orientation != 1
  }

  mutating func truncated() {
    faults.append((.imageTruncated, "is cut short or broken"))
  }

  /// Whether a profile names other colours than sRGB's, by what it says of itself.
  ///
  /// Every program writes "sRGB" into the description of such a profile, in 8 or 16 bits a letter.
  static func isOther(_ profile: ArraySlice<UInt8>) -> Bool {
    !profile.isEmpty && profile.firstRange(of: Array("sRGB".utf8)) == nil
      && profile.firstRange(of: Array("\0s\0R\0G\0B".utf8)) == nil
  }
}
