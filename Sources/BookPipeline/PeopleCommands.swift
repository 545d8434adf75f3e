import BookDiagnostics
import BookModel
import BookReports

/// The page with every paragraph that names a person.
package func extractPerson(
  _ id: String, from folder: String, in surroundings: Surroundings
) async throws(BuildFailure) -> [UInt8] {
  let annotated = try await readForPeople(folder, surroundings)
  if let page = personExtract(id, of: annotated) { return page }
  let ids = annotated.people.people.map(\.id)
  throw .usage(
    "people.yaml has no person '\(id)'"
      + (nearestWord(to: id, among: ids).map { "; did you mean '\($0)'?" } ?? ""))
}

/// Everyone named in the book who may be alive, to be asked.
package func listConsent(
  of folder: String, asJSON: Bool, in surroundings: Surroundings
) async throws(BuildFailure) -> [UInt8] {
  let annotated = try await readForPeople(folder, surroundings)
  // The book's own date, not the clock: the same book gives the same list.
  let year = DayNumber(annotated.book.modified / 86_400).civil.year
  return consentLedger(
    livingPeople(in: annotated, year: year), title: annotated.book.metadata.title, asJSON: asJSON)
}

private func readForPeople(
  _ folder: String, _ surroundings: Surroundings
) async throws(BuildFailure) -> AnnotatedBook {
  let compilation = try await compile(bookAt: folder, in: surroundings, withRevision: false)
  guard let annotated = compilation.annotated else {
    throw .usage("'\(folder)' could not be read as a book; `bookc check` says why")
  }
  return annotated
}
