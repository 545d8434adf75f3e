import BookModel

extension RichTextReader {
  mutating func take(word name: String, _ number: Int?) {
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

  mutating func takeUnicode(_ number: Int) {
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

  mutating func takeDestination(_ name: String) -> Bool {
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
    case "shp": describedPicture = nil
    case "pict":
      if state.destination != .nothing, state.destination != .shapeValue || shapeProperty == "pib" {
        state.destination = .picture
        if stack.last?.destination != .shapeValue { describedPicture = nil }
      }
    case "picprop": state.destination = .nothing
    case "sn" where stack.last?.destination == .nothing: state.destination = .shapeName
    case "sv" where stack.last?.destination == .nothing: state.destination = .shapeValue
    case "field":
      fieldCodes.append("")
      fieldDepths.append(stack.count)
    case "fldinst": state.destination = .fieldCode
    case "fldrslt": beginResult()
    default: return false
    }
    return true
  }

  mutating func beginResult() {
    guard let code = fieldCodes.last else { return }
    if case .link(let target) = WordField.treatment(of: code),
      ["http://", "https://", "mailto:"].contains(where: { target.lowercased().hasPrefix($0) })
    {
      state.link = target
    }
    state.destination = outer.isEmpty ? .text : .note
  }

  /// A destination that only newer programs know; what is not known here either is passed over.
  mutating func takeIgnorable(_ name: String) -> Bool {
    switch name {
    case "shppict", "shpinst", "shptxt", "footnote", "cs", "ts": return false
    default:
      if state.destination == .text || state.destination == .note { state.destination = .nothing }
      return true
    }
  }
}
