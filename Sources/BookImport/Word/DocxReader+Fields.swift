import BookXML

extension DocxReader {
  mutating func readFieldCharacter(_ element: XMLElement, _ around: Surroundings) {
    switch element["w:fldCharType"] {
    case "begin":
      beginField()
      if let data = element.first("w:ffData") { emitChoice(data, around) }
    case "separate": beginResult(around)
    case "end": endField(around)
    default: break
    }
  }

  mutating func beginField() { fields.append(WordField()) }

  mutating func addCode(_ text: String) {
    guard let last = fields.lastIndex(where: \.isCode) else { return }
    fields[last].code += text
  }

  mutating func beginResult(_ around: Surroundings) {
    guard let last = fields.indices.last, fields[last].isCode else { return }
    fields[last].isCode = false
    var treatment = WordField.treatment(of: fields[last].code)
    if case .link(let target) = treatment {
      treatment = address(target).map { .link($0) } ?? .kept
    }
    if case .noteMark(let bookmark) = treatment {
      if let note = bookmarks[bookmark] {
        fields[last].treatment = .kept
        emit(.note(note), WordRunLook(), around)
      } else {
        treatment = .kept
      }
    }
    fields[last].treatment = treatment
  }

  mutating func endField(_ around: Surroundings) {
    guard let field = fields.popLast(), field.isCode else { return }
    let words = WordField.words(field.code)
    switch words.first?.uppercased() {
    case "SYMBOL":
      let font = words.firstIndex(of: "\\f").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
      let code = words.dropFirst().first.flatMap {
        $0.lowercased().hasPrefix("0x") ? UInt32($0.dropFirst(2), radix: 16) : UInt32($0)
      }
      if let code, let sign = WordSymbols.character(code, font: font ?? "") {
        emit(sign, WordRunLook(), around)
      }
    case "MACROBUTTON", "GOTOBUTTON":
      leaveOut(.placeholder, words.dropFirst(2).joined(separator: " "))
    case "EQ", "ADVANCE": leaveOut(.equation, field.code)
    default: break
    }
  }

  /// The link of the innermost field that is one.
  var fieldLink: String? {
    for field in fields.reversed() {
      if case .link(let target) = field.treatment { return target }
    }
    return nil
  }

  /// Whether the words are the number of a note whose mark stands there already.
  var isNoteMarkAgain: Bool {
    fields.contains { field in
      if case .noteMark = field.treatment { return true }
      return false
    }
  }

  /// A box that is ticked or a choice that was made, of a form of old.
  private mutating func emitChoice(_ data: XMLElement, _ around: Surroundings) {
    guard let field = fields.popLast() else { return }
    defer { fields.append(field) }
    if let box = data.first("w:checkBox") {
      let state = box.first("w:checked") ?? box.first("w:default")
      emit(state?.isOn == true ? "☒" : "☐", WordRunLook(), around)
    } else if let list = data.first("w:ddList") {
      let choices = list.elements.filter { $0.name == "w:listEntry" }.compactMap { $0["w:val"] }
      let index = (list.first("w:result") ?? list.first("w:default"))?.number ?? 0
      if choices.indices.contains(index) { emit(choices[index], WordRunLook(), around) }
    }
  }

  /// An address that a book may lead to; nil for a path of the author's machine and the like.
  func address(_ target: String) -> String? {
    let target = target.filter { !$0.isWhitespace && !$0.isNewline }
    let small = target.lowercased()
    let isKept = ["https://", "http://", "mailto:"].contains { small.hasPrefix($0) }
    return isKept && target.utf8.count < 2000
      && target.unicodeScalars.allSatisfy {
        $0.value > 0x20 && !"<>\"\\".unicodeScalars.contains($0)
      }
      ? target : nil
  }
}
