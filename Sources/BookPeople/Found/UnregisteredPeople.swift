package import BookModel

// What discovery finds in a book beyond its registry.

/// People whom the prose names and the registry lacks, and further names of those it has.
package struct UnregisteredPeople: Sendable {
  /// A name that belongs to somebody registered, or nearly does.
  package struct Remark: Sendable, Equatable {
    /// As written.
    package var text: String
    /// How often.
    package var count: Int
    /// The first place.
    package var first: PeopleDiscovery.Mention
    /// Index into the registry's people.
    package var person: Int
    /// The word that is a slip away from the registered one, and that one; nil for another form.
    package var slip: Slip?

    /// A word, what the registry has instead.
    package struct Slip: Sendable, Equatable {
      /// As written, folded.
      package var word: String
      /// What it resembles, folded.
      package var registered: String
    }
  }

  /// Those unknown, with the mentions that no registered form accounts for.
  package var discovery = PeopleDiscovery()
  /// Names that may be those of registered people, most frequent first.
  package var remarks: [Remark] = []

  package init() {}

  init(_ all: PeopleDiscovery, _ registry: Registry, _ book: Book) {
    var claims = RegistryClaims(registry)
    let marked = MarkedPlaces(book, registry)
    let ignored = Set(registry.ignored.map { $0.lowercased() })
    var free = [[Int]](repeating: [], count: all.people.count)
    // Places that several of the registry may hold.
    var shared = [Int](repeating: 0, count: all.people.count)
    var known = [[Int: Int]](repeating: [:], count: all.people.count)
    for (index, mention) in all.mentions.enumerated() where !marked.hold(mention) {
      switch claims.claim(to: text(mention, book)) {
      case .person(let person): known[mention.person][person, default: 0] += 1
      case .somebody: shared[mention.person] += 1
      case .nobody: free[mention.person].append(index)
      }
    }
    var near = RegisteredNames(registry)
    var kept: [(person: Int, mentions: [Int])] = []
    for (person, mentions) in free.enumerated() where !mentions.isEmpty {
      let found = all.people[person]
      if ignored.contains(found.heading.lowercased()) { continue }
      let holder = known[person].max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      let own = claims.claim(to: Self.name(of: found))
      let held = known[person].values.reduce(shared[person], +)
      if own != .nobody || held >= mentions.count {
        if let holder { addForms(mentions, all, of: holder.key, book) }
        continue
      }
      let (slips, others) = split(mentions, all, &near, book)
      remarks += slips
      if !others.isEmpty { kept.append((person, others)) }
    }
    remarks.sort { ($1.count, $0.text) < ($0.count, $1.text) }
    keep(kept, of: all, book)
  }

  /// The name that an entry would be made of.
  static func name(of found: PeopleDiscovery.FoundPerson) -> String {
    let name = found.name
    if let literal = name.literal { return literal }
    let parts = [
      name.given == nil ? name.prefix : nil, name.given, name.droppingParticle,
      name.nonDroppingParticle, name.family,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  // Forms of a group that the registry mostly knows: other names of the same person, it may be.
  private mutating func addForms(
    _ mentions: [Int], _ all: PeopleDiscovery, of person: Int, _ book: Book
  ) {
    var byText: [String: [Int]] = [:]
    for index in mentions { byText[text(all.mentions[index], book), default: []].append(index) }
    for (words, places) in byText {
      remarks.append(
        Remark(text: words, count: places.count, first: all.mentions[places[0]], person: person))
    }
  }

  private func split(
    _ mentions: [Int], _ all: PeopleDiscovery, _ near: inout RegisteredNames, _ book: Book
  ) -> (slips: [Remark], others: [Int]) {
    var slips: [String: Remark] = [:]
    var isOther: Set<String> = []
    var others: [Int] = []
    for index in mentions {
      let words = text(all.mentions[index], book)
      if slips[words] != nil {
        slips[words]?.count += 1
      } else if !isOther.contains(words), let hit = near.resembling(words) {
        slips[words] = Remark(
          text: words, count: 1, first: all.mentions[index], person: hit.person, slip: hit.slip)
      } else {
        isOther.insert(words)
        others.append(index)
      }
    }
    return (slips.values.sorted { $0.text < $1.text }, others)
  }

  private mutating func keep(
    _ kept: [(person: Int, mentions: [Int])], of all: PeopleDiscovery, _ book: Book
  ) {
    let numbers = Dictionary(
      uniqueKeysWithValues: kept.enumerated().map { ($1.person, $0) })
    let places = kept.flatMap(\.mentions).sorted()
    discovery.people = kept.map { all.people[$0.person] }
    for i in discovery.people.indices {
      discovery.people[i].count = kept[i].mentions.count
      discovery.people[i].first = []
    }
    var counts = [[String: Int]](repeating: [:], count: kept.count)
    for index in places {
      var mention = all.mentions[index]
      guard let number = numbers[mention.person] else { continue }
      mention.person = number
      counts[number][text(mention, book), default: 0] += 1
      if discovery.people[number].first.count < 5 {
        discovery.people[number].first.append(discovery.mentions.count)
      }
      discovery.mentions.append(mention)
    }
    for i in discovery.people.indices {
      discovery.people[i].forms = discovery.people[i].forms.compactMap { form in
        guard let count = counts[i][form.text] else { return nil }
        var form = form
        form.count = count
        return form
      }
    }
  }

  private func text(_ mention: PeopleDiscovery.Mention, _ book: Book) -> String {
    // Of the text alone: a chapter that is asked itself is copied.
    oneLine(String(decoding: book.chapters[mention.chapter].text[mention.range], as: UTF8.self))
  }
}

/// The places whose person the author has named in a link.
private struct MarkedPlaces {
  private var byChapter: [Int: [Range<Int>]] = [:]

  init(_ book: Book, _ registry: Registry) {
    let ids = Set(registry.people.map(\.id) + ["none"])
    for (number, chapter) in book.chapters.enumerated() {
      let ranges = chapter.marks.compactMap { mark in
        if case .person(let id, _) = mark.kind, ids.contains(id) { mark.range } else { nil }
      }
      if !ranges.isEmpty { byChapter[number] = ranges }
    }
  }

  func hold(_ mention: PeopleDiscovery.Mention) -> Bool {
    byChapter[mention.chapter]?.contains { $0.overlaps(mention.range) } ?? false
  }
}

/// The registered names in the forms that slips are compared with.
struct RegisteredNames {
  private let families: NearFamilies
  private let names: [(text: String, person: Int)]
  private let near: NearNames
  private let people: [String]
  // Each spelling is compared once, however many groups of names have it.
  private var known: [String: Hit?] = [:]

  /// Somebody registered, and the word that differs.
  typealias Hit = (person: Int, slip: UnregisteredPeople.Remark.Slip)

  init(_ registry: Registry) {
    families = NearFamilies(registry)
    var names: [(String, Int)] = []
    for (i, person) in registry.people.enumerated() {
      let parts = NameParts(person.name)
      if let first = parts.givens.first, !parts.family.isEmpty {
        names.append(("\(first) \(parts.family)", i))
        if parts.givens.count > 1 {
          names.append(("\(parts.givens.joinedWords) \(parts.family)", i))
        }
      }
      if let literal = person.name.literal { names.append((literal, i)) }
      for alias in person.aliases where alias.text.contains(" ") { names.append((alias.text, i)) }
    }
    self.names = names
    near = NearNames(names.map(\.0))
    people = registry.people.map { NameParts($0.name).family }
  }

  /// The registered person whose name the words nearly are.
  mutating func resembling(_ words: String) -> Hit? {
    if people.isEmpty { return nil }
    if let hit = known[words] { return hit }
    let hit = compared(words)
    known[words] = .some(hit)
    return hit
  }

  private func compared(_ words: String) -> Hit? {
    let bare = FormGenerator.withoutTitles(words)
    let hit = near.resembling(bare).first { !Spelling.areTwoNames($0.word, $0.resembles) }
    if let hit {
      return (
        names[hit.registered].person,
        UnregisteredPeople.Remark.Slip(word: hit.word, registered: hit.resembles)
      )
    }
    let name = PersonName(parsing: bare)
    guard let person = families.person(near: name), let family = name.family ?? name.literal
    else { return nil }
    return (
      person,
      UnregisteredPeople.Remark.Slip(
        word: family.lowercased(), registered: people[person].lowercased())
    )
  }
}
