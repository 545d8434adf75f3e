// Who is who among the names found: full names first, then titles with a name, then single names by
// the nearest person they fit.

import BookLanguage
import BookModel
import BookWords

/// Groups forms of names into people.
struct PersonGrouper {
  let words: Vocabulary
  private(set) var people: [GroupedPerson] = []
  private var byFamily: [UInt32: [Int]] = [:]
  private var byGiven: [UInt32: [Int]] = [:]
  private var byKey: [UInt64: [Int]] = [:]
  private var byBare: [UInt32: Int] = [:]
  private var bySeat: [[UInt32]: [Int]] = [:]
  /// The keys of each given name that was compared.
  var keysOfName: [UInt32: [UInt64]] = [:]
  // Where the form stands that is being placed.
  private var chapters: Set<Int> = []

  /// The narrator's given and family name, in small letters; empty when it is not known.
  private let narratorGivens: [[UInt8]]
  private let narratorFamily: [UInt8]

  init(words: Vocabulary, narrator: PersonName? = nil) {
    self.words = words
    func folded(_ text: String?) -> [[UInt8]] {
      (text ?? "").split(separator: " ").map { foldedWord($0.utf8) }
    }
    narratorGivens = folded(narrator?.given)
    narratorFamily = folded(narrator?.family).last ?? []
  }

  /// The people each form may be, likeliest first; forms must come in the order of `rank`.
  mutating func candidates(for form: FoundForm, in chapters: Set<Int>) -> [Int] {
    self.chapters = chapters
    if form.isFamilyGroup, let bare = form.bare { return [group(bare)] }
    if form.isCounted { return [counted(form)] }
    if !form.seat.isEmpty { return seated(form) }
    if let kin = form.kin { return [relative(form, kin)] }
    if let bare = form.bare { return single(bare, form) }
    if !form.family.isEmpty, !form.given.isEmpty { return full(form) }
    if !form.family.isEmpty { return titled(form) }
    if !form.given.isEmpty { return titledGiven(form) }
    return titleAlone(form)
  }

  /// Forms that tell more come first.
  static func rank(_ form: FoundForm) -> Int {
    if form.isFamilyGroup { return 6 }
    if !form.seat.isEmpty { return 0 }
    if form.isCounted { return 0 }
    if form.kin != nil { return 3 }
    if form.bare != nil { return 5 }
    if !form.family.isEmpty, !form.given.isEmpty { return 0 }
    if !form.family.isEmpty { return form.gender == .female ? 2 : 1 }
    if !form.given.isEmpty { return 3 }
    return 4
  }

  // MARK: - Full names

  private mutating func full(_ form: FoundForm) -> [Int] {
    let gender = gender(of: form)
    var fits: [Int] = []
    for index in byFamily[form.family.last ?? 0] ?? [] {
      let person = people[index]
      if form.titles.contains("mrs"), self.gender(ofName: form.given[0]) != .female,
        !person.titles.contains("mrs")
      {
        continue  // Mrs. Newland Archer is not Newland Archer
      }
      guard person.family == form.family || isPart(form.family, person.family),
        clash(person.gender, gender) == false,
        person.suffix == nil || form.suffix == nil || person.suffix == form.suffix,
        !titlesClash(person.titles, form.titles),
        !person.given.isEmpty,
        person.given.allSatisfy({
          givenFit($0, form.given, titles: person.titles.union(form.titles))
        })
      else { continue }
      fits.append(index)
    }
    if fits.count == 1, let only = fits.first {
      add(form, gender, to: only)
      return fits
    }
    if fits.count > 1 { return fits }
    if let near = misspelt(form) {
      add(form, gender, to: near)
      return [near]
    }
    return [create(form, gender)]
  }

  // "Peter Folgier" beside Peter Folger: the same given name, and a family name that nobody else
  // bears a letter away.
  private func misspelt(_ form: FoundForm) -> Int? {
    guard form.given.count == 1, form.family.count == 1,
      byGiven[form.given[0], default: []].count <= Self.mostCompared
    else { return nil }
    let own = String(decoding: words.spelling(form.family[0]), as: UTF8.self)
    let near = (byGiven[form.given[0]] ?? []).filter { index in
      guard people[index].family.count == 1, people[index].given.contains(form.given) else {
        return false
      }
      let known = String(decoding: words.spelling(people[index].family[0]), as: UTF8.self)
      return Spelling.isNear(own, known)
        && (words.facts[Int(form.family[0])].family == 0
          || words.facts[Int(people[index].family[0])].family == 0)
    }
    return near.count == 1 ? near[0] : nil
  }

  private func isPart(_ one: [UInt32], _ other: [UInt32]) -> Bool {
    one.last == other.last && (one.count == 1 || other.count == 1)
  }

  // MARK: - Titles with one name

  /// `Mrs. Grant`: one person of that family whom the title suits.
  private mutating func titled(_ form: FoundForm) -> [Int] {
    let family = form.family.last ?? 0
    // "Mrs. G." is called by her family name, and no G. Vale.
    if form.given.isEmpty, form.family.count == 1, byFamily[family] == nil,
      words.spelling(family).count > 1, form.titles.allSatisfy(mayPrecedeGiven),
      !bearers(of: family, gender: form.gender).isEmpty
    {
      var other = form
      other.given = form.family
      other.family = []
      return titledGiven(other)  // Mrs. Lucretia
    }
    if isRelative(form.titles) {
      // Uncle Lauder is not George Lauder the cousin, but George Lauder, "my uncle".
      let title = form.titles[0]
      let known = (byFamily[family] ?? []).filter {
        people[$0].titles.contains(title) || people[$0].kin == KinTerm.named(title) ?? title
      }
      if let only = known.first { return [only] }
      return [create(form, form.gender)]
    }
    var same: [Int] = []
    var fits: [Int] = []
    for index in byFamily[family] ?? [] {
      let person = people[index]
      guard isPart(person.family, form.family), !clash(person.gender, form.gender),
        !titlesClash(person.titles, form.titles), !ranksClash(person, form.titles)
      else { continue }
      if let title = form.titles.last, person.titles.contains(title) { same.append(index) }
      // A rank, or no title at all, was a man's unless the same title says otherwise; and a Mrs is
      // not the daughter of the house.
      if form.gender == .either, person.gender == .female { continue }
      if form.gender == .female, isManByRank(person) { continue }
      if form.titles.contains("miss"), person.isMarried { continue }
      if form.titles.contains("mrs"),
        person.gender != .female || hasMr(family) || person.titles.contains("miss")
      {
        continue
      }
      fits.append(index)
    }
    if same.count == 1, let only = same.first {
      add(form, form.gender, to: only)
      return same
    }
    if same.count > 1 { return same }
    if fits.count == 1, let only = fits.first {
      add(form, form.gender, to: only)
      return fits
    }
    if fits.count > 1 { return fits }
    return [create(form, form.gender)]
  }

  // "Mrs. Lucretia", "Brother John"; but "Mr. Lloyd" and "President Harrison" by the family name.
  private func mayPrecedeGiven(_ title: String) -> Bool {
    guard let honorific = Honorific.named(title) else { return true }
    switch honorific.kind {
    case .rank, .office, .learned: return false
    case .courtesy: return !NameCueWords.beforeFamilyAlone.contains(honorific.name)
    default: return true
    }
  }

  // Judge Wilkins is not Miss Wilkins.
  private func isManByRank(_ person: GroupedPerson) -> Bool {
    person.gender == .either
      && person.given.allSatisfy { $0.allSatisfy { words.spelling($0).count == 1 } }
      && person.titles.contains { title in
        switch Honorific.named(title)?.kind {
        case .rank, .office, .church, .learned: true
        default: false
        }
      }
  }

  private func hasMr(_ family: UInt32) -> Bool {
    (byFamily[family] ?? []).contains { people[$0].titles.contains("mr") }
  }

  /// `Aunt Polly`, `Sir John`: whoever bears that given name.
  private mutating func titledGiven(_ form: FoundForm) -> [Int] {
    let name = form.given[0]
    if form.given.count == 1, byGiven[name] == nil, byFamily[name] != nil {
      var other = form
      other.given = []
      other.family = [name]
      return titled(other)  // Master Marner
    }
    if isRelative(form.titles), let title = form.titles.last {
      return [relative(form, KinTerm.named(title) ?? title)]
    }
    var fits = bearers(of: name, gender: gender(of: form)).filter {
      !titlesClash(people[$0].titles, form.titles)
    }
    // Of one who has the title elsewhere he is meant, be it the narrator.
    let isRoyal = isRoyal(form.titles)
    let same = (byGiven[name] ?? []).filter {
      !people[$0].titles.isDisjoint(with: form.titles)
        && !clash(people[$0].gender, gender(of: form))
        && !titlesClash(people[$0].titles, form.titles) && !(isRoyal && !people[$0].family.isEmpty)
    }
    if isRoyal { fits.removeAll { !people[$0].family.isEmpty } }
    if !same.isEmpty { fits = same }
    if fits.count == 1, let only = fits.first {
      add(form, gender(of: form), to: only)
      return fits
    }
    if fits.count > 1 { return fits }
    return [create(form, gender(of: form))]
  }

  /// `Louis XVI`: one person for each name and number.
  private mutating func counted(_ form: FoundForm) -> Int {
    let name = form.bare ?? form.given[0]
    let same = (byGiven[name] ?? []).first {
      people[$0].suffix == form.suffix && people[$0].family.isEmpty
    }
    guard let same else { return create(form, gender(of: form)) }
    add(form, gender(of: form), to: same)
    return same
  }

  /// `Duke of York`: one person for each title and place.
  private mutating func seated(_ form: FoundForm) -> [Int] {
    let same = bySeat[form.seat]?.first { people[$0].titles.contains(form.titles.last ?? "") }
    if let same { return [same] }
    let index = create(form, form.gender)
    people[index].seat = form.seat
    bySeat[form.seat, default: []].append(index)
    return [index]
  }

  private mutating func titleAlone(_ form: FoundForm) -> [Int] {
    let last = form.titles.last ?? ""
    let fits = people.indices.filter { people[$0].titles.contains(last) }
    if form.titles.count == 1, fits.count == 1 { return fits }
    let seated = fits.filter { !people[$0].seat.isEmpty }
    if form.titles.count == 1, !seated.isEmpty { return seated }
    return [create(form, form.gender)]
  }

  // MARK: - Relatives

  /// `my uncle Benjamin`: the relative of that kind and name, else somebody of the narrator's family
  /// name who is nobody's relative yet; never the narrator.
  private mutating func relative(_ form: FoundForm, _ kin: String) -> Int {
    let name = form.given.first ?? form.bare ?? 0
    let told: Title.Gender =
      switch KinTerm.gender(in: kin) {
      case .female: .female
      case .male: .male
      default: .either
      }
    let fits = (byGiven[name] ?? []).filter { !clash(people[$0].gender, told) && !isNarrator($0) }
    let known =
      fits.first { people[$0].kin == kin || people[$0].titles.contains(kin) }
      ?? fits.first {
        people[$0].kin == nil
          && (narratorFamily.isEmpty ? fits.count == 1 : isOfNarrator(people[$0].family))
      }
    let index = known ?? create(form, told)
    // "Aunt Hester" may be anybody's aunt; "my aunt Hester" is the narrator's.
    if form.kin != nil { people[index].kin = kin }
    return index
  }

  /// Whether a name in full is the narrator's own.
  func isNarrators(_ form: FoundForm) -> Bool {
    guard isOfNarrator(form.family), let own = narratorGivens.first else { return false }
    return form.given.first.map { words.spelling($0) == own } ?? false
  }

  /// Takes down what words beside a name in full say that somebody is to the narrator.
  mutating func note(kin: String, of person: Int) {
    guard people[person].kin == nil, !people[person].isFamilyGroup, !isNarrator(person) else {
      return
    }
    people[person].kin = kin
  }

  /// Gives somebody a further name, by which nobody else goes.
  mutating func addByname(_ form: FoundForm, to person: Int) {
    guard let bare = form.bare else { return }
    byBare[bare] = person
  }

  private func isOfNarrator(_ family: [UInt32]) -> Bool {
    family.last.map { words.spelling($0) == narratorFamily } ?? false
  }

  private func isNarrator(_ person: Int) -> Bool {
    guard isOfNarrator(people[person].family), let own = narratorGivens.first else { return false }
    return people[person].given.contains { $0.first.map { words.spelling($0) == own } ?? false }
  }

  // MARK: - Single names

  /// Those who bear a given name, else those of whose name it is a plain short form.
  private func bearers(of name: UInt32, gender: Title.Gender) -> [Int] {
    let same = (byGiven[name] ?? []).filter { !clash(people[$0].gender, gender) }
    // Who says "I" is meant by his own name when nobody else bears it.
    let others = same.filter { !isNarrator($0) }
    if !same.isEmpty { return others.isEmpty ? same : others }
    // Harrison is nobody's Harry.
    let facts = words.facts[Int(name)]
    if facts.family > facts.given { return [] }
    let gender = gender == .either ? self.gender(ofName: name) : gender
    let spelling = words.spelling(name)
    var direct: Set<Int> = []
    var fits: Set<Int> = []
    let full = fullNames(of: spelling)
    for key in NameKeys.of(spelling) {
      // Jake of one chapter is not the Jacob of another.
      for index in byKey[key] ?? []
      where !clash(people[index].gender, gender)
        && (!people[index].chapters.isDisjoint(with: chapters) || isNarrator(index))
      {
        let givens = people[index].given.compactMap { $0.first.map(words.spelling) }
        if givens.contains(where: { NameKeys.isPlainShortForm(spelling, $0) }) {
          fits.insert(index)
          if givens.contains(where: full.contains) { direct.insert(index) }
        }
      }
    }
    // Bob is a Robert sooner than a Billy, who may be a Robert too.
    return direct.isEmpty ? fits.sorted() : direct.sorted()
  }

  private mutating func single(_ name: UInt32, _ form: FoundForm) -> [Int] {
    if let known = byBare[name] { return [known] }
    let given = bearers(of: name, gender: .either)
    let family = (byFamily[name] ?? []).filter { !people[$0].isFamilyGroup }
    var fits = given
    for index in family where !fits.contains(index) { fits.append(index) }
    if !given.isEmpty, !family.isEmpty {
      let facts = words.facts[Int(name)]
      // Franklin is Benjamin Franklin sooner than Frank.
      let isBorne = given.contains { byGiven[name]?.contains($0) ?? false }
      fits = isBorne && facts.given >= facts.family ? given : family
    } else if given.isEmpty, family.count > 1 {
      let men = family.filter { people[$0].gender != .female }
      if !men.isEmpty { fits = men }
    }
    if given.isEmpty, !fits.isEmpty,
      fits.allSatisfy({ people[$0].gender == .female && people[$0].given.isEmpty })
    {
      return [create(form, .male)]  // Morel beside Mrs. Morel
    }
    if fits.count == 1, let only = fits.first {
      add(form, .either, to: only)
      return fits
    }
    if fits.count > 1 { return fits }
    return [create(form, gender(of: form))]
  }

  private mutating func group(_ name: UInt32) -> Int {
    if let known = byBare[name] { return known }
    var person = GroupedPerson()
    person.bare = name
    person.isFamilyGroup = true
    people.append(person)
    byBare[name] = people.count - 1
    return people.count - 1
  }

  // MARK: - Book-keeping

  /// Of one given or family name; a book that names more of them tells nobody by it alone, and to look
  /// through all of them at each would take the square of their number.
  private static let mostBearers = 200
  /// Of one given name, so many family names are compared letter by letter.
  private static let mostCompared = 40

  private static func add(_ person: Int, to bearers: inout [Int]) {
    guard bearers.count < mostBearers, !bearers.contains(person) else { return }
    bearers.append(person)
  }

  private mutating func create(_ form: FoundForm, _ gender: Title.Gender) -> Int {
    var person = GroupedPerson()
    person.bare = form.bare
    people.append(person)
    let index = people.count - 1
    if let bare = form.bare { Self.add(index, to: &byGiven[bare, default: []]) }
    add(form, gender, to: index)
    if let bare = form.bare {
      people[index].given = [[bare]]
      addKeys(bare, index)
    }
    return index
  }

  private mutating func add(_ form: FoundForm, _ gender: Title.Gender, to index: Int) {
    people[index].titles.formUnion(form.titles)
    people[index].chapters.formUnion(chapters)
    for title in form.titles where isRank(title) {
      people[index].rankChapters[title, default: []].formUnion(chapters)
    }
    if people[index].gender == .either { people[index].gender = gender }
    if people[index].suffix == nil { people[index].suffix = form.suffix }
    if people[index].family.isEmpty, !form.family.isEmpty {
      people[index].family = form.family
      Self.add(index, to: &byFamily[form.family.last ?? 0, default: []])
    }
    guard !form.given.isEmpty, !people[index].given.contains(form.given) else { return }
    people[index].given.append(form.given)
    addKeys(form.given[0], index)
    for name in form.given { Self.add(index, to: &byGiven[name, default: []]) }
  }

  private mutating func addKeys(_ name: UInt32, _ index: Int) {
    for key in NameKeys.of(words.spelling(name)) { Self.add(index, to: &byKey[key, default: []]) }
  }

  /// What titles, else the given name, tell of the sex.
  func gender(of form: FoundForm) -> Title.Gender {
    if form.gender != .either { return form.gender }
    guard let name = form.given.first ?? form.bare else { return .either }
    return gender(ofName: name)
  }

  private func gender(ofName name: UInt32) -> Title.Gender {
    let facts = words.facts[Int(name)]
    if facts.male >= facts.female + 3 { return .male }
    if facts.female >= facts.male + 3 { return .female }
    return .either
  }

  private func clash(_ one: Title.Gender, _ other: Title.Gender) -> Bool {
    one != .either && other != .either && one != other
  }

  private func isRank(_ title: String) -> Bool { Honorific.named(title)?.kind == .rank }

  private func isRoyal(_ titles: [String]) -> Bool {
    titles.contains { title in
      guard let honorific = Honorific.named(title) else { return false }
      return honorific.kind == .royalty || honorific.kind == .church && honorific.gender == .male
        || honorific.name == "saint"
    }
  }

  private func isOfHouse(_ title: String) -> Bool { Honorific.named(title)?.kind == .kin }

  // In a memoir, where "Uncle" is the narrator's own.
  private func isRelative(_ titles: [String]) -> Bool {
    !narratorFamily.isEmpty && titles.count == 1 && isOfHouse(titles[0])
  }

  /// Colonel Scott and General Scott in one chapter are two; and a general of one chapter is not the
  /// man without a rank of another.
  private func ranksClash(_ person: GroupedPerson, _ titles: [String]) -> Bool {
    if !narratorFamily.isEmpty, person.titles.contains(where: isOfHouse),
      person.titles.isDisjoint(with: titles)
    {
      return true  // Mr. Hogan is not Uncle Hogan
    }
    guard let rank = titles.last, isRank(rank), !person.titles.contains(rank) else {
      return false
    }
    if person.rankChapters.contains(where: { !$0.value.isDisjoint(with: chapters) }) { return true }
    return !person.given.isEmpty && person.rankChapters.isEmpty
      && person.chapters.isDisjoint(with: chapters)
  }
}
