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
      let narrator = NarratorFinder.name(registry, book.metadata)
      let all = await discoverPeople(in: book.chapters, narrator: narrator, jobs: jobs)
      unregistered = UnregisteredPeople(all, registry, book)
      var maker = EntryMaker(unregistered.discovery, beside: registry)
      entries = maker.entries()
      dropNarrator(narrator)
      askNamesakes(book.metadata.language, beside: registry)
      askOtherNames(book, beside: registry)
    }
    // Of a language that bookc does not know nothing is printed unasked.
    let isSupported = Language.of(book.metadata.language).supports.contains(.people)
    if found != .print || !isSupported {
      for index in entries.indices { entries[index].grade = .asked }
    }
    var reading: FormReading?
    while true {
      joinFound(book.metadata.language, to: registry)
      let links = AuthorsLinks(in: book, self.registry)
      unknownLinks = links.diagnostics
      let forms = FormGenerator(self.registry).forms
      let found = await FormReading(forms, in: book, jobs: jobs, after: reading)
      resolution = Resolution(of: book, self.registry, found, links: links.mentions)
      if !dropUnnamed(beside: registry) { break }
      reading = found
    }
    askPlaces(in: book)
  }

  /// Who tells the story is nobody's entry for being called by a given name that nobody else bears.
  private mutating func dropNarrator(_ narrator: PersonName?) {
    guard let own = narrator?.given?.split(separator: " ").first else { return }
    for index in entries.indices {
      let found = unregistered.discovery.people[entries[index].person]
      if found.name.family == nil, found.relation == nil, found.heading == own {
        entries[index].grade = .unnamed
      }
    }
  }

  /// Whom no place names after all, since each is somebody's else or nobody's, is not printed; says
  /// whether there was anybody.
  private mutating func dropUnnamed(beside registry: Registry) -> Bool {
    var isNamed = [Bool](repeating: false, count: self.registry.people.count)
    for mention in resolution.mentions { isNamed[mention.mention.person] = true }
    let printed = entries.indices.filter { entries[$0].grade == .printed }
    let unnamed = printed.indices.filter { !isNamed[registry.people.count + $0] }
    for number in unnamed { entries[printed[number]].grade = .unnamed }
    return !unnamed.isEmpty
  }

  /// Leaves the places open of those who may be somebody registered.
  private mutating func askPlaces(in book: Book) {
    var doubtful: [Int: [Int]] = [:]
    for entry in entries where entry.grade == .asked && !entry.mayBe.isEmpty {
      doubtful[entry.person] = entry.mayBe
    }
    if doubtful.isEmpty { return }
    let taken = Dictionary(grouping: resolution.mentions, by: \.mention.chapter)
    let open = Dictionary(
      grouping: resolution.ambiguous.indices, by: { resolution.ambiguous[$0].chapter })
    for mention in unregistered.discovery.mentions {
      guard let candidates = doubtful[mention.person],
        taken[mention.chapter]?.contains(where: { $0.mention.range.overlaps(mention.range) })
          != true
      else { continue }
      let asked = open[mention.chapter]?.first {
        resolution.ambiguous[$0].range.overlaps(mention.range)
      }
      if let asked {
        let known = resolution.ambiguous[asked].candidates
        resolution.ambiguous[asked].candidates += candidates.filter { !known.contains($0) }
        continue
      }
      resolution.ambiguous.append(
        AmbiguousMention(
          chapter: mention.chapter, prose: mention.prose, range: mention.range,
          candidates: candidates))
    }
    resolution.ambiguous.sort {
      ($0.chapter, $0.range.lowerBound) < ($1.chapter, $1.range.lowerBound)
    }
  }

  /// Whoever may be somebody registered under another name is asked about.
  private mutating func askOtherNames(_ book: Book, beside registry: Registry) {
    if registry.people.isEmpty { return }
    let others = OtherNames(registry, narrator: NarratorFinder.find(registry, book.metadata))
    for index in entries.indices {
      let found = unregistered.discovery.people[entries[index].person]
      let isNaming = found.first.first.map {
        speaksOfNames(unregistered.discovery.mentions[$0], book)
      }
      entries[index].mayBe = others.bearers(of: found, isNaming: isNaming ?? false)
      if !entries[index].mayBe.isEmpty { entries[index].grade = .asked }
    }
  }

  /// How many words before a name and behind it tell whether it is spoken of as one.
  private static let wordsBefore = 4
  private static let wordsBehind = 2
  /// Within how many letters they stand, however long the paragraph is.
  private static let lettersNear = 60

  private func speaksOfNames(_ mention: PeopleDiscovery.Mention, _ book: Book) -> Bool {
    let chapter = book.chapters[mention.chapter]
    let leaf = chapter.prose[mention.prose].text
    func words(_ range: Range<Int>) -> [String] {
      chapter.string(range).split { !$0.isLetter }.map { $0.lowercased() }
    }
    let (first, end) = (mention.range.lowerBound, mention.range.upperBound)
    let start = max(leaf.lowerBound, first - Self.lettersNear)
    let stop = min(leaf.upperBound, end + Self.lettersNear)
    let before = words(start..<max(start, first))
    let after = words(min(end, stop)..<stop)
    return (before.suffix(Self.wordsBefore) + after.prefix(Self.wordsBehind))
      .contains(where: NameCueWords.naming.contains)
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
