import BookModel
import BookXML
import BookZip

/// Reads a file of Word (`.docx`, `.docm`, `.dotx`) into what somebody typed.
struct DocxReader: ~Copyable {
  /// A tracked change that words stand in.
  enum Change { case none, inserted, deleted }

  /// What surrounds a run.
  struct Surroundings {
    var change = Change.none
    /// Whether the change is a move, whose words stand elsewhere too.
    var isMoved = false
    var link: String?
  }

  let package: DocumentPackage
  let changes: TrackedChanges
  let mainPart: String
  let styles: WordStyles
  var numbering: WordNumbering
  /// Relationships of the part being read.
  var relationships: [String: DocumentPackage.Relationship]
  /// Reads a file within the file.
  let nested: NestedReader

  var document = TypedDocument()
  /// The blocks of the container being read.
  var blocks: [TypedBlock] = []
  /// Paragraphs so far.
  var place = 0

  // The paragraph being read.
  var line: [TypedRun] = []
  var sizes = LetterSizes()
  var boxes: [TypedBlock] = []
  var style = WordStyles.Style()
  var pending: [LeftOut] = []
  /// A paragraph whose end was deleted: the next goes on with it.
  var open: TypedParagraph?
  /// A first letter that was set in a frame of its own: the next paragraph begins with it.
  var droppedCapital: [TypedRun] = []
  /// What begins anew before the next paragraph.
  var nextBreak = TypedParagraph.Break.none
  /// Where the section began that is being read, by index into the body's blocks.
  var sectionStart: Int?

  var fields: [WordField] = []
  /// How many containers of a list of contents, of text to be filled in, are open.
  var contentsDepth = 0
  var placeholderDepth = 0
  /// How many boxes, tables and files the block being read lies in.
  var depth = 0

  var noteIDs: [String: Int] = [:]
  var bookmarks: [String: Int] = [:]
  var openBookmarks: [String: String] = [:]
  var pictureIDs: [String: Int] = [:]
  var comments: [String: String] = [:]
  var commentOrder: [String] = []
  var toldComments: Set<String> = []
  var movedAway: [LeftOut] = []
  var movedHere = ""
  /// Letters by language.
  var languages: [String: Int] = [:]

  init(
    _ package: consuming DocumentPackage, mainPart: String, changes: TrackedChanges,
    nested: NestedReader
  ) {
    self.changes = changes
    self.mainPart = mainPart
    self.nested = nested
    let relationships = package.relationships(of: mainPart)
    self.relationships = relationships
    styles = WordStyles(Self.part("styles", of: package, relationships))
    numbering = WordNumbering(Self.part("numbering", of: package, relationships))
    self.package = package
  }

  /// The part that a relationship of a kind leads to.
  private static func part(
    _ kind: String, of package: borrowing DocumentPackage,
    _ relationships: [String: DocumentPackage.Relationship]
  ) -> [UInt8]? {
    let found = relationships.values.filter { $0.kind == kind && !$0.isExternal }
      .map(\.target).sorted()
    guard let name = found.first else { return nil }
    return package.part(name)
  }

  /// Reads all of it.
  consuming func read() -> TypedDocument {
    readProperties()
    readComments()
    readNotes()
    let faults = XMLElement.readPieces(
      of: package.part(mainPart) ?? [], atDepth: 2, names: WordNames.all
    ) { readBlock($0) }
    if let fault = faults.first {
      document.leftOut.append(
        LeftOut(
          .damaged, "the text behind this place cannot be read: \(fault.message)", place: place))
    }
    endOpenParagraph()
    document.blocks = blocks
    finish()
    return document
  }

  // MARK: Blocks

  mutating func readBlocks(of element: XMLElement) {
    for child in element.elements { readBlock(child) }
  }

  mutating func readBlock(_ element: XMLElement) {
    switch element.name {
    case "w:p": readParagraph(element)
    case "w:tbl": readTable(element)
    case "w:sectPr": endSection(element)
    case "w:sdt": readControl(element) { $0.readBlocks(of: $1) }
    case "w:altChunk": readChunk(element)
    case "w:pPr", "w:tblPr", "w:tcPr", "w:trPr", "w:tblGrid", "w:sdtPr", "w:sdtEndPr", "w:rPr":
      break
    case "mc:AlternateContent":
      if let branch = branch(of: element) { readBlocks(of: branch) }
    case "w:r", "w:hyperlink", "w:fldSimple", "m:oMathPara", "m:oMath":
      // Words without a paragraph around them.
      readParagraph(XMLElement(name: "w:p", children: [.element(element)]))
    case "w:ins", "w:moveTo", "w:del", "w:moveFrom", "w:smartTag", "w:customXml":
      if element.elements.contains(where: { $0.name == "w:p" || $0.name == "w:tbl" }) {
        readBlocks(of: element)
      } else if !element.elements.isEmpty {
        readParagraph(XMLElement(name: "w:p", children: [.element(element)]))
      }
    case "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd":
      readMarker(element)
    default:
      if element.descendant("w:p") != nil { readBlocks(of: element) }
    }
  }

  /// A control for filling in, or a part that a gallery made.
  mutating func readControl(
    _ element: XMLElement, _ read: (inout DocxReader, XMLElement) -> Void
  ) {
    let properties = element.first("w:sdtPr")
    let gallery = properties?.descendant("w:docPartGallery")?["w:val"]?.lowercased() ?? ""
    let isContents = gallery == "table of contents" || gallery == "index"
    let isPlaceholder = properties?.first("w:showingPlcHdr")?.isOn == true
    if isContents { contentsDepth += 1 }
    if isPlaceholder { placeholderDepth += 1 }
    if let content = element.first("w:sdtContent") { read(&self, content) }
    if isContents { contentsDepth -= 1 }
    if isPlaceholder { placeholderDepth -= 1 }
  }

  /// Reads blocks that stand by themselves: a cell, a box, a note.
  mutating func blocks(within element: XMLElement) -> [TypedBlock] {
    guard depth < ImportLimits.depth else {
      document.leftOut.append(LeftOut(.nested, element.text, place: place))
      return []
    }
    depth += 1
    let outer = (blocks, line, boxes, style, pending, open, nextBreak, fields, droppedCapital)
    let outerSizes = sizes
    droppedCapital = []
    blocks = []
    line = []
    boxes = []
    pending = []
    open = nil
    nextBreak = .none
    // A field outside goes on behind; within, its result is no longer meant.
    fields = fields.filter { $0.treatment == .contents && !$0.isCode }
    readBlocks(of: element)
    endOpenParagraph()
    let result = blocks
    (blocks, line, boxes, style, pending, open, nextBreak, fields, droppedCapital) = outer
    sizes = outerSizes
    depth -= 1
    return result
  }

  // MARK: Tables

  private mutating func readTable(_ element: XMLElement) {
    endOpenParagraph()
    var rows: [[[TypedBlock]]] = []
    readRows(of: element, into: &rows)
    rows.removeAll { $0.allSatisfy(\.isEmpty) }
    if !rows.isEmpty { blocks.append(.table(TypedTable(rows: rows, place: place))) }
  }

  private mutating func readRows(of element: XMLElement, into rows: inout [[[TypedBlock]]]) {
    for child in element.elements {
      switch child.name {
      case "w:tr":
        let properties = child.first("w:trPr")
        if let kind = kindLeftOut(ofRow: properties) {
          document.leftOut.append(LeftOut(kind, child.plainWords, place: place))
          continue
        }
        var cells: [[TypedBlock]] = []
        readCells(of: child, into: &cells)
        rows.append(cells)
      case "w:sdt":
        if let content = child.first("w:sdtContent") { readRows(of: content, into: &rows) }
      case "w:tblPr", "w:tblGrid", "w:tblPrEx": break
      default: readRows(of: child, into: &rows)
      }
    }
  }

  /// Why a row is not in the book; nil where it is.
  private func kindLeftOut(ofRow properties: XMLElement?) -> LeftOut.Kind? {
    if properties?.first("w:del") != nil, changes == .accept { return .deleted }
    if properties?.first("w:ins") != nil, changes == .reject { return .inserted }
    return properties?.first("w:hidden")?.isOn == true ? .hidden : nil
  }

  private mutating func readCells(of element: XMLElement, into cells: inout [[TypedBlock]]) {
    for child in element.elements {
      switch child.name {
      case "w:tc":
        cells.append(blocks(within: child))
        let span = child.first("w:tcPr")?.first("w:gridSpan")?.number ?? 1
        for _ in 1..<max(2, min(span, 64)) where span > 1 { cells.append([]) }
      case "w:sdt":
        if let content = child.first("w:sdtContent") { readCells(of: content, into: &cells) }
      case "w:trPr", "w:tblPrEx": break
      default: readCells(of: child, into: &cells)
      }
    }
  }

  // MARK: Sections

  mutating func endSection(_ properties: XMLElement) {
    // The kind of break that a section begins with stands at its end.
    let kind = properties.first("w:type")?["w:val"]
    if kind == "continuous" || kind == "nextColumn", let start = sectionStart {
      if blocks.indices.contains(start), case .paragraph(var paragraph) = blocks[start] {
        if paragraph.breakBefore == .section { paragraph.breakBefore = .none }
        blocks[start] = .paragraph(paragraph)
      }
    }
  }
}

/// Reads a file that lies within another: its bytes and the ending of its name.
struct NestedReader: Sendable {
  var read: @Sendable (_ bytes: [UInt8], _ ending: String) -> TypedDocument?

  static let none = NestedReader { _, _ in nil }
}
