import BookLanguage
import BookModel

/// Merges the mentions of one person into locators: a run only where the discussion runs on.
struct LocatorRuns {
  let book: Book
  /// Whether somebody else is named in a leaf of a chapter.
  let others: (Int, Int) -> Bool
  private let words: PeopleWords

  init(book: Book, others: @escaping (Int, Int) -> Bool) {
    self.book = book
    words = Language.of(book.metadata.language).people
    self.others = others
  }

  /// A locator and the author's note on it.
  struct Run {
    var locator: PeopleIndex.Locator
    var note: String?
  }

  /// The locators of a person's mentions, in reading order, passing mentions by the book's policy.
  func runs(of mentions: [ResolvedMention], gender: Gender?) -> [Run] {
    let policy = book.metadata.people.passing
    var kept = mentions
    if policy == .omit {
      let full = mentions.filter { !$0.mention.isPassing }
      // Somebody who is only ever named in passing would vanish from the book's index.
      kept = full.isEmpty ? mentions : full
    }
    var result: [Run] = []
    for resolved in kept {
      let run = Run(locator: locator(resolved.mention, policy), note: resolved.note)
      guard let last = result.last else {
        result.append(run)
        continue
      }
      switch join(last, run, gender) {
      case .same:
        if last.locator.isPassing, !run.locator.isPassing {
          result[result.count - 1].locator.isPassing = false
        }
      case .runsOn:
        result[result.count - 1].locator.last = run.locator.last
        if !run.locator.isPassing { result[result.count - 1].locator.isPassing = false }
      case .apart: result.append(run)
      }
    }
    return result
  }

  private func locator(_ mention: Mention, _ policy: PeoplePolicy.Passing) -> PeopleIndex.Locator {
    let leaf = book.chapters[mention.chapter].prose[mention.prose]
    return PeopleIndex.Locator(
      chapter: mention.chapter, first: mention.prose, last: mention.prose, note: leaf.note,
      isCaption: leaf.zone == .caption, isPassing: policy != .keep && mention.isPassing)
  }

  private enum Join {
    case same
    case runsOn
    case apart
  }

  private func join(_ a: Run, _ b: Run, _ gender: Gender?) -> Join {
    let (x, y) = (a.locator, b.locator)
    guard x.chapter == y.chapter, x.note == y.note, x.isCaption == y.isCaption, a.note == b.note
    else { return .apart }
    if y.first <= x.last { return .same }
    if x.note != nil { return .runsOn }
    let prose = book.chapters[x.chapter].prose
    guard y.first - x.last <= 3, prose.indices.contains(y.first) else { return .apart }
    let section = prose[x.last].section
    for i in x.last + 1...y.first {
      if prose[i].followsBreak { return .apart }
      // The chapter's or section's own heading belongs to what follows it.
      if prose[x.last].zone != .heading, prose[i].section != section { return .apart }
      if i < y.first, !goesOn(prose[i], in: book.chapters[x.chapter], i, x.chapter, gender) {
        return .apart
      }
    }
    return .runsOn
  }

  // A paragraph between two mentions goes on about the person when it says "he" and names nobody.
  private func goesOn(
    _ leaf: Prose, in chapter: ParsedChapter, _ index: Int, _ number: Int, _ gender: Gender?
  ) -> Bool {
    if leaf.zone == .heading || others(number, index) { return false }
    let pronouns = words.pronouns(gender)
    return chapter.text.withUnsafeBufferPointer { text in
      let range = leaf.text.clamped(to: 0..<text.count)
      var i = range.lowerBound
      while i < range.upperBound {
        guard ProseBytes.isWordByte(text, i) else {
          i += 1
          continue
        }
        var end = i
        while end < range.upperBound, ProseBytes.isWordByte(text, end) { end += 1 }
        if end - i <= 6,
          pronouns.contains(String(decoding: text[i..<end], as: UTF8.self).lowercased())
        {
          return true
        }
        i = end
      }
      return false
    }
  }
}

extension PeopleWords {
  /// Pronouns that may stand for a person of a gender; of any where it is not known.
  fileprivate func pronouns(_ gender: Gender?) -> Set<String> {
    switch gender {
    case .male: he
    case .female: she
    default: he.union(she).union(they)
    }
  }
}
