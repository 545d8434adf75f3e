/// A JPEG: its segments must lead to picture data and an end (ITU-T T.81, annex B).
///
/// EXIF, XMP, IPTC and comments are left out; ICC profiles and Adobe's colour mark stay, and so
/// does the orientation, alone in an EXIF of its own.
func examineJPEG(_ bytes: [UInt8], _ image: inout ExaminedImage) {
  image.kind = .jpeg
  var kept: [UInt8] = []
  var orientation = 1
  var at = 2
  var hasScan = false
  while at + 4 <= bytes.count {
    guard bytes[at] == 0xFF else { break }
    let marker = bytes[at + 1]
    if marker == 0xFF {
      at += 1
      continue
    }
    if marker == 0xD8 || marker == 0x01 || (0xD0...0xD7).contains(marker) {
      at += 2
      continue
    }
    let length = bigEndian(bytes, at + 2, 2)
    guard length >= 2, at + 2 + length <= bytes.count else { break }
    let segment = bytes[at..<at + 2 + length]
    switch marker {
    case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
      image.height = bigEndian(bytes, at + 5, 2)
      image.width = bigEndian(bytes, at + 7, 2)
      kept += segment
    case 0xE1:
      if length > 8, bytes[at + 4..<at + 8].elementsEqual("Exif".utf8) {
        let found = exif(Array(segment.dropFirst(10)))
        if found.hasPlace { image.foundPlace() }
        orientation = found.orientation
      }
    case 0xE0, 0xE2, 0xEE: kept += segment
    case 0xE3...0xED, 0xEF, 0xFE: break
    default: kept += segment
    }
    at += 2 + length
    if marker == 0xDA {
      hasScan = true
      break
    }
  }
  // Exif 2.32, 4.6.4: from 5 on the picture lies on its side.
  if orientation >= 5 { (image.width, image.height) = (image.height, image.width) }
  let end = endOfImage(bytes, from: at)
  if image.width == 0 || image.height == 0 || !hasScan || end == nil { image.truncated() }
  image.published =
    [0xFF, 0xD8] + (orientation == 1 ? [] : orientationSegment(orientation)) + kept
    + bytes[min(at, bytes.count)..<(end ?? bytes.count)]
}

/// The offset after the last end-of-image marker; what comes after it, such as a second picture
/// that a phone appends, is not part of the picture.
private func endOfImage(_ bytes: [UInt8], from start: Int) -> Int? {
  var at = start
  while at + 1 < bytes.count {
    if bytes[at] == 0xFF, bytes[at + 1] == 0xD9 { return at + 2 }
    at += 1
  }
  return nil
}

/// APP1 with nothing but the orientation.
private func orientationSegment(_ orientation: Int) -> [UInt8] {
  let tiff: [UInt8] =
    [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0]
    + [UInt8(orientation), 0, 0, 0, 0, 0, 0]
  let body = Array("Exif".utf8) + [0, 0] + tiff
  return [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body
}

/// What bookc wants to know of EXIF data (a TIFF): whether it holds a place, and which way is up.
func exif(_ data: [UInt8]) -> (hasPlace: Bool, orientation: Int) {
  let tiff = data.starts(with: Array("Exif".utf8)) ? Array(data.dropFirst(6)) : data
  guard tiff.count >= 8 else { return (false, 1) }
  let isBig = tiff[0] == 0x4D
  func number(_ at: Int, _ count: Int) -> Int {
    isBig ? bigEndian(tiff, at, count) : littleEndian(tiff, at, count)
  }
  let first = number(4, 4)
  guard first >= 8, first + 2 <= tiff.count else { return (false, 1) }
  var hasPlace = false
  var orientation = 1
  for index in 0..<min(number(first, 2), 512) {
    let entry = first + 2 + index * 12
    guard entry + 12 <= tiff.count else { break }
    if number(entry, 2) == 0x8825 { hasPlace = true }
    if number(entry, 2) == 0x0112, (1...8).contains(number(entry + 8, 2)) {
      orientation = number(entry + 8, 2)
    }
  }
  return (hasPlace, orientation)
}
