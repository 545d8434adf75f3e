import BookDiagnostics
import BookModel
import Testing

@testable import BookXHTML

/// The cover of a book that has no picture for one.
struct CoverDrawingTests {
  private static let metadata: BookMetadata = {
    var metadata = BookMetadata(title: "The Long Way Home from Queensferry", language: "en")
    metadata.subtitle = "A Life in Four Kitchens"
    metadata.contributors = ["Ada Berg", "Otto Berg"].map(author)
    metadata.publisher = "The Attic Press"
    return metadata
  }()

  private static func author(_ name: String) -> Contributor {
    Contributor(name: name, sort: name, role: "aut")
  }

  private func drawing(
    _ layout: CoverDesign.Layout, _ metadata: BookMetadata = Self.metadata
  ) -> String {
    var design = CoverDesign()
    design.layout = layout
    return String(decoding: CoverDrawing(metadata, design: design).svg(), as: UTF8.self)
  }

  @Test("every layout says all that a cover says", arguments: CoverDesign.Layout.allCases)
  func saysEverything(_ layout: CoverDesign.Layout) {
    let words = drawing(layout).split(separator: "<").compactMap { element in
      element.hasPrefix("text") ? element.split(separator: ">").last.map(String.init) : nil
    }
    let wanted = "The Long Way Home from Queensferry A Life in Four Kitchens Ada Berg Otto Berg "
    #expect(words.joined(separator: " ") == wanted + "The Attic Press")
  }

  @Test("no two layouts are alike") func differ() {
    let drawings = CoverDesign.Layout.allCases.map { drawing($0) }
    #expect(Set(drawings).count == drawings.count)
  }

  @Test("words stand on the cover, and in order from above", arguments: CoverDesign.Layout.allCases)
  func standsWithin(_ layout: CoverDesign.Layout) {
    var long = Self.metadata
    long.title = String(repeating: "Everything I Remember and Some of It Twice ", count: 4)
    long.contributors = (0..<3).map { Self.author("Bartholomew Featherstonehaugh \($0)") }
    for metadata in [Self.metadata, long] {
      let lines = drawing(layout, metadata).split(separator: "\n").filter {
        $0.hasPrefix("<text")
      }
      let heights = lines.compactMap { line in
        line.split(separator: " y=\"").last?.split(separator: "\"").first.flatMap { Int($0) }
      }
      #expect(heights.count == lines.count)
      #expect(heights == heights.sorted())
      #expect(heights.allSatisfy { (200..<2500).contains($0) })
    }
  }

  @Test("what is read from the right begins at the right") func fromTheRight() {
    var hebrew = Self.metadata
    hebrew.language = "he"
    #expect(drawing(.flush, hebrew).contains("x=\"1450\""))
    #expect(drawing(.flush, hebrew).contains("direction=\"rtl\""))
    #expect(!drawing(.flush).contains("direction"))
  }

  @Test("only a colour is taken for one")
  func colours() {
    let span = SourceSpan(file: SourceID(0), start: 0, end: 0)
    func node(_ content: YAMLNode.Content) -> YAMLNode { YAMLNode(content, span: span) }
    func entry(_ key: String, _ content: YAMLNode.Content) -> YAMLNode.Entry {
      YAMLNode.Entry(key: key, keySpan: span, value: node(content))
    }
    func design(_ value: String) -> CoverDesign {
      CoverDesign(
        node(
          .mapping([
            entry(
              "cover",
              .mapping([
                entry("ground", .scalar(value, isPlain: false)),
                entry("layout", .scalar("flush", isPlain: true)),
              ]))
          ])))
    }
    #expect(design("#A1b2c3").ground == "#A1b2c3")
    for value in ["red", "#12345", "#12345g", "\"/><script/>", "#1234567"] {
      #expect(design(value).ground == CoverDesign().ground)
    }
    #expect(design("red").layout == .flush)
    #expect(CoverDesign(nil) == CoverDesign())
  }
}
