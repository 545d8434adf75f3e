import BookModel

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
