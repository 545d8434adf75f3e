import BookLanguage
import BookModel

/// Who is in which chapter: a dot where a person is named, larger the more often.
func presencePlate(_ book: Book, _ people: PeopleAnnotation) -> Chronology.Plate? {
  var counts: [Int: [Int: Int]] = [:]
  for mention in people.mentions where book.chapters[mention.chapter].header.matter == .body {
    counts[mention.person, default: [:]][mention.chapter, default: 0] += 1
  }
  let named = counts.filter { publicName(people.people[$0.key]) != nil }
  // First come the people who are there first, as in the book.
  let shown = named.sorted { a, b in
    let (x, y) = (a.value.values.reduce(0, +), b.value.values.reduce(0, +))
    return x == y ? a.key < b.key : x > y
  }.prefix(30).sorted { a, b in
    let (x, y) = (a.value.keys.min() ?? 0, b.value.keys.min() ?? 0)
    return x == y ? a.key < b.key : x < y
  }
  guard shown.count > 1 else { return nil }
  let chapters = book.chapters.indices.filter { book.chapters[$0].header.matter == .body }
  guard chapters.count > 1 else { return nil }
  let left = 190.0
  let top = 56.0
  let row = 26.0
  let column = min(44, max(9, (640 - left - 24) / Double(chapters.count)))
  let height = top + row * Double(shown.count) + 16
  let width = left + column * Double(chapters.count) + 24
  var drawing = Drawing()
  let phrases = Language.of(book.metadata.language).phrases
  let numbers = book.chapterNumbers
  // A chapter that has no number goes by what it is, which no column has room for.
  func called(_ chapter: Int) -> String {
    numbers[chapter] ?? book.chapters[chapter].header.role.map { phrases[$0.phrase] } ?? ""
  }
  let step = [1, 2, 5, 10, 20, 50].first { column * Double($0) >= 20 } ?? 100
  for (index, chapter) in chapters.enumerated() {
    let x = left + column * (Double(index) + 0.5)
    drawing.line(x, top - 8, x, height - 12, Drawing.pale, 0.5)
    if index == 0 || (index + 1) % step == 0, let number = numbers[chapter] {
      drawing.text(x, top - 16, number, size: 12, anchor: "middle", colour: Drawing.grey)
    }
  }
  drawing.text(
    left - 14, top - 16, phrases[.chapter], size: 12, anchor: "end", colour: Drawing.grey,
    italic: true)
  var sentences: [String] = []
  let most = Double(shown.flatMap { $0.value.values }.max() ?? 1)
  for (line, entry) in shown.enumerated() {
    let y = top + row * (Double(line) + 0.5)
    let name = publicName(people.people[entry.key]) ?? ""
    drawing.text(left - 14, y + 5, Drawing.fitted(name, 24), size: 14, anchor: "end")
    var places: [String] = []
    for (index, chapter) in chapters.enumerated() {
      guard let count = entry.value[chapter] else { continue }
      // The area, not the radius, grows with the count.
      let size = 3 + (min(column, row) / 2 - 4) * (Double(count) / most).squareRoot()
      drawing.circle(left + column * (Double(index) + 0.5), y, max(2.5, size), filled: true)
      places.append(called(chapter))
    }
    sentences.append("\(name): \(places.joined(separator: ", "))")
  }
  let title = "\(phrases[.people]) – \(phrases[.chapter])"
  let alternative = sentences.joined(separator: "; ")
  return Chronology.Plate(
    svg: drawing.document(
      width: width, height: height, id: "presence", title: title, description: alternative),
    alternative: "\(title). \(alternative).", width: Float(width), height: Float(height))
}

/// The name that may be shown, nil for who is not to be shown.
private func publicName(_ person: Person) -> String? {
  switch person.privacy {
  case .public: person.display
  case .pseudonym(let name): name
  case .initials, .hidden: nil
  }
}
