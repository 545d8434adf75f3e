/// Reads the words of a paragraph of Markdown as runs.
struct MarkdownWords {
  let references: MarkdownReferences
  private(set) var pictures: [TypedPicture]
  /// Pictures that could not be taken, in words for the report.
  private(set) var faults: [String] = []
  private var signs: [Character] = []
  private var runs: [TypedRun] = []
  private var text = ""
  private var look: Look = []
  private var link: String?
  /// The marks that are open, with what each is written as.
  private var open: [(sign: String, look: Look)] = []

  init(references: MarkdownReferences, pictures: [TypedPicture]) {
    self.references = references
    self.pictures = pictures
  }

  mutating func read(_ words: Substring) -> [TypedRun] {
    signs = Array(words)
    read(0..<signs.count)
    flush()
    return runs.joined
  }

  // MARK: Signs

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let sign = signs[index]
      switch sign {
      case "\\": index = readEscape(index, range)
      case "\n": index = readLineEnd(index)
      case "*", "_", "~": index = readMark(index, range)
      case "!" where isAt(index + 1, "[", range): index = readBracket(index + 1, range, true)
      case "[": index = readBracket(index, range, false)
      case "<": index = readAngle(index, range)
      case "&": index = readEntity(index, range)
      case "`": index = readCode(index, range)
      default:
        text.append(sign)
        index += 1
      }
    }
  }

  private func isAt(_ index: Int, _ sign: Character, _ range: Range<Int>) -> Bool {
    index < range.upperBound && signs[index] == sign
  }

  private mutating func readEscape(_ index: Int, _ range: Range<Int>) -> Int {
    guard index + 1 < range.upperBound else {
      text.append("\\")
      return index + 1
    }
    let next = signs[index + 1]
    if next == "\n" {
      breakLine()
    } else if next.isASCII, next.isPunctuation || next.isSymbol {
      text.append(next)
    } else {
      text.append("\\")
      text.append(next)
    }
    return index + 2
  }

  private mutating func readLineEnd(_ index: Int) -> Int {
    if text.hasSuffix("  ") {
      while text.last == " " { text.removeLast() }
      breakLine()
    } else {
      text.append(" ")
    }
    return index + 1
  }

  private mutating func breakLine() {
    flush()
    runs.append(TypedRun(.lineBreak))
  }

  // MARK: Marks

  private mutating func readMark(_ start: Int, _ range: Range<Int>) -> Int {
    let sign = signs[start]
    var end = start
    while end < range.upperBound, signs[end] == sign { end += 1 }
    let count = end - start
    let before = start > range.lowerBound ? signs[start - 1] : " "
    let after = end < range.upperBound ? signs[end] : " "
    let isInWord = sign == "_" && Self.isWord(before) && Self.isWord(after)
    if count > 3 || sign == "~" && count != 2 || isInWord {
      text += String(repeating: sign, count: count)
      return end
    }
    var rest = count
    // What is open is closed, the innermost first.
    while rest > 0, !before.isWhitespace, let last = open.last, last.sign.first == sign,
      last.sign.count <= rest
    {
      flush()
      look.subtract(last.look)
      rest -= last.sign.count
      open.removeLast()
    }
    while rest > 0, !after.isWhitespace {
      let size = sign == "~" ? 2 : rest == 1 ? 1 : 2
      let marks = String(repeating: sign, count: size)
      guard closes(marks, from: end, range) else { break }
      flush()
      let made: Look = sign == "~" ? .struck : size == 2 ? .bold : .italic
      open.append((marks, made))
      look.insert(made)
      rest -= size
    }
    text += String(repeating: sign, count: rest)
    return end
  }

  /// Whether a mark is closed further on.
  private func closes(_ marks: String, from start: Int, _ range: Range<Int>) -> Bool {
    let sign = marks.first ?? "*"
    var index = start
    while index < range.upperBound {
      if signs[index] == "\\" {
        index += 2
        continue
      }
      if signs[index] == sign {
        var end = index
        while end < range.upperBound, signs[end] == sign { end += 1 }
        if end - index >= marks.count, index > start, !signs[index - 1].isWhitespace { return true }
        index = end
      }
      index += 1
    }
    return false
  }

  private static func isWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }

  // MARK: Links, notes and pictures

  private mutating func readBracket(
    _ start: Int, _ range: Range<Int>, _ isPicture: Bool
  ) -> Int {
    guard let close = closing(start, range) else {
      text += isPicture ? "![" : "["
      return start + 1
    }
    let label = String(signs[(start + 1)..<close])
    if !isPicture, label.hasPrefix("^"),
      let note = references.noteLabels.firstIndex(of: String(label.dropFirst()))
    {
      flush()
      runs.append(TypedRun(.note(note)))
      return close + 1
    }
    var target: String?
    var end = close + 1
    if isAt(end, "(", range), let last = closing(end, range, "(", ")") {
      target = MarkdownReferences.address(Substring(String(signs[(end + 1)..<last])))
      end = last + 1
    } else if isAt(end, "[", range), let last = closing(end, range) {
      let name = String(signs[(end + 1)..<last])
      target = references.addresses[(name.isEmpty ? label : name).lowercased()]
      if target != nil { end = last + 1 }
    } else {
      target = references.addresses[label.lowercased()]
    }
    guard let target else {
      text += isPicture ? "![" : "["
      return start + 1
    }
    if isPicture {
      addPicture(target, label)
    } else {
      readLink(target, (start + 1)..<close)
    }
    return end
  }

  private mutating func readLink(_ target: String, _ range: Range<Int>) {
    flush()
    let outer = link
    let small = target.lowercased()
    let isKept =
      ["http://", "https://", "mailto:"].contains { small.hasPrefix($0) }
      && !target.contains { $0.isWhitespace || "<>\"\\".contains($0) }
    if isKept { link = target }
    read(range)
    flush()
    link = outer
  }

  private mutating func addPicture(_ target: String, _ label: String) {
    flush()
    let said = label.trimmedBlanks
    guard let bytes = DataAddress.bytes(target) else {
      faults.append("a picture that is not in the file: \(said)")
      return
    }
    guard bytes.count <= ImportLimits.pictureBytes, let ending = pictureEnding(of: bytes) else {
      faults.append("a picture \(pictureAdvice(for: bytes)): \(said)")
      return
    }
    let picture = TypedPicture(bytes: bytes, ending: ending, alternative: said)
    let known = pictures.firstIndex(of: picture)
    if known == nil { pictures.append(picture) }
    runs.append(TypedRun(.picture(known ?? pictures.count - 1)))
  }

  /// The bracket that closes one.
  private func closing(
    _ start: Int, _ range: Range<Int>, _ opening: Character = "[", _ closing: Character = "]"
  ) -> Int? {
    var depth = 0
    var index = start
    while index < range.upperBound {
      switch signs[index] {
      case "\\": index += 1
      case opening: depth += 1
      case closing:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  // MARK: Tags, entities, code

  /// Tags of HTML: a line break and raised letters are kept, others say nothing here.
  private mutating func readAngle(_ start: Int, _ range: Range<Int>) -> Int {
    guard let end = signs[start..<range.upperBound].firstIndex(of: ">") else {
      text.append("<")
      return start + 1
    }
    let inner = String(signs[(start + 1)..<end])
    let tag = inner.lowercased().filter { !$0.isWhitespace && $0 != "/" }
    let marks: [String: Look] = [
      "sup": .raised, "sub": .lowered, "u": .underlined, "b": .bold, "i": .italic,
    ]
    if tag == "br" {
      breakLine()
    } else if let made = marks[tag] {
      flush()
      if inner.hasPrefix("/") { look.subtract(made) } else { look.insert(made) }
    } else if inner.hasPrefix("http") || inner.hasPrefix("mailto:") {
      readLink(inner, (start + 1)..<end)
    } else {
      text.append("<")
      return start + 1
    }
    return end + 1
  }

  private mutating func readEntity(_ start: Int, _ range: Range<Int>) -> Int {
    let known: [String: Character] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}", "apos": "'",
    ]
    let end = min(range.upperBound, start + 8)
    guard let semicolon = signs[start..<end].firstIndex(of: ";") else {
      text.append("&")
      return start + 1
    }
    let name = String(signs[(start + 1)..<semicolon])
    var sign = known[name]
    if name.hasPrefix("#"), let value = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(value)
    {
      sign = Character(scalar)
    }
    guard let sign else {
      text.append("&")
      return start + 1
    }
    text.append(sign)
    return semicolon + 1
  }

  private mutating func readCode(_ start: Int, _ range: Range<Int>) -> Int {
    guard let end = signs[(start + 1)..<range.upperBound].firstIndex(of: "`") else {
      text.append("`")
      return start + 1
    }
    text += String(signs[(start + 1)..<end])
    return end + 1
  }

  private mutating func flush() {
    if !text.isEmpty { runs.append(TypedRun(.text(text), look: look, link: link)) }
    text = ""
  }
}
