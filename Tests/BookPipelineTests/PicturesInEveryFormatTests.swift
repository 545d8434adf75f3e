import BookDisk
import BookModel
import BookPictures
import BookPipeline
import BookTestSupport
import BookZip
import Foundation
import Testing

/// Every picture that a chapter shows stands in the e-book and on the site, in its own proportions.
@Suite("Pictures in every format") struct PicturesInEveryFormatTests {
  private static let pictures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/pictures")

  @Test(arguments: 0..<12) func allStand(seed: Int) async throws {
    var numbers = EditNumbers(state: UInt64(seed) &* 7919 &+ 3)
    let kinds = ["turned-6.jpg", "portrait-6.jpg", "plain.gif", "through.png"]
    var files: [String: String] = [:]
    var text = "# One\n\nThe first words.\n\n"
    func picture(_ isPath: Bool) -> String {
      let kind = kinds.randomElement(using: &numbers) ?? kinds[0]
      let path = "p\(files.count)." + kind.suffix(3)
      files[path] = kind
      return isPath ? path : "![\(path)](\(path))"
    }
    for number in 0..<8 {
      let index = seed * 3 + number
      text += PicturePlaces.filled(index % PicturePlaces.all.count, number: number, picture)
    }
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\nformats: [epub, html]\n",
      "chapters/01.md": text,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, kind) in files {
      try FileManager.default.copyItem(
        at: Self.pictures.appending(path: kind),
        to: folder.appending(path: "chapters/\(path)"))
    }
    let made = try await produce(ProductionRequest(book: folder.path), in: ProduceTests.here)
    let epub = try #require(made.artifacts.first { $0.path.hasSuffix(".epub") })
    var sheets: [String] = []
    let archive = try ZipReader(epub.bytes)
    for entry in archive.entries where entry.name.hasSuffix(".xhtml") {
      sheets.append(String(decoding: try archive.read(entry), as: UTF8.self))
    }
    let pages = made.artifacts.filter { $0.path.hasSuffix(".html") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    for (path, _) in files {
      let file = try #require(made.artifacts.first { $0.path.hasSuffix("images/\(path)") })
      let shown = examinePicture(file.bytes)
      for documents in [sheets, pages] {
        let found = documents.flatMap { tags(of: "images/\(path)", in: $0) }
        #expect(found.count == 1, "\(path) in \(text)")
        let tag = found.first ?? ""
        let width = try #require(number("width", in: tag))
        let height = try #require(number("height", in: tag))
        let distortion = width / height * Double(shown.height) / Double(shown.width)
        #expect(abs(distortion - 1) < 0.02, "\(tag) \(shown.width) × \(shown.height)")
        #expect(tag.contains("alt=\"\(path)\"") || tag.contains("alt=\"a\""))
      }
    }
  }

  private func tags(of picture: String, in document: String) -> [String] {
    document.split(separator: "<").filter { $0.hasPrefix("img ") && $0.contains("\"\(picture)\"") }
      .map(String.init)
  }

  private func number(_ name: String, in tag: String) -> Double? {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
    return Double(tag[start.upperBound...].prefix { $0 != "\"" })
  }
}
