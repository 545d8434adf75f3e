import BookDiagnostics
import BookModel

extension ChapterReader {
  /// A block of raw HTML: its tags open and close elements around the blocks of Markdown too.
  mutating func readHTMLBlock(_ node: MarkdownNode, in frames: inout [Frame]) {
    let literal = node.literal
    cursor.move(toLine: node.startLine)
    cursor.position = min(cursor.lineEnd, cursor.position + node.startColumn)
    // The literal keeps the blanks before its first sign.
    let first = literal.firstIndex { !$0.isSpaceOrTab } ?? 0
    cursor.position = max(0, cursor.position - first)
    var after = cursor
    let piece = htmlPiece(literal, from: &after)
    var isInLeaf = false
    var tokenizer = HTMLTokenizer(literal)
    if !isOnlyComment(literal) { settleAllowances(with: span(node)) }
    while let token = tokenizer.next() {
      switch token {
      case .text(let range): readHTMLText(range, in: piece, &isInLeaf, frames: &frames)
      case .comment(let words, let range):
        readComment(
          String(decoding: literal[words], as: UTF8.self), at: span(range, in: piece),
          isOwnBlock: !isInLeaf)
      case .styleSheet(let range): reportStyleSheet(span(range, in: piece))
      case .declaration(let range): reportDeclaration(range, in: piece)
      case .start(let tag): readStart(tag, in: piece, &isInLeaf, frames: &frames)
      case .end(let name, let range):
        readEnd(name, at: span(range, in: piece), &isInLeaf, frames: &frames)
      }
    }
    endWords(&isInLeaf, frames: &frames, at: span(node))
    cursor = after
  }

  private func isOnlyComment(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    var tokenizer = HTMLTokenizer(literal)
    while let token = tokenizer.next() {
      switch token {
      case .comment: continue
      case .text(let range):
        if literal[range].allSatisfy(\.isASCIISpace) { continue }
        return false
      default: return false
      }
    }
    return true
  }

  // MARK: Words

  private mutating func beginWords(_ isInLeaf: inout Bool, frames: [Frame]) {
    guard !isInLeaf else { return }
    isInLeaf = true
    if frames.last.map({ isHeadingName($0.name) }) == true {
      beginHeading()
    } else {
      beginParagraph()
    }
  }

  private func isHeadingName(_ name: String) -> Bool {
    name.utf8.count == 2 && name.hasPrefix("h") && name != "hr"
  }

  private mutating func readHTMLText(
    _ range: Range<Int>, in piece: HTMLPiece, _ isInLeaf: inout Bool, frames: inout [Frame]
  ) {
    if !isInLeaf, piece.bytes[range].allSatisfy(\.isASCIISpace) { return }
    let isVerbatim = frames.last?.name == "pre"
    noteMarkdown(range, in: piece, isVerbatim: isVerbatim)
    if isVerbatim {
      beginWords(&isInLeaf, frames: frames)
      takeVerbatim(range, in: piece)
      return
    }
    beginWords(&isInLeaf, frames: frames)
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = piece.bytes[i]
      if byte.isASCIISpace {
        var end = i
        while end < range.upperBound, piece.bytes[end].isASCIISpace { end += 1 }
        let hasLineEnd = piece.bytes[i..<end].contains(where: \.isLineEnd)
        if !prose.hasNoText {
          let start = piece.source(i)
          emit(
            replacing: start..<piece.source(end - 1) + 1, with: [hasLineEnd ? 0x0A : 0x20])
        }
        i = end
        continue
      }
      i = takeHTMLSign(piece, at: i, before: range.upperBound)
    }
  }

  /// Keeps in mind where signs of Markdown stand among words of raw HTML, which are printed as they
  /// are typed, and tells of it where they come in pairs.
  private mutating func noteMarkdown(
    _ range: Range<Int>, in piece: HTMLPiece, isVerbatim: Bool
  ) {
    let text = piece.bytes
    var opening: [UInt8: Int] = [:]
    for i in range {
      let byte = text[i]
      guard byte == 0x2A || byte == 0x5F || byte == 0x5D else { continue }
      signsInHTML.insert(piece.source(i))
      if isVerbatim { continue }
      let isBehindWord = i > range.lowerBound && !text[i - 1].isASCIISpace
      let isBeforeWord = i + 1 < range.upperBound && !text[i + 1].isASCIISpace
      let isPair: Bool
      if byte == 0x5D {
        isPair = i + 1 < range.upperBound && text[i + 1] == 0x28
      } else if isBehindWord, let open = opening[byte], open + 1 < i {
        // `snake_case` has its sign within a word.
        isPair = !isBeforeWord || !text[i + 1].isASCIIAlphanumeric
      } else {
        isPair = false
        let isWithinWord = isBehindWord && text[i - 1].isASCIIAlphanumeric
        if isBeforeWord, !isWithinWord { opening[byte] = i }
      }
      if isPair {
        let start = piece.source(opening[byte] ?? i)
        tally.add(.markdownInHTML, at: span(start, piece.source(i) + 1))
        opening[byte] = nil
      }
    }
  }

  /// Takes words, references and punctuation of raw HTML up to the next blank.
  private mutating func takeHTMLSign(_ piece: HTMLPiece, at i: Int, before end: Int) -> Int {
    let byte = piece.bytes[i]
    // The cursor stands where the words are in what cmark read, for the neighbours of quotes.
    let fileOffset = piece.source(i)
    cursor.move(to: piece.buffer(i))
    switch byte {
    case 0x26:
      if let reference = references.decode(piece.bytes, at: i, before: end) {
        emitReference(reference)
        return i + reference.length
      }
    case 0x3B where cursor.peek(1) == Sentinel.note && cursor.byte == 0x3B:
      return i + takeNoteReference()
    case 0x3B where i + 1 < end && piece.bytes[i + 1] == Sentinel.hidden:
      let close = piece.bytes[i + 1..<end].firstIndex { $0 != Sentinel.hidden } ?? end - 1
      return close + 1
    case 0x22, 0x27:
      takeQuote(byte)
      return i + 1
    case 0x2D: return i + takeHyphens(most: end - i)
    case 0x2E: return i + takeStops(most: end - i)
    default: break
    }
    var k = i + 1
    while k < end, !piece.bytes[k].isASCIISpace,
      ![0x26, 0x22, 0x27, 0x2D, 0x2E, 0x3B].contains(piece.bytes[k])
    { k += 1 }
    emit(fileOffset..<fileOffset + (k - i))
    return k
  }

  private mutating func takeVerbatim(_ range: Range<Int>, in piece: HTMLPiece) {
    var i = range.lowerBound
    while i < range.upperBound {
      if let reference = references.decode(piece.bytes, at: i, before: range.upperBound) {
        let start = piece.source(i)
        emit(replacing: start..<start + reference.length, with: reference.bytes)
        i += reference.length
      } else {
        let start = piece.source(i)
        emit(start..<start + 1)
        i += 1
      }
    }
  }

  /// Ends the words being read and adds them to the innermost element.
  private mutating func endWords(
    _ isInLeaf: inout Bool, frames: inout [Frame], at place: SourceSpan
  ) {
    guard isInLeaf else { return }
    isInLeaf = false
    closeElements(downTo: 0)
    let frame = frames[frames.count - 1]
    if isHeadingName(frame.name), case .element(let element) = frame.opener {
      let id = element.attributes.first { $0.name == "id" }?.value
      let level = Int(frame.name.dropFirst()) ?? 1
      if let block = endHeading(level: level, identifier: id, at: frame.span) {
        frames[frames.count - 1].blocks.append(block)
      }
      return
    }
    if let figure = loneImage() {
      dropParagraph()
      frames[frames.count - 1].blocks.append(
        Block(.figure(Figure(image: figure)), span: figure.span))
      return
    }
    // Lines that nothing stands in: space between blocks.
    let isBlank =
      prose.text[prose.start...].allSatisfy(\.isASCIISpace)
      && prose.marks.suffix(prose.leafMarkCount).allSatisfy { $0.kind == .lineBreak }
    if isBlank, !prose.isEmpty {
      dropParagraph()
      return
    }
    guard let index = endParagraph() else { return }
    let isBare = frames.count == 1 || frame.name.isEmpty
    let range = prose.prose[index].text
    let words =
      range.isEmpty
      ? place
      : sourceSpan(range.lowerBound..<range.lowerBound + 1)
        .union(sourceSpan(range.upperBound - 1..<range.upperBound))
    frames[frames.count - 1].blocks.append(
      Block(isBare ? .paragraph(index) : .words(index), span: words))
  }

  private func loneImage() -> Image? {
    guard prose.hasNoText, let mark = prose.marks.last, case .image(let image) = mark.kind,
      mark.range.lowerBound == prose.start, prose.leafMarkCount == 1
    else { return nil }
    return image
  }

  // MARK: Tags

  private mutating func readStart(
    _ tag: HTMLTag, in piece: HTMLPiece, _ isInLeaf: inout Bool, frames: inout [Frame]
  ) {
    let name = HTMLVocabulary.renamed[tag.name] ?? tag.name
    let place = span(tag.range, in: piece)
    switch HTMLVocabulary.treatment(of: name) {
    case .inline:
      beginWords(&isInLeaf, frames: frames)
      openInline(tag, in: piece)
    case .block:
      if !openElements.isEmpty {
        let outer = openElements.last?.name ?? ""
        report(
          .htmlNesting,
          "the block '<\(tag.name)>' stands within '<\(outer)>', which holds words only", at: place)
      }
      endWords(&isInLeaf, frames: &frames, at: place)
      startBlock(tag, name, in: piece, frames: &frames)
    default: reportRefused(tag.name, at: place)
    }
  }

  private mutating func startBlock(
    _ tag: HTMLTag, _ name: String, in piece: HTMLPiece, frames: inout [Frame]
  ) {
    let place = span(tag.range, in: piece)
    while frames.count > 1, HTMLVocabulary.isEnded(frames[frames.count - 1].name, by: name) {
      endElement(&frames, at: place)
    }
    if HTMLVocabulary.holdsWordsOnly.contains(frames[frames.count - 1].name) {
      reportBlockInParagraph("'<\(tag.name)>'", at: place, in: frames)
    }
    if name == "hr" {
      frames[frames.count - 1].blocks.append(Block(.sceneBreak, span: place))
      isAfterBreak = true
      return
    }
    let element = element(tag, in: piece)
    if name == "col" {
      frames[frames.count - 1].blocks.append(Block(.element(element, []), span: place))
      return
    }
    guard frames.count < blockDepthLimit else {
      reportDepth(at: place, "elements lie")
      return
    }
    frames.append(Frame(opener: .element(element), span: place, outerZone: self.place.zone))
    if name == "blockquote", self.place.zone == .body { self.place.zone = .quote }
    if name == "figcaption" || name == "caption", self.place.zone == .body {
      self.place.zone = .caption
    }
  }

  mutating func reportBlockInParagraph(_ what: String, at place: SourceSpan, in frames: [Frame]) {
    let outer = frames[frames.count - 1]
    report(
      .htmlNesting, "\(what) stands within '<\(outer.name)>', which holds words only", at: place,
      notes: [
        DiagnosticNote("end it with '</\(outer.name)>' before the empty line"),
        DiagnosticNote("'<\(outer.name)>' is opened here", at: outer.span),
      ])
  }

  private mutating func readEnd(
    _ name: String, at place: SourceSpan, _ isInLeaf: inout Bool, frames: inout [Frame]
  ) {
    let now = HTMLVocabulary.renamed[name] ?? name
    if HTMLVocabulary.void.contains(now) { return }
    switch HTMLVocabulary.treatment(of: now) {
    case .inline: readInlineEnd(name, at: place)
    case .block:
      endWords(&isInLeaf, frames: &frames, at: place)
      endBlock(now, at: place, frames: &frames)
    default: break
    }
  }

  /// Ends the elements whose end tags stood at the end of a paragraph of Markdown.
  mutating func endBlocks(_ ends: [PendingEnd], frames: inout [Frame]) {
    for end in ends { endBlock(end.name, at: end.span, frames: &frames) }
  }

  private mutating func endBlock(_ name: String, at place: SourceSpan, frames: inout [Frame]) {
    guard let open = frames.lastIndex(where: { $0.name == name }) else {
      report(.htmlOverlap, "'</\(name)>' ends nothing that is open here", at: place)
      return
    }
    while frames.count > open + 1 {
      let inner = frames[frames.count - 1]
      if case .division = inner.opener {
        report(
          .htmlOverlap, "'</\(name)>' stands within a division that began after '<\(name)>'",
          at: place, notes: [DiagnosticNote("the division begins here", at: inner.span)])
        endDivision(&frames, at: place)
        continue
      }
      if !HTMLVocabulary.endsByItself.contains(inner.name) {
        report(
          .htmlOverlap,
          "'</\(name)>' comes before '</\(inner.name)>': what is opened last must end first",
          at: place, notes: [DiagnosticNote("'<\(inner.name)>' is opened here", at: inner.span)])
      }
      endElement(&frames, at: place)
    }
    endElement(&frames, at: place)
  }

  /// Ends whatever is open beyond `count` frames; each is an error unless it ends by itself.
  mutating func closeFrames(_ frames: inout [Frame], downTo count: Int) {
    while frames.count > max(1, count) {
      let frame = frames[frames.count - 1]
      switch frame.opener {
      case .container: return
      case .division(let name):
        // One of a kind that is none was told where it begins, and changes nothing.
        if let kind = name.kind {
          report(
            .divisionUnclosed, "the division '\(kind.rawValue)' is never closed with ':::'",
            at: frame.span)
        }
        endDivision(&frames, at: frame.span)
      case .element:
        if !HTMLVocabulary.endsByItself.contains(frame.name) {
          report(.htmlUnclosed, "'<\(frame.name)>' is never closed", at: frame.span)
        }
        endElement(&frames, at: frame.span)
      }
    }
  }

  /// Takes the innermost frame, an element, and adds it to the one around it.
  private mutating func endElement(_ frames: inout [Frame], at end: SourceSpan) {
    guard frames.count > 1, case .element(let element) = frames[frames.count - 1].opener else {
      return
    }
    let frame = frames.removeLast()
    place.zone = frame.outerZone
    if frame.blocks.isEmpty, element.breaksPage {
      tally.add(.pageBreak, at: frame.span)
      return
    }
    let whole = SourceSpan(
      file: source, start: Int(frame.span.start), end: Int(max(frame.span.end, end.end)))
    frames[frames.count - 1].blocks += blocks(of: element, frame.blocks, at: whole)
  }
}

extension HTMLElement {
  /// Whether its style asks for a new page.
  fileprivate var breaksPage: Bool {
    attributes.contains {
      $0.name == "style" && ($0.value.contains("page-break") || $0.value.contains("break-"))
        || $0.name == "class" && ["pagebreak", "page-break", "newpage"].contains($0.value)
    }
  }
}
