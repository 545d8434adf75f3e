import BookDiagnostics
import BookLanguage
package import BookModel

/// Everyone of a book: the registry, those found beside it, and who is named where.
///
/// One decision for all who ask: `build` prints it, `scan people` lists it, and what `--write` adds
/// to people.yaml is what stands in the index already.
package struct SettledPeople: Sendable {
  /// The registry; behind it those found and printed.
  package var registry: Registry
  /// Everyone found whom the author's registry lacks, most often named first.
  package var entries: [FoundEntry] = []
  /// What discovery found beside the author's registry.
  package var unregistered = UnregisteredPeople()
  /// Who is named where.
  var resolution = Resolution()
  /// The author's links to nobody known.
  var unknownLinks: [Diagnostic] = []

  /// Reads the book with a registry; `found` says whether people beside it are looked for, and
  /// whether they stand among its own.
  init(of book: Book, _ registry: Registry, found: PeoplePolicy.Found, jobs: Int) async {
    self.registry = registry
    if found != .off {
      let all = await discoverPeople(
        in: book.chapters, narrator: NarratorFinder.name(registry, book.metadata), jobs: jobs)
      unregistered = UnregisteredPeople(all, registry, book)
      var maker = EntryMaker(unregistered.discovery, beside: registry)
      entries = maker.entries()
      askNamesakes(book.metadata.language, beside: registry)
    }
    // Of a language that bookc does not know nothing is printed unasked.
    let isSupported = Language.of(book.metadata.language).supports.contains(.people)
    if found != .print || !isSupported {
      for index in entries.indices { entries[index].grade = .asked }
    }
    joinFound(book.metadata.language, to: registry)
    let links = AuthorsLinks(in: book, self.registry)
    unknownLinks = links.diagnostics
    resolution = await Resolution(of: book, self.registry, links: links.mentions, jobs: jobs)
  }

  /// The registry with those who are printed; of two under one heading the later is asked about.
  private mutating func joinFound(_ language: String, to registry: Registry) {
    let tongue = Registry.primaryTag(language)
    while true {
      self.registry = registry
      let printed = entries.indices.filter { entries[$0].grade == .printed }
      self.registry.people += printed.map { entries[$0].proposal.registered(language: tongue) }
      self.registry.tellNamesakesApart()
      let first = registry.people.count
      let clashing = printed.indices.filter {
        self.registry.people[first + $0].namesake != nil
      }
      if clashing.isEmpty { return }
      for index in clashing { entries[printed[index]].grade = .asked }
    }
  }

  /// Of two found who go by one name the one named more often is printed: the same rule by which
  /// nobody is found beside an entry of the registry.
  private mutating func askNamesakes(_ language: String, beside registry: Registry) {
    let tongue = Registry.primaryTag(language)
    var all = registry
    let printed = entries.indices.filter { entries[$0].grade == .printed }
    all.people += printed.map { entries[$0].proposal.registered(language: tongue) }
    let claims = RegistryClaims(all)
    let first = registry.people.count
    var isAsked = [Bool](repeating: false, count: all.people.count)
    func filed(_ person: RegisteredPerson) -> String {
      ([person.person.heading] + person.person.roles.prefix(1)).joined(separator: "|").lowercased()
    }
    var headings = Set(registry.people.map(filed))
    for (number, index) in printed.enumerated() {
      let name = UnregisteredPeople.name(of: unregistered.discovery.people[entries[index].person])
      let heading = filed(all.people[first + number])
      // "My uncle Arthur" and "my brother Arthur" go by one name, and are two.
      let isNamesake =
        entries[index].proposal.relation == nil
        && claims.namesakes(of: name).contains { $0 < first + number && !isAsked[$0] }
      if !isNamesake, !headings.contains(heading) {
        headings.insert(heading)
        continue
      }
      isAsked[first + number] = true
      entries[index].grade = .asked
    }
  }
}

/// Everyone of a book with a registry as it would print them, for those who propose entries.
package func settlePeople(in book: Book, jobs: Int) async -> SettledPeople {
  let registry = readRegistry(book.people, language: book.metadata.language).value
  return await SettledPeople(of: book, registry, found: .print, jobs: jobs)
}
