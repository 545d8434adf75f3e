import BookModel
import BookXML

extension DocxReader {
  mutating func readParagraph(_ element: XMLElement) {
    place += 1
    let properties = element.first("w:pPr")
    style = styles.paragraph(properties?.first("w:pStyle")?["w:val"])
    line = droppedCapital
    droppedCapital = []
    sizes = LetterSizes()
    boxes = []
    pending = []
    let (told, moved) = (document.leftOut.count, movedAway.count)
    for child in element.elements { readInline(child, Surroundings()) }
    if isDroppedCapital(properties) {
      droppedCapital = line.removing(.bold)
      flushPending()
      return
    }
    var paragraph = TypedParagraph(line)
    describe(&paragraph, properties)
    paragraph.runs = line
    let isOrnament = line.isEmpty && !pending.isEmpty && pending.allSatisfy { $0.kind == .symbol }
    let hasLeftOut =
      !pending.isEmpty || movedAway.count > moved || properties?.first("w:sectPr") != nil
      || document.leftOut[told...].contains { $0.kind != .comment }
    flushPending()
    // A sign that no book has, alone on its line, still parts what stands around it.
    if isOrnament { blocks.append(.rule) }
    let mark = properties?.first("w:rPr")
    let isEndGone =
      mark?.first("w:del") != nil && changes == .accept
      || mark?.first("w:ins") != nil && changes == .reject
      || mark?.first("w:specVanish")?.isOn == true
    end(paragraph, isEndGone: isEndGone, isOnlyLeftOut: hasLeftOut && line.isEmpty)
    blocks += boxes
    boxes = []
    if let section = properties?.first("w:sectPr") {
      endSection(section)
      nextBreak = max(nextBreak, .section)
    }
  }

  private mutating func describe(_ paragraph: inout TypedParagraph, _ properties: XMLElement?) {
    let look = WordParagraphLook(properties).over(style.paragraph)
    paragraph.styles = style.names
    paragraph.place = place
    if let heading = style.heading {
      paragraph.outline = heading
    } else if let level = look.outline, (0..<9).contains(level) {
      paragraph.outline = level + 1
    }
    switch look.alignment {
    case "center", "centre": paragraph.alignment = .center
    case "right", "end": paragraph.alignment = .right
    case "both", "distribute": paragraph.alignment = .justified
    default: paragraph.alignment = .left
    }
    paragraph.left = look.left ?? 0
    paragraph.first = look.first ?? 0
    paragraph.before = look.before ?? 0
    paragraph.isRuled = look.isRuled ?? false
    paragraph.breakBefore = look.breaksPage == true ? .page : .none
    paragraph.size = sizes.most ?? style.run.size ?? 0
    number(&paragraph, look)
  }

  /// Makes an item of a numbered paragraph; words that its numbering writes, as "Chapter 3", are
  /// words of it.
  private mutating func number(_ paragraph: inout TypedParagraph, _ look: WordParagraphLook) {
    let isHeading = paragraph.outline != nil
    guard isHeading || !line.isEmpty, let list = look.list else { return }
    let level = look.listLevel ?? 0
    let item = numbering.next(list, level: level)
    guard let item, item.number != nil, let label = numbering.label(list, level: level) else {
      paragraph.item = isHeading ? nil : item
      return
    }
    let hasWords = label.count { $0.isLetter } >= Self.lettersOfWord && label.contains(" ")
    if hasWords || isHeading && line.isEmpty {
      let end = line.isEmpty ? "" : label.last.map { ".:".contains($0) } == true ? " " : ": "
      line.insert(TypedRun(.text(label + end)), at: 0)
    } else if !isHeading {
      paragraph.item = item
    }
  }

  /// Letters of a number's own at most: `xviii`.
  private static let lettersOfWord = 6

  private func isDroppedCapital(_ properties: XMLElement?) -> Bool {
    ["drop", "margin"].contains(properties?.first("w:framePr")?["w:dropCap"] ?? "")
      && line.text.count <= Self.longestCapital && !line.isEmpty
  }

  /// Characters of a dropped capital at most; more is a first word or line.
  private static let longestCapital = 3

  /// Adds a paragraph, or goes on with the one before whose end was deleted.
  private mutating func end(
    _ paragraph: TypedParagraph, isEndGone: Bool, isOnlyLeftOut: Bool
  ) {
    var paragraph = paragraph
    if var before = open {
      before.runs += paragraph.runs
      paragraph = before
      open = nil
    } else if isOnlyLeftOut || contentsDepth > 0 && paragraph.runs.isEmpty {
      // What was left out is no empty line.
      nextBreak = max(nextBreak, paragraph.breakBefore)
      return
    }
    paragraph.breakBefore = max(paragraph.breakBefore, nextBreak)
    nextBreak = .none
    if isEndGone {
      open = paragraph
    } else {
      add(paragraph)
    }
  }

  /// Adds a paragraph whose end was deleted and that nothing follows.
  mutating func endOpenParagraph() {
    if !droppedCapital.isEmpty { add(TypedParagraph(droppedCapital)) }
    droppedCapital = []
    if let paragraph = open { add(paragraph) }
    open = nil
  }

  private mutating func add(_ paragraph: TypedParagraph) {
    if paragraph.breakBefore == .section, depth == 0 { sectionStart = blocks.count }
    var paragraph = paragraph
    paragraph.runs = paragraph.runs.joined
    blocks.append(.paragraph(paragraph))
  }

  // MARK: What is left out of a paragraph

  mutating func leaveOut(_ kind: LeftOut.Kind, _ text: String) {
    if let last = pending.last, last.kind == kind {
      pending[pending.count - 1].text += text
    } else {
      pending.append(LeftOut(kind, text, place: place))
    }
  }

  private mutating func flushPending() {
    for found in pending where found.text.contains(where: { !$0.isWhitespace }) {
      document.leftOut.append(found)
    }
    pending = []
  }
}
