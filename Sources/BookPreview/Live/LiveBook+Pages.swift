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
      if let role = person.roles.first { out.element(.p, [.class("first")], text: role) }
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

  /// Everything that waits for the author.
  func workbenchPage() -> [UInt8] {
    site.frame(title: "Workbench", live: frame(chapter: nil)) { out in
      out.element(.h1, text: "Workbench")
      if faults.diagnostics.isEmpty, annotated.people.ambiguous.isEmpty,
        annotated.people.unregistered.isEmpty, annotated.time.conflicts.isEmpty
      {
        out.element(.p, [.class("first")], text: "Nothing waits for you.")
      }
      self.messages(to: &out)
      self.ambiguousNames(to: &out)
      self.unregisteredNames(to: &out)
      self.conflicts(to: &out)
    }
  }

  private func messages(to out: inout MarkupWriter) {
    guard !faults.diagnostics.isEmpty else { return }
    out.element(.h2, text: "Messages")
    for diagnostic in faults.diagnostics.prefix(500) {
      out.element(
        .section, [.class(diagnostic.severity == .error ? "message error" : "message")]
      ) { section in
        section.element(
          .p, [.class("first")],
          text: "\(diagnostic.severity.rawValue) \(diagnostic.code.id): \(diagnostic.message)")
        if let span = diagnostic.span { self.source(span, to: &section) }
        for note in diagnostic.notes {
          section.element(.p, [.class("first quiet")], text: note.message)
        }
        for fix in diagnostic.fixIts {
          section.element(.p, [.class("first")]) { line in
            line.text(fix.summary + " ")
            self.copyButton(fix.replacement, to: &line)
          }
        }
      }
      out.newline()
    }
  }

  /// The place of a message: the paragraph it concerns, with a link to it, or the line.
  private func source(_ span: SourceSpan, to out: inout MarkupWriter) {
    let place = faults.place(span)
    let label = "\(place.path):\(place.start.line):\(place.start.column)"
    if let chapter = annotated.book.chapters.firstIndex(where: { $0.source == span.file }),
      let prose = annotated.book.chapters[chapter].prose.firstIndex(where: { leaf in
        annotated.book.chapters[chapter].span(leaf.text).range.contains(Int(span.start))
      }), let page = site.pages.first(where: { $0.chapter == chapter })
    {
      let leaf = annotated.book.chapters[chapter].prose[prose]
      out.element(.p, [.class("first")]) { line in
        line.element(.a, [.href(page.path + "#" + leaf.id)], text: label)
      }
      out.element(
        .blockquote, site.bookLanguage,
        text: String(annotated.book.chapters[chapter].string(leaf.text).prefix(400)))
    } else {
      out.element(.p, [.class("first")], text: label)
    }
  }

  private func ambiguousNames(to out: inout MarkupWriter) {
    guard !annotated.people.ambiguous.isEmpty else { return }
    out.element(.h2, text: "Who is meant?")
    for open in annotated.people.ambiguous.prefix(500) {
      let words = annotated.book.chapters[open.chapter].string(open.range)
      out.element(.section, [.class("message")]) { section in
        section.element(.p, [.class("first")]) { line in
          self.place(open.chapter, open.prose, open.range, to: &line)
        }
        section.element(.p, [.class("first")]) { line in
          for candidate in open.candidates {
            let person = self.annotated.people.people[candidate]
            line.text(person.display + " ")
            self.copyButton("[\(words)](person:\(person.id))", to: &line)
            line.text(" ")
          }
          self.copyButton("[\(words)](person:none)", to: &line)
        }
      }
      out.newline()
    }
  }

  private func unregisteredNames(to out: inout MarkupWriter) {
    guard !annotated.people.unregistered.isEmpty else { return }
    out.element(.h2, text: "Not in people.yaml")
    out.element(.ul) { list in
      for name in annotated.people.unregistered.prefix(500) {
        list.element(.li, text: "\(name.text) (\(name.count))")
        list.newline()
      }
    }
    out.element(
      .p, [.class("first quiet")], text: "bookc scan people --write proposes entries for them.")
  }

  private func conflicts(to out: inout MarkupWriter) {
    guard !annotated.time.conflicts.isEmpty else { return }
    out.element(.h2, text: "Dates that cannot all be true")
    for conflict in annotated.time.conflicts {
      out.element(.section, [.class("message error")]) { section in
        section.element(.p, [.class("first")], text: conflict.message)
        for span in conflict.spans { self.source(span, to: &section) }
      }
    }
  }

  /// The printed pages, when this bookc can set them.
  func pagesPage() -> [UInt8] {
    site.frame(title: "Pages", live: frame(chapter: nil)) { out in
      out.element(.h1, text: "Pages")
      out.element(
        .object,
        [
          Attribute("type", "application/pdf"), Attribute("data", text: printedPages),
          .class("pages"),
          .label("The printed pages of the book"),
        ]
      ) { object in
        object.element(.p, [.class("first")]) { line in
          line.element(.a, [.href(printedPages)], text: "Open the printed pages as a PDF")
        }
      }
    }
  }

  /// The printed pages of this state, opened where the last change was.
  private var printedPages: String {
    let place = changed.flatMap { changed in
      site.pages.first { $0.chapter == changed }.map { String($0.path.dropLast(".html".count)) }
    }
    return "book.pdf?v=\(version)" + (place.map { "#nameddest=" + $0 } ?? "")
  }

  private func copyButton(_ words: String, to out: inout MarkupWriter) {
    out.element(
      .button, [.class("copy"), Attribute("type", "button"), Attribute("data-copy", text: words)],
      text: words)
  }

  /// A place in the prose: its chapter, and its words with what stands around them.
  private func place(
    _ chapter: Int, _ prose: Int, _ range: Range<Int>, to out: inout MarkupWriter
  ) {
    let parsed = annotated.book.chapters[chapter]
    let leaf = parsed.prose[prose]
    let page = site.pages.first { $0.chapter == chapter }
    let before = parsed.text.wordStart(
      max(leaf.text.lowerBound, range.lowerBound - 90), in: leaf.text.lowerBound..<range.lowerBound)
    let after = parsed.text.wordEnd(
      min(leaf.text.upperBound, range.upperBound + 110), in: range.upperBound..<leaf.text.upperBound)
    out.element(.a, [.href((page?.path ?? "") + "#" + leaf.id)], text: page?.title ?? "")
    out.text(" ")
    out.element(.span, site.bookLanguage) { words in
      words.text(
        (before > leaf.text.lowerBound ? "… " : "") + parsed.string(before..<range.lowerBound))
      words.element(.mark, text: parsed.string(range))
      words.text(
        parsed.string(range.upperBound..<after) + (after < leaf.text.upperBound ? " …" : ""))
    }
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
