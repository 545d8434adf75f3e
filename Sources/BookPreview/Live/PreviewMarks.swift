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
    if person.privacy == .hidden { continue }
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
  let ordered = additions.sorted { $0.range.lowerBound < $1.range.lowerBound }
  var next = 0
  var marks: [Mark] = []
  for index in chapter.prose.indices {
    let prose = chapter.prose[index]
    var own = chapter.marks[prose.marks].filter {
      if case .person = $0.kind { return false }
      return true
    }
    while next < ordered.count, ordered[next].range.lowerBound < prose.text.lowerBound { next += 1 }
    while next < ordered.count, ordered[next].range.lowerBound < prose.text.upperBound {
      if fits(ordered[next], among: own) { own.append(ordered[next]) }
      next += 1
    }
    own.sort {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    let start = marks.count
    marks += own
    chapter.prose[index].marks = start..<marks.count
  }
  chapter.marks = marks
  return chapter
}

private func fits(_ mark: Mark, among others: [Mark]) -> Bool {
  others.allSatisfy { other in
    let isApart =
      other.range.upperBound <= mark.range.lowerBound
      || mark.range.upperBound <= other.range.lowerBound
    if isApart { return true }
    let holds =
      other.range.lowerBound <= mark.range.lowerBound
      && mark.range.upperBound <= other.range.upperBound
    let isHeld =
      mark.range.lowerBound <= other.range.lowerBound
      && other.range.upperBound <= mark.range.upperBound
    switch other.kind {
    case .link, .code, .person, .noteReference, .image: return false
    case .element(let element) where element.name == "a": return false
    default: return holds || isHeld
    }
  }
}
