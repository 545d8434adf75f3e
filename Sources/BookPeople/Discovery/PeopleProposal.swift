import BookDiagnostics
import BookLanguage
package import BookModel
import BookWords

// What `bookc scan people` proposes: people found, as entries ready for people.yaml. Text leaves;
// the author's file is only ever added to.

/// Entries for people.yaml, made from what discovery found.
package struct PeopleProposal: Sendable, Equatable {
  /// A YAML list, most often named first; each entry has a comment with its count, its first places
  /// and one line of context.
  package var yaml = ""
  /// How many entries it has.
  package var count = 0
  /// Comments on names that registered people may bear: nothing to be added without a look.
  package var remarks = ""

  /// Without a registry: what is named but once and with little confidence is left out.
  package init(_ discovery: PeopleDiscovery, in book: Book, taken: Set<String> = []) {
    var writer = ProposalWriter(book: book, discovery: discovery, taken: taken)
    for index in writer.order() {
      guard let entry = writer.entry(discovery.people[index]) else { continue }
      yaml += entry
      count += 1
    }
  }

  /// Beside a registry: those whom it lacks, with ids that it does not use yet.
  package init(_ unregistered: UnregisteredPeople, in book: Book) {
    let registry = readRegistry(book.people, language: book.metadata.language).value
    self.init(unregistered.discovery, in: book, taken: Set(registry.people.map(\.id)))
    var places = PlaceNames(book)
    for remark in unregistered.remarks {
      let person = registry.people[remark.person]
      let place = places.place(remark.first)
      let times = "\(remark.count) \(remark.count == 1 ? "mention" : "mentions") (\(place))"
      remarks +=
        remark.slip == nil
        ? "# '\(remark.text)': \(times); another name of '\(person.id)'?\n"
        : "# '\(remark.text)': \(times); almost '\(person.person.display)' (\(person.id))\n"
    }
  }
}

/// Says where mentions stand.
private struct PlaceNames {
  let book: Book
  private var tables: [Int: LineTable] = [:]

  init(_ book: Book) { self.book = book }

  /// `02-two.md:14`.
  mutating func place(_ mention: PeopleDiscovery.Mention) -> String {
    let chapter = book.chapters[mention.chapter]
    let file = book.sources[chapter.source]
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let table = tables[mention.chapter] ?? LineTable(file.bytes)
    tables[mention.chapter] = table
    return "\(name):\(table.position(Int(chapter.span(mention.range).start)).line)"
  }
}

/// Writes the entries.
private struct ProposalWriter {
  let book: Book
  let discovery: PeopleDiscovery
  var taken: Set<String>
  private var names: PlaceNames

  init(book: Book, discovery: PeopleDiscovery, taken: Set<String>) {
    self.book = book
    self.discovery = discovery
    self.taken = taken
    names = PlaceNames(book)
  }

  func order() -> [Int] {
    discovery.people.indices.filter { !discovery.people[$0].isFamilyGroup }.sorted {
      let (one, two) = (discovery.people[$0].count, discovery.people[$1].count)
      return one != two ? one > two : $0 < $1
    }
  }

  /// One person as an entry with a comment; nil for whom it is not worth while.
  mutating func entry(_ person: PeopleDiscovery.FoundPerson) -> String? {
    let surest = person.first.map { discovery.mentions[$0].confidence }.max() ?? 0
    if person.count == 1, surest < 0.6 { return nil }
    if let literal = person.name.literal, isTitleAlone(literal) { return nil }
    if isOffice(person.name) { return nil }
    var name = person.name
    // "Mr." tells nothing beside a given name but the sex, which the entry has.
    let prefix = (name.prefix ?? "").lowercased().filter { $0 != "." }
    if name.given != nil, ["mr", "mister"].contains(prefix) { name.prefix = nil }
    var proposal = RegistryProposal(id: freeID(person), name: name)
    proposal.comment = comment(person)
    proposal.nicknames = person.nicknames
    if person.gender != .either { proposal.gender = person.gender == .male ? .male : .female }
    proposal.aliases = aliases(person, name).prefix(12).map { NameAlias(text: $0) }
    return proposal.yaml
  }

  private mutating func comment(_ person: PeopleDiscovery.FoundPerson) -> String {
    let mentions = "\(person.count) \(person.count == 1 ? "mention" : "mentions")"
    var places: [String] = []
    for index in person.first.prefix(3) {
      let place = names.place(discovery.mentions[index])
      if !places.contains(place) { places.append(place) }
    }
    let dots = person.count > min(3, person.first.count) ? " …" : ""
    let first = person.first.first.map { context(discovery.mentions[$0]) } ?? ""
    return "\(mentions): \(places.joined(separator: ", "))\(dots): \(first)"
  }

  /// The forms that would not be found by the name alone and stand for nobody else.
  private func aliases(_ person: PeopleDiscovery.FoundPerson, _ name: PersonName) -> [String] {
    let gender: Gender? =
      switch person.gender {
      case .male: .male
      case .female: .female
      case .either: nil
      }
    let known = KnownForms(name, nicknames: person.nicknames, gender: gender)
    return person.forms.filter { !$0.isShared }.map(\.text).filter {
      $0 != $0.uppercased() && !isTitleAlone($0) && !known.contains($0)
    }
  }

  /// A slug of the name, numbered when it is taken.
  private mutating func freeID(_ person: PeopleDiscovery.FoundPerson) -> String {
    let name = person.name
    var words = [name.given, name.family].compactMap { $0 }.joined(separator: " ")
    if name.given == nil, let family = name.family {
      words = [name.prefix, family].compactMap { $0 }.joined(separator: " ")
    }
    if words.isEmpty { words = name.literal ?? person.heading }
    let slug = FoldedName.slug(words)
    let base = slug.isEmpty || slug == "none" ? "person" : slug
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  /// The words around a mention, on one line.
  private func context(_ mention: PeopleDiscovery.Mention) -> String {
    let chapter = book.chapters[mention.chapter]
    let leaf =
      mention.prose < chapter.prose.count ? chapter.prose[mention.prose].text : mention.range
    var start = max(leaf.lowerBound, mention.range.lowerBound - 40)
    var end = min(leaf.upperBound, mention.range.upperBound + 40)
    while start > leaf.lowerBound, start < mention.range.lowerBound,
      chapter.text[start - 1] != 32
    {
      start += 1
    }
    while end < leaf.upperBound, end > mention.range.upperBound, chapter.text[end] != 32 {
      end -= 1
    }
    guard start < end else { return oneLine(chapter.string(mention.range)) }
    let words = oneLine(chapter.string(start..<end))
    return (start > leaf.lowerBound ? "…" : "") + words + (end < leaf.upperBound ? "…" : "")
  }
}

/// `Lord Chancellor`, `God Almighty`: an office or a deity, not a name.
private func isOffice(_ name: PersonName) -> Bool {
  func facts(_ word: String?) -> WordFacts {
    guard let word else { return WordFacts() }
    return foldedWord(word.utf8).withUnsafeBufferPointer { wordFacts($0) }
  }
  if facts(name.given ?? name.literal).classes.contains(.deity) { return true }
  guard name.prefix != nil || name.given == "High", let family = name.family?.lowercased() else {
    return false
  }
  return NameCueWords.offices.contains(family)
}

/// `Lord`, `Captain`, `Mr.`: somebody, but not by name.
private func isTitleAlone(_ literal: String) -> Bool {
  literal.split(separator: " ").allSatisfy { word in
    let folded = foldedWord(word.utf8)
    let isPlural = folded.count > 4 && folded.last == UInt8(ascii: "s")
    return [folded, isPlural ? Array(folded.dropLast()) : folded].contains { letters in
      let classes = letters.withUnsafeBufferPointer { wordFacts($0).classes }
      return title(String(decoding: letters, as: UTF8.self), classes) != nil
    }
  }
}

/// The forms that a registry entry makes of itself.
private struct KnownForms {
  private let texts: Set<String>
  private let profile: PersonProfile

  init(_ name: PersonName, nicknames: [String], gender: Gender?) {
    let heading = Heading(of: name, nicknames: nicknames)
    var person = RegisteredPerson(
      person: Person(
        id: "p", name: name, heading: heading.heading, display: heading.display,
        sort: heading.sort))
    person.nicknames = nicknames
    person.gender = gender
    profile = PersonProfile(person, scope: nil, isNarrator: false)
    texts = Set(FormGenerator.forms(of: person).map { FormGenerator.normalised($0.0) })
  }

  func contains(_ form: String) -> Bool {
    let bare = FormGenerator.withoutTitles(FormGenerator.normalised(form))
    if texts.contains(bare) || texts.contains(FoldedName.plain(bare)) { return true }
    guard !profile.family.isEmpty, bare.lowercased().hasSuffix(" " + profile.family) else {
      return false
    }
    let givens = bare.dropLast(profile.family.count + 1).split { $0 == " " || $0 == "." }
    switch profile.fit(givens.map(String.init)) {
    case .same, .initials: return true
    case .unknown, .contrary: return false
    }
  }
}
