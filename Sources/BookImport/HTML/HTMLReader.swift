import BookModel
import BookXML

/// Reads HTML, as word processors and Google Docs write it, into what somebody typed.
struct HTMLReader {
  /// The bytes of a file that the document names, nil where there is none.
  let file: (String) -> [UInt8]?
  let changes: TrackedChanges
  var styles = StyleSheet()
  var document = TypedDocument()
  var blocks: [TypedBlock] = []
  var line: [TypedRun] = []
  var place = 0
  var pictureIDs: [String: Int] = [:]
  /// Where each element with an id stands, and the first link to it.
  var targets: [String: Int] = [:]
  var links: [String: Int] = [:]
  var order = 0
  /// What was read as notes, and is not read again.
  var noteElements: [XMLElement] = []
  /// Notes by the id of their element.
  var noteIDs: [String: Int] = [:]
  var lists = 0
  /// How many lists the words being read stand in.
  var listsAround = 0
  /// Letters by language.
  var languages: [String: Int] = [:]
  var isHidden = false

  /// How the paragraph that is open stands.
  var block = Block()
  struct Block {
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

  /// - Parameter changes: what becomes of words that were deleted and are marked as that
  init(changes: TrackedChanges, file: @escaping (String) -> [UInt8]? = { _ in nil }) {
    self.changes = changes
    self.file = file
  }

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
    // What most letters are marked as goes before what the head says.
    if let main = languages.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key {
      document.properties.language = main
    }
    return document
  }

  // MARK: Head

  mutating func readHead(_ root: XMLElement) {
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

  static let blockNames: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "table", "pre",
    "hr", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "dl",
    "dt", "dd", "center", "address", "body", "nav", "details", "summary", "form", "fieldset",
  ]
  static let unread: Set<String> = [
    "script", "style", "head", "meta", "link", "title", "noscript", "template", "input", "button",
    "select", "textarea", "svg", "canvas", "audio", "video", "iframe", "object", "embed",
  ]

  mutating func read(children element: XMLElement, _ look: TypedRun) {
    for child in element.children {
      switch child {
      case .text(let text): add(text, look)
      case .element(let inner): read(inner, look)
      }
    }
  }

  mutating func read(_ element: XMLElement, _ look: TypedRun) {
    if Self.unread.contains(element.name) {
      tellUnread(element)
      return
    }
    if !noteElements.isEmpty, noteElements.contains(element) { return }
    let properties = styles.properties(
      of: element.name, classes: element["class"], align: element["align"],
      style: element["style"])
    if let kind = kindLeftOut(element, properties) {
      let words = element.text.trimmedBlanks
      if !words.isEmpty { document.leftOut.append(LeftOut(kind, words, place: place)) }
      return
    }
    if element.isOfWordAlone { return }
    if Self.blockNames.contains(element.name) {
      readBlock(element, look, properties)
    } else {
      readInline(element, look, properties)
    }
  }

  /// Why an element is not in the book; nil where it is.
  func kindLeftOut(_ element: XMLElement, _ properties: [String: String]) -> LeftOut.Kind? {
    if properties["display"] == "none" || properties["visibility"] == "hidden"
      || element["hidden"] != nil || properties["mso-hide"] == "all"
    {
      return .hidden
    }
    switch properties["mso-element"] {
    case "comment-list", "comment": return .comment
    case "header", "footer": return .header
    default: break
    }
    switch element.name {
    case "del": return changes == .accept ? .deleted : nil
    case "ins": return changes == .reject ? .inserted : nil
    case "div":
      // LibreOffice writes what stands on every page so, and its lists of contents.
      if let title = element["title"], title == "header" || title == "footer" { return .header }
      return element["id"]?.lowercased().hasPrefix("table of contents") == true ? .contents : nil
    default: return nil
    }
  }

  mutating func tellUnread(_ element: XMLElement) {
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

  mutating func readBlock(
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

  mutating func apply(_ properties: [String: String], of element: XMLElement) {
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

}
