import BookDiagnostics
import BookManuscript
import BookModel
import BookPictures
import BookTestSupport
import Testing

@Suite("Images")
struct ImageTests {
  static func png(width: Int = 2, height: Int = 2, extra: [[UInt8]] = []) -> [UInt8] {
    func number(_ n: Int) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: n >> (24 - $0 * 8)) }
    }
    func chunk(_ name: String, _ data: [UInt8], code: Int = 0) -> [UInt8] {
      number(data.count) + Array(name.utf8) + data + number(code)
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", number(width) + number(height) + [8, 2, 0, 0, 0]) + extra.flatMap { $0 }
      + chunk("tEXt", Array("Author\0Jane".utf8)) + chunk("IDAT", [1, 2, 3], code: 0x533717ad)
      + chunk("IEND", [])
  }

  static func exifWithPlace(orientation: UInt8) -> [UInt8] {
    Array("Exif".utf8) + [0, 0]
      + [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
      + [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0x26, 0, 0, 0, 0] + Array("SECRETPLACE".utf8)
  }

  static func jpeg(_ exif: [UInt8] = []) -> [UInt8] {
    let app1: [UInt8] = exif.isEmpty ? [] : [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
    return [0xFF, 0xD8] + app1
      + [0xFF, 0xC0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0]
      + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9]
  }

  static func read(_ path: String, _ bytes: [UInt8], written: String? = nil) async -> (
    images: [PublicationImage], codes: [String]
  ) {
    var workspace = MemoryWorkspace.soundBook(with: [
      "chapters/01-one.md": "# One\n\n![The house](\(written ?? path))\n\nIt was a cold spring.\n"
    ])
    workspace.files[path] = bytes
    let reading = await readBook(
      in: workspace, sourceDateEpoch: nil, jobs: 1,
      pictures: PictureMaker(of: workspace, library: { nil }))
    for diagnostic in reading.diagnostics {
      #expect(
        diagnostic.span.map {
          LineTable(reading.sources[$0.file].bytes).position(Int($0.start)).line
        } == 3)
    }
    return (reading.book?.images ?? [], reading.diagnostics.map(\.code.id))
  }

  @Test("a PNG is published without its texts")
  func texts() async throws {
    let (images, codes) = await Self.read("images/house.png", Self.png())
    #expect(codes == [])
    let image = try #require(images.first)
    #expect(image.mediaType == "image/png")
    #expect([image.width, image.height] == [2, 2])
    #expect(image.name == "images/house.png")
    #expect(!String(decoding: image.bytes, as: UTF8.self).contains("Jane"))
  }

  @Test("width and height are those of the picture held upright", arguments: UInt8(1)...8)
  func upright(orientation: UInt8) async throws {
    let (images, _) = await Self.read(
      "images/house.jpg", Self.jpeg(Self.exifWithPlace(orientation: orientation)))
    let image = try #require(images.first)
    #expect([image.width, image.height] == (orientation < 5 ? [40, 30] : [30, 40]))
  }

  @Test("a photograph's place is left out; its orientation stays")
  func places() async throws {
    let (images, codes) = await Self.read(
      "images/house.jpg", Self.jpeg(Self.exifWithPlace(orientation: 6)))
    #expect(codes == [])
    let image = try #require(images.first)
    #expect([image.width, image.height] == [30, 40])
    #expect(!String(decoding: image.bytes, as: UTF8.self).contains("SECRETPLACE"))
    let (again, none) = await Self.read("images/house.jpg", image.bytes)
    #expect(none == [])
    #expect(again.first?.bytes == image.bytes)
  }

  @Test(
    "what is no picture that a book can show is refused",
    arguments: [
      ([], "B0144"), (Array(png().dropLast(14)), "B0143"), (Array(jpeg().dropLast(2)), "B0143"),
      ([0x49, 0x49, 0x2A, 0] + [UInt8](repeating: 0, count: 40), "B0145"),
      (Array("hello".utf8), "B0145"), (png(width: 60_000, height: 60_000), "B0148"),
      (png(width: 10_000, height: 10_000), "B0147"),
      (Array("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".utf8), "B0151"),
      (Array("<svg onload='x()' viewBox='0 0 1 1'></svg>".utf8), "B0151"),
      (Array("<svg><image href='http://example.org/a.png'/></svg>".utf8), "B0152"),
      (Array("<svg><rect style='fill:url(http://example.org/a)'/></svg>".utf8), "B0152"),
      (
        Array("<!DOCTYPE svg [<!ENTITY a '<b/>'>]><svg><text>&a;</text></svg>".utf8), "B0153"
      ),
      (Array("<svg><g></svg>".utf8), "B0153"),
    ] as [([UInt8], String)])
  func refusals(bytes: [UInt8], code: String) async {
    let first = code == "B0151" || code == "B0152" || code == "B0153" ? "svg" : "png"
    let codes = await Self.read("images/house.\(first)", bytes).codes.filter { $0 != "B0149" }
    #expect(codes == [code])
  }

  @Test("a harmless SVG with a document type and styles is taken")
  func goodSVG() async {
    let svg = """
      <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">
      <!-- a <script> in a comment --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
      <style>text { fill: black }</style><use href="#a"/><rect fill="url(#g)"/></svg>
      """
    let (images, codes) = await Self.read("images/map.svg", Array(svg.utf8))
    #expect(codes == [])
    #expect(images.first.map { [$0.width, $0.height] } == [400, 300])
  }

  @Test("the name follows the content, and capitals must agree")
  func names() async {
    let (images, codes) = await Self.read(
      "images/Our House (1).jpg", Self.png(), written: "<images/Our House (1).jpg>")
    #expect(codes == ["B0149"])
    #expect(images.first?.name == "images/our-house-1.png")
    #expect(
      await Self.read("images/house.png", Self.png(), written: "images/House.PNG").codes == [
        "B0142"
      ])
    #expect(
      await Self.read("images/house.png", Self.png(), written: "images/hose.png").codes == ["B0140"]
    )
    #expect(
      await Self.read("images/house.png", Self.png(), written: "../../house.png").codes == ["B0141"]
    )
    #expect(
      await Self.read("images/house.png", Self.png(), written: "https://example.org/h.png").codes
        == ["B0146"])
  }

  @Test("no broken file, however it is cut or changed, does harm")
  func damagedFiles() async {
    var state: UInt64 = 42
    func random(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    let samples = [
      Self.png(), Self.jpeg(Self.exifWithPlace(orientation: 3)),
      Array("RIFF".utf8) + [40, 0, 0, 0] + Array("WEBPVP8X".utf8) + [
        10, 0, 0, 0, 12, 0, 0, 0, 1, 0, 0, 1, 0, 0,
      ]
        + Array("EXIF".utf8) + [4, 0, 0, 0, 1, 2, 3, 4], Array("<svg a='b'><g/></svg>".utf8),
    ]
    for sample in samples {
      for _ in 0..<60 {
        var bytes = Array(sample.prefix(random(sample.count) + 1))
        for _ in 0..<random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
        _ = await Self.read("images/house.png", bytes)
      }
    }
  }
}
