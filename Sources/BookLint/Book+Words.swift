import BookDiagnostics
import BookModel

extension Book {
  /// The bytes in the file that a range of a chapter's words was made from.
  func span(_ chapter: Int, _ range: Range<Int>) -> SourceSpan { chapters[chapter].span(range) }

  /// The words of a range, on one line.
  func words(_ chapter: Int, _ range: Range<Int>) -> String {
    chapters[chapter].string(range).split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }
}

extension SourceSpan {
  /// How long an underlined entry of a YAML file may be; beyond that its beginning alone is shown.
  private static let longestShown = 80

  /// The first byte.
  var first: SourceSpan { SourceSpan(file: file, start: Int(start), end: Int(start) + 1) }

  /// The span, or its first byte where it is long.
  var brief: SourceSpan { range.count > Self.longestShown ? first : self }
}
