/// How a camera held the picture: Exif's Orientation, 1 to 8.
enum Orientation: Int, Sendable {
  case upright = 1
  case mirrored
  case upsideDown
  case upsideDownMirrored
  case leftMirrored
  case right
  case rightMirrored
  case left

  /// The unit square onto itself.
  var matrix: [Double] {
    switch self {
    case .upright: [1, 0, 0, 1, 0, 0]
    case .mirrored: [-1, 0, 0, 1, 1, 0]
    case .upsideDown: [-1, 0, 0, -1, 1, 1]
    case .upsideDownMirrored: [1, 0, 0, -1, 0, 1]
    case .leftMirrored: [0, -1, -1, 0, 1, 1]
    case .right: [0, -1, 1, 0, 0, 1]
    case .rightMirrored: [0, 1, 1, 0, 0, 0]
    case .left: [0, 1, -1, 0, 1, 0]
    }
  }
}

extension Orientation {
  /// What the Orientation tag (0x0112 of the first directory) of Exif data says, a TIFF at `range`;
  /// nil where it says nothing.
  init?(exif reader: ByteReader, _ range: Range<Int>) {
    let start = range.lowerBound
    let isLittle = reader.matches("II", at: start)
    guard isLittle || reader.matches("MM", at: start) else { return nil }
    func number16(_ offset: Int) -> Int? {
      guard offset + 2 <= range.upperBound, let value = reader.big16(offset) else { return nil }
      return isLittle ? (value & 0xFF) << 8 | value >> 8 : value
    }
    func number32(_ offset: Int) -> Int? {
      guard let first = number16(offset), let second = number16(offset + 2) else { return nil }
      return isLittle ? second << 16 | first : first << 16 | second
    }
    guard let directory = number32(start + 4), let count = number16(start + directory) else {
      return nil
    }
    for index in 0..<count {
      let entry = start + directory + 2 + 12 * index
      guard let tag = number16(entry) else { return nil }
      guard tag == 0x0112 else { continue }
      guard let number = number16(entry + 8) else { return nil }
      self.init(rawValue: number)
      return
    }
    return nil
  }
}
