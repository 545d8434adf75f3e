import BookModel

/// Reads Rich Text Format (`.rtf`) into what somebody typed.
struct RichTextReader {
  /// Where words go.
  private enum Destination: Equatable {
    case text, nothing, styles, picture, fieldCode, title, author, header, comment, note
  }

  /// What holds within a group.
  private struct State {
    var destination = Destination.text
    var look: Look = []
    var isHidden = false
    var change = 0
    /// Characters behind `\u` that stand for it where Unicode is not read.
    var skip = 1
    var paragraph = TypedParagraph()
    var isList = false
    var isInTable = false
    var link: String?
    var isIgnorable = false
  }

  private var scanner: RichTextScanner
  private let changes: TrackedChanges
  private var state = State()
  private var stack: [State] = []
  private var document = TypedDocument()
  private var blocks: [TypedBlock] = []
  private var line: [TypedRun] = []
  private var text = ""
  private var place = 0
  private var skipping = 0
  private var styleNames: [Int: String] = [:]
  private var styleOutlines: [Int: Int] = [:]
  private var styleNumber = 0
  private var words = ""
  private var fieldCodes: [String] = []
  /// How many groups were open where each field began.
  private var fieldDepths: [Int] = []
  private var picture: [UInt8] = []
  private var pictureNibble: UInt8?
  private var cells: [[TypedBlock]] = []
  private var rows: [[[TypedBlock]]] = []
  private var cellBlocks: [TypedBlock] = []
  private var nextBreak = TypedParagraph.Break.none
  private var pending: [LeftOut] = []
  private var outer: [(depth: Int, blocks: [TypedBlock], line: [TypedRun], state: State)] = []
  private var highSurrogate: UInt32?

  init(_ bytes: [UInt8], changes: TrackedChanges) {
    scanner = RichTextScanner(bytes)
    self.changes = changes
  }

  consuming func read() -> TypedDocument {
    while let token = scanner.next() { take(token) }
    flushText()
    while !outer.isEmpty { endNote() }
    if !line.isEmpty { endParagraph() }
    endTable()
    document.blocks = blocks
    return document
  }

  // MARK: Signs

  private mutating func take(_ token: RichTextToken) {
    switch token {
    case .open:
      flushText()
      guard stack.count < Self.deepest else { return }
      stack.append(state)
      state.isIgnorable = false
    case .close: closeGroup()
    case .word(let name, let number): take(word: name, number)
    case .symbol(let byte): take(symbol: byte)
    case .hex(let byte), .byte(let byte): take(byte: byte)
    }
  }

  /// Groups within groups at most; what opens more is no manuscript.
  private static let deepest = 1000

  private mutating func closeGroup() {
    flushText()
    let inner = state.destination
    guard let before = stack.popLast() else { return }
    if let depth = fieldDepths.last, stack.count < depth {
      fieldDepths.removeLast()
      fieldCodes.removeLast()
    }
    if let top = outer.last, stack.count < top.depth {
      state = before
      endNote()
      return
    }
    if inner != before.destination {
      switch inner {
      case .styles: break
      case .title: document.properties.title = words.trimmedBlanks
      case .author: document.properties.author = words.trimmedBlanks
      case .header, .comment:
        let found = words.trimmedBlanks
        if !found.isEmpty {
          document.leftOut.append(
            LeftOut(
              inner == .header ? .header : .comment, found,
              place: inner == .comment ? place + 1 : nil))
        }
      case .picture: endPicture()
      default: break
      }
      if inner != .fieldCode { words = "" }
    } else if inner == .styles {
      let name =
        words.split(separator: ";").first.map { String($0).trimmedBlanks.lowercased() } ?? ""
      if !name.isEmpty { styleNames[styleNumber] = name }
      words = ""
    }
    // Looks of paragraphs last beyond their group.
    let paragraph = state.paragraph
    state = before
    if inner == .text { state.paragraph = paragraph }
  }

  private mutating func take(byte: UInt8) {
    if skipping > 0 {
      skipping -= 1
      return
    }
    if state.destination == .picture {
      let value: UInt8? =
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        case 0x41...0x46: byte - 0x37
        default: nil
        }
      guard let value else { return }
      if let high = pictureNibble {
        if picture.count <= ImportLimits.pictureBytes { picture.append(high << 4 | value) }
        pictureNibble = nil
      } else {
        pictureNibble = value
      }
      return
    }
    add(decodedByte(byte))
  }

  private mutating func add(_ scalar: Unicode.Scalar) { text.unicodeScalars.append(scalar) }

  private mutating func take(symbol: UInt8) {
    switch symbol {
    case 0x7E: add("\u{A0}")
    case 0x5F: add("\u{2011}")
    case 0x2A: state.isIgnorable = true
    case 0x5C, 0x7B, 0x7D: add(Unicode.Scalar(symbol))
    default: break
    }
  }

  // MARK: Words

  private mutating func flushText() {
    guard !text.isEmpty else { return }
    let found = text
    text = ""
    switch state.destination {
    case .text, .note: emit(found)
    case .fieldCode: if let last = fieldCodes.indices.last { fieldCodes[last] += found }
    case .nothing, .picture: break
    default: words += found
    }
  }

  private mutating func emit(_ found: String) {
    if state.isHidden {
      leaveOut(.hidden, found)
      return
    }
    let isDeleted = state.change == 2
    if isDeleted && changes == .accept || state.change == 1 && changes == .reject {
      leaveOut(isDeleted ? .deleted : .inserted, found)
      return
    }
    var look = state.look
    if state.change != 0, found.contains(where: { !$0.isWhitespace }) {
      document.guesses.append(
        Guess(
          .change, (isDeleted ? "deleted, kept here: " : "inserted: ") + found, place: place + 1))
      if isDeleted, changes == .keep { look.insert(.struck) }
    }
    if let code = fieldCodes.last, state.destination == .text {
      switch WordField.treatment(of: code) {
      case .contents:
        leaveOut(.contents, found)
        return
      case .left:
        leaveOut(.field, found)
        return
      default: break
      }
    }
    line.append(TypedRun(.text(found), look: look, link: state.link))
  }

  private mutating func leaveOut(_ kind: LeftOut.Kind, _ text: String) {
    if let last = pending.last, last.kind == kind {
      pending[pending.count - 1].text += text
    } else {
      pending.append(LeftOut(kind, text, place: place + 1))
    }
  }

  // MARK: Blocks

  private mutating func endParagraph() {
    flushText()
    if outer.isEmpty { place += 1 }
    let hasLeftOut = !pending.isEmpty
    document.leftOut += pending.filter { $0.text.contains { !$0.isWhitespace } }
    pending = []
    defer { line = [] }
    if line.isEmpty, hasLeftOut { return }
    var paragraph = state.paragraph
    paragraph.runs = line.joined
    paragraph.place = place
    paragraph.breakBefore = max(paragraph.breakBefore, nextBreak)
    nextBreak = .none
    if line.isEmpty { paragraph.item = nil }
    state.paragraph.item = nil
    if state.isInTable, outer.isEmpty {
      cellBlocks.append(.paragraph(paragraph))
    } else {
      endTable()
      blocks.append(.paragraph(paragraph))
    }
  }

  private mutating func endCell() {
    flushText()
    if !line.isEmpty { endParagraphInCell() }
    cells.append(cellBlocks)
    cellBlocks = []
  }

  private mutating func endParagraphInCell() {
    state.isInTable = true
    endParagraph()
  }

  private mutating func endRow() {
    if !cells.isEmpty { rows.append(cells) }
    cells = []
  }

  private mutating func endTable() {
    if !cellBlocks.isEmpty { cells.append(cellBlocks) }
    cellBlocks = []
    endRow()
    guard !rows.isEmpty else { return }
    blocks.append(.table(TypedTable(rows: rows, place: place)))
    rows = []
  }

  private mutating func beginNote() {
    outer.append((stack.count, blocks, line, state))
    blocks = []
    line = []
    state.look = []
    state.paragraph = TypedParagraph()
    state.destination = .note
  }

  private mutating func endNote() {
    flushText()
    if !line.isEmpty { endParagraph() }
    guard let before = outer.popLast() else { return }
    document.notes.append(blocks)
    blocks = before.blocks
    line = before.line
    line.append(TypedRun(.note(document.notes.count - 1)))
  }

  private mutating func endPicture() {
    defer { picture = [] }
    guard !picture.isEmpty else { return }
    guard let ending = pictureEnding(of: picture) else {
      document.leftOut.append(
        LeftOut(
          .picture, "a picture of a kind that no book can hold; save it as PNG or JPEG",
          place: place))
      return
    }
    document.pictures.append(TypedPicture(bytes: picture, ending: ending, alternative: ""))
    line.append(TypedRun(.picture(document.pictures.count - 1)))
  }

  // MARK: Control words

  private mutating func take(word name: String, _ number: Int?) {
    if name == "u", let number {
      takeUnicode(number)
      return
    }
    if skipping > 0 { skipping = 0 }
    flushText()
    let isIgnorable = state.isIgnorable
    state.isIgnorable = false
    if takeDestination(name) || isIgnorable && takeIgnorable(name) { return }
    takeLook(name, number)
    takeParagraph(name, number)
    takeCharacter(name)
  }

  private mutating func takeUnicode(_ number: Int) {
    let value = UInt32(truncatingIfNeeded: number < 0 ? number + 65536 : number)
    if (0xD800...0xDBFF).contains(value) {
      highSurrogate = value
    } else if (0xDC00...0xDFFF).contains(value), let high = highSurrogate {
      if let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (value - 0xDC00)) {
        add(scalar)
      }
      highSurrogate = nil
    } else if let scalar = Unicode.Scalar(value) {
      add(scalar)
    }
    skipping = state.skip
  }

  private mutating func takeDestination(_ name: String) -> Bool {
    switch name {
    case "fonttbl", "colortbl", "generator", "xmlnstbl", "listtable", "listoverridetable",
      "revtbl", "rsidtbl", "themedata", "colorschememapping", "datastore", "latentstyles",
      "listtext", "pntext", "filetbl", "pgptbl", "objdata", "bkmkstart", "bkmkend", "xe", "tc",
      "template", "company", "operator", "keywords", "category", "comment", "subject", "manager",
      "creatim", "revtim", "printim", "hlinkbase", "userprops", "atnid", "atnauthor", "atndate",
      "atnref", "atrfstart", "atrfend", "annotationdate", "nonshppict", "sp", "fldtype",
      "datafield",
      "formfield", "docvar", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn":
      state.destination = .nothing
    case "stylesheet": state.destination = .styles
    case "info": state.destination = .nothing
    case "title" where state.destination == .nothing: state.destination = .title
    case "author" where state.destination == .nothing: state.destination = .author
    case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
      state.destination = .header
    case "annotation": state.destination = .comment
    case "footnote": beginNote()
    case "pict":
      if state.destination != .nothing { state.destination = .picture }
    case "field":
      fieldCodes.append("")
      fieldDepths.append(stack.count)
    case "fldinst": state.destination = .fieldCode
    case "fldrslt": beginResult()
    default: return false
    }
    return true
  }

  private mutating func beginResult() {
    guard let code = fieldCodes.last else { return }
    if case .link(let target) = WordField.treatment(of: code),
      ["http://", "https://", "mailto:"].contains(where: { target.lowercased().hasPrefix($0) })
    {
      state.link = target
    }
    state.destination = outer.isEmpty ? .text : .note
  }

  /// A destination that only newer programs know; what is not known here either is passed over.
  private mutating func takeIgnorable(_ name: String) -> Bool {
    switch name {
    case "shppict", "shpinst", "shptxt", "footnote", "cs", "ts": return false
    default:
      if state.destination == .text || state.destination == .note { state.destination = .nothing }
      return true
    }
  }

  private mutating func takeLook(_ name: String, _ number: Int?) {
    let isOn = number != 0
    func set(_ look: Look) {
      if isOn { state.look.insert(look) } else { state.look.remove(look) }
    }
    switch name {
    case "b": set(.bold)
    case "i": set(.italic)
    case "ul", "ulw", "uld", "uldb": set(.underlined)
    case "ulnone": state.look.remove(.underlined)
    case "strike", "striked": set(.struck)
    case "scaps": set(.smallCapitals)
    case "super": set(.raised)
    case "sub": set(.lowered)
    case "nosupersub": state.look.subtract([.raised, .lowered])
    case "v": state.isHidden = isOn
    case "deleted": state.change = isOn ? 2 : 0
    case "revised": state.change = isOn ? 1 : 0
    case "plain":
      state.look = []
      state.isHidden = false
      state.change = 0
    case "uc": state.skip = max(0, number ?? 1)
    case "fs": state.paragraph.size = max(state.paragraph.size, number ?? 0)
    default: break
    }
  }

  private mutating func takeParagraph(_ name: String, _ number: Int?) {
    switch name {
    case "pard":
      state.paragraph = TypedParagraph()
      state.isInTable = false
    case "s":
      styleNumber = number ?? 0
      if state.destination != .styles { applyStyle(styleNumber) }
    case "qc": state.paragraph.alignment = .center
    case "qr": state.paragraph.alignment = .right
    case "qj": state.paragraph.alignment = .justified
    case "ql": state.paragraph.alignment = .left
    case "li": state.paragraph.left = number ?? 0
    case "fi": state.paragraph.first = number ?? 0
    case "outlinelevel":
      if let number, (0..<9).contains(number) {
        if state.destination == .styles {
          styleOutlines[styleNumber] = number + 1
        } else {
          state.paragraph.outline = number + 1
        }
      }
    case "pagebb": state.paragraph.breakBefore = .page
    case "ls":
      state.paragraph.item = TypedParagraph.ListItem(
        list: "list \(number ?? 0)", level: 0, number: nil)
    case "ilvl": state.paragraph.item?.level = number ?? 0
    case "intbl": state.isInTable = true
    case "brdrb": state.paragraph.isRuled = true
    default: break
    }
  }

  private mutating func applyStyle(_ number: Int) {
    guard let name = styleNames[number] else { return }
    state.paragraph.styles = [name]
    if name.hasPrefix("heading "), let level = name.last?.wholeNumberValue, level > 0 {
      state.paragraph.outline = level
    } else if let level = styleOutlines[number] {
      state.paragraph.outline = level
    }
  }

  private mutating func takeCharacter(_ name: String) {
    let isText = state.destination == .text || state.destination == .note
    switch name {
    case "par":
      if isText { endParagraph() } else { words += " " }
    case "line": if isText { line.append(TypedRun(.lineBreak)) }
    case "page": if isText { line.append(TypedRun(.pageBreak)) }
    case "sect":
      if isText {
        if !line.isEmpty { endParagraph() }
        nextBreak = .section
      }
    case "cell", "nestcell": if isText { endCell() }
    case "row", "nestrow": if isText { endRow() }
    case "tab": add("\t")
    case "emdash": add("—")
    case "endash": add("–")
    case "lquote": add("‘")
    case "rquote": add("’")
    case "ldblquote": add("“")
    case "rdblquote": add("”")
    case "bullet": add("•")
    case "emspace", "enspace", "qmspace": add(" ")
    case "chftn": break
    default: break
    }
  }
}
