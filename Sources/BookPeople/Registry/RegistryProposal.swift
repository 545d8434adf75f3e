package import BookModel

/// A person as an entry that could stand in people.yaml.
package struct RegistryProposal: Sendable, Equatable {
  /// Unique among the proposals.
  package var id: String
  package var name: PersonName
  package var nicknames: [String] = []
  package var aliases: [NameAlias] = []
  package var born: WrittenDate?
  package var died: WrittenDate?
  package var gender: Gender?
  /// What they are to the narrator.
  package var relation: String?
  /// The first tells them apart from a namesake.
  package var roles: [String] = []
  /// Hidden where the source says that the person is confidential.
  package var isHidden = false
  package var links: [String: String] = [:]
  /// The record of the family tree it came from.
  package var gedcom: String?
  /// A comment that stands above the entry.
  package var comment: String?

  package init(id: String, name: PersonName) {
    self.id = id
    self.name = name
  }

  /// The entry in block style, two spaces deep, with a line end.
  package var yaml: String {
    var lines: [String] = []
    if let comment {
      for line in comment.split(separator: "\n") { lines.append("# \(line)") }
    }
    lines.append("- id: \(id)")
    lines.append("  name: { \(nameParts.joined(separator: ", ")) }")
    if !nicknames.isEmpty {
      lines.append("  nicknames: [\(nicknames.map(YAMLText.scalar).joined(separator: ", "))]")
    }
    if !aliases.isEmpty {
      lines.append("  aliases:")
      for alias in aliases {
        var parts = ["text: \(YAMLText.scalar(alias.text))"]
        if let type = alias.type { parts.append("type: \(type.rawValue)") }
        if let language = alias.language { parts.append("lang: \(YAMLText.scalar(language))") }
        lines.append("    - { \(parts.joined(separator: ", ")) }")
      }
    }
    if !roles.isEmpty {
      lines.append("  roles: [\(roles.map(YAMLText.scalar).joined(separator: ", "))]")
    }
    lines += fields.map { "  \($0.key): \($0.value)" }
    if !links.isEmpty {
      let parts = links.sorted { $0.key < $1.key }.map {
        "\(YAMLText.scalar($0.key)): \(YAMLText.scalar($0.value))"
      }
      lines.append("  links: { \(parts.joined(separator: ", ")) }")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The entry as people.yaml would give it back; `language` is the first part of the book's tag.
  func registered(language: String) -> RegisteredPerson {
    var entry = RegisteredPerson(
      id: id, name: name, nicknames: nicknames, aliases: aliases, gender: gender,
      relation: relation, roles: roles, language: language)
    entry.person.born = born
    entry.person.died = died
    if isHidden { entry.person.privacy = .hidden }
    entry.person.links = links
    entry.person.origin = .found
    return entry
  }

  /// The plain fields, as key and YAML.
  var fields: [(key: String, value: String)] {
    var result: [(String, String)] = []
    if let born { result.append(("born", YAMLText.scalar(born.text))) }
    if let died { result.append(("died", YAMLText.scalar(died.text))) }
    if let gender { result.append(("gender", gender.rawValue)) }
    if let relation { result.append(("relation", YAMLText.scalar(relation))) }
    if isHidden { result.append(("privacy", "hidden")) }
    if let gedcom { result.append(("gedcom", YAMLText.scalar(gedcom))) }
    return result
  }

  private var nameParts: [String] {
    let parts: [(String, String?)] = [
      ("prefix", name.prefix), ("given", name.given),
      ("dropping-particle", name.droppingParticle),
      ("non-dropping-particle", name.nonDroppingParticle), ("family", name.family),
      ("suffix", name.suffix), ("literal", name.literal),
    ]
    var result = parts.compactMap { key, value in value.map { "\(key): \(YAMLText.scalar($0))" } }
    if name.staticOrdering { result.append("static-ordering: true") }
    return result
  }
}
