import BookLanguage
import BookModel

/// The happenings of the prose that are worth a row, dated.
struct FoundEvents {
  /// To be printed, in the order of telling.
  private(set) var printed: [EventDraft] = []
  /// Found, and left to the author: without a good title or a date, or less worth a row.
  private(set) var proposed: [EventDraft] = []

  private let book: Book
  private let people: PeopleAnnotation
  private let dated: [[DatedPhrase]]
  private let trail: StoryTrail
  private let birth: References.Birth?

  init(
    in book: Book, people: PeopleAnnotation, chapters: DatedChapters, beside known: [EventDraft],
    ignoring ignored: Set<String>
  ) {
    self.book = book
    self.people = people
    dated = chapters.phrases
    birth = chapters.birth
    trail = StoryTrail(
      dated, of: book.chapters,
      periods: KnownPeriods(in: book, born: chapters.birth, chapters.periods).stops)
    let happenings = chapters.happenings
    var candidates: [Candidate] = []
    for (chapter, list) in happenings.enumerated() {
      for happening in list {
        guard let candidate = candidate(happening, chapter) else { continue }
        candidates.append(candidate)
      }
    }
    choose(from: candidates, known, ignored)
  }

  /// A happening with its date.
  private struct Candidate {
    var happening: Happening
    var chapter: Int
    var draft: EventDraft
    var worth: Double
    var stems: Set<String>
    var isPrintable: Bool
  }

  // MARK: Which

  private mutating func choose(
    from candidates: [Candidate], _ known: [EventDraft], _ ignored: Set<String>
  ) {
    let candidates = Self.apart(candidates)
    let order = candidates.indices.sorted {
      (-candidates[$0].worth, $0) < (-candidates[$1].worth, $1)
    }
    let most = rows(of: book.metadata.chronology)
    var taken: [Candidate] = []
    var rest: [Candidate] = []
    let told = known.map { (stems: Self.stems($0.event.title), place: $0.event.place) }
    for index in order {
      let candidate = candidates[index]
      if ignored.contains(candidate.draft.event.id) || ignored.contains(candidate.draft.event.title)
        || isTold(candidate, told)
      {
        continue
      }
      if let first = taken.firstIndex(where: { Self.areOne($0, candidate) }) {
        // A retelling may know the day better.
        taken[first].draft = Self.sharper(taken[first].draft, candidate.draft)
        continue
      }
      if candidate.isPrintable, taken.count < most, candidate.worth > Self.leastWorth {
        taken.append(candidate)
      } else {
        rest.append(candidate)
      }
    }
    for index in taken.indices { taken[index].draft.event.isSure = true }
    printed = taken.map(\.draft).sorted { $0.order < $1.order }
    proposed = rest.prefix(most).map(\.draft).sorted { $0.order < $1.order }
  }

  /// Of happenings told in one breath the lesser are worth less.
  private static func apart(_ candidates: [Candidate]) -> [Candidate] {
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

  /// In bytes.
  private static let oneBreath = 250
  private static let nearnessWeight = 0.25

  /// The odds below which no row is printed, however few there are.
  private static let leastWorth = -1.5

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
  private static let mostRows = 150
  private static let fewestRows = 8

  /// Whether the author has marked or listed it.
  private func isTold(
    _ candidate: Candidate, _ told: [(stems: Set<String>, place: Event.Place?)]
  ) -> Bool {
    told.contains { other in
      if let place = other.place, place.chapter == candidate.chapter,
        place.prose == candidate.happening.prose,
        place.range.overlaps(candidate.happening.sentence)
      {
        return true
      }
      return Self.likeness(other.stems, candidate.stems) >= Self.same
    }
  }

  /// Titles that share so much of their words tell the same.
  private static let same = 0.66
  private static let sameVerb = 0.5

  private static func areOne(_ a: Candidate, _ b: Candidate) -> Bool {
    let likeness = likeness(a.stems, b.stems)
    return likeness >= same
      || likeness >= sameVerb && a.happening.cues.contains(.life)
        && b.happening.cues.contains(.life)
  }

  private static func likeness(_ a: Set<String>, _ b: Set<String>) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    return 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
  }

  /// What a title speaks of: its names and longer words by their first letters.
  private static func stems(_ title: String) -> Set<String> {
    let words = title.split { !$0.isLetter }
    return Set(
      words.enumerated().filter { $1.count > 4 || $0 > 0 && $1.first?.isUppercase == true }
        .map { $1.lowercased().prefix(5) }.map(String.init))
  }

  private static func sharper(_ a: EventDraft, _ b: EventDraft) -> EventDraft {
    guard let x = a.event.width, let y = b.event.width, y < x, b.phrase != nil,
      let first = a.event.earliest, let last = a.event.latest, let from = b.event.earliest,
      let to = b.event.latest, from <= last, first <= to
    else { return a }
    var sharper = a
    sharper.event.edtf = b.event.edtf
    sharper.event.earliest = from
    sharper.event.latest = to
    sharper.event.basis = b.event.basis
    sharper.event.confidence = b.event.confidence
    sharper.event.words = b.event.words
    sharper.phrase = b.phrase
    return sharper
  }

  // MARK: What and when

  private func candidate(_ happening: Happening, _ chapter: Int) -> Candidate? {
    let text = book.chapters[chapter]
    let phrase = phrase(of: happening, chapter)
    let title = happening.title ?? text.tidy(happening.clause)
    let place = Event.Place(chapter: chapter, prose: happening.prose, range: happening.clause)
    var event = Event(
      id: eventID(title), title: title, edtf: nil, earliest: nil, latest: nil, basis: .order,
      confidence: .low, words: phrase.map { text.tidy($0.expression.range, capital: false) },
      place: place, span: text.span(happening.clause), people: [])
    event.origin = .found
    event.trigger = happening.trigger
    date(&event, phrase, happening, chapter)
    let mentioned = people.mentions.filter {
      $0.chapter == chapter && $0.prose == happening.prose && $0.range.overlaps(happening.clause)
    }
    for mention in mentioned where !event.people.contains(mention.person) {
      event.people.append(mention.person)
    }
    let isOpen = event.people.allSatisfy { people.people[$0].privacy == .public }
    // What lies far beyond the story's end was dated by a word misread.
    let end = trail.stops.last.map { $0.latest + Self.beyond }
    let isDated =
      event.width.map { $0 <= Self.widest } ?? false
      && end.map { end in event.earliest.map { $0 <= end } ?? false } ?? true
    var worth = happening.worth
    if phrase != nil { worth += Self.datedWeight }
    if happening.leans { worth += EventWeights.leaning }
    if happening.namesAnother { worth -= Self.namingWeight }
    return Candidate(
      happening: happening, chapter: chapter,
      draft: EventDraft(
        event: event, stated: nil, phrase: phrase, writtenID: nil,
        order: (chapter, happening.clause.lowerBound)),
      worth: worth, stems: Self.stems(title),
      isPrintable: happening.title != nil && isOpen && isDated)
  }

  private static let datedWeight = 0.15
  private static let namingWeight = 0.2
  private static let beyond = 5 * 366
  /// What may lie anywhere in so many days is not printed.
  private static let widest = 20 * 366

  /// The expression of the sentence that dates a happening: within its clause the nearest, else what
  /// leads into the sentence.
  private func phrase(of happening: Happening, _ chapter: Int) -> DatedPhrase? {
    var best: (distance: Int, phrase: DatedPhrase)?
    for phrase in dated[chapter] {
      let expression = phrase.expression
      guard expression.prose == happening.prose, !phrase.isInner, expression.edtf != nil,
        expression.basis != .duration, expression.confidence >= .medium,
        happening.sentence.lowerBound <= expression.range.lowerBound,
        expression.range.upperBound <= happening.sentence.upperBound,
        !happening.others.contains(where: { $0.overlaps(expression.range) }),
        dates(phrase, happening, chapter)
      else { continue }
      let isWithin = happening.clause.overlaps(expression.range)
      guard isWithin || expression.range.upperBound <= happening.trigger.lowerBound else {
        continue
      }
      let distance =
        abs(expression.range.lowerBound - happening.trigger.lowerBound) + (isWithin ? 0 : 1000)
      if best == nil || distance < best?.distance ?? 0 { best = (distance, phrase) }
    }
    return best?.phrase
  }

  /// Whether an expression says when a happening was, rather than how long before it something else.
  private func dates(_ phrase: DatedPhrase, _ happening: Happening, _ chapter: Int) -> Bool {
    guard case .shift(let shift) = phrase.meaning else { return true }
    switch shift.origin {
    case .document:
      // "Ten years ago", told by somebody of whom it is not known when.
      return book.chapters[chapter].header.date != nil || book.metadata.date != nil
    case .event where shift.unit.days >= TimeUnit.year.days: return false
    default: return shift.sign > 0 || happening.cues.contains(.isPerfect)
    }
  }

  private func date(
    _ event: inout Event, _ phrase: DatedPhrase?, _ happening: Happening, _ chapter: Int
  ) {
    let around = trail.bounds(
      chapter: chapter, prose: happening.prose, byte: happening.trigger.lowerBound)
    if let phrase, let edtf = phrase.expression.edtf {
      event.edtf = edtf
      event.earliest = phrase.expression.earliest
      event.latest = phrase.expression.latest
      event.basis = phrase.expression.basis
      event.confidence = phrase.expression.confidence
      event.reasoning = phrase.expression.reasoning
      return
    }
    if happening.isOwnBirth, let birth {
      event.edtf = birth.edtf
      event.earliest = birth.edtf.widest.earliest
      event.latest = birth.edtf.widest.latest
      event.basis = .age
      event.confidence = .medium
      event.reasoning = "the narrator's birth\(birth.source)"
      return
    }
    let first = around.earliest ?? birth?.edtf.widest.earliest
    guard let first, let last = around.latest, first <= last else {
      event.earliest = first
      return
    }
    event.earliest = first
    event.latest = last
    event.edtf = EDTF(around: first, last)
    event.confidence = .derived
    event.reasoning = "told between what happened on its two sides"
  }

  private func eventID(_ title: String) -> String {
    var words: [String] = []
    for word in title.lowercased().split(separator: " ") {
      let plain = word.unicodeScalars.filter {
        ("a"..."z").contains($0) || ("0"..."9").contains($0)
      }
      if !plain.isEmpty { words.append(String(String.UnicodeScalarView(plain))) }
      if words.count == Self.wordsOfID { break }
    }
    return words.isEmpty ? "event" : words.joined(separator: "-")
  }

  private static let wordsOfID = 5
}

extension Event {
  /// How many days it may lie in, nil when open.
  var width: Int? {
    guard let earliest, let latest else { return nil }
    return latest - earliest
  }
}

extension EDTF {
  /// The days between two, at the grain at which a chronology says them: a month, a year, years.
  init(around first: DayNumber, _ last: DayNumber) {
    let (a, b) = (first.civil, last.civil)
    if first == last {
      self.init(first)
    } else if a.year == b.year, a.month == b.month {
      self.init(EDTFDate(year: a.year, month: a.month))
    } else if a.year == b.year {
      self.init(EDTFDate(year: a.year))
    } else {
      self.init(
        value: .set(.oneOf, [.range(EDTFDate(year: a.year), EDTFDate(year: b.year))]), level: 2)
    }
  }
}

extension FoundEvents {
  /// Whether the book shows enough of time that its rows can be trusted: of a book of poems, or one
  /// with hardly a date, they are asked for.
  var arePrintable: Bool {
    let dated = printed.filter { $0.phrase != nil }.count
    return dated >= Self.fewestDated && dated * Self.leastOfDated >= printed.count
  }

  private static let fewestDated = 3
  /// One row in so many has a date of its own.
  private static let leastOfDated = 6
}
