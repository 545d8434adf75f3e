import BookDiagnostics
import BookModel

/// Events that cannot be as they are told: people not yet born, one event on two dates.
func eventRemarks(_ drafts: [EventDraft], _ people: PeopleAnnotation) -> [Diagnostic] {
  var remarks: [Diagnostic] = []
  var first: [String: EventDraft] = [:]
  for draft in drafts {
    for person in draft.event.people {
      if let remark = lifeRemark(draft, people.people[person]) { remarks.append(remark) }
    }
    let id = draft.baseID
    if let earlier = first[id] {
      if let remark = twiceRemark(earlier, draft) { remarks.append(remark) }
    } else {
      first[id] = draft
    }
    if let remark = winterRemark(draft) { remarks.append(remark) }
  }
  return remarks
}

/// Whether the lives of an event's people leave room for it.
func livesAllow(_ event: Event, _ person: Person) -> Bool {
  let born = person.born?.edtf?.widest.earliest
  let died = person.died?.edtf?.widest.latest
  if let born, let last = event.latest, last < born { return false }
  if let died, let first = event.earliest, first > died { return false }
  return true
}

private func lifeRemark(_ draft: EventDraft, _ person: Person) -> Diagnostic? {
  let event = draft.event
  guard !livesAllow(event, person) else { return nil }
  let when = event.edtf?.display(language: "en") ?? event.words ?? "then"
  let isBefore: Bool
  if let born = person.born?.edtf?.widest.earliest, let last = event.latest {
    isBefore = last < born
  } else {
    isBefore = false
  }
  let life = isBefore ? person.born : person.died
  let shown = life.map { $0.edtf?.display(language: "en") ?? $0.text } ?? ""
  return Diagnostic(
    .outsideLife,
    "'\(person.display)' takes part in '\(event.title)' (\(when)) but \(isBefore ? "was born" : "died") \(shown)",
    at: event.span,
    notes: person.span.map { [DiagnosticNote("'\(person.display)' in the registry", at: $0)] } ?? []
  )
}

private func twiceRemark(_ a: EventDraft, _ b: EventDraft) -> Diagnostic? {
  guard let first = a.stated, let second = b.stated else { return nil }
  let (x, y) = (first.widest, second.widest)
  let isApart =
    (x.latest.flatMap { l in y.earliest.map { l < $0 } } ?? false)
    || (y.latest.flatMap { l in x.earliest.map { l < $0 } } ?? false)
  guard isApart else { return nil }
  return Diagnostic(
    .eventDatedTwice,
    "event '\(b.baseID)' is dated \(second.display(language: "en")) here and \(first.display(language: "en")) elsewhere",
    at: b.event.span, notes: [DiagnosticNote("the other date", at: a.event.span)])
}

/// Only where a row of the chronology hangs on it: a story may speak of winters as it likes.
private func winterRemark(_ draft: EventDraft) -> Diagnostic? {
  guard draft.stated == nil, draft.writtenID != nil, let phrase = draft.phrase,
    case .calendar(let words) = phrase.meaning,
    words.season == 24, let year = words.year, words.dual == nil
  else { return nil }
  return Diagnostic(
    .winterOfWhichYear,
    "'\(draft.event.words ?? "winter of \(year)")' can be the winter that begins or the one that ends in \(year)",
    at: draft.event.span)
}

extension EventDraft {
  /// The id as the author wrote it.
  var baseID: String { writtenID ?? event.id }
}
