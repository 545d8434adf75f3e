import BookModel

/// Links from where a person is first named to their place in the index, for a theme that wants
/// them: `index.names: link`.
struct FirstMentions: Sendable {
  /// The id of the index entry, by chapter and offset of the name.
  private(set) var entries: [Int: [Int: String]] = [:]

  init() {}

  /// The book with a mark for each first mention that stands free of other mark-up, headings aside.
  init(marking book: inout AnnotatedBook) {
    var ids: [Int: String] = [:]
    for entry in book.people.index.groups.flatMap(\.entries) {
      // A second entry, under a nickname, has an id that goes on.
      guard let person = entry.person, (ids[person]?.utf8.count ?? .max) > entry.id.utf8.count
      else { continue }
      ids[person] = entry.id
    }
    var additions: [Int: [Mark]] = [:]
    for mention in book.people.mentions {
      guard let id = ids[mention.person], mention.zone != .heading,
        book.book.chapters.indices.contains(mention.chapter)
      else { continue }
      let chapter = book.book.chapters[mention.chapter]
      guard chapter.prose.indices.contains(mention.prose) else { continue }
      let own = chapter.marks[
        chapter.prose[mention.prose].marks.clamped(to: 0..<chapter.marks.count)]
      let crossing = own.filter { $0.range.overlaps(mention.range) }
      let isMarked = crossing.count == 1 && crossing.first?.range == mention.range
      if isMarked, case .person? = crossing.first?.kind {
        // The author's own link is there to be used.
      } else if crossing.isEmpty {
        additions[mention.chapter, default: []].append(
          Mark(
            .person(id: book.people.people[mention.person].id, note: nil), mention.range,
            span: chapter.span(mention.range)))
      } else {
        continue
      }
      entries[mention.chapter, default: [:]][mention.range.lowerBound] = id
      ids[mention.person] = nil
    }
    for (index, marks) in additions { book.book.chapters[index].insert(marks) }
  }
}

extension ParsedChapter {
  /// Adds marks that cross no others; both lists are in reading order.
  fileprivate mutating func insert(_ additions: [Mark]) {
    var result: [Mark] = []
    var next = 0
    for index in prose.indices {
      let leaf = prose[index]
      let start = result.count
      for mark in marks[leaf.marks.clamped(to: 0..<marks.count)] {
        while next < additions.count, additions[next].range.lowerBound < mark.range.lowerBound {
          result.append(additions[next])
          next += 1
        }
        result.append(mark)
      }
      while next < additions.count, additions[next].range.lowerBound < leaf.text.upperBound {
        result.append(additions[next])
        next += 1
      }
      prose[index].marks = start..<result.count
    }
    marks = result
  }
}
