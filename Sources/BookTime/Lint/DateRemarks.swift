import BookDiagnostics
import BookModel

/// Dates of the prose that cannot be right, each where it stands.
///
/// Only what the words themselves say is judged: a year that bookc worked out is never held
/// against the author.
func dateRemarks(
  _ book: Book, _ dated: [[DatedPhrase]], _ references: DateReferences, _ people: PeopleAnnotation,
  _ drafts: [EventDraft]
) -> [Diagnostic] {
  let change = CalendarChange.of(book.metadata.language)
  let birth = references.narratorBorn?.edtf?.date
  var remarks: [Diagnostic] = []
  for (index, chapter) in book.chapters.enumerated() {
    remarks += markRemarks(chapter, book.sources)
    guard index < dated.count else { continue }
    for (place, phrase) in dated[index].enumerated() {
      switch phrase.meaning {
      case .calendar(let words) where words.day != nil:
        let said = Said(chapter, phrase.expression.range)
        if let remark = weekdayRemark(words, said, change) { remarks.append(remark) }
        if let remark = impossibleDay(words, phrase, said, change) { remarks.append(remark) }
        if let remark = numericOrder(words, said) { remarks.append(remark) }
      case .age:
        if let birth, let remark = ageRemark(dated[index], place, birth, chapter) {
          remarks.append(remark)
        }
      case .duration:
        if let remark = durationRemark(dated[index], place, chapter) { remarks.append(remark) }
      default: break
      }
    }
  }
  return remarks + eventRemarks(drafts, people)
}

// MARK: The words

/// Words of a chapter, made into a string only when there is something to say of them.
private struct Said: CustomStringConvertible {
  private let chapter: ParsedChapter
  private let range: Range<Int>

  init(_ chapter: ParsedChapter, _ range: Range<Int>) {
    self.chapter = chapter
    self.range = range
  }

  var description: String { chapter.tidy(range, capital: false) }
  var span: SourceSpan { chapter.span(range) }
  /// Whether a sign stands in them.
  func has(_ byte: UInt8) -> Bool { chapter.text[range].contains(byte) }
  /// Whether a leaf of the chapter belongs to a note.
  func isNote(_ prose: Int) -> Bool { chapter.prose[prose].note != nil }
}

private func weekdayRemark(
  _ words: CalendarWords, _ said: Said, _ change: CalendarChange
) -> Diagnostic? {
  guard let weekday = words.weekday, let year = words.year, year > 0, !words.isTwoDigit,
    let month = words.month, let day = words.day, words.lastDay == nil
  else { return nil }
  let gregorian =
    day <= daysInMonth(month, year: year) ? DayNumber(year: year, month: month, day: day) : nil
  // Where the old calendar may be meant, its weekday will do.
  let julian =
    year < 1924 && day <= julianDaysInMonth(month, year: year)
    ? JulianDate(year: year, month: month, day: day).dayNumber : nil
  let possible = [gregorian, julian].compactMap { $0?.weekday }
  // What is named is the day by the calendar in use then.
  let civil = change.day(year: year, month: month, day: day)?.weekday
  guard let right = civil ?? possible.first, !possible.contains(weekday) else { return nil }
  let names = DateWords.english.weekdays
  return Diagnostic(
    .weekdayMismatch, "'\(said)' was a \(names[right - 1]), not a \(names[weekday - 1])",
    at: said.span)
}

private func impossibleDay(
  _ words: CalendarWords, _ phrase: DatedPhrase, _ said: Said, _ change: CalendarChange
) -> Diagnostic? {
  guard let month = words.month, let day = words.day else { return nil }
  // Without a year February may have its leap day; where the year began in March, the February of
  // "1675" is that of 1676.
  var years = [words.year ?? 2000]
  if let first = change.firstJanuaryYear, let year = words.year, year < first, month <= 3 {
    years.append(year + 1)
  }
  let longest =
    years.flatMap { year in
      [
        daysInMonth(month, year: year),
        words.year != nil && year < 1924 && year > 0 ? julianDaysInMonth(month, year: year) : 0,
      ]
    }.max() ?? 31
  let name = DateWords.english.months[month - 1]
  if max(day, words.lastDay ?? 0) > longest {
    return Diagnostic(
      .impossibleDay,
      "'\(said)' cannot be: \(name) has \(longest) days\(words.year.map { " in \($0)" } ?? "")",
      at: said.span)
  }
  guard let year = words.year, phrase.expression.isEvent,
    !said.isNote(phrase.expression.prose),
    change == .greatBritain, change.day(year: year, month: month, day: day) == nil
  else { return nil }
  return Diagnostic(
    .dayLeftOut,
    "'\(said)' was left out of the calendar: in \(change.rawValue) 2 September 1752 was followed by 14 September",
    at: said.span)
}

private func numericOrder(_ words: CalendarWords, _ said: Said) -> Diagnostic? {
  guard let day = words.day, let month = words.month, (1...12).contains(month) else { return nil }
  let names = DateWords.english.months
  if words.isAmbiguousOrder, (1...12).contains(day) {
    return Diagnostic(
      .dayOrMonthFirst,
      "'\(said)' can be \(day) \(names[month - 1]) or \(month) \(names[day - 1])", at: said.span)
  }
  if words.isTwoDigit, said.has(UInt8(ascii: "/")), words.weekday == nil {
    return Diagnostic(.twoDigitYear, "'\(said)' leaves the century open", at: said.span)
  }
  return nil
}

// MARK: Two phrases of a sentence

/// `In 1985, when I was nine`: the age against the birth.
private func ageRemark(
  _ phrases: [DatedPhrase], _ place: Int, _ birth: EDTFDate, _ chapter: ParsedChapter
) -> Diagnostic? {
  guard case .age(let age) = phrases[place].meaning, age.isNarrators == true, !age.isApproximate,
    age.years.count == 1, !age.isLimit, birth.year.unspecified == 0, birth.year.omitted == 0
  else { return nil }
  let range = phrases[place].expression.range
  for other in [place - 1, place + 1] where phrases.indices.contains(other) {
    guard case .calendar(let words) = phrases[other].meaning, let year = words.year,
      words.omitted == 0,
      !words.isTwoDigit, !words.isApproximate, !words.isUncertain,
      phrases[other].expression.prose == phrases[place].expression.prose
    else { continue }
    let r = phrases[other].expression.range
    let gap =
      other < place
      ? r.upperBound..<max(r.upperBound, range.lowerBound)
      : range.upperBound..<max(range.upperBound, r.lowerBound)
    guard gap.count <= 12, isPlainJoint(chapter.text[gap]) else { continue }
    let reached = year - birth.year.number
    let slack = birth.year.qualification.isEmpty ? 0 : 2
    guard age.years.lowerBound < reached - 1 - slack || age.years.lowerBound > reached + slack
    else { continue }
    let said = chapter.tidy(range, capital: false)
    let ages = reached > 0 ? "\(reached - 1) or \(reached)" : "not yet born"
    return Diagnostic(
      .ageMismatch,
      "'\(said)' does not fit \(year): born \(EDTF(birth).display(language: "en")), the narrator was \(ages)",
      at: chapter.span(range))
  }
  return nil
}

/// Nothing but a comma, blanks and small words stands between.
private func isPlainJoint(_ bytes: ArraySlice<UInt8>) -> Bool {
  !bytes.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "(") }
}

/// `the twelve years from 1990 to 1996`: the length against the dates.
private func durationRemark(
  _ phrases: [DatedPhrase], _ place: Int, _ chapter: ParsedChapter
) -> Diagnostic? {
  guard case .duration(let amount, .year) = phrases[place].meaning, amount.count == 1,
    phrases.indices.contains(place + 1), case .span(let a, let b) = phrases[place + 1].meaning,
    a.isBareYear, b.isBareYear, let first = a.year, let last = b.year, a.omitted == 0,
    b.omitted == 0,
    phrases[place].expression.prose == phrases[place + 1].expression.prose
  else { return nil }
  let gap =
    phrases[place].expression.range
    .upperBound..<max(
      phrases[place].expression.range.upperBound, phrases[place + 1].expression.range.lowerBound)
  let between = chapter.tidy(gap, capital: false)
  guard ["", "from"].contains(between) else { return nil }
  let years = amount.lowerBound
  guard years < last - first - 1 || years > last - first + 1 else { return nil }
  let said = chapter.tidy(phrases[place].expression.range, capital: false)
  return Diagnostic(
    .durationMismatch, "'\(said)' does not fit \(first) to \(last), which is \(last - first) years",
    at: chapter.span(phrases[place].expression.range))
}
