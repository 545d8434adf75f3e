/// A JPEG: its segments must lead to picture data and an end (ITU-T T.81, annex B).
///
/// EXIF, XMP, IPTC and comments are left out, the place and the camera with them; ICC profiles and
/// Adobe's colour mark stay, and so does the orientation, alone in an EXIF of its own.
func examineJPEG(_ bytes: [UInt8], _ picture: inout ExaminedPicture) {
  var kept: [UInt8] = []
  var orientation = 1
  var at = 2
  var hasScan = false
  var profile: [UInt8] = []
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
      picture.isHeldWhole = marker == 0xC2
      picture.height = bigEndian(bytes, at + 5, 2)
      picture.width = bigEndian(bytes, at + 7, 2)
      if bigEndian(bytes, at + 9, 1) == 4 { picture.hasOtherColours = true }
      kept += segment
    case 0xE1:
      if length > 8, bytes[at + 4..<at + 8].elementsEqual("Exif".utf8) {
        orientation = exifOrientation(Array(segment.dropFirst(10)))
      }
    case 0xE2:
      guard segment.dropFirst(4).starts(with: Array("ICC_PROFILE".utf8)) else { break }
      profile += segment
      kept += segment
    case 0xE0, 0xEE: kept += segment
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
  picture.turn(as: orientation)
  if ExaminedPicture.isOther(profile[...]) { picture.hasOtherColours = true }
  let end = endOfImage(bytes, from: at)
  if picture.width == 0 || picture.height == 0 || !hasScan || end == nil { picture.truncated() }
  picture.published =
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

/// Exif data that say nothing but the orientation: a TIFF's directory of one entry.
func orientationDirectory(_ orientation: Int) -> [UInt8] {
  [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0]
    + [UInt8(orientation), 0, 0, 0, 0, 0, 0]
}

/// APP1 with nothing but the orientation.
private func orientationSegment(_ orientation: Int) -> [UInt8] {
  let body = Array("Exif".utf8) + [0, 0] + orientationDirectory(orientation)
  return [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body
}

/// Which way is up, by EXIF data (a TIFF): 1 to 8, as the tag of that name has it (Exif 2.32, 4.6.4).
func exifOrientation(_ data: [UInt8]) -> Int {
  let tiff = data.starts(with: Array("Exif".utf8)) ? Array(data.dropFirst(6)) : data
  guard tiff.count >= 8 else { return 1 }
  let isBig = tiff[0] == UInt8(ascii: "M")
  func number(_ at: Int, _ count: Int) -> Int {
    isBig ? bigEndian(tiff, at, count) : littleEndian(tiff, at, count)
  }
  let first = number(4, 4)
  guard first >= 8, first + 2 <= tiff.count else { return 1 }
  for index in 0..<min(number(first, 2), mostTags) {
    let entry = first + 2 + index * 12
    guard entry + 12 <= tiff.count else { break }
    if number(entry, 2) == 0x0112, (1...8).contains(number(entry + 8, 2)) {
      return number(entry + 8, 2)
    }
  }
  return 1
}

/// No camera writes more tags into one directory.
private let mostTags = 512
