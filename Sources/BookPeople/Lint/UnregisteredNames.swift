import BookDiagnostics
import BookModel

/// Names that discovery finds where the registry finds nobody.
struct UnregisteredNames {
  /// Somebody whom the registry lacks.
  struct Found {
    var text: String
    var count: Int
    var first: PeopleDiscovery.Mention
    var name: PersonName
    /// How sure discovery is, on average.
    var confidence: Double
  }

  private(set) var found: [Found] = []

  init(_ discovery: PeopleDiscovery, _ resolution: Resolution, _ registry: Registry, _ book: Book) {
    var taken: [Int: [Range<Int>]] = [:]
    for resolved in resolution.mentions {
      taken[resolved.mention.chapter, default: []].append(resolved.mention.range)
    }
    for mention in resolution.ambiguous { taken[mention.chapter, default: []].append(mention.range) }
    for (chapter, range) in NobodyLinks.ranges(in: book) { taken[chapter, default: []].append(range) }
    for chapter in taken.keys { taken[chapter]?.sort { $0.lowerBound < $1.lowerBound } }
    let ignored = Set(registry.ignored.map { $0.lowercased() })
    var free: [Int: [PeopleDiscovery.Mention]] = [:]
    for mention in discovery.mentions {
      let chapter = book.chapters[mention.chapter]
      guard !Self.overlaps(mention.range, taken[mention.chapter] ?? []),
        !ignored.contains(chapter.string(mention.range).lowercased())
      else { continue }
      free[mention.person, default: []].append(mention)
    }
    for (person, mentions) in free.sorted(by: { $0.key < $1.key }) {
      let someone = discovery.people[person]
      guard !someone.isFamilyGroup, let first = mentions.first else { continue }
      let texts = mentions.map { book.chapters[$0.chapter].string($0.range) }
      let longest = texts.max { $0.utf8.count < $1.utf8.count } ?? ""
      let words = longest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !ignored.contains(words.lowercased()) else { continue }
      let sum = mentions.reduce(0) { $0 + $1.confidence }
      found.append(
        Found(
          text: words, count: mentions.count, first: first, name: someone.name,
          confidence: sum / Double(mentions.count)))
    }
    found.sort { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  private static func overlaps(_ range: Range<Int>, _ sorted: [Range<Int>]) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low].lowerBound < range.upperBound
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
    let families = NearFamilies(registry)
    let slips = unregistered.found.compactMap { found in
      families.person(near: found.name).map { (found, $0) }
    }
    for (found, i) in slips.prefix(20) {
      let person = registry.people[i]
      let times = found.count > 1 ? " (\(found.count) times)" : ""
      report(
        .driftingSpelling,
        "'\(found.text)' is almost '\(person.person.display)' of the registry\(times)",
        at: span(found.first.chapter, found.first.range),
        notes: [
          DiagnosticNote("if it is the same person: [\(found.text)](person:\(person.id))"),
        ])
    }
    let isSlip = Set(slips.map(\.0.text))
    let many = unregistered.found.filter {
      $0.count >= 3 && $0.confidence >= 0.75 && !isSlip.contains($0.text)
    }
    for (k, found) in many.prefix(20).enumerated() {
      var notes = [DiagnosticNote("nobody's name? put it under 'ignore:' in people.yaml")]
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
