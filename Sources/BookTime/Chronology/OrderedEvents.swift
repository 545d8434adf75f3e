import BookDiagnostics
import BookModel

/// Events in chronological order, and what cannot be true of them.
struct OrderedEvents {
  var events: [Event] = []
  var conflicts: [TimeConflict] = []
  /// The author's words for each event's time, where they count from something else.
  var wording: [String?] = []
  /// First and last day of each event once all are solved together.
  var solved: [(first: Int, last: Int)] = []

  /// Something that was said about time, for reporting.
  private struct Statement {
    var text: String
    var span: SourceSpan
  }

  init(_ drafts: [EventDraft], people: PeopleAnnotation) {
    var network = TimeNetwork()
    var statements: [Statement] = []
    func state(_ text: String, _ span: SourceSpan) -> Int {
      statements.append(Statement(text: text, span: span))
      return statements.count - 1
    }
    var starts: [Int] = []
    var lives: [Int: (born: Int?, died: Int?)] = [:]
    for draft in drafts {
      let event = draft.event
      let when = draft.stated?.inMessages ?? event.words ?? "no date"
      let statement = state("'\(event.title)' is dated \(when)", event.span)
      // What lasted is told at some point of the time it lasted.
      // What is counted from another event has no days of its own.
      let isCounted = draft.link != nil && draft.stated == nil
      starts.append(
        network.addPoint(
          from: isCounted ? nil : event.earliest?.value,
          to: isCounted ? nil : event.latest?.value, statement: statement))
    }
    for (index, draft) in drafts.enumerated() {
      if let link = draft.link {
        let words = draft.event.words ?? "later"
        let distance = Self.distance(link.least, link.most, drafts[link.draft].event.title)
        let statement = state(
          "'\(draft.event.title)' is told '\(words)', which is \(distance)", draft.event.span)
        network.relate(
          starts[link.draft], starts[index], atLeast: link.least, atMost: link.most,
          statement: statement)
      }
      for person in draft.event.people where lifeAllows(draft.event, people.people[person]) {
        let life = lives[person] ?? Self.life(people.people[person], &network, state)
        lives[person] = life
        if let born = life.born {
          network.relate(born, starts[index], atLeast: 0, atMost: nil, statement: -1)
        }
        if let died = life.died {
          network.relate(starts[index], died, atLeast: 0, atMost: nil, statement: -1)
        }
      }
    }
    for index in drafts.indices.dropFirst()
    where drafts[index].event.place != nil && drafts[index - 1].event.place != nil
      && drafts[index - 1].order <= drafts[index].order
    {
      network.relate(
        starts[index - 1], starts[index], atLeast: 0, atMost: nil, statement: -1, isSoft: true)
    }
    let solution = network.solve()
    for set in solution.conflicts {
      note(set.map { statements[$0] })
    }
    arrange(drafts, starts, solution)
  }

  /// `on the day of 'We moved'`, `11 to 17 days after 'We moved'`.
  private static func distance(_ least: Int, _ most: Int, _ title: String) -> String {
    if least == 0, most <= 1 { return "on the day of '\(title)'" }
    let (a, b) = least < 0 ? (-most, -least) : (least, most)
    let unit = b < 62 ? 1 : b < 900 ? 30 : 365
    let name = unit == 1 ? "days" : unit == 30 ? "months" : "years"
    let (low, high) = (max(0, a / unit), (b + unit - 1) / unit)
    return "\(low) to \(high) \(name) \(least < 0 ? "before" : "after") '\(title)'"
  }

  private static func life(
    _ person: Person, _ network: inout TimeNetwork, _ state: (String, SourceSpan) -> Int
  ) -> (born: Int?, died: Int?) {
    guard let span = person.span else { return (nil, nil) }
    func point(_ date: WrittenDate?, _ verb: String) -> Int? {
      guard let edtf = date?.edtf, edtf.earliest != nil || edtf.latest != nil else {
        return nil
      }
      let statement = state("\(person.display) \(verb) \(edtf.inMessages)", span)
      let bounds = edtf.widest
      return network.addPoint(
        from: bounds.earliest?.value, to: bounds.latest?.value, statement: statement)
    }
    return (point(person.born, "was born"), point(person.died, "died"))
  }

  private mutating func note(_ set: [Statement]) {
    if set.isEmpty { return }
    let statements = set.map(\.text)
    conflicts.append(
      TimeConflict(
        message: "these cannot all be true: " + statements.joined(separator: "; "),
        spans: set.map(\.span), statements: statements))
  }

  /// By the first day that is both printed and possible, then the last, then as told.
  private mutating func arrange(
    _ drafts: [EventDraft], _ starts: [Int], _ solution: TimeNetwork.Solution
  ) {
    func key(_ i: Int) -> (Int, Int, Int) {
      let last = drafts[i].event.place == nil ? solution.upper[starts[i]] : 0
      let first = solution.lower[starts[i]]
      // "Between 1897 and 1898" stands there, however much wider its bounds are.
      var printed: Int?
      if let edtf = drafts[i].event.edtf, case .set = edtf.value { printed = edtf.earliest?.value }
      return (max(first, min(printed ?? first, solution.upper[starts[i]])), last, i)
    }
    let order = drafts.indices.sorted { key($0) < key($1) }
    for i in order {
      var event = drafts[i].event
      let bounds = (first: solution.lower[starts[i]], last: solution.upper[starts[i]])
      if event.earliest == nil, TimeNetwork.isDay(bounds.first) {
        event.earliest = DayNumber(bounds.first)
      }
      if event.latest == nil, event.edtf == nil, TimeNetwork.isDay(bounds.last) {
        event.latest = DayNumber(bounds.last)
      }
      if event.edtf == nil, event.earliest != nil, event.latest != nil {
        event.confidence = .derived
      }
      events.append(event)
      solved.append(bounds)
      wording.append(drafts[i].wording)
    }
  }
}
