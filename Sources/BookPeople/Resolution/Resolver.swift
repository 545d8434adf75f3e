import BookLanguage
import BookModel

/// A mention as resolved, with what the index and the lint rules ask of it.
struct ResolvedMention: Sendable {
  var mention: Mention
  /// Index into the forms; nil for a link by the author.
  var form: Int?
  var kind: RegistryForm.Kind
  /// Whether the words name the person in full.
  var isStrong: Bool
  /// The author's note in the link: a subheading.
  var note: String?
}

/// A form that fitted several people where it stood, and was given to one by what stands near.
struct SharedForm: Sendable {
  var form: Int
  /// The first such place.
  var chapter: Int
  var range: Range<Int>
  /// How often each of those whom it fitted was taken; 0 for who never was.
  var counts: [Int: Int]
}

/// A hit with its setting.
struct SettledHit: Sendable {
  var hit: FormHit
  var setting: Setting
}

/// Decides chapter by chapter, in reading order, whom each form means.
struct Resolver: Sendable {
  let forms: [RegistryForm]
  let judge: CandidateJudge
  let facts: FormFacts
  private(set) var mentions: [ResolvedMention] = []
  private(set) var ambiguous: [AmbiguousMention] = []
  private(set) var clashes: [MisfittingTitle] = []
  private(set) var nearMisses: [NearMiss] = []
  /// By form, in the order of their first places.
  private(set) var shared: [SharedForm] = []
  private var sharedPlace: [Int: Int] = [:]
  private var state: ChapterState
  private var wasIntroduced: [Bool]

  init(forms: [RegistryForm], judge: CandidateJudge, facts: FormFacts) {
    self.forms = forms
    self.judge = judge
    self.facts = facts
    state = ChapterState(people: judge.profiles.count)
    wasIntroduced = [Bool](repeating: false, count: judge.profiles.count)
  }

  /// Resolves one chapter: the author's own links and the forms found, in the order of the text.
  mutating func resolve(
    _ chapter: ParsedChapter, _ index: Int, hits: [SettledHit], links: [ResolvedMention]
  ) {
    state = ChapterState(people: judge.profiles.count)
    var nextLink = 0
    chapter.text.withUnsafeBufferPointer { text in
      for hit in hits {
        while nextLink < links.count,
          links[nextLink].mention.range.lowerBound < hit.hit.range.lowerBound
        {
          accept(links[nextLink], chapter)
          nextLink += 1
        }
        resolve(hit, in: chapter, index, text)
      }
    }
    for link in links[nextLink...] { accept(link, chapter) }
  }

  private mutating func accept(_ resolved: ResolvedMention, _ chapter: ParsedChapter) {
    let person = resolved.mention.person
    let leaf = chapter.prose[resolved.mention.prose]
    state.note(person, leaf: resolved.mention.prose, section: leaf.section)
    if let kin = judge.profiles[person].kin.first, judge.profiles[person].kin.count == 1 {
      state.lastKin = (kin, resolved.mention.range.lowerBound)
    }
    if resolved.isStrong || resolved.kind == .family { wasIntroduced[person] = true }
    mentions.append(resolved)
  }

  private mutating func resolve(
    _ settled: SettledHit, in chapter: ParsedChapter, _ index: Int,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    let hit = settled.hit
    let setting = settled.setting
    let form = forms[hit.form]
    let leaf = chapter.prose[hit.prose]
    if leaf.note != nil, state.noteNumber != leaf.note { state.enterNote(leaf.note) }
    guard !form.bearers.isEmpty, facts.isPlausible(hit, setting, form, zone: leaf.zone) else {
      return
    }
    if form.bearers[0].kind == .initials {
      // "J. F." with its points, and not before a word of the same name.
      guard hit.range.upperBound < text.count, text[hit.range.upperBound] == 0x2E else { return }
    }
    var main = setting
    if form.bearers[0].kind == .initials {
      main.range = main.range.lowerBound..<hit.range.upperBound + 1
    }
    if setting.partner != nil { main.givens = [] }
    var candidates: [Candidate] = []
    var clashing: [Int] = []
    for bearer in possible(form) {
      var rejection: CandidateJudge.Rejection?
      if let candidate = judge.judge(
        bearer, of: form, in: main, chapter: index, rejection: &rejection)
      {
        candidates.append(candidate)
      } else if rejection == .gender {
        clashing.append(bearer.person)
      }
    }
    if candidates.isEmpty {
      reportNobody(hit, setting, form, clashing, index)
    } else {
      // Who is named in full is meant, whoever shares a part of the name.
      if candidates.contains(where: \.isStrong) { candidates.removeAll { !$0.isStrong } }
      // A rank is a man's where the book does not say otherwise.
      if candidates.contains(where: { !judge.lacksRank($0.person, setting) }) {
        candidates.removeAll { judge.lacksRank($0.person, setting) }
      }
      // Mrs. Cope is herself, and not E. D. Cope, of whom nothing tells whether it is a woman.
      if candidates.contains(where: { judge.isCalledAsWoman($0.person, setting) }) {
        candidates.removeAll { judge.profiles[$0.person].gender == nil }
      }
      // Who bears the name, or is listed with it, is meant sooner than whom it is short for.
      if candidates.contains(where: { $0.kind != .short }) {
        candidates.removeAll { $0.kind == .short }
      }
      let words = WordReader(text: text, leaf: leaf.text.clamped(to: 0..<text.count))
      choose(candidates, hit, main, chapter, index, words)
    }
    if let partner = setting.partner, let title = setting.partnerTitle {
      resolvePartner(partner, title, hit, setting, chapter, index)
    }
  }

  /// Whom a form may mean: everybody who bears it; where very many do, as in a family tree, those
  /// whom the book has told of or names in full, or else the first of them, to ask about.
  private func possible(_ form: RegistryForm) -> some Collection<RegistryForm.Bearer> {
    guard form.bearers.count > Self.manyBearers else { return form.bearers[...] }
    let met = form.bearers.lazy
      .filter { wasIntroduced[$0.person] || facts.fullNames[$0.person] > 0 }
      .prefix(Self.manyBearers)
    return met.isEmpty ? form.bearers.prefix(Self.manyBearers) : Array(met)[...]
  }

  /// Of one form; a book of a parish has a dozen of one name.
  private static let manyBearers = 100

  private mutating func reportNobody(
    _ hit: FormHit, _ setting: Setting, _ form: RegistryForm, _ clashing: [Int], _ index: Int
  ) {
    if !clashing.isEmpty, clashing.count == form.bearers.count {
      clashes.append(MisfittingTitle(chapter: index, range: setting.range, people: clashing))
    }
    if let miss = nearMiss(hit, setting, form, index) {
      nearMisses.append(miss)
      ambiguous.append(
        AmbiguousMention(
          chapter: index, prose: hit.prose, range: miss.range, candidates: [miss.person]))
    } else if let person = marriedName(setting, form) {
      ambiguous.append(
        AmbiguousMention(
          chapter: index, prose: hit.prose,
          range: setting.range.lowerBound..<setting.nextEnd, candidates: [person]))
    }
    // Somebody else of that name has been met: "Henry Clay" where Henry Phipps is registered.
    state.others[hit.form] = hit.prose
  }

  // "Peter Folgier" where Peter Folger is registered, "Mathew Arnold" where Matthew is.
  private func nearMiss(
    _ hit: FormHit, _ setting: Setting, _ form: RegistryForm, _ index: Int
  ) -> NearMiss? {
    for bearer in form.bearers {
      let profile = judge.profiles[bearer.person]
      if bearer.kind == .given, setting.goesOn, setting.nextEnd > setting.range.upperBound,
        setting.givens.isEmpty, Spelling.isNear(setting.next, profile.family),
        !facts.isFamily(setting.next)
      {
        let end = setting.nextEnd
        return NearMiss(
          chapter: index, range: setting.range.lowerBound..<end, person: bearer.person,
          word: end - setting.next.utf8.count..<end, registered: profile.familyAsWritten)
      }
      if bearer.kind == .family, !setting.goesOn, setting.givens.count == 1,
        let given = profile.givens.first, let found = setting.givens.first,
        Spelling.isNear(found, given)
      {
        let start = setting.givenStart
        return NearMiss(
          chapter: index, range: setting.range, person: bearer.person,
          word: start..<start + found.utf8.count, registered: profile.givenAsWritten)
      }
    }
    return nil
  }

  // "Abiah Folger" where Abiah Franklin is registered, and Folgers too: her name before she married?
  private func marriedName(_ setting: Setting, _ form: RegistryForm) -> Int? {
    guard setting.goesOn, setting.nextEnd > setting.range.upperBound, setting.givens.isEmpty,
      form.bearers.count == 1, let bearer = form.bearers.first, facts.isFamily(setting.next)
    else { return nil }
    let profile = judge.profiles[bearer.person]
    guard profile.givens.first == form.text.lowercased(), profile.gender != .male else {
      return nil
    }
    return bearer.person
  }

  // "Mr. and Mrs. John Smith": the given name is his.
  private mutating func resolvePartner(
    _ range: Range<Int>, _ title: Honorific, _ hit: FormHit, _ setting: Setting,
    _ chapter: ParsedChapter, _ index: Int
  ) {
    var his = setting
    his.titles = [title]
    his.partner = nil
    let herself =
      mentions.last?.mention.range.lowerBound == setting.range.lowerBound
      ? mentions.last?.mention.person : nil
    let candidates = forms[hit.form].bearers.filter { $0.person != herself }.compactMap { bearer in
      var rejection: CandidateJudge.Rejection?
      return judge.judge(
        bearer, of: forms[hit.form], in: his, chapter: index, rejection: &rejection)
    }
    guard candidates.count == 1 else {
      if candidates.count > 1 {
        ambiguous.append(
          AmbiguousMention(
            chapter: index, prose: hit.prose, range: range, candidates: candidates.map(\.person)))
      }
      return
    }
    let mention = Mention(
      chapter: index, prose: hit.prose, range: range, person: candidates[0].person,
      zone: chapter.prose[hit.prose].zone)
    // The husband stands first in the text, but was found when his wife's name was.
    let wife =
      mentions.last?.mention.range.lowerBound == setting.range.lowerBound
      ? mentions.popLast() : nil
    accept(
      ResolvedMention(mention: mention, form: hit.form, kind: .family, isStrong: false), chapter)
    if let wife { mentions.append(wife) }
  }

  private mutating func choose(
    _ candidates: [Candidate], _ hit: FormHit, _ setting: Setting, _ chapter: ParsedChapter,
    _ index: Int, _ words: WordReader
  ) {
    let leaf = chapter.prose[hit.prose]
    let expected = expectedKin(hit, setting, candidates, words)
    let year =
      candidates.count > 1 && judge.hasLife(candidates)
      ? words.year(before: setting.range.lowerBound) : nil
    // What is said of each, before it counts who stands near.
    var told: [Int: Int] = [:]
    var ranked = candidates.map { candidate in
      var candidate = candidate
      candidate.score += judge.kinScore(candidate.person, expected)
      candidate.score += judge.lifeScore(candidate.person, year)
      if candidates.count > 1 {
        candidate.score += judge.companionScore(candidate.person, setting)
      }
      told[candidate.person] = candidate.score
      if candidates.count > 1 {
        candidate.score += state.nearness(
          candidate.person, leaf: hit.prose, section: leaf.section)
        candidate.score += fame(candidate, among: candidates, setting)
        if let last = state.lastShort[hit.form], last.person == candidate.person,
          hit.prose - last.leaf <= 3,
          !state.isNewer(than: last.leaf, among: candidates, but: last.person)
        {
          candidate.score += 2
        }
      }
      return candidate
    }
    ranked.sort { ($0.score, -$0.person) > ($1.score, -$1.person) }
    let best = ranked[0]
    let isClear =
      ranked.count == 1
      ? isSafe(best, hit, setting, expected)
      : best.score - ranked[1].score >= Self.margin
        && !isOpen(best, among: ranked, told, hit, setting)
        && (best.isStrong || expected.isEmpty || judge.kinScore(best.person, expected) > 0)
    if isClear, !best.needsMark || best.isStrong {
      if ranked.count > 1 { noteShared(hit, ranked.map(\.person), taken: best.person, index) }
      accept(
        ResolvedMention(
          mention: Mention(
            chapter: index, prose: hit.prose, range: setting.range, person: best.person,
            zone: leaf.zone),
          form: hit.form, kind: best.kind, isStrong: best.isStrong), chapter)
      // "Mr. Smith" does not settle whom a bare "Smith" means.
      if setting.isBare, !best.isStrong { state.lastShort[hit.form] = (best.person, hit.prose) }
      if !setting.isBare { state.openTitle[hit.form] = nil }
    } else {
      if !setting.isBare { state.openTitle[hit.form] = hit.prose }
      ambiguous.append(
        AmbiguousMention(
          chapter: index, prose: hit.prose, range: setting.range,
          candidates: ranked.map(\.person)))
    }
  }

  /// By how much one must be likelier than the next.
  private static let margin = 2

  // Nearness alone does not tell these apart, and a mere part of a name is no more than a name that
  // the author lists.
  private func isOpen(
    _ best: Candidate, among ranked: [Candidate], _ told: [Int: Int], _ hit: FormHit,
    _ setting: Setting
  ) -> Bool {
    // The colonel is not called Edward, whoever else is not here.
    if best.isDoubtful { return true }
    let own = told[best.person] ?? 0
    for other in ranked.dropFirst() {
      if judge.areNamesakes(best.person, other.person),
        own - (told[other.person] ?? 0) < Self.margin
      {
        return true
      }
      if best.kind >= .family, other.kind == .alias || other.kind == .nickname { return true }
    }
    if best.isStrong { return false }
    // The narrator's family name means him as well as the one who was named a while ago.
    if best.kind == .family, setting.isBare, state.lastLeaf[best.person] != hit.prose,
      ranked.contains(where: { judge.profiles[$0.person].isNarrator && $0.person != best.person })
    {
      return true
    }
    // "General Scott", where nobody of that name is known to be one.
    if !best.bearsTitle, setting.titles.contains(where: { $0.kind == .rank || $0.kind == .office })
    {
      return true
    }
    return setting.isBare && state.openTitle[hit.form] == hit.prose
  }

  private mutating func noteShared(
    _ hit: FormHit, _ people: [Int], taken person: Int, _ index: Int
  ) {
    let place = sharedPlace[hit.form] ?? shared.count
    if place == shared.count {
      sharedPlace[hit.form] = place
      shared.append(
        SharedForm(form: hit.form, chapter: index, range: hit.range, counts: [:]))
    }
    for other in people where shared[place].counts[other] == nil {
      shared[place].counts[other] = 0
    }
    shared[place].counts[person, default: 0] += 1
  }

  // Who else could be meant has not been met at all: by those who are called "Mr." the one whom
  // the book has introduced, by a bare name the one whom it names in full again and again.
  private func fame(_ candidate: Candidate, among candidates: [Candidate], _ setting: Setting)
    -> Int
  {
    func isRival(_ other: Candidate) -> Bool {
      other.person != candidate.person && other.score >= candidate.score - 1
    }
    if !setting.titles.isEmpty, wasIntroduced[candidate.person],
      !candidates.contains(where: { wasIntroduced[$0.person] && isRival($0) })
    {
      return 2
    }
    let own = facts.fullNames[candidate.person]
    guard own >= 3 else { return 0 }
    return candidates.contains { facts.fullNames[$0.person] * 5 > own && isRival($0) } ? 0 : 2
  }

  // The only bearer of a name is meant unless the words or the neighbourhood speak of another.
  private func isSafe(
    _ candidate: Candidate, _ hit: FormHit, _ setting: Setting, _ expected: [String]
  ) -> Bool {
    if candidate.isStrong { return true }
    if candidate.isDoubtful { return false }
    if !expected.isEmpty, !judge.profiles[candidate.person].kin.isEmpty,
      judge.kinScore(candidate.person, expected) < 0
    {
      return false
    }
    guard let other = state.others[hit.form], setting.isBare else { return true }
    let own = state.lastLeaf[candidate.person]
    return own >= other || hit.prose - other > 2 && candidate.kind == .family
  }

  private func expectedKin(
    _ hit: FormHit, _ setting: Setting, _ candidates: [Candidate], _ words: WordReader
  ) -> [String] {
    if let kin = setting.kinAfter { return [kin] }
    guard let kin = setting.kin else {
      let isShort = candidates.contains {
        switch $0.kind {
        case .given, .short, .nickname, .alias: true
        default: false
        }
      }
      guard isShort, forms[hit.form].words == 1, candidates.count > 1, setting.isBare else {
        return []
      }
      return KinReader(words: words).listed(before: setting.range.lowerBound)
    }
    if setting.kinIsOfNarrator { return [kin] }
    var outer = state.lastKin
    if let named = KinReader(words: words).narratorKin(before: setting.range.lowerBound),
      named.at > outer?.at ?? -1
    {
      outer = (named.term, named.at)
    }
    guard let outer else { return [] }
    // "His grandson" after an uncle: whoever is a grandson of somebody's.
    let composed = KinTerm.composed(outer.term, kin)
    return composed.isEmpty ? [kin] : composed
  }
}
