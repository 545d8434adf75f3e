import BookDiagnostics
import BookModel

extension ChapterReader {
  /// One tag or comment of raw HTML among words.
  mutating func readInlineHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    var after = cursor
    let piece = htmlPiece(literal, from: &after)
    defer { cursor = after }
    guard alternative == nil else { return }
    var tokenizer = HTMLTokenizer(literal)
    while let token = tokenizer.next() {
      switch token {
      case .start(let tag): readInlineStart(tag, in: piece)
      case .end(let name, let range): readInlineEnd(name, at: span(range, in: piece))
      case .comment(let words, let range):
        readComment(
          String(decoding: literal[words], as: UTF8.self), at: span(range, in: piece),
          isOwnBlock: false)
      case .styleSheet(let range): reportStyleSheet(span(range, in: piece))
      case .declaration(let range): reportDeclaration(range, in: piece)
      case .text: break
      }
    }
  }

  private mutating func readInlineStart(_ tag: HTMLTag, in piece: HTMLPiece) {
    let name = HTMLVocabulary.renamed[tag.name] ?? tag.name
    switch HTMLVocabulary.treatment(of: name) {
    case .inline: openInline(tag, in: piece)
    case .block:
      report(
        .htmlNesting, "'<\(tag.name)>' is a block and may not stand within a paragraph",
        at: span(tag.range, in: piece),
        notes: [DiagnosticNote("give it lines of its own, with a blank line before")])
    default: reportRefused(tag.name, at: span(tag.range, in: piece))
    }
  }

  /// Says why an element is not taken.
  mutating func reportRefused(_ name: String, at place: SourceSpan) {
    switch HTMLVocabulary.treatment(of: name) {
    case .leftover: reportWordMarkup("the element '<\(name)>'", at: place)
    case .forbidden:
      if isPageOfHTML, HTMLVocabulary.ofWholePages.contains(name) { return }
      report(.htmlForbidden, "the element '<\(name)>' may not stand in a book", at: place)
    default:
      if HTMLVocabulary.pageBreaks.contains(name) {
        tally.add(.pageBreak, at: place)
        return
      }
      report(
        .htmlUnknown, "'<\(asTyped(name, at: place))>' is no element a book may hold", at: place,
        notes: [DiagnosticNote("take it out; for the sign itself write '\\<' or '&lt;'")])
    }
  }

  /// A tag's name in the letters of the file.
  private func asTyped(_ name: String, at place: SourceSpan) -> String {
    let typed = string(Int(place.start) + 1..<Int(place.start) + 1 + name.utf8.count)
    return typed.lowercased() == name ? typed : name
  }

  mutating func reportStyleSheet(_ place: SourceSpan) {
    report(
      .notationLeftOut, "a style sheet within a chapter is left out", at: place,
      notes: [DiagnosticNote("how the book looks is said by its theme: see Styles/README.md")])
  }

  mutating func reportDeclaration(_ range: Range<Int>, in piece: HTMLPiece) {
    let start = piece.bytes[range].prefix(9)
    if start.starts(with: Array("<![if".utf8)) || start.starts(with: Array("<![endif".utf8)) {
      reportWordMarkup("'<![if …]>'", at: span(range, in: piece))
      return
    }
    let place = span(range, in: piece)
    if isPageOfHTML, Int(place.start) == pageStart {
      report(
        .htmlDeclaration, "the chapter is a page of HTML and no Markdown", at: place,
        notes: [
          DiagnosticNote(
            "give its name the ending '.html'; 'bookc import' then makes chapters of it")
        ])
      return
    }
    let shown = String(decoding: piece.bytes[range].prefix(20), as: UTF8.self)
    report(
      .htmlDeclaration,
      "'\(shown)…' is no part of a book: declarations and instructions are refused", at: place)
  }

  /// Opens an inline element within the leaf, or adds what an empty one stands for.
  mutating func openInline(_ tag: HTMLTag, in piece: HTMLPiece) {
    let place = span(tag.range, in: piece)
    let element = element(tag, in: piece)
    func value(_ name: String) -> String? { element.attributes.first { $0.name == name }?.value }
    let kind: Mark.Kind
    switch element.name {
    case "br":
      let mark = prose.openMark(.lineBreak, at: Int(place.start))
      prose.append(replacing: place.range, with: [0x0A])
      prose.closeMark(mark, at: Int(place.end))
      return
    case "img":
      let image = Image(
        path: takenOut(Self.path(value("src") ?? "")), alternative: value("alt") ?? "", span: place,
        width: pictureWidth(value("width"), style: value("style"), at: place))
      // Many programs write the description twice.
      if let title = value("title")?.trimmed, !title.isEmpty, title != image.alternative {
        tally.add(.pictureTitle, at: place)
      }
      let mark = prose.openMark(.image(image), at: Int(place.start))
      prose.closeMark(mark, at: Int(place.end))
      return
    case "wbr":
      let mark = prose.openMark(.element(element), at: Int(place.start))
      prose.closeMark(mark, at: Int(place.end))
      return
    case "em" where element.attributes.isEmpty: kind = .emphasis
    case "strong" where element.attributes.isEmpty: kind = .strong
    case "code" where element.attributes.isEmpty: kind = .code
    case "a" where value("href") != nil && value("id") == nil:
      kind = linkKind(destination: value("href") ?? "", title: value("title") ?? "")
    default: kind = .element(element)
    }
    guard openElements.count < inlineDepthLimit else {
      reportDepth(at: place, "elements lie")
      return
    }
    let wasInLink = beginLink(kind, at: Int(place.start))
    openElements.append(
      OpenElement(
        name: tag.name, mark: prose.openMark(kind, at: Int(place.start)), span: place,
        wasInLink: wasInLink))
  }

  /// How wide a picture is wanted, by its attribute or its style.
  private mutating func pictureWidth(
    _ attribute: String?, style: String?, at place: SourceSpan
  ) -> PictureWidth? {
    let declarations = (style ?? "").split(separator: ";").map {
      $0.split(separator: ":", maxSplits: 1).map { String($0).trimmed.lowercased() }
    }
    let styled = declarations.last { ["width", "max-width"].contains($0.first) && $0.count == 2 }
    guard let wanted = styled?.last ?? attribute?.trimmed, !["", "auto"].contains(wanted) else {
      return nil
    }
    let width = PictureWidth(wanted)
    if width == nil {
      report(
        .htmlAttributeUnknown,
        "the width '\(wanted)' on '<img>' is left out: write 50%, 8cm or 300px", at: place)
    }
    return width
  }

  mutating func readInlineEnd(_ name: String, at place: SourceSpan) {
    if HTMLVocabulary.void.contains(name) { return }
    let now = HTMLVocabulary.renamed[name] ?? name
    if HTMLVocabulary.treatment(of: now) != .inline {
      if HTMLVocabulary.treatment(of: now) == .block {
        pendingEnds.append(PendingEnd(name: now, span: place, offset: prose.text.count))
      }
      return
    }
    guard let last = openElements.last else {
      report(.htmlOverlap, "'</\(name)>' ends nothing that is open here", at: place)
      return
    }
    if last.name == name {
      prose.closeMark(last.mark, at: Int(place.end))
      if name == "ruby" { settleRuby(last.mark) }
      prose.linkPictures(ofMark: last.mark)
      isInLink = last.wasInLink
      openElements.removeLast()
      return
    }
    report(
      .htmlOverlap,
      "'</\(name)>' comes before '</\(last.name)>': what is opened last must end first",
      at: place, notes: [DiagnosticNote("'<\(last.name)>' is opened here", at: last.span)])
    if let index = openElements.lastIndex(where: { $0.name == name }) {
      // The others end here too; what the author meant is said above.
      while openElements.count > index {
        let open = openElements.removeLast()
        prose.closeMark(open.mark, at: Int(place.end))
        isInLink = open.wasInLink
      }
    }
  }

  /// Leaves ruby one only where every reading stands behind words that it is of (HTML 4.5.10).
  private mutating func settleRuby(_ mark: Int) {
    var base = prose.marks[mark].range.lowerBound
    var readings: [Int] = []
    var isSound = true
    for index in (mark + 1)..<prose.marks.count {
      guard case .element(let element) = prose.marks[index].kind, element.name == "rt" else {
        continue
      }
      let range = prose.marks[index].range
      if range.lowerBound <= base { isSound = false }
      base = range.upperBound
      readings.append(index)
    }
    if isSound, !readings.isEmpty { return }
    for index in [mark] + readings {
      prose.replaceElement(ofMark: index, by: HTMLElement(name: "span"))
    }
  }

  /// The end tags of blocks in the leaf: those with words after them stand where they may not.
  mutating func takePendingEnds() -> [PendingEnd] {
    guard !pendingEnds.isEmpty else { return [] }
    let ends = pendingEnds
    pendingEnds.removeAll()
    let text = prose.text
    for end in ends where text[min(end.offset, text.count)...].contains(where: { !$0.isASCIISpace })
    {
      report(
        .htmlNesting, "'</\(end.name)>' ends a block within a paragraph", at: end.span,
        notes: [DiagnosticNote("give it a line of its own")])
      return []
    }
    return ends
  }

  /// Ends the elements opened since there were `count`; each left open is an error.
  mutating func closeElements(downTo count: Int) {
    while openElements.count > max(0, count) {
      let open = openElements.removeLast()
      prose.closeMark(open.mark, at: cursor.source)
      isInLink = open.wasInLink
      if open.isSign { continue }
      report(.htmlUnclosed, "'<\(open.name)>' is never closed within its paragraph", at: open.span)
    }
  }
}
