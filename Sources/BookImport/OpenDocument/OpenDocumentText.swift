import BookXML

extension XMLElement {
  /// A shape among the words that holds nothing and is far wider than high: a line across the page.
  var isLine: Bool {
    guard self["text:anchor-type"] == "as-char", plainText.isEmpty,
      let width = StyleSheet.length(self["svg:width"]),
      let height = StyleSheet.length(self["svg:height"])
    else { return false }
    return width > 40 * height
  }

  /// The words of a part of an OpenDocument text, blanks made one.
  var plainText: String {
    var text = ""
    func walk(_ element: XMLElement) {
      for child in element.children {
        switch child {
        case .text(let words): text += words
        case .element(let inner):
          switch inner.name {
          case "text:s", "text:tab", "text:line-break": text += " "
          case "office:annotation", "svg:title", "svg:desc": break
          default: walk(inner)
          }
          if inner.name == "text:p" || inner.name == "text:h" { text += " " }
        }
      }
    }
    walk(self)
    return text.trimmedBlanks
  }

  /// Mathematics without what programs note beside it.
  var withoutAnnotations: XMLElement {
    var result = self
    result.children = children.compactMap { child in
      guard case .element(let element) = child else { return child }
      return element.name.hasSuffix("annotation") ? nil : .element(element.withoutAnnotations)
    }
    return result
  }
}

extension String {
  /// Blanks and line ends of the file as one blank (OpenDocument 1.2 part 1, 6.1.2).
  var collapsedBlanks: String {
    guard contains(where: { $0 == "\n" || $0 == "\t" || $0 == "\r\n" }) || contains("  ") else {
      return self
    }
    var result = ""
    var lastWasBlank = false
    for character in self {
      let isBlank =
        character == " " || character == "\n" || character == "\t" || character == "\r\n"
      if isBlank, lastWasBlank { continue }
      result.append(isBlank ? " " : character)
      lastWasBlank = isBlank
    }
    return result
  }
}
