import BookModel
import BookXML

extension OpenDocumentReader {
  mutating func readInlines(
    of element: XMLElement, _ look: TypedRun, isHidden: Bool = false
  ) {
    for child in element.children {
      switch child {
      case .text(let text): add(text.collapsedBlanks, look, isHidden: isHidden)
      case .element(let inner): readInline(inner, look, isHidden: isHidden)
      }
    }
  }

  mutating func readInline(_ element: XMLElement, _ look: TypedRun, isHidden: Bool = false) {
    var inner = look
    switch element.name {
    case "text:span":
      let style = styles.style(element["text:style-name"])
      inner.look = inner.look.subtracting(style.without).union(style.look)
      if style.look.contains(.raised) { inner.look.remove(.lowered) }
      inner.language = style.language ?? inner.language
      let size = letterSize
      letterSize = style.size ?? size
      readInlines(of: element, inner, isHidden: style.isHidden ?? isHidden)
      letterSize = size
    case "text:s":
      let count = min(200, element["text:c"].flatMap { Int($0) } ?? 1)
      add(String(repeating: " ", count: max(1, count)), look, isHidden: isHidden)
    case "text:tab": add("\t", look, isHidden: isHidden)
    case "text:line-break": line.append(TypedRun(.lineBreak))
    case "text:a":
      if let target = element["xlink:href"],
        ["http://", "https://", "mailto:"].contains(where: { target.lowercased().hasPrefix($0) }),
        !target.contains(where: { $0.isWhitespace || "<>\"\\".contains($0) })
      {
        inner.link = target
      }
      readInlines(of: element, inner, isHidden: isHidden)
    case "text:note":
      if let body = element.first("text:note-body") {
        let blocks = within(body)
        document.notes.append(blocks)
        line.append(TypedRun(.note(document.notes.count - 1)))
      }
    case "office:annotation":
      let words = element.elements.filter { $0.name == "text:p" || $0.name == "text:list" }
        .map(\.plainText).joined(separator: " ")
      if !words.isEmpty { document.leftOut.append(LeftOut(.comment, words, place: place)) }
      hasLeftOut = true
    case "text:hidden-text", "text:hidden-paragraph", "text:conditional-text":
      let words = element["text:string-value"] ?? element.plainText
      if element.name == "text:hidden-text", !words.isEmpty {
        leaveOut(.hidden, words)
      } else {
        readInlines(of: element, look, isHidden: isHidden)
      }
    case "text:page-number", "text:page-count", "text:file-name", "text:chapter",
      "text:bookmark-ref" where element["text:reference-format"] == "page":
      leaveOut(.field, element.plainText)
    case "text:placeholder": leaveOut(.placeholder, element.plainText)
    case "text:change-start", "text:change-end", "text:change": readMarker(element)
    case "draw:frame": readFrame(element, look)
    case "draw:text-box": takeBox(element)
    case "draw:rect" where element.isLine,
      "draw:line" where element["text:anchor-type"] == "as-char":
      boxes.append(.rule)
    case "draw:g": for child in element.elements { readInline(child, look, isHidden: isHidden) }
    case "text:ruby":
      if let base = element.first("text:ruby-base") {
        readInlines(of: base, look, isHidden: isHidden)
      }
      if let reading = element.first("text:ruby-text"), !reading.plainText.isEmpty {
        add("(" + reading.plainText + ")", look, isHidden: isHidden)
      }
    case "text:p", "text:h", "text:list", "table:table":
      boxes += within(
        XMLElement(name: "office:text", children: [.element(element)]))
    case "office:event-listeners", "svg:title", "svg:desc", "text:soft-page-break",
      "office:annotation-end", "text:bookmark", "text:bookmark-start", "text:bookmark-end",
      "text:note-citation":
      break
    default:
      if element.name.hasPrefix("draw:") {
        if element.elements.contains(where: { $0.name == "text:p" || $0.name == "text:list" }) {
          takeBox(element)
        }
      } else {
        readInlines(of: element, look, isHidden: isHidden)
      }
    }
  }

  mutating func takeBox(_ element: XMLElement) {
    let found = within(element).map { block -> TypedBlock in
      guard case .paragraph(var paragraph) = block else { return block }
      paragraph.isInBox = true
      return .paragraph(paragraph)
    }
    if found.contains(where: \.holdsWords) {
      document.guesses.append(
        Guess(.box, "a text box stands behind the paragraph that it belongs to", place: place))
    }
    boxes += found
  }

  mutating func add(_ text: String, _ look: TypedRun, isHidden: Bool) {
    guard !text.isEmpty else { return }
    if isHidden {
      leaveOut(.hidden, text)
      return
    }
    if !openInsertions.isEmpty {
      if changes == .reject {
        leaveOut(.inserted, text)
        return
      }
      if text.contains(where: { !$0.isWhitespace }) {
        document.guesses.append(Guess(.change, "inserted: \(text)", place: place))
      }
    }
    var run = look
    run.content = .text(text)
    if let language = run.language { languages[language, default: 0] += text.utf8.count }
    sizes.add(text, size: letterSize)
    line.append(run)
  }

  mutating func leaveOut(_ kind: LeftOut.Kind, _ text: String) {
    hasLeftOut = true
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    if let last = document.leftOut.last, last.kind == kind, last.place == place {
      document.leftOut[document.leftOut.count - 1].text += text
    } else {
      document.leftOut.append(LeftOut(kind, text, place: place))
    }
  }
}
