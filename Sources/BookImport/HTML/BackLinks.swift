import BookXML

extension XMLElement {
  /// A link back to the place that a note belongs to.
  var isBackLinkOnly: Bool {
    guard name == "a" || name == "sup" || name == "span" else { return false }
    guard let link = name == "a" ? self : descendant("a"), link["href"]?.hasPrefix("#") == true
    else { return false }
    let words = text.trimmedBlanks
    return words.count <= 8 && !words.contains { $0.isLetter }
  }

  var withoutBackLinks: XMLElement {
    var result = self
    result.children = children.compactMap { child in
      guard case .element(let element) = child else { return child }
      return element.isBackLinkOnly ? nil : .element(element.withoutBackLinks)
    }
    return result
  }

  /// What Word notes for itself in HTML: empty paragraphs of Office, data about the file, marks of
  /// comments that stand elsewhere.
  var isOfWordAlone: Bool {
    if name == "xml" || name.hasPrefix("w:") && name != "w:sdt" { return true }
    if name == "o:p" { return text.allSatisfy(\.isWhitespace) }
    return self["class"]?.lowercased() == "msocommentreference"
  }
}
