import BookLanguage
import BookModel

/// Works out what phrases mean from what has been read before them.
struct Resolver {
  var references: References

  /// How a phrase stands in its sentence.
  struct Setting {
    /// Behind `had`, `before` and the like: what is told lies further back.
    var looksBack = false
    /// In quotation marks or brackets: it does not move the story.
    var isAside = false
    /// In quotation marks: somebody speaks, from where the story is.
    var isQuoted = false
    /// In a heading, or first of a leaf.
    var isHeading = false
    var isDeictic = false
    /// First words of its sentence: `In 1941, …`.
    var opensSentence = false
    /// In a sentence that says what would have been.
    var isUnreal = false
    /// Behind `every`: it comes again and again.
    var isHabitual = false
    /// `The friends of 1848`: a year that tells which one, not when.
    var isOfName = false
    /// A year behind a number and a word that may be a month of another language or calendar.
    var isHalfRead = false
    /// Behind `until`, `since`, `before`, `by`: a bound of something else.
    var bound: Bound?

    /// Whether the story stays where it is: "by the spring" it has come there.
    var pointsAway: Bool { bound != nil && bound != .latest }
  }

  /// What a date that something is not told to be at says of it.
  enum Bound: Sendable {
    /// It ended then: `until 1945`.
    case end
    /// It began then: `since 1945`.
    case beginning
    /// It was earlier: `before 1945`.
    case before
    /// It was then or earlier: `by 1945`.
    case latest
  }

  /// What a phrase means here.
  func resolve(_ phrase: Phrase, _ setting: Setting) -> Resolution {
    let resolution = graded(reckoned(phrase, setting), phrase, setting)
    // `from 1990 to 1980` says nothing that can be.
    if let first = resolution.earliest, let last = resolution.latest, first > last {
      return unresolved(resolution.basis, "its end lies before its beginning")
    }
    return resolution
  }

  /// What was read of a language whose words are not all known is no surer than they are: a word
  /// that says "the year after" may have stood there unread.
  private func graded(
    _ resolution: Resolution, _ phrase: Phrase, _ setting: Setting
  ) -> Resolution {
    if references.readsWholly { return resolution }
    if case .marked = phrase.meaning { return resolution }
    var graded = resolution
    if setting.isHalfRead {
      graded.confidence = .low
      graded.reasoning += "; the words beside it were not understood"
    } else if !references.readsWords || !phrase.meaning.statesYear {
      graded.confidence = min(graded.confidence, .medium)
    }
    if let anchor = graded.anchor {
      graded.anchor?.confidence = min(anchor.confidence, graded.confidence)
    }
    return graded
  }

  private func reckoned(_ phrase: Phrase, _ setting: Setting) -> Resolution {
    switch phrase.meaning {
    case .calendar(let words): return calendar(words, setting)
    case .span(let a, let b): return span(a, b, setting)
    case .either(let a, let b): return either(a, b, setting)
    case .shift(let shift): return self.shift(shift, setting)
    case .same(let unit, let part): return same(unit, part)
    case .step(let unit, let n, let part): return step(unit, n, part, setting)
    case .deictic(let days): return deictic(days, setting)
    case .age(let age): return self.age(age)
    case .birth(let shift): return birth(shift)
    case .duration: return unresolved(.duration, "a length of time, which dates nothing by itself")
    case .marked(let edtf): return marked(edtf)
    }
  }

  /// A date that the author gave.
  private func marked(_ edtf: EDTF) -> Resolution {
    let bounds = edtf.widest
    var anchor: Anchor?
    if let date = edtf.date, date.year.long == nil {
      let month = date.season == nil && date.month?.unspecified == 0 ? date.month?.number : nil
      anchor = Anchor(
        year: date.year.number, month: month,
        day: month != nil && date.day?.unspecified == 0 ? date.day?.number : nil,
        season: date.season)
    } else if let last = bounds.latest, last.value > -1_000_000 {
      anchor = Anchor(year: last.civil.year, confidence: .medium)
    }
    return Resolution(
      edtf: edtf, earliest: bounds.earliest, latest: bounds.latest, basis: .explicit,
      confidence: edtf.date?.description.utf8.count == 10 ? .exact : .high,
      reasoning: "marked by the author", anchor: anchor)
  }

  func unresolved(_ basis: DateBasis, _ why: String) -> Resolution {
    Resolution(edtf: nil, basis: basis, confidence: .low, reasoning: why)
  }

  // MARK: Days of the calendar the text uses

  func isJulian(_ year: Int, _ words: CalendarWords) -> Bool {
    if words.isOldStyle || words.dual == .reckonings { return year > 0 }
    return references.isJulian && references.change.isJulian(year: year) && year > 0
  }

  /// First and last day of a date as written.
  func bounds(_ date: EDTFDate, julian: Bool) -> (DayNumber?, DayNumber?) {
    let widest = EDTF(date).widest
    guard julian, let first = date.firstDay, let last = date.lastDay else {
      return (widest.earliest, widest.latest)
    }
    let a = JulianDate(year: first.year, month: first.month, day: first.day).dayNumber
    let b = JulianDate(
      year: last.year, month: last.month,
      day: min(last.day, julianDaysInMonth(last.month, year: last.year))
    ).dayNumber
    return (a, b)
  }

  /// The day of an anchor that has one.
  func day(_ anchor: Anchor) -> DayNumber? {
    guard let month = anchor.month, let day = anchor.day else { return nil }
    return DayNumber(year: anchor.year, month: month, day: day)
  }

  func anchor(_ day: DayNumber, _ confidence: DateConfidence) -> Anchor {
    let (y, m, d) = day.civil
    return Anchor(year: y, month: m, day: d, confidence: confidence)
  }

  /// An anchor in words, for the reasoning.
  func text(_ anchor: Anchor) -> String {
    if let month = anchor.month {
      return EDTFDate(year: anchor.year, month: month, day: anchor.day).display(
        Language.english.printedDates)
    }
    if let season = anchor.season {
      return EDTFDate(year: anchor.year, month: season).display(Language.english.printedDates)
    }
    return EDTFDate(year: anchor.year).display(Language.english.printedDates)
  }

  func step(_ confidence: DateConfidence) -> DateConfidence {
    switch confidence {
    case .exact: .high
    case .high: .high
    default: .medium
    }
  }
}

extension Phrase.Meaning {
  /// Whether the words themselves give the year, with all its figures.
  fileprivate var statesYear: Bool {
    func states(_ words: CalendarWords) -> Bool { words.year != nil && !words.isTwoDigit }
    return switch self {
    case .calendar(let words): states(words)
    case .span(let a, let b), .either(let a, let b): states(a) && states(b)
    default: false
    }
  }
}
