import BookModel
import BookXML

extension HTMLReader {
  mutating func readInline(
    _ element: XMLElement, _ look: TypedRun, _ properties: [String: String]
  ) {
    var look = look
    look.look.formUnion(Self.look(properties, of: element.name))
    if properties["font-style"] == "normal" { look.look.remove(.italic) }
    if ["normal", "400"].contains(properties["font-weight"] ?? "") { look.look.remove(.bold) }
    if let language = element["lang"] ?? element["xml:lang"], language.count < 12 {
      look.language = language
    }
    if line.isEmpty, let size = StyleSheet.length(properties["font-size"]) {
      block.size = size / 10
    }
    switch element.name {
    case "ins", "del":
      let words = element.text.trimmedBlanks
      if !words.isEmpty, changes != .keep || element.name == "ins" {
        let what = element.name == "ins" ? "inserted: " : "deleted, kept here: "
        document.guesses.append(Guess(.change, what + words, place: place + 1))
      }
      if changes == .reject { look.look.remove(.struck) }
    case "br":
      if properties["page-break-before"] == "always" {
        line.append(TypedRun(.pageBreak))
      } else {
        line.append(TypedRun(.lineBreak))
      }
      return
    case "img":
      readPicture(element)
      return
    case "a":
      if let target = element["href"] {
        if target.hasPrefix("#"), let note = noteIDs[String(target.dropFirst())] {
          line.append(TypedRun(.note(note)))
          return
        }
        let isAddress = ["http://", "https://", "mailto:"].contains {
          target.lowercased().hasPrefix($0)
        }
        if isAddress, !target.contains(where: { $0.isWhitespace || "<>\"\\".contains($0) }) {
          look.link = target
        }
      }
    default: break
    }
    // The sign of a note stands raised around its link.
    if element.name == "sup" || look.look.contains(.raised), isNoteReference(element) {
      look.look.remove(.raised)
    }
    read(children: element, look)
    if element.name == "wbr" { return }
  }

  func isNoteReference(_ element: XMLElement) -> Bool {
    guard let link = element.name == "a" ? element : element.descendant("a"),
      let target = link["href"], target.hasPrefix("#")
    else { return false }
    return noteIDs[String(target.dropFirst())] != nil
  }

  mutating func add(_ text: String, _ look: TypedRun) {
    var run = look
    if block.isPreformatted {
      for (index, words) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { line.append(TypedRun(.lineBreak)) }
        run.content = .text(String(words))
        line.append(run)
      }
      return
    }
    // Blanks of the file are one blank; those that do not break are the author's.
    var words = ""
    var lastWasBlank = line.last.map { $0.content == .lineBreak || $0.text.last == " " } ?? true
    for character in text {
      if character == " " || character == "\n" || character == "\t" || character == "\r\n"
        || character == "\r"
      {
        if !lastWasBlank { words.append(" ") }
        lastWasBlank = true
      } else {
        words.append(character)
        lastWasBlank = false
      }
    }
    guard !words.isEmpty else { return }
    run.content = .text(words)
    languages[run.language ?? document.properties.language, default: 0] += words.utf8.count
    line.append(run)
  }

  mutating func flush(evenEmpty: Bool = false) {
    let isBlank = line.isBlank && !line.contains { $0.content == .pageBreak }
    guard !isBlank || evenEmpty || line.contains(where: { $0.content == .lineBreak }) else {
      line = []
      return
    }
    place += 1
    var paragraph = TypedParagraph(isBlank ? [] : line.joined)
    paragraph.styles = block.style.isEmpty ? [] : [block.style]
    paragraph.outline = block.outline
    paragraph.alignment = block.alignment
    paragraph.left = block.left
    paragraph.first = block.first
    paragraph.size = block.size
    paragraph.item = isBlank ? nil : block.item
    paragraph.breakBefore = block.breakBefore
    paragraph.place = place
    blocks.append(.paragraph(paragraph))
    line = []
    block.breakBefore = .none
    // Further paragraphs of an item go on with it.
    if block.item != nil { block.item = nil }
  }
}
