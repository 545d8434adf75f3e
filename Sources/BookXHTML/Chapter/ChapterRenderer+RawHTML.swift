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

  /// Opens a raw element that a book may hold, and says whether it did; void ones are complete.
  ///
  /// What a book may not hold was reported when the Markdown was read.
  mutating func openElement(
    _ element: HTMLElement, at span: SourceSpan, isContinued: Bool, to out: inout MarkupWriter
  ) -> Bool {
    guard let name = RawHTML.element(element.name) else { return false }
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
      if attribute.name == "href" {
        if element.name == "a", let reference = reference(attribute.value, at: span) {
          result.append(.href(reference))
        }
      } else if attribute.name == "id", isContinued || attribute.value.isEmpty {
        continue
      } else {
        result += RawHTML.attribute(attribute.name, value: attribute.value, on: element.name)
      }
    }
    return result
  }
}
