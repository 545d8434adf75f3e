import BookDiagnostics
import Foundation
import Testing

@Suite("The catalogue of messages")
struct CatalogueTests {
  static let sources = SourceTree.swiftFiles(in: "Sources")

  /// Every `static let name = DiagnosticCode(` with its code.
  static let declared: [(name: String, id: String)] = sources.flatMap { file in
    file.text.matches(of: /static let (\w+) = DiagnosticCode\(\s*"(B\d{4})"/).map {
      (String($0.1), String($0.2))
    }
  }

  @Test("every declared code is listed once, in its own area's range")
  func everyCodeIsListed() {
    #expect(!Self.declared.isEmpty)
    #expect(Set(Self.declared.map(\.id)) == Set(DiagnosticCode.all.map(\.id)))
    #expect(Self.declared.count == DiagnosticCode.all.count, "a code is listed or declared twice")
    let areas: [(String, [DiagnosticCode])] = [
      ("B01", DiagnosticCode.manuscript), ("B02", DiagnosticCode.markdown),
      ("B03", DiagnosticCode.people), ("B04", DiagnosticCode.dates),
      ("B05", DiagnosticCode.xhtml), ("B06", DiagnosticCode.epub),
      ("B07", DiagnosticCode.typesetting), ("B08", DiagnosticCode.prose),
      ("B09", DiagnosticCode.accessibility), ("B10", DiagnosticCode.importing),
    ]
    for (prefix, codes) in areas {
      for code in codes { #expect(code.id.hasPrefix(prefix)) }
    }
  }

  @Test("every code is used outside the catalogue")
  func everyCodeIsUsed() {
    for (name, id) in Self.declared {
      let isUsed = Self.sources.contains { file in
        !file.path.contains("/Catalogue/") && file.text.contains(".\(name)")
      }
      #expect(isUsed, "\(id) \(name) is declared but never given")
    }
  }

  @Test("every explanation says more than the title", arguments: DiagnosticCode.all.map(\.id))
  func everyCodeIsExplained(id: String) throws {
    let code = try #require(DiagnosticCode.all.first { $0.id == id })
    #expect(code.explanation.count > code.title.count + 60, "\(id) is hardly explained")
    #expect(!code.title.hasSuffix("."))
  }
}
