import BookLanguage
package import BookDiagnostics
package import BookModel

extension Publication {
  /// The whole XHTML document for a place in reading order; the contents are the package's own.
  package func render(_ document: Int) -> RenderedDocument {
    var out = MarkupWriter(capacity: capacity(document))
    out.prologue()
    out.open(.html, rootAttributes)
    out.newline()
    out.element(.head) { head in
      head.newline()
      head.element(.title, text: outline.documents[document].fullTitle)
      head.newline()
      head.empty(
        .link,
        [Attribute("rel", "stylesheet"), Attribute("type", "text/css"), .href("book.css")])
      head.newline()
    }
    out.newline()
    out.open(.body, bodyAttributes(document))
    out.newline()
    out.open(.main)
    out.newline()
    let content = writeContent(document, documentExtension: ".xhtml", to: &out)
    out.close()
    out.newline()
    out.close()
    out.newline()
    let (bytes, origins) = out.finish()
    return RenderedDocument(
      bytes: bytes, origins: origins, links: content.links, diagnostics: content.diagnostics)
  }

  /// What stands within a document's body, without the frame of a format.
  package func writeContent(
    _ document: Int, documentExtension: String, to out: inout MarkupWriter
  ) -> (links: [WrittenLink], diagnostics: [Diagnostic]) {
    let title = outline.documents[document].title
    switch outline.documents[document].kind {
    case .cover: writeCover(title, to: &out)
    case .halfTitle: writeHalfTitle(title, to: &out)
    case .titlePage: writeTitlePage(title, to: &out)
    case .copyrightPage: writeCopyrightPage(title, to: &out)
    case .contents: break
    case .cast: writeCast(title, to: &out)
    case .part: writePart(title, to: &out)
    case .chapter(let index):
      var renderer = ChapterRenderer(self, chapter: index, documentExtension: documentExtension)
      renderer.write(to: &out)
      return (renderer.links, renderer.diagnostics)
    case .chronology: writeChronology(title, documentExtension: documentExtension, to: &out)
    case .peopleIndex: writePeopleIndex(title, documentExtension: documentExtension, to: &out)
    case .changes: writeChanges(title, documentExtension: documentExtension, to: &out)
    case .colophon: writeColophon(title, to: &out)
    }
    return ([], [])
  }

  /// Namespaces and language, for the root of every XHTML document.
  package var rootAttributes: [Attribute] {
    let language = book.book.metadata.language
    var attributes = [
      Attribute("xmlns", "http://www.w3.org/1999/xhtml"),
      Attribute("xmlns:epub", "http://www.idpf.org/2007/ops"),
      Attribute("lang", text: language), Attribute("xml:lang", text: language),
    ]
    if book.book.metadata.isRightToLeft { attributes.append(Attribute("dir", "rtl")) }
    return attributes
  }

  /// Class and division of the book, for a document's body.
  package func bodyAttributes(_ document: Int) -> [Attribute] {
    switch outline.documents[document].kind {
    case .cover: [.class("cover"), .semantics("cover")]
    case .halfTitle: [.class("halftitle frontmatter"), .semantics("frontmatter")]
    case .titlePage: [.class("titlepage frontmatter"), .semantics("frontmatter")]
    case .copyrightPage: [.class("copyright frontmatter"), .semantics("frontmatter")]
    case .contents: [.class("toc frontmatter"), .semantics("frontmatter")]
    case .cast: [.class("cast frontmatter"), .semantics("frontmatter")]
    case .part: [.class("part"), .semantics("bodymatter")]
    case .chapter(let index): chapterBody(book.book.chapters[index].header)
    case .chronology: [.class("chronology backmatter"), .semantics("backmatter")]
    // EPUB Indexes 1.0, 2.2: the body of an index document is the index.
    case .peopleIndex: [.class("index backmatter"), .semantics("index")]
    case .changes: [.class("changes backmatter"), .semantics("backmatter")]
    case .colophon: [.class("colophon backmatter"), .semantics("backmatter")]
    }
  }

  private func chapterBody(_ header: ChapterHeader) -> [Attribute] {
    switch (header.role, header.matter) {
    case (.dedication, _): [.class("dedication frontmatter"), .semantics("frontmatter")]
    case (.epigraph, .front): [.class("epigraph frontmatter"), .semantics("frontmatter")]
    case (.epigraph, _): [.class("epigraph"), .semantics("bodymatter")]
    case (.colophon, _): [.class("colophon backmatter"), .semantics("backmatter")]
    case (_, .front): [.class("chapter frontmatter"), .semantics("frontmatter")]
    case (_, .back): [.class("chapter backmatter"), .semantics("backmatter")]
    case (_, .body): [.class("chapter"), .semantics("bodymatter")]
    }
  }

  private func capacity(_ document: Int) -> Int {
    guard case .chapter(let index) = outline.documents[document].kind else { return 4096 }
    let chapter = book.book.chapters[index]
    return chapter.text.count + chapter.text.count / 16 + chapter.prose.count * 48 + 4096
  }
}

extension BookMetadata {
  /// True for languages written from right to left.
  package var isRightToLeft: Bool {
    Language.of(language).isRightToLeft
  }
}
