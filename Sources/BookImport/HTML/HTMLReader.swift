import BookXML

/// Reads HTML, as word processors and Google Docs write it, into what somebody typed.
struct HTMLReader {
  /// The bytes of a file that the document names, nil where there is none.
  private let file: (String) -> [UInt8]?
  private var styles = StyleSheet()
  private var document = TypedDocument()
  private var blocks: [TypedBlock] = []
  private var line: [TypedRun] = []
  private var place = 0
  private var pictureIDs: [String: Int] = [:]
  /// Where each element with an id stands, and the first link to it.
  private var targets: [String: Int] = [:]
  private var links: [String: Int] = [:]
  private var order = 0
  /// What was read as notes, and is not read again.
  private var noteElements: [XMLElement] = []
  /// Notes by the id of their element.
  private var noteIDs: [String: Int] = [:]
  private var lists = 0
  private var isHidden = false

  /// How the paragraph that is open stands.
  private var block = Block()
  private struct Block {
    var style = ""
    var outline: Int?
    var alignment = TypedParagraph.Alignment.left
    var left = 0
    var first = 0
    var size = 0
    var item: TypedParagraph.ListItem?
    var breakBefore = TypedParagraph.Break.none
    var isPreformatted = false
  }

  init(file: @escaping (String) -> [UInt8]? = { _ in nil }) { self.file = file }

  /// Reads one document after another, as the chapters of an e-book.
  mutating func read(_ root: XMLElement) {
    readHead(root)
    collectTargets(root)
    findNotes(root)
    if let body = root.name == "body"
      ? root : root.descendant("body") ?? root.descendant("frameset")
    {
      read(children: body, TypedRun(.text("")))
    } else {
      read(children: root, TypedRun(.text("")))
    }
    flush()
    targets = [:]
    links = [:]
    noteIDs = [:]
    noteElements = []
  }

  /// A new page begins.
  mutating func breakPage() { block.breakBefore = .page }

  consuming func finish() -> TypedDocument {
    document.blocks = blocks
    return document
  }

  // MARK: Head

  private mutating func readHead(_ root: XMLElement) {
    if document.properties.language.isEmpty {
      document.properties.language = root["lang"] ?? root["xml:lang"] ?? ""
    }
    func walk(_ element: XMLElement) {
      for child in element.elements {
        switch child.name {
        case "style": styles.add(child.text)
        case "title":
          if document.properties.title.isEmpty {
            document.properties.title = child.text.trimmedBlanks
          }
        case "meta":
          if child["name"]?.lowercased() == "author", let author = child["content"] {
            document.properties.author = author.trimmedBlanks
          }
        case "body": break
        default: walk(child)
        }
      }
    }
    walk(root)
  }

  // MARK: Blocks

  private static let blockNames: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "table", "pre",
    "hr", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "dl",
    "dt", "dd", "center", "address", "body", "nav", "details", "summary", "form", "fieldset",
  ]
  private static let unread: Set<String> = [
    "script", "style", "head", "meta", "link", "title", "noscript", "template", "input", "button",
    "select", "textarea", "svg", "canvas", "audio", "video", "iframe", "object", "embed",
  ]

  private mutating func read(children element: XMLElement, _ look: TypedRun) {
    for child in element.children {
      switch child {
      case .text(let text): add(text, look)
      case .element(let inner): read(inner, look)
      }
    }
  }

  private mutating func read(_ element: XMLElement, _ look: TypedRun) {
    if Self.unread.contains(element.name) {
      tellUnread(element)
      return
    }
    if !noteElements.isEmpty, noteElements.contains(element) { return }
    let properties = styles.properties(
      of: element.name, classes: element["class"], align: element["align"],
      style: element["style"])
    let isHere =
      properties["display"] == "none" || properties["visibility"] == "hidden"
      || element["hidden"] != nil || properties["mso-hide"] == "all"
    if isHere {
      let words = element.text.trimmedBlanks
      if !words.isEmpty { document.leftOut.append(LeftOut(.hidden, words, place: place)) }
      return
    }
    // LibreOffice writes what stands on every page so.
    if element.name == "div", let title = element["title"], title == "header" || title == "footer" {
      let words = element.text.trimmedBlanks
      if !words.isEmpty { document.leftOut.append(LeftOut(.header, words)) }
      return
    }
    if Self.blockNames.contains(element.name) {
      readBlock(element, look, properties)
    } else {
      readInline(element, look, properties)
    }
  }

  private mutating func tellUnread(_ element: XMLElement) {
    guard ["iframe", "object", "embed", "audio", "video", "svg", "canvas"].contains(element.name)
    else {
      return
    }
    let words = element.text.trimmedBlanks
    document.leftOut.append(
      LeftOut(
        .embedded, "an element '\(element.name)'" + (words.isEmpty ? "" : ": " + words),
        place: place))
  }

  private mutating func readBlock(
    _ element: XMLElement, _ look: TypedRun, _ properties: [String: String]
  ) {
    flush()
    let outer = block
    defer {
      flush()
      let carried = block.breakBefore
      block = outer
      block.breakBefore = max(carried, block.breakBefore == .none ? .none : carried)
    }
    if properties["page-break-before"] == "always" || properties["break-before"] == "page" {
      block.breakBefore = .page
    }
    apply(properties, of: element)
    var look = look
    look.look.formUnion(Self.look(properties, of: element.name))
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": block.outline = element.name.last?.wholeNumberValue
    case "hr":
      if properties["page-break-before"] == "always" || properties["page-break-after"] == "always" {
        block.breakBefore = .page
      } else {
        blocks.append(.rule)
      }
      return
    case "blockquote":
      block.left += 720
      block.style = "quote"
    case "figcaption": block.style = "caption"
    case "ul", "ol":
      readList(element, look)
      return
    case "table":
      readTable(element)
      return
    case "pre":
      block.isPreformatted = true
      read(children: element, look)
      return
    case "dd": block.left += 720
    default: break
    }
    read(children: element, look)
    if line.isEmpty, element.name == "p" { flush(evenEmpty: true) }
  }

  private mutating func apply(_ properties: [String: String], of element: XMLElement) {
    if let name = element["class"], !name.isEmpty { block.style = name.lowercased() }
    switch properties["text-align"] {
    case "center": block.alignment = .center
    case "right", "end": block.alignment = .right
    case "justify": block.alignment = .justified
    case "left", "start": block.alignment = .left
    default: if element.name == "center" { block.alignment = .center }
    }
    if let left = StyleSheet.length(properties["margin-left"]) { block.left += left }
    if let first = StyleSheet.length(properties["text-indent"]) { block.first = first }
    if let size = StyleSheet.length(properties["font-size"]) { block.size = size / 10 }
  }

  private mutating func readList(_ element: XMLElement, _ look: TypedRun) {
    lists += 1
    let name = "list \(lists)"
    let level = (block.item?.level).map { $0 + 1 } ?? 0
    var number = element.name == "ol" ? element["start"].flatMap { Int($0) } ?? 1 : nil
    for child in element.elements {
      flush()
      if child.name == "ul" || child.name == "ol" {
        block.item = TypedParagraph.ListItem(list: name, level: level, number: nil)
        readList(child, look)
        continue
      }
      block.item = TypedParagraph.ListItem(list: name, level: level, number: number)
      read(children: child, look)
      flush()
      number = number.map { $0 + 1 }
    }
    block.item = level > 0 ? block.item : nil
  }

  private mutating func readTable(_ element: XMLElement) {
    var rows: [[[TypedBlock]]] = []
    func rowElements(_ element: XMLElement) -> [XMLElement] {
      element.elements.flatMap { child in
        child.name == "tr"
          ? [child] : ["tbody", "thead", "tfoot"].contains(child.name) ? rowElements(child) : []
      }
    }
    for row in rowElements(element) {
      var cells: [[TypedBlock]] = []
      for cell in row.elements where cell.name == "td" || cell.name == "th" {
        let outer = (blocks, block)
        blocks = []
        block = Block()
        read(children: cell, TypedRun(.text("")))
        flush()
        cells.append(blocks.filter(\.holdsWordsOrPictures))
        (blocks, block) = outer
        for _ in 1..<max(1, min(64, cell["colspan"].flatMap { Int($0) } ?? 1)) { cells.append([]) }
      }
      rows.append(cells)
    }
    if let caption = element.first("caption") {
      read(children: caption, TypedRun(.text("")))
      flush()
    }
    if !rows.isEmpty { blocks.append(.table(TypedTable(rows: rows, place: place))) }
  }

  // MARK: Words

  private mutating func readInline(
    _ element: XMLElement, _ look: TypedRun, _ properties: [String: String]
  ) {
    var look = look
    look.look.formUnion(Self.look(properties, of: element.name))
    if properties["font-style"] == "normal" { look.look.remove(.italic) }
    if ["normal", "400"].contains(properties["font-weight"] ?? "") { look.look.remove(.bold) }
    if let language = element["lang"] ?? element["xml:lang"], language.count < 12 {
      look.language = language
    }
    switch element.name {
    case "br":
      if properties["page-break-before"] == "always" {
        line.append(TypedRun(.pageBreak))
      } else {
        line.append(TypedRun(.lineBreak))
      }
      return
    case "img":
      readPicture(element)
      return
    case "a":
      if let target = element["href"] {
        if target.hasPrefix("#"), let note = noteIDs[String(target.dropFirst())] {
          line.append(TypedRun(.note(note)))
          return
        }
        let isAddress = ["http://", "https://", "mailto:"].contains {
          target.lowercased().hasPrefix($0)
        }
        if isAddress, !target.contains(where: { $0.isWhitespace || "<>\"\\".contains($0) }) {
          look.link = target
        }
      }
    default: break
    }
    // The sign of a note stands raised around its link.
    if element.name == "sup" || look.look.contains(.raised), isNoteReference(element) {
      look.look.remove(.raised)
    }
    read(children: element, look)
    if element.name == "wbr" { return }
  }

  private func isNoteReference(_ element: XMLElement) -> Bool {
    guard let link = element.name == "a" ? element : element.descendant("a"),
      let target = link["href"], target.hasPrefix("#")
    else { return false }
    return noteIDs[String(target.dropFirst())] != nil
  }

  private mutating func add(_ text: String, _ look: TypedRun) {
    var run = look
    if block.isPreformatted {
      for (index, words) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { line.append(TypedRun(.lineBreak)) }
        run.content = .text(String(words))
        line.append(run)
      }
      return
    }
    // Blanks of the file are one blank; those that do not break are the author's.
    var words = ""
    var lastWasBlank = line.last.map { $0.content == .lineBreak || $0.text.last == " " } ?? true
    for character in text {
      if character == " " || character == "\n" || character == "\t" || character == "\r\n"
        || character == "\r"
      {
        if !lastWasBlank { words.append(" ") }
        lastWasBlank = true
      } else {
        words.append(character)
        lastWasBlank = false
      }
    }
    guard !words.isEmpty else { return }
    run.content = .text(words)
    line.append(run)
  }

  private mutating func flush(evenEmpty: Bool = false) {
    let isBlank = line.isBlank && !line.contains { $0.content == .pageBreak }
    guard !isBlank || evenEmpty || line.contains(where: { $0.content == .lineBreak }) else {
      line = []
      return
    }
    place += 1
    var paragraph = TypedParagraph(isBlank ? [] : line.joined)
    paragraph.styles = block.style.isEmpty ? [] : [block.style]
    paragraph.outline = block.outline
    paragraph.alignment = block.alignment
    paragraph.left = block.left
    paragraph.first = block.first
    paragraph.size = block.size
    paragraph.item = isBlank ? nil : block.item
    paragraph.breakBefore = block.breakBefore
    paragraph.place = place
    blocks.append(.paragraph(paragraph))
    line = []
    block.breakBefore = .none
    // Further paragraphs of an item go on with it.
    if block.item != nil { block.item = nil }
  }

  // MARK: Pictures

  private mutating func readPicture(_ element: XMLElement) {
    guard let source = element["src"], !source.isEmpty else { return }
    let alternative = (element["alt"] ?? "").trimmedBlanks
    let small = source.lowercased()
    if small.hasPrefix("http:") || small.hasPrefix("https:") || small.hasPrefix("//")
      || small.hasPrefix("file:")
    {
      document.leftOut.append(
        LeftOut(.picture, "a picture that is not in the file: \(alternative)", place: place))
      return
    }
    let key = source + "\u{0}" + alternative
    if let known = pictureIDs[key] {
      line.append(TypedRun(.picture(known)))
      return
    }
    let bytes = small.hasPrefix("data:") ? DataAddress.bytes(source) : file(source)
    guard let bytes, bytes.count <= ImportLimits.pictureBytes, let ending = pictureEnding(of: bytes)
    else {
      document.leftOut.append(
        LeftOut(
          .picture, "a picture that is missing or of a kind that no book can hold: \(alternative)",
          place: place))
      return
    }
    pictureIDs[key] = document.pictures.count
    document.pictures.append(TypedPicture(bytes: bytes, ending: ending, alternative: alternative))
    line.append(TypedRun(.picture(document.pictures.count - 1)))
  }

  // MARK: Notes

  /// Numbers the elements with an id and the links, in the order of the document.
  private mutating func collectTargets(_ element: XMLElement) {
    for child in element.elements {
      order += 1
      if let id = child["id"] ?? child["name"], targets[id] == nil { targets[id] = order }
      if child.name == "a", let target = child["href"], target.hasPrefix("#") {
        let id = String(target.dropFirst())
        if links[id] == nil { links[id] = order }
      }
      collectTargets(child)
    }
  }

  /// Notes are what a link leads to that leads back: Google Docs, Word and e-books write them so.
  private mutating func findNotes(_ root: XMLElement) {
    var found: [(id: String, container: XMLElement)] = []
    func walk(_ element: XMLElement, _ parents: [XMLElement]) {
      if let id = element["id"] ?? element["name"], let place = targets[id], let link = links[id],
        link < place, leadsBack(element, from: place)
      {
        if element.name != "a" {
          found.append((id, element))
          return
        }
        let around =
          parents.last { ["li", "aside"].contains($0.name) }
          ?? parents.last { $0.name == "div" && !holdsLink(to: id, $0) }
          ?? parents.last { $0.name == "p" && !holdsLink(to: id, $0) }
        if let around { found.append((id, around)) }
      }
      for child in element.elements { walk(child, parents + [element]) }
    }
    if links.isEmpty { return }
    walk(root, [])
    for (id, container) in found {
      let outer = (blocks, block, line)
      blocks = []
      block = Block()
      line = []
      for child in container.children {
        switch child {
        case .text(let text): add(text, TypedRun(.text("")))
        case .element(let inner):
          if !inner.isBackLinkOnly { read(inner.withoutBackLinks, TypedRun(.text(""))) }
        }
      }
      flush()
      noteElements.append(container)
      noteIDs[id] = document.notes.count
      document.notes.append(blocks)
      (blocks, block, line) = outer
    }
  }

  private func holdsLink(to id: String, _ element: XMLElement) -> Bool {
    element.elements.contains {
      $0.name == "a" && $0["href"] == "#" + id || holdsLink(to: id, $0)
    }
  }

  /// Whether a link within leads to something before it, and says no more than a number or a sign.
  private func leadsBack(_ element: XMLElement, from place: Int) -> Bool {
    if element.name == "a", element.isBackLinkOnly, let target = element["href"] {
      return targets[String(target.dropFirst())].map { $0 < place } ?? false
    }
    return element.elements.contains { leadsBack($0, from: place) }
  }
}
