import BookModel

// EPUB Indexes 1.0 in the form that EPUBCheck accepts with `properties="index"`: the body is the
// index, its section carries the role, and the index-* terms have no roles of their own.
extension Publication {
  func writePeopleIndex(_ title: String, documentExtension: String, to out: inout MarkupWriter) {
    out.element(.section, [.class("index"), .role("doc-index"), .labelledBy("people")]) { section in
      section.newline()
      section.element(.h1, [.id("people")], text: title)
      section.newline()
      section.element(.header, [.semantics("index-headnotes")]) { header in
        header.element(.p, [.class("headnote")], text: headnote)
      }
      section.newline()
      for group in book.people.index.groups {
        let entries = group.entries.filter { hasContent($0) }
        if entries.isEmpty { continue }
        section.element(.section, [.class("index-group"), .semantics("index-group")]) { part in
          part.newline()
          part.element(.h2, text: group.letter)
          part.newline()
          part.element(.ul, [.class("index-entries"), .semantics("index-entry-list")]) { list in
            list.newline()
            for entry in entries { write(entry, documentExtension, to: &list) }
          }
          part.newline()
        }
        section.newline()
      }
    }
    out.newline()
  }

  // Only the signs that the index has are explained.
  private var headnote: String {
    let entries = book.people.index.groups.flatMap(\.entries)
    let locators = entries.flatMap { $0.locators + $0.subentries.flatMap(\.locators) }
    var signs: [Phrasebook.Key] = []
    if locators.contains(where: { $0.note != nil }) { signs.append(.headnoteNote) }
    if locators.contains(where: \.isCaption) { signs.append(.headnoteCaption) }
    if locators.contains(where: \.isPassing) { signs.append(.headnotePassing) }
    return phrases.headnote(.peopleHeadnote, signs)
  }

  /// An entry must lead somewhere (EPUB Indexes 1.0, 2.5).
  private func hasContent(_ entry: PeopleIndex.Entry) -> Bool {
    !entry.locators.isEmpty || entry.subentries.contains { !$0.locators.isEmpty }
      || !known(entry.see).isEmpty
  }

  private func known(_ ids: [String]) -> [PeopleIndex.Entry] {
    ids.compactMap { id in
      for group in book.people.index.groups {
        if let entry = group.entries.first(where: { $0.id == id }) { return entry }
      }
      return nil
    }
  }

  private func write(
    _ entry: PeopleIndex.Entry, _ documentExtension: String, to list: inout MarkupWriter
  ) {
    list.element(
      .li, [.class("index-entry"), .semantics("index-entry"), .id(entry.id)]
    ) { item in
      item.element(
        .span, [.class("index-term"), .semantics("index-term")], text: entry.heading)
      write(entry.locators, documentExtension, to: &item)
      // A *See* and a *See also* never share an entry (EPUB Indexes 1.0, 2.5).
      let isReference = entry.person == nil || (entry.locators.isEmpty && entry.subentries.isEmpty)
      if isReference, !entry.see.isEmpty {
        crossReference(known(entry.see), .see, to: &item)
      } else if !entry.seeAlso.isEmpty {
        crossReference(known(entry.seeAlso), .seeAlso, to: &item)
      }
      let subentries = entry.subentries.filter { !$0.locators.isEmpty }
      if !subentries.isEmpty {
        item.newline()
        item.element(.ul, [.class("index-entries"), .semantics("index-entry-list")]) { inner in
          inner.newline()
          for subentry in subentries { write(subentry, documentExtension, to: &inner) }
        }
        item.newline()
      }
    }
    list.newline()
  }

  private func write(
    _ subentry: PeopleIndex.Subentry, _ documentExtension: String, to list: inout MarkupWriter
  ) {
    list.element(.li, [.class("index-entry"), .semantics("index-entry")]) { item in
      item.element(
        .span, [.class("index-term"), .semantics("index-term")], text: outline.heading(of: subentry)
      )
      write(subentry.locators, documentExtension, to: &item)
    }
    list.newline()
  }

  private func crossReference(
    _ entries: [PeopleIndex.Entry], _ key: Phrasebook.Key, to item: inout MarkupWriter
  ) {
    guard !entries.isEmpty else { return }
    let isPreferred = key == .see
    // "Dizzy. See Smith, Dave": a sentence of its own (CMOS 16.18).
    item.text(". ")
    item.element(
      .span,
      [
        .class("index-xref"),
        isPreferred ? .semantics("index-xref-preferred") : .semantics("index-xref-related"),
      ]
    ) { span in
      span.element(.i, text: phrases.opening(key))
      for (position, entry) in entries.enumerated() {
        span.text(position == 0 ? " " : "; ")
        span.element(
          .a, [.semantics("index-term"), .href("#" + entry.id)], text: entry.heading)
      }
    }
  }

  private func write(
    _ locators: [PeopleIndex.Locator], _ documentExtension: String, to item: inout MarkupWriter
  ) {
    let links = locators.compactMap { LocatorLink($0, in: self, documentExtension) }
    guard !links.isEmpty else { return }
    item.text(", ")
    item.element(.ul, [.class("index-locators"), .semantics("index-locator-list")]) { list in
      for (position, link) in links.enumerated() {
        let isSameChapter = position > 0 && links[position - 1].chapter == link.chapter
        let printed = isSameChapter ? link.shortened : link.printed
        // "5.4–5, 10; 12.6": a semicolon before the next chapter, the style sheet's as well.
        list.element(.li, position > 0 && !isSameChapter ? [.class("next-chapter")] : []) { entry in
          guard let end = link.end else {
            Self.write(link, printed, link.spoken, link.reference, to: &entry)
            return
          }
          // A range holds one link for each of its ends (EPUB Indexes 1.0, 2.5).
          entry.element(.span, [.semantics("index-locator-range")]) { range in
            Self.write(link, printed, link.spoken, link.reference, to: &range)
            range.text("–")
            Self.write(link, end.printed, end.spoken, end.reference, to: &range)
          }
        }
      }
    }
  }

  // Of no publication, which every closure that speaks of it would copy.
  private static func write(
    _ link: LocatorLink, _ printed: String, _ spoken: String, _ reference: String,
    to out: inout MarkupWriter
  ) {
    out.element(
      .a,
      [
        link.isCaption
          ? .class("locator caption")
          : link.isPassing
            ? .class("locator passing") : .class("locator"),
        .semantics("index-locator"), .href(reference), .label(spoken),
      ], text: printed)
  }
}
