import BookDiagnostics
import BookModel

/// Names that discovery finds where the registry finds nobody.
struct UnregisteredNames {
  /// Somebody whom the registry lacks.
  struct Found {
    var text: String
    var count: Int
    var first: PeopleDiscovery.Mention
    /// How sure discovery is, on average.
    var confidence: Double
    /// Whose further name it may be, an index into the registry.
    var person: Int?
  }

  /// Most frequent first.
  private(set) var found: [Found] = []
  /// Names that are nearly those of registered people.
  private(set) var slips: [UnregisteredPeople.Remark] = []

  init(_ discovery: PeopleDiscovery, _ resolution: Resolution, _ registry: Registry, _ book: Book) {
    let unregistered = UnregisteredPeople(discovery, resolution, registry, book)
    slips = unregistered.remarks.filter { $0.slip != nil }
    var places = [[PeopleDiscovery.Mention]](
      repeating: [], count: unregistered.discovery.people.count)
    for mention in unregistered.discovery.mentions { places[mention.person].append(mention) }
    for (person, mentions) in places.enumerated() {
      let someone = unregistered.discovery.people[person]
      guard !someone.isFamilyGroup, let first = mentions.first else { continue }
      let longest = someone.forms.map(\.text).max { $0.utf8.count < $1.utf8.count } ?? ""
      let sum = mentions.reduce(0) { $0 + $1.confidence }
      found.append(
        Found(
          text: longest, count: mentions.count, first: first,
          confidence: sum / Double(mentions.count)))
    }
    for remark in unregistered.remarks where remark.slip == nil {
      found.append(
        Found(
          text: remark.text, count: remark.count, first: remark.first,
          confidence: remark.first.confidence, person: remark.person))
    }
    found.sort { ($1.count, $0.text) < ($0.count, $1.text) }
  }
}

/// The words that the author has marked as nobody's name.
enum NobodyLinks {
  static func ranges(in book: Book) -> [(Int, Range<Int>)] {
    book.chapters.enumerated().flatMap { i, chapter in
      chapter.marks.compactMap { mark in
        if case .person(let id, _) = mark.kind, id == "none" { return (i, mark.range) }
        return nil
      }
    }
  }
}

extension PeopleLint {
  /// One warning for each name that is surely somebody's and stands there three times or more, the
  /// most frequent twenty; one for each that is a slip away from a registered name.
  mutating func report(_ unregistered: UnregisteredNames) {
    for slip in unregistered.slips.prefix(20) { report(slip) }
    let many = unregistered.found.filter { $0.count >= 3 && $0.confidence >= 0.75 }
    for (k, found) in many.prefix(20).enumerated() {
      var notes = [DiagnosticNote("nobody's name? put it under 'ignore:' in people.yaml")]
      if let person = found.person {
        notes = [
          DiagnosticNote(
            "'\(registry.people[person].person.display)'? put it under the 'aliases' of '\(registry.people[person].id)'"
          )
        ]
      }
      if k == 19, many.count > 20 {
        notes.append(
          DiagnosticNote("\(many.count - 20) further names: `bookc scan people` lists them"))
      }
      report(
        .unregisteredName,
        "'\(found.text)' is not in the registry; the name stands here and \(found.count - 1) more times",
        at: span(found.first.chapter, found.first.range), notes: notes)
    }
  }
}

extension PeopleLint {
  private mutating func report(_ remark: UnregisteredPeople.Remark) {
    guard let slip = remark.slip else { return }
    let person = registry.people[remark.person]
    let times = remark.count > 1 ? " (\(remark.count) times)" : ""
    var fixIts: [FixIt] = []
    if let (range, word) = place(of: slip, in: remark) {
      fixIts = [FixIt("write '\(word)'", at: span(remark.first.chapter, range), with: word)]
    }
    report(
      .driftingSpelling,
      "'\(remark.text)' is almost '\(person.person.display)' of the registry\(times)",
      at: span(remark.first.chapter, remark.first.range),
      notes: [
        DiagnosticNote("if it is the same person: [\(remark.text)](person:\(person.id))")
      ], fixIts: fixIts)
  }

  // Where the word stands, and the registered one as the registry writes it.
  private func place(
    of slip: UnregisteredPeople.Remark.Slip, in remark: UnregisteredPeople.Remark
  ) -> (Range<Int>, String)? {
    let person = registry.people[remark.person]
    let texts = [person.person.display, person.name.given, person.name.family, person.name.literal]
    let known = (texts.compactMap { $0 } + person.aliases.map(\.text))
      .flatMap { $0.split(separator: " ").map(String.init) }
    guard let word = known.first(where: { foldedWord($0.utf8).elementsEqual(slip.registered.utf8) })
    else { return nil }
    let chapter = book.chapters[remark.first.chapter]
    let range = remark.first.range.clamped(to: 0..<chapter.text.count)
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, chapter.text[end] != 32, chapter.text[end] != 10 { end += 1 }
      if foldedWord(chapter.text[start..<end]).elementsEqual(slip.word.utf8) {
        return (start..<end, word)
      }
      start = end + 1
    }
    return nil
  }
}

/// Finds the registered family names one slip away from a word, without comparing it with all.
///
/// Two words at distance 1 share a word that each becomes by losing at most one letter.
struct NearFamilies {
  private var byShortened: [String: [Int]] = [:]
  private let people: [(family: String, given: String?)]

  init(_ registry: Registry) {
    people = registry.people.map {
      let parts = NameParts($0.name)
      return (parts.family, parts.givens.first?.lowercased())
    }
    for (i, person) in people.enumerated() where person.family.unicodeScalars.count >= 5 {
      for key in Set(Self.shortened(person.family)) { byShortened[key, default: []].append(i) }
    }
  }

  /// The first person whose family name is almost that of a name, and whose given name may be its.
  func person(near name: PersonName) -> Int? {
    guard let family = name.family ?? name.literal, family.unicodeScalars.count <= 40 else {
      return nil
    }
    let candidates = Set(Self.shortened(family).flatMap { byShortened[$0] ?? [] })
    let given = name.given?.lowercased()
    return candidates.sorted().first { i in
      guard Spelling.isNear(family, people[i].family) else { return false }
      guard let given, let own = people[i].given else { return true }
      return given.hasPrefix(own) || own.hasPrefix(given) || GivenNames.isShort(given, of: own)
    }
  }

  private static func shortened(_ word: String) -> [String] {
    let scalars = Array(word.lowercased().unicodeScalars)
    guard scalars.count <= 40 else { return [] }
    var result = [String(String.UnicodeScalarView(scalars))]
    for i in scalars.indices {
      result.append(String(String.UnicodeScalarView(scalars[..<i] + scalars[(i + 1)...])))
    }
    return result
  }
}
