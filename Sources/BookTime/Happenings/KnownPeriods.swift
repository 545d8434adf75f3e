import BookLanguage
import BookModel
import BookWords

/// A place where a chapter names a war that everybody can date, or the end of one.
struct PeriodMention: Sendable, Equatable {
  /// First byte in the chapter's text.
  var byte: Int
  /// Index into the chapter's leaves.
  var prose: Int
  /// Index into the language's periods, nil for "the war".
  var period: Int?
  /// Its end is told.
  var isEnd: Bool
}

extension HappeningFinder {
  /// Where a chapter names a period, or tells that "the war" ended.
  func periods(in chapter: ParsedChapter) -> [PeriodMention] {
    guard let words = language.eventWords, !words.periods.isEmpty else { return [] }
    return chapter.text.withUnsafeBufferPointer { text in
      let cut = EventText(chapter, text, lexicon)
      var found: [PeriodMention] = []
      for (leaf, prose) in chapter.prose.enumerated() where prose.zone == .body && prose.note == nil
      {
        let tokens = cut.words.leaf(leaf)
        for at in tokens.indices where cut.kinds[Int(tokens[at].word)].has(.war) {
          let start = max(tokens.startIndex, at - Self.reachBefore)
          let end = min(tokens.endIndex, at + Self.reachBefore)
          let bytes = Int(tokens[start].start)..<Int(tokens[at].end)
          let before = String(decoding: text[bytes], as: UTF8.self).lowercased()
          let period = words.periods.firstIndex { before.hasSuffix($0.name) }
          let around = tokens[start..<end]
          let isEnd = around.contains { cut.kinds[Int($0.word)].has(.warsEnd) }
          if period != nil || isEnd {
            found.append(
              PeriodMention(
                byte: Int(tokens[at].start), prose: leaf, period: period, isEnd: isEnd))
          }
        }
      }
      return found
    }
  }

  /// In words: how far from "war" its name and its end may stand.
  private static var reachBefore: Int { 4 }
}

/// The stops that a story makes at times that everybody knows.
struct KnownPeriods {
  let stops: [StoryTrail.Stop]

  /// - Parameter born: of the narrator, whose life they must touch
  init(in book: Book, born: References.Birth?, _ mentions: [[PeriodMention]]) {
    let periods = Language.of(book.metadata.language).eventWords?.periods ?? []
    guard let birth = born?.date.year.number else {
      stops = []
      return
    }
    func isLived(_ index: Int) -> Bool {
      periods[index].years.upperBound > birth
        && periods[index].years.lowerBound < birth + Self.longestLife
    }
    var counts: [Int: Int] = [:]
    for mention in mentions.joined() {
      if let period = mention.period, isLived(period) { counts[period, default: 0] += 1 }
    }
    // "The war" is the one that the book speaks of most.
    let own = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    // Later chapters look back at it.
    var found: [StoryTrail.Stop] = []
    var told: Set<Int> = []
    for (chapter, list) in mentions.enumerated() {
      for mention in list where mention.isEnd {
        guard let period = mention.period ?? own, isLived(period), told.insert(period).inserted
        else { continue }
        let year = periods[period].years.upperBound
        found.append(
          StoryTrail.Stop(
            chapter: chapter, prose: mention.prose, byte: mention.byte,
            earliest: DayNumber(year: year, month: 1, day: 1),
            latest: DayNumber(year: year, month: 12, day: 31)))
      }
    }
    stops = found
  }

  private static let longestLife = 100
}
