import BookDiagnostics

/// Chunks of a PNG that an image needs, or that a printed page can use (PNG, third edition, 11).
private let keptChunks: Set<String> = [
  "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD",
  "pHYs", "acTL", "fcTL", "fdAT",
]

/// A PNG: its chunks must follow one another to IEND; text and time are left out, and of EXIF
/// everything but which way is up.
func examinePNG(_ bytes: [UInt8], _ picture: inout ExaminedPicture) {
  var published = Array(bytes[..<8])
  var at = 8
  var hasData = false
  var isWhole = true
  var isEnded = false
  var orientation = 1
  while at + 12 <= bytes.count {
    let length = bigEndian(bytes, at, 4)
    guard length <= bytes.count - at - 12 else { break }
    let name = String(decoding: bytes[at + 4..<at + 8], as: UTF8.self)
    if name == "IHDR", at == 8, length == 13 {
      picture.width = bigEndian(bytes, at + 8, 4)
      picture.height = bigEndian(bytes, at + 12, 4)
      if bytes[at + 16] == 16 { picture.hasOtherColours = true }
      picture.isHeldWhole = bytes[at + 20] == 1
    }
    if name == "IDAT" {
      hasData = true
      let stated = bigEndian(bytes, at + 8 + length, 4)
      if stated != Int(checksum(bytes[at + 4..<at + 8 + length])) { isWhole = false }
    }
    if name == "iCCP" { picture.hasOtherColours = !isNamedSRGB(bytes[at + 8..<at + 8 + length]) }
    if name == "eXIf" {
      orientation = exifOrientation(Array(bytes[at + 8..<at + 8 + length]))
      if orientation != 1 { published += orientationChunk(orientation) }
    }
    if keptChunks.contains(name) { published += bytes[at..<at + 12 + length] }
    at += 12 + length
    if name == "IEND" {
      isEnded = true
      break
    }
  }
  picture.turn(as: orientation)
  // Absurd sizes are reported as such; what their data is does not matter.
  if picture.width == 0 || picture.height == 0 || !isWhole || !isEnded || !hasData {
    picture.truncated()
  }
  picture.published = published
}

/// An eXIf chunk with nothing but the orientation.
private func orientationChunk(_ orientation: Int) -> [UInt8] {
  let body = Array("eXIf".utf8) + orientationDirectory(orientation)
  func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
  return bigEndian(UInt32(body.count - 4)) + body + bigEndian(checksum(body))
}

/// A chunk's cyclic redundancy code (PNG, third edition, 5.5).
private func checksum(_ bytes: some Collection<UInt8>) -> UInt32 {
  let code = checksumTable.withUnsafeBufferPointer { table in
    bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }
  return ~code
}

private let checksumPolynomial: UInt32 = 0xEDB8_8320

/// What each byte does to the code (PNG, third edition, annex D).
private let checksumTable: [UInt32] = (0..<256).map { byte in
  var code = UInt32(byte)
  for _ in 0..<8 {
    let isOdd = code & 1 == 1
    code >>= 1
    if isOdd { code ^= checksumPolynomial }
  }
  return code
}

/// Whether a profile's name, which stands before its packed bytes, is sRGB's.
private func isNamedSRGB(_ chunk: ArraySlice<UInt8>) -> Bool {
  chunk.prefix { $0 != 0 }.firstRange(of: Array("sRGB".utf8)) != nil
}

/// A GIF: its size, and its trailer at the end; comments and what programs keep in it are left out.
func examineGIF(_ bytes: [UInt8], _ picture: inout ExaminedPicture) {
  picture.width = littleEndian(bytes, 6, 2)
  picture.height = littleEndian(bytes, 8, 2)
  let last = bytes.last { $0 != 0 }
  if picture.width == 0 || picture.height == 0 || last != 0x3B || bytes.count < 20 {
    picture.truncated()
  }
  picture.published = publishedGIF(bytes) ?? bytes
  if picture.published.isEmpty { picture.truncated() }
}

/// The blocks of a GIF that show something: pictures, their colours and times, and how often they
/// are shown (GIF89a, 15 to 27); nil where they do not lead to the trailer, nothing where they hold no
/// picture.
private func publishedGIF(_ bytes: [UInt8]) -> [UInt8]? {
  guard bytes.count > 13 else { return nil }
  func colours(_ packed: UInt8) -> Int { packed & 0x80 == 0 ? 0 : 3 << (Int(packed & 7) + 1) }
  func afterBlocks(_ start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      if bytes[at] == 0 { return at + 1 }
      at += 1 + Int(bytes[at])
    }
    return nil
  }
  var at = 13 + colours(bytes[10])
  guard at < bytes.count else { return nil }
  var published = Array(bytes[..<at])
  var showsPicture = false
  while at + 1 < bytes.count {
    let start = at
    switch bytes[at] {
    case 0x21:
      guard let end = afterBlocks(at + 2) else { return nil }
      let isLoop =
        bytes[at + 1] == 0xFF
        && bytes[(at + 3)...].prefix(8).elementsEqual("NETSCAPE".utf8)
      if bytes[at + 1] == 0xF9 || isLoop { published += bytes[start..<end] }
      at = end
    case 0x2C:
      guard at + 10 < bytes.count, let end = afterBlocks(at + 11 + colours(bytes[at + 9])) else {
        return nil
      }
      published += bytes[start..<end]
      showsPicture = true
      at = end
    default: return nil
    }
  }
  guard at < bytes.count, bytes[at] == 0x3B else { return nil }
  return showsPicture ? published + [0x3B] : []
}

/// A WebP: its chunks must fill the file; EXIF and XMP are left out.
func examineWebP(_ bytes: [UInt8], _ picture: inout ExaminedPicture) {
  let size = littleEndian(bytes, 4, 4) + 8
  var body: [UInt8] = []
  var orientation = 1
  var at = 12
  while at + 8 <= min(size, bytes.count) {
    let name = String(decoding: bytes[at..<at + 4], as: UTF8.self)
    let length = littleEndian(bytes, at + 4, 4)
    let padded = length + length % 2
    guard padded <= bytes.count - at - 8 else {
      picture.truncated()
      break
    }
    var chunk = Array(bytes[at..<at + 8 + padded])
    switch name {
    case "VP8X" where length >= 10:
      if chunk[8] & 0x02 != 0 {
        picture.faults.append((.imagePages, "moves; its first picture is shown"))
      }
      // Bits 3 and 2 say that EXIF and XMP follow, bit 1 that it moves (RFC 9649, 2.7.1).
      chunk[8] &= ~0x0C
      picture.width = littleEndian(bytes, at + 12, 3) + 1
      picture.height = littleEndian(bytes, at + 15, 3) + 1
    case "VP8 " where length >= 10 && picture.width == 0:
      picture.width = littleEndian(bytes, at + 14, 2) & 0x3FFF
      picture.height = littleEndian(bytes, at + 16, 2) & 0x3FFF
    case "VP8L" where length >= 5 && picture.width == 0:
      let packed = littleEndian(bytes, at + 9, 4)
      picture.width = packed & 0x3FFF + 1
      picture.height = packed >> 14 & 0x3FFF + 1
    case "EXIF":
      orientation = exifOrientation(Array(bytes[at + 8..<at + 8 + length]))
      chunk = []
    case "XMP ": chunk = []
    default: break
    }
    body += chunk
    at += 8 + padded
  }
  picture.turn(as: orientation)
  if picture.width == 0 || picture.height == 0 || size > bytes.count + 1 { picture.truncated() }
  let total = body.count + 4
  picture.published =
    Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: total >> ($0 * 8)) }
    + Array("WEBP".utf8) + body
}
