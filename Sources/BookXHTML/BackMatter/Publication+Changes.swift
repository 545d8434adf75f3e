import BookModel

extension Publication {
  /// Every changed paragraph by chapter, with a link to it: a proof reader's list.
  func writeChanges(_ title: String, documentExtension: String, to out: inout MarkupWriter) {
    out.element(.section, [.class("changes"), .labelledBy("changes")]) { section in
      section.newline()
      section.element(.h1, [.id("changes")], text: title)
      section.newline()
      for changed in outline.changeList {
        let document = outline.chapters[changed.chapter].document
        section.element(.h2, text: outline.documents[document].fullTitle)
        section.newline()
        section.element(.ul, [.class("changes")]) { list in
          list.newline()
          for passage in changed.passages { write(passage, documentExtension, to: &list) }
        }
        section.newline()
      }
    }
    out.newline()
  }

  private func write(
    _ passage: ChangedChapter.Passage, _ documentExtension: String, to list: inout MarkupWriter
  ) {
    list.element(.li) { item in
      if passage.kind == .gone {
        item.element(.del, text: passage.words)
      } else if let reference = passage.place.flatMap({ reference($0, documentExtension) }) {
        item.element(.a, [.href(reference)], text: passage.words)
      } else {
        item.text(passage.words)
      }
      item.text(" ")
      item.element(
        .span, [.class("change-label")], text: "[\(phrases[passage.kind.phrase])]")
    }
    list.newline()
  }
}
