import BookModel

extension Publication {
  func writeChronology(_ title: String, documentExtension: String, to out: inout MarkupWriter) {
    out.element(
      .section,
      [
        .class("chronology"), .semantics("appendix"), .role("doc-appendix"),
        .labelledBy("chronology"),
      ]
    ) { section in
      section.newline()
      section.element(.h1, [.id("chronology")], text: title)
      section.newline()
      for plate in plates { write(plate, to: &section) }
      for year in book.time.chronology.years where !year.rows.isEmpty {
        write(year, documentExtension, to: &section)
      }
    }
    out.newline()
  }

  private func write(_ plate: DrawnPlate, to out: inout MarkupWriter) {
    out.element(.figure, [Attribute("class", text: plate.kind.rawValue)]) { figure in
      figure.empty(.img, [.src(plate.name), .alt(plate.alternative)])
      figure.element(.figcaption, text: plate.title)
    }
    out.newline()
  }

  private func write(
    _ year: Chronology.Year, _ documentExtension: String, to out: inout MarkupWriter
  ) {
    out.element(.section, [.class("year")]) { section in
      section.newline()
      section.open(.h2)
      if machineDate(EDTF(year.label)) != nil {
        section.element(.time, [.datetime(year.label)], text: year.label)
      } else {
        section.text(year.label)
      }
      if let age = year.age {
        section.text(" ")
        section.element(.span, [.class("age")], text: age)
      }
      section.close()
      section.newline()
      section.element(.ol, [.class("events")]) { list in
        list.newline()
        for row in year.rows { write(row, documentExtension, to: &list) }
      }
      section.newline()
    }
    out.newline()
  }

  private func write(
    _ row: Chronology.Row, _ documentExtension: String, to list: inout MarkupWriter
  ) {
    let events = book.time.events
    let event = events.indices.contains(row.event) ? events[row.event] : nil
    list.element(.li, event?.isWorld == true ? [.class("world")] : []) { item in
      if !row.when.isEmpty {
        item.open(.span, [.class("when")])
        if let datetime = row.datetime {
          item.element(.time, [.datetime(datetime)], text: row.when)
        } else {
          item.text(row.when)
        }
        item.text(row.stop)
        item.close()
        item.text(" ")
      }
      if let place = event?.place, let reference = reference(place, documentExtension) {
        item.element(.a, [.class("locator"), .href(reference)], text: row.text)
      } else {
        item.text(row.text)
      }
    }
    list.newline()
  }

  func reference(_ place: Event.Place, _ documentExtension: String) -> String? {
    guard let place = outline.place(chapter: place.chapter, prose: place.prose) else { return nil }
    var fragment = place.leaf.id
    if let number = place.note {
      fragment = ChapterIDs(book.book.chapters[place.chapter]).reference(number)
    }
    let name = documentName(ofChapter: place.chapter)
    return name + documentExtension + (fragment.isEmpty ? "" : "#" + fragment)
  }

  /// People by relation, without links: Kobo would show what comes later in the book as a note.
  func writeCast(_ title: String, to out: inout MarkupWriter) {
    out.element(.section, [.class("cast"), .labelledBy("cast")]) { section in
      section.newline()
      section.element(.h1, [.id("cast")], text: title)
      section.newline()
      for group in book.people.cast where !group.members.isEmpty {
        if !group.title.isEmpty {
          section.element(.h2, text: group.title)
          section.newline()
        }
        section.element(.dl, [.class("cast")]) { list in
          list.newline()
          for member in group.members where book.people.people.indices.contains(member.person) {
            list.element(.dt, text: book.people.people[member.person].display)
            list.element(.dd, text: member.line)
            list.newline()
          }
        }
        section.newline()
      }
    }
    out.newline()
  }
}
