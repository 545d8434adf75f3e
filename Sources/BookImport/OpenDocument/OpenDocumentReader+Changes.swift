import BookModel
import BookXML

extension OpenDocumentReader {
  mutating func readChanges(_ element: XMLElement) {
    for region in element.elements {
      guard let id = region["text:id"] ?? region["xml:id"] else { continue }
      if let deletion = region.first("text:deletion") { deletions[id] = deletion }
      if region.first("text:insertion") != nil { insertions.insert(id) }
    }
  }

  mutating func readMarker(_ element: XMLElement) {
    guard let id = element["text:change-id"] else { return }
    switch element.name {
    case "text:change-start": if insertions.contains(id) { openInsertions.insert(id) }
    case "text:change-end": openInsertions.remove(id)
    default:
      guard let deletion = deletions[id] else { return }
      let words = deletion.elements.filter { $0.name.hasPrefix("text:") }.map(\.plainText)
        .joined(separator: " ")
      if changes == .accept {
        leaveOut(.deleted, words)
      } else {
        var run = TypedRun(.text(words))
        if changes == .keep { run.look = .struck }
        line.append(run)
        document.guesses.append(Guess(.change, "deleted, kept here: \(words)", place: place))
      }
    }
  }

  mutating func readHeaders(_ root: XMLElement) {
    for page in root.first("office:master-styles")?.elements ?? [] {
      for part in page.elements where part.name.contains("header") || part.name.contains("footer") {
        let words = part.plainText
        if !words.isEmpty { document.leftOut.append(LeftOut(.header, words)) }
      }
    }
  }

  mutating func readProperties() {
    guard let bytes = package.part("meta.xml"),
      let meta = XMLElement.read(bytes, names: Self.names).root?.first("office:meta")
    else { return }
    document.properties.title = meta.first("dc:title")?.text.trimmedBlanks ?? ""
    document.properties.author =
      (meta.first("meta:initial-creator") ?? meta.first("dc:creator"))?.text.trimmedBlanks ?? ""
    document.properties.description = meta.first("dc:description")?.text.trimmedBlanks ?? ""
  }
}
