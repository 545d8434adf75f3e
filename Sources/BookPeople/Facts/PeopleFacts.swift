import BookModel

extension PeopleFacts {
  /// What the rules ask of a registry and of where its people were found.
  init(_ resolution: Resolution, _ registry: Registry, _ book: Book) {
    self.init()
    registered = registry.people.map { RegisteredFacts($0, book) }
    narrator = NarratorFinder.find(registry, book.metadata)
    namings = resolution.mentions.map {
      Naming(form: $0.form, part: Naming.Part($0.kind), isStrong: $0.isStrong)
    }
    for (number, form) in resolution.forms.enumerated() where form.bearers.count > 1 {
      bearers[number] = form.bearers.filter { $0.kind <= .given }.map(\.person)
    }
    shared = resolution.shared.map {
      NameToldApart(
        form: $0.form, text: resolution.forms[$0.form].text, chapter: $0.chapter, range: $0.range,
        counts: $0.counts)
    }
    misfittingTitles = resolution.clashes
    nearMisses = resolution.nearMisses
    deeds = resolution.mentions.enumerated().compactMap { index, resolved in
      let mention = resolved.mention
      let person = registry.people[mention.person].person
      guard person.born != nil || person.died != nil else { return nil }
      let chapter = book.chapters[mention.chapter]
      return DeedYear.year(before: mention.range, in: chapter.prose[mention.prose], of: chapter)
        .map { Deed(mention: index, year: $0) }
    }
  }
}

extension RegisteredFacts {
  fileprivate init(_ registered: RegisteredPerson, _ book: Book) {
    self.init(person: registered.person)
    isFamily = CastWords.Group(person) == .family
    namesake = registered.namesake
    seeSpan = registered.seeSpan
    bornYears = person.born.flatMap(LifeDate.years)
    diedYears = person.died.flatMap(LifeDate.years)
    emptyScopes = registered.scope.filter { word in
      !book.chapters.contains { ChapterScope.matches(word, $0, book) }
    }
    var own: Set<String> = []
    let nicknames = registered.nicknames.map { NameAlias(text: $0, span: person.span) }
    for alias in registered.aliases + nicknames where own.insert(alias.text).inserted {
      aliases.append(
        AliasFacts(
          text: alias.text, span: alias.span, isCommonWord: Self.isCommonWord(alias.text),
          isAmbiguous: registered.ambiguous.contains(alias.text)))
    }
  }

  // A capital marks "Will" or "Mother" as a name; a word in small letters is found everywhere.
  static func isCommonWord(_ alias: String) -> Bool {
    guard !alias.contains(" "), let first = alias.unicodeScalars.first,
      CommonWords.contains(alias)
    else { return false }
    return first.properties.isLowercase || !CommonWords.isAddress(alias)
  }
}

extension Naming.Part {
  fileprivate init(_ kind: RegistryForm.Kind) {
    switch kind {
    case .full: self = .full
    case .alias: self = .alias
    case .nickname: self = .nickname
    case .given, .short: self = .given
    case .family, .maiden, .titled, .initials, .plural: self = .other
    }
  }
}
