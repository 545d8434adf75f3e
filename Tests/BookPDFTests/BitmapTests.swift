import BookPictures
import BookTestSupport
import Foundation
import Testing

@testable import BookPDF

/// Writes PNG files of every kind, so that what is read can be held against what was drawn.
private struct PNGPainter {
  var width: Int
  var height: Int
  var bits: Int
  var kind: PNGHeader.Kind
  var isInterlaced = false
  var extra: [(name: String, data: [UInt8])] = []
  var random: Lehmer

  var channels: Int {
    switch kind {
    case .gray, .palette: 1
    case .grayAlpha: 2
    case .rgb: 3
    case .rgbAlpha: 4
    }
  }

  /// The file and the value of every sample, pixel by pixel.
  mutating func paint(colours: Int? = nil) -> (file: [UInt8], samples: [Int]) {
    let bound = colours ?? (1 << bits)
    let samples = (0..<width * height * channels).map { _ in random.next(bound) }
    var data: [UInt8] = []
    if isInterlaced {
      let passes = [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
      ]
      for (x, y, dx, dy) in passes {
        let rows = Array(stride(from: y, to: height, by: dy))
        let columns = Array(stride(from: x, to: width, by: dx))
        if !columns.isEmpty { data += filtered(rows, columns, samples) }
      }
    } else {
      data = filtered(Array(0..<height), Array(0..<width), samples)
    }
    var deflater = Deflater(level: 6)
    let packed = deflater.compress(data) ?? []
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]
    let header =
      big32(width) + big32(height)
      + [UInt8(bits), UInt8(kind.rawValue), 0, 0, isInterlaced ? 1 : 0]
    for (name, body) in [("IHDR", header)] + extra
      + [("IDAT", Array(packed.prefix(packed.count / 2)))]
      + [("IDAT", Array(packed.dropFirst(packed.count / 2))), ("IEND", [])]
    {
      file += big32(body.count) + Array(name.utf8) + body + [0, 0, 0, 0]
    }
    return (file, samples)
  }

  private mutating func filtered(_ rows: [Int], _ columns: [Int], _ samples: [Int]) -> [UInt8] {
    var result: [UInt8] = []
    let step = max(1, channels * bits / 8)
    var above = [UInt8](repeating: 0, count: (columns.count * channels * bits + 7) / 8)
    for y in rows {
      var row = [UInt8](repeating: 0, count: above.count)
      var bit = 0
      for x in columns {
        for channel in 0..<channels {
          let value = samples[(y * width + x) * channels + channel]
          if bits == 16 {
            row[bit / 8] = UInt8(value >> 8)
            row[bit / 8 + 1] = UInt8(value & 0xFF)
          } else {
            row[bit / 8] |= UInt8(value << (8 - bits - bit % 8))
          }
          bit += bits
        }
      }
      let filter = random.next(5)
      result.append(UInt8(filter))
      for i in row.indices {
        let a = i >= step ? Int(row[i - step]) : 0
        let b = Int(above[i])
        let c = i >= step ? Int(above[i - step]) : 0
        let nearest = [a, b, c].min { abs(a + b - c - $0) < abs(a + b - c - $1) } ?? 0
        let predicted = [0, a, b, (a + b) / 2, nearest][filter]
        result.append(row[i] &- UInt8(predicted))
      }
      above = row
    }
    return result
  }

  private func big32(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

@Suite struct PNGTests {
  @Test(arguments: [
    (PNGHeader.Kind.gray, 1), (.gray, 2), (.gray, 4), (.gray, 8), (.gray, 16), (.rgb, 8),
    (.rgb, 16),
    (.palette, 1), (.palette, 2), (.palette, 4), (.palette, 8), (.grayAlpha, 8), (.grayAlpha, 16),
    (.rgbAlpha, 8), (.rgbAlpha, 16),
  ])
  func everySampleIsReadBack(kind: PNGHeader.Kind, bits: Int) throws {
    for (width, height) in [(1, 1), (7, 5), (16, 16), (9, 1), (3, 33)] {
      for isInterlaced in [false, true] {
        var painter = PNGPainter(
          width: width, height: height, bits: bits, kind: kind, isInterlaced: isInterlaced,
          random: Lehmer(seed: width * 100 + bits))
        if kind == .palette { painter.extra = [("PLTE", [UInt8](repeating: 9, count: 3 << bits))] }
        let (file, samples) = painter.paint()
        let header = try #require(PNGHeader(ByteReader(file)))
        let data = Self.chunks(file, "IDAT")
        let read = try PNGSamples(header, compressed: data)
        #expect(Self.unpack(read.rows, header) == samples)
        let bitmap = try readPNG(file).get()
        #expect((bitmap.alpha != nil) == (kind == .grayAlpha || kind == .rgbAlpha))
        #expect(bitmap.bits == bits && bitmap.width == width && bitmap.height == height)
      }
    }
  }

  @Test func alphaIsTakenApart() throws {
    var painter = PNGPainter(
      width: 4, height: 3, bits: 8, kind: .rgbAlpha, random: Lehmer(seed: 3))
    let (file, samples) = painter.paint()
    let bitmap = try readPNG(file).get()
    #expect(bitmap.data.map(Int.init) == samples.indices.filter { $0 % 4 != 3 }.map { samples[$0] })
    #expect(
      bitmap.alpha?.map(Int.init) == samples.indices.filter { $0 % 4 == 3 }.map { samples[$0] })
    #expect(bitmap.packing.isEmpty)
  }

  @Test func aPaletteKeepsItsTransparentColours() throws {
    var painter = PNGPainter(width: 5, height: 5, bits: 2, kind: .palette, random: Lehmer(seed: 8))
    painter.extra = [("PLTE", Array(1...12)), ("tRNS", [0, 128])]
    let (file, samples) = painter.paint()
    let bitmap = try readPNG(file).get()
    #expect(bitmap.palette == Array(1...12))
    #expect(bitmap.alpha == samples.map { [0, 128, 255, 255][$0] })
  }

  private static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/pictures")
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  @Test(arguments: [(1, Orientation.upright), (3, .upsideDown), (6, .right), (8, .left)])
  func aPNGSaysWhichWayIsUp(number: Int, orientation: Orientation) throws {
    #expect(try readPNG(Self.fixture("turned-\(number).png")).get().orientation == orientation)
  }

  /// White paper must stay white: what has no profile is sRGB and not to be brought into it.
  @Test(.enabled(if: PictureLibrary.ofThisMachine != nil))
  func coloursWithoutAProfileStayAsTheyAre() throws {
    let maker = PictureMaker(of: MemoryWorkspace([:]), library: { .ofThisMachine })
    let made = maker.prepare(try Self.fixture("turned-6.png"), at: "a.png", isCover: false)
    let head = try #require(PNGHeader(ByteReader(made.bytes)))
    #expect(head.kind == .rgb && head.bits == 8)
    let data = Self.chunks(made.bytes, "IDAT")
    let rows = try PNGSamples(head, compressed: data).rows
    var colours: Set<[UInt8]> = []
    for start in stride(from: 0, to: rows.count, by: 3) {
      colours.insert(Array(rows[start..<start + 3]))
    }
    #expect(colours == [[255, 0, 0], [0, 0, 255], [255, 255, 255]])
  }

  @Test func plainPicturesGoInAsTheyAre() throws {
    var painter = PNGPainter(width: 6, height: 6, bits: 8, kind: .rgb, random: Lehmer(seed: 1))
    let (file, _) = painter.paint()
    let bitmap = try readPNG(file).get()
    #expect(bitmap.data == Self.chunks(file, "IDAT"))
    #expect(String(decoding: bitmap.packing, as: UTF8.self).contains("/Predictor 15/Colors 3"))
  }

  @Test func brokenFilesAreNamedNotCrashedOn() throws {
    for kind in [PNGHeader.Kind.rgbAlpha, .palette, .gray] {
      var painter = PNGPainter(
        width: 8, height: 8, bits: 8, kind: kind, isInterlaced: kind == .gray,
        random: Lehmer(seed: 5))
      painter.extra = [("PLTE", [1, 2, 3]), ("tRNS", [0, 0])]
      let (file, _) = painter.paint()
      for length in 0..<file.count {
        if case .success(let bitmap) = readPNG(Array(file.prefix(length))) {
          // Only the end mark may be missing.
          #expect(length >= file.count - 12 && bitmap.width == 8)
        }
      }
      var random = Lehmer(seed: 77)
      for _ in 0..<300 {
        var damaged = file
        damaged[random.next(file.count)] = UInt8(random.next(256))
        _ = readPNG(damaged)
      }
    }
    var small = PNGPainter(width: 1, height: 1, bits: 8, kind: .gray, random: Lehmer(seed: 1))
    var huge = small.paint().file
    huge[16...23] = [0, 0x0F, 0xFF, 0xFF, 0, 0x0F, 0xFF, 0xFF]
    #expect(readPNG(huge) == .failure(.unsupported("a picture of 1048575 × 1048575 pixels")))
  }

  private static func chunks(_ file: [UInt8], _ name: String) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 8
    while offset + 8 <= file.count {
      let length = file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      if Array(file[offset + 4..<offset + 8]) == Array(name.utf8) {
        result += file[offset + 8..<offset + 8 + length]
      }
      offset += 12 + length
    }
    return result
  }

  private static func unpack(_ rows: [UInt8], _ header: PNGHeader) -> [Int] {
    var result: [Int] = []
    for y in 0..<header.height {
      for x in 0..<header.width * header.samples {
        let bit = y * header.rowBytes(header.width) * 8 + x * header.bits
        if header.bits == 16 {
          result.append(Int(rows[bit / 8]) << 8 | Int(rows[bit / 8 + 1]))
        } else {
          result.append(
            Int(rows[bit / 8]) >> (8 - header.bits - bit % 8) & (1 << header.bits - 1))
        }
      }
    }
    return result
  }
}

@Suite struct JPEGTests {
  private func file(_ segments: [(UInt8, [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    for (marker, body) in segments {
      bytes += [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
    }
    return bytes + [0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9]
  }

  private func frame(_ channels: Int, bits: UInt8 = 8) -> [UInt8] {
    [bits, 0, 40, 0, 60, UInt8(channels)] + [UInt8](repeating: 0, count: channels * 3)
  }

  @Test(arguments: [1, 3, 4])
  func sizeAndChannelsAreRead(channels: Int) throws {
    for marker: UInt8 in [0xC0, 0xC1, 0xC2] {
      let bytes = file([(0xE0, Array("JFIF\0".utf8)), (marker, frame(channels))])
      let bitmap = try readJPEG(bytes).get()
      #expect(bitmap.width == 60 && bitmap.height == 40)
      #expect(bitmap.channels.rawValue == channels)
      #expect(bitmap.data == bytes && !bitmap.isInverted)
    }
  }

  @Test func adobesInksCountTheOtherWay() throws {
    let adobe = Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 2]
    #expect(try readJPEG(file([(0xEE, adobe), (0xC0, frame(4))])).get().isInverted)
    #expect(try !readJPEG(file([(0xEE, adobe), (0xC0, frame(3))])).get().isInverted)
  }

  @Test(arguments: [false, true])
  func theCamerasPositionIsRead(isLittle: Bool) throws {
    let big: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]
    let little: [UInt8] = [
      0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0,
    ]
    let exif = Array("Exif\0\0".utf8) + (isLittle ? little : big)
    #expect(try readJPEG(file([(0xE1, exif), (0xC0, frame(3))])).get().orientation == .right)
    for length in 0..<exif.count {
      _ = readJPEG(file([(0xE1, Array(exif.prefix(length))), (0xC0, frame(3))]))
    }
  }

  @Test func aProfileInPartsIsPutTogether() throws {
    let profile = sRGBProfile()
    let parts = [profile.prefix(200), profile.dropFirst(200)]
    let segments = parts.enumerated().map { index, part in
      (UInt8(0xE2), Array("ICC_PROFILE\0".utf8) + [UInt8(index + 1), 2] + part)
    }
    #expect(try readJPEG(file(segments.reversed() + [(0xC0, frame(3))])).get().profile == profile)
    #expect(try readJPEG(file(segments + [(0xC0, frame(4))])).get().profile == nil)
  }

  @Test func whatIsNoPictureIsSaid() {
    #expect(readJPEG([]) == .failure(.broken("it does not begin as a JPEG file does")))
    #expect(readJPEG(file([])) == .failure(.broken("it has no frame header")))
    #expect(
      readJPEG(file([(0xC0, frame(3, bits: 12))]))
        == .failure(.unsupported("a JPEG of 12 bits and 3 channels")))
    #expect(
      readJPEG(file([(0xC3, frame(3))])) == .failure(.unsupported("a lossless or arithmetic JPEG")))
    let whole = file([(0xC0, frame(3))])
    for length in 0..<21 {
      #expect(throws: BitmapFault.self) { try readJPEG(Array(whole.prefix(length))).get() }
    }
  }
}

@Suite struct OrientationTests {
  /// Where Exif says the stored picture's first row and first column are when it stands upright.
  @Test(arguments: [
    (1, "top", "left"), (2, "top", "right"), (3, "bottom", "right"), (4, "bottom", "left"),
    (5, "left", "top"), (6, "right", "top"), (7, "right", "bottom"), (8, "left", "bottom"),
  ])
  func picturesAreTurnedUpright(number: Int, row: String, column: String) throws {
    let m = try #require(Orientation(rawValue: number)).matrix
    func side(_ x: Double, _ y: Double) -> String {
      let (px, py) = (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
      if abs(px) < 1e-9 { return "left" }
      if abs(px - 1) < 1e-9 { return "right" }
      return py > 0.5 ? "top" : "bottom"
    }
    // The middle of the stored first row is above, of the first column on the left.
    #expect(side(0.5, 1) == row)
    #expect(side(0, 0.5) == column)
  }
}
