import BookDisk
import BookFonts
import BookTestSupport
import Foundation
import Testing

/// What bookc makes of the books in `Tests/Goldens`, held to what was recorded, byte for byte.
///
/// `RECORD_GOLDENS=1 swift test --filter GoldenTests` records anew; `git diff` then shows what
/// that changes for a reader.
@Suite("Goldens")
struct GoldenTests {
  static let environment = ProcessInfo.processInfo.environment
  static let records = environment["RECORD_GOLDENS"] == "1" && environment["CI"] == nil

  /// Pages are set with what the machine has: only the same font files and the same patterns of
  /// hyphenation give the same lines.
  ///
  /// Empty where no pages can be set.
  static let fontList: String = {
    guard let library = try? FontLibrary.system(DiskWorkspace.machine).get() else { return "" }
    let families = ["EB Garamond", "DejaVu Serif", "DejaVu Sans", "DejaVu Sans Mono"]
    let faces = families.map { family in
      let face = library.face(FontRequest(family: family))
      let size = face.flatMap {
        try? FileManager.default.attributesOfItem(atPath: $0.path)[.size] as? Int
      }
      guard let face, let size else { return "\(family): none" }
      return "\(family): \(face.postScriptName), \(face.glyphCount) glyphs, \(size) bytes"
    }
    let patterns = ["en-GB", "en-US", "fr"].map { language in
      "hyphenation \(language): \(Hyphenator.load(language: language, from: DiskWorkspace.machine) == nil ? "none" : "there")"
    }
    return (faces + patterns).map { $0 + "\n" }.joined()
  }()
  static let fontFile = GoldenCase.folder.appending(path: "fonts.txt")
  static let hasRecordedFonts =
    !fontList.isEmpty
    && (records || (try? String(contentsOf: fontFile, encoding: .utf8)) == fontList)

  @Test("there are cases")
  func thereAreCases() throws {
    #expect(GoldenCase.all.count >= 5)
    if Self.records, !Self.fontList.isEmpty {
      try Self.fontList.write(to: Self.fontFile, atomically: true, encoding: .utf8)
    }
  }

  @Test(
    "messages, books, sites and reports",
    arguments: GoldenCase.all, [GoldenCase.Part.messages, .epub, .site, .reports])
  func isAsRecorded(_ golden: GoldenCase, _ part: GoldenCase.Part) throws {
    try hold(golden, part)
  }

  @Test(
    "pages",
    .enabled(
      if: hasRecordedFonts, "no pages, or other fonts than those in Tests/Goldens/fonts.txt"),
    arguments: GoldenCase.all)
  func pagesAreAsRecorded(_ golden: GoldenCase) throws { try hold(golden, .pages) }

  private func hold(_ golden: GoldenCase, _ part: GoldenCase.Part) throws {
    let made = try golden.produce(part)
    let place = golden.golden.appending(path: part.rawValue)
    if Self.records { return try made.replace(place) }
    for difference in made.differences(from: try FileTree(below: place)) {
      Issue.record("Tests/Goldens/\(golden.name)/golden/\(part.rawValue)/\(difference)")
    }
  }

  @Test("nothing lies among the recorded files that no test holds", arguments: GoldenCase.all)
  func noStrayFiles(_ golden: GoldenCase) throws {
    let known = Set(GoldenCase.Part.allCases.map(\.rawValue))
    let there = try FileTree(below: golden.golden).files.keys.compactMap {
      $0.split(separator: "/").first.map(String.init)
    }
    #expect(Set(there).subtracting(known) == [])
    #expect(!there.isEmpty || Self.records, "nothing is recorded of \(golden.name)")
  }
}
