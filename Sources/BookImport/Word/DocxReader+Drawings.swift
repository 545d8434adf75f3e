import BookModel
import BookXML

extension DocxReader {
  /// Extensions of Word's whose content is read here; of others the fallback is.
  private static let known: Set<String> = [
    "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14", "v", "o",
    "asvg", "w10",
  ]
  private static let content: Set<String> = [
    "w:t", "w:txbxContent", "a:blip", "v:imagedata", "m:oMath", "c:chart", "dgm:relIds", "a:t",
    "w:br", "w:tab", "w:sym", "w:drawing", "w:pict",
  ]

  /// The branch of alternatives that is read: the first of what is known, else the fallback.
  func branch(of element: XMLElement) -> XMLElement? {
    let choices = element.elements.filter { $0.name == "mc:Choice" }
    let fallback = element.first("mc:Fallback")
    let isKnown: (XMLElement) -> Bool = { choice in
      (choice["Requires"] ?? "").split(separator: " ").allSatisfy {
        Self.known.contains(String($0)) || $0.hasPrefix("w16")
      }
    }
    let branches = choices.filter(isKnown) + [fallback].compactMap { $0 } + choices
    return branches.first { Self.holdsContent($0) } ?? branches.first
  }

  private static func holdsContent(_ element: XMLElement) -> Bool {
    element.elements.contains { content.contains($0.name) || holdsContent($0) }
  }

  /// Reads a picture, a box, a chart, an embedded file.
  mutating func readDrawing(
    _ element: XMLElement, _ look: WordRunLook, _ around: Surroundings
  ) {
    var words = DrawingWords()
    readDrawing(element, look, around, alternative: "", &words)
    if let program = words.program {
      document.leftOut.append(
        LeftOut(.embedded, "a file of \(program)" + words.shown, place: place))
    } else if !words.text.isEmpty || words.isChart {
      document.leftOut.append(
        LeftOut(
          .drawing, (words.isChart ? "a chart or diagram" : "words drawn") + words.shown,
          place: place))
    }
  }

  /// What is drawn and cannot be in the book.
  private struct DrawingWords {
    var text: [String] = []
    var isChart = false
    var program: String?
    var shown: String { text.isEmpty ? "" : ": " + text.joined(separator: " ") }
  }

  private mutating func readDrawing(
    _ element: XMLElement, _ look: WordRunLook, _ around: Surroundings, alternative: String,
    _ words: inout DrawingWords
  ) {
    var alternative = alternative
    if let described = element.first("wp:docPr") ?? element.descendantDescription {
      alternative = self.alternative(described["descr"]) ?? alternative
    }
    for child in element.elements {
      if child.isHiddenDrawing {
        leaveOut(.hidden, child.plainWords.isEmpty ? "(a picture)" : child.plainWords)
        continue
      }
      switch child.name {
      case "a:blip":
        readPicture(child["r:embed"], linked: child["r:link"], alternative, look, around)
      case "v:imagedata":
        // A file's own picture is that of its window.
        if element.name == "v:shape", words.program == nil, !isOfEmbeddedFile(child) {
          let title = self.alternative(element["alt"]) ?? self.alternative(child["o:title"])
          readPicture(
            child["r:id"] ?? child["r:embed"], linked: child["r:href"], title ?? alternative, look,
            around)
        }
      case "o:OLEObject": words.program = child["ProgID"] ?? "another program"
      case "w:control":
        words.program = words.program ?? "a form"
      case "w:txbxContent": readBox(child, look, around)
      case "v:textpath":
        if let text = child["string"], !text.isEmpty { words.text.append(text) }
      case "c:chart", "dgm:relIds", "chart":
        words.isChart = true
        for id in [child["r:id"], child["r:dm"]].compactMap({ $0 }) {
          if let part = relationships[id], !part.isExternal {
            words.text += drawnWords(part.target)
          }
        }
      case "a:t": words.text.append(child.text)
      case "m:oMath", "m:oMathPara": readEquation(child, around)
      case "mc:AlternateContent":
        if let branch = branch(of: child) {
          readDrawing(branch, look, around, alternative: alternative, &words)
        }
      case "v:rect" where ["t", "true"].contains(child["o:hr"] ?? ""): boxes.append(.rule)
      case "wp:inline" where isLine(child): boxes.append(.rule)
      default: readDrawing(child, look, around, alternative: alternative, &words)
      }
    }
  }

  /// A shape among the words that holds nothing and is far wider than high: a line across the page.
  private func isLine(_ element: XMLElement) -> Bool {
    guard let extent = element.first("wp:extent"), let width = extent["cx"].flatMap({ Int($0) }),
      let height = extent["cy"].flatMap({ Int($0) }), width > Self.lineRatio * height
    else { return false }
    return !Self.holdsContent(element)
  }

  /// How many times as wide as high a line is at least.
  private static let lineRatio = 40

  private func isOfEmbeddedFile(_ element: XMLElement) -> Bool {
    guard let id = element["r:id"], let target = relationships[id]?.target else { return false }
    return ["emf", "wmf"].contains { target.lowercased().hasSuffix("." + $0) }
      && element["o:title"]?.isEmpty ?? false
  }

  private mutating func readBox(
    _ element: XMLElement, _ look: WordRunLook, _ around: Surroundings
  ) {
    if look.hidden == true || around.change == .deleted && changes == .accept || contentsDepth > 0 {
      leaveOut(
        contentsDepth > 0 ? .contents : look.hidden == true ? .hidden : .deleted, element.text)
      return
    }
    let hasStyle = style
    let within = blocks(within: element)
    style = hasStyle
    let marked = within.map { block -> TypedBlock in
      guard case .paragraph(var paragraph) = block else { return block }
      paragraph.isInBox = true
      return .paragraph(paragraph)
    }
    if marked.contains(where: { $0.holdsWords }) {
      document.guesses.append(
        Guess(.box, "a text box stands behind the paragraph that it belongs to", place: place))
    }
    boxes += marked
  }

  /// The words of a chart or a diagram.
  private func drawnWords(_ part: String) -> [String] {
    guard let bytes = package.part(part),
      let root = XMLElement.read(bytes, names: WordNames.all).root
    else { return [] }
    var words: [String] = []
    func walk(_ element: XMLElement) {
      if element.name == "a:t" || element.name == "c:v" {
        words.append(element.text)
      } else {
        for child in element.elements { walk(child) }
      }
    }
    walk(root)
    return words.filter { !$0.isEmpty }
  }
}

extension XMLElement {
  /// The properties of a picture within a group, which has its own description.
  fileprivate var descendantDescription: XMLElement? {
    for name in ["pic:nvPicPr", "wps:cNvPr"] {
      if let found = first(name) { return found.first("pic:cNvPr") ?? found }
    }
    return nil
  }
}

extension XMLElement {
  /// Whether a drawing is there and is not to be seen.
  fileprivate var isHiddenDrawing: Bool {
    if let isHidden = first("wp:docPr")?["hidden"] { return ["1", "true"].contains(isHidden) }
    return name.hasPrefix("v:")
      && self["style"]?.filter { !$0.isWhitespace }.contains("visibility:hidden") == true
  }
}

extension TypedBlock {
  /// Whether there are words in it.
  var holdsWords: Bool {
    switch self {
    case .paragraph(let paragraph): !paragraph.runs.isBlank
    case .table(let table): table.rows.joined().joined().contains { $0.holdsWords }
    case .rule: false
    }
  }
}
