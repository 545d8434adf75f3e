import BookPipeline
import Foundation
import Testing

@Suite("The theme that is built in")
struct BuiltInThemeTests {
  @Test(
    "it is the folder Styles/classic, byte for byte (if not: Scripts/embed-theme)",
    arguments: [
      ("book.css", BuiltInTheme.bookCSS), ("preview.css", BuiltInTheme.previewCSS),
      ("theme.yaml", BuiltInTheme.page),
    ])
  func equalsTheFolder(file: String, text: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let onDisk = try String(
      contentsOf: root.appending(path: "Styles/classic/\(file)"), encoding: .utf8)
    #expect(text == onDisk)
  }
}
