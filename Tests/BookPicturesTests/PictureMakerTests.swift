import BookDiagnostics
import BookDisk
import BookModel
import Foundation
import Synchronization
import Testing

@testable import BookPictures

/// Pictures kept in memory, counted.
private final class Shelf: KeptPictures {
  private let kept = Mutex<[String: [UInt8]]>([:])
  private let taken = Mutex(0)

  var count: Int { kept.withLock(\.count) }
  var hits: Int { taken.withLock { $0 } }

  func picture(_ key: String) -> [UInt8]? {
    let found = kept.withLock { $0[key] }
    if found != nil { taken.withLock { $0 += 1 } }
    return found
  }
  func keep(_ bytes: [UInt8], as key: String) { kept.withLock { $0[key] = bytes } }
}

@Suite("Pictures as they are made", .enabled(if: PictureLibrary.ofThisMachine != nil))
struct PictureMakerTests {
  private let maker = PictureMaker(
    of: StampedFiles(files: [:]), library: { .ofThisMachine })

  @Test("however a camera held it, a picture is the same upright", arguments: 1...8)
  func upright(orientation: Int) throws {
    let library = try #require(PictureLibrary.ofThisMachine)
    let use = PictureUse(width: 100, height: 100)
    func made(_ number: Int) throws -> MadePicture {
      try library.make(fixture("turned-\(number).jpg"), for: use, isLossless: true).get()
    }
    let (first, turned) = (try made(1), try made(orientation))
    #expect(PixelBox(width: turned.width, height: turned.height) == PixelBox(width: 48, height: 32))
    #expect(turned.kind == .png)
    #expect(turned.bytes == first.bytes)
  }

  @Test("a PNG is turned as its Exif says", arguments: [3, 6, 8])
  func uprightPNG(orientation: Int) throws {
    let library = try #require(PictureLibrary.ofThisMachine)
    let use = PictureUse(width: 100, height: 100)
    let (first, turned) = try (
      library.make(fixture("turned-1.png"), for: use, isLossless: true).get(),
      library.make(fixture("turned-\(orientation).png"), for: use, isLossless: true).get()
    )
    #expect(turned.bytes == first.bytes)
    let prepared = maker.prepare(fixture("turned-6.png"), at: "a.png", isCover: false)
    #expect(
      PixelBox(width: prepared.width, height: prepared.height) == PixelBox(width: 48, height: 32))
  }

  @Test("a turned picture is made upright and says nothing of its camera")
  func portrait() {
    let picture = maker.prepare(fixture("portrait-6.jpg"), at: "a.jpg", isCover: false)
    #expect(
      PixelBox(width: picture.width, height: picture.height) == PixelBox(width: 32, height: 48))
    #expect(picture.kind == .jpeg)
    #expect(picture.faults.isEmpty)
    #expect(!String(decoding: picture.bytes, as: UTF8.self).contains("Exif"))
    #expect(!String(decoding: picture.bytes, as: UTF8.self).contains("A camera"))
  }

  @Test(
    "what readers do not show becomes what they do",
    arguments: [
      ("cmyk.jpg", "image/jpeg"), ("plain.webp", "image/png"), ("plain.tiff", "image/png"),
      ("plain.heic", "image/jpeg"), ("deep.png", "image/png"), ("large.jpg", "image/jpeg"),
    ])
  func kinds(name: String, mediaType: String) throws {
    let original = fixture(name)
    let picture = maker.prepare(original, at: name, isCover: false)
    #expect(picture.faults.isEmpty)
    #expect(picture.kind?.mediaType == mediaType)
    #expect(picture.bytes != original)
    let again = examinePicture(picture.bytes)
    #expect(again.width == picture.width && again.height == picture.height)
    #expect(picture.width * picture.height <= PictureUse.mostPixelsInEbook)
  }

  @Test(
    "what is good as it is stays as it is", arguments: ["turned-1.jpg", "plain.gif", "through.png"])
  func untouched(name: String) {
    let picture = maker.prepare(fixture(name), at: name, isCover: false)
    #expect(picture.bytes == examinePicture(fixture(name)).published)
    #expect(
      PixelBox(width: picture.width, height: picture.height) == PixelBox(width: 48, height: 32))
  }

  @Test(
    "a broken picture is told", arguments: ["large.jpg", "deep.png", "plain.heic", "plain.webp"])
  func broken(name: String) {
    var bytes = fixture(name)
    bytes.replaceSubrange(
      30..<min(bytes.count, 4000), with: repeatElement(0, count: min(bytes.count, 4000) - 30))
    let picture = maker.prepare(bytes, at: name, isCover: false)
    #expect(picture.isRefused)
    #expect(picture.faults.allSatisfy { [.imageTruncated, .imageBomb].contains($0.code) })
  }

  @Test("a page gets a picture as large as it needs, once")
  func fitting() throws {
    let large = fixture("large.jpg")
    let shelf = Shelf()
    let files = StampedFiles(files: ["large.jpg": large], stamps: ["large.jpg": "1"])
    let maker = PictureMaker(of: files, library: { .ofThisMachine }, keeping: shelf)
    let prepared = maker.prepare(large, at: "large.jpg", isCover: false)
    var image = PublicationImage(
      path: "large.jpg", name: "images/large.jpg", mediaType: "image/jpeg", width: prepared.width,
      height: prepared.height, bytes: prepared.bytes)
    (image.originalWidth, image.originalHeight) = (2400, 1600)
    let box = PixelBox(width: 600, height: 600)
    let small = try #require(maker.picture(image, fitting: box, isGrey: false, isFlat: false))
    #expect(PixelBox(width: small.width, height: small.height) == PixelBox(width: 600, height: 400))
    #expect(maker.picture(image, fitting: box, isGrey: false, isFlat: false) == small)
    #expect(shelf.hits == 1)
    let grey = try #require(maker.picture(image, fitting: box, isGrey: true, isFlat: false))
    #expect(grey.bytes.count < small.bytes.count)
    // More than the e-book's copy has is taken from the author's own file, as far as that goes.
    let huge = try #require(
      maker.picture(
        image, fitting: PixelBox(width: 5000, height: 5000), isGrey: false, isFlat: false))
    #expect(PixelBox(width: huge.width, height: huge.height) == PixelBox(width: 2400, height: 1600))
    #expect(
      maker.picture(
        image, fitting: PixelBox(width: prepared.width - 9, height: 5000), isGrey: false,
        isFlat: false) == nil)
    #expect(shelf.count == 4)
  }

  @Test("what shows through is white in print")
  func flat() throws {
    let bytes = fixture("through.png")
    let image = PublicationImage(
      path: "through.png", name: "images/through.png", mediaType: "image/png", width: 48,
      height: 32, bytes: bytes)
    let box = PixelBox(width: 480, height: 320)
    #expect(maker.picture(image, fitting: box, isGrey: false, isFlat: false) == nil)
    let flat = try #require(maker.picture(image, fitting: box, isGrey: false, isFlat: true))
    // Colour without alpha (PNG, third edition, 11.2.1: colour type 2).
    #expect(flat.mediaType == "image/png" && flat.bytes[25] == 2)
  }

  @Test("made twice the bytes are the same")
  func same() {
    let twice = (0..<2).map { _ in
      maker.prepare(fixture("large.jpg"), at: "large.jpg", isCover: false).bytes
    }
    #expect(twice[0] == twice[1])
  }
}

@Suite("Pictures where there is no library")
struct PicturesWithoutLibraryTests {
  private let maker = PictureMaker(of: StampedFiles(files: [:]), library: { nil })

  @Test("they pass as they are, upright in size and without camera or place")
  func pass() {
    let turned = maker.prepare(fixture("turned-6.jpg"), at: "a.jpg", isCover: false)
    #expect(PixelBox(width: turned.width, height: turned.height) == PixelBox(width: 48, height: 32))
    #expect(!String(decoding: turned.bytes, as: UTF8.self).contains("A camera"))
    #expect(!turned.isRefused)
    let held = examinePicture(fixture("turned-6.webp"))
    #expect(PixelBox(width: held.width, height: held.height) == PixelBox(width: 48, height: 32))
    #expect(held.isTurned && held.faults.isEmpty)
    let png = maker.prepare(fixture("turned-6.png"), at: "a.png", isCover: false)
    #expect(PixelBox(width: png.width, height: png.height) == PixelBox(width: 48, height: 32))
    #expect(!String(decoding: png.bytes, as: UTF8.self).contains("A camera"))
    #expect(examinePicture(png.bytes).isTurned && examinePicture(png.bytes).published == png.bytes)
    let large = maker.prepare(fixture("large.jpg"), at: "b.jpg", isCover: false)
    #expect(
      !large.isTooLarge
        && PixelBox(width: large.width, height: large.height) == PixelBox(width: 2400, height: 1600)
    )
  }

  @Test(
    "what no reader shows is told with what would help", arguments: ["plain.heic", "plain.tiff"])
  func told(name: String) {
    let picture = maker.prepare(fixture(name), at: name, isCover: false)
    #expect(picture.faults.map(\.code) == [.imageFormat])
    #expect(
      picture.faults.first?.message.contains("libvips") == true
        || picture.faults.first?.message.contains("vips") == true)
  }
}

@Suite("The pictures kept for the next build")
struct PictureCacheTests {
  @Test("are found again, and those not used for longest go first")
  func sweep() throws {
    let folder = NSTemporaryDirectory() + "/pictures-\(UUID().uuidString)/kept"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = PictureCache(folder: folder, most: 250)
    #expect(cache.picture("a") == nil)
    for key in ["a", "b", "c"] {
      cache.keep([UInt8](repeating: 1, count: 100), as: key)
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(cache.picture("a")?.count == 100)
    cache.sweep()
    #expect(cache.picture("b") == nil)
    #expect(cache.picture("a") != nil && cache.picture("c") != nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a", "c"])
  }

  @Test("a folder that cannot be written is no fault")
  func unwritable() {
    let cache = PictureCache(folder: "/proc/nothing/here")
    cache.keep([1], as: "a")
    #expect(cache.picture("a") == nil)
    cache.sweep()
  }
}

@Suite("Pictures that would take too much memory") struct HeldPictureTests {
  /// The head of a PNG, and as much more as it needs to be whole.
  private func png(_ side: UInt32, isInterlaced: Bool) -> [UInt8] {
    func four(_ number: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    func chunk(_ name: String, _ data: [UInt8], code: UInt32 = 0) -> [UInt8] {
      four(UInt32(data.count)) + Array(name.utf8) + data + four(code)
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", four(side) + four(side) + [8, 2, 0, 0, isInterlaced ? 1 : 0])
      + chunk("IDAT", [0], code: 0x2838_7DE8) + chunk("IEND", [])
  }

  @Test(
    "are refused by their heads",
    arguments: [
      (UInt32(8_000), true, false), (8_001, true, true), (12_000, false, false),
      (15_000, false, false), (16_000, false, true), (4_000_000_000, false, true),
    ])
  func refused(side: UInt32, isInterlaced: Bool, isRefused: Bool) {
    let codes = examinePicture(png(side, isInterlaced: isInterlaced)).faults.map(\.code)
    #expect(codes == (isRefused ? [DiagnosticCode.imageBomb] : []))
  }
}

@Suite("What is left out of pictures, and what is broken in them") struct PictureBytesTests {
  @Test("a PNG with one wrong byte is broken")
  func wrongByte() throws {
    var bytes = fixture("turned-1.png")
    let data = try #require(bytes.firstRange(of: Array("IDAT".utf8)))
    bytes[data.upperBound + 4] ^= 1
    #expect(examinePicture(bytes).faults.map(\.code) == [.imageTruncated])
  }

  /// A TIFF whose directories have these kinds: 0 is a page, 1 a small copy of one.
  private func tiff(_ kinds: [UInt8], isLittle: Bool) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      return isLittle ? bytes : bytes.reversed()
    }
    var bytes = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
    for (index, kind) in kinds.enumerated() {
      bytes += number(1, 2) + number(254, 2) + number(4, 2) + number(1, 4) + number(Int(kind), 4)
      bytes += number(index + 1 < kinds.count ? bytes.count + 4 : 0, 4)
    }
    return bytes
  }

  @Test(
    "pages of a TIFF that are not shown are told",
    arguments: [([0], 0), ([0, 1], 0), ([0, 0], 1), ([0, 1, 0, 1, 0], 1)] as [([UInt8], Int)])
  func pages(kinds: [UInt8], faults: Int) {
    for isLittle in [true, false] {
      let codes = examinePicture(tiff(kinds, isLittle: isLittle)).faults.map(\.code)
      #expect(codes == Array(repeating: .imagePages, count: faults))
    }
    // One that leads back to its own beginning ends none the less.
    var endless = tiff([0, 0], isLittle: true)
    endless.replaceSubrange((endless.count - 4)..., with: [8, 0, 0, 0])
    #expect(examinePicture(endless).faults.map(\.code) == [.imagePages])
  }

  @Test("a GIF keeps what it shows and no comment")
  func comment() throws {
    let plain = fixture("plain.gif")
    let published = examinePicture(plain).published
    #expect(examinePicture(published).faults.isEmpty)
    let comment: [UInt8] = [0x21, 0xFE, 4] + Array("Anna".utf8) + [0]
    // Before the trailer.
    let spoken = plain.dropLast() + comment + [0x3B]
    #expect(examinePicture(Array(spoken)).published == published)
  }

  @Test("a GIF that holds no picture is refused")
  func pictureMissing() {
    let nothing: [UInt8] =
      Array("GIF89a".utf8) + [1, 0, 1, 0, 0x7F, 0, 0, 0x21, 0xFF, 2, 0, 0, 0, 0x3B]
    #expect(examinePicture(nothing).isRefused)
  }
}
