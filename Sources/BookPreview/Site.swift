package import BookDiagnostics
import BookLanguage
package import BookModel
import BookXHTML

/// The pages of a book's site and the way from one to the next.
package struct Site: Sendable {
  /// In reading order; the first is `index.html`.
  package let pages: [Page]
  private let publication: Publication
  private let ornament: String?
  private let cover: CoverDesign

  /// One page.
  package struct Page: Sendable, Equatable {
    /// Below the site's folder: `chapter-03.html`.
    package var path: String
    /// As the browser's tab and the links to it call it.
    package var title: String
    /// Index into `Book.chapters` when the page is a chapter.
    package var chapter: Int?
    /// Index into the publication's documents.
    var document: Int
  }

  /// The site of a book; a live one links names to the pages of their people; `pageStarts` are
  /// those of the printed pages, if there are any.
  package init(
    _ outline: Outline, theme: Theme, isLive: Bool = false, pageStarts: [PageStart] = []
  ) {
    ornament = theme.titleOrnament
    cover = theme.coverDesign
    let publication = Publication(
      outline, ornament: ornament, linksNames: isLive,
      linksFirstMentions: !isLive && theme.linksFirstMentions,
      pageStarts: pageStarts)
    self.publication = publication
    pages = publication.outline.documents.indices.compactMap { index in
      let document = publication.outline.documents[index]
      switch document.kind {
      // The first page is title page and contents in one.
      case .cover, .halfTitle, .contents: return nil
      case .titlePage:
        return Page(
          path: "index.html", title: document.fullTitle, chapter: nil, document: index)
      case .chapter(let chapter):
        return Page(
          path: document.name + ".html", title: publication.outline.documents[index].fullTitle,
          chapter: chapter, document: index)
      case .copyrightPage, .cast, .part, .chronology, .peopleIndex, .changes, .colophon:
        return Page(
          path: document.name + ".html", title: document.title, chapter: nil, document: index)
      }
    }
  }

  /// Every picture the pages show.
  package var pictures: [Artifact] {
    let book = publication.book.book
    var pictures = book.images.map { Artifact(path: $0.name, bytes: $0.bytes) }
    pictures += publication.plates.map { Artifact(path: $0.name, bytes: Array($0.svg.utf8)) }
    let name = publication.coverImageName
    if !book.images.contains(where: { $0.name == name }) {
      pictures.append(
        Artifact(path: name, bytes: CoverDrawing(book.metadata, design: cover).svg()))
    }
    return pictures
  }

  /// A page as HTML; a live one has its tools above it.
  package func render(
    _ page: Page, live: LiveFrame? = nil
  ) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    // The first page is title page and contents in one.
    let isFirst = page.path == "index.html"
    var diagnostics: [Diagnostic] = []
    let bytes = document(
      title: page.title, current: page,
      body: isFirst ? [.class("titlepage toc")] : publication.bodyAttributes(page.document),
      live: live
    ) { out in
      if isFirst, let cover = publication.outline.documents.firstIndex(where: { $0.kind == .cover })
      {
        diagnostics =
          publication.writeContent(cover, documentExtension: ".html", to: &out).diagnostics
      }
      diagnostics +=
        publication.writeContent(page.document, documentExtension: ".html", to: &out).diagnostics
      if isFirst { contents(live, to: &out) }
      pager(page, to: &out)
    }
    return (bytes, diagnostics)
  }

  /// A page that is not of the book, such as a search, in the same frame.
  func frame(
    title: String, body: StaticString = "tool", live: LiveFrame,
    _ content: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    document(
      title: title, current: nil, body: [.class(body)], main: toolLanguage, live: live, content)
  }

  /// The tools speak English, whatever the book does.
  private var toolLanguage: [Attribute] {
    bookLanguage.isEmpty
      ? [] : [Attribute("lang", text: Language.ofMessages), Attribute("dir", "ltr")]
  }

  /// For words of the book among those of the tools; empty where both are English.
  var bookLanguage: [Attribute] {
    let metadata = publication.book.book.metadata
    if Language.isOfMessages(metadata.language) { return [] }
    return [
      Attribute("lang", text: metadata.language),
      metadata.isRightToLeft ? Attribute("dir", "rtl") : Attribute("dir", "ltr"),
    ]
  }

  private func document(
    title: String, current: Page?, body: [Attribute], main: [Attribute] = [], live: LiveFrame?,
    _ content: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    var out = MarkupWriter(isXML: false, capacity: 65_536)
    out.prologue()
    let version = live.map { [Attribute("data-version", text: String($0.version))] } ?? []
    out.open(.html, publication.rootAttributes + version)
    out.newline()
    head(title, live, to: &out)
    out.open(.body, body)
    out.newline()
    out.element(
      .a, [.class("skip"), .href("#text")], text: publication.phrases[.skipToText])
    out.newline()
    side(current, to: &out)
    if let live {
      out.open(.div, [.class("column")])
      out.newline()
      tools(live, current: current, title: title, to: &out)
    }
    out.open(.main, [.class("book"), .id("text")] + main)
    out.newline()
    content(&out)
    out.close()
    out.newline()
    return out.finish().bytes
  }

  /// The way to the preview's own pages, and what is wrong right now.
  private func tools(
    _ live: LiveFrame, current: Page?, title: String, to out: inout MarkupWriter
  ) {
    out.element(.nav, [.class("live"), .label("Preview")] + toolLanguage) { nav in
      let links: [(path: String, words: String, key: StaticString)] = [
        ("index.html", "Contents", "c"), ("search.html", "Search", "/"),
        ("workbench.html", "Workbench", "w"), ("pages.html", "Pages", "g"),
      ]
      for link in links {
        let isCurrent = current?.path == link.path || current == nil && title == link.words
        nav.element(
          .a, [.href(link.path)] + .key(link.key) + (isCurrent ? [.currentPage] : [])
        ) { words in
          words.text(link.words)
          if link.path == "workbench.html", live.waiting > 0 {
            words.element(.b, [.label("\(live.waiting) waiting")], text: String(live.waiting))
          }
        }
      }
      let button = Attribute("type", "button")
      nav.element(
        .button, [button, Attribute("data-act", "side")] + .key("s"), text: "Side bar")
      nav.element(
        .button, [button, Attribute("data-act", "theme")] + .key("t"), text: "Colours")
      nav.element(.span, [.class("counts")], text: live.counts.joined(separator: " · "))
    }
    out.newline()
    out.element(.div, [.class("trouble-place"), Attribute("aria-live", "polite")]) { place in
      guard !live.trouble.isEmpty else { return }
      place.element(.div, [.class("trouble")] + toolLanguage) { box in
        box.element(.p) { words in
          words.element(.strong, text: "This is the book as it was before the last change.")
        }
        for line in live.trouble { box.element(.p, text: line) }
      }
    }
    out.newline()
  }

  private func head(_ page: String, _ live: LiveFrame?, to out: inout MarkupWriter) {
    let title = publication.book.book.metadata.title
    out.element(.head) { head in
      head.newline()
      head.empty(.meta, [Attribute("charset", "utf-8")])
      head.newline()
      head.empty(
        .meta,
        [
          Attribute("name", "viewport"),
          Attribute("content", "width=device-width, initial-scale=1"),
        ])
      head.newline()
      head.element(.title, text: page == title ? title : "\(page) · \(title)")
      head.newline()
      let style = live.map { "preview.css?" + $0.style } ?? "preview.css"
      head.empty(.link, [Attribute("rel", "stylesheet"), .href(style)])
      head.newline()
      if live != nil {
        head.empty(.link, [Attribute("rel", "icon"), .href("data:,")])
        head.newline()
        head.empty(.link, [Attribute("rel", "stylesheet"), .href("live.css")])
        head.newline()
        head.element(.script, [.src("early.js")]) { _ in }
        head.newline()
        head.element(.script, [.src("live.js"), Attribute("defer", "defer")]) { _ in }
        head.newline()
      }
    }
    out.newline()
  }

  /// The contents beside every page.
  private func side(_ page: Page?, to out: inout MarkupWriter) {
    out.element(.nav, [.class("side"), .label(publication.phrases[.contents])]) { nav in
      nav.newline()
      nav.element(.p, [.class("title")]) { title in
        title.element(
          .a, [.href("index.html")] + (page?.path == "index.html" ? [.currentPage] : []),
          text: publication.book.book.metadata.title)
      }
      nav.newline()
      list(publication.outline.contents, current: page, depth: 0, to: &nav)
    }
    out.newline()
  }

  private func contents(_ live: LiveFrame?, to out: inout MarkupWriter) {
    out.element(.section, [.labelledBy("contents")]) { nav in
      nav.newline()
      nav.element(.h2, [.id("contents")], text: publication.phrases[.contents])
      nav.newline()
      list(publication.outline.contents, current: nil, depth: 0, words: live?.words ?? [], to: &nav)
    }
    out.newline()
  }

  /// Parts and chapters; the sections of a chapter only while it is open.
  ///
  /// `words` are the lengths of the chapters, where they are to be shown.
  private func list(
    _ entries: [ContentsEntry], current: Page?, depth: Int, words: [Int] = [],
    to out: inout MarkupWriter
  ) {
    out.element(.ol) { list in
      list.newline()
      for entry in entries {
        let document = publication.outline.documents[entry.document]
        let isCurrent = entry.document == current?.document && entry.fragment == nil
        let fragment = entry.fragment.map { "#" + $0 } ?? ""
        list.element(.li) { item in
          item.element(
            .a,
            [.href(document.name + ".html" + fragment)] + (isCurrent ? [.currentPage] : []),
            text: entry.label)
          if case .chapter(let chapter) = document.kind, entry.fragment == nil,
            words.indices.contains(chapter)
          {
            item.element(
              .span, [.class("count")] + toolLanguage, text: grouped(words[chapter]) + " words")
          }
          let hasSections = entry.children.first?.fragment != nil
          if !entry.children.isEmpty, !hasSections || isCurrent, depth < 8 {
            self.list(
              entry.children, current: current, depth: depth + 1, words: words, to: &item)
          }
        }
        list.newline()
      }
    }
    out.newline()
  }

  /// The pages before and after.
  private func pager(_ page: Page, to out: inout MarkupWriter) {
    guard let place = pages.firstIndex(of: page), pages.count > 1 else { return }
    let phrases = publication.phrases
    out.element(
      .nav, [.class("pager"), .label("\(phrases[.previous]), \(phrases[.next])")]
    ) { nav in
      nav.newline()
      if place > 0 {
        nav.element(
          .a, [Attribute("rel", "prev"), .href(pages[place - 1].path)],
          text: "← " + pages[place - 1].title)
        nav.newline()
      }
      if place + 1 < pages.count {
        nav.element(
          .a, [Attribute("rel", "next"), .href(pages[place + 1].path)],
          text: pages[place + 1].title + " →")
        nav.newline()
      }
    }
    out.newline()
  }
}

extension Attribute {
  /// On the link to the page that is shown.
  fileprivate static let currentPage = Attribute("aria-current", "page")
}

extension [Attribute] {
  /// The key that does what the element does; the preview's script reads it here.
  fileprivate static func key(_ key: StaticString) -> [Attribute] {
    [Attribute("aria-keyshortcuts", key), .title("Key: \(key)")]
  }
}
