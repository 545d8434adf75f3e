import BookModel
import BookXML

extension DocxReader {
  /// Reads what stands in a paragraph.
  mutating func readInline(_ element: XMLElement, _ around: Surroundings) {
    var inner = around
    switch element.name {
    case "w:r": readRun(element, around)
    case "w:pPr", "w:sdtPr", "w:proofErr", "w:smartTagPr", "w:customXmlPr": break
    case "w:hyperlink":
      if let id = element["r:id"], let target = relationships[id] {
        inner.link = address(target.target) ?? inner.link
      }
      readInlines(of: element, inner)
    case "w:ins", "w:moveTo":
      inner.change = .inserted
      inner.isMoved = element.name == "w:moveTo"
      readInlines(of: element, inner)
    case "w:del", "w:moveFrom":
      inner.change = .deleted
      inner.isMoved = element.name == "w:moveFrom"
      readInlines(of: element, inner)
    case "w:sdt": readControl(element) { $0.readInlines(of: $1, around) }
    case "w:fldSimple":
      let code = element["w:instr"] ?? ""
      beginField()
      fields[fields.count - 1].code = code
      beginResult(around)
      readInlines(of: element, around)
      endField(around)
    case "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd":
      readMarker(element)
    case "m:oMath", "m:oMathPara": readEquation(element, around)
    case "mc:AlternateContent":
      if let branch = branch(of: element) { readInlines(of: branch, around) }
    case "w:p", "w:tbl":
      boxes += blocks(within: XMLElement(name: "w:body", children: [.element(element)]))
    default: readInlines(of: element, around)
    }
  }

  mutating func readInlines(of element: XMLElement, _ around: Surroundings) {
    for child in element.elements { readInline(child, around) }
  }

  // MARK: Runs

  private mutating func readRun(_ element: XMLElement, _ around: Surroundings) {
    let properties = element.first("w:rPr")
    var look = style.run
    if let character = styles.character(properties?.first("w:rStyle")?["w:val"]) {
      look = character.run.toggling(look)
    }
    look = WordRunLook(properties).over(look)
    var around = around
    if properties?.first("w:del") != nil, around.change == .none { around.change = .deleted }
    readContents(of: element, look, around)
  }

  private mutating func readContents(
    of element: XMLElement, _ look: WordRunLook, _ around: Surroundings
  ) {
    for child in element.elements {
      switch child.name {
      case "w:rPr": break
      case "w:t", "w:delText": emit(signs(child.text, look), look, around)
      case "w:instrText", "w:delInstrText": addCode(child.text)
      case "w:fldChar": readFieldCharacter(child, around)
      case "w:tab", "w:ptab": emit("\t", look, around)
      case "w:noBreakHyphen": emit("\u{2011}", look, around)
      case "w:softHyphen": break
      case "w:br": readBreak(child, look, around)
      case "w:cr": emit(.lineBreak, look, around)
      case "w:sym": readSymbol(child, look, around)
      case "w:footnoteReference": readNoteReference("footnote", child, look, around)
      case "w:endnoteReference": readNoteReference("endnote", child, look, around)
      case "w:commentReference": tellComment(child["w:id"] ?? "")
      case "w:drawing", "w:pict", "w:object": readDrawing(child, look, around)
      case "mc:AlternateContent":
        if let branch = branch(of: child) { readContents(of: branch, look, around) }
      case "w:ruby": readRuby(child, look, around)
      case "w:pgNum": leaveOut(.field, "#")
      case "w:footnoteRef", "w:endnoteRef", "w:separator", "w:continuationSeparator",
        "w:annotationRef", "w:lastRenderedPageBreak":
        break
      default: readContents(of: child, look, around)
      }
      // Behind a mark of the author's own the run has nothing but that mark.
      if child["w:customMarkFollows"].map({ ["1", "true", "on"].contains($0) }) == true { break }
    }
  }

  private mutating func readBreak(
    _ element: XMLElement, _ look: WordRunLook, _ around: Surroundings
  ) {
    switch element["w:type"] {
    case "page": emit(.pageBreak, look, around)
    case "column": emit(.lineBreak, look, around)
    default: emit(.lineBreak, look, around)
    }
  }

  private mutating func readSymbol(
    _ element: XMLElement, _ look: WordRunLook, _ around: Surroundings
  ) {
    guard let code = element["w:char"].flatMap({ UInt32($0, radix: 16) }) else { return }
    let font = element["w:font"] ?? ""
    if let character = WordSymbols.character(code, font: font) {
      emit(character, look, around)
    } else {
      leaveOut(.symbol, "the sign \(String(code, radix: 16)) of the font '\(font)' ")
    }
  }

  private mutating func readRuby(
    _ element: XMLElement, _ look: WordRunLook, _ around: Surroundings
  ) {
    if let base = element.first("w:rubyBase") { readInlines(of: base, around) }
    if let reading = element.first("w:rt"), !reading.text.isEmpty {
      emit("(", look, around)
      readInlines(of: reading, around)
      emit(")", look, around)
    }
  }

  /// The words of a run in a font whose letters are pictures.
  private mutating func signs(_ text: String, _ look: WordRunLook) -> String {
    guard WordSymbols.isOfSigns(look.font) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      // Letters that were typed in such a font stay the letters they are.
      guard scalar.value >= 0xF000, scalar.value <= 0xF0FF else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if let known = WordSymbols.character(scalar.value, font: look.font ?? "") {
        result += known
      } else {
        leaveOut(.symbol, "a sign of the font '\(look.font ?? "")' ")
      }
    }
    return result
  }

  // MARK: Where words go

  mutating func emit(_ text: String, _ look: WordRunLook, _ around: Surroundings) {
    // U+2028 is a line's end, U+000B was one in old files.
    guard text.utf8.contains(0xE2) || text.utf8.contains(0x0B),
      text.unicodeScalars.contains(where: { $0.value == 0x2028 || $0.value == 0x0B })
    else {
      emit(.text(text), look, around)
      return
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\u{2028}" || $0 == "\u{0B}" }
    for (index, words) in lines.enumerated() {
      if index > 0 { emit(.lineBreak, look, around) }
      emit(.text(String(words)), look, around)
    }
  }

  mutating func emit(_ content: TypedRun.Content, _ look: WordRunLook, _ around: Surroundings) {
    var run = TypedRun(content, look: look.look, link: around.link ?? fieldLink)
    if let kind = kindLeftOut(look, around) {
      switch content {
      case .text(let text):
        if kind == .deleted, around.isMoved, changes == .accept {
          movedAway.append(LeftOut(kind, text, place: place))
        } else {
          leaveOut(kind, text)
        }
      case .lineBreak, .pageBreak: leaveOut(kind, " ")
      case .picture: leaveOut(kind, "(a picture)")
      case .note: leaveOut(kind, "(a note)")
      }
      return
    }
    if isNoteMarkAgain { return }
    if case .text(let text) = content {
      note(text, around)
      sizes.add(text, size: look.size)
      if let language = look.language, language.count < 12 {
        run.language = language
        languages[language, default: 0] += text.utf8.count
      }
      if around.change == .deleted, changes == .keep { run.look.insert(.struck) }
    }
    line.append(run)
  }

  /// Why words are not in the book; nil where they are.
  private func kindLeftOut(_ look: WordRunLook, _ around: Surroundings) -> LeftOut.Kind? {
    if contentsDepth > 0 { return .contents }
    for field in fields {
      if field.isCode { return .field }
      if field.treatment == .contents { return .contents }
      if field.treatment == .left { return .field }
    }
    if around.change == .deleted, changes == .accept { return .deleted }
    if around.change == .inserted, changes == .reject { return .inserted }
    if look.hidden == true { return .hidden }
    return placeholderDepth > 0 ? .placeholder : nil
  }

  /// Tells of a change whose words are in the book.
  private mutating func note(_ text: String, _ around: Surroundings) {
    guard around.change != .none, text.contains(where: { !$0.isWhitespace }) else { return }
    let isInserted = around.change == .inserted
    if isInserted, around.isMoved { movedHere += text }
    let kind: Guess.Kind = around.isMoved ? .moved : .change
    let verb = around.isMoved ? "moved here" : isInserted ? "inserted" : "deleted, kept here"
    if let last = document.guesses.last, last.kind == kind, last.place == place,
      last.words.hasPrefix(verb + ": ")
    {
      document.guesses[document.guesses.count - 1].words += text
    } else {
      document.guesses.append(Guess(kind, "\(verb): \(text)", place: place))
    }
  }
}
