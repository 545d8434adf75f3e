import BookModel

/// Which mentions are in passing: one in a list of four people or more, or in the thanks alone.
enum Passing {
  static func mark(_ mentions: inout [ResolvedMention], in book: Book) {
    var isElsewhere: Set<Int> = []
    for resolved in mentions where !isThanks(resolved.mention.chapter, book) {
      isElsewhere.insert(resolved.mention.person)
    }
    var start = 0
    while start < mentions.count {
      let first = mentions[start].mention
      var end = start
      var counts: [Int: Int] = [:]
      while end < mentions.count, mentions[end].mention.chapter == first.chapter,
        mentions[end].mention.prose == first.prose
      {
        counts[mentions[end].mention.person, default: 0] += 1
        end += 1
      }
      for i in start..<end {
        let person = mentions[i].mention.person
        let isListed = counts.count >= 4 && counts[person] == 1
        let isThanked = isThanks(first.chapter, book) && !isElsewhere.contains(person)
        mentions[i].mention.isPassing = isListed || isThanked
      }
      start = end
    }
  }

  private static func isThanks(_ chapter: Int, _ book: Book) -> Bool {
    book.chapters[chapter].header.role == .acknowledgments
  }
}
