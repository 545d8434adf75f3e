import BookLanguage
import BookModel

/// The happenings of the prose that are worth a row, dated.
struct FoundEvents {
  /// To be printed, in the order of telling; what the author confirmed in chronology.yaml stands among
  /// them with its place in the prose.
  private(set) var printed: [EventDraft] = []
  /// Found, and left to the author: without a good title or a date, or less worth a row.
  private(set) var proposed: [EventDraft] = []
  /// What the author marked or listed that is none of those found.
  private(set) var others: [EventDraft] = []

  private let book: Book
  private let people: PeopleAnnotation
  private let dates: HappeningDates
  /// The mentions of each leaf of each chapter, in their order.
  private let mentions: [LeafKey: [Mention]]
  /// How many dates the words themselves give.
  private let said: Int
  /// Every word of the names of the book's people.
  private let calledWords: Set<String>

  /// - Parameters:
  ///   - known: what the author marked or listed
  ///   - ignored: ids and titles that the author rejected
  init(
    in book: Book, people: PeopleAnnotation, chapters: DatedChapters, beside known: [EventDraft],
    ignoring ignored: Set<String>
  ) {
    self.book = book
    self.people = people
    dates = HappeningDates(
      book: book, dated: chapters.phrases,
      trail: StoryTrail(
        chapters.phrases, of: book.chapters,
        periods: KnownPeriods(in: book, born: chapters.birth, chapters.periods).stops),
      birth: chapters.birth)
    mentions = Dictionary(grouping: people.mentions) {
      LeafKey(chapter: $0.chapter, prose: $0.prose)
    }
    said = chapters.phrases.joined().count { $0.expression.basis == .explicit && !$0.isInner }
    calledWords = Set(
      people.people.flatMap { $0.display.split(separator: " ").map(String.init) })
    var candidates: [EventCandidate] = []
    var ids: [String: Int] = [:]
    for (chapter, list) in chapters.happenings.enumerated() {
      for happening in list {
        var candidate = candidate(happening, chapter)
        let id = candidate.draft.event.id
        let count = ids[id, default: 0] + 1
        ids[id] = count
        if count > 1 { candidate.draft.event.id = "\(id)-\(count)" }
        candidates.append(candidate)
      }
    }
    choose(from: Self.bornOnce(Self.apart(candidates)), known, ignored)
  }

  // MARK: Which

  private mutating func choose(
    from candidates: [EventCandidate], _ known: [EventDraft], _ ignored: Set<String>
  ) {
    let order = candidates.indices.sorted {
      (-candidates[$0].worth, $0) < (-candidates[$1].worth, $1)
    }
    let confirmed = Self.confirmed(candidates, by: known)
    let told = known.indices.filter { !confirmed.values.contains($0) }.map { known[$0].event }
      .map { (stems: TitleStems($0.title), place: $0.place) }
    // What is confirmed or marked has its room, so that nothing else comes for it.
    var room = rows(of: book.metadata.chronology) - confirmed.count
    // Of a short book all that it dates finds room.
    let roomForDated =
      book.metadata.chronology.rows == .auto
      ? max(0, Self.fewestDatedRows - confirmed.count - room) : 0
    var taken: [(candidate: EventCandidate, known: Int?)] = []
    var rest: [EventCandidate] = []
    for index in order {
      let candidate = candidates[index]
      if let known = confirmed[index] {
        taken.append((candidate, known))
        continue
      }
      let event = candidate.draft.event
      if ignored.contains(event.id) || ignored.contains(event.title) { continue }
      let isWorthy = candidate.isPrintable && candidate.worth > Self.leastWorth
      if Self.isTold(candidate, told) {
        if isWorthy { room -= 1 }
        continue
      }
      let first = taken.indices.first {
        EventCandidate.areOne(taken[$0].candidate, candidate)
      }
      if let first {
        taken[first].candidate.sharpen(by: candidate.draft)
        continue
      }
      if isWorthy, room + (candidate.draft.saysWhen ? roomForDated : 0) > 0 {
        taken.append((candidate, nil))
        room -= 1
      } else {
        rest.append(candidate)
      }
    }
    printed = taken.map { one in
      var draft = one.known.map { Self.confirmed(one.candidate.draft, by: known[$0]) }
      if draft == nil { draft = one.candidate.draft }
      draft?.event.isSure = true
      return draft ?? one.candidate.draft
    }.sorted { $0.order < $1.order }
    let most = rows(of: book.metadata.chronology)
    proposed = rest.prefix(max(most, Self.fewestDatedRows)).map(\.draft).sorted {
      $0.order < $1.order
    }
    let found = Set(confirmed.values)
    others = known.indices.filter { !found.contains($0) }.map { known[$0] }
  }

  /// Which candidate each entry of chronology.yaml confirms: the one of its title, else of its id.
  private static func confirmed(
    _ candidates: [EventCandidate], by known: [EventDraft]
  ) -> [Int: Int] {
    var byTitle: [String: Int] = [:]
    var byID: [String: Int] = [:]
    for (index, candidate) in candidates.enumerated() {
      let event = candidate.draft.event
      if byTitle[event.title] == nil { byTitle[event.title] = index }
      byID[event.id] = index
    }
    var confirmed: [Int: Int] = [:]
    for (index, draft) in known.enumerated() where draft.event.origin == .file {
      let candidate = draft.writtenID.flatMap { byID[$0] } ?? byTitle[draft.event.title]
      if let candidate, confirmed[candidate] == nil { confirmed[candidate] = index }
    }
    return confirmed
  }

  /// A found event as its author confirmed it: told where it was found, dated as found unless the author
  /// says otherwise.
  private static func confirmed(_ found: EventDraft, by known: EventDraft) -> EventDraft {
    var draft = known
    draft.order = found.order
    draft.event.place = found.event.place
    draft.event.trigger = found.event.trigger
    for person in found.event.people where !draft.event.people.contains(person) {
      draft.event.people.append(person)
    }
    if known.stated == nil || known.stated?.description == found.event.edtf?.description {
      draft.stated = nil
      draft.phrase = found.phrase
      draft.event.takeDate(of: found.event)
    }
    return draft
  }

  /// Of happenings told in one breath the lesser are worth less.
  private static func apart(_ candidates: [EventCandidate]) -> [EventCandidate] {
    candidates.indices.map { index in
      var candidate = candidates[index]
      let near = [index - 1, index + 1].contains { other in
        candidates.indices.contains(other) && candidates[other].chapter == candidate.chapter
          && candidates[other].happening.prose == candidate.happening.prose
          && candidates[other].worth > candidate.worth && candidates[other].isPrintable
          && abs(
            candidates[other].happening.trigger.lowerBound
              - candidate.happening.trigger.lowerBound) < oneBreath
      }
      if near { candidate.worth -= nearnessWeight }
      return candidate
    }
  }

  /// Of the narrator's births the one that says most comes first: "Born in Ilium" before "Born".
  private static func bornOnce(_ candidates: [EventCandidate]) -> [EventCandidate] {
    let births = candidates.indices.filter { candidates[$0].happening.isOwnBirth }
    func says(_ index: Int) -> (Int, Int, Int) {
      (
        candidates[index].isPrintable ? 1 : 0, candidates[index].draft.event.title.utf8.count,
        -index
      )
    }
    guard let best = births.max(by: { says($0) < says($1) }),
      let worth = births.map({ candidates[$0].worth }).max()
    else { return candidates }
    var candidates = candidates
    for index in births { candidates[index].worth = index == best ? worth : worth - nearnessWeight }
    return candidates
  }

  /// In bytes.
  private static let oneBreath = 250
  private static let nearnessWeight = 0.25

  /// The odds below which no row is printed, however few there are.
  private static let leastWorth = -1.2

  private func rows(of policy: ChronologyPolicy) -> Int {
    switch policy.rows {
    case .all: return Int.max
    case .most(let count): return count
    case .auto:
      let words = book.chapters.reduce(0) { $0 + $1.wordCount }
      return min(Self.mostRows, max(Self.fewestRows, words * Self.rowsOfManyWords / 10_000))
    }
  }

  /// A chronology has two to four pages, of a long book a few more.
  private static let rowsOfManyWords = 16
  private static let mostRows = 120
  private static let fewestRows = 24
  /// Two pages.
  private static let fewestDatedRows = 60

  /// Whether the author has marked or listed it.
  private static func isTold(
    _ candidate: EventCandidate, _ told: [(stems: TitleStems, place: Event.Place?)]
  ) -> Bool {
    told.contains { other in
      if let place = other.place, place.chapter == candidate.chapter,
        place.prose == candidate.happening.prose,
        place.range.overlaps(candidate.happening.sentence)
      {
        return true
      }
      return other.stems.likeness(to: candidate.stems) >= EventCandidate.same
    }
  }

  // MARK: What and when

  private func candidate(_ happening: Happening, _ chapter: Int) -> EventCandidate {
    let text = book.chapters[chapter]
    let phrase = dates.phrase(of: happening, chapter)
    let title = happening.title ?? text.tidy(happening.clause)
    let place = Event.Place(chapter: chapter, prose: happening.prose, range: happening.clause)
    var event = Event(
      id: eventID(title), title: title, edtf: nil, earliest: nil, latest: nil, basis: .order,
      confidence: .low, words: phrase.map { text.tidy($0.expression.range, capital: false) },
      place: place, span: text.span(happening.clause), people: [])
    event.origin = .found
    event.trigger = happening.trigger
    dates.date(&event, phrase, happening, chapter)
    let near = mentions[LeafKey(chapter: chapter, prose: happening.prose)] ?? []
    for mention in near
    where mention.range.overlaps(happening.clause) && !event.people.contains(mention.person) {
      event.people.append(mention.person)
    }
    let isOpen = event.people.allSatisfy { people.people[$0].privacy == .public }
    var worth = happening.worth
    if phrase != nil { worth += Self.datedWeight }
    if happening.leans { worth += EventWeights.leaning }
    if happening.namesAnother { worth -= Self.namingWeight }
    return EventCandidate(
      happening, chapter: chapter,
      EventDraft(
        event: event, stated: nil, phrase: phrase, writtenID: nil,
        order: (chapter, happening.clause.lowerBound)),
      worth: worth,
      isPrintable: happening.title != nil && isOpen && namesSomebody(happening)
        && isPrintable(event, phrase, happening))
  }

  /// Of what its own sentence dates, against what only the order of telling does.
  private static let datedWeight = 0.9
  private static let namingWeight = 0.2

  /// Whether whoever was put for a pronoun is somebody of the book: "he" is no "Red River".
  private func namesSomebody(_ happening: Happening) -> Bool {
    guard happening.namesAnother, !calledWords.isEmpty, let title = happening.title else {
      return true
    }
    let lead = title.split(separator: " ").prefix { word in
      word.unicodeScalars.first?.properties.isUppercase == true
    }
    // "My mother left" has no name.
    return lead.count < 2 || lead.last.map { calledWords.contains(String($0)) } ?? true
  }

  /// Whether a row's date can be trusted, and what it tells is somebody's doing.
  private func isPrintable(
    _ event: Event, _ phrase: DatedPhrase?, _ happening: Happening
  ) -> Bool {
    guard let width = event.width, let first = event.earliest else { return false }
    // What lies far beyond the story's end was dated by a word misread.
    if let end = dates.trail.stops.last, first > end.latest + Self.beyond { return false }
    let cues = happening.cues
    let chapter = event.place?.chapter ?? 0
    if let phrase, dates.strays(phrase, happening, chapter) { return false }
    if phrase != nil { return width <= Self.widest && (!cues.isOfThing || cues.befallsThings) }
    if dates.isOnlyBounded(happening, chapter) || dates.outlasts(event, happening, chapter) {
      return false
    }
    return width <= Self.widestUndated && !cues.isOfThing && !cues.isOfMind
      && dates.trail.leads(to: chapter, happening.trigger.lowerBound)
  }

  private static let beyond = 5 * 366
  /// In days: what may lie anywhere in so many is not printed.
  private static let widest = 12 * 366
  private static let widestUndated = 6 * 366

  private func eventID(_ title: String) -> String {
    var words: [String] = []
    func take(_ letters: some Sequence<UInt8>) {
      let plain = letters.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        .filter { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
      if !plain.isEmpty { words.append(String(decoding: plain, as: UTF8.self)) }
    }
    if title.hasPlainCharacters {
      for word in title.utf8.split(separator: UInt8(ascii: " ")) where words.count < Self.wordsOfID
      {
        take(word)
      }
    } else {
      for word in title.lowercased().split(separator: " ") where words.count < Self.wordsOfID {
        take(word.utf8)
      }
    }
    return words.isEmpty ? "event" : words.joined(separator: "-")
  }

  private static let wordsOfID = 5
}

/// A leaf of a chapter.
private struct LeafKey: Hashable {
  var chapter: Int
  var prose: Int
}

extension FoundEvents {
  /// Whether the book shows enough of time that its rows can be trusted: of a book of poems, or one
  /// with hardly a date, they are asked for, and of a diary, which dates all and chooses nothing.
  var arePrintable: Bool {
    let dated = printed.filter { $0.phrase != nil }.count
    let stops = dates.trail.stops.count
    // Few rows say when, where the story does between them all the time.
    let isLed =
      dated >= Self.fewestLed && stops * Self.leastOfStops >= printed.count
      && dates.trail.isStraight
    // Of a book that names a year or two all else would hang on these.
    return dated >= Self.fewestDated && said * Self.leastOfSaid >= printed.count
      && (dated * Self.leastOfDated >= printed.count || isLed)
      && stops <= Self.mostStops * max(1, printed.count)
  }

  private static let fewestDated = 3
  /// One row in so many has a date of its own.
  private static let leastOfDated = 6
  /// One date in the words for so many rows.
  private static let leastOfSaid = 16
  private static let fewestLed = 10
  /// One date of the story for so many rows.
  private static let leastOfStops = 2
  /// So many dates for a row has no story, only a diary.
  private static let mostStops = 12
}
