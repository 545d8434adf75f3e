import BookDiagnostics
import BookModel

extension ChapterRenderer {
  /// The number itself is the link and CSS raises it: a `sup` within the link breaks the pop-up
  /// of Apple Books.
  mutating func noteReference(_ note: Int, to out: inout MarkupWriter) {
    guard chapter.notes.indices.contains(note), chapter.notes[note].number > 0 else { return }
    let number = chapter.notes[note].number
    var attributes: [Attribute] = [
      .class("noteref"), .semantics("noteref"), .role("doc-noteref"),
      .href("#" + ids.note(number)),
    ]
    if referred.insert(number).inserted { attributes.insert(.id(ids.reference(number)), at: 0) }
    out.element(.a, attributes, text: String(number))
  }

  /// The notes that are referred to, each with the way back at its head, where Kindle wants it.
  mutating func writeNotes(to out: inout MarkupWriter) {
    let notes = chapter.notes.filter { $0.number > 0 }.sorted { $0.number < $1.number }
    guard !notes.isEmpty else { return }
    out.comes(from: notes[0].span)
    out.open(
      .section,
      [.class("footnotes"), .semantics("footnotes"), .label(publication.phrases[.notes])])
    out.newline()
    for note in notes {
      out.comes(from: note.span)
      out.open(
        .aside,
        [
          .class("footnote"), .id(ids.note(note.number)), .semantics("footnote"),
          .role("doc-footnote"),
        ])
      out.newline()
      writeNote(note, to: &out)
      out.close()
      out.newline()
    }
    out.close()
    out.newline()
  }

  private mutating func writeNote(_ note: Note, to out: inout MarkupWriter) {
    var rest = note.blocks[...]
    if case .paragraph(let prose) = rest.first?.kind, chapter.prose.indices.contains(prose) {
      let leaf = chapter.prose[prose]
      out.open(.p, (leaf.id.isEmpty ? [] : [.id(leaf.id)]) + classes(nil, of: prose))
      backlink(note.number, to: &out)
      out.text(" ")
      changeLabel(of: prose, to: &out)
      inline(leaf, to: &out)
      out.close()
      out.newline()
      rest = rest.dropFirst()
    } else {
      out.open(.p)
      backlink(note.number, to: &out)
      out.close()
      out.newline()
    }
    blocks(rest, isFresh: false, to: &out)
  }

  private func backlink(_ number: Int, to out: inout MarkupWriter) {
    out.element(
      .a,
      [
        .class("backlink"), .semantics("backlink"), .role("doc-backlink"),
        .href("#" + ids.reference(number)),
        .label("\(number), \(publication.phrases[.backToText])"),
      ], text: String(number))
  }
}
