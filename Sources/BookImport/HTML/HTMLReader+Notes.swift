import BookXML

extension HTMLReader {
  /// Numbers the elements with an id and the links, in the order of the document.
  mutating func collectTargets(_ element: XMLElement) {
    for child in element.elements {
      order += 1
      if let id = child["id"] ?? child["name"], targets[id] == nil { targets[id] = order }
      if child.name == "a", let target = child["href"], target.hasPrefix("#") {
        let id = String(target.dropFirst())
        if links[id] == nil { links[id] = order }
      }
      collectTargets(child)
    }
  }

  /// Notes are what a link leads to that leads back: Google Docs, Word and e-books write them so.
  mutating func findNotes(_ root: XMLElement) {
    var found: [(id: String, container: XMLElement)] = []
    func walk(_ element: XMLElement, _ parents: [XMLElement]) {
      if let id = element["id"] ?? element["name"], let place = targets[id], let link = links[id],
        link < place, leadsBack(element, from: place)
      {
        if element.name != "a" {
          found.append((id, element))
          return
        }
        let around =
          parents.last { ["li", "aside"].contains($0.name) }
          ?? parents.last { $0.name == "div" && !holdsLink(to: id, $0) }
          ?? parents.last { $0.name == "p" && !holdsLink(to: id, $0) }
        if let around { found.append((id, around)) }
      }
      for child in element.elements { walk(child, parents + [element]) }
    }
    if links.isEmpty { return }
    walk(root, [])
    for (id, container) in found {
      let outer = (blocks, block, line)
      blocks = []
      block = Block()
      line = []
      for child in container.children {
        switch child {
        case .text(let text): add(text, TypedRun(.text("")))
        case .element(let inner):
          if !inner.isBackLinkOnly { read(inner.withoutBackLinks, TypedRun(.text(""))) }
        }
      }
      flush()
      noteElements.append(container)
      noteIDs[id] = document.notes.count
      document.notes.append(blocks)
      (blocks, block, line) = outer
    }
  }

  func holdsLink(to id: String, _ element: XMLElement) -> Bool {
    element.elements.contains {
      $0.name == "a" && $0["href"] == "#" + id || holdsLink(to: id, $0)
    }
  }

  /// Whether a link within leads to something before it, and says no more than a number or a sign.
  func leadsBack(_ element: XMLElement, from place: Int) -> Bool {
    if element.name == "a", element.isBackLinkOnly, let target = element["href"] {
      return targets[String(target.dropFirst())].map { $0 < place } ?? false
    }
    return element.elements.contains { leadsBack($0, from: place) }
  }
}
