import BookDiagnostics
import BookModel

extension ChapterRenderer {
  /// A stretch at a chapter's start, with the class it has.
  struct OpeningSpan {
    var range: Range<Int>
    var name: StaticString
  }

  /// Writes a leaf's words with their marks and the page breaks within.
  mutating func inline(_ leaf: Prose, to out: inout MarkupWriter) {
    inline(leaf, leaf.text, to: &out)
  }

  /// Writes a stretch of a leaf; marks that reach beyond it are cut at its ends.
  ///
  /// `isLine` says that the stretch is a whole line, to which a note at its end belongs; `opening`
  /// has the outer stretches before the inner ones.
  mutating func inline(
    _ leaf: Prose, _ range: Range<Int>, opening: [OpeningSpan] = [], isLine: Bool = false,
    to out: inout MarkupWriter
  ) {
    let marks = leaf.marks.clamped(to: 0..<chapter.marks.count)
    if marks.isEmpty, opening.isEmpty {
      words(range, to: &out)
      return
    }
    var run = InlineRun(cursor: range.lowerBound)
    var spans = opening[...]
    for index in marks {
      let mark = chapter.marks[index]
      let isEmpty = mark.range.isEmpty
      if mark.range.lowerBound > range.upperBound { break }
      if isEmpty {
        // A mark at the very end of a line belongs to that line, not to the next one.
        let isLast = isLine || range.upperBound == leaf.text.upperBound
        guard mark.range.lowerBound >= range.lowerBound,
          mark.range.lowerBound < range.upperBound || isLast
        else { continue }
      } else if mark.range.upperBound <= range.lowerBound
        || mark.range.lowerBound >= range.upperBound
      {
        continue
      }
      let start = max(mark.range.lowerBound, range.lowerBound)
      while let span = spans.first?.range,
        span.lowerBound < start || span.upperBound > mark.range.upperBound
      {
        open(spans.removeFirst(), &run, to: &out)
      }
      advance(&run, to: start, &out)
      if isEmpty {
        point(mark, to: &out)
      } else {
        var end = min(mark.range.upperBound, range.upperBound)
        if let outer = run.open.last { end = min(end, outer.end) }
        let isCut = mark.range.lowerBound < range.lowerBound
        let elements = openMark(mark, isContinued: isCut, to: &out)
        run.open.append(.init(end: end, elements: elements))
      }
    }
    for span in spans { open(span, &run, to: &out) }
    advance(&run, to: range.upperBound, &out)
  }

  private func open(
    _ span: OpeningSpan, _ run: inout InlineRun, to out: inout MarkupWriter
  ) {
    advance(&run, to: span.range.lowerBound, &out)
    out.open(.span, [.class(span.name)])
    run.open.append(.init(end: span.range.upperBound, elements: 1))
  }

  /// Writes words up to an offset and closes the marks that end on the way.
  private func advance(
    _ run: inout InlineRun, to offset: Int, _ out: inout MarkupWriter
  ) {
    while let last = run.open.last, last.end <= offset {
      words(run.cursor..<max(run.cursor, last.end), to: &out)
      run.cursor = max(run.cursor, last.end)
      for _ in 0..<last.elements { out.close() }
      run.open.removeLast()
    }
    if offset > run.cursor {
      words(run.cursor..<offset, to: &out)
      run.cursor = offset
    }
  }

  /// Words without marks, with the page breaks that stand among them.
  private func words(_ range: Range<Int>, to out: inout MarkupWriter) {
    guard !pages.isEmpty, !range.isEmpty else {
      out.text(chapter.text, range)
      return
    }
    var start = range.lowerBound
    var next = pages.partitioningIndex { $0.offset >= start }
    while next < pages.count, pages[next].offset < range.upperBound {
      let page = pages[next]
      out.text(chapter.text, start..<page.offset)
      out.empty(
        .span,
        [
          .id(page.id), .semantics("pagebreak"),
          .role("doc-pagebreak"), .label(page.label),
        ])
      start = page.offset
      next += 1
    }
    out.text(chapter.text, start..<range.upperBound)
  }

  /// What has a place but no words: pictures, references to notes, void elements.
  private mutating func point(_ mark: Mark, to out: inout MarkupWriter) {
    switch mark.kind {
    case .image(let image): self.image(image, to: &out)
    case .noteReference(let note): noteReference(note, to: &out)
    case .lineBreak: out.empty(.br)
    case .element(let element):
      if openElement(element, at: mark.span, isContinued: false, to: &out) { out.close() }
    case .link, .emphasis, .strong, .code, .person, .date, .event: break
    }
  }

  /// Opens what a mark becomes and says how many elements that were.
  private mutating func openMark(
    _ mark: Mark, isContinued: Bool, to out: inout MarkupWriter
  ) -> Int {
    switch mark.kind {
    case .emphasis: out.open(.em)
    case .strong: out.open(.strong)
    case .code: out.open(.code)
    case .link(let destination, let title):
      return openLink(destination, title: title, at: mark.span, to: &out) ? 1 : 0
    case .lineBreak:
      out.empty(.br)
      return 0
    case .element(let element):
      return openElement(element, at: mark.span, isContinued: isContinued, to: &out) ? 1 : 0
    case .date(let date):
      guard let value = machineDate(date.edtf) else { return 0 }
      out.open(.time, [.datetime(value)])
    case .event(_, let description):
      guard let value = machineDate(description.date?.edtf) else { return 0 }
      out.open(.time, [.datetime(value)])
    case .image(let image):
      self.image(image, to: &out)
      return 0
    case .noteReference(let note):
      noteReference(note, to: &out)
      return 0
    case .person(let id, let note):
      if let entry = publication.firstMentions.entries[index]?[mark.range.lowerBound] {
        guard let place = publication.peopleIndexName else { return 0 }
        out.open(.a, [.class("person"), .href(place + documentExtension + "#" + entry)])
        return 1
      }
      guard publication.linksNames, id != "none" else { return 0 }
      out.open(
        .a,
        [
          .class("person"), .href("person-\(id)" + documentExtension),
          Attribute("data-who", text: note ?? ""),
        ])
    }
    return 1
  }
}

/// How far the writing of a leaf has come.
private struct InlineRun {
  struct Open {
    var end: Int
    var elements: Int
  }
  var cursor: Int
  var open: [Open] = []
}

/// The value for `<time datetime>` if the EDTF is a year, a month or a day without doubt.
///
/// HTML 5.2, 2.4.5: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, with a year above 0.
func machineDate(_ edtf: EDTF?) -> String? {
  guard let date = edtf?.date, (1...9999).contains(date.year.number), date.year.isPlain,
    date.month.map({ $0.isPlain && (1...12).contains($0.number) }) ?? true,
    date.day?.isPlain ?? true
  else { return nil }
  return date.description
}

extension EDTFDate.Year {
  /// All digits are there and nothing is doubted.
  fileprivate var isPlain: Bool {
    omitted == 0 && unspecified == 0 && significantDigits == nil && long == nil
      && qualification.isEmpty
  }
}

extension EDTFDate.Field {
  fileprivate var isPlain: Bool { unspecified == 0 && qualification.isEmpty }
}
