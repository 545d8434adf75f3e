import BookLanguage
import BookModel

/// When happenings were: by the words of their sentences, else by where the story stands.
struct HappeningDates {
  let book: Book
  /// The phrases of every chapter, in the order of its bytes.
  private let dated: [[DatedPhrase]]
  let trail: StoryTrail
  /// The narrator's, as far as it is known.
  let birth: References.Birth?

  init(
    book: Book, dated: [[DatedPhrase]], trail: StoryTrail, birth: References.Birth?
  ) {
    (self.book, self.trail, self.birth) = (book, trail, birth)
    self.dated = dated.map { phrases in
      phrases.sorted { $0.expression.range.lowerBound < $1.expression.range.lowerBound }
    }
  }

  /// The phrases of a chapter that begin within some of its bytes.
  private func phrases(in range: Range<Int>, _ chapter: Int) -> some Sequence<DatedPhrase> {
    let phrases = dated[chapter]
    let first = phrases.partitioningIndex { $0.expression.range.lowerBound >= range.lowerBound }
    return phrases[first...].prefix { $0.expression.range.lowerBound < range.upperBound }
  }

  /// The expression of the sentence that dates a happening: within its clause the nearest, else what
  /// leads into the sentence.
  func phrase(of happening: Happening, _ chapter: Int) -> DatedPhrase? {
    nearest(to: happening, chapter) { !isElsewhere($0, happening) }
  }

  /// Whether all that its sentence says of when a happening was is what it lay before or lasted until.
  func isOnlyBounded(_ happening: Happening, _ chapter: Int) -> Bool {
    nearest(to: happening, chapter) { isElsewhere($0, happening) } != nil
  }

  private func nearest(
    to happening: Happening, _ chapter: Int, where fits: (DatedPhrase) -> Bool
  ) -> DatedPhrase? {
    var best: (distance: Int, phrase: DatedPhrase)?
    var within: [DatedPhrase] = []
    for phrase in phrases(in: happening.sentence, chapter) {
      let expression = phrase.expression
      guard expression.prose == happening.prose, !phrase.isInner, expression.edtf != nil,
        expression.basis != .duration, expression.confidence >= .medium,
        happening.sentence.lowerBound <= expression.range.lowerBound,
        expression.range.upperBound <= happening.sentence.upperBound,
        !happening.others.contains(where: { $0.overlaps(expression.range) }),
        fits(phrase), dates(phrase, happening, chapter)
      else { continue }
      let isWithin = happening.clause.overlaps(expression.range)
      guard isWithin || expression.range.upperBound <= happening.trigger.lowerBound else {
        continue
      }
      let distance =
        abs(expression.range.lowerBound - happening.trigger.lowerBound) + (isWithin ? 0 : 1000)
      if best == nil || distance < best?.distance ?? 0 { best = (distance, phrase) }
      if isWithin { within.append(phrase) }
    }
    // "Two years later I married Tom on 3 May 1972": of what agrees the closest is said.
    return best.map { nearest in
      within.filter { Self.narrows($0, nearest.phrase) }
        .min { Self.width($0) < Self.width($1) } ?? nearest.phrase
    }
  }

  private static func width(_ phrase: DatedPhrase) -> Int {
    guard let first = phrase.expression.earliest, let last = phrase.expression.latest else {
      return .max
    }
    return last - first
  }

  private static func narrows(_ one: DatedPhrase, _ other: DatedPhrase) -> Bool {
    guard let first = one.expression.earliest, let last = one.expression.latest,
      let from = other.expression.earliest, let to = other.expression.latest
    else { return false }
    return first >= from && last <= to && last - first < to - from
  }

  /// Whether an expression only says what something lay before or ended with, and the title of the
  /// happening does not; where it says so, whether it is another.
  private func isElsewhere(_ phrase: DatedPhrase, _ happening: Happening) -> Bool {
    if let limit = happening.limit { return !phrase.expression.range.overlaps(limit) }
    return phrase.bound != nil && phrase.bound != .beginning
  }

  /// Whether an expression says when a happening was, rather than how long before it something else.
  private func dates(_ phrase: DatedPhrase, _ happening: Happening, _ chapter: Int) -> Bool {
    guard case .shift(let shift) = phrase.meaning else { return true }
    switch shift.origin {
    case .document:
      // "Ten years ago", told by somebody of whom it is not known when.
      return book.chapters[chapter].header.date != nil || book.metadata.date != nil
    case .event where shift.unit.days >= TimeUnit.year.days: return false
    default: return shift.sign > 0 || happening.cues.contains(.isPerfect)
    }
  }

  func date(
    _ event: inout Event, _ phrase: DatedPhrase?, _ happening: Happening, _ chapter: Int
  ) {
    let around = trail.bounds(
      chapter: chapter, prose: happening.prose, byte: happening.trigger.lowerBound)
    if let phrase, let edtf = phrase.expression.edtf {
      if let date = inStory(phrase, around) {
        let days = date.widest
        (event.edtf, event.earliest, event.latest) = (date, days.earliest, days.latest)
        event.basis = phrase.expression.basis
        event.confidence = .medium
        event.reasoning = "in the year in which the story stands there"
        return
      }
      event.edtf = edtf
      event.earliest = phrase.expression.earliest
      event.latest = phrase.expression.latest
      event.basis = phrase.expression.basis
      event.confidence = phrase.expression.confidence
      event.reasoning = phrase.expression.reasoning
      return
    }
    if happening.isOwnBirth, let birth {
      event.edtf = birth.edtf
      event.earliest = birth.edtf.widest.earliest
      event.latest = birth.edtf.widest.latest
      event.basis = .age
      event.confidence = .medium
      event.reasoning = "the narrator's birth\(birth.source)"
      return
    }
    let first = around.earliest ?? birth?.edtf.widest.earliest
    // "Had gone" lies somewhere before where the story is.
    if happening.cues.contains(.isPerfect) {
      event.latest = around.latest
      return
    }
    guard let first, let last = around.latest, first <= last else {
      event.earliest = first
      return
    }
    event.earliest = first
    event.latest = last
    event.edtf = EDTF(around: first, last)
    event.confidence = .derived
    event.reasoning = "told between what happened on its two sides"
  }
}

extension HappeningDates {
  /// Whether a title says how long something took, and that is longer than the time that the row
  /// would give it: a length dates nothing.
  func outlasts(_ event: Event, _ happening: Happening, _ chapter: Int) -> Bool {
    guard let printed = event.edtf?.widest, let first = printed.earliest, let last = printed.latest
    else { return false }
    return phrases(in: happening.clause, chapter).contains { phrase in
      guard case .duration(let amount, let unit) = phrase.meaning else { return false }
      return amount.lowerBound * unit.days > last - first
        && event.title.contains(
          book.chapters[chapter].tidy(phrase.expression.range, capital: false))
    }
  }

  /// A month or a day without its year, read into a year that the story has left, in that which the story's
  /// own thread has there; nil where it stands as it is.
  private func inStory(
    _ phrase: DatedPhrase, _ around: (earliest: DayNumber?, latest: DayNumber?)
  ) -> EDTF? {
    guard phrase.isLinked, case .calendar(let words) = phrase.meaning, words.year == nil,
      let first = around.earliest, let last = around.latest, first <= last,
      let from = phrase.expression.earliest, let to = phrase.expression.latest,
      from > last + Self.leeway || to < first - Self.leeway,
      var date = phrase.expression.edtf?.date, date.season == nil, date.month != nil
    else { return nil }
    for year in first.civil.year...last.civil.year {
      date.year.number = year
      let moved = EDTF(date)
      if let start = moved.earliest, let end = moved.latest, start <= last + Self.leeway,
        end >= first - Self.leeway
      {
        return moved
      }
    }
    return nil
  }

  /// Whether a month or a day without its year lies where the story's own thread cannot be.
  func strays(_ phrase: DatedPhrase, _ happening: Happening, _ chapter: Int) -> Bool {
    let around = trail.bounds(
      chapter: chapter, prose: happening.prose, byte: happening.trigger.lowerBound)
    guard phrase.isLinked, case .calendar = phrase.meaning, trail.straightness >= Self.straight,
      inStory(phrase, around) == nil, let from = phrase.expression.earliest,
      let to = phrase.expression.latest
    else { return false }
    return around.latest.map { from > $0 + Self.leeway } ?? false
      || around.earliest.map { to < $0 - Self.leeway } ?? false
  }

  /// In days: so far from where the story stands something may lie that is told beside it.
  private static let leeway = 150
  /// Of a book told straight on so many dates stand in order; of others the thread says little.
  private static let straight = 0.6
}

extension EDTF {
  /// The days between two, at the grain at which a chronology says them: a month, a year, years.
  init(around first: DayNumber, _ last: DayNumber) {
    let (a, b) = (first.civil, last.civil)
    if first == last {
      self.init(first)
    } else if a.year == b.year, a.month == b.month {
      self.init(EDTFDate(year: a.year, month: a.month))
    } else if a.year == b.year {
      self.init(EDTFDate(year: a.year))
    } else {
      self.init(
        value: .set(.oneOf, [.range(EDTFDate(year: a.year), EDTFDate(year: b.year))]), level: 2)
    }
  }
}
