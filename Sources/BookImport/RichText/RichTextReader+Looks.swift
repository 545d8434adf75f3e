extension RichTextReader {
  mutating func takeLook(_ name: String, _ number: Int?) {
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

  mutating func takeParagraph(_ name: String, _ number: Int?) {
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
    case "sb": state.paragraph.before = number ?? 0
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

  mutating func applyStyle(_ number: Int) {
    guard let name = styleNames[number] else { return }
    state.paragraph.styles = [name]
    if name.hasPrefix("heading "), let level = name.last?.wholeNumberValue, level > 0 {
      state.paragraph.outline = level
    } else if let level = styleOutlines[number] {
      state.paragraph.outline = level
    }
  }

  mutating func takeCharacter(_ name: String) {
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
