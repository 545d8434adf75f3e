import BookModel

/// The dates of a chapter as they are read, with the references as they stand.
///
/// The story has one outer time. Words that look back open a digression with a time of its own,
/// which lasts to the end of its paragraph or to the next date that is told straight on; then the
/// outer time is where it was.
struct Reckoning {
  var resolver: Resolver
  let chapter: ParsedChapter
  let index: Int
  var found: [DatedPhrase] = []
  private var isDiary = false
  /// Whether the words are the story's own, not those of a note or a letter.
  private var isStory = true
  private var heading: Anchor?
  /// The story's own time, kept while a digression is told.
  private var outer: Anchor?
  /// Where the story stood when it went years back.
  private var left: (anchor: Anchor, leaf: Int)?
  /// The anchor as it stood at the leaf where it was last seen to move.
  private var settled: (anchor: Anchor?, leaf: Int) = (nil, 0)

  init(references: References, chapter: ParsedChapter, index: Int) {
    resolver = Resolver(references: references)
    self.chapter = chapter
    self.index = index
  }

  /// The year of the story's own time.
  var year: Int? { (outer ?? resolver.references.anchor)?.year }

  // MARK: Where a leaf stands

  /// Comes to a leaf of the story from an earlier one.
  mutating func begin(_ leaf: Int, after last: Int) {
    endDigression()
    age(at: leaf, after: last)
    // Behind a scene break or a heading the story may stand elsewhere: what it is counted from is
    // less sure, and nobody says "that same year" of a year named before it.
    let isNew = chapter.prose[(last + 1)...leaf].contains {
      $0.followsBreak || $0.zone == .heading && $0.note == nil
    }
    guard isNew, last >= 0 else { return }
    resolver.references.mention = nil
    resolver.references.aside = nil
    if let anchor = resolver.references.anchor {
      resolver.references.anchor?.confidence = min(anchor.confidence, .medium)
    }
  }

  /// "That evening", many paragraphs behind the last date, is most likely another evening.
  private mutating func age(at leaf: Int, after last: Int) {
    guard let anchor = resolver.references.anchor else { return }
    if anchor != settled.anchor {
      settled = (anchor, last)
    } else if leaf - settled.leaf > Self.farthest, anchor.confidence > .medium {
      resolver.references.anchor?.confidence = .medium
      settled.anchor = resolver.references.anchor
    }
  }

  private static let farthest = 6

  private mutating func endDigression() {
    guard let outer else { return }
    resolver.references.anchor = outer
    self.outer = nil
  }

  /// Reads a note: it starts from where it is called and moves nothing.
  mutating func readBeside(_ leaf: LeafPhrases, from anchor: Anchor?) {
    var aside = self
    aside.found = []
    aside.isStory = false
    aside.outer = nil
    aside.resolver.references.anchor = anchor
    aside.read(leaf)
    found += aside.found
  }

  /// The words of a letter or the like within the story: they count from the day it was written.
  mutating func entered(written: Anchor?, isDiary: Bool) -> Reckoning {
    endDigression()
    var words = self
    words.found = []
    words.heading = nil
    words.isDiary = false
    words.resolver.references.mention = nil
    words.resolver.references.aside = nil
    words.resolver.references.heading = nil
    words.resolver.references.document = written ?? resolver.references.anchor
    words.resolver.references.anchor = written ?? resolver.references.anchor
    if let written { reach(written, isDiary: isDiary) }
    words.isStory = false
    return words
  }

  /// Comes back from a letter with the dates that were found in it.
  mutating func leave(_ words: Reckoning) { found += words.found }

  /// A letter of a later day takes the story there; one of an earlier day was only looked at, but for a
  /// diary of the time, which is the story itself.
  mutating func reach(_ written: Anchor, isDiary: Bool) {
    endDigression()
    settleWinter(by: written)
    resolver.references.mention = written
    if let now = resolver.references.anchor, written.isBefore(now),
      !isDiary || written.day == nil || now.year - written.year > 1
    {
      return
    }
    resolver.references.anchor = written
    resolver.references.aside = nil
  }

  /// Where the story stands in a winter that may be either of two, a later date tells which: what was read
  /// since is of that one.
  private mutating func settleWinter(by later: Anchor) {
    guard let now = resolver.references.anchor, now.isEitherWinter,
      let side = EitherWinter(year: now.year).side(before: later)
    else { return }
    let why = "the story goes on in \(resolver.text(later))"
    for index in found.indices.suffix(Self.longestWinter) {
      found[index].settle(EitherWinter(year: now.year), side, why)
    }
  }

  /// In expressions: so far back is told of one winter at most.
  private static let longestWinter = 20

  // MARK: Reading

  /// Reads the phrases of one leaf in order.
  mutating func read(_ leaf: LeafPhrases) {
    let prose = chapter.prose[leaf.prose]
    resolver.references.named = nil
    var inRange = 0
    var ends: [Int] = []
    var counted: (end: Int, year: Int)?
    for (at, phrase) in leaf.phrases.enumerated() {
      var placed = phrase
      if placed.phrase.isInner, !ends.isEmpty, case .calendar(var words) = placed.phrase.meaning {
        // One end of a range has the year that the range has been found to have there.
        if words.year == nil { words.year = ends[0] }
        placed.phrase.meaning = .calendar(words)
        ends.removeFirst()
      } else if let year = counted, case .calendar(var words) = placed.phrase.meaning,
        placed.range.lowerBound - year.end <= Self.breathOfSeason, words.year == nil,
        words.yearStep == nil, words.direction == nil, words.month != nil || words.season != nil
      {
        // "Two years later, in the spring": of that year.
        words.year = year.year
        placed.phrase.meaning = .calendar(words)
      }
      resume(at: leaf.prose, for: placed)
      let resolution =
        said(behind: at, in: leaf) ?? measured(at, in: leaf)
        ?? resolver.resolve(placed.phrase, placed.setting)
      if !placed.phrase.isInner {
        inRange = placed.range.upperBound
        ends = resolution.ends.map { [$0.0, $0.1] } ?? []
      }
      counted = Self.years(of: placed, resolution)
      if !placed.isSilent { append(placed, resolution, leaf) }
      note(
        placed, resolution, prose,
        isInner: placed.phrase.isInner && placed.range.upperBound <= inRange)
      if isStory, !placed.isSilent, let anchor = resolution.anchor,
        outer == nil && anchor == resolver.references.anchor
          || placed.phrase.meaning.isNarratorsAge
      {
        found[found.count - 1].isStory = true
      }
    }
  }

  /// `Thirty years ago, in 1966`: the year that the words themselves give behind a count of years.
  private func said(behind at: Int, in leaf: LeafPhrases) -> Resolution? {
    guard at + 1 < leaf.phrases.count else { return nil }
    let (count, date) = (leaf.phrases[at], leaf.phrases[at + 1])
    guard case .shift(let shift) = count.phrase.meaning, case .document = shift.origin,
      shift.unit.days >= TimeUnit.year.days, case .calendar(let words) = date.phrase.meaning,
      words.year != nil, words.omitted == 0,
      date.range.lowerBound - count.range.upperBound <= Self.breath
    else { return nil }
    var resolution = resolver.resolve(date.phrase, date.setting)
    resolution.basis = .relative
    resolution.reasoning = "the date that stands behind it"
    resolution.anchor = nil
    return resolution
  }

  /// `On 31 December 1969, four months after he left`: the day that the words give, not one further on.
  private func measured(_ at: Int, in leaf: LeafPhrases) -> Resolution? {
    guard at > 0, case .shift = leaf.phrases[at].phrase.meaning,
      case .calendar(let words) = leaf.phrases[at - 1].phrase.meaning, words.day != nil,
      leaf.phrases[at].range.lowerBound - leaf.phrases[at - 1].range.upperBound == Self.comma,
      // "On 3 May 1931. Two days later we reached Hull": a day further on.
      chapter.text[leaf.phrases[at - 1].range.upperBound] == UInt8(ascii: ",")
    else { return nil }
    let date = leaf.phrases[at - 1]
    var resolution = resolver.resolve(date.phrase, date.setting)
    resolution.basis = .relative
    resolution.reasoning = "the date that stands before it"
    resolution.anchor = nil
    return resolution
  }

  /// The year that a count of years leads to, and where its words end.
  private static func years(
    of placed: PlacedPhrase, _ resolution: Resolution
  ) -> (end: Int, year: Int)? {
    guard case .shift(let shift) = placed.phrase.meaning, shift.unit == .year,
      shift.amount.count == 1, !shift.isApproximate, let year = resolution.anchor?.year
    else { return nil }
    return (placed.range.upperBound, year)
  }

  /// In bytes: `, in the `.
  private static let breathOfSeason = 9
  /// In bytes: a comma and a blank.
  private static let comma = 2
  /// In bytes: a comma and a preposition.
  private static let breath = 6

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
          edtf: resolution.edtf, earliest: resolution.earliest,
          latest: resolution.latest, basis: resolution.basis, confidence: resolution.confidence,
          reasoning: resolution.reasoning,
          isEvent: placed.tells && resolution.edtf != nil && !placed.phrase.isInner),
        meaning: placed.phrase.meaning, isInner: placed.phrase.isInner, isLinked: isLinked,
        isJulian: resolver.references.isJulian, bound: placed.setting.bound))
  }

  /// Moves the references as the phrase asks.
  private mutating func note(
    _ placed: PlacedPhrase, _ resolution: Resolution, _ prose: Prose, isInner: Bool
  ) {
    guard let anchor = resolution.anchor, !isInner else { return }
    var words: CalendarWords?
    if case .calendar(let given) = placed.phrase.meaning { words = given }
    if words?.year != nil, !placed.setting.looksBack, !placed.setting.isAside {
      settleWinter(by: anchor)
    }
    if prose.zone == .heading {
      resolver.references.anchor = anchor
      heading = anchor
      resolver.references.heading = anchor
      if let words, words.dual == .reckonings || words.isOldStyle {
        resolver.references.isJulian = true
      } else if resolver.references.change.isJulian(year: anchor.year), anchor.year > 0,
        anchor.month != nil
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
    if placed.setting.isUnreal { return }
    let setting = placed.setting
    if setting.isAside, !goesOn(to: anchor, words) { return }
    if setting.pointsAway, !setting.opensSentence { return }
    move(to: anchor, placed, words)
  }

  /// "The first day of the year (January 1, 1915)": a day in full beside the words, where the story is
  /// about to be.
  private func goesOn(to anchor: Anchor, _ words: CalendarWords?) -> Bool {
    guard let words, words.day != nil, words.year != nil, let now = resolver.references.anchor
    else {
      return false
    }
    return !anchor.isBefore(now) && anchor.year - now.year <= 1
  }

  /// Moves the story, unless the words only point somewhere from where it is.
  private mutating func move(to anchor: Anchor, _ placed: PlacedPhrase, _ words: CalendarWords?) {
    switch placed.phrase.meaning {
    case .shift(let shift)
    where shift.sign < 0 || shift.isYearsAhead && !placed.setting.opensSentence:
      // "Whose death five years later was mourned" looks ahead and does not go there.
      return
    case .step(_, let n, _) where n < 0: return
    case .age(let age): return live(age, anchor, placed)
    // "Last January" looks back too.
    case .calendar(let words) where words.direction == -1 && words.weekday == nil: return
    case .same, .birth, .deictic, .duration: return
    default: break
    }
    if case .shift = placed.phrase.meaning, resolver.references.named != nil,
      let now = outer ?? resolver.references.anchor, anchor.isBefore(now)
    {
      return digress(to: anchor)
    }
    if isHistory(anchor, words) {
      // "Discovered by Cook in 1778": told in passing, however many words it takes.
      if words?.isBareYear == false || outer != nil { digress(to: anchor) }
      return
    }
    if opensDigression(to: anchor, placed, words) { return }
    if let words, words.isBareYear, let now = resolver.references.anchor,
      !placed.setting.opensSentence
    {
      if words.omitted > 0 { return }
      if anchor.year == now.year { return }
      if anchor.year < now.year, placed.setting.looksBack || placed.setting.isOfName { return }
      // A year within a sentence: the story may have gone there or not.
      if now.month != nil || now.season != nil || anchor.year < now.year - Self.longestStepBack {
        resolver.references.aside = anchor.year
        resolver.references.named = anchor
        return
      }
    }
    // A date told straight on: whatever was told beside it is over.
    if words?.year != nil { outer = nil }
    if let now = resolver.references.anchor, now.day != nil, isStory {
      // Years back, or to a season that may be another year's.
      let isSeason = anchor.season != nil && anchor.day == nil && words?.year == nil
      if anchor.year <= now.year - Self.yearsBack || isSeason {
        left = left ?? (now, settled.leaf)
      } else if words?.year != nil {
        left = nil
      }
    }
    resolver.references.anchor = anchor
    resolver.references.aside = nil
    resolver.references.named = nil
  }

  /// A day and a month that follow closely on where the story stood before it went years back: it was
  /// only looked back, and the story goes on.
  private mutating func resume(at leaf: Int, for placed: PlacedPhrase) {
    guard let (before, from) = left, case .calendar(let words) = placed.phrase.meaning,
      words.year == nil, let month = words.month, let day = words.day, isStory,
      let now = resolver.references.anchor
    else { return }
    if leaf - from > Self.longestLookBack { return left = nil }
    guard Self.follows(month, day, on: before), !Self.follows(month, day, on: now) else { return }
    resolver.references.anchor = before
    resolver.references.aside = nil
    outer = nil
    left = nil
  }

  /// Whether a day of a month lies within some weeks of a day of the story.
  private static func follows(_ month: Int, _ day: Int, on anchor: Anchor) -> Bool {
    guard let from = anchor.month, let start = anchor.day else { return false }
    let first = DayNumber(year: anchor.year, month: from, day: start)
    return [anchor.year, anchor.year + 1].contains { year in
      (0...weeksOn).contains(DayNumber(year: year, month: month, day: day) - first)
    }
  }

  /// In years: a step back as short is the story's own.
  private static let yearsBack = 3
  /// In days.
  private static let weeksOn = 45
  /// In paragraphs.
  private static let longestLookBack = 20

  /// Whether a year lies further back than anybody remembers from where the story is.
  private func isHistory(_ anchor: Anchor, _ words: CalendarWords?) -> Bool {
    // A day in full is told, and not named in passing.
    guard let words, words.year != nil, !words.isTwoDigit, words.day == nil,
      let now = outer ?? resolver.references.anchor
    else { return false }
    return anchor.year < now.year - Self.longestMemory
  }

  /// In years.
  private static let longestMemory = 70
  private static let longestStepBack = 10

  /// `When I was nine, we moved`: a paragraph that begins so goes there, and so does the story when
  /// it comes to that age; an earlier age within a paragraph is looked back at.
  private mutating func live(_ age: Age, _ anchor: Anchor, _ placed: PlacedPhrase) {
    guard age.isNarrators == true, !age.isLimit, age.years.count == 1, placed.tells else { return }
    if let now = resolver.references.anchor, !placed.isFirst {
      if abs(now.year - anchor.year) <= 1 { return }
      if anchor.isBefore(now) { outer = outer ?? now }
    }
    resolver.references.anchor = anchor
    resolver.references.aside = nil
  }

  /// `In 1931 he had left home`, told in 1953: the story looks back and will return.
  private mutating func opensDigression(
    to anchor: Anchor, _ placed: PlacedPhrase, _ words: CalendarWords?
  ) -> Bool {
    guard placed.setting.looksBack, let words, words.year != nil, words.omitted == 0,
      // A year named in passing opens nothing.
      !words.isBareYear || placed.setting.opensSentence, let now = resolver.references.anchor,
      anchor.isBefore(now)
    else { return false }
    digress(to: anchor)
    return true
  }

  /// Leaves the story's own time for another, until the paragraph ends.
  private mutating func digress(to anchor: Anchor) {
    outer = outer ?? resolver.references.anchor
    resolver.references.anchor = anchor
  }
}

extension Phrase.Meaning {
  /// The narrator's own age, which says where the story is even where it only describes.
  fileprivate var isNarratorsAge: Bool {
    if case .age(let age) = self { return age.isNarrators == true && !age.isLimit }
    return false
  }
}
