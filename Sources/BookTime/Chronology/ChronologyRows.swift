import BookLanguage
import BookModel

/// The chronology as printed: rows grouped by year, wording kept where it is all there is.
struct ChronologyRows {
  let language: String
  let policy: ChronologyPolicy
  let birthYear: Int?

  func rows(_ ordered: OrderedEvents) -> [Chronology.Year] {
    guard policy.isPrinted else { return [] }
    let words = Language.of(language).printedDates
    var years: [Chronology.Year] = []
    for (index, year) in inYears(ordered) {
      let event = ordered.events[index]
      let edtf = event.edtf
      let label = year.map { EDTFDate(year: $0).display(words) } ?? years.last?.label ?? "–"
      if years.last?.label != label {
        var group = Chronology.Year(label: label)
        if policy.ages, let birthYear, let year, year >= birthYear, year - birthYear < 120 {
          group.age = "\(Language.of(language).phrases[.aged]) \(year - birthYear)"
        }
        years.append(group)
      }
      years[years.count - 1].rows.append(
        Chronology.Row(
          event: index, when: capitalised(when(edtf, year, ordered.wording[index] ?? "", words)),
          datetime: datetime(edtf),
          text: event.title))
    }
    return years
  }

  /// The events in the order of the years that they are printed under, each year once.
  private func inYears(_ ordered: OrderedEvents) -> [(event: Int, year: Int?)] {
    var current: Int?
    var rows: [(event: Int, year: Int?)] = []
    for (index, event) in ordered.events.enumerated() where !event.isWorld || policy.world {
      let year = self.year(event, ordered.solved[index].first, after: current)
      rows.append((index, year))
      current = year ?? current
    }
    // What has no year stays where the order has it.
    var last = Int.min
    let keys = rows.map { row -> Int in
      last = row.year ?? last
      return last
    }
    return rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { rows[$0] }
  }

  /// The year it is printed under: that of the rows before it when it can be, else its first.
  private func year(_ event: Event, _ solved: Int, after current: Int?) -> Int? {
    guard let low = (event.edtf?.earliest ?? event.earliest)?.civil.year else {
      return TimeNetwork.isDay(solved) ? DayNumber(solved).civil.year : current
    }
    // A date of one year stands there, however widely "about" is taken.
    if let date = event.edtf?.date, date.year.unspecified == 0,
      date.year.omitted == 0
    {
      return date.year.number
    }
    let high = (event.edtf?.latest ?? event.latest)?.civil.year ?? low
    guard let current else { return low }
    return max(low, min(current, high))
  }

  /// The date opens its row; "c." and the like stay as they are.
  private func capitalised(_ text: String) -> String {
    if text.dropFirst().first == "." { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// When within the year.
  private func when(_ edtf: EDTF?, _ year: Int?, _ wording: String, _ words: PrintedDates) -> String
  {
    guard let edtf else { return wording }
    guard let date = edtf.date else { return edtf.display(words) }
    guard date.year.number == year, date.year.unspecified == 0, date.year.omitted == 0 else {
      return edtf.display(words)
    }
    if date.month == nil {
      if date.year.qualification.isEmpty { return wording }
      return edtf.display(words)
    }
    return date.displayWithoutYear(words)
  }

  /// HTML takes only plain dates of years 1 to 9999.
  private func datetime(_ edtf: EDTF?) -> String? {
    guard let date = edtf?.date, (1...9999).contains(date.year.number), date.year.unspecified == 0,
      date.year.omitted == 0
    else { return nil }
    var plain = EDTFDate(year: date.year.number)
    guard let month = date.month, month.unspecified == 0, month.number < 21 else {
      return plain.description
    }
    plain.month = .init(month.number)
    if let day = date.day, day.unspecified == 0 { plain.day = .init(day.number) }
    return plain.description
  }
}

extension EDTFDate {
  /// Day, month or season alone, with its doubts.
  func displayWithoutYear(_ words: PrintedDates) -> String {
    guard let month else { return "" }
    var text: String
    if let season {
      text = season <= 32 ? words.seasons[(season - 21) % 4] : display(words)
    } else if (1...12).contains(month.number), month.unspecified == 0 {
      text = words.months[month.number - 1]
      if let day, day.unspecified == 0 { text = words.dayAndMonth(day.number, month.number) }
    } else {
      return ""
    }
    let doubts = month.qualification.union(day?.qualification ?? []).union(year.qualification)
    if doubts.contains(.approximate) { text = PrintedDates.fill(words.circa, text) }
    return doubts.contains(.uncertain) ? text + "?" : text
  }
}
