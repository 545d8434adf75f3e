package import BookDiagnostics
package import BookModel

/// The people of a family tree, as entries for people.yaml.
package struct GEDCOMImport: Sendable {
  /// In the order of the file.
  package var people: [RegistryProposal] = []
  /// `5.5.1`, `7.0`; empty when the file does not say.
  package var version = ""

  package init() {}
}

/// Reads a GEDCOM file of version 5.5.1 or 7.
///
/// People who may be alive in `year` (no death, born in the last 110 years) come without dates. With
/// a narrator the others' relation to them is worked out from the families. Nothing makes it fail:
/// what cannot be read is said.
package func importGEDCOM(
  _ bytes: [UInt8], source: SourceID, narrator: PersonName? = nil, year: Int
) -> Diagnosed<GEDCOMImport> {
  let whole = SourceSpan(file: source, start: 0, end: min(bytes.count, 1))
  let text: String
  switch GEDCOMText.decode(bytes) {
  case .refused(let why):
    return Diagnosed(
      GEDCOMImport(),
      [Diagnostic(.familyTreeUnreadable, "the family tree cannot be read: \(why)", at: whole)])
  case .text(let decoded): text = decoded
  }
  let tree = GEDCOMTree(text)
  guard let head = tree.records.first, tree.nodes[head].tag == "HEAD" else {
    return Diagnosed(
      GEDCOMImport(),
      [
        Diagnostic(
          .familyTreeUnreadable, "the file is no GEDCOM: it does not begin with '0 HEAD'", at: whole
        )
      ])
  }
  var reader = GEDCOMReader(tree: tree, bytes: bytes, source: source, year: year)
  reader.read(head: head)
  if let narrator { reader.addRelations(to: narrator) }
  return Diagnosed(reader.result, reader.diagnostics)
}

/// Makes entries of the records.
private struct GEDCOMReader {
  let tree: GEDCOMTree
  let source: SourceID
  let year: Int
  var result = GEDCOMImport()
  var diagnostics: [Diagnostic] = []
  private var ids: Set<String> = []
  /// Records without a name.
  private var nameless: [Int] = []
  private var places: [String: Int] = [:]
  private var hasRemarkedOnEnds = false

  private let lines: GEDCOMLines

  init(tree: GEDCOMTree, bytes: [UInt8], source: SourceID, year: Int) {
    self.tree = tree
    lines = GEDCOMLines(bytes, source)
    self.source = source
    self.year = year
  }

  private var whole: SourceSpan { SourceSpan(file: source, start: 0, end: 1) }

  mutating func read(head: Int) {
    result.version = tree.value(head, ["GEDC", "VERS"]) ?? ""
    if let first = tree.lostLines.first {
      let more = tree.lostLines.count > 1 ? " and \(tree.lostLines.count - 1) more" : ""
      diagnostics.append(
        Diagnostic(
          .familyTreeLineLost, "line \(first)\(more) of the family tree was left out",
          at: lines.span(first),
          notes: [DiagnosticNote("a line of GEDCOM begins with the number of its level and a tag")])
      )
    }
    for record in tree.records where tree.nodes[record].tag == "INDI" { read(person: record) }
    for record in tree.records where tree.nodes[record].tag == "INDI" { checkDuplicates(record) }
    reportNameless()
  }

  private mutating func reportNameless() {
    guard let first = nameless.first else { return }
    let count =
      nameless.count == 1
      ? "one record has no name and was"
      : "\(nameless.count) records have no name and were"
    diagnostics.append(
      Diagnostic(
        .familyTreeNameless,
        "\(count) left out, the first \(tree.nodes[first].xref ?? "without an id")",
        at: lines.span(tree.nodes[first].line),
        notes: nameless.count == 1
          ? []
          : [
            DiagnosticNote(
              "the others: "
                + nameless.dropFirst().prefix(Self.mostNameless).map {
                  tree.nodes[$0].xref ?? "one without an id"
                }.joined(separator: ", ") + (nameless.count > Self.mostNameless + 1 ? " …" : ""))
          ]))
  }

  /// So many records without a name are listed.
  private static let mostNameless = 20

  private mutating func read(person record: Int) {
    let names = tree.children(record, "NAME")
    let xref = tree.nodes[record].xref ?? ""
    guard let first = names.first, let name = personName(first) else {
      nameless.append(record)
      return
    }
    var base = FoldedName.slug(Heading(of: name).display)
    if base.isEmpty { base = "person-" + FoldedName.slug(xref) }
    var id = base
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    var person = RegistryProposal(id: id, name: name)
    person.gedcom = xref.isEmpty ? nil : xref.filter { $0 != "@" }
    readNames(names, into: &person)
    readLife(record, into: &person)
    switch tree.value(record, ["SEX"]) {
    case "F": person.gender = .female
    case "M": person.gender = .male
    case "X": person.gender = .other
    default: break
    }
    let restrictions = (tree.value(record, ["RESN"]) ?? "").uppercased()
    person.isHidden = restrictions.contains("CONFIDENTIAL") || restrictions.contains("PRIVACY")
    for link in tree.children(record, "EXID") {
      let kind = tree.value(link, "TYPE") ?? "id"
      person.links[kind.split(separator: "/").last.map(String.init) ?? kind] = link.value
    }
    places[xref] = result.people.count
    result.people.append(person)
  }

  // `Given /Family/ Suffix`; the pieces below the line are more exact where they are there.
  private func personName(_ node: GEDCOMTree.Node) -> PersonName? {
    var name = PersonName()
    let line = GEDCOMName(node.value)
    name.given = line.given
    name.family = line.family
    name.suffix = line.suffix
    name.staticOrdering = line.isFamilyFirst
    name.prefix = tree.value(node, "NPFX") ?? name.prefix
    if let given = tree.value(node, "GIVN").map({ GEDCOMName("\($0) /X/").given }) {
      name.given = given
    }
    name.nonDroppingParticle = tree.value(node, "SPFX")
    if let family = tree.value(node, "SURN").map({ GEDCOMName("X /\($0)/").family }) {
      name.family = family
    }
    name.suffix = tree.value(node, "NSFX") ?? name.suffix
    if let prefix = name.prefix, let given = name.given, given.hasPrefix(prefix + " ") {
      name.given = String(given.dropFirst(prefix.count + 1))
    }
    // A family name alone would claim every place of all who bear it.
    if name.given == nil, name.family == nil || name.prefix == nil { return nil }
    if name.family == nil, name.prefix == nil {
      name.literal = name.given
      name.given = nil
    }
    return name
  }

  private mutating func readNames(_ names: [GEDCOMTree.Node], into person: inout RegistryProposal) {
    for (i, node) in names.enumerated() {
      if let nickname = tree.value(node, "NICK") {
        person.nicknames += nickname.split(separator: ",").map {
          $0.split(separator: " ").joined(separator: " ")
        }
      }
      for translation in node.children.map({ tree.nodes[$0] }) where translation.tag == "TRAN" {
        let words = Self.words(translation)
        person.aliases.append(NameAlias(text: words, language: tree.value(translation, "LANG")))
      }
      readOtherNames(node, isFirst: i == 0, into: &person)
      guard i > 0 else { continue }
      let words = Self.words(node)
      guard !words.isEmpty else { continue }
      switch (tree.value(node, "TYPE") ?? "").uppercased() {
      case "AKA":
        if words.contains(" ") {
          person.aliases.append(NameAlias(text: words))
        } else if !person.nicknames.contains(words) {
          person.nicknames.append(words)
        }
      case "BIRTH", "MAIDEN": person.aliases.append(NameAlias(text: words, type: .birth))
      case "MARRIED": person.aliases.append(NameAlias(text: words, type: .married))
      case "IMMIGRANT": person.aliases.append(NameAlias(text: words, type: .former))
      case "PROFESSIONAL": person.aliases.append(NameAlias(text: words, type: .pseudonym))
      default: person.aliases.append(NameAlias(text: words))
      }
    }
    let own = Heading(of: person.name).display
    person.aliases.removeAll { $0.text == own }
  }

  // Nicknames in the line, and what stands below it as programs of their own have it.
  private func readOtherNames(
    _ node: GEDCOMTree.Node, isFirst: Bool, into person: inout RegistryProposal
  ) {
    let line = GEDCOMName(node.value)
    let given = person.name.given?.split(separator: " ").first.map(String.init)
    if isFirst {
      for nickname in line.nicknames where !person.nicknames.contains(nickname) {
        person.nicknames.append(nickname)
      }
      if let family = line.birthFamily {
        let words = [given, family].compactMap { $0 }.joined(separator: " ")
        person.aliases.append(NameAlias(text: words, type: .birth))
      }
    }
    if let married = tree.value(node, "_MARNM").flatMap(GEDCOMName.name) {
      let family = GEDCOMName.withSmallLetters(married.filter { $0 != "/" })
      let words =
        family.contains(" ") ? family : [given, family].compactMap { $0 }.joined(separator: " ")
      person.aliases.append(NameAlias(text: words, type: .married))
    }
    if let other = tree.value(node, "_AKA").flatMap(GEDCOMName.name) {
      let words = other.filter { $0 != "/" }
      if words.contains(" ") {
        person.aliases.append(NameAlias(text: words))
      } else if !person.nicknames.contains(words) {
        person.nicknames.append(words)
      }
    }
  }

  private static func words(_ node: GEDCOMTree.Node) -> String {
    node.value.replacing("/", with: " ").split(separator: " ").joined(separator: " ")
  }

  private mutating func readLife(_ record: Int, into person: inout RegistryProposal) {
    person.born = date(record, ["BIRT", "DATE"]) ?? date(record, ["CHR", "DATE"]).map(Self.about)
    person.died = date(record, ["DEAT", "DATE"]) ?? date(record, ["BURI", "DATE"]).map(Self.about)
    let isDead = ["DEAT", "BURI", "CREM"].contains { !tree.children(record, $0).isEmpty }
    guard !isDead else { return }
    let last = person.born.flatMap(LifeDate.years)?.upperBound ?? year
    if last > year - 110 {
      // The year alone, for the author's eyes: what may be printed of the living is another matter.
      person.born = person.born.flatMap(LifeDate.years).flatMap {
        $0.count == 1 ? WrittenDate(String($0.lowerBound)) : nil
      }
    }
  }

  // Christened or buried: near the day itself.
  private static func about(_ date: WrittenDate) -> WrittenDate {
    date.text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
      ? WrittenDate(date.text + "~") : date
  }

  private mutating func date(_ record: Int, _ path: [String]) -> WrittenDate? {
    guard let words = tree.value(record, path) else { return nil }
    let date = GEDCOMDate(words, isVersion7: result.version.hasPrefix("7"))
    if let remark = date.remark, date.edtf == nil || !hasRemarkedOnEnds {
      if date.edtf != nil { hasRemarkedOnEnds = true }
      let who = tree.nodes[record].xref ?? "a person"
      diagnostics.append(
        Diagnostic(
          .familyTreeDateUnclear, "a date of \(who): \(remark)", at: span(ofPath: path, record)))
    }
    return date.edtf.map { WrittenDate($0) }
  }

  /// The line of the file that holds the value at the end of a path.
  private func span(ofPath path: [String], _ record: Int) -> SourceSpan {
    lines.span(tree.line(record, path) ?? tree.nodes[record].line)
  }

  private mutating func checkDuplicates(_ record: Int) {
    for alias in tree.children(record, "ALIA") {
      guard let a = tree.nodes[record].xref.flatMap({ places[$0] }), let b = places[alias.value]
      else { continue }
      diagnostics.append(
        Diagnostic(
          .familyTreeDuplicate,
          "'\(result.people[a].id)' and '\(result.people[b].id)' may be the same person", at: whole)
      )
    }
  }

  // MARK: Relations

  mutating func addRelations(to narrator: PersonName) {
    let wanted = FoldedName.slug(Heading(of: narrator).display)
    let found = result.people.indices.filter {
      FoldedName.slug(Heading(of: result.people[$0].name).display) == wanted
    }
    guard found.count == 1, let me = result.people[found[0]].gedcom else { return }
    let relatives = GEDCOMFamilies(tree).relations(to: "@\(me)@")
    for (xref, relation) in relatives {
      guard let i = places[xref] else { continue }
      result.people[i].relation = relation.word(result.people[i].gender)
    }
    result.people[found[0]].relation = "self"
  }
}
