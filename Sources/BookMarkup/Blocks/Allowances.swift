import BookDiagnostics
import BookModel

extension ChapterReader {
  /// Reads a comment; `bookc:allow CODE reason` silences that code in the block that follows.
  mutating func readComment(_ words: String, at span: SourceSpan, isOwnBlock: Bool) {
    let parts = words.split(whereSeparator: \.isWhitespace)
    guard let first = parts.first, first.hasPrefix("bookc:") else { return }
    guard first == "bookc:allow", parts.count >= 2, isCode(parts[1]) else {
      report(
        .allowanceUnread, "the comment '\(words)' is no 'bookc:allow CODE reason'", at: span)
      return
    }
    let reason = parts[2...].joined(separator: " ")
    if reason.isEmpty {
      report(
        .allowanceUnread, "'bookc:allow \(parts[1])' gives no reason and allows nothing", at: span)
      return
    }
    let isFirst = isOwnBlock && place.note == nil && prose.prose.isEmpty && chapter.sections.isEmpty
    chapter.allowances.append(
      Allowance(
        code: String(parts[1]), reason: reason, span: span,
        covers: isFirst ? self.span(0, original.count) : span))
    if isOwnBlock, !isFirst { pendingAllowances.append(chapter.allowances.count - 1) }
    if !isOwnBlock, let leaf = leafSpan {
      chapter.allowances[chapter.allowances.count - 1].covers = span.union(leaf)
    }
  }

  /// From where the leaf being read began to the end of this line.
  private var leafSpan: SourceSpan? {
    guard !prose.hasNoText else { return nil }
    let start = sourceSpan(prose.start..<prose.start + 1)
    return span(Int(start.start), max(Int(start.end), cursor.lineEnd + cursor.delta))
  }

  private func isCode(_ word: Substring) -> Bool {
    word.utf8.count == 5 && word.hasPrefix("B") && word.dropFirst().allSatisfy(\.isNumber)
  }

  /// Lets the comments before a block cover it.
  mutating func settleAllowances(with span: SourceSpan) {
    if pendingAllowances.isEmpty { return }
    for index in pendingAllowances {
      chapter.allowances[index].covers = chapter.allowances[index].span.union(span)
    }
    pendingAllowances.removeAll()
  }

  /// Comments with no block after them cover nothing but themselves.
  mutating func settleAllowances(before end: Int) { pendingAllowances.removeAll() }
}
