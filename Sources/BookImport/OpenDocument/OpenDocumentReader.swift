import BookModel
import BookXML

/// Reads an OpenDocument text (`.odt`) into what somebody typed.
struct OpenDocumentReader: ~Copyable {
  static let names: XMLNames = {
    let base = "urn:oasis:names:tc:opendocument:xmlns:"
    return XMLNames([
      base + "office:1.0": "office", base + "text:1.0": "text", base + "style:1.0": "style",
      base + "table:1.0": "table", base + "drawing:1.0": "draw", base + "meta:1.0": "meta",
      base + "xsl-fo-compatible:1.0": "fo", base + "svg-compatible:1.0": "svg",
      "http://www.w3.org/1999/xlink": "xlink", "http://purl.org/dc/elements/1.1/": "dc",
      "http://www.w3.org/1998/Math/MathML": "math",
    ])
  }()

  let package: DocumentPackage
  let changes: TrackedChanges
  var styles = OpenDocumentStyles()
  var document = TypedDocument()
  var blocks: [TypedBlock] = []
  var line: [TypedRun] = []
  var boxes: [TypedBlock] = []
  var sizes = LetterSizes()
  /// The size of the letters being read, in half points.
  var letterSize: Int?
  var hasLeftOut = false
  var place = 0
  var depth = 0
  var lists = 0
  var pictureIDs: [String: Int] = [:]
  /// Deleted text by the id of its change.
  var deletions: [String: XMLElement] = [:]
  var insertions: Set<String> = []
  var openInsertions: Set<String> = []
  var languages: [String: Int] = [:]

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

  mutating func readBlocks(of element: XMLElement, item: TypedParagraph.ListItem? = nil) {
    for child in element.elements { readBlock(child, item: item) }
  }

  mutating func readBlock(_ element: XMLElement, item: TypedParagraph.ListItem?) {
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

  mutating func flushLoose() {
    if !line.isEmpty { blocks.append(.paragraph(TypedParagraph(line.joined))) }
    line = []
    blocks += boxes
    boxes = []
  }

  mutating func readParagraph(_ element: XMLElement, item: TypedParagraph.ListItem?) {
    place += 1
    let style = styles.style(element["text:style-name"])
    line = []
    boxes = []
    sizes = LetterSizes()
    letterSize = style.size
    hasLeftOut = false
    var look = TypedRun(.text(""))
    look.look = style.look
    look.language = style.language
    readInlines(of: element, look, isHidden: style.isHidden ?? styles.isHiddenByDefault)
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
    paragraph.before = style.before ?? 0
    paragraph.size = sizes.most ?? style.size ?? 0
    paragraph.isRuled = style.isRuled
    paragraph.breakBefore = style.breaksPage ? .page : .none
    paragraph.item = paragraph.outline == nil && !line.isEmpty ? item : nil
    if !(line.isEmpty && (hasLeftOut || !boxes.isEmpty)) { blocks.append(.paragraph(paragraph)) }
    line = []
    blocks += boxes
    boxes = []
  }

  mutating func readList(_ element: XMLElement, style: String?, level: Int) {
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

  mutating func readTable(_ element: XMLElement) {
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
  mutating func within(_ element: XMLElement) -> [TypedBlock] {
    guard depth < ImportLimits.depth else {
      document.leftOut.append(LeftOut(.nested, element.plainText, place: place))
      return []
    }
    depth += 1
    let outer = (blocks, line, boxes, hasLeftOut, sizes, letterSize)
    (blocks, line, boxes) = ([], [], [])
    readBlocks(of: element)
    let result = blocks
    (blocks, line, boxes, hasLeftOut, sizes, letterSize) = outer
    depth -= 1
    return result
  }

}
