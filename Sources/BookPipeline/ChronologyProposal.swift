import BookDiagnostics
import BookModel

/// The dates of the prose as YAML: events as entries ready for chronology.yaml, everything else as
/// comments, each with its place and how it was worked out.
func chronologyProposal(_ expressions: [DateExpression], in book: Book) -> String {
  var tables: [Int: LineTable] = [:]
  var text = ""
  for proposal in proposals(expressions, in: book) {
    let expression = proposal.expression
    let chapter = book.chapters[expression.chapter]
    let table =
      tables[expression.chapter] ?? LineTable(book.sources[chapter.source].bytes)
    tables[expression.chapter] = table
    let place = table.position(Int(chapter.span(expression.range).start))
    let words = oneLine(chapter.string(expression.range))
    text +=
      "# \(book.sources[chapter.source].path):\(place.line):\(place.column) “\(words)” → "
      + "\(expression.edtf?.description ?? "not resolved") (\(expression.basis.rawValue), "
      + "\(expression.confidence.rawValue)): \(oneLine(expression.reasoning))\n"
    if let entry = proposal.entry { text += entry.joined(separator: "\n") + "\n" }
  }
  return text
}

/// chronology.yaml with the events of the prose appended; comments, order and what the author has
/// already stay as they are.
func appendToChronology(
  _ text: String, expressions: [DateExpression], in book: Book
) -> String {
  let entries = proposals(expressions, in: book).filter { !text.contains("id: \($0.id)\n") }
    .compactMap(\.entry)
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

/// A date and, when it dates an event that can be printed, its entry.
private struct EventProposal {
  var expression: DateExpression
  var id: String
  var entry: [String]?
}

private func proposals(_ expressions: [DateExpression], in book: Book) -> [EventProposal] {
  var taken: Set<String> = []
  return expressions.map { expression in
    guard expression.isEvent, let edtf = expression.edtf?.description else {
      return EventProposal(expression: expression, id: "", entry: nil)
    }
    let title = sentence(around: expression, in: book.chapters[expression.chapter])
    let base = slug(title)
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return EventProposal(
      expression: expression, id: id,
      entry: ["- id: \(id)", "  date: \(quoted(edtf))", "  title: \(quoted(title))"])
  }
}

/// The sentence a date stands in, on one line, cut at a word when it is long.
private func sentence(around expression: DateExpression, in chapter: ParsedChapter) -> String {
  let leaf = chapter.prose[expression.prose].text
  func ends(_ i: Int) -> Bool {
    (chapter.text[i] == 0x2E || chapter.text[i] == 0x21 || chapter.text[i] == 0x3F)
      && (i + 1 >= leaf.upperBound || chapter.text[i + 1] == 0x20 || chapter.text[i + 1] == 0x0A)
  }
  var start = expression.range.lowerBound
  while start > leaf.lowerBound, !ends(start - 1) { start -= 1 }
  var end = expression.range.upperBound
  while end < leaf.upperBound, !ends(end) { end += 1 }
  let words = oneLine(chapter.string(start..<end)).split(separator: " ")
  var title = ""
  for word in words {
    if title.count + word.count > 90 { return title + " …" }
    title += (title.isEmpty ? "" : " ") + word
  }
  return title
}

private func oneLine(_ text: String) -> String {
  text.split(whereSeparator: { $0 == "\n" || $0 == " " || $0 == "\r" }).joined(separator: " ")
}

private func slug(_ text: String) -> String {
  var words: [String] = []
  for word in text.lowercased().split(separator: " ") {
    let plain = word.unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    if !plain.isEmpty { words.append(String(String.UnicodeScalarView(plain))) }
    if words.count == 5 { break }
  }
  return words.isEmpty ? "event" : words.joined(separator: "-")
}

private func quoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
