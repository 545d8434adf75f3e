import BookDiagnostics
import BookModel
import BookXHTML

extension ElementName {
  static let form = ElementName("form")
  static let input = ElementName("input", isVoid: true)
  static let button = ElementName("button")
  static let object = ElementName("object")
}

extension LiveBook {
  /// A person with every mention in its sentence.
  func personPage(_ index: Int) -> [UInt8] {
    let person = annotated.people.people[index]
    let mentions = annotated.people.mentions.filter { $0.person == index }
    return site.frame(title: person.display, live: frame(chapter: nil)) { out in
      out.element(.h1, text: person.display)
      if let role = person.roles.first {
        out.element(.p, [.class("first")] + site.bookLanguage, text: role)
      }
      out.element(
        .p, [.class("first quiet")],
        text: mentions.count == 1 ? "Named once." : "Named \(mentions.count) times.")
      out.newline()
      out.element(.ol, [.class("places")]) { list in
        for mention in mentions {
          list.element(.li) { item in
            self.place(mention.chapter, mention.prose, mention.range, to: &item)
          }
          list.newline()
        }
      }
    }
  }

  /// A search over the whole book; works without script.
  func searchPage(_ query: String) -> [UInt8] {
    let wanted = query.trimmingSpaces
    let hits = wanted.isEmpty ? [] : search(wanted, limit: 200)
    return site.frame(title: "Search", live: frame(chapter: nil)) { out in
      out.element(.h1, text: "Search")
      out.element(
        .form,
        [
          Attribute("action", "search.html"), Attribute("method", "get"), .role("search"),
          .class("search"),
        ]
      ) { form in
        form.empty(
          .input,
          [
            Attribute("type", "search"), Attribute("name", "q"), .id("q"),
            Attribute("value", text: wanted), .label("Words to find in the book"),
            Attribute("autocomplete", "off"),
          ])
        form.element(.button, [Attribute("type", "submit")], text: "Find")
      }
      out.newline()
      out.element(.section, [.id("results"), Attribute("aria-live", "polite")]) { results in
        if !wanted.isEmpty {
          results.element(
            .p, [.class("first quiet")],
            text: hits.isEmpty
              ? "Nothing was found for “\(wanted)”."
              : hits.count == 200 ? "The first 200 places." : "\(hits.count) places.")
        }
        results.element(.ol, [.class("places")]) { list in
          for hit in hits {
            list.element(.li) { item in
              self.place(hit.chapter, hit.prose, hit.range, to: &item)
            }
            list.newline()
          }
        }
      }
    }
  }

  /// The printed pages, opened at a page (the first is 1), when this bookc can set them.
  package func pagesPage(at number: Int?) -> [UInt8] {
    let address = "book.pdf?v=\(version)"
    return site.frame(title: "Pages", body: "pages", live: frame(chapter: nil)) { out in
      out.element(.h1, text: "Pages")
      out.element(
        .object,
        [
          Attribute("type", "application/pdf"),
          Attribute(
            "data", text: address + "#page=\(number ?? 1)&navpanes=0&pagemode=none&view=FitH"),
          .class("pages"),
          .label("The printed pages of the book"),
        ]
      ) { object in
        object.element(.p, [.class("first")]) { line in
          line.element(.a, [.href(address)], text: "Open the printed pages as a PDF")
        }
      }
    }
  }

  func copyButton(_ words: String, to out: inout MarkupWriter) {
    out.element(
      .button,
      [
        .class("copy"), Attribute("type", "button"), Attribute("data-copy", text: words),
        .title("Copy"),
      ],
      text: words)
  }

  /// A place in the prose: its chapter, and its words with what stands around them.
  private func place(
    _ chapter: Int, _ prose: Int, _ range: Range<Int>, to out: inout MarkupWriter
  ) {
    link(to: chapter, prose, &out)
    out.text(" ")
    out.element(.span, site.bookLanguage) { words in
      self.words(chapter, prose, range, to: &words)
    }
  }

  /// A link to a leaf of prose that says the chapter's title.
  func link(to chapter: Int, _ prose: Int, _ out: inout MarkupWriter) {
    let page = site.pages.first { $0.chapter == chapter }
    let leaf = annotated.book.chapters[chapter].prose[prose]
    out.element(.a, [.href((page?.path ?? "") + "#" + leaf.id)], text: page?.title ?? "")
  }

  /// A range of prose, marked, with what stands around it.
  func words(_ chapter: Int, _ prose: Int, _ range: Range<Int>, to words: inout MarkupWriter) {
    let parsed = annotated.book.chapters[chapter]
    let leaf = parsed.prose[prose]
    let before = parsed.text.wordStart(
      max(leaf.text.lowerBound, range.lowerBound - 90), in: leaf.text.lowerBound..<range.lowerBound)
    let after = parsed.text.wordEnd(
      min(leaf.text.upperBound, range.upperBound + 110), in: range.upperBound..<leaf.text.upperBound
    )
    words.text(
      (before > leaf.text.lowerBound ? "… " : "") + parsed.string(before..<range.lowerBound))
    if !range.isEmpty { words.element(.mark, text: parsed.string(range)) }
    words.text(
      parsed.string(range.upperBound..<after) + (after < leaf.text.upperBound ? " …" : ""))
  }
}

extension [UInt8] {
  /// The first offset from `offset` on where a word begins, else where a scalar does.
  fileprivate func wordStart(_ offset: Int, in range: Range<Int>) -> Int {
    guard offset > range.lowerBound else { return range.lowerBound }
    for at in offset..<Swift.max(offset, range.upperBound) where isSpace(at - 1) { return at }
    return scalarBoundary(offset, upTo: range.upperBound)
  }

  /// The last offset up to `offset` where a word ends, else the next where a scalar does.
  fileprivate func wordEnd(_ offset: Int, in range: Range<Int>) -> Int {
    guard offset < range.upperBound else { return range.upperBound }
    var at = offset
    while at > range.lowerBound {
      if isSpace(at) { return at }
      at -= 1
    }
    return scalarBoundary(offset, upTo: range.upperBound)
  }

  private func isSpace(_ offset: Int) -> Bool { self[offset] == 0x20 || self[offset] == 0x0A }

  private func scalarBoundary(_ offset: Int, upTo end: Int) -> Int {
    var offset = offset
    while offset < end, offset < count, self[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
