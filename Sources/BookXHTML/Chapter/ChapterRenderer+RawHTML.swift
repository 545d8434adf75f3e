import BookDiagnostics
import BookModel

extension ChapterRenderer {
  /// A raw block element with what it holds; an element that has no meaning leaves its content.
  mutating func rawBlock(
    _ element: HTMLElement, _ inner: [Block], at span: SourceSpan, to out: inout MarkupWriter
  ) {
    let isOpen = openElement(element, at: span, isContinued: false, to: &out)
    if case .words(let prose) = inner.first?.kind, inner.count == 1,
      chapter.prose.indices.contains(prose)
    {
      rawWords(chapter.prose[prose], to: &out)
    } else if !inner.isEmpty {
      out.newline()
      blocks(inner, isFresh: true, to: &out)
    }
    if isOpen { out.close() }
  }

  /// Words right within a raw element: the element's own id stays, so theirs needs a place.
  private mutating func rawWords(_ leaf: Prose, to out: inout MarkupWriter) {
    out.open(.span, leaf.id.isEmpty ? [] : [.id(leaf.id)])
    inline(leaf, to: &out)
    out.close()
  }

  /// Opens a raw element if a book may hold it, and says whether it did; void ones are complete.
  mutating func openElement(
    _ element: HTMLElement, at span: SourceSpan, isContinued: Bool, to out: inout MarkupWriter
  ) -> Bool {
    let name: ElementName
    switch RawHTML.verdict(element.name) {
    case .allowed(let allowed): name = allowed
    case .dropped:
      diagnostics.append(
        Diagnostic(
          .elementDropped, "element '<\(element.name)>' has no meaning in a book and was left out",
          at: span))
      return false
    case .forbidden:
      diagnostics.append(
        Diagnostic(
          .elementForbidden, "element '<\(element.name)>' may not stand in a book", at: span))
      return false
    }
    if element.name == "img" {
      rawImage(element, at: span, to: &out)
      return false
    }
    let attributes = attributes(of: element, at: span, isContinued: isContinued)
    if element.name == "a", attributes.isEmpty { return false }
    if name.isVoid {
      out.empty(name, attributes)
      return false
    }
    out.open(name, attributes)
    return true
  }

  private mutating func attributes(
    of element: HTMLElement, at span: SourceSpan, isContinued: Bool
  ) -> [Attribute] {
    var result: [Attribute] = []
    var seen: Set<String> = []
    for attribute in element.attributes where seen.insert(attribute.name).inserted {
      if attribute.name.hasPrefix("on") {
        diagnostics.append(
          Diagnostic(
            .eventHandler, "attribute '\(attribute.name)' runs code, which no book may do", at: span))
      } else if attribute.name == "href", element.name == "a" {
        if let reference = reference(attribute.value, at: span) { result.append(.href(reference)) }
      } else if let known = RawHTML.attribute(
        attribute.name, value: attribute.value, on: element.name)
      {
        if attribute.name == "id" {
          // Spaces in an id and a second element with it are no id (HTML 5.2, 3.2.5).
          if isContinued || attribute.value.isEmpty { continue }
        }
        result += known
      } else {
        diagnostics.append(
          Diagnostic(
            .attributeDropped,
            "attribute '\(attribute.name)' of '<\(element.name)>' has no meaning in a book and was left out",
            at: span))
      }
    }
    return result
  }

  private mutating func rawImage(
    _ element: HTMLElement, at span: SourceSpan, to out: inout MarkupWriter
  ) {
    let path = element.attributes.first { $0.name == "src" }?.value ?? ""
    let words = element.attributes.first { $0.name == "alt" }?.value ?? ""
    guard let published = publication.book.book.publicationImage(
      Book.percentDecoded(path), from: index)
    else {
      diagnostics.append(
        Diagnostic(.rawImageMissing, "image '\(path)' is not in the book", at: span))
      return
    }
    var own = element
    own.attributes.removeAll { $0.name == "src" || $0.name == "alt" }
    var attributes: [Attribute] = [.src(published.name), .alt(words)]
    if words.isEmpty { attributes.append(.role("presentation")) }
    attributes += self.attributes(of: own, at: span, isContinued: false)
    out.empty(.img, attributes)
  }
}
