package import BookDiagnostics
package import BookModel

/// Which bytes of the manuscript each line of a document came from.
///
/// Every block starts a line of its own, and a soft line end stays one, so that a fault that the
/// validator finds on a line of XHTML is shown at the line of Markdown that caused it.
package struct LineOrigins: Sendable {
  enum Place: Sendable {
    /// Made from this.
    case span(SourceSpan)
    /// Offset into the chapter's text of the line's first byte.
    case text(Int32)
    /// Made by bookc itself.
    case none
  }

  private var entries: [(line: Int32, place: Place)] = []

  package init() {}

  mutating func add(line: Int, _ place: Place) {
    if let last = entries.last, last.line == Int32(clamping: line) {
      // The outermost block on a line speaks for it, unless only bookc's own text stood there.
      if case .none = last.place { entries[entries.count - 1].place = place }
      return
    }
    entries.append((Int32(clamping: line), place))
  }

  /// The bytes that a 1-based line of the document came from, nil for what bookc added.
  package func span(ofLine line: Int, in chapter: ParsedChapter?) -> SourceSpan? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].line) <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    switch entries[low - 1].place {
    case .none: return nil
    case .span(let span): return span
    case .text(let offset):
      guard let chapter, Int(offset) < chapter.text.count else { return nil }
      let start = Int(offset)
      let end = chapter.text[start...].firstIndex(of: 0x0A) ?? chapter.text.count
      return chapter.span(start..<max(start + 1, end))
    }
  }
}
