/// Why a bitmap could not go into the file.
enum BitmapFault: Error, Equatable {
  /// The bytes end early or contradict themselves.
  case broken(String)
  /// A kind of picture that PDF does not hold.
  case unsupported(String)
}

/// A picture read as far as the file needs it.
struct Bitmap: Equatable {
  /// How many colour channels the samples have.
  enum Channels: Int {
    case gray = 1
    case rgb = 3
    case cmyk = 4
  }
  var width: Int
  var height: Int
  var bits = 8
  var channels: Channels
  /// The samples as they go into the file.
  var data: [UInt8]
  /// What the stream's dictionary says of how they are packed: filter and its parameters.
  var packing: [UInt8]
  /// Colours of a picture with a palette, three bytes each.
  var palette: [UInt8]?
  /// `/Decode`, where the samples count the other way.
  var isInverted = false
  /// How much of each pixel shows, 8 bits each, not compressed.
  var alpha: [UInt8]?
  /// The picture's own ICC profile, checked.
  var profile: [UInt8]?
  /// How the camera was held.
  var orientation = Orientation.upright
}

/// Reads numbers out of bytes; what lies outside reads as nil.
struct ByteReader {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func byte(_ offset: Int) -> Int? {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
  }

  func big16(_ offset: Int) -> Int? {
    guard let high = byte(offset), let low = byte(offset + 1) else { return nil }
    return high << 8 | low
  }

  func big32(_ offset: Int) -> Int? {
    guard let high = big16(offset), let low = big16(offset + 2) else { return nil }
    return high << 16 | low
  }

  func matches(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= bytes.count else { return false }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: count)
    return bytes[offset..<offset + count].elementsEqual(wanted)
  }
}

/// The profile if it is one that PDF/A-2 lets a picture with these channels carry, else nil.
func checkedProfile(_ bytes: [UInt8], for channels: Bitmap.Channels) -> [UInt8]? {
  let reader = ByteReader(bytes)
  guard bytes.count >= 132, reader.big32(0) == bytes.count, reader.matches("acsp", at: 36),
    let version = reader.byte(8), version <= 4
  else { return nil }
  let isOfClass = ["scnr", "mntr", "prtr", "spac"].contains { (name: StaticString) in
    reader.matches(name, at: 12)
  }
  let space: StaticString =
    switch channels {
    case .gray: "GRAY"
    case .rgb: "RGB "
    case .cmyk: "CMYK"
    }
  return isOfClass && reader.matches(space, at: 16) ? bytes : nil
}
