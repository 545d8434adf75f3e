import BookModel

/// Reads Rich Text Format (`.rtf`) into what somebody typed.
struct RichTextReader {
  /// Where words go.
  enum Destination: Equatable {
    case text, nothing, styles, picture, fieldCode, title, author, header, comment, note
    /// The name and the value of a property of a shape or a picture.
    case shapeName, shapeValue
  }

  /// What holds within a group.
  struct State {
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

  var scanner: RichTextScanner
  let changes: TrackedChanges
  var state = State()
  var stack: [State] = []
  var document = TypedDocument()
  var blocks: [TypedBlock] = []
  var line: [TypedRun] = []
  var text = ""
  var place = 0
  var skipping = 0
  var styleNames: [Int: String] = [:]
  var styleOutlines: [Int: Int] = [:]
  var styleNumber = 0
  var words = ""
  var fieldCodes: [String] = []
  /// How many groups were open where each field began.
  var fieldDepths: [Int] = []
  var picture: [UInt8] = []
  var pictureNibble: UInt8?
  /// The property of a shape that is being read, and what the picture read next or last shows.
  var shapeProperty = ""
  var description = ""
  var describedPicture: Int?
  var cells: [[TypedBlock]] = []
  var rows: [[[TypedBlock]]] = []
  var cellBlocks: [TypedBlock] = []
  var nextBreak = TypedParagraph.Break.none
  var pending: [LeftOut] = []
  var outer: [(depth: Int, blocks: [TypedBlock], line: [TypedRun], state: State)] = []
  var highSurrogate: UInt32?

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

  mutating func take(_ token: RichTextToken) {
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
  static let deepest = 1000

  mutating func closeGroup() {
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
      case .shapeName: shapeProperty = words.trimmedBlanks
      case .shapeValue: endShapeValue()
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

  mutating func take(byte: UInt8) {
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

  mutating func add(_ scalar: Unicode.Scalar) { text.unicodeScalars.append(scalar) }

  mutating func take(symbol: UInt8) {
    switch symbol {
    case 0x7E: add("\u{A0}")
    case 0x5F: add("\u{2011}")
    case 0x2A: state.isIgnorable = true
    case 0x5C, 0x7B, 0x7D: add(Unicode.Scalar(symbol))
    default: break
    }
  }

}
