/// Reads the head of a JPEG file; the file itself goes into the PDF as it is (ISO 32000-1, 7.4.8).
func readJPEG(_ bytes: [UInt8]) -> Result<Bitmap, BitmapFault> {
  var head = JPEGHead(ByteReader(bytes))
  guard head.reader.big16(0) == 0xFFD8 else {
    return .failure(.broken("it does not begin as a JPEG file does"))
  }
  if let fault = head.readSegments() { return .failure(fault) }
  guard let (width, height, channels) = head.frame else {
    return .failure(.broken("it has no frame header"))
  }
  var bitmap = Bitmap(
    width: width, height: height, channels: channels, data: bytes,
    packing: Array("/Filter/DCTDecode".utf8))
  // Adobe's programs, and all that follow them, write CMYK with 255 for no ink.
  bitmap.isInverted = channels == .cmyk && head.hasAdobeMarker
  bitmap.orientation = head.orientation
  bitmap.profile = checkedProfile(head.profile, for: channels)
  return .success(bitmap)
}

/// The marker segments before the picture's own data.
private struct JPEGHead {
  let reader: ByteReader
  var frame: (width: Int, height: Int, channels: Bitmap.Channels)?
  var hasAdobeMarker = false
  var orientation = Orientation.upright
  private var profileParts: [Int: ArraySlice<UInt8>] = [:]

  init(_ reader: ByteReader) { self.reader = reader }

  /// The profile put together from its parts, which are numbered from 1.
  var profile: [UInt8] { profileParts.sorted { $0.key < $1.key }.flatMap(\.value) }

  mutating func readSegments() -> BitmapFault? {
    var offset = 2
    while let marker = reader.big16(offset), marker >> 8 == 0xFF {
      let kind = marker & 0xFF
      // Fill bytes, and markers that stand alone.
      if kind == 0xFF {
        offset += 1
        continue
      }
      if kind == 0x01 || (0xD0...0xD8).contains(kind) {
        offset += 2
        continue
      }
      // The picture's data begin, or the file ends.
      if kind == 0xD9 || kind == 0xDA { return nil }
      guard let length = reader.big16(offset + 2), length >= 2,
        offset + 2 + length <= reader.bytes.count
      else { return .broken("it ends within its head") }
      if let fault = read(kind, offset + 4..<offset + 2 + length) { return fault }
      offset += 2 + length
    }
    return nil
  }

  private mutating func read(_ kind: Int, _ body: Range<Int>) -> BitmapFault? {
    switch kind {
    case 0xE1:
      if reader.matches("Exif\0\0", at: body.lowerBound) {
        orientation = Orientation(exif: reader, body.dropFirst(6)) ?? orientation
      }
    case 0xE2:
      if reader.matches("ICC_PROFILE\0", at: body.lowerBound), body.count > 14 {
        let part = Int(reader.bytes[body.lowerBound + 12])
        profileParts[part] = reader.bytes[body.lowerBound + 14..<body.upperBound]
      }
    case 0xEE:
      if reader.matches("Adobe", at: body.lowerBound) { hasAdobeMarker = true }
    case 0xC0, 0xC1, 0xC2:
      guard let bits = reader.byte(body.lowerBound), let height = reader.big16(body.lowerBound + 1),
        let width = reader.big16(body.lowerBound + 3), let count = reader.byte(body.lowerBound + 5),
        width > 0, height > 0
      else { return .broken("its frame header says no size") }
      guard bits == 8, let channels = Bitmap.Channels(rawValue: count) else {
        return .unsupported("a JPEG of \(bits) bits and \(count) channels")
      }
      frame = (width, height, channels)
    case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF:
      return .unsupported("a lossless or arithmetic JPEG")
    default: break
    }
    return nil
  }
}
