import BookLanguage
import BookModel
import BookWords

/// What the whole book tells of each form: whether it is a name at all there, or a place.
struct FormFacts: Sendable {
  private var standsInSentence: [Bool]
  private var placeCount: [Int]
  /// How often a form of one word stands bare, as in "in Washington" and as in "the old Abbey".
  private var bare: [Int]
  private var placed: [Int]
  private var articled: [Int]
  /// How often a title that is somebody's family name stands behind "the": "the Duke".
  private var afterThe: [Int]
  /// How often it stands behind a word that leads to a place or away from it.
  private var towards: [Int]
  /// How often it does or owns something.
  private var acts: [Int]
  /// How often a form of several words stands without a title, and how often as a ship's does.
  private var whole: [Int]
  private var ships: [Int]
  /// Whether it is what a nation is called: the French.
  private let isNation: [Bool]
  /// Whether things are called so: an abbey.
  private let isThing: [Bool]
  private let smallWords: SmallWords
  /// Of the bare places of a word, how many say that it is a place or a thing: one in so many.
  private static let oneInPlaces = 5
  /// Of the bare places of a title, how many say that it is one: one in so many.
  private static let oneInTitles = 4
  /// The same of a thing called "the", as the Abbey is, and of places where somebody acts.
  private static let oneInThings = 3
  private static let oneInDeeds = 10
  /// Of the places of what never acts, how many lead to a place: one in so many.
  private static let oneTowards = 4
  /// How much of a given name the word for a nation may be.
  private static let givenOfNation = 3
  /// How often each person is named in full, where nobody else bears that name.
  private(set) var fullNames: [Int]
  /// The titles that stand with those full names.
  private(set) var titlesBorne: [Set<String>]
  private let families: Set<String>

  init(
    _ forms: [RegistryForm], hits: [[SettledHit]], smallWords: SmallWords, judge: CandidateJudge
  ) {
    standsInSentence = [Bool](repeating: false, count: forms.count)
    placeCount = [Int](repeating: 0, count: forms.count)
    fullNames = [Int](repeating: 0, count: judge.profiles.count)
    bare = standsInSentence.map { _ in 0 }
    placed = bare
    articled = bare
    afterThe = bare
    towards = bare
    acts = bare
    whole = bare
    ships = bare
    let known = forms.map { form in
      form.words == 1
        ? foldedWord(form.text.utf8).withUnsafeBufferPointer { wordFacts($0) } : WordFacts()
    }
    isNation = known.map { $0.classes.contains(.demonym) && $0.given < Self.givenOfNation }
    isThing = known.map { $0.classes.contains(.placeHead) || $0.common > 0 }
    titlesBorne = [Set<String>](repeating: [], count: judge.profiles.count)
    let isUntitled = forms.map { $0.words > 1 && Honorific.all(in: $0.text).isEmpty }
    self.smallWords = smallWords
    families = Set(judge.profiles.map(\.family))
    for settled in hits.joined() {
      let form = settled.hit.form
      if !settled.setting.isSentenceStart { standsInSentence[form] = true }
      if settled.setting.isNoPerson { placeCount[form] += 1 }
      if forms[form].words == 1, settled.setting.isBare, !settled.setting.goesOn {
        bare[form] += 1
        if !settled.setting.isPossessive,
          NameCueWords.withinPlace.contains(settled.setting.previous)
        {
          placed[form] += 1
        }
        if !settled.setting.isPossessive,
          NameCueWords.beforePlace.contains(settled.setting.previous)
        {
          towards[form] += 1
        }
        if settled.setting.isPossessive || ActionWords.isDeed(settled.setting.next) {
          acts[form] += 1
        }
        if settled.setting.isArticled { articled[form] += 1 }
        if settled.setting.previous == "the" { afterThe[form] += 1 }
      }
      if isUntitled[form], settled.setting.isBare {
        whole[form] += 1
        if settled.setting.isShip || settled.setting.isArticled { ships[form] += 1 }
      }
      let named = judge.fullyNamed(forms[form], settled.setting)
      if named.count == 1 { fullNames[named[0]] += 1 }
      if named.allSatisfy({ $0 == named[0] || judge.areNamesakes($0, named[0]) }) {
        for person in named {
          titlesBorne[person].formUnion(settled.setting.titles.map(\.name))
        }
      }
    }
  }

  // "The trains left Lincoln", "the noble Abbey": the book speaks of a place or a thing so.
  private func isOfPlace(_ form: Int) -> Bool {
    placed[form] > 1 && placed[form] * Self.oneInPlaces >= bare[form]
      || towards[form] > 2 && towards[form] * 2 >= bare[form]
        && acts[form] * Self.oneInDeeds < bare[form]
      || acts[form] == 0 && towards[form] > 2 && towards[form] * Self.oneTowards >= bare[form]
      || isThing[form] && afterThe[form] > 2 && afterThe[form] * Self.oneInThings >= bare[form]
      || articled[form] > 1 && articled[form] * 2 >= bare[form]
  }

  // "The *James Caird*" all over the book; "the Peter Jackson that used to live there" is somebody.
  private func isOfShip(_ form: Int) -> Bool { ships[form] > 1 && ships[form] * 2 >= whole[form] }

  /// Whether somebody registered has a family name.
  func isFamily(_ word: String) -> Bool { families.contains(word.lowercased()) }

  /// Whether a form may name somebody where it stands; notes T3.
  func isPlausible(_ hit: FormHit, _ setting: Setting, _ form: RegistryForm, zone: Zone) -> Bool {
    if setting.isShip || setting.isNoPerson && (form.words == 1 || setting.isPossessive) {
      return false
    }
    guard form.words == 1 else {
      return !(setting.isBare && isOfShip(hit.form))
    }
    let isCapital = form.capitals != 0
    guard isCapital, setting.isBare else { return true }
    let isPlural = form.bearers.contains { $0.kind == .plural }
    if setting.isArticled, !isPlural { return false }
    if isNation[hit.form], form.bearers.allSatisfy({ $0.kind >= .family }) { return false }
    // The dukes and judges of a book are no Mr. Duke and no Mr. Judge.
    if afterThe[hit.form] * Self.oneInTitles >= bare[hit.form], Honorific.named(form.text) != nil {
      return false
    }
    // "The Larkin brothers" are a family and none of them.
    if setting.isFamily, form.bearers.contains(where: { $0.kind == .family }) { return false }
    if placeCount[hit.form] > 1, !setting.isPossessive,
      NameCueWords.beforePlace.contains(setting.previous)
    {
      return false
    }
    if isOfPlace(hit.form), form.bearers.allSatisfy({ $0.kind != .nickname }),
      !ActionWords.isDeed(setting.next)
    {
      return false
    }
    if NameNeighbours.isTime(form.text), isTime(setting) { return false }
    if setting.isSentenceStart || zone == .heading,
      form.isHomograph || smallWords.contains(form.text)
    {
      return isNameAtStart(hit, setting)
    }
    return true
  }

  // "in May", "May 4", "last June".
  private func isTime(_ setting: Setting) -> Bool {
    if let first = setting.next.utf8.first, first >= 0x30, first <= 0x39 { return true }
    if let first = setting.previous.utf8.first, first >= 0x30, first <= 0x39 { return true }
    return NameCueWords.beforeTime.contains(setting.previous) && !setting.isPossessive
  }

  // "Will you", "Mark my words", "May came": the next word tells, else the rest of the book.
  private func isNameAtStart(_ hit: FormHit, _ setting: Setting) -> Bool {
    if setting.isPossessive { return true }
    if CommonWords.showsPlainWord(setting.next.lowercased()) { return false }
    if standsInSentence[hit.form] { return true }
    return ActionWords.contains(setting.next)
  }
}

/// Verbs that people do, after a name.
enum ActionWords {
  /// True for a past form of a verb that somebody must do: "said", "came".
  static func contains(_ word: String) -> Bool {
    words.contains(word)
      || word.utf8.count > 4 && word.hasSuffix(NameCueWords.pastEnding)
        && word.unicodeScalars.first?.value ?? 0 >= 97
  }

  /// The same but for those that things do as well: "Washington was full".
  static func isDeed(_ word: String) -> Bool {
    contains(word) && !NameCueWords.deedsOfThings.contains(word)
  }

  private static let words: Set<String> = Set(
    NameCueWords.actions.split { $0 == " " || $0 == "\n" }.map(String.init))
}
