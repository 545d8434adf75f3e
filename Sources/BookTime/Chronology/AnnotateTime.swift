package import BookDiagnostics
package import BookModel

/// Finds every date of a book, what happened when, and what cannot be true.
package func annotateTime(
  in book: Book, people: PeopleAnnotation, jobs: Int
) async -> Diagnosed<TimeAnnotation> {
  var annotation = TimeAnnotation()
  let dated = await datedChapters(
    book.chapters, language: book.metadata.language, references: dateReferences(book, people),
    jobs: jobs)
  annotation.expressions = dated.flatMap { $0.map(\.expression) }
  return Diagnosed(annotation)
}

/// What book.yaml, the chapters' headers and the registry say of day of writing and narrator.
func dateReferences(_ book: Book, _ people: PeopleAnnotation) -> DateReferences {
  let narrator = book.metadata.narrator
  let person = narrator?.person.flatMap { id in people.people.first { $0.id == id } }
  let authors = book.metadata.authors.compactMap { $0.name.split(separator: " ").last.map(String.init) }
  return DateReferences(
    documentDates: book.chapters.map { $0.header.date },
    narratorBorn: narrator?.born ?? person?.born,
    narratorNames: authors + [person?.name.family].compactMap { $0 })
}
