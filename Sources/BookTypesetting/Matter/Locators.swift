import BookModel

/// Finds the page of any word of the chapters.
struct PageFinder: Sendable {
  /// Lines of each chapter by where their words begin, with the page's index in the book.
  let lines: [Int: [LineStart]]
  /// What is printed on each page.
  let labels: [Int: PageLabel]

  /// A page's number.
  struct PageLabel: Sendable, Equatable {
    var numbering: Page.Numbering
    var number: Int

    var text: String { numbering == .roman ? romanNumeral(number) : String(number) }
  }

  /// Index in the book of the page on which a place of a chapter's text stands.
  func page(chapter: Int, offset: Int) -> Int? {
    guard let lines = lines[chapter], !lines.isEmpty else { return nil }
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(lines[middle].offset) <= offset { low = middle } else { high = middle - 1 }
    }
    return Int(lines[low].page)
  }

  func label(_ page: Int) -> PageLabel? { labels[page] }

  /// A place of the text as a reference names it.
  struct Target: Sendable, Equatable {
    /// The number of its page.
    var page: String
    /// Name of its destination.
    var destination: String
  }

  /// The page of a place and where a link to it leads; nil for a place that no page has.
  func target(of place: Event.Place, in outline: Outline) -> Target? {
    guard let leaf = outline.place(chapter: place.chapter, prose: place.prose)?.leaf,
      let page = page(chapter: place.chapter, offset: place.range.lowerBound),
      let label = label(page)
    else { return nil }
    let document = outline.documents[outline.chapters[place.chapter].document].name
    return Target(page: label.text, destination: "\(document).\(leaf.id)")
  }
}

/// A reference of the index as printed.
struct PrintedLocator: Sendable, Equatable {
  /// `34`, `34–36`, `34n2`.
  var text: String
  /// Where it leads.
  var destination: String
  var isCaption: Bool
}

/// Turns an entry's runs of paragraphs into page numbers.
struct LocatorPrinter {
  let outline: Outline
  let finder: PageFinder
  /// Mentions of each person by chapter, in reading order.
  private let mentions: [Int: [Mention]]

  init(_ outline: Outline, finder: PageFinder) {
    self.outline = outline
    self.finder = finder
    mentions = Dictionary(grouping: outline.book.people.mentions, by: \.person)
  }

  private struct Span {
    var first: Int
    var last: Int
    /// The numbers of the notes on one page: the first and the last of a run.
    var notes: ClosedRange<Int>?
    var isCaption: Bool
    var destination: String
  }

  func printed(_ locators: [PeopleIndex.Locator], of person: Int?) -> [PrintedLocator] {
    var spans: [Span] = []
    for locator in locators {
      guard let span = span(locator, person) else { continue }
      guard let last = spans.last else {
        spans.append(span)
        continue
      }
      if let before = last.notes, let notes = span.notes {
        // 45nn3–4
        if last.first == span.first, notes.lowerBound == before.upperBound + 1 {
          spans[spans.count - 1].notes = before.lowerBound...notes.upperBound
        } else {
          spans.append(span)
        }
      } else if last.notes == nil, span.notes == nil, last.isCaption == span.isCaption,
        // Two places on facing pages are two places: 34, 35. A run is one only where the text is.
        span.first <= last.last, span.first >= last.first, isSameNumbering(last.first, span.last)
      {
        spans[spans.count - 1].last = max(last.last, span.last)
      } else if last.notes != nil || span.notes != nil || last.last != span.first {
        spans.append(span)
      }
    }
    return spans.compactMap(text)
  }

  private func isSameNumbering(_ a: Int, _ b: Int) -> Bool {
    finder.label(a)?.numbering == finder.label(b)?.numbering
  }

  private func span(_ locator: PeopleIndex.Locator, _ person: Int?) -> Span? {
    let chapter = locator.chapter
    guard
      let place = outline.place(chapter: chapter, prose: locator.first, note: locator.note),
      let end = outline.place(chapter: chapter, prose: locator.last)
    else { return nil }
    var offsets = (first: place.leaf.text.lowerBound, last: end.leaf.text.lowerBound)
    if let person, let all = mentions[person] {
      let low = Self.firstIndex(of: all, chapter: chapter, prose: locator.first)
      let high = Self.firstIndex(of: all, chapter: chapter, prose: locator.last + 1)
      if low < high {
        offsets = (all[low].range.lowerBound, all[high - 1].range.lowerBound)
      }
    }
    guard let first = finder.page(chapter: chapter, offset: offsets.first),
      let last = finder.page(chapter: chapter, offset: offsets.last)
    else { return nil }
    let notes = locator.note == nil ? nil : place.note.map { $0...$0 }
    let document = outline.documents[outline.chapters[chapter].document].name
    return Span(
      first: min(first, last), last: max(first, last), notes: notes,
      isCaption: locator.isCaption,
      destination: "\(document).\(place.leaf.id)")
  }

  private static func firstIndex(of mentions: [Mention], chapter: Int, prose: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if (mentions[middle].chapter, mentions[middle].prose) < (chapter, prose) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func text(_ span: Span) -> PrintedLocator? {
    guard let first = finder.label(span.first), let last = finder.label(span.last) else {
      return nil
    }
    var text = first.text
    if let notes = span.notes {
      text += notes.count > 1 ? "nn\(notes.lowerBound)–\(notes.upperBound)" : "n\(notes.lowerBound)"
    } else if span.last > span.first {
      text =
        first.numbering == .arabic && last.numbering == .arabic
        ? pageRange(first.number, last.number, outline.book.book.metadata.people.ranges)
        : "\(first.text)–\(last.text)"
    }
    return PrintedLocator(
      text: text, destination: span.destination, isCaption: span.isCaption)
  }
}

/// A range of pages, shortened as the policy says.
///
/// Chicago Manual of Style, 18th edition, 9.63: below 100 and from multiples of 100 all digits;
/// from 101 to 109 and the like only the part that changes; else two digits or more as needed.
func pageRange(_ first: Int, _ last: Int, _ policy: PeoplePolicy.Ranges) -> String {
  let full = "\(first)–\(last)"
  let a = Array(String(first).utf8)
  let b = Array(String(last).utf8)
  guard a.count == b.count, first < last else { return full }
  var common = 0
  while common < a.count, a[common] == b[common] { common += 1 }
  func tail(_ digits: Int) -> String { String(decoding: b.suffix(digits), as: UTF8.self) }
  switch policy {
  case .full: return full
  case .minimal: return "\(first)–\(tail(b.count - common))"
  case .chicago:
    if first < 100 || first % 100 == 0 { return full }
    if first % 100 < 10 { return "\(first)–\(tail(b.count - common))" }
    return "\(first)–\(tail(max(2, b.count - common)))"
  }
}
