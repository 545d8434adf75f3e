package import BookModel

// Finds the people of a book in its prose alone. Chapters enter; mentions and people leave. It
// knows nothing of the registry, of the index or of how anything is printed.

/// The people found in a book's prose.
package struct PeopleDiscovery: Sendable, Equatable {
  /// A place where somebody is named.
  package struct Mention: Sendable, Equatable {
    /// Index into the chapters.
    package var chapter: Int
    /// Index into that chapter's `prose`.
    package var prose: Int
    /// Range of that chapter's `text`: the name with its title, without a possessive.
    package var range: Range<Int>
    /// Index into `people`.
    package var person: Int
    /// How sure it is that this is a person's name, 0 to 1.
    package var confidence: Double
  }

  /// Somebody found.
  package struct FoundPerson: Sendable, Equatable {
    /// The parts of the fullest form.
    package var name: PersonName
    /// In quotation marks within the name: `Dave “Dizzy” Smith`.
    package var nicknames: [String] = []
    /// As an index would print it: `Smith, Dave`.
    package var heading: String
    /// Every form of the name as written, most frequent first.
    package var forms: [Form]
    /// How often they are named.
    package var count: Int
    /// Indices into `mentions` of the first places, at most five.
    package var first: [Int]
    /// What titles and given names tell.
    package var gender: Title.Gender
    /// A family as a whole: `the Munsters`.
    package var isFamilyGroup: Bool
    /// What they are to the narrator, as the words beside the name say.
    package var relation: String?
    /// Whether a title, what they do, say or own, or a word beside them speaks for a person.
    package var isActing = true
  }

  /// One form of a name.
  package struct Form: Sendable, Equatable {
    /// As written.
    package var text: String
    /// How often.
    package var count: Int
    /// Whether it fits several of those found, so that it may stand for another where it stands.
    package var isShared = false
  }

  /// In reading order.
  package var mentions: [Mention] = []
  /// In the order of their first mention.
  package var people: [FoundPerson] = []

  package init() {}
}

/// Finds names of people in the chapters of one book and groups them by person.
///
/// `narrator` is the name of the one who says "I", by which hardly anybody calls himself.
package func discoverPeople(
  in chapters: [ParsedChapter], narrator: PersonName? = nil, jobs: Int
) async -> PeopleDiscovery {
  var scan = await findNames(in: chapters, jobs: jobs)
  let judge = PlaceJudge(words: scan.words)
  let words = scan.chapters
  func isThing(_ name: FoundName) -> Bool {
    judge.isThing(words[name.chapter].tokens[name.tokens], chapters[name.chapter].text)
  }
  scan.names.removeAll(where: isThing)
  let ships = SetOffNames(scan, chapters)
  scan.names.removeAll(where: ships.contains)
  scan.doubtful.removeAll(where: isThing)
  scan.divideNames(chapters)
  scan.trimNames()
  scan.trimShoutedNames()
  scan.joinNames()
  scan.addToldNames(chapters)
  return groupNames(scan, chapters, narrator: narrator)
}

/// In a book that sets off titles and not names, one name in so many at most stands in a title.
private let namesToOneSetOff: Float = 5
/// So few say nothing of the book.
private let setOffAtMost: Float = 5

/// Gives every name found its person.
func groupNames(
  _ scan: BookScan, _ chapters: [ParsedChapter], narrator: PersonName? = nil
) -> PeopleDiscovery {
  let parser = NameParser(words: scan.words)
  var grouper = PersonGrouper(words: scan.words, narrator: narrator)
  let numbered = NumberedForms(scan, parser, grouper)
  let (forms, formOfName) = (numbered.forms, numbered.ofName)
  var candidates = [[Int]](repeating: [], count: forms.count)
  let order = forms.indices.sorted {
    let (one, two) = (PersonGrouper.rank(forms[$0]), PersonGrouper.rank(forms[$1]))
    if one != two { return one < two }
    let (first, second) = (forms[$0].given.count, forms[$1].given.count)
    if first != second { return first > second }
    return $0 < $1
  }
  var chaptersOfForm = [Set<Int>](repeating: [], count: forms.count)
  for (name, form) in zip(scan.names, formOfName) { chaptersOfForm[form].insert(name.chapter) }
  for index in order {
    if let full = numbered.bynames[index], candidates[full].count == 1 {
      candidates[index] = candidates[full]
      grouper.addByname(forms[index], to: candidates[full][0])
      continue
    }
    candidates[index] = grouper.candidates(for: forms[index], in: chaptersOfForm[index])
    if let kin = numbered.kin[index], candidates[index].count == 1 {
      grouper.note(kin: kin, of: candidates[index][0])
    }
  }
  let judge = PlaceJudge(words: scan.words)
  var tallies = [PlaceJudge.Tally](repeating: PlaceJudge.Tally(), count: grouper.people.count)
  let works = chapters.map(EmphasisedRanges.init)
  var persons: [Int] = []
  var last = [Int](repeating: -1, count: grouper.people.count)
  var isTold: Set<Int> = []
  for (index, name) in scan.names.enumerated() {
    let person = candidates[formOfName[index]].max { last[$0] < last[$1] } ?? 0
    last[person] = index
    persons.append(person)
    if name.isTold { isTold.insert(person) }
    judge.add(
      name, forms[formOfName[index]], scan.chapters[name.chapter].leaf(name.leaf),
      to: &tallies[person])
    let tokens = scan.chapters[name.chapter].tokens[name.tokens]
    if let first = tokens.first, let end = tokens.last?.end, first.start < end,
      works[name.chapter].hold(Int(first.start)..<Int(end))
    {
      tallies[person].emphasised += 1
    }
  }
  // Where most names are set off, none is a title for that.
  let setOff = tallies.reduce(0) { $0 + $1.emphasised }
  if setOff > setOffAtMost, setOff * namesToOneSetOff > Float(scan.names.count) {
    for person in tallies.indices { tallies[person].emphasised = 0 }
  }
  var discovery = PeopleDiscovery()
  var renumbered = [Int](repeating: -1, count: grouper.people.count)
  var members: [Int] = []
  var kept: [Int] = []
  // "Corpus Christi—" in a heading is what it is elsewhere.
  let isThing = tallies.map(judge.isPlace)
  let things = ThingNames(scan, isThing: { isThing[persons[$0]] })
  let named = scan.names.indices.filter {
    !isThing[persons[$0]] && !things.contains(scan.names[$0], in: scan)
  }
  let isLookedAt = mostNamed(named.map { persons[$0] }, of: grouper.people.count)
  for index in named where isLookedAt[persons[index]] {
    let name = scan.names[index]
    let person = persons[index]
    kept.append(index)
    if renumbered[person] < 0 {
      renumbered[person] = members.count
      members.append(person)
    }
    let tokens = scan.chapters[name.chapter].tokens[name.tokens]
    let start = Int(tokens.first?.start ?? 0)
    let end = Int(tokens.last?.end ?? 0)
    discovery.mentions.append(
      PeopleDiscovery.Mention(
        chapter: name.chapter, prose: name.leaf, range: start..<max(start, end),
        person: renumbered[person], confidence: Double(name.confidence)))
  }
  discovery.people = describe(
    members.map { grouper.people[$0] }, discovery.mentions, chapters,
    { candidates[formOfName[kept[$0]]].count > 1 }
  ) {
    let name = scan.names[kept[$0]]
    let tokens = scan.chapters[name.chapter].tokens[name.tokens]
    let family = name.family.map { scan.chapters[name.chapter].tokens[$0] }
    return parser.pieces(
      tokens, forms[formOfName[kept[$0]]], family: family, chapters[name.chapter].text)
  }
  for (number, person) in members.enumerated() {
    discovery.people[number].isActing =
      tallies[person].acts > 0 || !tallies[person].isUntitled || isTold.contains(person)
  }
  return discovery
}

/// No index has so many people; of a text that names more, those named least are not looked at.
private let mostPeople = 10_000

/// Which of the people that are named are looked at: all, or where they are very many the most often
/// named, of those named as often the first.
private func mostNamed(_ persons: [Int], of count: Int) -> [Bool] {
  var counts = [Int](repeating: 0, count: count)
  for person in persons { counts[person] += 1 }
  let named = counts.indices.filter { counts[$0] > 0 }
  guard named.count > mostPeople else { return counts.map { $0 > 0 } }
  var isLookedAt = [Bool](repeating: false, count: count)
  let order = named.sorted { (counts[$1], $0) < (counts[$0], $1) }
  for person in order.prefix(mostPeople) { isLookedAt[person] = true }
  return isLookedAt
}
