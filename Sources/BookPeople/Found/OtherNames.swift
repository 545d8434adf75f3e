import BookLanguage
import BookModel

/// Tells whom of the registry somebody found may be under another name: the name a woman was born
/// with or married into, the rest of a name of which the registry has one word, the narrator's own
/// other name, an office that an entry has for its role.
struct OtherNames {
  private let people: [RegisteredPerson]
  private let profiles: [PersonProfile]
  private let families: Set<String>
  private let narrator: Int?

  init(_ registry: Registry, narrator: Int?) {
    people = registry.people
    profiles = registry.people.map { PersonProfile($0, scope: nil, isNarrator: false) }
    families = Set(profiles.map(\.family).filter { !$0.isEmpty })
    self.narrator = narrator
  }

  /// Those of the registry; `isNaming` says whether words at the first place speak of names.
  func bearers(of found: PeopleDiscovery.FoundPerson, isNaming: Bool) -> [Int] {
    if people.isEmpty { return [] }
    let name = found.name
    if let literal = name.literal, literal.contains(" ") {
      return people.indices.filter { isRole(literal, of: $0) }
    }
    // "Bob" where Robert Berg is registered.
    if let literal = name.literal, found.relation == nil || found.gender != .either {
      return people.indices.filter { index in
        if let told = profiles[index].gender, isOther(told, found.gender) { return false }
        return isSame(profiles[index], literal.lowercased())
      }
    }
    let given = name.given.map { NameParts(name).givens.first?.lowercased() ?? $0.lowercased() }
    let family = NameParts(name).family.lowercased()
    return people.indices.filter { index in
      let profile = profiles[index]
      if let told = profile.gender, isOther(told, found.gender) { return false }
      if let given, !family.isEmpty {
        if let known = mononym(index) { return known == given }
        if index == narrator, isNaming, isSame(profile, given), profile.family != family {
          return true
        }
        return isWomanByOtherName(index, given, family, found)
      }
      return found.gender == .female && !family.isEmpty && names(family, inRolesOf: index)
        && profile.gender == .female
    }
  }

  private func isOther(_ told: Gender, _ found: Title.Gender) -> Bool {
    told == .male && found == .female || told == .female && found == .male
  }

  private func isSame(_ profile: PersonProfile, _ given: String) -> Bool {
    profile.fit([given]) == .same
  }

  // "Abiah Folger" where Abiah Franklin is registered, and Folgers or a Mrs. among the registered
  // say that she may have changed her name.
  private func isWomanByOtherName(
    _ index: Int, _ given: String, _ family: String, _ found: PeopleDiscovery.FoundPerson
  ) -> Bool {
    let profile = profiles[index]
    guard profile.family != family else { return false }
    if names(family, inRolesOf: index), found.gender == .female || isSame(profile, given) {
      return true
    }
    guard found.gender != .male, profile.gender != .male, isSame(profile, given) else {
      return false
    }
    return families.contains(family) || profile.family.isEmpty || !profile.kin.isEmpty
      || profile.titles.contains { Honorific.named($0)?.gender == .female }
  }

  /// The one word that somebody is registered by: Hester, Malcolm of King Malcolm III.
  private func mononym(_ index: Int) -> String? {
    let name = people[index].name
    let words = (name.literal ?? (name.family == nil ? name.given : nil))
      .map { FormGenerator.withoutTitles($0) }
    if let words { return words.contains(" ") ? nil : words.lowercased() }
    guard name.given == nil, let parts = name.family?.split(separator: " "), parts.count == 2,
      RegnalNumber.value(String(parts[1])) != nil
    else { return nil }
    return parts[0].lowercased()
  }

  private func names(_ family: String, inRolesOf index: Int) -> Bool {
    people[index].person.roles.contains { role in
      role.split { " ,.;()".contains($0) }.contains {
        $0.first?.isUppercase == true && $0.lowercased() == family
      }
    }
  }

  private func isRole(_ words: String, of index: Int) -> Bool {
    people[index].person.roles.contains { $0.lowercased().hasPrefix(words.lowercased()) }
  }
}
