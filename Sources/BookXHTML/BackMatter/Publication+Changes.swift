import BookModel

extension Publication {
  /// Every changed paragraph by chapter, with a link to it: a proof reader's list.
  func writeChanges(documentExtension: String, to out: inout MarkupWriter) {
    out.element(.section, [.class("changes"), .labelledBy("changes")]) { section in
      section.newline()
      section.element(.h1, [.id("changes")], text: phrases[.changes])
      section.newline()
      for (chapter, document) in documentOfChapter.enumerated() {
        let changes = book.changes.filter { $0.chapter == chapter }
        if changes.isEmpty { continue }
        section.element(.h2, text: documentTitle(document))
        section.newline()
        section.element(.ul, [.class("changes")]) { list in
          list.newline()
          for change in changes { write(change, documentExtension, to: &list) }
        }
        section.newline()
      }
    }
    out.newline()
  }

  private func write(
    _ change: ProseChange, _ documentExtension: String, to list: inout MarkupWriter
  ) {
    if change.kind == .gone {
      list.element(.li) { item in
        item.element(.del, text: shortened(change.words))
        item.text(" ")
        item.element(.span, [.class("change-label")], text: "[\(phrases[change.kind.phrase])]")
      }
      list.newline()
      return
    }
    let chapter = book.book.chapters[change.chapter]
    guard chapter.prose.indices.contains(change.prose) else { return }
    let leaf = chapter.prose[change.prose]
    list.element(.li) { item in
      if let reference = reference(
        Event.Place(chapter: change.chapter, prose: change.prose, range: leaf.text),
        documentExtension)
      {
        item.element(.a, [.href(reference)], text: firstWords(of: leaf, in: chapter))
      } else {
        item.text(firstWords(of: leaf, in: chapter))
      }
      item.text(" ")
      item.element(.span, [.class("change-label")], text: "[\(phrases[change.kind.phrase])]")
    }
    list.newline()
  }

  private func firstWords(of leaf: Prose, in chapter: ParsedChapter) -> String {
    shortened(String(decoding: chapter.text[leaf.text].prefix(400), as: UTF8.self))
  }

  private func shortened(_ text: String) -> String {
    let some = String(decoding: text.utf8.prefix(120), as: UTF8.self)
    let words = some.split { $0 == " " || $0 == "\n" }
    let first = words.prefix(10).joined(separator: " ").replacing("\u{FFFD}", with: "")
    return words.count > 10 || text.utf8.count > 120 ? first + " …" : first
  }
}
