import BookLanguage

/// The words of a date as family-tree programs write them, in the grammar's own words.
///
/// Programs take what their users type: "abt. 1900", "March 15, 2020", "15/03/2020", "1890-1900".
enum GEDCOMDateWords {
  /// The words in the grammar's order, and what was lost by it.
  struct Reading {
    var parts: [String]
    var remark: String?
  }

  static func read(_ words: String) -> Reading {
    var reading = Reading(parts: [])
    var parts = tokens(words)
    if parts.contains("INT") { return Reading(parts: parts) }
    parts.removeAll { $0.hasPrefix("(") && $0.hasSuffix(")") || unknown.contains($0) }
    parts = parts.flatMap(spelled)
    parts = joinedRange(parts)
    parts = withoutInnerQualifiers(parts)
    // What stands between words of the grammar is a date.
    var date: [String] = []
    func close() {
      let (normal, remark) = normalised(date)
      reading.parts += normal
      reading.remark = reading.remark ?? remark
      date = []
    }
    for part in parts {
      if grammar.contains(part) {
        close()
        reading.parts.append(part)
      } else {
        date.append(part)
      }
    }
    close()
    return reading
  }

  private static let grammar: Set<String> = [
    "ABT", "EST", "CAL", "BEF", "AFT", "BET", "AND", "FROM", "TO", "INT",
  ]
  private static let unknown: Set<String> = ["WFT", "??", "?", "__", "___", "____"]

  private static func tokens(_ words: String) -> [String] {
    words.replacing("@#D", with: "").replacing("@", with: " ").replacing(
      "FRENCH R", with: "FRENCH_R"
    )
    .uppercased().replacing(",", with: " ").split { $0 == " " || $0 == "\n" }.map { word in
      let isEra = word.hasPrefix("B.C")
      return word.hasSuffix(".") && !isEra ? String(word.dropLast()) : String(word)
    }
  }

  private static let qualifiers: [String: [String]] = {
    let rows = """
      ABT ABOUT CA C CIRCA CIR APPROX ~ +/- ENV ENVIRON VERS UM ETWA ROND HACIA CERCA
      BEF BEFORE < VOR AVANT ANTES PRIOR
      AFT AFTER > NACH APRÈS DESPUÉS
      BET BETWEEN ENTRE ZWISCHEN EITHER
      AND OR ET UND Y
      EST ESTIMATED GESCHÄTZT
      CAL CALCULATED
      """
    var result: [String: [String]] = [:]
    for row in rows.split(separator: "\n") {
      let words = row.split(separator: " ").map(String.init)
      for word in words.dropFirst() { result[word] = [words[0]] }
    }
    return result
  }()

  // One word as the grammar has it; "C1900", "<1900" and "1900+" are two.
  private static func spelled(_ word: String) -> [String] {
    if let known = qualifiers[word] { return known }
    for (sign, meaning) in [("<", "BEF"), (">", "AFT"), ("~", "ABT"), ("C", "ABT")]
    where word.hasPrefix(sign) && word.dropFirst().count == 4 && Int(word.dropFirst()) != nil {
      return [meaning, String(word.dropFirst())]
    }
    if word.hasSuffix("+"), Int(word.dropLast()) != nil { return ["AFT", String(word.dropLast())] }
    if let month = months[word.lowercased()] { return [monthNames[month - 1]] }
    return [word]
  }

  // "1890-1900": a stretch of years, as "1890-03" is not.
  private static func joinedRange(_ parts: [String]) -> [String] {
    parts.flatMap { part -> [String] in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, ends.allSatisfy({ $0.count == 4 && Int($0) != nil }) else {
        return [part]
      }
      return ["BET", String(ends[0]), "AND", String(ends[1])]
    }
  }

  // "BET AFT 1858 AND BEF 1871", "EST AFT 1731", "EST 1800-1850": the looser words add nothing.
  private static func withoutInnerQualifiers(_ parts: [String]) -> [String] {
    var parts = parts
    if parts.count > 1, parts[0] == "EST", ["AFT", "BEF", "BET"].contains(parts[1]) {
      parts.removeFirst()
    }
    guard parts.contains("BET") || parts.contains("FROM") || parts.contains("TO") else {
      return parts
    }
    return parts.filter { !["ABT", "AFT", "BEF", "EST", "CAL"].contains($0) }
  }

  private static let monthNames = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// Months in every language that bookc reads dates in.
  private static let months: [String: Int] = values(of: .month)
  private static let seasons: [String: Int] = values(of: .season)

  private static func values(of kind: DateWord.Kind) -> [String: Int] {
    var result: [String: Int] = [:]
    for language in Language.all {
      for row in language.dateWords where row.kind == kind {
        for entry in row.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
          let parts = entry.split(separator: "=")
          guard parts.count == 2, let value = Int(parts[1]) else { continue }
          let word = parts[0].filter { $0 != "!" && $0 != "." }
          if result[String(word)] == nil { result[String(word)] = value }
        }
      }
    }
    return result
  }

  // Day, month, year in that order; a day that no month has is left out.
  private static func normalised(_ date: [String]) -> ([String], String?) {
    if date.count == 1, let single = numeric(date[0]) { return single }
    if date.count == 2, let season = seasons[date[0].lowercased()], Int(date[1]) != nil {
      return (["\(date[1])-\(season)"], nil)
    }
    if let quarter = quarter(date) { return (quarter, nil) }
    var parts = date
    // "March 15 2020".
    if parts.count == 3, monthNames.contains(parts[0]), let day = Int(parts[1]), day < 32 {
      parts.swapAt(0, 1)
    }
    if parts.count == 3, let month = monthNames.firstIndex(of: parts[1]), let year = Int(parts[2]),
      let day = Int(parts[0])
    {
      let last = OldCalendars.length(ofMonth: month + 1, year)
      if day < 1 || day > last {
        return ([parts[1], parts[2]], "\(parts[1]) has no day \(parts[0])")
      }
    }
    return (parts, nil)
  }

  // "Q1 1900", "DEC QTR 1900": a quarter of the registers.
  private static func quarter(_ date: [String]) -> [String]? {
    guard let year = date.last, Int(year) != nil else { return nil }
    var last: Int?
    if date.count == 2, date[0].count == 2, date[0].hasPrefix("Q"),
      let number = Int(date[0].dropFirst())
    {
      last = number * 3
    } else if date.count == 3, ["QTR", "QUARTER", "Q"].contains(date[1]) {
      last = monthNames.firstIndex(of: date[0]).map { $0 + 1 }
    }
    guard let last, (3...12).contains(last) else { return nil }
    return ["BET", monthNames[last - 3], year, "AND", monthNames[last - 1], year]
  }

  // "2020-03-15", "15.3.2020", "15/03/2020", "1900S", "1900?".
  private static func numeric(_ word: String) -> ([String], String?)? {
    let year = word.prefix(4)
    if word.count == 5, Int(year) != nil {
      if word.hasSuffix("S") { return ([year.prefix(3) + "X"], nil) }
      if word.hasSuffix("?") { return ([year + "?"], nil) }
    }
    let signs = word.filter { "-./".contains($0) }
    guard signs.count == 2, Set(signs).count == 1, let sign = signs.first else { return nil }
    let numbers = word.split(separator: sign).compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    if numbers[0] > 999 { return (["\(numbers[2])", name(numbers[1]), "\(numbers[0])"], nil) }
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    guard third > 99, max(first, second) < 32, min(first, second) < 13 else { return nil }
    if first > 12 || sign == "." || first == second {
      return (["\(first)", name(second), "\(third)"], nil)
    }
    if second > 12 { return (["\(second)", name(first), "\(third)"], nil) }
    return (["\(third)"], "'\(word)' may be day or month first; the year alone is taken")
  }

  private static func name(_ month: Int) -> String {
    monthNames.indices.contains(month - 1) ? monthNames[month - 1] : "?"
  }
}
