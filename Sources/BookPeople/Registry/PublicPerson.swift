package import BookModel

/// A person as outputs may see them: what is private is taken out here, once, for all of them.
package enum PublicPerson {
  /// The person with name, heading and dates as far as their privacy allows.
  package static func of(_ person: Person) -> Person {
    var shown = person
    switch person.privacy {
    case .public: return person
    case .initials:
      let words = initials(person.name)
      shown.display = words.given.isEmpty ? words.family : "\(words.given) \(words.family)"
      shown.heading = words.given.isEmpty ? words.family : "\(words.family), \(words.given)"
    case .pseudonym(let name):
      let heading = Heading(of: PersonName(parsing: name))
      shown.display = name
      shown.heading = heading.heading
    case .hidden:
      shown.display = "—"
      shown.heading = "—"
    }
    shown.name = PersonName()
    shown.name.literal = shown.display
    shown.sort = shown.heading.lowercased()
    shown.born = nil
    shown.died = nil
    shown.links = [:]
    shown.see = []
    if person.privacy == .hidden {
      shown.roles = []
      shown.relation = nil
      shown.note = nil
    }
    return shown
  }

  private static func initials(_ name: PersonName) -> (given: String, family: String) {
    func letters(_ text: String?) -> String {
      (text ?? "").split { $0 == " " || $0 == "-" }
        .compactMap { $0.first { $0.isLetter }.map { "\($0.uppercased())." } }.joinedWords
    }
    if let literal = name.literal { return ("", letters(literal)) }
    let family = letters(name.family)
    return family.isEmpty ? ("", letters(name.given)) : (letters(name.given), family)
  }
}
