package import BookDiagnostics
import BookLanguage
package import BookModel

/// Finds everyone of the registry in the book, and those beside it as far as book.yaml wants them:
/// explicit links first, then all forms of all names.
///
/// What fits several people is left open and never guessed. Only what cannot be read is told here;
/// what there is to judge is left to the rules as facts.
package func annotatePeople(in book: Book, jobs: Int) async -> Diagnosed<PeopleAnnotation> {
  let read = readRegistry(book.people, language: book.metadata.language)
  let people = await SettledPeople(
    of: book, read.value, found: book.metadata.people.found, jobs: jobs)
  let (registry, resolution) = (people.registry, people.resolution)
  var annotation = PeopleAnnotation()
  annotation.people = registry.people.map { PublicPerson.of($0.person) }
  annotation.mentions = resolution.mentions.map(\.mention)
  annotation.ambiguous = resolution.ambiguous
  if book.metadata.people.index {
    annotation.index = IndexBuilder(book: book, registry: registry, resolution: resolution).index()
  }
  annotation.cast = CastBuilder(book: book, registry: registry, resolution: resolution).cast()
  annotation.facts = PeopleFacts(resolution, registry, book)
  let unregistered = UnregisteredNames(people)
  let isSupported = Language.of(book.metadata.language).supports.contains(.people)
  let most = isSupported ? 1 : UnregisteredName.mostWhereUnsupported
  annotation.unregistered = unregistered.found.map {
    UnregisteredName(
      text: $0.text, count: $0.count,
      first: book.chapters[$0.first.chapter].span($0.first.range),
      confidence: min($0.confidence, most), person: $0.person)
  }
  // Beside a registered name the resolver has seen the slip already.
  let seen = Set(
    resolution.nearMisses.map { oneLine(book.chapters[$0.chapter].string($0.range)) })
  annotation.facts.slips = unregistered.slips.filter { !seen.contains($0.text) }
    .compactMap { SpellingSlip($0, registry, book) }
  annotation.facts.speltAlike = foundSpeltAlike(annotation)
  annotation.questions = QuestionList(annotation, in: book).questions
  let isRead = !read.diagnostics.contains { $0.severity == .error }
  let nobody = isRead ? NarratorFinder.unknown(read.value, book.metadata) : []
  return Diagnosed(annotation, read.diagnostics + nobody + people.unknownLinks)
}

/// Everyone found in the book, with what the index and the lint rules need to know beyond the
/// annotation.
struct Resolution: Sendable {
  /// All forms of the registry.
  let forms: [RegistryForm]
  /// In reading order.
  var mentions: [ResolvedMention] = []
  /// In reading order.
  var ambiguous: [AmbiguousMention] = []
  /// Titles that fit nobody.
  var clashes: [MisfittingTitle] = []
  /// Names a letter away from a registered one.
  var nearMisses: [NearMiss] = []
  /// Forms that were told apart by what stands near.
  var shared: [SharedForm] = []

  /// Nobody, nowhere.
  init() { forms = [] }

  /// Of a reading of the registry's forms in the book.
  init(of book: Book, _ registry: Registry, _ reading: FormReading, links: [[ResolvedMention]]) {
    forms = reading.forms
    guard !registry.people.isEmpty else { return }
    var judge = CandidateJudge(profiles: Self.profiles(registry, book))
    let facts = FormFacts(forms, hits: reading.hits, smallWords: reading.smallWords, judge: judge)
    judge.titlesBorne = facts.titlesBorne
    var resolver = Resolver(forms: forms, judge: judge, facts: facts)
    for (i, chapter) in book.chapters.enumerated() {
      resolver.resolve(chapter, i, hits: reading.hits[i], links: links[i])
    }
    mentions = resolver.mentions
    ambiguous = resolver.ambiguous
    clashes = resolver.clashes
    nearMisses = resolver.nearMisses
    shared = resolver.shared
    Passing.mark(&mentions, in: book)
  }

  static func profiles(_ registry: Registry, _ book: Book) -> [PersonProfile] {
    let narrator = NarratorFinder.find(registry, book.metadata)
    return registry.people.enumerated().map { i, person in
      PersonProfile(
        person, scope: ChapterScope.chapters(person.scope, in: book), isNarrator: i == narrator)
    }
  }
}

/// Which chapters a `scope` names.
enum ChapterScope {
  /// The chapters whose file names begin with one of the words; nil without a scope.
  static func chapters(_ scope: [String], in book: Book) -> Set<Int>? {
    if scope.isEmpty { return nil }
    var result: Set<Int> = []
    for word in scope {
      for (i, chapter) in book.chapters.enumerated() where matches(word, chapter, book) {
        result.insert(i)
      }
    }
    return result
  }

  static func matches(_ word: String, _ chapter: ParsedChapter, _ book: Book) -> Bool {
    let path = book.sources[chapter.source].path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return path == word || name.hasPrefix(word)
  }
}

/// Finds the narrator among the registered.
enum NarratorFinder {
  /// The person whom book.yaml names as narrator, else the one with the only author's name.
  static func find(_ registry: Registry, _ metadata: BookMetadata) -> Int? {
    if let said = metadata.narrator?.person {
      let slug = FoldedName.slug(said)
      return registry.index(of: said)
        ?? registry.people.firstIndex { FoldedName.slug($0.person.display) == slug }
    }
    let authors = metadata.authors.map { FoldedName.slug($0.name) }
    guard authors.count == 1, let author = authors.first else { return nil }
    let namesakes = registry.people.indices.filter {
      let person = registry.people[$0]
      let names = [person.person.display] + person.aliases.map(\.text)
      return names.contains { FoldedName.slug($0) == author }
        || isSame(person.name, author)
    }
    if namesakes.count == 1 { return namesakes[0] }
    return namesakes.first {
      let person = registry.people[$0].person
      return (person.roles + [person.relation].compactMap { $0 }).contains {
        let words = $0.lowercased()
        return words.contains("author") || words.contains("narrator") || words == "self"
      }
    }
  }

  /// The narrator's name: of the registry, else of the only author.
  static func name(_ registry: Registry, _ metadata: BookMetadata) -> PersonName? {
    if let narrator = find(registry, metadata) { return registry.people[narrator].name }
    let author = metadata.authors.count == 1 ? metadata.authors.first?.name : nil
    guard let said = metadata.narrator?.person ?? author else { return nil }
    let name = PersonName(parsing: said)
    return name.family == nil ? nil : name
  }

  /// A narrator in book.yaml whom nobody knows: no id of the registry, and no whole name.
  static func unknown(_ registry: Registry, _ metadata: BookMetadata) -> [Diagnostic] {
    guard let narrator = metadata.narrator, let said = narrator.person,
      find(registry, metadata) == nil, !registry.people.isEmpty
    else { return [] }
    let near = nearestWord(to: said, among: registry.people.map(\.person.id))
    return [
      Diagnostic(
        .wrongValue, "the narrator '\(said)' is nobody in people.yaml", at: narrator.span,
        notes: [
          DiagnosticNote(
            near.map { "there is '\($0)'" }
              ?? "give the 'id' of a person in people.yaml, or a name: 'narrator: Ann Berg'")
        ])
    ]
  }

  private static func isSame(_ name: PersonName, _ author: String) -> Bool {
    guard let given = name.given?.split(separator: " ").first, let family = name.family else {
      return false
    }
    return FoldedName.slug("\(given) \(family)") == author
  }
}
