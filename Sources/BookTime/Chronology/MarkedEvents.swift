import BookDiagnostics
import BookModel

/// Collects events from the chapters' marks and chronology.yaml.
struct EventCollector {
  let book: Book
  let people: PeopleAnnotation
  let dated: [[DatedPhrase]]
  private(set) var drafts: [EventDraft] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Ids and titles of found events that the author rejected.
  private(set) var ignored: Set<String> = []
  private var ids: Set<String> = []
  private let personIndex: [String: Int]

  init(_ book: Book, _ people: PeopleAnnotation, _ dated: [[DatedPhrase]]) {
    self.book = book
    self.people = people
    self.dated = dated
    var index: [String: Int] = [:]
    for (i, person) in people.people.enumerated() where index[person.id] == nil {
      index[person.id] = i
    }
    personIndex = index
  }

  mutating func collect() {
    for (index, chapter) in book.chapters.enumerated() { marks(chapter, index) }
    if let node = book.chronology { listed(node) }
    link()
  }

  // MARK: Marks

  private mutating func marks(_ chapter: ParsedChapter, _ index: Int) {
    for (leaf, prose) in chapter.prose.enumerated() {
      for mark in chapter.marks[prose.marks] {
        guard case .event(let id, let description) = mark.kind else { continue }
        add(mark, id, description, chapter, index, leaf)
      }
    }
  }

  private mutating func add(
    _ mark: Mark, _ id: String, _ description: EventDescription, _ chapter: ParsedChapter,
    _ index: Int, _ leaf: Int
  ) {
    let stated = description.date?.edtf
    if let date = description.date, stated == nil {
      diagnostics.append(notEDTF(date.text, at: mark.span, in: book.sources))
    }
    for key in description.unknown {
      diagnostics.append(
        Diagnostic(
          .unknownEventKey,
          "'\(key)' is not part of an event's description, which is \"EDTF; people=a,b\"",
          at: mark.span))
    }
    let sentence = chapter.sentences(around: mark.range, in: leaf)
    let phrase = bestPhrase(index, leaf, sentence, near: mark.range)
    let bounds =
      stated.map { $0.widest } ?? (phrase?.expression.earliest, phrase?.expression.latest)
    let words = phrase.map { chapter.tidy($0.expression.range, capital: false) }
    let place = Event.Place(chapter: index, prose: leaf, range: mark.range)
    let event = Event(
      id: unique(id, mark.span), title: chapter.tidy(mark.range),
      edtf: stated ?? phrase?.expression.edtf, earliest: bounds.0, latest: bounds.1,
      basis: stated != nil ? .explicit : phrase?.expression.basis ?? .order,
      confidence: stated != nil ? confidence(stated) : phrase?.expression.confidence ?? .low,
      words: words, place: place, span: mark.span,
      people: indices(description.people, at: mark.span))
    drafts.append(
      EventDraft(
        event: event, stated: stated, phrase: phrase, writtenID: id,
        order: (index, mark.range.lowerBound)))
  }

  private func confidence(_ edtf: EDTF?) -> DateConfidence {
    guard let date = edtf?.date else { return .high }
    return date.day != nil && date.description.utf8.count == 10 ? .exact : .high
  }

  /// The expression of the sentence that stands nearest to the marked words.
  private func bestPhrase(
    _ chapter: Int, _ leaf: Int, _ sentence: Range<Int>, near range: Range<Int>
  ) -> DatedPhrase? {
    guard chapter < dated.count else { return nil }
    let found = dated[chapter].filter {
      $0.expression.prose == leaf && !$0.isInner
        && $0.expression.range.lowerBound >= sentence.lowerBound
        && $0.expression.range.upperBound <= sentence.upperBound && $0.expression.basis != .duration
    }
    func distance(_ phrase: DatedPhrase) -> Int {
      let r = phrase.expression.range
      return r.upperBound <= range.lowerBound
        ? range.lowerBound - r.upperBound : max(0, r.lowerBound - range.upperBound)
    }
    return found.min { distance($0) < distance($1) }
  }

  private mutating func unique(_ id: String, _ span: SourceSpan) -> String {
    if ids.insert(id).inserted { return id }
    var n = 2
    while !ids.insert("\(id)-\(n)").inserted { n += 1 }
    return "\(id)-\(n)"
  }

  private mutating func indices(_ names: [String], at span: SourceSpan) -> [Int] {
    names.compactMap { name in
      if let index = personIndex[name] { return index }
      diagnostics.append(unknownPerson(name, at: span, among: people.people.map(\.id)))
      return nil
    }
  }

  // MARK: chronology.yaml

  // A list of events, or `{events: […], world: […]}`; each event is
  //   id: left-home          made from the title when it is left out
  //   title: Leaves home     as the chronology prints it
  //   date: 1931-09~         EDTF
  //   people: [ruth, karl]   ids of people.yaml
  //   note: …                for the author alone
  //   world: true            a public event; all of `world:` are
  // `ignore:` holds ids or titles of found events that are none.

  private mutating func listed(_ node: YAMLNode) {
    if case .mapping = node.content, node["title"] == nil {
      for item in node["events"]?.items ?? [] { listed(item, isWorld: false) }
      for item in node["world"]?.items ?? [] { listed(item, isWorld: true) }
      for item in node["ignore"]?.items ?? [] { ignored.formUnion(item.string.map { [$0] } ?? []) }
      for entry in node.entries where !["events", "world", "ignore"].contains(entry.key) {
        diagnostics.append(unknownKey(entry, known: ["events", "world", "ignore"]))
      }
      return
    }
    for item in node.items { listed(item, isWorld: false) }
  }

  private static let keys = ["id", "title", "date", "people", "note", "world"]

  private mutating func listed(_ node: YAMLNode, isWorld: Bool) {
    guard case .mapping = node.content else {
      diagnostics.append(
        Diagnostic(
          .misshapenEvent, "an entry of chronology.yaml needs 'title:' and 'date:'", at: node.span))
      return
    }
    for entry in node.entries where !Self.keys.contains(entry.key) {
      diagnostics.append(unknownKey(entry, known: Self.keys))
    }
    guard let title = node["title"]?.string else {
      diagnostics.append(
        Diagnostic(.misshapenEvent, "an entry of chronology.yaml has no 'title:'", at: node.span))
      return
    }
    var stated: EDTF?
    if node["date"]?.string == nil {
      diagnostics.append(
        Diagnostic(
          .misshapenEvent, "'\(title)' in chronology.yaml has no 'date:'", at: node.span,
          notes: [DiagnosticNote("'1950', '1950~' or '195X' will do where the day is not known")]))
      return
    }
    if let date = node["date"] {
      let text = date.string ?? ""
      stated = EDTF(text)
      if stated == nil { diagnostics.append(notEDTF(text, at: date.span, in: book.sources)) }
    }
    let names = node["people"]?.items.compactMap(\.string) ?? []
    let bounds = stated?.widest
    var event = Event(
      id: unique(node["id"]?.string ?? slug(title), node.span), title: title,
      edtf: stated, earliest: bounds?.earliest, latest: bounds?.latest,
      basis: stated == nil ? .order : .explicit,
      confidence: stated == nil ? .low : confidence(stated),
      words: nil, place: nil, span: node.span,
      people: indices(names, at: node["people"]?.span ?? node.span),
      isWorld: isWorld || node["world"]?.string == "true")
    event.origin = .file
    drafts.append(
      EventDraft(
        event: event, stated: stated, phrase: nil, writtenID: node["id"]?.string,
        order: (Int.max, drafts.count)))
  }

  private func slug(_ title: String) -> String {
    var result = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar.value < 128, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if !result.hasSuffix("-"), !result.isEmpty {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "event" : String(result.prefix(40))
  }

  // MARK: Offsets between events

  /// `A month later` in a sentence counts from the event told before it, when no other date stands
  /// between the two; so does `that same day`.
  private mutating func link() {
    drafts.sort { $0.order < $1.order }
    for index in drafts.indices.dropFirst() {
      // Only what the author confirmed is held against the author.
      guard let phrase = drafts[index].phrase, let distance = distance(phrase.meaning),
        drafts[index].writtenID != nil, drafts[index - 1].writtenID != nil,
        drafts[index - 1].event.place != nil,
        isNext(phrase, after: drafts[index - 1])
      else { continue }
      drafts[index].link = (index - 1, distance.lowerBound, distance.upperBound)
    }
  }

  /// The days between what is told before and what the words tell, with what they leave open.
  private func distance(_ meaning: Phrase.Meaning) -> ClosedRange<Int>? {
    switch meaning {
    case .same(.day, _): return 0...1
    case .shift(let shift):
      guard case .anchor = shift.origin, shift.unit.days > 0 else { return nil }
      let unit = shift.unit.days
      let slack = shift.unit == .day ? 1 : max(3, unit / 2)
      let least = shift.amount.lowerBound * unit - slack
      let most = shift.amount.upperBound * unit + slack
      return shift.sign > 0 ? least...most : -most...(-least)
    default: return nil
    }
  }

  /// Whether nothing between an event and later words takes the story elsewhere.
  private func isNext(_ phrase: DatedPhrase, after draft: EventDraft) -> Bool {
    let (from, to) = (draft.order.chapter, phrase.expression.chapter)
    guard to == from || to == from + 1, to < dated.count else { return false }
    let start = phrase.expression.range.lowerBound
    guard to > from || draft.order.byte < start else { return false }
    let behind = dated[from].filter { other in
      let range = other.expression.range
      return range.lowerBound > draft.order.byte && (to > from || range.upperBound <= start)
        && range != draft.phrase?.expression.range
    }
    let before = to > from ? dated[to].filter { $0.expression.range.upperBound <= start } : []
    return !(behind + before).contains(where: \.leadsAway)
  }
}

extension DatedPhrase {
  /// Whether what follows may be counted from it.
  fileprivate var leadsAway: Bool {
    switch meaning {
    case .same, .duration, .deictic, .birth: false
    default: expression.edtf != nil
    }
  }
}
