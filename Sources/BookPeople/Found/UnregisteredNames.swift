import BookDiagnostics
import BookModel
import BookWords

/// Names that are asked about: those who are found and not printed, and further names of the
/// registered.
struct UnregisteredNames {
  /// Somebody whom the registry lacks.
  struct Found {
    var text: String
    var count: Int
    var first: PeopleDiscovery.Mention
    /// How sure discovery is, on average.
    var confidence: Double
    /// Whose further name it may be, an index into the registry.
    var person: Int?
  }

  /// Most frequent first.
  private(set) var found: [Found] = []
  /// Names that are nearly those of registered people.
  private(set) var slips: [UnregisteredPeople.Remark] = []

  init(_ people: SettledPeople) {
    let unregistered = people.unregistered
    slips = unregistered.remarks.filter { $0.slip != nil }
    var places = [[PeopleDiscovery.Mention]](
      repeating: [], count: unregistered.discovery.people.count)
    for mention in unregistered.discovery.mentions { places[mention.person].append(mention) }
    for entry in people.entries where entry.grade == .asked && entry.mayBe.isEmpty {
      let mentions = places[entry.person]
      guard let first = mentions.first else { continue }
      let forms = unregistered.discovery.people[entry.person].forms
      let longest = forms.map(\.text).max { $0.utf8.count < $1.utf8.count } ?? ""
      let sum = mentions.reduce(0) { $0 + $1.confidence }
      found.append(
        Found(
          text: longest, count: mentions.count, first: first,
          confidence: sum / Double(mentions.count)))
    }
    for remark in unregistered.remarks where remark.slip == nil {
      found.append(
        Found(
          text: remark.text, count: remark.count, first: remark.first,
          confidence: remark.first.confidence, person: remark.person))
    }
    found.sort { ($1.count, $0.text) < ($0.count, $1.text) }
  }
}

extension SpellingSlip {
  /// A slip as found, with the words of the registry that would mend it.
  init?(_ remark: UnregisteredPeople.Remark, _ registry: Registry, _ book: Book) {
    guard let slip = remark.slip else { return nil }
    let chapter = book.chapters[remark.first.chapter]
    let place = Self.place(of: slip, in: remark, registry.people[remark.person], chapter)
    self.init(
      text: remark.text, count: remark.count, person: remark.person,
      first: chapter.span(remark.first.range),
      correction: place.map { (word: chapter.span($0.0), registered: $0.1) })
  }

  // Where the word stands, and the registered one as the registry writes it.
  private static func place(
    of slip: UnregisteredPeople.Remark.Slip, in remark: UnregisteredPeople.Remark,
    _ person: RegisteredPerson, _ chapter: ParsedChapter
  ) -> (Range<Int>, String)? {
    let texts = [person.person.display, person.name.given, person.name.family, person.name.literal]
    let known = (texts.compactMap { $0 } + person.aliases.map(\.text))
      .flatMap { $0.split(separator: " ").map(String.init) }
    guard let word = known.first(where: { foldedWord($0.utf8).elementsEqual(slip.registered.utf8) })
    else { return nil }
    let range = remark.first.range.clamped(to: 0..<chapter.text.count)
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, chapter.text[end] != 32, chapter.text[end] != 10 { end += 1 }
      if foldedWord(chapter.text[start..<end]).elementsEqual(slip.word.utf8) {
        return (start..<end, word)
      }
      start = end + 1
    }
    return nil
  }
}
