/// Reads a PNG file (ISO/IEC 15948).
///
/// Where PDF can undo PNG's row filters itself the compressed data go in as they are; interlaced
/// pictures and those with an alpha channel are unpacked first.
func readPNG(_ bytes: [UInt8]) -> Result<Bitmap, BitmapFault> {
  do throws(BitmapFault) {
    return .success(try PNGReader(bytes).bitmap())
  } catch {
    return .failure(error)
  }
}

private struct PNGReader {
  private let header: PNGHeader
  private var data: [UInt8] = []
  private var palette: [UInt8]?
  private var transparency: [UInt8]?
  private var profile: [UInt8]?
  private var orientation = Orientation.upright

  init(_ bytes: [UInt8]) throws(BitmapFault) {
    let reader = ByteReader(bytes)
    guard reader.matches("PNG\r\n", at: 1), let header = PNGHeader(reader) else {
      throw .broken("it does not begin as a PNG file does")
    }
    try header.check()
    self.header = header
    var offset = 8
    while let length = reader.big32(offset), offset + 12 + length <= bytes.count {
      let body = bytes[offset + 8..<offset + 8 + length]
      if reader.matches("IDAT", at: offset + 4) {
        data += body
      } else if reader.matches("PLTE", at: offset + 4) {
        palette = Array(body.prefix(768 - 768 % 3))
      } else if reader.matches("tRNS", at: offset + 4) {
        transparency = Array(body)
      } else if reader.matches("iCCP", at: offset + 4), let end = body.firstIndex(of: 0) {
        profile = inflated(body[min(end + 2, body.endIndex)...], limit: 1 << 22)
      } else if reader.matches("eXIf", at: offset + 4) {
        orientation = Orientation(exif: reader, offset + 8..<offset + 8 + length) ?? .upright
      } else if reader.matches("IEND", at: offset + 4) {
        break
      }
      offset += 12 + length
    }
    if data.isEmpty { throw .broken("it holds no pixels") }
    if header.kind == .palette && (palette ?? []).count < 3 {
      throw .broken("its palette is missing")
    }
  }

  func bitmap() throws(BitmapFault) -> Bitmap {
    let channels: Bitmap.Channels =
      header.kind == .gray || header.kind == .grayAlpha ? .gray : .rgb
    var bitmap = Bitmap(
      width: header.width, height: header.height, bits: header.bits, channels: channels, data: data,
      packing: [])
    bitmap.orientation = orientation
    if header.kind == .palette { bitmap.palette = palette }
    bitmap.profile = profile.flatMap { checkedProfile($0, for: channels) }
    let hasAlphaChannel = header.kind == .grayAlpha || header.kind == .rgbAlpha
    let needsSamples = hasAlphaChannel || header.isInterlaced || transparency != nil
    if !needsSamples {
      bitmap.packing = header.passThroughPacking
      return bitmap
    }
    let samples = try PNGSamples(header, compressed: data)
    if hasAlphaChannel {
      let (colour, alpha) = samples.splitAlpha()
      bitmap.data = colour
      bitmap.bits = header.bits
      bitmap.alpha = alpha.allSatisfy { $0 == 255 } ? nil : alpha
    } else {
      if header.isInterlaced {
        bitmap.data = samples.rows
      } else {
        bitmap.packing = header.passThroughPacking
      }
      if let transparency { bitmap.alpha = samples.alpha(by: transparency) }
    }
    return bitmap
  }
}

/// What IHDR says.
struct PNGHeader {
  /// Colour types by their numbers.
  enum Kind: Int {
    case gray = 0
    case rgb = 2
    case palette = 3
    case grayAlpha = 4
    case rgbAlpha = 6
  }
  var width: Int
  var height: Int
  var bits: Int
  var kind: Kind
  var isInterlaced: Bool

  init?(_ reader: ByteReader) {
    guard reader.matches("IHDR", at: 12), let width = reader.big32(16),
      let height = reader.big32(20), let bits = reader.byte(24),
      let kind = reader.byte(25).flatMap(Kind.init(rawValue:)), let interlace = reader.byte(28)
    else { return nil }
    self.width = width
    self.height = height
    self.bits = bits
    self.kind = kind
    isInterlaced = interlace == 1
  }

  /// Samples to a pixel.
  var samples: Int {
    switch kind {
    case .gray, .palette: 1
    case .grayAlpha: 2
    case .rgb: 3
    case .rgbAlpha: 4
    }
  }

  /// Bytes of a row of `width` pixels without its filter byte.
  func rowBytes(_ width: Int) -> Int { (width * samples * bits + 7) / 8 }

  /// Throws what makes the header one that no picture here can have.
  func check() throws(BitmapFault) {
    let allowed: [Int] =
      switch kind {
      case .gray: [1, 2, 4, 8, 16]
      case .palette: [1, 2, 4, 8]
      default: [8, 16]
      }
    guard width > 0, height > 0, allowed.contains(bits) else {
      throw .broken("its header says \(width) × \(height) pixels of \(bits) bits")
    }
    // 100 megapixels of 16-bit RGBA; more would be no plate but an attack.
    guard width <= 1 << 20, height <= 1 << 20, width * height <= 100_000_000 else {
      throw .unsupported("a picture of \(width) × \(height) pixels")
    }
  }

  /// How PDF unpacks PNG's own data (ISO 32000-1, 7.4.4.4).
  var passThroughPacking: [UInt8] {
    var entries: [UInt8] = []
    entries.write("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ")
    entries.write(samples)
    entries.write("/BitsPerComponent ")
    entries.write(bits)
    entries.write("/Columns ")
    entries.write(width)
    entries.write(">>")
    return entries
  }
}
