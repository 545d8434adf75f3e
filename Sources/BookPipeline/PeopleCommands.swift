package import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel
import BookOutline
import BookPeople
import BookReports

/// The page with every paragraph that names a person.
package func extractPerson(
  _ id: String, from folder: String, in surroundings: Surroundings
) async throws(BuildFailure) -> [UInt8] {
  let annotated = try await readForPeople(folder, surroundings)
  if let page = personExtract(id, of: outline(of: annotated)) { return page }
  let ids = annotated.people.people.map(\.id)
  throw .usage(
    "people.yaml has no person '\(id)'"
      + (nearestWord(to: id, among: ids).map { "; did you mean '\($0)'?" } ?? ""))
}

/// Everyone named in the book who may be alive, to be asked.
package func listConsent(
  of folder: String, asJSON: Bool, in surroundings: Surroundings
) async throws(BuildFailure) -> [UInt8] {
  let annotated = try await readForPeople(folder, surroundings)
  // The book's own date, not the clock: the same book gives the same list.
  let year = DayNumber(annotated.book.modified / 86_400).civil.year
  return consentLedger(
    livingPeople(in: outline(of: annotated), year: year), title: annotated.book.metadata.title,
    asJSON: asJSON)
}

private func readForPeople(
  _ folder: String, _ surroundings: Surroundings
) async throws(BuildFailure) -> AnnotatedBook {
  let compilation = try await compile(bookAt: folder, in: surroundings, asking: .nothing)
  guard let annotated = compilation.annotated else {
    throw .usage("'\(folder)' could not be read as a book; `bookc check` says why")
  }
  return annotated
}

/// What an import of a family tree gave.
package struct FamilyTreeImport: Sendable {
  /// Entries for people.yaml, or what was written.
  package var output: String
  /// What could not be read, and where the tree and the registry differ.
  package var diagnostics: DiagnosticList
  /// What an earlier run, which was stopped, had left half done; a sentence each.
  package var restored: [String] = []
}

/// The people of a GEDCOM file as entries for people.yaml; `writes` merges them into the book's.
package func importFamilyTree(
  _ path: String, into folder: String, writes: Bool
) throws(BuildFailure) -> FamilyTreeImport {
  let bytes: [UInt8]
  do { bytes = try DiskWorkspace.contents(ofFile: path) } catch {
    throw .unreadable(path: path, reason: error.description)
  }
  let restored = writes ? restore([folder]) : []
  var sources = SourceFiles()
  let tree = sources.add(path: path, bytes: bytes)
  let workspace = DiskWorkspace(root: folder)
  let registry = (try? workspace.read("people.yaml")) ?? []
  let prefix = folder == "." ? "" : folder + "/"
  let node = readYAML(registry, source: sources.add(path: prefix + "people.yaml", bytes: registry))
  let imported = importGEDCOM(
    bytes, source: tree, narrator: narrator(of: workspace, node.value), year: year(of: workspace))
  let entries = imported.value.people.map(\.yaml).joined()
  guard writes else {
    return FamilyTreeImport(
      output: entries.isEmpty ? "# \(path) names nobody\n" : entries,
      diagnostics: DiagnosticList(imported.diagnostics, sources: sources))
  }
  if let why = whyNoBook(at: folder) { throw .unreadable(path: folder, reason: why) }
  if node.diagnostics.contains(where: { $0.severity == .error }) {
    throw .usage("'\(prefix)people.yaml' cannot be read as it is; `bookc check` says why")
  }
  if imported.value.people.isEmpty {
    return FamilyTreeImport(
      output: "\(path) names nobody\n",
      diagnostics: DiagnosticList(imported.diagnostics, sources: sources), restored: restored)
  }
  let merged = mergeRegistry(
    String(decoding: registry, as: UTF8.self), node: node.value, with: imported.value)
  try AtomicOutput(folder: folder, holdsAuthorsWork: true).write([
    Artifact(path: "people.yaml", bytes: Array(merged.value.utf8))
  ])
  let count = imported.value.people.count
  return FamilyTreeImport(
    output:
      "\(prefix)people.yaml: \(count) \(count == 1 ? "person" : "people") of the family tree\n",
    diagnostics: DiagnosticList(imported.diagnostics + merged.diagnostics, sources: sources),
    restored: restored)
}

/// The name of the one who tells the book, when book.yaml says who that is.
private func narrator(of workspace: DiskWorkspace, _ registry: YAMLNode?) -> PersonName? {
  guard let id = description(of: workspace)?["narrator"]?["person"]?.string else { return nil }
  return readRegistry(registry).value.people.first { $0.id == id }?.name
}

/// The year in which people are taken to be alive or not: the book's, else this one.
private func year(of workspace: DiskWorkspace) -> Int {
  let date = description(of: workspace)?["date"]?.string ?? ""
  return Int(date.prefix(4)) ?? DayNumber(Machine.now / 86_400).civil.year
}

private func description(of workspace: DiskWorkspace) -> YAMLNode? {
  guard let bytes = try? workspace.read("book.yaml") else { return nil }
  return readYAML(bytes, source: SourceID(0)).value
}
