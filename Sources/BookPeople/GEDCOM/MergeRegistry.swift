package import BookDiagnostics
package import BookModel

/// people.yaml with what a family tree adds to it: missing dates are filled in, new people stand at
/// the end, and what the author has written stays; where both differ it is said.
///
/// `node` is the text as read. A person is known by the `gedcom` key, else by the same name when
/// one person only has it.
package func mergeRegistry(
  _ text: String, node: YAMLNode?, with imported: GEDCOMImport
) -> Diagnosed<String> {
  let registry = readRegistry(node).value
  let nodes = entryNodes(node)
  var diagnostics: [Diagnostic] = []
  var edits: [(at: Int, text: String)] = []
  var added = ""
  let bytes = Array(text.utf8)
  for person in imported.people {
    guard let known = match(person, registry, nodes) else {
      added += person.yaml
      continue
    }
    let entry = nodes[registry.people[known].id]
    for (key, value) in person.fields where key != "gender" && key != "privacy" {
      guard let existing = entry?[key]?.string else {
        if let entry, let edit = insertion(key, value, entry, bytes) { edits.append(edit) }
        continue
      }
      if YAMLText.scalar(existing) != value, key != "gedcom", key != "relation" {
        diagnostics.append(
          Diagnostic(
            .familyTreeDiffers,
            "'\(key)' of '\(registry.people[known].id)' is '\(existing)' here and \(value) in the family tree",
            at: entry?[key]?.span))
      }
    }
  }
  var merged = bytes
  for edit in edits.sorted(by: { $0.at > $1.at }) {
    merged.insert(contentsOf: Array(edit.text.utf8), at: edit.at)
  }
  let result = String(decoding: merged, as: UTF8.self)
  return Diagnosed(added.isEmpty ? result : appendUnique(result, added, registry), diagnostics)
}

// A new person may have the id of somebody else of the registry.
private func appendUnique(_ text: String, _ added: String, _ registry: Registry) -> String {
  let taken = Set(registry.people.map(\.id))
  let entries = RegistryText.entries(added).map { lines in
    lines.map { line in
      guard line.hasPrefix("- id: ") else { return line }
      var id = String(line.dropFirst(6))
      while taken.contains(id) { id += "-2" }
      return "- id: \(id)"
    }
  }
  return appendToRegistry(
    text, proposals: entries.map { $0.joined(separator: "\n") }.joined(separator: "\n"))
}

private func entryNodes(_ node: YAMLNode?) -> [String: YAMLNode] {
  guard let node else { return [:] }
  var items = node.items
  if case .mapping = node.content { items = node["people"]?.items ?? [] }
  var result: [String: YAMLNode] = [:]
  for item in items {
    if let id = item["id"]?.string, result[id] == nil { result[id] = item }
  }
  return result
}

private func match(
  _ person: RegistryProposal, _ registry: Registry, _ nodes: [String: YAMLNode]
) -> Int? {
  if let gedcom = person.gedcom,
    let known = registry.people.firstIndex(where: { nodes[$0.id]?["gedcom"]?.string == gedcom })
  {
    return known
  }
  let name = FoldedName.slug(Heading(of: person.name).display)
  let same = registry.people.indices.filter {
    let other = registry.people[$0]
    guard nodes[other.id]?["gedcom"] == nil else { return false }
    return ([other.person.display, Heading(of: other.name).display] + other.aliases.map(\.text))
      .contains { FoldedName.slug($0) == name }
  }
  guard same.count == 1, let known = same.first else { return nil }
  // A namesake of another century is another person.
  let ours = registry.people[known].person.born.flatMap(LifeDate.years)
  let theirs = person.born.flatMap(LifeDate.years)
  if let ours, let theirs, !ours.overlaps(theirs), abs(ours.lowerBound - theirs.lowerBound) > 5 {
    return nil
  }
  return known
}

// After the line of the id, as deep as the id's key; within braces after the id itself.
private func insertion(
  _ key: String, _ value: String, _ entry: YAMLNode, _ bytes: [UInt8]
) -> (at: Int, text: String)? {
  guard let id = entry.entries.first(where: { $0.key == "id" }) else { return nil }
  let start = Int(id.keySpan.start)
  let end = Int(id.value.span.end)
  guard start <= bytes.count, end <= bytes.count, start <= end else { return nil }
  var lineStart = start
  while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
  if bytes[lineStart..<start].contains(0x7B) { return (end, ", \(key): \(value)") }
  var lineEnd = end
  while lineEnd < bytes.count, bytes[lineEnd] != 0x0A { lineEnd += 1 }
  let indent = String(repeating: " ", count: start - lineStart)
  return (lineEnd, "\n\(indent)\(key): \(value)")
}
