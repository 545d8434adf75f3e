import BookModel
import BookXML

/// Reads an OpenDocument text (`.odt`) into what somebody typed.
struct OpenDocumentReader: ~Copyable {
  private static let names: XMLNames = {
    let base = "urn:oasis:names:tc:opendocument:xmlns:"
    return XMLNames([
      base + "office:1.0": "office", base + "text:1.0": "text", base + "style:1.0": "style",
      base + "table:1.0": "table", base + "drawing:1.0": "draw", base + "meta:1.0": "meta",
      base + "xsl-fo-compatible:1.0": "fo", base + "svg-compatible:1.0": "svg",
      "http://www.w3.org/1999/xlink": "xlink", "http://purl.org/dc/elements/1.1/": "dc",
      "http://www.w3.org/1998/Math/MathML": "math",
    ])
  }()

  private let package: DocumentPackage
  private let changes: TrackedChanges
  private var styles = OpenDocumentStyles()
  private var document = TypedDocument()
  private var blocks: [TypedBlock] = []
  private var line: [TypedRun] = []
  private var boxes: [TypedBlock] = []
  private var hasLeftOut = false
  private var place = 0
  private var depth = 0
  private var lists = 0
  private var pictureIDs: [String: Int] = [:]
  /// Deleted text by the id of its change.
  private var deletions: [String: XMLElement] = [:]
  private var insertions: Set<String> = []
  private var openInsertions: Set<String> = []
  private var languages: [String: Int] = [:]

  init(_ package: consuming DocumentPackage, changes: TrackedChanges) {
    self.package = package
    self.changes = changes
  }

  /// Reads all of it; nil where it is no text.
  consuming func read() -> TypedDocument? {
    guard let content = package.part("content.xml") else { return nil }
    if let bytes = package.part("styles.xml"),
      let root = XMLElement.read(bytes, names: Self.names).root
    {
      for element in root.elements where element.name.hasSuffix("styles") { styles.add(element) }
      readHeaders(root)
    }
    let (root, faults) = XMLElement.read(content, names: Self.names)
    guard let root, let body = root.first("office:body")?.first("office:text") else {
      if let fault = faults.first {
        document.leftOut.append(LeftOut(.damaged, "the text cannot be read: \(fault.message)"))
      }
      return nil
    }
    if let automatic = root.first("office:automatic-styles") { styles.add(automatic) }
    readBlocks(of: body)
    readProperties()
    document.blocks = blocks
    let main = languages.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    document.properties.language = main ?? styles.defaultLanguage
    return document
  }

  // MARK: Blocks

  private mutating func readBlocks(of element: XMLElement, item: TypedParagraph.ListItem? = nil) {
    for child in element.elements { readBlock(child, item: item) }
  }

  private mutating func readBlock(_ element: XMLElement, item: TypedParagraph.ListItem?) {
    switch element.name {
    case "text:p", "text:h": readParagraph(element, item: item)
    case "text:list": readList(element, style: nil, level: 1)
    case "table:table": readTable(element)
    case "text:table-of-content", "text:alphabetical-index", "text:illustration-index",
      "text:table-index", "text:object-index", "text:user-index":
      let words = (element.first("text:index-body") ?? element).plainText
      if !words.isEmpty { document.leftOut.append(LeftOut(.contents, words, place: place)) }
    case "text:tracked-changes": readChanges(element)
    case "text:section":
      if element["text:display"] == "none" {
        document.leftOut.append(LeftOut(.hidden, element.plainText, place: place))
      } else {
        readBlocks(of: element)
      }
    case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect":
      readInline(element, TypedRun(.text("")))
      flushLoose()
    case "text:change-start", "text:change-end", "text:change": readMarker(element)
    case "text:sequence-decls", "office:forms", "text:variable-decls", "text:user-field-decls",
      "text:soft-page-break":
      break
    default: readBlocks(of: element, item: item)
    }
  }

  private mutating func flushLoose() {
    if !line.isEmpty { blocks.append(.paragraph(TypedParagraph(line.joined))) }
    line = []
    blocks += boxes
    boxes = []
  }

  private mutating func readParagraph(_ element: XMLElement, item: TypedParagraph.ListItem?) {
    place += 1
    let style = styles.style(element["text:style-name"])
    line = []
    boxes = []
    hasLeftOut = false
    var look = TypedRun(.text(""))
    look.look = style.look
    look.language = style.language
    readInlines(of: element, look, isHidden: style.isHidden)
    var paragraph = TypedParagraph(line.joined)
    paragraph.place = place
    paragraph.styles = style.names
    if element.name == "text:h" {
      paragraph.outline = min(9, max(1, element["text:outline-level"].flatMap { Int($0) } ?? 1))
    } else if let level = style.outline, level > 0 {
      paragraph.outline = level
    }
    paragraph.alignment = style.alignment ?? .left
    paragraph.left = style.left ?? 0
    paragraph.first = style.first ?? 0
    paragraph.size = style.size ?? 0
    paragraph.isRuled = style.isRuled
    paragraph.breakBefore = style.breaksPage ? .page : .none
    paragraph.item = paragraph.outline == nil && !line.isEmpty ? item : nil
    if !(line.isEmpty && (hasLeftOut || !boxes.isEmpty)) { blocks.append(.paragraph(paragraph)) }
    line = []
    blocks += boxes
    boxes = []
  }

  private mutating func readList(_ element: XMLElement, style: String?, level: Int) {
    let style = element["text:style-name"] ?? style
    lists += 1
    let name = "list \(lists)"
    let isBullet = style.map { styles.bullets[$0]?.contains(level) ?? false } ?? true
    var number = isBullet ? nil : 1
    for child in element.elements {
      guard child.name == "text:list-item" || child.name == "text:list-header" else { continue }
      if let start = child["text:start-value"].flatMap({ Int($0) }), !isBullet { number = start }
      var isFirst = true
      for inner in child.elements {
        if inner.name == "text:list" {
          readList(inner, style: style, level: level + 1)
        } else {
          let isItem = isFirst && child.name == "text:list-item"
          readBlock(
            inner,
            item: isItem
              ? TypedParagraph.ListItem(list: name, level: level - 1, number: number) : nil)
          isFirst = false
        }
      }
      if child.name == "text:list-item", !isFirst { number = number.map { $0 + 1 } }
    }
  }

  private mutating func readTable(_ element: XMLElement) {
    var rows: [[[TypedBlock]]] = []
    func rowElements(_ element: XMLElement) -> [XMLElement] {
      element.elements.flatMap { child in
        child.name == "table:table-row"
          ? [child]
          : child.name.hasPrefix("table:table-") || child.name == "text:soft-page-break"
            ? rowElements(child) : []
      }
    }
    for row in rowElements(element) {
      var cells: [[TypedBlock]] = []
      for cell in row.elements
      where cell.name == "table:table-cell" || cell.name == "table:covered-table-cell" {
        cells.append(within(cell))
      }
      rows.append(cells)
    }
    if !rows.isEmpty { blocks.append(.table(TypedTable(rows: rows, place: place))) }
  }

  /// The blocks of a cell, a box, a note.
  private mutating func within(_ element: XMLElement) -> [TypedBlock] {
    guard depth < ImportLimits.depth else {
      document.leftOut.append(LeftOut(.nested, element.plainText, place: place))
      return []
    }
    depth += 1
    let outer = (blocks, line, boxes, hasLeftOut)
    (blocks, line, boxes) = ([], [], [])
    readBlocks(of: element)
    let result = blocks
    (blocks, line, boxes, hasLeftOut) = outer
    depth -= 1
    return result
  }

  // MARK: Words

  private mutating func readInlines(
    of element: XMLElement, _ look: TypedRun, isHidden: Bool = false
  ) {
    for child in element.children {
      switch child {
      case .text(let text): add(text.collapsedBlanks, look, isHidden: isHidden)
      case .element(let inner): readInline(inner, look, isHidden: isHidden)
      }
    }
  }

  private mutating func readInline(_ element: XMLElement, _ look: TypedRun, isHidden: Bool = false)
  {
    var inner = look
    switch element.name {
    case "text:span":
      let style = styles.style(element["text:style-name"])
      inner.look = inner.look.subtracting(style.without).union(style.look)
      if style.look.contains(.raised) { inner.look.remove(.lowered) }
      inner.language = style.language ?? inner.language
      readInlines(of: element, inner, isHidden: isHidden || style.isHidden)
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

  private mutating func takeBox(_ element: XMLElement) {
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

  private mutating func add(_ text: String, _ look: TypedRun, isHidden: Bool) {
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
    line.append(run)
  }

  private mutating func leaveOut(_ kind: LeftOut.Kind, _ text: String) {
    hasLeftOut = true
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    if let last = document.leftOut.last, last.kind == kind, last.place == place {
      document.leftOut[document.leftOut.count - 1].text += text
    } else {
      document.leftOut.append(LeftOut(kind, text, place: place))
    }
  }

  // MARK: Pictures

  private mutating func readFrame(_ element: XMLElement, _ look: TypedRun) {
    let alternative =
      (element.first("svg:desc") ?? element.first("svg:title"))?.text.trimmedBlanks ?? ""
    if let object = element.first("draw:object") ?? element.first("draw:object-ole") {
      let path = (object["xlink:href"] ?? "").drop { $0 == "." || $0 == "/" }
      var words = ""
      if let bytes = package.part(path + "/content.xml"),
        let root = XMLElement.read(bytes, names: Self.names).root
      {
        if root.name == "math:math" || root.name == "math" {
          let signs = root.withoutAnnotations.text.trimmedBlanks
          document.leftOut.append(
            LeftOut(.equation, "its signs stand in the text, set as plain words", place: place))
          add(signs, look, isHidden: false)
          return
        }
        words = root.plainText
      }
      document.leftOut.append(
        LeftOut(.embedded, "a file of another program \(words)", place: place))
      return
    }
    var isTaken = false
    for child in element.elements {
      switch child.name {
      case "draw:text-box": takeBox(child)
      case "draw:image" where !isTaken:
        isTaken = takePicture(child, alternative)
      default: break
      }
    }
  }

  private mutating func takePicture(_ element: XMLElement, _ alternative: String) -> Bool {
    guard let target = element["xlink:href"] else { return false }
    let path = target.hasPrefix("./") ? String(target.dropFirst(2)) : target
    if path.contains(":") || path.hasPrefix("../") {
      document.leftOut.append(LeftOut(.picture, "a picture that is not in the file", place: place))
      return false
    }
    let key = path + "\u{0}" + alternative
    if let known = pictureIDs[key] {
      line.append(TypedRun(.picture(known)))
      return true
    }
    guard let bytes = package.part(path, atMost: ImportLimits.pictureBytes),
      let ending = pictureEnding(of: bytes)
    else {
      document.leftOut.append(
        LeftOut(
          .picture, "a picture that is missing or of a kind that no book can hold: \(alternative)",
          place: place))
      return false
    }
    pictureIDs[key] = document.pictures.count
    document.pictures.append(TypedPicture(bytes: bytes, ending: ending, alternative: alternative))
    line.append(TypedRun(.picture(document.pictures.count - 1)))
    return true
  }

  // MARK: Changes

  private mutating func readChanges(_ element: XMLElement) {
    for region in element.elements {
      guard let id = region["text:id"] ?? region["xml:id"] else { continue }
      if let deletion = region.first("text:deletion") { deletions[id] = deletion }
      if region.first("text:insertion") != nil { insertions.insert(id) }
    }
  }

  private mutating func readMarker(_ element: XMLElement) {
    guard let id = element["text:change-id"] else { return }
    switch element.name {
    case "text:change-start": if insertions.contains(id) { openInsertions.insert(id) }
    case "text:change-end": openInsertions.remove(id)
    default:
      guard let deletion = deletions[id] else { return }
      let words = deletion.elements.filter { $0.name.hasPrefix("text:") }.map(\.plainText)
        .joined(separator: " ")
      if changes == .accept {
        leaveOut(.deleted, words)
      } else {
        var run = TypedRun(.text(words))
        if changes == .keep { run.look = .struck }
        line.append(run)
        document.guesses.append(Guess(.change, "deleted, kept here: \(words)", place: place))
      }
    }
  }

  // MARK: The rest

  private mutating func readHeaders(_ root: XMLElement) {
    for page in root.first("office:master-styles")?.elements ?? [] {
      for part in page.elements where part.name.contains("header") || part.name.contains("footer") {
        let words = part.plainText
        if !words.isEmpty { document.leftOut.append(LeftOut(.header, words)) }
      }
    }
  }

  private mutating func readProperties() {
    guard let bytes = package.part("meta.xml"),
      let meta = XMLElement.read(bytes, names: Self.names).root?.first("office:meta")
    else { return }
    document.properties.title = meta.first("dc:title")?.text.trimmedBlanks ?? ""
    document.properties.author =
      (meta.first("meta:initial-creator") ?? meta.first("dc:creator"))?.text.trimmedBlanks ?? ""
    document.properties.description = meta.first("dc:description")?.text.trimmedBlanks ?? ""
  }
}

extension XMLElement {
  /// The words of a part of an OpenDocument text, blanks made one.
  fileprivate var plainText: String {
    var text = ""
    func walk(_ element: XMLElement) {
      for child in element.children {
        switch child {
        case .text(let words): text += words
        case .element(let inner):
          switch inner.name {
          case "text:s", "text:tab", "text:line-break": text += " "
          case "office:annotation", "svg:title", "svg:desc": break
          default: walk(inner)
          }
          if inner.name == "text:p" || inner.name == "text:h" { text += " " }
        }
      }
    }
    walk(self)
    return text.trimmedBlanks
  }

  /// Mathematics without what programs note beside it.
  fileprivate var withoutAnnotations: XMLElement {
    var result = self
    result.children = children.compactMap { child in
      guard case .element(let element) = child else { return child }
      return element.name.hasSuffix("annotation") ? nil : .element(element.withoutAnnotations)
    }
    return result
  }
}

extension String {
  /// Blanks and line ends of the file as one blank (OpenDocument 1.2 part 1, 6.1.2).
  fileprivate var collapsedBlanks: String {
    guard contains(where: { $0 == "\n" || $0 == "\t" || $0 == "\r\n" }) || contains("  ") else {
      return self
    }
    var result = ""
    var lastWasBlank = false
    for character in self {
      let isBlank =
        character == " " || character == "\n" || character == "\t" || character == "\r\n"
      if isBlank, lastWasBlank { continue }
      result.append(isBlank ? " " : character)
      lastWasBlank = isBlank
    }
    return result
  }
}
