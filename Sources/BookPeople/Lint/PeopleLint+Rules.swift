import BookDiagnostics
import BookModel

extension PeopleLint {
  /// Everything that is said about people after resolution; each fault once, at its first place.
  mutating func check(_ resolution: Resolution) {
    guard registry.exists else { return }
    reportAmbiguous(resolution)
    reportNearMisses(resolution)
    reportClashes(resolution)
    reportNeverMentioned(resolution)
    reportShortNameFirst(resolution)
    let told = reportSharedShortNames(resolution)
    reportSharedNames(resolution, but: told)
    reportPrivate(resolution)
    reportActsAfterDeath(resolution)
    reportScopes()
    reportBlindReferences(resolution)
  }

  // "See also" somebody who has no heading: the index leaves it out, and the author should know.
  private mutating func reportBlindReferences(_ resolution: Resolution) {
    guard registry.people.contains(where: { !$0.person.see.isEmpty }) else { return }
    let named = Set(resolution.mentions.map(\.mention.person))
    for person in registry.people {
      for word in person.person.see where word != person.id {
        guard let other = registry.index(of: word) else { continue }
        let isHidden = registry.people[other].person.privacy != .public
        guard isHidden || !named.contains(other) else { continue }
        report(
          .referenceLeadsNowhere,
          "'\(person.id)' refers to '\(word)', who \(isHidden ? "is private" : "is never mentioned")",
          at: entryStart(person))
      }
    }
  }

  func span(_ chapter: Int, _ range: Range<Int>) -> SourceSpan { book.chapters[chapter].span(range) }

  func words(_ chapter: Int, _ range: Range<Int>) -> String {
    book.chapters[chapter].string(range).split(whereSeparator: { $0 == "\n" || $0 == " " })
      .joined(separator: " ")
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan?,
    notes: [DiagnosticNote] = [], fixIts: [FixIt] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: span, notes: notes, fixIts: fixIts))
  }

  // One message for a form, its candidates and a chapter, with the number of further places: the
  // author marks them together.
  private mutating func reportAmbiguous(_ resolution: Resolution) {
    struct Question: Hashable {
      var chapter: Int
      var words: String
      var candidates: [Int]
    }
    let nearMisses = Set(resolution.nearMisses.map { $0.chapter << 40 | $0.range.lowerBound })
    var order: [Question] = []
    var places: [Question: [AmbiguousMention]] = [:]
    for mention in resolution.ambiguous
    where !nearMisses.contains(mention.chapter << 40 | mention.range.lowerBound) {
      let question = Question(
        chapter: mention.chapter, words: words(mention.chapter, mention.range),
        candidates: mention.candidates.sorted())
      if places[question] == nil { order.append(question) }
      places[question, default: []].append(mention)
    }
    for question in order {
      guard let mentions = places[question], let first = mentions.first else { continue }
      let names = first.candidates.map { registry.people[$0] }
      let more = mentions.count > 1 ? ", here and \(mentions.count - 1) more times in this chapter" : ""
      let who = names.prefix(4).map { "'\($0.id)'" }.joined(separator: ", ")
        + (names.count > 4 ? " or \(names.count - 4) others" : "")
      var notes = names.prefix(4).map {
        DiagnosticNote("\($0.person.heading): [\(question.words)](person:\($0.id))")
      }
      if names.count == 1 {
        notes.append(DiagnosticNote("somebody else: [\(question.words)](person:none)"))
      }
      report(
        .ambiguousMention,
        names.count == 1
          ? "'\(question.words)' may be \(who) or somebody else\(more)"
          : "'\(question.words)' may be \(who)\(more)",
        at: span(first.chapter, first.range), notes: notes)
    }
  }

  private mutating func reportNearMisses(_ resolution: Resolution) {
    var seen: Set<String> = []
    for miss in resolution.nearMisses {
      let found = words(miss.chapter, miss.range)
      let count = resolution.nearMisses.count {
        $0.person == miss.person && words($0.chapter, $0.range) == found
      }
      guard seen.insert(found).inserted else { continue }
      let person = registry.people[miss.person]
      let more = count > 1 ? " (\(count) times)" : ""
      report(
        .driftingSpelling,
        "'\(found)' is almost '\(person.person.display)' of the registry\(more)",
        at: span(miss.chapter, miss.range),
        notes: [DiagnosticNote("as it stands: [\(found)](person:\(person.id))")],
        fixIts: [
          FixIt(
            "write '\(miss.registered)'", at: span(miss.chapter, miss.word), with: miss.registered)
        ])
    }
  }

  private mutating func reportClashes(_ resolution: Resolution) {
    var seen: Set<String> = []
    for clash in resolution.clashes {
      let found = words(clash.chapter, clash.range)
      guard seen.insert(found).inserted else { continue }
      let known = clash.people.prefix(3).map { "'\(registry.people[$0].id)'" }.joined(separator: ", ")
      report(
        .titleClash, "'\(found)' fits nobody of that name: the registry has \(known)",
        at: span(clash.chapter, clash.range))
    }
  }

  private mutating func reportNeverMentioned(_ resolution: Resolution) {
    var named = Set(resolution.mentions.map(\.mention.person))
    // Who may be meant somewhere is asked about there.
    for mention in resolution.ambiguous { named.formUnion(mention.candidates) }
    let narrator = NarratorFinder.find(registry, book.metadata)
    for (i, person) in registry.people.enumerated() where !named.contains(i) && i != narrator {
      report(
        .personNeverMentioned, "'\(person.person.display)' is never mentioned",
        at: entryStart(person))
    }
  }

  func entryStart(_ person: RegisteredPerson) -> SourceSpan? {
    person.person.span.map { SourceSpan(file: $0.file, start: Int($0.start), end: Int($0.start) + 1) }
  }

  // A given name or nickname alone, and the full name later in the same chapter, for the first time
  // in the book. Relatives are called by their given names.
  private mutating func reportShortNameFirst(_ resolution: Resolution) {
    var first: [Int: ResolvedMention] = [:]
    var isDone: Set<Int> = []
    for resolved in resolution.mentions where resolved.mention.zone == .body {
      let i = resolved.mention.person
      if isDone.contains(i) { continue }
      if resolved.isStrong {
        isDone.insert(i)
        if let short = first[i], resolved.form != nil,
          short.mention.chapter == resolved.mention.chapter,
          short.mention.prose < resolved.mention.prose,
          CastWords.Group(registry.people[i].person) != .family
        {
          let found = words(short.mention.chapter, short.mention.range)
          report(
            .shortNameFirst,
            "'\(found)' is named before the reader learns that this is '\(registry.people[i].person.display)'",
            at: span(short.mention.chapter, short.mention.range),
            notes: [
              DiagnosticNote(
                "the full name first stands here",
                at: span(resolved.mention.chapter, resolved.mention.range))
            ])
        }
      } else if first[i] == nil {
        if resolved.kind == .given || resolved.kind == .nickname {
          first[i] = resolved
        } else {
          isDone.insert(i)
        }
      }
    }
  }

  // Once a form for the whole book: whoever adds a person sees whose places may have changed.
  private mutating func reportSharedNames(_ resolution: Resolution, but told: Set<Int>) {
    for shared in resolution.shared where !told.contains(shared.form) {
      report(
        .sharedName,
        "'\(resolution.forms[shared.form].text)' fits several people and was told apart by what stands near: \(counts(shared))",
        at: span(shared.chapter, shared.range))
    }
  }

  private func counts(_ shared: SharedForm) -> String {
    let people = shared.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let told = people.prefix(8).map { person, count in
      let times = count == 0 ? "never" : count == 1 ? "once" : "\(count) times"
      return "'\(registry.people[person].id)' \(times)"
    }.joined(separator: ", ")
    return people.count > 8 ? "\(told) and \(people.count - 8) others" : told
  }

  /// Returns the forms it has told of.
  private mutating func reportSharedShortNames(_ resolution: Resolution) -> Set<Int> {
    struct Use: Hashable {
      var chapter: Int
      var form: Int
    }
    var inChapter: [Int: Set<Int>] = [:]
    for resolved in resolution.mentions {
      inChapter[resolved.mention.chapter, default: []].insert(resolved.mention.person)
    }
    let asked = Set(resolution.ambiguous.map { "\($0.chapter) " + words($0.chapter, $0.range) })
    var seen: Set<Use> = []
    var told: Set<Int> = []
    for resolved in resolution.mentions where !resolved.isStrong {
      guard let form = resolved.form, resolved.kind == .given || resolved.kind == .nickname else {
        continue
      }
      let chapter = resolved.mention.chapter
      let rivals = resolution.forms[form].bearers.filter {
        $0.person != resolved.mention.person && inChapter[chapter]?.contains($0.person) == true
          && $0.kind <= .given
      }
      let found = words(chapter, resolved.mention.range)
      guard let rival = rivals.first, seen.insert(Use(chapter: chapter, form: form)).inserted,
        !asked.contains("\(chapter) " + found)
      else { continue }
      report(
        .sharedShortName,
        "'\(found)' alone may confuse: '\(registry.people[resolved.mention.person].person.display)' and '\(registry.people[rival.person].person.display)' are both in this chapter",
        at: span(chapter, resolved.mention.range),
        notes: told.insert(form).inserted
          ? resolution.shared.filter { $0.form == form }.map {
            DiagnosticNote("in the whole book told apart by what stands near: \(counts($0))")
          } : [])
    }
    return told
  }

  // The name as the registry has it is private; an alias is what the author lets be read.
  private mutating func reportPrivate(_ resolution: Resolution) {
    var first: [Int: (ResolvedMention, Int)] = [:]
    for resolved in resolution.mentions {
      let person = registry.people[resolved.mention.person]
      guard person.person.privacy != .public, resolved.form != nil, resolved.kind != .alias,
        resolved.kind != .nickname
      else { continue }
      let known = first[resolved.mention.person]
      first[resolved.mention.person] = (known?.0 ?? resolved, (known?.1 ?? 0) + 1)
    }
    for (i, (resolved, count)) in first.sorted(by: { $0.key < $1.key }) {
      let times = count > 1 ? " \(count) times" : ""
      report(
        .privatePersonNamed, "'\(registry.people[i].id)' is to stay private, but is named\(times)",
        at: span(resolved.mention.chapter, resolved.mention.range))
    }
  }

  private mutating func reportScopes() {
    for person in registry.people {
      for word in person.scope
      where !book.chapters.contains(where: { ChapterScope.matches(word, $0, book) }) {
        report(
          .scopeWithoutChapter, "'\(word)' in the scope of '\(person.id)' names no chapter",
          at: entryStart(person))
      }
    }
  }

  // "In 1931 Ruth Lindqvist came": a year in the same sentence before the name, an act after it.
  private mutating func reportActsAfterDeath(_ resolution: Resolution) {
    var seen: Set<Int> = []
    for resolved in resolution.mentions {
      let i = resolved.mention.person
      let person = registry.people[i].person
      guard person.born != nil || person.died != nil, !seen.contains(i) else { continue }
      let chapter = book.chapters[resolved.mention.chapter]
      let leaf = chapter.prose[resolved.mention.prose]
      guard let year = YearReader.year(before: resolved.mention.range, in: leaf, of: chapter) else {
        continue
      }
      let died = person.died.flatMap(LifeDate.years)
      let born = person.born.flatMap(LifeDate.years)
      let isDead = died.map { year > $0.upperBound } ?? false
      let isUnborn = born.map { year < $0.lowerBound } ?? false
      guard isDead || isUnborn else { continue }
      seen.insert(i)
      let found = words(resolved.mention.chapter, resolved.mention.range)
      report(
        .actsAfterDeath,
        isDead
          ? "'\(found)' acts in \(year), but died in \(person.died?.text ?? "")"
          : "'\(found)' acts in \(year), but was born in \(person.born?.text ?? "")",
        at: span(resolved.mention.chapter, resolved.mention.range))
    }
  }
}

/// Reads the year a sentence gives for what somebody does in it.
enum YearReader {
  /// The year of "In 1931 Ruth came": it stands before the name, with "in" or "of" or a month, and
  /// a verb of doing follows the name.
  static func year(before range: Range<Int>, in leaf: Prose, of chapter: ParsedChapter) -> Int? {
    chapter.text.withUnsafeBufferPointer { text in
      let words = WordReader(text: text, leaf: leaf.text.clamped(to: 0..<text.count))
      guard let next = words.after(range.upperBound), next.sign == nil,
        ActionWords.contains(next.text), next.text != "was", next.text != "and", next.text != "had"
      else { return nil }
      var place = range.lowerBound
      for _ in 0..<12 {
        guard let word = words.before(place), !word.text.isEmpty, word.sign != 0x2E else {
          return nil
        }
        if word.text.utf8.count == 4, let year = Int(word.text), year > 999, year < 2200,
          let before = words.before(word.range.lowerBound),
          ["in", "In", "of", "summer", "winter", "spring", "autumn"].contains(before.text)
            || NameNeighbours.isTime(before.text)
        {
          return year
        }
        place = word.range.lowerBound
      }
      return nil
    }
  }
}
