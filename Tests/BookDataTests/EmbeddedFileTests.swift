import BookData
import Foundation
import Testing

@Suite("Embedded files")
struct EmbeddedFileTests {
  static let places: [(EmbeddedFile, String)] = [
    (.lexicon, "Sources/BookPeople/Names/Data/lexicon.txt"),
    (.characters, "Sources/BookTypesetting/Text/Characters/characters.table"),
    (.nicknames, "Sources/BookPeople/Names/Data/nicknames.txt"),
    (.spanWeights, "Sources/BookPeople/Discovery/span.weights"),
    (.classicBookCSS, "Styles/classic/book.css"),
    (.classicPreviewCSS, "Styles/classic/preview.css"),
    (.classicTheme, "Styles/classic/theme.yaml"),
    (.earlyJS, "Sources/BookPreview/Live/early.js"),
    (.liveJS, "Sources/BookPreview/Live/live.js"),
    (.liveCSS, "Sources/BookPreview/Live/live.css"),
  ]

  @Test("each is the file where it stands, byte for byte", arguments: places)
  func isTheFile(file: EmbeddedFile, path: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    #expect(try Data(contentsOf: root.appending(path: path)) == Data(file.bytes))
  }

  @Test("every one is held to its place, and numbers in it can be read where they lie")
  func allAreThere() {
    #expect(Set(Self.places.map(\.0)) == Set(EmbeddedFile.allCases))
    for file in EmbeddedFile.allCases {
      file.withBytes { #expect(UInt(bitPattern: $0.baseAddress) % 8 == 0) }
    }
  }
}
