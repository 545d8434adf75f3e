import BookXML

extension DocxReader {
  mutating func readEquation(_ element: XMLElement, _ around: Surroundings) {
    let text = equationText(element).trimmedBlanks
    guard !text.isEmpty else { return }
    document.leftOut.append(
      LeftOut(.equation, "its signs stand in the text, set as plain words", place: place))
    emit(text, WordRunLook(), around)
  }

  private mutating func equationText(_ element: XMLElement) -> String {
    var text = ""
    for child in element.elements {
      switch child.name {
      case "m:t", "w:t": text += child.text
      case "m:ctrlPr", "m:rPr", "w:rPr": break
      case "m:r" where child.first("w:rPr")?.first("w:vanish")?.isOn == true:
        leaveOut(.hidden, child.text)
      default: text += equationText(child)
      }
    }
    return text
  }
}
