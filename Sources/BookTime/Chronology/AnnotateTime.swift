package import BookDiagnostics
import BookLanguage
package import BookModel

/// Finds every date of a book, what happened when, and what there is to judge in it.
package func annotateTime(
  in book: Book, people: PeopleAnnotation, jobs: Int
) async -> Diagnosed<TimeAnnotation> {
  await annotateTime(in: book, people: people, jobs: jobs, reusing: DatedChapters()).annotation
}

/// The same for a book that was annotated before: only chapters that are not as they were are read
/// again.
///
/// What it gives equals what would be found from nothing.
package func annotateTime(
  in book: Book, people: PeopleAnnotation, jobs: Int, reusing earlier: DatedChapters
) async -> (annotation: Diagnosed<TimeAnnotation>, chapters: DatedChapters) {
  annotateTime(
    in: book, people: people, reading: await readTime(in: book, jobs: jobs, reusing: earlier))
}

/// Reads what the words of a book say of time; chapters that are as they were are not read again.
package func readTime(
  in book: Book, jobs: Int, reusing earlier: DatedChapters
) async -> TimeReading {
  let share = book.metadata.chronology.found == .off ? 0 : closeReading(of: book)
  return await timeReading(
    of: book.chapters, language: book.metadata.language, jobs: jobs, reusing: earlier, share: share)
}

/// What follows from a reading of the book's words.
package func annotateTime(
  in book: Book, people: PeopleAnnotation, reading: TimeReading
) -> (annotation: Diagnosed<TimeAnnotation>, chapters: DatedChapters) {
  let chapters = datedChapters(
    book.chapters, language: book.metadata.language, references: dateReferences(book, people),
    reading)
  return (annotated(book, people, chapters), chapters)
}

/// What the dates of the chapters make of the book.
private func annotated(
  _ book: Book, _ people: PeopleAnnotation, _ chapters: DatedChapters
) -> Diagnosed<TimeAnnotation> {
  var annotation = TimeAnnotation()
  let references = dateReferences(book, people)
  let language = book.metadata.language
  let dated = chapters.phrases
  annotation.expressions = chapters.expressions
  var collector = EventCollector(book, people, dated)
  collector.collect()
  let policy = book.metadata.chronology
  let found = FoundEvents(
    in: book, people: people, chapters: chapters, beside: collector.drafts,
    ignoring: collector.ignored)
  let isPrinted = policy.found == .print && found.arePrintable
  // What the author confirmed is printed in any case.
  let ordered = OrderedEvents(
    found.others + found.printed.filter { isPrinted || $0.event.origin == .file },
    people: people)
  annotation.events = planned(ordered.events, book)
  annotation.proposed =
    OrderedEvents(
      found.printed.filter { !isPrinted && $0.event.origin == .found } + found.proposed,
      people: people
    ).events
  annotation.conflicts = ordered.conflicts
  let birth = references.narratorBorn?.edtf?.date?.year.number
  annotation.chronology.years = ChronologyRows(
    language: language, policy: policy, birthYear: birth
  ).rows(ordered)
  if policy.timeline, !annotation.chronology.years.isEmpty {
    let timeline = Timeline(annotation, language: language)
    annotation.chronology.timeline = timeline.whole
    annotation.chronology.timelineSheets = timeline.sheets
  }
  if policy.presence { annotation.chronology.presence = presencePlate(book, people) }
  annotation.facts = TimeFacts(book, dated, references)
  annotation.facts.add(collector.drafts, people)
  return Diagnosed(
    annotation,
    collector.diagnostics + datesThatAreNoEDTF(in: book) + numbersOnly(book, dated)
      + eventsNotFound(book, dated))
}

/// In a thousand words: all of them, of a book that has no more than are read.
private let mostSentences = 300.0
private let mostSentencesOfABook = 500

/// Of how many sentences in a thousand words happenings are read off: enough to choose from, fewer in a
/// long book, since no chronology grows with it.
private func closeReading(of book: Book) -> Double {
  let words = book.chapters.reduce(0) { $0 + $1.wordCount }
  let share = min(
    mostSentences, Double(mostSentencesOfABook * 1000) / Double(max(1, words)))
  // By steps, so that a word more leaves the other chapters as they were read.
  return (share * 4).rounded(.up) / 4
}

/// That figures alone were read, said once at the first of them.
private func numbersOnly(_ book: Book, _ dated: [[DatedPhrase]]) -> [Diagnostic] {
  let language = Language.of(book.metadata.language)
  if language.supports.contains(.dates) { return [] }
  for phrase in dated.joined() {
    if case .marked = phrase.meaning { continue }
    let expression = phrase.expression
    return [
      Diagnostic(
        .datesByNumberOnly, "dates in \(language.name) are read by number only",
        at: book.chapters[expression.chapter].span(expression.range))
    ]
  }
  return []
}

/// That no events were found in the prose although book.yaml asks for them, said once.
private func eventsNotFound(_ book: Book, _ dated: [[DatedPhrase]]) -> [Diagnostic] {
  let language = Language.of(book.metadata.language)
  guard book.metadata.chronology.asksForFound, !language.supports.contains(.events),
    let first = dated.joined().first?.expression
  else { return [] }
  return [
    Diagnostic(
      .eventsNotFound,
      "events in \(language.name) are not found in the prose, only those marked or listed",
      at: book.chapters[first.chapter].span(first.range))
  ]
}

/// What has yet to happen when the chapter that tells it, or else the book, is written.
private func planned(_ events: [Event], _ book: Book) -> [Event] {
  events.map { event in
    var event = event
    let written =
      event.place.flatMap { book.chapters[$0.chapter].header.date } ?? book.metadata.date
    if let day = written?.edtf?.latest, let first = event.earliest, first > day {
      event.isPlanned = true
    }
    return event
  }
}

/// What book.yaml, the chapters' headers and the registry say of day of writing and narrator.
func dateReferences(_ book: Book, _ people: PeopleAnnotation) -> DateReferences {
  let narrator = book.metadata.narrator
  let person = narrator?.person.flatMap { id in people.people.first { $0.id == id } }
  let authors = book.metadata.authors.compactMap {
    $0.name.split(separator: " ").last.map(String.init)
  }
  return DateReferences(
    documentDates: book.chapters.map { $0.header.date }, bookDate: book.metadata.date,
    narratorBorn: narrator?.born ?? person?.born,
    narratorNames: authors + [person?.name.family].compactMap { $0 })
}
