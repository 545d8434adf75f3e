import BookLanguage
package import BookModel

// BookOutline: what stands where in the book, and what it is called.
// In: the annotated book, and what was changed in it. Out: the Outline that every output reads.
// It decides no page, no file format and no look.

/// The outline of a book; `changes` are those since the revision that `--since` names.
///
/// Chapters are not copied: the outline holds the book it was made from.
package func outline(of book: AnnotatedBook, changes: [ProseChange] = []) -> Outline {
  let phrases = Language.of(book.book.metadata.language).phrases
  var order = ReadingOrder(book, changes: changes, phrases: phrases)
  order.lay()
  return Outline(
    book: book, phrases: phrases, documents: order.documents, contents: order.contents,
    chapters: order.chapters, start: order.start ?? order.chapters.first?.document ?? 0,
    bodyStart: order.bodyStart ?? order.documents.count,
    plates: plates(of: book.time.chronology, phrases), changes: changes,
    changeList: changeList(changes, in: book.book),
    colophon: Outline.Colophon(
      edition: phrases[.edition],
      revision: book.book.revision.map { "\(phrases[.revision]) \($0)" }))
}

private func plates(of chronology: Chronology, _ phrases: Phrasebook) -> [OutlinePlate] {
  var plates: [OutlinePlate] = []
  if let plate = chronology.timeline {
    let sheets = chronology.timelineSheets
    plates.append(
      OutlinePlate(
        kind: .timeline, title: phrases[.timeline], whole: plate,
        sheets: sheets.isEmpty ? [plate] : sheets))
  }
  if let plate = chronology.presence {
    plates.append(
      OutlinePlate(kind: .presence, title: phrases[.presence], whole: plate, sheets: [plate]))
  }
  return plates
}
