// BookDiagnostics: what went wrong, where, and what would mend it.
// In: values from every stage. Out: text, JSON, SARIF and GitHub annotations. It knows no book.

/// The place of one file in `SourceFiles`.
package struct SourceID: Hashable, Comparable, Sendable {
  /// Index into `SourceFiles`.
  package var index: Int32

  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (a: SourceID, b: SourceID) -> Bool { a.index < b.index }
}

/// A half-open range of UTF-8 bytes in one source file.
///
/// Lines and columns are worked out only when a message is shown.
package struct SourceSpan: Hashable, Comparable, Sendable {
  /// The file the bytes are in.
  package var file: SourceID
  /// Offset of the first byte, from the start of the file.
  package var start: Int32
  /// Offset after the last byte.
  package var end: Int32

  package init(file: SourceID, start: Int, end: Int) {
    self.file = file
    self.start = Int32(start)
    self.end = Int32(max(start, end))
  }

  /// The offsets as integers.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// The smallest span that holds both; `other` must be in the same file.
  package func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(
      file: file, start: Int(min(start, other.start)), end: Int(max(end, other.end)))
  }

  /// The part of this span from `from` to `to`, in bytes relative to its start.
  package func part(_ from: Int, _ to: Int) -> SourceSpan {
    SourceSpan(file: file, start: Int(start) + from, end: Int(start) + to)
  }

  package static func < (a: SourceSpan, b: SourceSpan) -> Bool {
    (a.file, a.start, a.end) < (b.file, b.start, b.end)
  }
}
