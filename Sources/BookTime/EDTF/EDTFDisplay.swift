import BookLanguage
package import BookModel

extension EDTF {
  /// As a reader's edition prints it: `c. 1890`, `1890?`, `between 1890 and 1895`, `summer 2014`.
  ///
  /// A language without words for dates of its own reads English.
  package func display(language: String) -> String {
    display(Language.of(language).printedDates)
  }

  /// As messages to the author say it.
  package var inMessages: String { display(Language.english.printedDates) }

  func display(_ words: PrintedDates) -> String {
    switch value {
    case .date(let date), .dateTime(let date, _): return date.display(words)
    case .interval(.date(let a), .date(let b)): return Self.range(a, b, words)
    case .interval(.date(let a), let end):
      return end == .open
        ? PrintedDates.fill(words.after, a.display(words)) : a.display(words) + "–?"
    case .interval(let start, .date(let b)):
      return start == .open
        ? PrintedDates.fill(words.before, b.display(words)) : "?–" + b.display(words)
    case .interval: return "–"
    case .set(let kind, let members): return Self.set(kind, members, words)
    }
  }

  private static func range(_ a: EDTFDate, _ b: EDTFDate, _ words: PrintedDates) -> String {
    let isPlain = a.month == nil && b.month == nil && a.year.number > 0
    let start = a.display(words)
    let end = b.display(words)
    return isPlain ? "\(start)–\(end)" : "\(start) – \(end)"
  }

  private static func set(_ kind: SetKind, _ members: [Member], _ words: PrintedDates) -> String {
    if members.count == 1, case .range(let a, let b) = members[0] {
      switch (a, b) {
      case (let a?, let b?):
        return kind == .allOf
          ? range(a, b, words)
          : PrintedDates.fill(words.between, a.display(words), b.display(words))
      case (let a?, nil): return PrintedDates.fill(words.after, a.display(words))
      case (nil, let b?): return PrintedDates.fill(words.before, b.display(words))
      case (nil, nil): return ""
      }
    }
    let texts = members.map { member in
      switch member {
      case .date(let date): date.display(words)
      case .range(let a?, let b?): range(a, b, words)
      case .range(let a?, nil): PrintedDates.fill(words.after, a.display(words))
      case .range(nil, let b?): PrintedDates.fill(words.before, b.display(words))
      case .range(nil, nil): ""
      }
    }
    let joint = kind == .oneOf ? words.or : words.and
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(joint) " + last
  }
}

extension EDTFDate {
  /// As printed, with its doubts.
  func display(_ words: PrintedDates) -> String {
    let all = [year.qualification, month?.qualification ?? [], day?.qualification ?? []]
    let doubts = all.reduce(into: Qualification()) { $0.formUnion($1) }
    var text = plain(words)
    if year.significantDigits != nil || doubts.contains(.approximate) {
      text = PrintedDates.fill(words.circa, text)
    }
    return doubts.contains(.uncertain) ? text + "?" : text
  }

  private func plain(_ words: PrintedDates) -> String {
    let y = yearText(words)
    guard let month else { return y }
    if let season { return seasonText(season, y, words) }
    guard month.unspecified == 0, (1...12).contains(month.number) else {
      if let day, day.unspecified == 0 {
        return PrintedDates.fill(words.inYear, "\(day.number).", y)
      }
      return y
    }
    let name = words.months[month.number - 1]
    if year.unspecified != 0 {
      let first =
        day.map { $0.unspecified == 0 ? words.dayAndMonth($0.number, month.number) : name } ?? name
      return PrintedDates.fill(words.inYear, first, y)
    }
    guard let day, day.unspecified == 0 else { return words.monthAndYear(name, y) }
    return words.dayAndYear(words.dayAndMonth(day.number, month.number), y)
  }

  private func yearText(_ words: PrintedDates) -> String {
    if year.omitted == 2 || year.unspecified == 3 { return centuryText(words) }
    if year.omitted == 1 || year.unspecified == 1 {
      let text = PrintedDates.fill(words.decade, String(year.number.magnitude))
      return year.isNegative ? PrintedDates.fill(words.beforeChrist, text) : text
    }
    if year.unspecified == 15 { return words.unknownYear }
    if year.unspecified != 0 {
      let years = year.candidates
      return "\(years.lowerBound)–\(years.upperBound)"
    }
    // Year 0 of ISO 8601 is 1 BC.
    if year.number <= 0 {
      return PrintedDates.fill(words.beforeChrist, String(year.number.magnitude + 1))
    }
    return String(year.number)
  }

  private func centuryText(_ words: PrintedDates) -> String {
    let n = Int(year.number.magnitude) / 100 + 1
    let text = PrintedDates.fill(words.century, words.centuryNumber(n))
    return year.isNegative ? PrintedDates.fill(words.beforeChrist, text) : text
  }

  private func seasonText(_ season: Int, _ year: String, _ words: PrintedDates) -> String {
    switch season {
    case 21...32: return words.monthAndYear(words.seasons[(season - 21) % 4], year)
    case 33...36:
      return PrintedDates.fill(words.part, words.ordinal(season - 32) + " " + words.parts[0], year)
    case 37...39:
      return PrintedDates.fill(words.part, words.ordinal(season - 36) + " " + words.parts[1], year)
    default:
      return PrintedDates.fill(words.part, words.ordinal(season - 39) + " " + words.parts[2], year)
    }
  }
}
