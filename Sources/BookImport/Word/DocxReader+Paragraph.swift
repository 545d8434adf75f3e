import BookModel
import BookXML

extension DocxReader {
  mutating func readParagraph(_ element: XMLElement) {
    place += 1
    let properties = element.first("w:pPr")
    style = styles.paragraph(properties?.first("w:pStyle")?["w:val"])
    line = []
    boxes = []
    pending = []
    for child in element.elements { readInline(child, Surroundings()) }
    var paragraph = TypedParagraph(line)
    describe(&paragraph, properties)
    let hasLeftOut = !pending.isEmpty
    flushPending()
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
    paragraph.size = style.run.size ?? 0
    if paragraph.outline == nil, !line.isEmpty {
      paragraph.item = numbering.next(look.list, level: look.listLevel ?? 0)
    }
  }

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
