import BookLanguage
import BookModel

/// "People in this book": everyone of the registry who is named, grouped by what they are to the
/// narrator, one line each.
struct CastBuilder {
  let book: Book
  let registry: Registry
  let resolution: Resolution

  /// The groups in the order family, friends, school, work, others; the narrator stands in none.
  func cast() -> [CastGroup] {
    let named = Set(resolution.mentions.map(\.mention.person))
    let narrator = NarratorFinder.find(registry, book.metadata)
    let words = CastWords(Language.of(book.metadata.language).people)
    let collation = Collation(
      order: book.metadata.people.collation, language: book.metadata.language)
    var members: [CastWords.Group: [Int]] = [:]
    for (i, person) in registry.people.enumerated()
    where named.contains(i) && i != narrator && person.person.privacy != .hidden
      && person.person.origin == .registry
    {
      members[CastWords.Group(person.person), default: []].append(i)
    }
    let isGrouped = members.count > 1
    return CastWords.Group.allCases.compactMap { group in
      guard let people = members[group] else { return nil }
      let order = people.map {
        (key: collation.key(PublicPerson.of(registry.people[$0].person).sort), $0)
      }
      .sorted { ($0.key, $0.1) < ($1.key, $1.1) }
      return CastGroup(
        title: isGrouped ? words.title(group) : "",
        members: order.map { CastGroup.Member(person: $0.1, line: line($0.1, words)) })
    }
  }

  // "my mother's brother, manager at Basho (1901–70)": what the author wrote, and the dates where
  // they may be told.
  private func line(_ i: Int, _ words: CastWords) -> String {
    let person = PublicPerson.of(registry.people[i].person)
    var text = person.note ?? person.roles.joined(separator: ", ")
    if text.isEmpty, let relation = person.relation { text = words.relation(relation) }
    if person.privacy == .public, let dates = dates(person) {
      text += text.isEmpty ? dates : " (\(dates))"
    }
    return text.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
  }

  // Nobody's birthday is told while they may be alive.
  private func dates(_ person: Person) -> String? {
    guard person.died != nil else { return nil }
    return LifeDate.label(born: person.born, died: person.died)
  }
}

/// The words of the cast in the book's language.
struct CastWords {
  private let words: PeopleWords

  init(_ words: PeopleWords) { self.words = words }

  /// The groups of a cast, in order.
  enum Group: CaseIterable, Sendable {
    case family
    case friends
    case school
    case work
    case others

    /// By relation, else by roles that name a relative.
    init(_ person: Person) {
      let relation = person.relation?.lowercased() ?? ""
      let roles = person.roles.joined(separator: " ")
      if !KinTerm.terms(in: relation).isEmpty || Self.familyWords.contains(relation) {
        self = .family
      } else if ["friend", "knows", "neighbour", "neighbor", "acquaintance"].contains(relation) {
        self = .friends
      } else if ["teacher", "classmate", "student", "schoolmate", "mentor"].contains(relation) {
        self = .school
      } else if Self.workWords.contains(relation) {
        self = .work
      } else if relation.isEmpty, !KinTerm.terms(in: roles).isEmpty {
        self = .family
      } else {
        self = .others
      }
    }

    private static let familyWords: Set<String> = [
      "spouse", "parent", "child", "children", "sibling", "relative", "relatedto", "partner",
      "family", "grandparent", "grandchild", "ancestor", "in-law",
    ]
    private static let workWords: Set<String> = [
      "colleague", "boss", "employer", "employee", "manager", "customer", "client", "workmate",
      "coworker", "co-worker", "business partner", "worksfor",
    ]
  }

  func title(_ group: Group) -> String {
    let place = Group.allCases.firstIndex(of: group) ?? 0
    return words.castGroups.indices.contains(place) ? words.castGroups[place] : ""
  }

  /// A schema.org relation in words of the language.
  func relation(_ relation: String) -> String {
    words.relations[relation.lowercased()] ?? relation
  }
}
