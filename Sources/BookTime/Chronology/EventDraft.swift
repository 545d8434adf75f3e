import BookDiagnostics
import BookModel

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
  /// The id as the author wrote it, else its own.
  var baseID: String { writtenID ?? event.id }

  /// The author's words for when, where they count from something else: what the chronology
  /// prints when it has no more than a year to print.
  var wording: String? {
    guard let words = event.words, let phrase, let first = words.first else { return nil }
    switch phrase.meaning {
    case .shift, .same, .step, .deictic: return first.lowercased() + words.dropFirst()
    case .calendar(let said): return said.year == nil ? words : nil
    default: return nil
    }
  }
}

extension ParsedChapter {
  /// The sentence around a range of one leaf.
  func sentence(around range: Range<Int>, in prose: Int) -> Range<Int> {
    let leaf = self.prose[prose].text
    func isStop(_ i: Int) -> Bool {
      let byte = text[i]
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      else { return false }
      guard i + 1 < leaf.upperBound else { return true }
      let next = text[i + 1]
      guard next <= 0x20 || next == 0xE2 || next == UInt8(ascii: "\"") else { return false }
      // "Mr. Grant", "U. S.": a short word with a capital before the stop ends nothing.
      var j = i - 1
      while j >= leaf.lowerBound, text[j] | 0x20 >= 0x61, text[j] | 0x20 <= 0x7A { j -= 1 }
      let isCapital = j + 1 < i && text[j + 1] < 0x61
      return !(i - j - 1 <= 3 && isCapital && byte == UInt8(ascii: ".") && i - j - 1 > 0)
    }
    var start = min(max(range.lowerBound, leaf.lowerBound), leaf.upperBound)
    while start > leaf.lowerBound, !isStop(start - 1) { start -= 1 }
    while start < range.lowerBound, text[start] <= 0x20 { start += 1 }
    var end = min(range.upperBound, leaf.upperBound)
    while end < leaf.upperBound {
      end += 1
      if isStop(end - 1) { break }
    }
    return start..<end
  }
}
