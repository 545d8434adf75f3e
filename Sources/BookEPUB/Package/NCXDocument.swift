import BookModel
import BookXHTML

/// EPUB 2's contents, for readers that know no other (EPUB 3.3, section 5.9.2 calls it legacy).
struct NCXDocument {
  let publication: Publication

  func render() -> [UInt8] {
    let metadata = publication.book.book.metadata
    let pages = publication.pageReferences(".xhtml")
    var out = MarkupWriter(capacity: 16_384)
    out.prologue()
    out.open(
      .ncx,
      [
        Attribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/"), Attribute("version", "2005-1"),
        Attribute("xml:lang", text: metadata.language),
      ])
    out.newline()
    out.element(.head) { head in
      head.newline()
      let facts: [(StaticString, String)] = [
        ("dtb:uid", metadata.identifier),
        ("dtb:depth", String(depth(publication.outline.contents))),
        ("dtb:totalPageCount", String(pages.count)), ("dtb:maxPageNumber", String(pages.count)),
      ]
      for (name, value) in facts {
        head.empty(.meta, [Attribute("name", name), Attribute("content", text: value)])
        head.newline()
      }
    }
    out.newline()
    label(metadata.title, .docTitle, to: &out)
    out.open(.navMap)
    out.newline()
    var order = 0
    list(publication.outline.contents, order: &order, to: &out)
    out.close()
    out.newline()
    pageList(pages, order: &order, to: &out)
    out.close()
    return out.finish().bytes
  }

  private func depth(_ entries: [ContentsEntry]) -> Int {
    entries.isEmpty ? 0 : 1 + (entries.map { depth($0.children) }.max() ?? 0)
  }

  private func label(_ words: String, _ element: ElementName, to out: inout MarkupWriter) {
    out.element(element) { $0.element(.ncxText, text: words) }
    out.newline()
  }

  private func list(_ entries: [ContentsEntry], order: inout Int, to out: inout MarkupWriter) {
    for entry in entries {
      order += 1
      out.open(
        .navPoint, [.id("nav-\(order)"), Attribute("playOrder", text: String(order))])
      out.newline()
      label(entry.label, .navLabel, to: &out)
      out.empty(.content, [.src(publication.reference(entry))])
      out.newline()
      list(entry.children, order: &order, to: &out)
      out.close()
      out.newline()
    }
  }

  private func pageList(
    _ pages: [(label: String, reference: String)], order: inout Int, to out: inout MarkupWriter
  ) {
    guard !pages.isEmpty else { return }
    out.open(.pageList)
    out.newline()
    for page in pages {
      order += 1
      let isNumber = page.label.utf8.allSatisfy { (0x30...0x39).contains($0) }
      var attributes = [
        Attribute.id("nav-\(order)"), Attribute("playOrder", text: String(order)),
        Attribute("type", text: isNumber ? "normal" : "front"),
      ]
      if isNumber { attributes.append(Attribute("value", text: page.label)) }
      out.open(.pageTarget, attributes)
      label(page.label, .navLabel, to: &out)
      out.empty(.content, [.src(page.reference)])
      out.close()
      out.newline()
    }
    out.close()
    out.newline()
  }
}
