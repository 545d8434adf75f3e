import BookModel

/// A happening with its date, before it is known whether it gets a row.
struct EventCandidate {
  var happening: Happening
  /// Index into `Book.chapters`.
  var chapter: Int
  var draft: EventDraft
  /// How much it is worth a row: the logarithm of the odds.
  var worth: Double
  /// What its title speaks of: names and longer words by their first letters.
  let stems: TitleStems
  var isPrintable: Bool

  init(
    _ happening: Happening, chapter: Int, _ draft: EventDraft, worth: Double, isPrintable: Bool
  ) {
    self.happening = happening
    self.chapter = chapter
    self.draft = draft
    self.worth = worth
    self.isPrintable = isPrintable
    stems = TitleStems(draft.event.title)
  }

  /// Titles that share so much of their words tell the same.
  static let same = 0.66
  private static let sameVerb = 0.5

  /// Whether two tell the same.
  static func areOne(_ a: EventCandidate, _ b: EventCandidate) -> Bool {
    // Nobody is born twice, however differently it is told.
    if a.happening.isOwnBirth, b.happening.isOwnBirth { return true }
    if lieApart(a.draft, b.draft) { return false }
    if a.draft.event.title == b.draft.event.title { return true }
    let likeness = a.stems.likeness(to: b.stems)
    return likeness >= same
      || likeness >= sameVerb && a.happening.cues.contains(.life)
        && b.happening.cues.contains(.life)
  }

  /// Whether each says when it was, and the one was over before the other: a son was born in 1955 and
  /// another in 1960.
  private static func lieApart(_ a: EventDraft, _ b: EventDraft) -> Bool {
    guard a.saysWhen, b.saysWhen, let first = a.event.earliest, let last = a.event.latest,
      let from = b.event.earliest, let to = b.event.latest
    else { return false }
    return last < from || to < first
  }

  /// Takes the date of a retelling that knows the day better.
  mutating func sharpen(by other: EventDraft) {
    guard let x = draft.event.width, let y = other.event.width, y < x, other.phrase != nil,
      let first = draft.event.earliest, let last = draft.event.latest,
      let from = other.event.earliest, let to = other.event.latest, from <= last, first <= to
    else { return }
    draft.event.takeDate(of: other.event)
    draft.phrase = other.phrase
  }
}

extension Event {
  /// How many days it may lie in, nil when open.
  var width: Int? {
    guard let earliest, let latest else { return nil }
    return latest - earliest
  }

  /// Takes over when another was, and how that is known.
  mutating func takeDate(of other: Event) {
    edtf = other.edtf
    earliest = other.earliest
    latest = other.latest
    basis = other.basis
    confidence = other.confidence
    reasoning = other.reasoning
    words = other.words
  }
}
