import BookDiagnostics
import BookLanguage
import BookModel

extension Registry {
  /// Equal headings get the years of the life, else the first role; the rest are noted.
  mutating func tellNamesakesApart() {
    let groups = Dictionary(grouping: people.indices) { key(people[$0].person.heading) }
    for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      for i in group {
        let person = people[i].person
        let label = LifeDate.label(born: person.born, died: person.died) ?? person.roles.first
        guard let label, !person.heading.hasSuffix("(\(label))") else { continue }
        people[i].person.heading += " (\(label))"
        people[i].person.sort += " (\(label))"
      }
    }
    var seen: [String: Int] = [:]
    for (i, person) in people.enumerated() {
      people[i].namesake = nil
      let heading = key(person.person.heading)
      guard let earlier = seen[heading] else {
        seen[heading] = i
        continue
      }
      people[i].namesake = earlier
    }
  }

  private func key(_ text: String) -> String {
    let scalars = FoldedName.lowercased(text)
    if scalars.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: scalars.map { UInt8($0) }, as: UTF8.self)
    }
    return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}

extension RegistryReader {

  /// What a pronoun tells.
  static func gender(pronouns: String?) -> Gender? {
    guard
      let first = pronouns?.lowercased().split(whereSeparator: { "/ ,".contains($0) }).first
        .map(String.init)
    else { return nil }
    if PeopleWords.pronounsOfWomen.contains(first) { return .female }
    return PeopleWords.pronounsOfMen.contains(first) ? .male : .other
  }

  /// What a given name tells.
  static func gender(given: String?) -> Gender? {
    given?.split(separator: " ").first.flatMap { GivenNames.gender($0.lowercased()) }
  }

  /// What a title, a relation or a role tells.
  static func gender(name: PersonName, relation: String?, roles: [String]) -> Gender? {
    let words = (name.prefix ?? "") + " " + (name.literal ?? "")
    if let told = Honorific.all(in: words).compactMap(\.gender).first { return told }
    return ([relation] + roles.map { $0 }).compactMap { $0 }.lazy.compactMap {
      KinTerm.gender(in: $0)
    }.first
  }
}

extension PersonName {
  /// "Dave Smith", "Smith, Dave", "Ludwig van Beethoven", "Pelé".
  init(parsing words: String) {
    self.init()
    if let comma = words.firstIndex(of: ",") {
      family = String(words[..<comma])
      given = words[words.index(after: comma)...].split(separator: " ").map(String.init).joinedWords
      return
    }
    var parts = words.split(separator: " ").map(String.init)
    if parts.count > 1, let last = parts.last,
      PeopleWords.generations.contains(last) || ["II", "III"].contains(last)
    {
      suffix = parts.removeLast()
    }
    var titles: [String] = []
    while parts.count > 1, let first = parts.first, first.first?.isUppercase == true,
      Honorific.written(first) != nil
    {
      titles.append(parts.removeFirst())
    }
    if !titles.isEmpty { prefix = titles.joinedWords }
    guard parts.count > 1 else {
      if titles.isEmpty { literal = words } else { family = parts.joinedWords }
      return
    }
    // William the Conqueror, Alexander the Great: what he is called stands behind his one name.
    if let epithet = parts.firstIndex(of: "the"), epithet > 0, epithet + 1 < parts.count {
      literal = parts.joinedWords
      return
    }
    var familyParts = [parts.removeLast()]
    while parts.count > 1, let last = parts.last, last.first?.isLowercase == true {
      familyParts.insert(parts.removeLast(), at: 0)
    }
    // Van Buren, De Quincey, St. Clair: a particle with a capital is part of the name.
    if familyParts.count == 1, parts.count > 1, let last = parts.last,
      Self.capitalParticles.contains(last)
    {
      familyParts.insert(parts.removeLast(), at: 0)
    }
    setFamily(familyParts)
    given = parts.joinedWords
  }

  private static let capitalParticles = words(\.capital)
  private static let droppedParticles = words(\.dropped)

  private static func words(_ list: KeyPath<PeopleWords.Particles, String>) -> Set<String> {
    Set(PeopleWords.particles.flatMap { $0[keyPath: list].split(separator: " ") }.map(String.init))
  }

  /// The family name from its words, particles in small letters taken apart: Dutch, German and
  /// Scandinavian ones do not count in an index (Gogh, Vincent van), others stay (de Gaulle).
  mutating func setFamily(_ words: [String]) {
    let count = words.dropLast().prefix { $0.first?.isLowercase == true }.count
    let particle = words.prefix(count)
    family = words.dropFirst(count).joined(separator: " ")
    guard let first = particle.first else { return }
    if Self.droppedParticles.contains(first) {
      droppingParticle = particle.joined(separator: " ")
    } else {
      nonDroppingParticle = particle.joined(separator: " ")
    }
  }
}
