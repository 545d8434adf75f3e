import BookDiagnostics
import BookModel

extension ChapterReader {
  /// What an element is in our own tree where there is something for it.
  func blocks(of element: HTMLElement, _ blocks: [Block], at span: SourceSpan) -> [Block] {
    let isPlain = element.attributes.isEmpty
    switch element.name {
    case "p":
      if blocks.isEmpty { return [] }
      if isPlain, blocks.count == 1, case .words(let index) = blocks[0].kind {
        return [Block(.paragraph(index), span: span)]
      }
      if blocks.allSatisfy(\.isPicture) { return blocks }
    case "h1", "h2", "h3", "h4", "h5", "h6": return blocks
    case "blockquote" where isPlain: return [Block(.quotation(blocks), span: span)]
    case "pre":
      if blocks.count == 1, case .words(let index) = blocks[0].kind,
        prose.prose.indices.contains(index)
      {
        let leaf = prose.prose[index]
        // Kept as an element: its words are prose already and stand in the order of the text.
        return [
          Block(.element(element, [Block(.words(index), span: span)]), span: span)
        ].filter { _ in !leaf.text.isEmpty }
      }
    case "header" where blocks.contains(where: \.holdsHeaderOrFooter),
      "footer" where blocks.contains(where: \.holdsHeaderOrFooter),
      "address" where blocks.contains(where: \.standsInNoAddress):
      var part = element
      part.name = "div"
      return [Block(.element(part, blocks), span: span)]
    case "dl" where !isDefinitionList(blocks):
      var list = element
      list.name = "div"
      return [Block(.element(list, blocks.map(withoutTerm)), span: span)]
    case "figure":
      if let figure = figure(blocks) { return [Block(.figure(figure), span: span)] }
      return [Block(.element(element, withCaptionLast(blocks)), span: span)]
    default: break
    }
    return [Block(.element(element, blocks), span: span)]
  }

  /// Whether terms and what is said of them follow each other: groups of `<dt>` and then `<dd>`, bare or
  /// in a `<div>` each (HTML 4.4.9).
  private func isDefinitionList(_ blocks: [Block]) -> Bool {
    var last = "dd"
    for block in blocks {
      guard case .element(let element, let inner) = block.kind else { return false }
      switch element.name {
      case "dt": last = "dt"
      case "dd":
        if block == blocks.first { return false }
        last = "dd"
      case "div":
        if blocks.contains(where: { $0.elementName != "div" }) || inner.isEmpty
          || !isDefinitionList(inner)
        {
          return false
        }
      default: return false
      }
    }
    return last == "dd" && (blocks.isEmpty || !blocks.allSatisfy { $0.elementName == "dd" })
  }

  /// A term or what is said of one as a plain part of the text.
  private func withoutTerm(_ block: Block) -> Block {
    guard case .element(let element, let inner) = block.kind,
      ["dt", "dd", "div"].contains(element.name)
    else { return block }
    var part = element
    part.name = "div"
    return Block(.element(part, inner.map(withoutTerm)), span: block.span)
  }

  /// What a figure holds with its one caption first or last, as HTML has it (HTML 4.4.12); further
  /// ones are parts of what it shows.
  private func withCaptionLast(_ blocks: [Block]) -> [Block] {
    var result = blocks
    let captions = blocks.indices.filter { blocks[$0].elementName == "figcaption" }
    for extra in captions.dropFirst() {
      guard case .element(_, let inner) = blocks[extra].kind else { continue }
      result[extra].kind = .element(HTMLElement(name: "div"), inner)
    }
    if let caption = captions.first, caption != 0, caption != blocks.count - 1 {
      result.append(result.remove(at: caption))
    }
    return result
  }

  /// A picture and its caption, nil for any other content.
  private func figure(_ blocks: [Block]) -> Figure? {
    guard let first = blocks.first, case .figure(var figure) = first.kind else { return nil }
    if blocks.count == 1 { return figure }
    guard blocks.count == 2, case .element(let element, let inner) = blocks[1].kind,
      element.name == "figcaption", inner.count == 1
    else { return nil }
    switch inner[0].kind {
    case .words(let index), .paragraph(let index): figure.caption = index
    default: return nil
    }
    return figure
  }
}

extension Block {
  /// The name of a raw element, nil for anything else.
  fileprivate var elementName: String? {
    if case .element(let element, _) = kind { element.name } else { nil }
  }

  /// Whether it is, or holds, what neither may hold (HTML 4.3.8 and 4.3.9).
  fileprivate var holdsHeaderOrFooter: Bool {
    within { ["header", "footer"].contains($0.elementName ?? "") }
  }

  /// Whether it is, or holds, what an address may not (HTML 4.3.10).
  fileprivate var standsInNoAddress: Bool {
    within { block in
      if case .heading = block.kind { return true }
      return ["address", "article", "aside", "footer", "header", "section"]
        .contains(block.elementName ?? "")
    }
  }

  /// Whether something is so of it or of a block in it.
  private func within(_ isSo: (Block) -> Bool) -> Bool {
    if isSo(self) { return true }
    return switch kind {
    case .element(_, let inner), .quotation(let inner): inner.contains { $0.within(isSo) }
    case .division(let division): division.blocks.contains { $0.within(isSo) }
    case .list(let list): list.items.contains { $0.contains { $0.within(isSo) } }
    default: false
    }
  }

  /// Whether it is a picture or several side by side, which no paragraph may hold.
  fileprivate var isPicture: Bool {
    switch kind {
    case .figure: true
    case .division(let division): division.kind == .gallery
    default: false
    }
  }
}
