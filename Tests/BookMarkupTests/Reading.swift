import BookDiagnostics
import BookMarkup
import BookModel

/// A chapter read for a test, with what is needed to look at it.
struct Reading {
  let bytes: [UInt8]
  let chapter: ParsedChapter
  let diagnostics: [Diagnostic]

  init(_ bytes: [UInt8], language: String = "en", header: ChapterHeader = ChapterHeader()) {
    self.bytes = bytes
    let result = parseChapter(
      bytes, source: SourceID(0), header: header, language: language)
    chapter = result.value
    diagnostics = result.diagnostics
  }

  init(_ text: String, language: String = "en", header: ChapterHeader = ChapterHeader()) {
    self.init(Array(text.utf8), language: language, header: header)
  }

  /// The words of each leaf.
  var leaves: [String] { chapter.prose.map { chapter.string($0.text) } }

  /// `B0201 3:1`, one for each diagnostic.
  var faults: [String] {
    let table = LineTable(bytes)
    return diagnostics.map { diagnostic in
      let place = table.position(Int(diagnostic.span?.start ?? 0))
      return "\(diagnostic.code.id) \(place.line):\(place.column)"
    }
  }

  /// The bytes of the file in a span.
  func source(_ span: SourceSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  /// The source of the first place where these words stand.
  func source(of words: String) -> String? {
    let needle = Array(words.utf8)
    guard let start = chapter.text.firstRange(of: needle)?.lowerBound else { return nil }
    return source(chapter.span(start..<start + needle.count))
  }
}
