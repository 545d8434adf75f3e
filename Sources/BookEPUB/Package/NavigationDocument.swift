import BookModel
import BookXHTML

/// The navigation document, EPUB 3.3 section 7: contents for the reader, landmarks and pages for
/// the reading system.
///
/// It stands in the spine as the book's contents page.
struct NavigationDocument {
  let publication: Publication

  func render() -> [UInt8] {
    var out = MarkupWriter(capacity: 16_384)
    out.prologue()
    out.open(.html, publication.rootAttributes)
    out.newline()
    let position = publication.outline.documents.firstIndex { $0.kind == .contents } ?? 0
    out.element(.head) { head in
      head.newline()
      head.element(.title, text: publication.outline.documents[position].fullTitle)
      head.newline()
      head.empty(
        .link,
        [Attribute("rel", "stylesheet"), Attribute("type", "text/css"), .href("book.css")])
      head.newline()
    }
    out.newline()
    out.open(.body, publication.bodyAttributes(position))
    out.newline()
    out.open(.main)
    out.newline()
    contents(publication.outline.documents[position].title, to: &out)
    landmarks(&out)
    pageList(&out)
    out.close()
    out.newline()
    out.close()
    out.newline()
    return out.finish().bytes
  }

  private func contents(_ title: String, to out: inout MarkupWriter) {
    out.element(
      .nav, [.semantics("toc"), .role("doc-toc"), .id("toc"), .labelledBy("toc-title")]
    ) { nav in
      nav.newline()
      nav.element(.h1, [.id("toc-title")], text: title)
      nav.newline()
      list(publication.outline.contents, to: &nav)
    }
    out.newline()
  }

  private func list(_ entries: [ContentsEntry], to out: inout MarkupWriter) {
    guard !entries.isEmpty else { return }
    out.element(.ol) { list in
      list.newline()
      for entry in entries {
        list.element(.li) { item in
          item.element(.a, [.href(publication.reference(entry))], text: entry.label)
          if !entry.children.isEmpty {
            item.newline()
            self.list(entry.children, to: &item)
          }
        }
        list.newline()
      }
    }
    out.newline()
  }

  /// One term to an entry: Apple Books passes over an entry with two.
  private func landmarks(_ out: inout MarkupWriter) {
    out.element(
      .nav,
      [
        .semantics("landmarks"), .id("landmarks"), .label(publication.phrases[.landmarks]),
        Attribute("hidden", "hidden"),
      ]
    ) { nav in
      nav.newline()
      nav.element(.ol) { list in
        list.newline()
        for (position, document) in publication.outline.documents.enumerated() {
          let term: StaticString
          var title = document.title
          switch document.kind {
          case .cover: term = "cover"
          case .titlePage: term = "titlepage"
          case .contents: term = "toc"
          case .peopleIndex: term = "index"
          default:
            guard position == publication.outline.start else { continue }
            term = "bodymatter"
            title = publication.phrases[.startReading]
          }
          list.element(.li) { item in
            item.element(
              .a, [.semantics(term), .href(document.name + ".xhtml")], text: title)
          }
          list.newline()
        }
      }
      nav.newline()
    }
    out.newline()
  }

  private func pageList(_ out: inout MarkupWriter) {
    let pages = publication.pageReferences(".xhtml")
    guard !pages.isEmpty else { return }
    out.element(
      .nav,
      [
        .semantics("page-list"), .role("doc-pagelist"), .id("page-list"),
        .label(publication.phrases[.pageList]), Attribute("hidden", "hidden"),
      ]
    ) { nav in
      nav.newline()
      nav.element(.ol) { list in
        list.newline()
        for page in pages {
          list.element(.li) { $0.element(.a, [.href(page.reference)], text: page.label) }
          list.newline()
        }
      }
      nav.newline()
    }
    out.newline()
  }
}

extension Publication {
  /// Where a line of the contents leads.
  func reference(_ entry: ContentsEntry) -> String {
    let name = outline.documents[entry.document].name + ".xhtml"
    return entry.fragment.map { name + "#" + $0 } ?? name
  }
}
