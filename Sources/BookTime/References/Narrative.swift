import BookDiagnostics
import BookModel

/// Reads the dates of one chapter in the order of the story.
struct Narrative {
  let language: String

  /// What leads into a chapter: all that its dates depend on besides its own words.
  struct Entrance: Sendable, Equatable {
    /// Its place in the book.
    var index: Int
    /// EDTF of the day of writing that the chapter states.
    var written: String?
    /// The year that the chapter before it ended in.
    var year: Int?
    var birth: References.Birth?
  }

  /// The dates of a chapter, and the year that the story stands in behind it.
  func resolve(
    _ leaves: [LeafPhrases], of chapter: ParsedChapter, _ entrance: Entrance
  ) -> (dated: [DatedPhrase], exit: Int?) {
    var references = References(birth: entrance.birth, change: CalendarChange.of(language))
    references.document = documentAnchor(entrance.written) ?? dateline(leaves, chapter)
    // The year runs on from the chapter before, the day does not.
    references.anchor = entrance.year.map { Anchor(year: $0, confidence: .medium) }
    var body = Reckoning(
      references: references, chapter: chapter, index: entrance.index)
    let noteReferences = Self.noteReferences(chapter)
    var anchors = AnchorTrail()
    for leaf in leaves {
      let prose = chapter.prose[leaf.prose]
      if let note = prose.note {
        // A note speaks beside the story: it starts from where it is called and moves nothing.
        var aside = body
        aside.found = []
        aside.resolver.references.anchor = anchors.anchor(at: noteReferences[note] ?? 0)
        aside.read(leaf)
        body.found += aside.found
        continue
      }
      body.read(leaf)
      anchors.append(body.resolver.references.anchor, at: leaf.prose)
    }
    return (body.found, body.resolver.references.anchor?.year)
  }

  private func documentAnchor(_ written: String?) -> Anchor? {
    guard let written, let date = EDTF(written)?.date else { return nil }
    let month = date.season == nil ? date.month?.number : nil
    return Anchor(
      year: date.year.number, month: month == 0 ? nil : month,
      day: date.day?.number == 0 ? nil : date.day?.number, season: date.season, confidence: .exact)
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
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].prose <= prose { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1].anchor : nil
  }
}

/// The dates of a chapter as they are read, with the references as they stand.
struct Reckoning {
  var resolver: Resolver
  let chapter: ParsedChapter
  let index: Int
  var found: [DatedPhrase] = []
  private var isDiary = false
  private var heading: Anchor?

  init(references: References, chapter: ParsedChapter, index: Int) {
    resolver = Resolver(references: references)
    self.chapter = chapter
    self.index = index
  }

  /// Reads the phrases of one leaf in order.
  mutating func read(_ leaf: LeafPhrases) {
    let prose = chapter.prose[leaf.prose]
    var inRange = 0
    var ends: [Int] = []
    for var placed in leaf.phrases {
      if placed.phrase.isInner, !ends.isEmpty, case .calendar(var words) = placed.phrase.meaning {
        // One end of a range has the year that the range has been found to have there.
        if words.year == nil { words.year = ends[0] }
        placed.phrase.meaning = .calendar(words)
        ends.removeFirst()
      }
      let resolution = resolver.resolve(placed.phrase, placed.setting)
      if !placed.phrase.isInner {
        inRange = placed.range.upperBound
        ends = resolution.ends.map { [$0.0, $0.1] } ?? []
      }
      if !placed.isSilent { append(placed, resolution, leaf) }
      note(
        placed, resolution, prose,
        isInner: placed.phrase.isInner && placed.range.upperBound <= inRange)
    }
  }

  private mutating func append(
    _ placed: PlacedPhrase, _ resolution: Resolution, _ leaf: LeafPhrases
  ) {
    let isLinked: Bool
    switch placed.phrase.meaning {
    case .calendar(let words): isLinked = words.year == nil
    case .shift(let shift):
      if case .calendar = shift.origin { isLinked = false } else { isLinked = true }
    case .same, .step: isLinked = true
    default: isLinked = false
    }
    found.append(
      DatedPhrase(
        expression: DateExpression(
          chapter: index, prose: leaf.prose, range: placed.range,
          edtf: resolution.edtf?.description, earliest: resolution.earliest,
          latest: resolution.latest, basis: resolution.basis, confidence: resolution.confidence,
          reasoning: resolution.reasoning,
          isEvent: placed.tells && resolution.edtf != nil && !placed.phrase.isInner),
        meaning: placed.phrase.meaning, isInner: placed.phrase.isInner, isLinked: isLinked,
        isJulian: resolver.references.isJulian))
  }

  /// Moves the references as the phrase asks.
  private mutating func note(
    _ placed: PlacedPhrase, _ resolution: Resolution, _ prose: Prose, isInner: Bool
  ) {
    guard let anchor = resolution.anchor, !isInner else { return }
    var words: CalendarWords?
    if case .calendar(let given) = placed.phrase.meaning { words = given }
    if prose.zone == .heading {
      resolver.references.anchor = anchor
      heading = anchor
      resolver.references.heading = anchor
      if let words, words.dual == .reckonings || words.isOldStyle {
        resolver.references.isJulian = true
      } else if resolver.references.change.isJulian(year: anchor.year), anchor.year > 0, anchor.month != nil
      {
        resolver.references.isJulian = true
      }
      return
    }
    // A diary's entry is written on its day.
    if placed.isFirst, words?.day != nil, heading?.month != nil, anchor.day != nil {
      isDiary = true
      resolver.references.anchor = anchor
      resolver.references.document = anchor
      return
    }
    if isDiary { return }
    resolver.references.mention = anchor
    if placed.setting.isAside || placed.setting.isBound && !placed.setting.opensSentence { return }
    move(to: anchor, placed, words)
  }

  /// Moves the story, unless the words only point somewhere from where it is.
  private mutating func move(to anchor: Anchor, _ placed: PlacedPhrase, _ words: CalendarWords?) {
    switch placed.phrase.meaning {
    case .shift(let shift) where shift.sign < 0: return
    case .step(_, let n, _) where n < 0: return
    case .same, .age, .birth, .deictic, .duration: return
    default: break
    }
    if let words, words.isBareYear, let now = resolver.references.anchor, !placed.setting.opensSentence {
      if words.omitted > 0 { return }
      if anchor.year == now.year { return }
      // A year within a sentence: the story may have gone there or not.
      if now.month != nil || now.season != nil {
        resolver.references.aside = anchor.year
        return
      }
      if anchor.year < now.year, placed.setting.looksBack { return }
    }
    resolver.references.anchor = anchor
    resolver.references.aside = nil
  }
}
