import BookDiagnostics
package import BookModel

// What `bookc scan people` proposes: people found, as entries ready for people.yaml. Text leaves;
// the author's file is only ever added to.

/// Entries for people.yaml: everyone found and printed, with the questions that stay.
package struct PeopleProposal: Sendable, Equatable {
  /// A YAML list, most often named first; each entry has a comment with its count, its first places
  /// and one line of context.
  package var yaml = ""
  /// How many entries it has.
  package var count = 0
  /// Comments on names that registered people may bear, and on those who may be somebody: nothing
  /// to be added without a look.
  package var remarks = ""

  /// Those of `people` who are named in some chapters.
  package init(_ people: SettledPeople, in book: Book, chapters: Set<Int>) {
    let discovery = people.unregistered.discovery
    var named = [Bool](repeating: false, count: discovery.people.count)
    for mention in discovery.mentions where chapters.contains(mention.chapter) {
      named[mention.person] = true
    }
    var places = PlaceNames(book)
    for entry in people.entries where entry.grade == .printed && named[entry.person] {
      var proposal = entry.proposal
      proposal.comment = places.comment(discovery.people[entry.person], discovery)
      yaml += proposal.yaml
      count += 1
    }
    for remark in people.unregistered.remarks where chapters.contains(remark.first.chapter) {
      let person = people.registry.people[remark.person]
      let place = places.place(remark.first)
      let times = "\(remark.count) \(remark.count == 1 ? "mention" : "mentions") (\(place))"
      remarks +=
        remark.slip == nil
        ? "# '\(remark.text)': \(times); another name of '\(person.id)'?\n"
        : "# '\(remark.text)': \(times); almost '\(person.person.display)' (\(person.id))\n"
    }
    for entry in people.entries where entry.grade == .asked && named[entry.person] {
      let person = discovery.people[entry.person]
      remarks +=
        "# '\(person.heading)': somebody? \(places.comment(person, discovery))\n"
    }
  }
}

/// Says where mentions stand.
struct PlaceNames {
  let book: Book
  private var tables: [Int: LineTable] = [:]

  init(_ book: Book) { self.book = book }

  /// `02-two.md:14`.
  mutating func place(_ mention: PeopleDiscovery.Mention) -> String {
    let chapter = book.chapters[mention.chapter]
    let file = book.sources[chapter.source]
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let table = tables[mention.chapter] ?? LineTable(file.bytes)
    tables[mention.chapter] = table
    return "\(name):\(table.position(Int(chapter.span(mention.range).start)).line)"
  }

  /// `4 mentions: 01-one.md:3, 02-two.md:5 …: … met Captain Whitlock on …`.
  mutating func comment(
    _ person: PeopleDiscovery.FoundPerson, _ discovery: PeopleDiscovery
  ) -> String {
    let mentions = "\(person.count) \(person.count == 1 ? "mention" : "mentions")"
    var places: [String] = []
    for index in person.first.prefix(3) {
      let place = place(discovery.mentions[index])
      if !places.contains(place) { places.append(place) }
    }
    let dots = person.count > min(3, person.first.count) ? " …" : ""
    let first = person.first.first.map { context(discovery.mentions[$0]) } ?? ""
    return "\(mentions): \(places.joined(separator: ", "))\(dots): \(first)"
  }

  /// The words around a mention, on one line.
  private func context(_ mention: PeopleDiscovery.Mention) -> String {
    let chapter = book.chapters[mention.chapter]
    let leaf =
      mention.prose < chapter.prose.count ? chapter.prose[mention.prose].text : mention.range
    var start = max(leaf.lowerBound, mention.range.lowerBound - 40)
    var end = min(leaf.upperBound, mention.range.upperBound + 40)
    while start > leaf.lowerBound, start < mention.range.lowerBound,
      chapter.text[start - 1] != 32
    {
      start += 1
    }
    while end < leaf.upperBound, end > mention.range.upperBound, chapter.text[end] != 32 {
      end -= 1
    }
    guard start < end else { return oneLine(chapter.string(mention.range)) }
    let words = oneLine(chapter.string(start..<end))
    return (start > leaf.lowerBound ? "…" : "") + words + (end < leaf.upperBound ? "…" : "")
  }
}
