import BookLanguage
import BookModel

/// What stands around a form: titles, further names, relatives, signs of a place or a firm.
struct Setting: Sendable {
  /// The name with its titles, without a possessive.
  var range: Range<Int>
  /// Titles before it, the outermost first.
  var titles: [Honorific] = []
  /// Whether the form is the place of its title: "Duke of York".
  var isSeat = false
  /// Given names and initials between titles and form, in order.
  var givens: [String] = []
  /// Where the first of these begins.
  var givenStart = 0
  /// A word for a relative right before it: "uncle Benjamin", "my brother, John".
  var kin: String?
  /// Whose relative: the narrator's when "my" or nothing says otherwise.
  var kinIsOfNarrator = true
  /// In apposition after it: "Josiah, my father".
  var kinAfter: String?
  /// Jr., III, the elder.
  var suffix: String?
  /// Whether the form itself begins a sentence.
  var isSentenceStart = false
  /// Whether the form is followed by `’s`.
  var isPossessive = false
  /// Lower-case word before it, empty when a sign or nothing stands there.
  var previous = ""
  /// The word after it, empty when a sign stands between.
  var next = ""
  /// Where the word after it ends.
  var nextEnd = 0
  /// Whether the name goes on to the right in words that are no part of the form.
  var goesOn = false
  /// Whether the words are those of a place, a firm, a ship or a thing named after somebody.
  var isNoPerson = false
  /// "the" and the name alone: a ship, an inn; or a family's plural.
  var isArticled = false
  /// "the *James Caird*", "the brig *Mary Ann*": a ship that is called as somebody is.
  var isShip = false
  /// "the Franklin brothers", "the name of Franklin".
  var isFamily = false
  /// Whether somebody is called by it: alone in quotation marks, or before a comma in speech.
  var isCalled = false
  /// The given name it is joined to: "Henry and John".
  var companion: String?
  /// The family of another in "John and Mary Smith", "Mr and Mrs John Smith".
  var sharedFamily: String?
  /// The range of the first title where two share a name, as in "Mr and Mrs Smith".
  var partner: Range<Int>?
  /// The title of the partner.
  var partnerTitle: Honorific?

  /// True when neither title nor given name stands with a form of one word.
  var isBare: Bool { titles.isEmpty && givens.isEmpty }
}

/// Reads settings off the text.
struct SettingReader {
  let words: WordReader
  let smallWords: SmallWords
  let isHeading: Bool

  func setting(
    of hit: FormHit, form: RegistryForm, among emphasised: EmphasisedRanges
  ) -> Setting {
    var setting = Setting(range: hit.range)
    setting.isSentenceStart = words.isSentenceStart(hit.range.lowerBound)
    readLeft(hit.range.lowerBound, &setting)
    readRight(hit.range.upperBound, &setting)
    if form.words == 1 {
      judgeThing(hit.range, &setting)
      if setting.isBare {
        setting.isCalled = words.isCalled(setting.range)
        setting.companion = words.companion(of: setting.range)
      }
    }
    if setting.titles.isEmpty, form.words > 1 || !setting.givens.isEmpty {
      judgeShip(isSetOff: emphasised.areExactly(setting.range), &setting)
    }
    return setting
  }

  // MARK: To the left

  private func readLeft(_ start: Int, _ setting: inout Setting) {
    var place = start
    var steps = 0
    if let nickname = quoted(before: start) {
      setting.givens = [nickname.text]
      setting.range = nickname.range.lowerBound..<setting.range.upperBound
      place = nickname.range.lowerBound
    }
    while steps < 7, let word = words.before(place), !word.text.isEmpty {
      // "U.S. Grant": initials may touch one another.
      let isTouching = !setting.givens.isEmpty && word.sign == 0x2E && word.text.utf8.count == 1
      guard word.isSpaced || isTouching else { break }
      steps += 1
      if word.sign == 0x2C {
        if steps == 1 { readKin(before: word, &setting) }
        break
      }
      let title = word.isCapital ? Honorific.named(word.text) : nil
      if let title, word.text.utf8.count > 1, word.sign != 0x2E || word.text.utf8.count <= 6 {
        setting.titles.insert(title, at: 0)
        setting.range = word.range.lowerBound..<setting.range.upperBound
        place = word.range.lowerBound
        readCouple(word, &setting)
        continue
      }
      if word.sign == 0x2E, !word.isInitial, !isCutGivenName(word) { break }
      if word.isCapital, !setting.titles.isEmpty { break }
      if word.isInitial || word.isCapital && isNamePart(word) {
        setting.givens.insert(word.text, at: 0)
        setting.givenStart = word.range.lowerBound
        setting.range = word.range.lowerBound..<setting.range.upperBound
        place = word.range.lowerBound
        continue
      }
      if word.text == "of", steps == 1, let title = readSeat(word, &setting) {
        place = title.range.lowerBound
        continue
      }
      setting.previous = word.text.lowercased()
      readKin(before: word, &setting)
      break
    }
    if setting.givens.count > 1, setting.titles.isEmpty,
      setting.givens.allSatisfy({ $0.utf8.count == 1 }),
      CommonWords.areNoInitials(setting.givens.joined().utf8)
    {
      setting.givens = []
      setting.range = start..<setting.range.upperBound
    }
    // "Uncle Benjamin": a title that is a relative.
    if let kin = setting.titles.last(where: { $0.kind == .kin }) {
      setting.kin = KinTerm.named(kin.name) ?? kin.name
    }
  }

  // "Duke of York", "Bishop of London": a title that goes with the name of a place.
  private func readSeat(_ of: WordReader.Word, _ setting: inout Setting) -> WordReader.Word? {
    guard let word = words.before(of.range.lowerBound), word.isSpaced, word.sign == nil,
      word.isCapital, let title = Honorific.named(word.text)
    else { return nil }
    switch title.kind {
    case .nobility, .royalty, .church: break
    default: return nil
    }
    setting.titles.insert(title, at: 0)
    setting.isSeat = true
    setting.range = word.range.lowerBound..<setting.range.upperBound
    return word
  }

  // The nickname in `"Harry" Oliver`, its quotation marks included in its range.
  private func quoted(before start: Int) -> WordReader.Word? {
    guard let close = words.before(start), close.isSpaced, close.text.isEmpty else { return nil }
    let width = words.quoteLength(endingAt: close.range.lowerBound)
    guard width > 0, var word = words.before(close.range.lowerBound - width), !word.isSpaced,
      word.isCapital, word.sign == nil
    else { return nil }
    let open = words.quoteLength(endingAt: word.range.lowerBound)
    guard open > 0 else { return nil }
    word.range = word.range.lowerBound - open..<close.range.lowerBound
    return word
  }

  // "Mr. and Mrs. Smith", "Professor and Mrs. Botta".
  private func readCouple(_ word: WordReader.Word, _ setting: inout Setting) {
    guard let and = words.before(word.range.lowerBound), and.isSpaced, and.sign == nil,
      and.text == "and" || and.text == "&",
      let other = words.before(and.range.lowerBound), other.isSpaced, other.isCapital,
      other.sign == nil || other.sign == 0x2E, let title = Honorific.named(other.text)
    else { return }
    setting.partner =
      other.range
      .lowerBound..<(other.sign == 0x2E ? other.range.upperBound + 1 : other.range.upperBound)
    setting.partnerTitle = title
  }

  // A capital word before a name is part of it unless it begins the sentence and is a plain word.
  private func isNamePart(_ word: WordReader.Word) -> Bool {
    if NameNeighbours.isAdjective(word.text) || word.text == "I" { return false }
    if word.text.utf8.count == 1 { return false }
    if CommonWords.contains(word.text) { return false }
    if LeadingText(words: words).leads(word) { return false }
    if isHeading { return !smallWords.contains(word.text) }
    if words.isSentenceStart(word.range.lowerBound) { return !smallWords.contains(word.text) }
    return true
  }

  private func readKin(before word: WordReader.Word, _ setting: inout Setting) {
    guard setting.kin == nil, !word.isCapital, let term = KinTerm.named(word.text) else { return }
    setting.kin = term
    var place = word.range.lowerBound
    for _ in 0..<3 {
      guard let owner = words.before(place), owner.isSpaced, !owner.text.isEmpty else { return }
      let word = owner.text.lowercased()
      if NameCueWords.mineAnywhere.contains(word) { return }
      let isPossessive =
        owner.text.hasSuffix("s") && (owner.text.contains("'") || owner.text.contains("’"))
      if isPossessive || NameCueWords.others.contains(word) {
        setting.kinIsOfNarrator = false
        return
      }
      if owner.isCapital { return }
      place = owner.range.lowerBound
    }
  }

  // MARK: To the right

  private func readRight(_ end: Int, _ setting: inout Setting) {
    let possessive = words.possessiveLength(end)
    setting.isPossessive = possessive > 0
    guard let next = words.after(end + possessive) else { return }
    if next.sign == nil, next.isSpaced {
      setting.next = next.text
      setting.nextEnd = next.range.upperBound
    }
    if possessive > 0 {
      if next.sign == nil, next.isSpaced, next.isCapital,
        NameNeighbours.isPlaceHead(next.text)
      {
        setting.isNoPerson = true
      }
      return
    }
    if let suffix = suffix(next) {
      setting.suffix = suffix.text
      if next.text == "the", suffix.text == next.text {
        setting.suffix = nil
        setting.goesOn = true
        return
      }
      if next.isCapital { return }
    }
    if next.sign == 0x2C {
      readApposition(next, &setting)
      readRegion(next, &setting)
      return
    }
    guard next.isSpaced,
      next.sign == nil
        || next.sign == 0x2E
          && (isInitialEnd(end) || isTitle(endingAt: end) || isCutGivenName(endingAt: end))
    else { return }
    if next.text == "and" { readSharedFamily(next, &setting) }
    if next.text == "&" || isFirmTail(next) {
      setting.isNoPerson = true
    } else if next.isCapital, isRunOn(next) || isCutGivenName(endingAt: end) && isOneLetter(next) {
      setting.goesOn = true
    }
  }

  private func readSharedFamily(_ and: WordReader.Word, _ setting: inout Setting) {
    guard let given = words.after(and.range.upperBound), given.isCapital, given.sign == nil,
      let family = words.after(given.range.upperBound), family.isCapital, family.sign == nil,
      family.isSpaced
    else { return }
    setting.sharedFamily = family.text
  }

  private func isCutGivenName(_ word: WordReader.Word) -> Bool {
    word.isCapital && NameCueWords.cutGivenNames.contains(word.text.lowercased())
  }

  private func isCutGivenName(endingAt end: Int) -> Bool {
    words.before(end).map(isCutGivenName) ?? false
  }

  private func isOneLetter(_ word: WordReader.Word) -> Bool {
    word.text.utf8.count == 1 && word.text != "I"
  }

  private func isInitialEnd(_ end: Int) -> Bool {
    end - 2 < words.leaf.lowerBound || !ProseBytes.isWordByte(words.text, end - 2)
  }

  // "Mr." as somebody's whole name, before another's.
  private func isTitle(endingAt end: Int) -> Bool {
    words.before(end).map { Honorific.named($0.text) != nil } ?? false
  }

  private func isRunOn(_ next: WordReader.Word) -> Bool {
    if NameNeighbours.isPlaceHead(next.text) { return true }
    if next.text == "I" || CommonWords.contains(next.text) || NameNeighbours.isTime(next.text) {
      return false
    }
    if let title = Honorific.named(next.text), title.kind == .courtesy || title.kind == .learned {
      return false
    }
    return !isHeading
  }

  private func suffix(_ next: WordReader.Word) -> WordReader.Word? {
    switch next.text {
    case "II", "III", "IV": next
    case _ where next.sign == nil && RegnalNumber.isOne(next.text): next
    case _ where NameCueWords.suffixes.contains(next.text): next
    // "Charles the Second" is no Charles Osborne.
    case "the" where next.sign == nil && isOrdinal(after: next): next
    case "the" where next.sign != 0x2E:
      words.after(next.range.upperBound).flatMap {
        NameCueWords.ages.contains($0.text) && $0.sign == nil ? $0 : nil
      }
    default: nil
    }
  }

  private func isOrdinal(after the: WordReader.Word) -> Bool {
    words.after(the.range.upperBound).map {
      $0.sign == nil && NameCueWords.ordinals.contains($0.text)
    } ?? false
  }

  private func readApposition(_ next: WordReader.Word, _ setting: inout Setting) {
    var word = next
    guard NameCueWords.mine.contains(word.text) else { return }
    for _ in 0..<3 {
      guard let following = words.after(word.range.upperBound), following.sign == nil else {
        return
      }
      if let kin = KinTerm.named(following.text) {
        setting.kinAfter = kin
        return
      }
      word = following
    }
  }

  // "Jackson, Mississippi": a town before its state.
  private func readRegion(_ next: WordReader.Word, _ setting: inout Setting) {
    if next.isCapital, setting.isBare, NameNeighbours.isRegion(next.text) {
      setting.isNoPerson = true
    }
  }

  private func isFirmTail(_ next: WordReader.Word) -> Bool {
    if NameNeighbours.isFirmTail(next.text) { return true }
    guard NameCueWords.firmJoints.contains(next.text) else { return false }
    guard let tail = words.after(next.range.upperBound), tail.sign == nil else { return false }
    return NameNeighbours.isFirmTail(tail.text)
  }

  // MARK: Things named after people

  private func judgeThing(_ range: Range<Int>, _ setting: inout Setting) {
    guard let before = words.before(range.lowerBound), before.isSpaced, before.sign == nil else {
      return
    }
    if NameNeighbours.isPlacePrefix(before.text) {
      setting.isNoPerson = true
      return
    }
    guard setting.isBare else { return }
    if NameNeighbours.isGroup(setting.next) { setting.isFamily = true }
    if before.text == "of", let name = words.before(before.range.lowerBound),
      NameCueWords.familyNouns.contains(name.text)
    {
      setting.isFamily = true
    }
    if before.text == "the" || before.text == "The" {
      setting.isArticled = !isNounAhead(setting)
    } else if NameNeighbours.isVessel(before.text) {
      setting.isNoPerson = true
    }
  }

  // "the Grant family" is about people, "the Golden Hind" alone is a ship.
  private func isNounAhead(_ setting: Setting) -> Bool {
    setting.next.unicodeScalars.first.map(\.properties.isLowercase) ?? false
      && !NameNeighbours.isFunctionWord(setting.next)
  }

  /// Of a name in full: whether a ship goes by it here.
  private func judgeShip(isSetOff: Bool, _ setting: inout Setting) {
    guard let before = words.before(setting.range.lowerBound), before.isSpaced, before.sign == nil
    else { return }
    if before.text == "the" || before.text == "The" {
      setting.isShip = isSetOff
      setting.isArticled = !isNounAhead(setting)
    } else {
      setting.isShip = NameNeighbours.isVessel(before.text)
    }
  }
}
