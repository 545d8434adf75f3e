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
  /// Whether its colours are others than sRGB's or grey: CMYK, 16 bits, a profile of its own.
  var hasOtherColours = false

  /// True when a fault keeps it out of the book.
  package var isRefused: Bool {
    kind == nil || faults.contains { $0.code.severity == .error }
  }
}

/// Nobody's photograph: such a header only makes a reader run out of memory.
private let absurdPixels = 400_000_000

/// Tells a picture's kind by its content, its size by its header, and whether it is whole.
///
/// Nothing is decoded, so that no file can cost more than reading it.
package func examinePicture(_ bytes: [UInt8]) -> ExaminedPicture {
  var picture = ExaminedPicture()
  guard !bytes.isEmpty else {
    picture.faults.append((.imageEmpty, "is empty"))
    return picture
  }
  picture.kind = kind(of: bytes)
  switch picture.kind {
  case .png: examinePNG(bytes, &picture)
  case .jpeg: examineJPEG(bytes, &picture)
  case .gif: examineGIF(bytes, &picture)
  case .webp: examineWebP(bytes, &picture)
  case .svg: examineSVG(bytes, &picture)
  case .heif, .tiff: break
  case nil:
    let name =
      bytes.starts(with: Array("%PDF".utf8))
      ? "is a PDF"
      : bytes.starts(with: Array("BM".utf8)) ? "is a BMP" : "is no picture that is known"
    picture.faults.append((.imageFormat, "\(name); save it as PNG, JPEG or SVG"))
  }
  let pixels = picture.width.multipliedReportingOverflow(by: picture.height)
  if picture.kind != .svg, pixels.overflow || pixels.partialValue > absurdPixels {
    picture.faults.append(
      (
        .imageBomb,
        "claims \(picture.width) × \(picture.height) pixels, which no reader can show"
      ))
  }
  return picture
}

private func kind(of bytes: [UInt8]) -> PictureKind? {
  func begins(_ signature: [UInt8], at start: Int = 0) -> Bool {
    bytes.dropFirst(start).starts(with: signature)
  }
  if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
  if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
  if begins(Array("GIF87a".utf8)) || begins(Array("GIF89a".utf8)) { return .gif }
  if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) { return .webp }
  if begins(Array("II*\0".utf8)) || begins(Array("MM\0*".utf8)) { return .tiff }
  // ISO 14496-12, 4.3: a box of the file's type, and the brands of HEIF and AVIF.
  if begins(Array("ftyp".utf8), at: 4), bytes.count >= 12 {
    let brands = ["heic", "heix", "heif", "hevc", "mif1", "msf1", "avif", "avis"]
    return brands.contains(String(decoding: bytes[8..<12], as: UTF8.self)) ? .heif : nil
  }
  return looksLikeSVG(bytes) ? .svg : nil
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
