import BookDiagnostics
import BookLanguage
import BookModel

/// Reads the dates of one chapter in the order of the story.
struct Narrative {
  let language: String

  /// What leads into a chapter: all that its dates depend on besides its own words.
  struct Entrance: Sendable, Equatable {
    /// Its place in the book.
    var index: Int
    /// EDTF of the day of writing that the chapter states.
    var written: WrittenDate?
    /// EDTF of the day the book came out.
    var bookDate: WrittenDate?
    /// The year that the chapter before it ended in.
    var year: Int?
    var birth: References.Birth?
  }

  /// The dates of a chapter, and the year that the story stands in behind it.
  func resolve(
    _ leaves: [LeafPhrases], of chapter: ParsedChapter, _ entrance: Entrance
  ) -> (dated: [DatedPhrase], exit: Int?) {
    var references = References(birth: entrance.birth, language: Language.of(language))
    references.document =
      documentAnchor(entrance.written, .exact) ?? dateline(leaves, chapter)
      ?? documentAnchor(entrance.bookDate, .medium)
    // The year runs on from the chapter before, the day does not.
    references.anchor = entrance.year.map { Anchor(year: $0, confidence: .medium) }
    var body = Reckoning(references: references, chapter: chapter, index: entrance.index)
    let noteReferences = Self.noteReferences(chapter)
    var papers = quotedPapers(in: chapter.blocks)[...]
    var open: (paper: QuotedPaper, words: Reckoning)?
    var trail = AnchorTrail()
    var last = -1
    for leaf in leaves {
      if let note = chapter.prose[leaf.prose].note {
        body.readBeside(leaf, from: trail.anchor(at: noteReferences[note] ?? 0))
        continue
      }
      if let (paper, words) = open, !paper.leaves.contains(leaf.prose) {
        body.leave(words)
        open = nil
      }
      while let paper = papers.first, paper.leaves.lowerBound <= leaf.prose {
        papers.removeFirst()
        let written = date(of: paper, leaves, chapter, body.resolver)
        if paper.leaves.contains(leaf.prose) {
          open = (paper, body.entered(written: written, isDiary: paper.isDiary))
        } else if let written {
          body.reach(written, isDiary: paper.isDiary)
        }
      }
      if open != nil {
        open?.words.read(leaf)
      } else {
        body.begin(leaf.prose, after: last)
        body.read(leaf)
      }
      last = leaf.prose
      trail.append(body.resolver.references.anchor, at: leaf.prose)
    }
    if let open { body.leave(open.words) }
    // Papers without a word of time in them stand in no leaf of those read.
    for paper in papers {
      if let written = date(of: paper, leaves, chapter, body.resolver) {
        body.reach(written, isDiary: paper.isDiary)
      }
    }
    return (body.found, body.year)
  }

  private func documentAnchor(_ written: WrittenDate?, _ confidence: DateConfidence) -> Anchor? {
    guard let date = written?.edtf?.date else { return nil }
    let month = date.season == nil ? date.month?.number : nil
    return Anchor(
      year: date.year.number, month: month == 0 ? nil : month,
      day: date.day?.number == 0 ? nil : date.day?.number, season: date.season,
      confidence: confidence)
  }

  /// A short line at the head of a chapter that holds a date and tells nothing: where and when it
  /// was written.
  private func dateline(_ leaves: [LeafPhrases], _ chapter: ParsedChapter) -> Anchor? {
    for leaf in leaves {
      let prose = chapter.prose[leaf.prose]
      guard leaf.prose < 4, prose.note == nil else { return nil }
      if prose.zone == .heading { continue }
      guard prose.text.count < 100, let placed = leaf.phrases.last(where: { !$0.phrase.isInner }),
        case .calendar(let words) = placed.phrase.meaning, let year = words.year, !placed.tells,
        words.omitted == 0, !words.isTwoDigit, !leaf.phrases[0].tells,
        // The date is the line's first or last thing.
        placed.isFirst || placed.range.upperBound + 3 >= prose.text.upperBound
      else { return nil }
      return Anchor(year: year, month: words.month, day: words.day, confidence: .exact)
    }
    return nil
  }

  /// The day a letter or another quoted paper was written on: as its opening line says, else a
  /// short line at its head or its foot that holds a date and tells nothing.
  private func date(
    of paper: QuotedPaper, _ leaves: [LeafPhrases], _ chapter: ParsedChapter, _ resolver: Resolver
  ) -> Anchor? {
    if let label = paper.label {
      let dates = readPhrases(of: label, language: language).filter { !$0.phrase.isInner }
      if let placed = dates.last, let date = written(placed, resolver) { return date }
    }
    let within = leaves.filter { paper.leaves.contains($0.prose) }
    let head = within.filter { $0.prose < paper.leaves.lowerBound + 3 }
    for leaf in head + within.suffix(1).filter({ $0.prose == paper.leaves.upperBound - 1 }) {
      guard chapter.prose[leaf.prose].text.count < 100, !leaf.phrases.contains(where: \.hasVerb),
        let placed = leaf.phrases.last(where: { !$0.phrase.isInner }),
        let date = written(placed, resolver)
      else { continue }
      return date
    }
    return nil
  }

  private func written(_ placed: PlacedPhrase, _ resolver: Resolver) -> Anchor? {
    guard case .calendar(let words) = placed.phrase.meaning, words.omitted == 0,
      words.day != nil || words.year != nil
    else { return nil }
    return resolver.resolve(placed.phrase, Resolver.Setting()).anchor
  }

  /// The leaf each note is called from.
  private static func noteReferences(_ chapter: ParsedChapter) -> [Int: Int] {
    var called: [Int: Int] = [:]
    for (index, prose) in chapter.prose.enumerated() where prose.note == nil {
      for mark in chapter.marks[prose.marks] {
        if case .noteReference(let note) = mark.kind, called[note] == nil { called[note] = index }
      }
    }
    return called
  }
}

/// Where the story was at each leaf of a chapter.
private struct AnchorTrail {
  private var places: [(prose: Int, anchor: Anchor?)] = []

  mutating func append(_ anchor: Anchor?, at prose: Int) { places.append((prose, anchor)) }

  /// The anchor at a leaf: that of the last leaf with a date up to it.
  func anchor(at prose: Int) -> Anchor? {
    let next = places.partitioningIndex { $0.prose > prose }
    return next > 0 ? places[next - 1].anchor : nil
  }
}
