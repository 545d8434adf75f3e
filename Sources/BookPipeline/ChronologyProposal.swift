import BookDiagnostics
import BookModel

/// The dates of the prose, each with its place and how it was worked out.
func datesInWords(_ expressions: [DateExpression], in book: Book) -> String {
  var places = ScanPlaces(book)
  var text = ""
  for expression in expressions {
    text +=
      "# \(places.start(of: expression.range, in: expression.chapter)) "
      + "“\(oneLine(book.chapters[expression.chapter].string(expression.range)))” → "
      + "\(expression.edtf?.description ?? "not resolved") (\(expression.basis.rawValue), "
      + "\(expression.confidence.rawValue)): \(oneLine(expression.reasoning))\n"
  }
  return text
}

/// The found events of the prose as YAML: those that bookc is sure of as entries ready for
/// chronology.yaml, the others as comments, each with its place and how its date was worked out.
func chronologyProposal(_ events: [Event], in book: Book) -> String {
  var places = ScanPlaces(book)
  var text = ""
  for event in events {
    guard let place = event.place else { continue }
    let when = event.edtf?.description ?? "no date"
    text +=
      "# \(places.start(of: place.range, in: place.chapter)) → \(when) (\(event.basis.rawValue), "
      + "\(event.confidence.rawValue)): \(oneLine(event.reasoning ?? "nothing dates it"))\n"
    let mark = event.isSure ? "" : "# "
    text += entry(event).map { mark + $0 + "\n" }.joined()
  }
  return text
}

/// The same for the eye: a line each.
func eventsInWords(_ events: [Event], in book: Book) -> String {
  var places = ScanPlaces(book)
  var text = ""
  for event in events {
    guard let place = event.place else { continue }
    text +=
      "\(event.isSure ? "print  " : "propose") \(event.edtf?.description ?? "no date")  \(event.title)  "
      + "(\(places.start(of: place.range, in: place.chapter)))\n"
  }
  return text
}

/// chronology.yaml with the events appended that it does not have; comments, order and what the author
/// has already stay as they are.
func appendToChronology(_ text: String, events: [Event]) -> String {
  let entries = events.filter { !text.contains("id: \($0.id)\n") }.map(entry)
  if entries.isEmpty { return text }
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  while lines.last?.isEmpty == true { lines.removeLast() }
  if let events = lines.firstIndex(where: { $0.hasPrefix("events:") }) {
    var end = events + 1
    while end < lines.count, lines[end].isEmpty || " -#".contains(lines[end].first ?? "x") {
      end += 1
    }
    let indent =
      lines[(events + 1)..<end].first { $0.drop { $0 == " " }.hasPrefix("- ") }
      .map { String($0.prefix { $0 == " " }) } ?? "  "
    lines[events] = "events:"
    lines.insert(contentsOf: entries.flatMap { $0.map { indent + $0 } }, at: end)
  } else if lines.contains(where: { $0.hasPrefix("- ") }) {
    lines += entries.flatMap { $0 }
  } else {
    lines += ["events:"] + entries.flatMap { $0.map { "  " + $0 } }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// An event as chronology.yaml has it.
private func entry(_ event: Event) -> [String] {
  var lines = ["- id: \(event.id)"]
  if let edtf = event.edtf { lines.append("  date: \(quoted(edtf.description))") }
  return lines + ["  title: \(quoted(event.title))"]
}

/// Where things stand in the files of a book, for a scan to name.
private struct ScanPlaces {
  private let book: Book
  private var tables: [Int: LineTable] = [:]

  init(_ book: Book) { self.book = book }

  /// `chapters/01.md:3:4`.
  mutating func start(of range: Range<Int>, in index: Int) -> String {
    let chapter = book.chapters[index]
    let table = tables[index] ?? LineTable(book.sources[chapter.source].bytes)
    tables[index] = table
    let place = table.position(Int(chapter.span(range).start))
    return "\(book.sources[chapter.source].path):\(place.line):\(place.column)"
  }
}

private func oneLine(_ text: String) -> String {
  text.split(whereSeparator: { $0 == "\n" || $0 == " " || $0 == "\r" }).joined(separator: " ")
}

private func quoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
