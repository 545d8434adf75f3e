import BookModel

extension Publication {
  /// The cover alone: Kobo shows nothing else from this document.
  func writeCover(_ title: String, to out: inout MarkupWriter) {
    let metadata = book.book.metadata
    var words = metadata.cover?.alternative ?? ""
    if words.isEmpty || metadata.cover.flatMap(book.book.coverImage) == nil {
      words = ([phrases[.coverOf] + " " + metadata.title] + metadata.authors.map(\.name))
        .joined(separator: ", ")
    }
    out.element(.section, [.class("cover"), .label(title)]) { section in
      section.empty(.img, [.src(coverImageName), .alt(words), .role("doc-cover")])
    }
    out.newline()
  }

  func writeHalfTitle(_ title: String, to out: inout MarkupWriter) {
    out.element(
      .section,
      [.class("halftitle"), .semantics("halftitlepage"), .label(title)]
    ) { section in
      section.element(
        .p, [.class("title"), .role("heading"), Attribute("aria-level", "1")],
        text: book.book.metadata.title)
    }
    out.newline()
  }

  func writeTitlePage(_ title: String, to out: inout MarkupWriter) {
    let metadata = book.book.metadata
    out.element(
      .section, [.class("titlepage"), .semantics("titlepage"), .label(title)]
    ) { section in
      section.newline()
      section.element(.h1, [.class("title")], text: metadata.title)
      section.newline()
      if let subtitle = metadata.subtitle {
        section.element(.p, [.class("subtitle")], text: subtitle)
        section.newline()
      }
      for author in metadata.authors {
        section.element(.p, [.class("author")], text: author.name)
        section.newline()
      }
      for helper in metadata.contributors where helper.role != "aut" {
        section.element(.p, [.class("contributor")], text: helper.name)
        section.newline()
      }
      if let ornament {
        section.element(.p, [.class("ornament"), Attribute("aria-hidden", "true")], text: ornament)
        section.newline()
      }
      if let publisher = metadata.publisher {
        section.element(.p, [.class("publisher")], text: publisher)
        section.newline()
      }
    }
    out.newline()
  }

  func writeCopyrightPage(_ title: String, to out: inout MarkupWriter) {
    let metadata = book.book.metadata
    out.element(
      .section,
      [.class("copyright"), .semantics("copyright-page"), .label(title)]
    ) { section in
      section.newline()
      var lines = [metadata.title + (metadata.subtitle.map { ": " + $0 } ?? "")]
      if let rights = metadata.rights {
        lines.append(rights)
      } else if let year = metadata.date?.text.prefix(4), !metadata.authors.isEmpty {
        let names = metadata.authors.map(\.name).joined(separator: ", ")
        lines.append("© \(year) \(names)")
      }
      if let publisher = metadata.publisher {
        let date = metadata.date.map { ", " + $0.text } ?? ""
        lines.append("\(phrases[.published]) \(publisher)\(date)")
      } else if let date = metadata.date?.text {
        lines.append(date)
      }
      if let isbn = metadata.isbn { lines.append("\(phrases[.isbn]) \(isbn)") }
      for line in lines {
        section.element(.p, text: line)
        section.newline()
      }
    }
    out.newline()
  }

  func writePart(_ title: String, to out: inout MarkupWriter) {
    out.element(.section, [.class("part"), .semantics("part"), .role("doc-part")]) { section in
      section.element(.h1, text: title)
    }
    out.newline()
  }

  func writeColophon(_ title: String, to out: inout MarkupWriter) {
    out.element(
      .section,
      [.class("colophon"), .semantics("colophon"), .role("doc-colophon"), .labelledBy("colophon")]
    ) { section in
      section.newline()
      section.element(.h1, [.id("colophon")], text: title)
      section.newline()
      section.element(.p, text: outline.colophon.edition)
      section.newline()
      if let revision = outline.colophon.revision {
        section.element(.p, [.class("revision")], text: revision)
        section.newline()
      }
    }
    out.newline()
  }
}
