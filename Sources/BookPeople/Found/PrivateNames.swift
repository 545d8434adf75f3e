import BookModel

/// Guards those whom the registry keeps private: whoever may be one of them is asked about and
/// never printed.
struct PrivateNames {
  private let families: Set<String>
  private let givens: Set<String>

  init(_ registry: Registry) {
    var families: Set<String> = []
    var givens: Set<String> = []
    for person in registry.people where person.person.privacy != .public {
      let parts = NameParts(person.name)
      families.formUnion(Self.words(parts.family))
      let alone = parts.family.isEmpty ? person.name.literal ?? "" : ""
      let others = person.nicknames + person.aliases.map(\.text) + [alone]
      givens.formUnion((parts.givens + others).flatMap(Self.words).filter { $0.utf8.count > 1 })
    }
    self.families = families
    self.givens = givens
  }

  /// Whether a name may be that of somebody private: a family name is shared, or a given name is
  /// and no family name tells the two apart.
  func mayHold(_ person: PeopleDiscovery.FoundPerson) -> Bool {
    if families.isEmpty && givens.isEmpty { return false }
    return person.forms.contains { mayHold($0.text, isWoman: person.gender != .male) }
  }

  private func mayHold(_ form: String, isWoman: Bool) -> Bool {
    let words = Self.words(FormGenerator.withoutTitles(FormGenerator.normalised(form)))
    if words.contains(where: families.contains) { return true }
    // A woman may stand there under the name she was born with.
    guard words.count == 1 || isWoman else { return false }
    return words.contains { word in
      givens.contains(word)
        || givens.contains { GivenNames.isShort(word, of: $0) || GivenNames.isShort($0, of: word) }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { " .-\u{A0}".contains($0) }.map { FoldedName.plain(String($0)).lowercased() }
  }
}
