import BookLanguage
import BookModel

/// Reads the year a sentence gives for what somebody does in it.
enum DeedYear {
  /// How many words before a name the year may stand.
  private static let reach = 12

  /// The year of "In 1931 Ruth came": it stands before the name, with "in" or "of" or a month, and
  /// a verb of doing follows the name.
  static func year(before range: Range<Int>, in leaf: Prose, of chapter: ParsedChapter) -> Int? {
    chapter.text.withUnsafeBufferPointer { text in
      let words = WordReader(text: text, leaf: leaf.text.clamped(to: 0..<text.count))
      guard let next = words.after(range.upperBound), next.sign == nil,
        ActionWords.contains(next.text), !NameCueWords.idleActions.contains(next.text)
      else { return nil }
      var place = range.lowerBound
      for _ in 0..<reach {
        guard let word = words.before(place), !word.text.isEmpty, word.sign != 0x2E else {
          return nil
        }
        if word.text.utf8.count == 4, let year = Int(word.text), year > 999, year < 2200,
          let before = words.before(word.range.lowerBound),
          NameCueWords.beforeYear.contains(before.text)
            || NameNeighbours.isTime(before.text)
        {
          return year
        }
        place = word.range.lowerBound
      }
      return nil
    }
  }
}
