package import BookDiagnostics
import BookLanguage
package import BookModel

/// Decodes people.yaml: a list of people, or `people:` and `ignore:`.
///
/// Every fault is told at its line; what can be read is read.
package func readRegistry(_ node: YAMLNode?, language: String = Language.unstated) -> Diagnosed<
  Registry
> {
  guard let node else { return Diagnosed(Registry()) }
  var reader = RegistryReader(language: Registry.primaryTag(language))
  reader.read(node)
  return Diagnosed(reader.registry, reader.diagnostics)
}

/// Goes through people.yaml and keeps what it understood.
struct RegistryReader {
  let language: String
  var registry = Registry()
  var diagnostics: [Diagnostic] = []
  private var idSpans: [String: SourceSpan] = [:]

  init(language: String) { self.language = language }

  mutating func read(_ node: YAMLNode) {
    registry.exists = true
    switch node.content {
    case .sequence(let items): for item in items { readPerson(item) }
    case .mapping(let entries) where isOnePerson(entries):
      report(
        .misshapenRegistryEntry,
        "people.yaml is a list: '- ' stands before each person's first key",
        at: entries.first.map { $0.keySpan },
        notes: [
          DiagnosticNote(
            "write '- id: …', and the person's other keys below it, set in by two blanks")
        ])
    case .mapping(let entries):
      let around = peopleYAMLDescription.around.map(\.name)
      if let first = entries.first(where: {
        !around.contains($0.key) && ($0.key.contains(" ") || !$0.value.entries.isEmpty)
      }) {
        report(
          .misshapenRegistryEntry, "people.yaml is a list of people, not of names with keys",
          at: first.keySpan, notes: [Self.entryToCopy(for: first.key)])
      } else {
        checkKeys(entries, known: around)
      }
      for item in node["people"]?.items ?? [] { readPerson(item) }
      registry.ignored = strings(node["ignore"])
      if let ignore = entries.first(where: { $0.key == "ignore" }),
        !ignore.value.items.allSatisfy(isWord)
      {
        reportShape(ignore, "a list of words that name nobody")
      }
    case .scalar:
      if node.string != nil {
        report(
          .misshapenRegistryEntry, "people.yaml holds no list of people", at: node.span,
          notes: [Self.entryToCopy(for: node.string)])
      }
    }
    registry.tellNamesakesApart()
  }

  /// Keys of a person where a list should be, be it that the blank behind '-' is missing.
  private func isOnePerson(_ entries: [YAMLNode.Entry]) -> Bool {
    entries.contains { ["id", "name", "-id", "-name"].contains($0.key) }
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan?, notes: [DiagnosticNote] = [],
    fixIts: [FixIt] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: span, notes: notes, fixIts: fixIts))
  }

  private mutating func checkKeys(_ entries: [YAMLNode.Entry], known: [String]) {
    for entry in entries where !known.contains(entry.key) {
      let nearest =
        Self.otherNames[entry.key.lowercased()].flatMap { known.contains($0) ? $0 : nil }
        ?? nearestWord(to: entry.key, among: known)
      report(
        .unknownRegistryKey,
        "'\(entry.key)' is no key of people.yaml" + (nearest.map { "; '\($0)' is" } ?? ""),
        at: entry.keySpan,
        fixIts: nearest.map { [FixIt("write '\($0)'", at: entry.keySpan, with: $0)] } ?? [])
    }
  }

  /// What forms call the parts of a name and a life otherwise.
  private static let otherNames = [
    "first": "given", "forename": "given", "firstname": "given", "first name": "given",
    "last": "family", "surname": "family", "lastname": "family", "last name": "family",
    "title": "prefix", "birth": "born", "birthday": "born", "death": "died", "alias": "aliases",
    "nickname": "nicknames", "role": "roles", "hidden": "privacy", "private": "privacy",
    "hide": "privacy",
  ]

  private mutating func readPerson(_ node: YAMLNode) {
    guard case .mapping(let entries) = node.content else {
      return report(
        .misshapenRegistryEntry, "a person of people.yaml has keys, such as 'id' and 'name'",
        at: node.span, notes: [Self.entryToCopy(for: node.string)])
    }
    checkKeys(entries, known: Self.personKeys)
    for entry in entries { checkShape(entry) }
    guard let name = readName(node), let id = readID(node, name: name) else { return }
    // `nicknames: Dizzy, Dave` is meant for two, and no nickname has a comma.
    let nicknames = strings(node["nicknames"]).flatMap { words in
      words.split(separator: ",").map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
    }
    let aliases = (node["aliases"]?.items ?? []).compactMap { readAlias($0) }
    let told = readGender(node["gender"]) ?? Self.gender(pronouns: node["pronouns"]?.string)
    var registered = RegisteredPerson(
      id: id, name: name, nicknames: nicknames, aliases: aliases, gender: told,
      relation: node["relation"]?.string, roles: strings(node["roles"]), language: language)
    if let display = node["display"]?.string {
      registered.person.display = Heading.typographic(display)
    }
    registered.person.sort = node["sort"]?.string ?? registered.person.sort
    registered.person.born = node["born"]?.string.map { WrittenDate($0) }
    registered.person.died = node["died"]?.string.map { WrittenDate($0) }
    registered.person.privacy = readPrivacy(privacy(of: entries))
    registered.person.note = node["note"]?.string
    registered.person.see = strings(node["see"]) + strings(node["index"]?["see"])
    for entry in node["links"]?.entries ?? [] {
      registered.person.links[entry.key] = entry.value.string
    }
    registered.person.span = node.span
    registered.seeSpan = (node["see"] ?? node["index"]?["see"])?.span
    registered.ambiguous = strings(node["ambiguous"])
    registered.scope = strings(node["scope"])
    registered.pronouns = node["pronouns"]?.string
    checkLife(registered.person, node)
    registry.people.append(registered)
  }

  /// How a person is written, with the name that the author gave where there is one.
  private static func entryToCopy(for name: String?) -> DiagnosticNote {
    let given = name.flatMap { $0.utf8.count <= longestName ? $0 : nil } ?? "Ann Carr"
    let name = given.prefix { $0 != "," && $0 != ":" }
    return DiagnosticNote(
      "a person is two lines or more: '- id: \(FoldedName.slug(String(name)))', and below it "
        + "'  name: \(name)'")
  }

  /// In bytes: what is longer is no name.
  private static let longestName = 60

  private func isWord(_ node: YAMLNode) -> Bool {
    if case .scalar = node.content { true } else { false }
  }

  private mutating func reportShape(_ entry: YAMLNode.Entry, _ expected: String) {
    report(
      .misshapenRegistryEntry, "'\(entry.key)' holds \(expected)", at: firstLine(entry.value.span))
  }

  // A value of another kind would be passed over in silence.
  private mutating func checkShape(_ entry: YAMLNode.Entry) {
    let value = entry.value
    switch entry.key {
    case "id", "display", "sort", "born", "died", "relation", "pronouns", "gender", "note",
      "gedcom":
      if !isWord(value) { reportShape(entry, "one word or more, no list") }
    case "nicknames", "roles", "ambiguous", "scope", "see":
      if !value.items.allSatisfy(isWord) { reportShape(entry, "a word or a list of words") }
    case "links":
      guard case .mapping(let links) = value.content else {
        if !isWord(value) || value.string != nil {
          reportShape(entry, "addresses under names, such as '{ url: https://example.org }'")
        }
        return
      }
      for link in links where !isWord(link.value) { reportShape(link, "one address") }
    case "aliases":
      for item in value.items where !isWord(item) && item.entries.isEmpty {
        reportShape(entry, "words, or '{ text: …, type: … }'")
        return
      }
    default: break
    }
  }

  private mutating func readID(_ node: YAMLNode, name: PersonName) -> String? {
    let heading = Heading(of: name)
    let proposal = FoldedName.slug(heading.display)
    if let value = node["id"], !isWord(value) { return nil }
    guard let value = node["id"], let id = value.string else {
      report(
        .personIDMalformed, "'\(heading.display)' has no 'id'", at: firstLine(node.span),
        notes: [DiagnosticNote("an id such as '\(proposal)' would do")])
      return nil
    }
    let isLegal = id.utf8.allSatisfy {
      $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D
    }
    if !isLegal || id.isEmpty || id == "none" {
      let mended = FoldedName.slug(id)
      report(
        .personIDMalformed, "'\(id)' is no id: small letters a to z, digits and hyphens",
        at: value.span,
        fixIts: mended.isEmpty || mended == "none"
          ? [] : [FixIt("write '\(mended)'", at: value.span, with: mended)])
      return nil
    }
    if let earlier = idSpans[id] {
      report(
        .personIDTaken, "the id '\(id)' is taken", at: value.span,
        notes: [DiagnosticNote("first used here", at: earlier)])
      return nil
    }
    idSpans[id] = value.span
    return id
  }

  // A whole entry's span runs over many lines; a message points at its first bytes.
  private func firstLine(_ span: SourceSpan) -> SourceSpan {
    SourceSpan(file: span.file, start: Int(span.start), end: Int(span.start) + 1)
  }

  private mutating func readName(_ node: YAMLNode) -> PersonName? {
    guard let value = node["name"] ?? node["display"] else {
      // `Ann Carr: my mother` is meant for a name.
      let meant = node.entries.first { !Self.personKeys.contains($0.key) && $0.key.contains(" ") }
      report(
        .misshapenRegistryEntry, "a person has no 'name'", at: firstLine(node.span),
        notes: [Self.entryToCopy(for: meant?.key)])
      return nil
    }
    if let words = value.string {
      if words.allSatisfy(\.isWhitespace) {
        report(.misshapenRegistryEntry, "'name' is empty", at: value.span)
        return nil
      }
      return PersonName(parsing: words)
    }
    guard case .mapping(let entries) = value.content else {
      report(
        .misshapenRegistryEntry, "'name' has no parts: 'given' and 'family', or 'literal'",
        at: value.span)
      return nil
    }
    checkKeys(entries, known: Self.nameKeys)
    for entry in entries where !isWord(entry.value) {
      reportShape(entry, "one word or more, no list")
    }
    var name = PersonName()
    name.prefix = value["prefix"]?.string
    name.given = part("given", of: value)
    name.family = part("family", of: value)
    name.nonDroppingParticle = value["non-dropping-particle"]?.string
    name.droppingParticle = value["dropping-particle"]?.string
    name.suffix = value["suffix"]?.string
    name.literal = value["literal"]?.string
    name.staticOrdering = value["static-ordering"]?.string == "true"
    let words = [name.given, name.family, name.literal].compactMap { $0 }
    if words.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      report(
        .misshapenRegistryEntry, "'name' has neither 'given' nor 'family' nor 'literal'",
        at: value.span)
      return nil
    }
    return name
  }

  /// A part of a name, also where it is called otherwise, which is told.
  private func part(_ key: String, of name: YAMLNode) -> String? {
    (name[key] ?? name.entries.first { Self.otherNames[$0.key.lowercased()] == key }?.value)?.string
  }

  private mutating func readAlias(_ node: YAMLNode) -> NameAlias? {
    if let text = node.string { return NameAlias(text: text, span: node.span) }
    guard case .mapping(let entries) = node.content, let text = node["text"]?.string else {
      report(.misshapenRegistryEntry, "an alias has no 'text'", at: node.span)
      return nil
    }
    checkKeys(entries, known: ["text", "type", "lang"])
    var kind: NameAlias.Kind?
    if let word = node["type"]?.string {
      kind = NameAlias.Kind(rawValue: word)
      if kind == nil {
        reportWord(word, of: "type", at: node["type"], NameAlias.Kind.allCases.map(\.rawValue))
      }
    }
    return NameAlias(
      text: text, type: kind, language: node["lang"]?.string, span: node["text"]?.span)
  }

  private mutating func reportWord(
    _ word: String, of key: String, at node: YAMLNode?, _ known: [String]
  ) {
    let nearest = nearestWord(to: word, among: known)
    report(
      .misshapenRegistryEntry,
      "'\(word)' is no value of '\(key)': it is one of \(known.joined(separator: ", "))",
      at: node?.span,
      fixIts: nearest.flatMap { word in
        node.map { [FixIt("write '\(word)'", at: $0.span, with: word)] }
      } ?? [])
  }

  private mutating func readGender(_ node: YAMLNode?) -> Gender? {
    guard let word = node?.string else { return nil }
    switch word.lowercased() {
    case "f", "female", "woman", "w": return .female
    case "m", "male", "man": return .male
    case "other", "x", "n", "nonbinary", "non-binary": return .other
    default:
      reportWord(word, of: "gender", at: node, Gender.allCases.map(\.rawValue))
      return nil
    }
  }

  /// What says that somebody is to stay private, however the key is spelt: until it is mended, nobody is
  /// printed because of a slip.
  private func privacy(of entries: [YAMLNode.Entry]) -> YAMLNode? {
    entries.first { $0.key == "privacy" }?.value
      ?? entries.first {
        let key = $0.key.lowercased()
        return Self.otherNames[key] == "privacy" || nearestWord(to: key, among: ["privacy"]) != nil
      }?.value
  }

  private mutating func readPrivacy(_ node: YAMLNode?) -> Person.Privacy {
    guard let node else { return .public }
    if let name = node["pseudonym"]?.string { return .pseudonym(name) }
    switch node.string?.lowercased() {
    case nil, "public", "no", "false": return .public
    case "initials": return .initials
    case "hidden", "yes", "true": return .hidden
    case let word?:
      if word.hasPrefix("pseudonym") {
        report(
          .misshapenRegistryEntry, "a pseudonym is written '{ pseudonym: \"D.\" }'", at: node.span)
      } else {
        reportWord(word, of: "privacy", at: node, ["public", "initials", "pseudonym", "hidden"])
      }
      // What was meant to be private must not be printed because of a slip.
      return .hidden
    }
  }

  private mutating func checkLife(_ person: Person, _ node: YAMLNode) {
    var years: [ClosedRange<Int>?] = []
    for (key, date) in [("born", person.born), ("died", person.died)] {
      let range = date.flatMap(LifeDate.years)
      if let date, range != nil, date.edtf == nil,
        date.text.allSatisfy({ $0 == "-" || $0.isNumber })
      {
        report(
          .lifeDatesUnclear, "'\(date.text)' under '\(key)' is no day that there was",
          at: node[key]?.span)
      }
      if let date, range == nil {
        report(
          .lifeDatesUnclear, "'\(date.text)' under '\(key)' holds no year", at: node[key]?.span,
          notes: [DiagnosticNote("write a day as '1921-04-03', a year as '1921' or '1921~'")])
      }
      years.append(range)
    }
    if let born = years[0], let died = years[1], died.upperBound < born.lowerBound {
      report(.lifeDatesUnclear, "'died' is before 'born'", at: node["died"]?.span)
    }
  }

  func strings(_ node: YAMLNode?) -> [String] { (node?.items ?? []).compactMap(\.string) }
}
