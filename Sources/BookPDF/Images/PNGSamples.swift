/// The samples of a PNG picture, row after row without filters or interlacing.
struct PNGSamples {
  private let header: PNGHeader
  /// Rows packed as PNG packs them, each beginning on a byte.
  private(set) var rows: [UInt8]

  init(_ header: PNGHeader, compressed: [UInt8]) throws(BitmapFault) {
    self.header = header
    let passes = header.isInterlaced ? InterlacePass.all : [InterlacePass.whole]
    var expected = 0
    for pass in passes {
      let size = pass.size(of: header)
      if size.width > 0 { expected += size.height * (header.rowBytes(size.width) + 1) }
    }
    guard let packed = inflated(compressed, limit: expected + 65536), packed.count >= expected
    else { throw .broken("its pixels end early") }
    rows = []
    let whole = header.rowBytes(header.width) * header.height
    if !header.isInterlaced {
      var offset = 0
      rows = try Self.unfiltered(packed, &offset, header, header.width, header.height)
      return
    }
    rows = Array(repeating: 0, count: whole)
    var offset = 0
    for pass in passes {
      let size = pass.size(of: header)
      if size.width == 0 || size.height == 0 { continue }
      let part = try Self.unfiltered(packed, &offset, header, size.width, size.height)
      spread(part, pass, size)
    }
  }

  /// Undoes the row filters (PNG, 9.2) of `height` rows that begin at `offset`.
  private static func unfiltered(
    _ packed: [UInt8], _ offset: inout Int, _ header: PNGHeader, _ width: Int, _ height: Int
  ) throws(BitmapFault) -> [UInt8] {
    let rowBytes = header.rowBytes(width)
    let step = max(1, header.samples * header.bits / 8)
    var result = [UInt8](repeating: 0, count: rowBytes * height)
    for row in 0..<height {
      let filter = packed[offset]
      guard filter <= 4 else { throw .broken("a row has an unknown filter") }
      let start = row * rowBytes
      for i in 0..<rowBytes {
        let left = i >= step ? result[start + i - step] : 0
        let above = row > 0 ? result[start + i - rowBytes] : 0
        let corner = i >= step && row > 0 ? result[start + i - rowBytes - step] : 0
        let predicted: UInt8 =
          switch filter {
          case 1: left
          case 2: above
          case 3: UInt8((Int(left) + Int(above)) / 2)
          case 4: paeth(left, above, corner)
          default: 0
          }
        result[start + i] = packed[offset + 1 + i] &+ predicted
      }
      offset += rowBytes + 1
    }
    return result
  }

  @inline(__always)
  private static func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let estimate = Int(left) + Int(above) - Int(corner)
    let (a, b, c) = (
      abs(estimate - Int(left)), abs(estimate - Int(above)), abs(estimate - Int(corner))
    )
    return a <= b && a <= c ? left : b <= c ? above : corner
  }

  /// Puts the pixels of one interlace pass where they belong.
  private mutating func spread(
    _ part: [UInt8], _ pass: InterlacePass, _ size: (width: Int, height: Int)
  ) {
    let pixelBits = header.samples * header.bits
    let partRow = header.rowBytes(size.width)
    let row = header.rowBytes(header.width)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let from = y * partRow * 8 + x * pixelBits
        let to = (pass.y + y * pass.dy) * row * 8 + (pass.x + x * pass.dx) * pixelBits
        if pixelBits >= 8 {
          for i in 0..<pixelBits / 8 { rows[to / 8 + i] = part[from / 8 + i] }
        } else {
          let mask = UInt8((1 << pixelBits) - 1)
          let value = part[from / 8] >> UInt8(8 - pixelBits - from % 8) & mask
          rows[to / 8] |= value << UInt8(8 - pixelBits - to % 8)
        }
      }
    }
  }

  /// Colour and alpha apart; alpha in 8 bits.
  func splitAlpha() -> (colour: [UInt8], alpha: [UInt8]) {
    let size = header.bits / 8
    let colourBytes = (header.samples - 1) * size
    let pixel = colourBytes + size
    let count = header.width * header.height
    var colour = [UInt8]()
    var alpha = [UInt8]()
    colour.reserveCapacity(count * colourBytes)
    alpha.reserveCapacity(count)
    for start in stride(from: 0, to: count * pixel, by: pixel) {
      for i in 0..<colourBytes { colour.append(rows[start + i]) }
      alpha.append(rows[start + colourBytes])
    }
    return (colour, alpha)
  }

  /// The alpha that a tRNS chunk means: by palette entry, or none for one single colour.
  func alpha(by transparency: [UInt8]) -> [UInt8]? {
    var alpha = [UInt8](repeating: 255, count: header.width * header.height)
    let wanted = stride(from: 0, to: transparency.count - 1, by: 2).map {
      Int(transparency[$0]) << 8 | Int(transparency[$0 + 1])
    }
    if header.kind != .palette && wanted.count < header.samples { return nil }
    let row = header.rowBytes(header.width) * 8
    for y in 0..<header.height {
      for x in 0..<header.width {
        let place = y * header.width + x
        let start = y * row + x * header.samples * header.bits
        if header.kind == .palette {
          let index = sample(atBit: start)
          if index < transparency.count { alpha[place] = transparency[index] }
        } else if (0..<header.samples).allSatisfy({
          sample(atBit: start + $0 * header.bits) == wanted[$0]
        }) {
          alpha[place] = 0
        }
      }
    }
    return alpha.allSatisfy { $0 == 255 } ? nil : alpha
  }

  private func sample(atBit bit: Int) -> Int {
    switch header.bits {
    case 16: Int(rows[bit / 8]) << 8 | Int(rows[bit / 8 + 1])
    case 8: Int(rows[bit / 8])
    default: Int(rows[bit / 8]) >> (8 - header.bits - bit % 8) & ((1 << header.bits) - 1)
    }
  }
}

/// One of Adam7's passes (PNG, 8.2): first column and row, and the steps between them.
private struct InterlacePass {
  var x: Int
  var y: Int
  var dx: Int
  var dy: Int

  static let whole = InterlacePass(x: 0, y: 0, dx: 1, dy: 1)
  static let all = [
    InterlacePass(x: 0, y: 0, dx: 8, dy: 8), InterlacePass(x: 4, y: 0, dx: 8, dy: 8),
    InterlacePass(x: 0, y: 4, dx: 4, dy: 8), InterlacePass(x: 2, y: 0, dx: 4, dy: 4),
    InterlacePass(x: 0, y: 2, dx: 2, dy: 4), InterlacePass(x: 1, y: 0, dx: 2, dy: 2),
    InterlacePass(x: 0, y: 1, dx: 1, dy: 2),
  ]

  func size(of header: PNGHeader) -> (width: Int, height: Int) {
    (max(0, (header.width - x + dx - 1) / dx), max(0, (header.height - y + dy - 1) / dy))
  }
}
