import BookModel

/// The book with its people and dates marked in the prose, for pages that explain them.
///
/// A mention becomes a person mark with a line on who it is, a date a span that says how it was
/// worked out; a range that would cut through other mark-up, or lie within a link, is left alone.
func explained(_ annotated: AnnotatedBook) -> AnnotatedBook {
  var result = annotated
  var additions = [[Mark]](repeating: [], count: annotated.book.chapters.count)
  for mention in annotated.people.mentions {
    let person = annotated.people.people[mention.person]
    // Who is in a picture is named in no words.
    if person.privacy == .hidden || mention.range.isEmpty { continue }
    additions[mention.chapter].append(
      Mark(
        .person(id: person.id, note: whoIs(person)), mention.range,
        span: annotated.book.chapters[mention.chapter].span(mention.range)))
  }
  for expression in annotated.time.expressions where !expression.reasoning.isEmpty {
    let words = HTMLElement(
      name: "span",
      attributes: [
        HTMLAttribute("class", "date"), HTMLAttribute("title", howDated(expression)),
      ])
    additions[expression.chapter].append(
      Mark(
        .element(words), expression.range,
        span: annotated.book.chapters[expression.chapter].span(expression.range)))
  }
  for index in result.book.chapters.indices {
    result.book.chapters[index] = with(additions[index], in: result.book.chapters[index])
  }
  return result
}

/// `Dave “Dizzy” Smith, manager at Basho`.
func whoIs(_ person: Person) -> String {
  ([person.display] + person.roles.prefix(1)).joined(separator: ", ")
}

private func howDated(_ expression: DateExpression) -> String {
  guard let edtf = expression.edtf else { return expression.reasoning }
  return "\(edtf): \(expression.reasoning)"
}

/// The chapter with more marks, those of people as the author wrote them replaced.
private func with(_ additions: [Mark], in chapter: ParsedChapter) -> ParsedChapter {
  var chapter = chapter
  let ordered = additions.sorted(by: isOutside)
  var next = 0
  var marks: [Mark] = []
  for index in chapter.prose.indices {
    let prose = chapter.prose[index]
    let own = chapter.marks[prose.marks].filter {
      if case .person = $0.kind { return false }
      return true
    }
    while next < ordered.count, ordered[next].range.lowerBound < prose.text.lowerBound { next += 1 }
    let first = next
    while next < ordered.count, ordered[next].range.lowerBound < prose.text.upperBound { next += 1 }
    let start = marks.count
    marks += nested(
      ordered[first..<next].filter { $0.range.upperBound <= prose.text.upperBound },
      into: own.sorted(by: isOutside))
    chapter.prose[index].marks = start..<marks.count
  }
  chapter.marks = marks
  return chapter
}

/// Reading order, the outer mark before those within it.
private func isOutside(_ a: Mark, _ b: Mark) -> Bool {
  (a.range.lowerBound, -a.range.upperBound) < (b.range.lowerBound, -b.range.upperBound)
}

/// Both lists as one, without those additions that would cut through a mark, lie in a link or hold
/// one.
///
/// Linear but for the few marks within an addition.
private func nested(_ additions: [Mark], into own: [Mark]) -> [Mark] {
  guard !additions.isEmpty else { return own }
  var result: [Mark] = []
  var open: [Mark] = []
  var closed = 0  // How many of the open marks let nothing in.
  var next = 0
  func enter(_ mark: Mark) {
    while let last = open.last, last.range.upperBound <= mark.range.lowerBound {
      closed -= last.letsMarksIn ? 0 : 1
      open.removeLast()
    }
  }
  func put(_ mark: Mark) {
    result.append(mark)
    guard !mark.range.isEmpty else { return }
    open.append(mark)
    closed += mark.letsMarksIn ? 0 : 1
  }
  for addition in additions {
    while next < own.count, own[next].range == addition.range || isOutside(own[next], addition) {
      enter(own[next])
      put(own[next])
      next += 1
    }
    enter(addition)
    let isHeld = open.allSatisfyLast { addition.range.upperBound <= $0.range.upperBound }
    let within = own[next...].prefix { $0.range.lowerBound < addition.range.upperBound }
    let holds = within.allSatisfy {
      $0.letsMarksIn && $0.range.upperBound <= addition.range.upperBound
    }
    if isHeld, holds, closed == 0, !addition.range.isEmpty { put(addition) }
  }
  for mark in own[next...] { result.append(mark) }
  return result
}

extension [Mark] {
  /// True of no mark, else of the innermost.
  fileprivate func allSatisfyLast(_ condition: (Mark) -> Bool) -> Bool {
    last.map(condition) ?? true
  }
}

extension Mark {
  /// False for what is a link itself, or shows its text as it is.
  fileprivate var letsMarksIn: Bool {
    switch kind {
    case .link, .code, .person, .noteReference, .image: return false
    case .element(let element): return element.name != "a"
    default: return true
    }
  }
}
