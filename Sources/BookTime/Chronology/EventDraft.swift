import BookDiagnostics
import BookModel
import BookWords

/// An event before it has its place in the order.
struct EventDraft: Sendable {
  var event: Event
  /// What the author stated, nil when nothing was.
  var stated: EDTF?
  /// The expression in its sentence that dates it.
  var phrase: DatedPhrase?
  /// The id as the author wrote it, which two marks may share.
  var writtenID: String?
  /// Where it is told, for counting on: chapter and first byte.
  var order: (chapter: Int, byte: Int)
  /// Index of the earlier draft that its words count from, with the days between.
  var link: (draft: Int, least: Int, most: Int)?
}

extension EventDraft {
  /// Whether its own sentence says when it was, and needs no other for that.
  var saysWhen: Bool { phrase?.expression.basis == .explicit }

  /// The id as the author wrote it, else its own.
  var baseID: String { writtenID ?? event.id }

  /// The author's words for when, where they count from something else: what the chronology
  /// prints when it has no more than a year to print.
  var wording: String? {
    guard let words = event.words, let phrase, let first = words.first else { return nil }
    switch phrase.meaning {
    // "This year", "the next year" are the year that the row stands under.
    case .same(.year, nil), .step(.year, _, nil): return nil
    case .shift, .same, .step, .deictic: return first.lowercased() + words.dropFirst()
    case .calendar(let said): return said.year == nil ? words : nil
    default: return nil
    }
  }
}

extension ParsedChapter {
  /// The sentence around a range of one leaf, or all that it touches.
  func sentences(around range: Range<Int>, in leaf: Int) -> Range<Int> {
    let touched = sentences(ofLeaf: leaf, in: wordsCut).map(\.text).filter {
      $0.overlaps(range)
    }
    guard let first = touched.first, let last = touched.last else { return range }
    return min(first.lowerBound, range.lowerBound)..<max(last.upperBound, range.upperBound)
  }
}
