import BookModel

extension TimeFacts {
  /// Adds what the author marked or listed; what was found in the prose alone is held against
  /// nobody.
  mutating func add(_ drafts: [EventDraft], _ people: PeopleAnnotation) {
    for draft in drafts where draft.isTheAuthors {
      tellings.append(EventTelling(draft))
      for person in draft.event.people where lives[person] == nil {
        lives[person] = Lifespan(people.people[person])
      }
    }
  }
}

/// Whether the life of somebody leaves room for an event.
func lifeAllows(_ event: Event, _ person: Person) -> Bool {
  Lifespan(person, bornShown: "", diedShown: "")
    .allows(earliest: event.earliest, latest: event.latest)
}

extension Lifespan {
  fileprivate init(_ person: Person) {
    func shown(_ date: WrittenDate?) -> String {
      date.map { $0.edtf?.inMessages ?? $0.text } ?? ""
    }
    self.init(person, bornShown: shown(person.born), diedShown: shown(person.died))
  }

  fileprivate init(_ person: Person, bornShown: String, diedShown: String) {
    self.init(
      born: person.born?.edtf?.widest.earliest,
      died: person.died?.edtf?.widest.latest, bornShown: bornShown,
      diedShown: diedShown)
  }
}

extension EventTelling {
  fileprivate init(_ draft: EventDraft) {
    let event = draft.event
    let stated = draft.stated.map {
      StatedDate(
        earliest: $0.widest.earliest, latest: $0.widest.latest, shown: $0.inMessages)
    }
    self.init(
      id: draft.baseID, title: event.title, span: event.span, people: event.people,
      earliest: event.earliest, latest: event.latest,
      when: event.edtf?.inMessages ?? event.words ?? "then",
      stated: stated, winter: draft.winter)
  }
}

extension EventDraft {
  /// Marked or listed by the author, not found by bookc.
  fileprivate var isTheAuthors: Bool {
    event.origin != .found
  }

  /// Only where a row of the chronology hangs on it: a story may speak of winters as it likes.
  fileprivate var winter: DoubtfulWinter? {
    guard stated == nil, writtenID != nil, let phrase, case .calendar(let words) = phrase.meaning
    else { return nil }
    if let year = phrase.eitherWinter {
      return DoubtfulWinter(year: year, words: event.words ?? "that month", isWithin: true)
    }
    guard words.season == EitherWinter.season, let year = words.year, words.dual == nil,
      let width = event.width, width > Self.oneWinter
    else { return nil }
    return DoubtfulWinter(year: year, words: event.words ?? "winter of \(year)", isWithin: false)
  }

  /// In days: what is wider may be either of two.
  private static let oneWinter = 100
}
