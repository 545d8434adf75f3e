import BookLanguage
import BookModel
import BookWords

/// Somebody found, as an entry that could stand in people.yaml.
package struct FoundEntry: Sendable, Equatable {
  /// The entry without its comment.
  package var proposal: RegistryProposal
  /// Index into the people of the discovery.
  package var person: Int
  /// Whether it is sure enough to be printed unasked.
  package var grade: Grade
  /// Whom of the registry it may be under another name, as indices; asked about then.
  package var mayBe: [Int] = []

  /// What becomes of somebody found.
  package enum Grade: Sendable, Equatable {
    case printed
    /// Asked about first.
    case asked
    /// Not printed, since no place is theirs alone.
    case unnamed
  }
}

/// Makes entries of those whom discovery found.
struct EntryMaker {
  let discovery: PeopleDiscovery
  private var taken: Set<String>
  // An alias is one person's, and so are those of the registry.
  private var aliases: Set<String>
  private let privateNames: PrivateNames
  /// How many further forms an entry lists.
  private static let aliasesAtMost = 12

  init(_ discovery: PeopleDiscovery, beside registry: Registry) {
    self.discovery = discovery
    taken = Set(registry.people.map(\.id))
    aliases = Set(registry.people.flatMap { $0.aliases.map(\.text) + $0.nicknames })
    privateNames = PrivateNames(registry)
  }

  /// An entry for everyone who may be somebody, most often named first.
  mutating func entries() -> [FoundEntry] {
    let order = discovery.people.indices.filter { !discovery.people[$0].isFamilyGroup }.sorted {
      let (one, two) = (discovery.people[$0].count, discovery.people[$1].count)
      return one != two ? one > two : $0 < $1
    }
    return order.compactMap { entry($0) }
  }

  private mutating func entry(_ index: Int) -> FoundEntry? {
    let person = discovery.people[index]
    if let literal = person.name.literal, isTitleAlone(literal) { return nil }
    if isOffice(person.name) || NoName.isNone(person.name) { return nil }
    var name = person.name
    // "Mr." tells nothing beside a given name but the sex, which the entry has.
    let prefix = (name.prefix ?? "").lowercased().filter { $0 != "." }
    if name.given != nil, ["mr", "mister"].contains(prefix) { name.prefix = nil }
    var proposal = RegistryProposal(id: freeID(person), name: name)
    proposal.nicknames = person.nicknames
    if let relation = person.relation {
      proposal.relation = relation
      proposal.roles = [relation]
      // "Benjamin (uncle)": known by one name and what he is.
      if let literal = name.literal, !literal.contains(" ") {
        proposal.name.literal = nil
        proposal.name.given = literal
      }
    }
    if person.gender != .either { proposal.gender = person.gender == .male ? .male : .female }
    proposal.aliases = aliases(person, name).filter { aliases.insert($0).inserted }
      .prefix(Self.aliasesAtMost).map { NameAlias(text: $0) }
    return FoundEntry(proposal: proposal, person: index, grade: grade(person))
  }

  /// How sure it must be that words are somebody's name, where nobody is asked: of a given name with
  /// a family name, of a title with a name, of one word whose bearer acts, and of one word alone.
  private static let sureOfFullName = 0.4
  private static let sureOfTitled = 0.48
  private static let sureOfActingWord = 0.57
  private static let sureOfWord = 0.62

  private func grade(_ person: PeopleDiscovery.FoundPerson) -> FoundEntry.Grade {
    if privateNames.mayHold(person) { return .asked }
    let surest = person.first.map { discovery.mentions[$0].confidence }.max() ?? 0
    let isWord = person.name.literal.map { !$0.contains(" ") } ?? false
    let isFull = person.name.given != nil && person.name.family != nil
    // A word that nobody is known to be called, or a saint, who does nothing here: "Xochimilco",
    // "the St. Louis papers".
    if !person.isActing, let words = person.name.literal,
      isWord ? !isKnownName(words) : isSaint(words)
    {
      return .asked
    }
    let ofWord = person.isActing ? Self.sureOfActingWord : Self.sureOfWord
    let bar = isFull ? Self.sureOfFullName : isWord ? ofWord : Self.sureOfTitled
    return surest >= bar ? .printed : .asked
  }

  private func isSaint(_ name: String) -> Bool {
    let first = name.lowercased().split { $0 == " " || $0 == "." }.first
    return NameCueWords.saints.split(separator: " ").contains { $0 == first }
  }

  private func isKnownName(_ word: String) -> Bool {
    foldedWord(word.utf8).withUnsafeBufferPointer { wordFacts($0).isName }
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
        && !RegisteredFacts.isCommonWord($0)
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
}

/// `Lord Chancellor`, `God Almighty`: an office or a deity, not a name.
private func isOffice(_ name: PersonName) -> Bool {
  func facts(_ word: String?) -> WordFacts {
    guard let word else { return WordFacts() }
    return foldedWord(word.utf8).withUnsafeBufferPointer { wordFacts($0) }
  }
  if facts(name.given ?? name.literal).classes.contains(.deity) { return true }
  // "the Surveyor", of whom the book says no name.
  if let literal = name.literal?.lowercased(), NameCueWords.offices.contains(literal) {
    return true
  }
  guard let family = name.family?.lowercased() else { return false }
  // "Burgh Chamberlain", "Deputy Treasurer": no given name before an office.
  if name.prefix == nil, name.given != "High" {
    guard NameCueWords.offices.contains(family), let given = name.given?.lowercased() else {
      return false
    }
    return facts(given) == WordFacts() || NameCueWords.beforeOffice.contains(given)
  }
  // "Lord Privy Seal" has an office for a given name too.
  let given = (name.given ?? "").split(separator: " ").map { $0.lowercased() }
  return NameCueWords.offices.contains(family)
    && given.allSatisfy { NameCueWords.offices.contains($0) || $0 == "high" }
}

/// `Lord`, `Captain`, `Mr.`: somebody, but not by name.
private func isTitleAlone(_ literal: String) -> Bool {
  literal.split(separator: " ").allSatisfy { word in
    if Honorific.written(word) != nil { return true }
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
    let forms = FormGenerator.forms(of: person).filter { $0.1 < .short }
    texts = Set(forms.map { FormGenerator.normalised($0.0) })
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
