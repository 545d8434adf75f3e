import BookLanguage
import BookWords

// A title without the times that its row prints beside it.
extension ClauseTitle {
  /// The date up to which what a clause tells lasted: "lived there until 1945".
  func limit(of clause: Clause) -> Range<Int>? {
    guard sentence.kinds[clause.group.head].has(.lasting) else { return nil }
    let bytes = sentence.bytes(clause.span)
    let head = sentence.tagged.words[clause.group.head].upperBound
    return limits.first { $0.overlaps(bytes) && $0.lowerBound >= head }
  }

  /// Leaves out what stands behind a date, which lasted as long as that says or is told besides.
  func dropBehind(_ date: Range<Int>, _ kept: inout [Int]) {
    kept.removeAll { sentence.tagged.words[$0].lowerBound >= date.upperBound }
  }

  /// Takes out the dates with the small words that tie them to the clause.
  func dropDates(_ kept: inout [Int], _ clause: Clause) {
    let head = clause.group.head
    for date in dates {
      guard
        let first = kept.firstIndex(where: {
          sentence.tagged.words[$0].upperBound > date.lowerBound
        }),
        sentence.tagged.words[kept[first]].lowerBound < date.upperBound, kept[first] > head
      else { continue }
      var low = first
      var high = first
      while high + 1 < kept.count,
        sentence.tagged.words[kept[high + 1]].lowerBound < date.upperBound
      {
        high += 1
      }
      while low > 0, kept[low - 1] > head, isTie(kept[low - 1]) { low -= 1 }
      if low > 0, byte(kept[low - 1]) == UInt8(ascii: ","), kept[low - 1] > head { low -= 1 }
      if high + 1 < kept.count, byte(kept[high + 1]) == UInt8(ascii: ","),
        low == 0 || byte(kept[low]) == UInt8(ascii: ",")
      {
        high += 1
      }
      if high + 1 < kept.count, sentence.tagged.tags[kept[high + 1]] == .possessiveEnding {
        continue
      }
      // "Through a winter storm" is no date, and "a few days after us" ends with "us".
      if isModifier(kept[high], of: kept[(high + 1)...]) { continue }
      kept.removeSubrange(low...lastUnder(kept[high], high, kept))
    }
    dropLooseTimes(&kept, clause)
  }

  /// Whether a word says which of those behind it.
  private func isModifier(_ word: Int, of behind: ArraySlice<Int>) -> Bool {
    sentence.tagged.relations[word] == .modifier && behind.contains(sentence.heads[word])
  }

  /// Where in the words kept that ends which a preposition at the end of a date brings with it.
  private func lastUnder(_ word: Int, _ at: Int, _ kept: [Int]) -> Int {
    let governed = sentence.heads[word]
    guard sentence.tagged.tags[word] == .preposition, governed > word, governed < sentence.count
    else { return at }
    let end = sentence.subtree(of: governed).upperBound
    return kept.lastIndex { $0 <= end }.map { max($0, at) } ?? at
  }

  /// Takes out times that say nothing beside a date: "one day", "at that time".
  private func dropLooseTimes(_ kept: inout [Int], _ clause: Clause) {
    var at = kept.count - 1
    while at > 0 {
      let (word, before) = (kept[at], kept[at - 1])
      let isTime = sentence.kinds[word].has(.unit) || sentence.kinds[word].has(.moment)
      let isLoose =
        sentence.kinds[before].has(.pointing)
        || sentence.kinds[before].has(.standIn) && sentence.kinds[before].has(.direction)
      let isOwned = at + 1 < kept.count && sentence.tagged.relations[word] == .modifier
      if isTime, isLoose, !isOwned, before > clause.group.head {
        var low = at - 1
        while low > 0, kept[low - 1] > clause.group.head, isTie(kept[low - 1]) { low -= 1 }
        kept.removeSubrange(low...at)
        at = low
      }
      at -= 1
    }
  }

  /// A preposition or an article before a date.
  private func isTie(_ word: Int) -> Bool {
    let tag = sentence.tagged.tags[word]
    return tag == .preposition || tag == .determiner || sentence.kinds[word].has(.promptness)
  }
}
