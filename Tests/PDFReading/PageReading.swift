/// What one page's content stream says and how it is tagged.
package struct PageReading {
  /// The text of every marked-content sequence, by its identifier.
  package var sequences: [Int: String] = [:]
  /// What its tags are called, where they are not there to say something else than their glyphs.
  package var tags: [Int: String] = [:]
  /// Text of artifacts.
  package var artifacts = ""
  /// The font and code of every glyph shown.
  package var codes: [(font: String, code: Int)] = []
  /// Colour operators in use.
  package var colours: Set<String> = []
  /// What is wrong with it.
  package var faults: [String] = []

  private struct Mark {
    var tag: String
    var identifier: Int?
    var actualText: String?
  }

  private static let painting: Set<String> = [
    "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "TJ", "Tj", "sh",
  ]

  package init(_ data: [UInt8], maps: [String: [Int: String]]) {
    var lexer = PDFLexer(data)
    var operands: [PDFValue] = []
    var marks: [Mark] = []
    var font = ""
    var isInText = false
    var depthOfText = 0
    var states = 0
    while let token = lexer.next() {
      guard case .word(let name) = token else {
        operands.append(token)
        continue
      }
      switch name {
      case "BT":
        if isInText { faults.append("BT within BT") }
        isInText = true
        depthOfText = marks.count
      case "ET":
        if !isInText { faults.append("ET without BT") }
        if marks.count != depthOfText { faults.append("marked content and text object overlap") }
        isInText = false
      case "q": states += 1
      case "Q": states -= 1
      case "Tf": font = operands.first?.name ?? ""
      case "BDC", "BMC":
        var mark = Mark(tag: operands.first?.name ?? "")
        if case .dictionary(let properties)? = operands.last {
          mark.identifier = properties["MCID"]?.integer
          mark.actualText = properties["ActualText"]?.text
        }
        if let identifier = mark.identifier {
          if sequences[identifier] != nil { faults.append("MCID \(identifier) twice") }
          if marks.contains(where: { $0.identifier != nil || $0.tag == "Artifact" }) {
            faults.append("MCID \(identifier) within other content")
          }
          // A sequence that says something else than its glyphs is a Span by name.
          tags[identifier] = mark.actualText == nil ? mark.tag : nil
          sequences[identifier] = ""
        } else if mark.actualText != nil, marks.contains(where: { $0.identifier != nil }) {
          // Readers that follow the structure lose what comes after it.
          faults.append("text of its own within other content")
        } else if mark.tag == "Artifact", !marks.isEmpty {
          faults.append("artifact within other content")
        }
        marks.append(mark)
      case "EMC":
        guard let mark = marks.popLast() else {
          faults.append("EMC without BDC")
          break
        }
        if isInText, marks.count < depthOfText { faults.append("EMC of a mark opened before BT") }
        if let text = mark.actualText { say(text, marks + [mark]) }
      case "g", "G", "rg", "RG", "k", "K", "cs", "CS": colours.insert(name)
      case "TJ", "Tj":
        let said = show(operands.last, font, maps)
        if !marks.contains(where: { $0.actualText != nil }) { say(said, marks) }
        if !isInText { faults.append("text outside a text object") }
      default: break
      }
      if Self.painting.contains(name),
        !marks.contains(where: { $0.identifier != nil || $0.tag == "Artifact" })
      {
        faults.append("\(name) that is neither content nor artifact")
      }
      operands.removeAll()
    }
    if !marks.isEmpty || isInText || states != 0 { faults.append("not closed at the end") }
  }

  private mutating func show(
    _ operand: PDFValue?, _ font: String, _ maps: [String: [Int: String]]
  ) -> String {
    var said = ""
    guard case .array(let items)? = operand else { return said }
    for case .string(let bytes) in items {
      for i in stride(from: 0, to: bytes.count - 1, by: 2) {
        let code = Int(bytes[i]) << 8 | Int(bytes[i + 1])
        codes.append((font, code))
        if let text = maps[font]?[code] {
          said += text
        } else {
          faults.append("code \(code) of \(font) means nothing")
        }
      }
    }
    return said
  }

  private mutating func say(_ text: String, _ marks: [Mark]) {
    if let identifier = marks.compactMap(\.identifier).last {
      sequences[identifier, default: ""] += text
    } else {
      artifacts += text
    }
  }
}

/// The pairs of a ToUnicode map.
package func readToUnicode(_ data: [UInt8]) -> [Int: String] {
  var lexer = PDFLexer(data)
  var result: [Int: String] = [:]
  var isInBlock = false
  while let token = lexer.next() {
    switch token {
    case .word("beginbfchar"): isInBlock = true
    case .word("endbfchar"): isInBlock = false
    case .string(let code) where isInBlock && code.count == 2:
      guard case .string(let units)? = lexer.next() else { return result }
      result[Int(code[0]) << 8 | Int(code[1])] = PDFValue.string([0xFE, 0xFF] + units).text
    default: break
    }
  }
  return result
}
