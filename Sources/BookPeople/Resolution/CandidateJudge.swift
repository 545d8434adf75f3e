import BookLanguage
import BookModel

/// One who may be meant, with what speaks for it.
struct Candidate: Sendable {
  var person: Int
  var kind: RegistryForm.Kind
  /// What the words themselves tell, before it is known who else is near.
  var score: Int
  /// Whether the words name this person in full.
  var isStrong: Bool
  /// Hardly called so: not to be taken because nobody else bears the name.
  var isDoubtful = false
  /// Whether the title before the name is theirs, as the book or the registry says.
  var bearsTitle = false
  /// Declared `ambiguous`: to be asked unless the words say more than the form.
  var needsMark: Bool
}

/// Weighs one bearer of a form against the form's setting.
struct CandidateJudge: Sendable {
  let profiles: [PersonProfile]
  /// The titles that the book gives each person beside the whole name: "Colonel Edward Lloyd".
  var titlesBorne: [Set<String>] = []

  /// Family names of several people.
  private let sharedFamilies: Set<String>
  /// The people of each full name.
  private let byFullName: [String: [Int]]
  /// The family names of those who bear a given name.
  private let familiesOfGiven: [String: Set<String>]

  init(profiles: [PersonProfile]) {
    self.profiles = profiles
    var seen: Set<String> = []
    sharedFamilies = Set(profiles.map(\.family).filter { !$0.isEmpty && !seen.insert($0).inserted })
    var byFullName: [String: [Int]] = [:]
    var familiesOfGiven: [String: Set<String>] = [:]
    for (i, profile) in profiles.enumerated() {
      if let key = profile.fullKey { byFullName[key, default: []].append(i) }
      if let given = profile.givens.first, !profile.family.isEmpty {
        familiesOfGiven[given, default: []].insert(profile.family)
      }
    }
    self.byFullName = byFullName
    self.familiesOfGiven = familiesOfGiven
  }

  /// Whether two go by one full name, so that only what is said of them tells them apart.
  func areNamesakes(_ one: Int, _ other: Int) -> Bool {
    one != other && profiles[one].fullKey != nil && profiles[one].fullKey == profiles[other].fullKey
  }

  /// Whether somebody is the younger of two of one name.
  func hasElder(_ person: Int) -> Bool {
    guard profiles[person].isYounger, let key = profiles[person].fullKey else { return false }
    return byFullName[key]?.contains { !profiles[$0].isYounger } ?? false
  }

  /// What it says that one of the same family is named together with somebody.
  func companionScore(_ person: Int, _ setting: Setting) -> Int {
    guard let other = setting.companion, other != profiles[person].givens.first else { return 0 }
    return familiesOfGiven[other]?.contains(profiles[person].family) == true ? Self.inCompany : 0
  }

  /// Whether the rank before a name is hardly this woman's.
  func lacksRank(_ person: Int, _ setting: Setting) -> Bool {
    profiles[person].gender == .female
      && setting.titles.contains { $0.kind == .rank && !bears($0, person) }
  }

  /// Whether a woman's title before the name is this woman's own.
  func isCalledAsWoman(_ person: Int, _ setting: Setting) -> Bool {
    profiles[person].gender == .female
      && setting.titles.contains {
        $0.kind == .courtesy && $0.gender == .female && profiles[person].titles.contains($0.name)
      }
  }

  private func bears(_ title: Honorific, _ person: Int) -> Bool {
    profiles[person].titles.contains(title.name)
      || titlesBorne.indices.contains(person) && titlesBorne[person].contains(title.name)
  }

  /// What a rank, an office or a relation says for who bears it, here or in the registry.
  private static let ownTitle = 12
  /// What a courtesy title says for whom the registry gives it.
  private static let ownCourtesy = 3
  /// What a woman's name says against a rank, which a man had in most books.
  private static let womanOfRank = -4
  /// What one word says for whose whole name it is, where others bear it as a family name.
  private static let oneName = 4
  /// The same where others bear it as a given name only.
  private static let wholeName = 5
  /// What the name of a brother or a sister beside a given name says for somebody.
  private static let inCompany = 3
  /// What a rank or an office says against the younger of two of one name.
  private static let titleOfYounger = -6
  /// What a woman's title says for whom the registry has by that and the family name alone.
  private static let wholeCourtesy = 6
  /// What a bare family name says against a woman, and against one known by her title alone.
  private static let womanByFamily = -2
  private static let mrsByFamily = -4
  /// What a call or quotation marks say for the narrator, whom others call by name.
  private static let narratorCalled = 6
  /// What a given name alone says against somebody with a rank: nobody calls the colonel Edward.
  private static let rankByGivenName = -2

  /// Titles before which a lone name may be a given name.
  private static let titlesBeforeGiven: Set<String> = Set(
    (PeopleWords.titlesBeforeGiven + PeopleWords.titlesBeforeEither).flatMap {
      $0.split(separator: " ").map(String.init)
    })

  /// Why nobody of that name can be meant.
  enum Rejection {
    case gender
    case other
  }

  /// The candidate a bearer makes, nil when the setting rules it out.
  func judge(
    _ bearer: RegistryForm.Bearer, of form: RegistryForm, in setting: Setting, chapter: Int,
    rejection: inout Rejection?
  ) -> Candidate? {
    let profile = profiles[bearer.person]
    rejection = .other
    if setting.goesOn { return nil }
    // "Miss Ellis" is not my mother, Dorothy Ellis.
    if setting.titles.contains(where: { $0.name == "miss" }),
      !profile.kin.isDisjoint(with: NameCueWords.marriedKin)
    {
      return nil
    }
    if contradictsGender(profile, setting) {
      rejection = .gender
      return nil
    }
    guard let (score, isStrong) = weigh(bearer.kind, form, profile, setting) else { return nil }
    if !isStrong, let scope = profile.scope, !scope.contains(chapter) { return nil }
    var candidate = Candidate(
      person: bearer.person, kind: bearer.kind, score: score, isStrong: isStrong,
      needsMark: bearer.needsMark && setting.givens.isEmpty || bearer.kind == .initials)
    candidate.score += titleScore(bearer.person, setting, isGiven: bearer.kind == .given)
    if bearer.kind == .given || bearer.kind == .short, setting.isBare, bearsRank(bearer.person) {
      candidate.score += Self.rankByGivenName
      candidate.isDoubtful = true
    }
    // Sir Henry is somebody who is known to be a knight.
    if bearer.kind == .given || bearer.kind == .short,
      setting.titles.contains(where: {
        ($0.kind == .nobility || $0.kind == .royalty) && !bears($0, bearer.person)
      })
    {
      candidate.isDoubtful = true
    }
    if setting.isBare, bearer.kind == .family, profile.gender == .female {
      candidate.score += profile.isOnlyMrs ? Self.mrsByFamily : Self.womanByFamily
      candidate.isDoubtful = profile.isOnlyMrs
    }
    if setting.titles.contains(where: { $0.kind == .rank || $0.kind == .office }) {
      candidate.bearsTitle = setting.titles.contains { bears($0, bearer.person) }
      if hasElder(bearer.person) { candidate.score += Self.titleOfYounger }
    }
    candidate.score += suffixScore(profile, setting)
    // Who says "I" is named by others, with a title, and hardly ever calls himself by his name.
    if profile.isNarrator, !isStrong || form.words == 1 {
      let isCalled = setting.isCalled && bearer.kind != .family
      candidate.score += isCalled ? Self.narratorCalled : setting.titles.isEmpty ? -3 : 2
    }
    rejection = nil
    return candidate
  }

  /// Those whom the words name in full, less the younger where an elder has that name.
  func fullyNamed(_ form: RegistryForm, _ setting: Setting) -> [Int] {
    guard !setting.goesOn, form.words > 1 || !setting.givens.isEmpty else { return [] }
    return form.bearers.filter { bearer in
      let profile = profiles[bearer.person]
      guard let (_, isStrong) = weigh(bearer.kind, form, profile, setting), isStrong else {
        return false
      }
      return setting.titles.isEmpty || !hasElder(bearer.person)
    }.map(\.person)
  }

  private func contradictsGender(_ profile: PersonProfile, _ setting: Setting) -> Bool {
    guard let gender = profile.gender, gender != .other else { return false }
    for title in setting.titles {
      if let told = title.gender, told != gender { return true }
    }
    for kin in [setting.kin, setting.kinAfter] {
      if let kin, let told = KinTerm.gender(in: kin), told != gender { return true }
    }
    return false
  }

  private func weigh(
    _ kind: RegistryForm.Kind, _ form: RegistryForm, _ profile: PersonProfile, _ setting: Setting
  ) -> (Int, Bool)? {
    let agrees = setting.titles.contains { profile.titles.contains($0.name) }
    if setting.isSeat {
      // The Duke of York is nobody called York, unless that is his title.
      guard kind == .full && form.words > 1 || kind == .alias || agrees else { return nil }
      return (9, agrees || form.words > 1)
    }
    // Kings and saints are not met by a mere family name: "King Edward" is no Mr. Edward.
    for title in setting.titles where !profile.titles.contains(title.name) {
      if title.name == "saint" || title.kind == .royalty && kind != .alias && kind != .full {
        return nil
      }
    }
    switch kind {
    case .full, .alias, .nickname:
      if !setting.givens.isEmpty {
        guard kind == .full, form.words > 1 || profile.family.isEmpty else { return nil }
        guard profile.fit(setting.givens) == .same else { return nil }
      }
      // A name of one word that others bear as a part of theirs says no more than a nickname.
      let isAlone = form.words > 1 || kind == .full && form.bearers.count == 1
      let isStrong = isAlone && !isTitledFamily(form, profile)
      let isPart = kind == .full && form.words == 1
      let shared =
        isPart ? form.bearers.contains { $0.kind == .family } ? Self.oneName : Self.wholeName : 6
      return (isStrong ? 10 : shared + sharedFamilyScore(profile, setting), isStrong)
    case .family:
      // Mrs. S. is somebody, S is a letter.
      if setting.titles.isEmpty, form.text.utf8.count(where: { $0 != UInt8(ascii: ".") }) == 1 {
        return nil
      }
      guard !setting.givens.isEmpty else { return (setting.titles.isEmpty ? 4 : 5, false) }
      switch profile.fit(setting.givens) {
      case .same: return (10, true)
      case .initials: return (9, true)
      case .unknown:
        guard profile.mayBear(setting.givens, titled: !setting.titles.isEmpty) else { return nil }
        return agrees || profile.titles.isEmpty ? (5, false) : (4, false)
      case .contrary: return nil
      }
    case .given, .short:
      // "George II" is a king, and nobody else who is called George.
      let isCounted = setting.suffix.map { RegnalNumber.isOne($0) } ?? false
      guard setting.givens.isEmpty, !isCounted || profile.suffix == setting.suffix?.lowercased()
      else { return nil }
      let namesFamily = setting.titles.contains {
        switch $0.kind {
        case .courtesy
        where $0.gender == .female && form.bearers.allSatisfy({ $0.kind != .family }):
          false  // Mrs. Lucretia
        case .courtesy: !NameCueWords.courtesyBeforeGiven.contains($0.name)
        case .rank, .office, .learned: !agrees
        case .church: !agrees && !Self.titlesBeforeGiven.contains($0.name)
        default: false
        }
      }
      if namesFamily { return nil }
      return ((kind == .given ? 3 : 2) + sharedFamilyScore(profile, setting), false)
    case .initials:
      return setting.isBare && setting.suffix == nil ? (2, false) : nil
    case .maiden:
      if NameCueWords.bornAs.contains(setting.previous) { return (6, true) }
      if !setting.givens.isEmpty { return profile.fit(setting.givens) == .same ? (10, true) : nil }
      return setting.titles.contains { $0.name == "miss" } ? (6, false) : nil
    case .titled:
      return agrees && setting.givens.isEmpty ? (8, true) : nil
    case .plural:
      return nil
    }
  }

  // "John and Mary Smith": his family name is hers.
  private func sharedFamilyScore(_ profile: PersonProfile, _ setting: Setting) -> Int {
    setting.sharedFamily.map { $0.lowercased() == profile.family ? 6 : 0 } ?? 0
  }

  private func bearsRank(_ person: Int) -> Bool {
    // "My brother, Captain John Grant" is John at home.
    if !profiles[person].kin.isEmpty { return false }
    if profiles[person].isTitled || profiles[person].hasRank { return true }
    guard titlesBorne.indices.contains(person) else { return false }
    return titlesBorne[person].contains {
      let kind = Honorific.named($0)?.kind
      return kind == .rank || kind == .nobility
    }
  }

  // "Mr. Hopkins", listed as an alias, is no more than "Hopkins" where others are called so.
  private func isTitledFamily(_ form: RegistryForm, _ profile: PersonProfile) -> Bool {
    guard form.words > 1, !profile.family.isEmpty, isShared(profile.family),
      form.text.lowercased().hasSuffix(" " + profile.family)
    else { return false }
    let bare = FormGenerator.withoutTitles(form.text)
    return bare.lowercased() == profile.family
  }

  private func isShared(_ family: String) -> Bool { sharedFamilies.contains(family) }

  private func titleScore(_ person: Int, _ setting: Setting, isGiven: Bool) -> Int {
    guard !setting.titles.isEmpty else { return 0 }
    let profile = profiles[person]
    let borne = titlesBorne.indices.contains(person) ? titlesBorne[person] : []
    if setting.titles.contains(where: {
      ($0.kind != .courtesy || isGiven)
        && (profile.titles.contains($0.name) || borne.contains($0.name))
    }) {
      return Self.ownTitle
    }
    if setting.titles.contains(where: { profile.titles.contains($0.name) }) {
      return profile.isOnlyMrs && setting.givens.isEmpty ? Self.wholeCourtesy : Self.ownCourtesy
    }
    var score = 0
    for title in setting.titles {
      if title.kind == .rank, profile.gender == .female { score += Self.womanOfRank }
      if let told = title.gender, told == profile.gender { score += 1 }
      if title.kind == .courtesy, profile.isTitled || profile.hasRank { score -= 2 }
      if title.name == "miss", profile.titles.contains("mrs") { score -= 3 }
    }
    return score
  }

  private func suffixScore(_ profile: PersonProfile, _ setting: Setting) -> Int {
    guard let suffix = setting.suffix?.lowercased() else { return 0 }
    guard let own = profile.suffix else { return NameCueWords.esquire.contains(suffix) ? 0 : -3 }
    let junior = NameCueWords.generationsInFull
    return (junior[suffix] ?? suffix) == (junior[own] ?? own) ? 4 : -4
  }

  /// What the year of which the sentence tells says: the dead and the unborn are hardly meant.
  func lifeScore(_ person: Int, _ year: Int?) -> Int {
    guard let year, let life = profiles[person].life else { return 0 }
    return life.contains(year) ? 1 : -3
  }

  /// Whether the years of any of them are told.
  func hasLife(_ candidates: [Candidate]) -> Bool {
    candidates.contains { profiles[$0.person].life != nil }
  }

  /// What a word for a relative by the name tells.
  ///
  /// `expected` holds what the person must then be to the narrator: for "his son John" after "my
  /// grandfather", uncle or father.
  func kinScore(_ person: Int, _ expected: [String]) -> Int {
    if expected.isEmpty { return 0 }
    let profile = profiles[person]
    if profile.kin.isEmpty { return -2 }
    return expected.contains { profile.kin.contains($0) } ? 6 : -4
  }
}
