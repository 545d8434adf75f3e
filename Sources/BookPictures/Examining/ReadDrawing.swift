import BookXML

extension XMLElement {
  /// The drawing without what nobody sees in a book: what a program keeps in it for itself, among
  /// it the paths and names of who drew it, and what only that program could show.
  var drawnOnly: XMLElement {
    var drawn = self
    drawn.attributes.removeAll { $0.name.hasPrefix("foreign:") }
    drawn.children = children.compactMap { child in
      guard case .element(let element) = child else { return child }
      return element.isSeen ? .element(element.drawnOnly) : nil
    }
    return drawn
  }

  private var isSeen: Bool {
    switch localName {
    case "metadata": false
    // SVG 1.1, 5.8.2: for a reader that knows the extension; Illustrator keeps its own file there.
    case "foreignObject": (self["requiredExtensions"] ?? "").isEmpty
    default: !name.hasPrefix("foreign:")
    }
  }

  /// The drawing with its links, which no reader follows within a picture, leading nowhere.
  var withoutLinks: XMLElement {
    var drawn = self
    if name == "a" {
      drawn.attributes.removeAll {
        $0.name == "href" || $0.name == "target" || $0.name.hasPrefix("xlink:")
      }
    }
    drawn.children = children.map { child in
      guard case .element(let element) = child else { return child }
      return .element(element.withoutLinks)
    }
    return drawn
  }
}
