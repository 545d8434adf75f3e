import BookModel

/// Makes the people index: headings in order, locators in runs, references from other names.
struct IndexBuilder {
  let book: Book
  let registry: Registry
  let resolution: Resolution
  let collation: Collation
  // The people named in each leaf, by chapter and leaf in one number.
  private let peopleByLeaf: [Int: Set<Int>]

  init(book: Book, registry: Registry, resolution: Resolution) {
    self.book = book
    self.registry = registry
    self.resolution = resolution
    collation = Collation(order: book.metadata.people.collation, language: book.metadata.language)
    var byLeaf: [Int: Set<Int>] = [:]
    for resolved in resolution.mentions {
      byLeaf[resolved.mention.chapter << 32 | resolved.mention.prose, default: []].insert(
        resolved.mention.person)
    }
    peopleByLeaf = byLeaf
  }

  /// An entry with what it is filed under.
  private struct Filed {
    var entry: PeopleIndex.Entry
    var sort: String
    var key: Collation.Key
  }

  /// The whole index; empty when nobody is named.
  func index() -> PeopleIndex {
    var byPerson = [[ResolvedMention]](repeating: [], count: registry.people.count)
    for resolved in resolution.mentions { byPerson[resolved.mention.person].append(resolved) }
    var filed: [Filed] = []
    for (i, mentions) in byPerson.enumerated() {
      let shown = PublicPerson.of(registry.people[i].person)
      guard shown.privacy != .hidden else { continue }
      let places = LocatorRuns(book: book, others: othersByLeaf(but: i)).runs(
        of: mentions, gender: registry.people[i].gender)
      guard !places.isEmpty else { continue }
      var entry = PeopleIndex.Entry(heading: shown.heading, id: entryID(i, shown), person: i)
      arrange(places, mentions, in: &entry)
      filed.append(file(entry, sort: shown.sort))
      filed += references(to: entry, i, shown, mentions, places)
    }
    addSeeAlso(&filed)
    filed.sort { ($0.key, $0.entry.id) < ($1.key, $1.entry.id) }
    return grouped(filed)
  }

  // Other people's mentions by chapter and leaf: a paragraph about them breaks a run.
  private func othersByLeaf(but person: Int) -> (Int, Int) -> Bool {
    let byLeaf = peopleByLeaf
    return { chapter, leaf in
      byLeaf[chapter << 32 | leaf]?.contains { $0 != person } ?? false
    }
  }

  private func file(_ entry: PeopleIndex.Entry, sort: String) -> Filed {
    Filed(entry: entry, sort: sort, key: collation.key(sort))
  }

  // The id goes into the book, so that of a private person must not tell the name.
  private func entryID(_ i: Int, _ shown: Person) -> String {
    shown.privacy == .public ? "i-\(shown.id)" : "i-person-\(i + 1)"
  }

  // MARK: Locators

  // The author's own notes become subheadings; else a string of more than six is broken by chapter.
  private func arrange(
    _ places: [LocatorRuns.Run], _ mentions: [ResolvedMention], in entry: inout PeopleIndex.Entry
  ) {
    var plain: [PeopleIndex.Locator] = []
    for place in places {
      if let note = place.note {
        if let known = entry.subentries.firstIndex(where: { $0.subject == .note(note) }) {
          entry.subentries[known].locators.append(place.locator)
        } else {
          entry.subentries.append(PeopleIndex.Subentry(.note(note), locators: [place.locator]))
        }
      } else {
        plain.append(place.locator)
      }
    }
    guard plain.count > 6, entry.subentries.isEmpty, Set(plain.map(\.chapter)).count > 1 else {
      entry.locators = plain
      return
    }
    for locator in plain {
      let subject = PeopleIndex.Subentry.Subject.chapter(locator.chapter)
      if let last = entry.subentries.indices.last, entry.subentries[last].subject == subject {
        entry.subentries[last].locators.append(locator)
      } else {
        entry.subentries.append(PeopleIndex.Subentry(subject, locators: [locator]))
      }
    }
  }

  // MARK: References

  // From the nicknames and former names that the text uses alone, and from those the author lists;
  // with one or two places the places stand there again, which spares the reader a second look.
  private func references(
    to entry: PeopleIndex.Entry, _ i: Int, _ shown: Person, _ mentions: [ResolvedMention],
    _ places: [LocatorRuns.Run]
  ) -> [Filed] {
    guard shown.privacy == .public else { return [] }
    let person = registry.people[i]
    let used = Set(mentions.compactMap { $0.form.map { resolution.forms[$0].text } })
    var words = person.person.see.filter { registry.index(of: $0) == nil }
    words += person.nicknames.filter { used.contains($0) }
    for alias in person.aliases {
      let isUsed = used.contains(alias.text)
      if alias.isFormerName && isUsed || alias.type == .nickname && isUsed {
        words.append(alias.text)
      }
    }
    var seen: Set<String> = []
    return words.compactMap { word in
      let name = PersonName(parsing: word)
      let heading = word.contains(" ") ? Heading(of: name).heading : word
      let key = collation.key(heading)
      // Next to the heading itself a reference is of no use.
      guard seen.insert(heading).inserted, heading != entry.heading,
        !entry.heading.hasPrefix(heading)
      else { return nil }
      var reference = PeopleIndex.Entry(
        heading: heading, id: "\(entry.id)-\(FoldedName.slug(word))", person: nil)
      if places.count <= 2, entry.subentries.isEmpty {
        reference.locators = entry.locators
        reference.person = i
      } else {
        reference.see = [entry.id]
      }
      return Filed(entry: reference, sort: heading, key: key)
    }
  }

  // `see: [other-id]` in people.yaml: two headings that belong together.
  private func addSeeAlso(_ filed: inout [Filed]) {
    let ids = Set(filed.map(\.entry.id))
    for k in filed.indices {
      guard let i = filed[k].entry.person, filed[k].entry.see.isEmpty,
        filed[k].entry.id == "i-\(registry.people[i].id)"
      else { continue }
      filed[k].entry.seeAlso = registry.people[i].person.see.compactMap { word in
        guard registry.index(of: word) != nil, ids.contains("i-\(word)"),
          word != registry.people[i].id
        else { return nil }
        return "i-\(word)"
      }
    }
  }

  // MARK: Letters

  private func grouped(_ filed: [Filed]) -> PeopleIndex {
    var index = PeopleIndex()
    for item in filed {
      let letter = collation.letter(item.sort)
      if index.groups.last?.letter != letter {
        index.groups.append(PeopleIndex.Group(letter: letter))
      }
      index.groups[index.groups.count - 1].entries.append(item.entry)
    }
    return index
  }
}
