import BookLanguage
import BookModel

/// A day as people write it in book.yaml, in the form that shops want: `2024-05-01`.
///
/// Read are `5 March 2026`, `March 5, 2026`, `March 2026`, `2026/3/5` and `5.3.2026`; of
/// `3/5/2026` nobody can tell which is the month.
func writtenDay(_ text: String) -> String? {
  let words = text.split { " ,./-".contains($0) }.map(String.init)
  let numbers = words.map { Int($0.filter(\.isNumber)) }
  let months = words.map(monthNumber)
  switch words.count {
  case 2:
    guard let month = months[0], let year = numbers[1] else { return nil }
    return day(year, month, nil)
  case 3:
    if let month = months[1], let number = numbers[0], let year = numbers[2] {
      return day(year, month, number)
    }
    if let month = months[0], let number = numbers[1], let year = numbers[2] {
      return day(year, month, number)
    }
    guard let first = numbers[0], let second = numbers[1], let third = numbers[2],
      words.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    if first > 31 { return day(first, second, third) }
    if text.contains(".") || first > 12 { return day(third, second, first) }
    return second > 12 ? day(third, first, second) : nil
  default: return nil
  }
}

private func day(_ year: Int, _ month: Int, _ day: Int?) -> String? {
  guard (1000...2999).contains(year), (1...12).contains(month) else { return nil }
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  guard let day else { return "\(year)-\(two(month))" }
  guard (1...31).contains(day),
    DayNumber(year: year, month: month, day: day).civil == (year, month, day)
  else { return nil }
  return "\(year)-\(two(month))-\(two(day))"
}

/// A month by its name, or three letters of it, in any language that bookc knows.
private func monthNumber(_ word: String) -> Int? {
  let word = word.lowercased()
  guard word.count >= 3, !word.contains(where: \.isNumber) else { return nil }
  for language in Language.all {
    let months = language.printedDates.months.map { $0.lowercased() }
    if let exact = months.firstIndex(of: word) { return exact + 1 }
    let near = months.indices.filter { months[$0].hasPrefix(word) }
    if near.count == 1 { return near[0] + 1 }
  }
  return nil
}
