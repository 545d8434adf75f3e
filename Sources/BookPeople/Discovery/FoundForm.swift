import BookLanguage
import BookModel

// A name taken apart: titles, given names, family name, suffix.

/// One way in which somebody is named; words by their numbers in the book.
struct FoundForm: Hashable {
  /// Canonical titles in order.
  var titles: [String] = []
  /// Given names, nicknames and initials.
  var given: [UInt32] = []
  /// The family name with its particles.
  var family: [UInt32] = []
  var suffix: String?
  /// A single name of which it is not yet known what it is.
  var bare: UInt32?
  /// `the Munsters`: a family as a whole.
  var isFamilyGroup = false
  /// The sex that the titles tell.
  var gender: Title.Gender = .either
  /// Words before it that are no part of it: `Poor Dorothea`.
  var skipped = 0
  /// The place that goes with a title: `Duke of York`.
  var seat: [UInt32] = []
  /// What the words beside the name say its bearer is to the narrator: uncle.
  var kin: String?
}

extension FoundForm {
  /// Whether it has a given and a family name.
  var isInFull: Bool { !given.isEmpty && !family.isEmpty && seat.isEmpty }

  /// Whether a number tells who of those of one name is meant: Louis XVI, King Charles II.
  var isCounted: Bool {
    guard family.isEmpty, kin == nil, bare != nil || given.count == 1 else { return false }
    return suffix.map { RegnalNumber.isOne($0.uppercased()) } ?? false
  }

  /// Whether it may be a given name without any other.
  var isGivenAlone: Bool {
    titles.isEmpty && family.isEmpty && seat.isEmpty && !isFamilyGroup
      && (bare != nil || given.count == 1)
  }
}

/// Takes names apart.
struct NameParser {
  let words: Vocabulary

  /// The form of a name among the tokens of its chapter.
  func form(of name: FoundName, _ tokens: [WordToken]) -> FoundForm {
    if let seat = name.seat {
      var form = form(tokens[name.tokens.lowerBound..<seat.lowerBound - 1])
      form.seat = tokens[seat].map(\.word)
      form.bare = nil
      form.given = []
      form.family = []
      return form
    }
    var form = form(tokens[name.tokens])
    if let family = name.family {
      form.bare = nil
      form.family = tokens[family].map(\.word)
      if form.gender == .either { form.gender = .male }
    }
    return form
  }

  /// The form of the words `tokens` of a name.
  func form(_ tokens: ArraySlice<WordToken>) -> FoundForm {
    var form = FoundForm()
    var start = tokens.startIndex
    var end = tokens.endIndex
    var follower = Title.Follower.family
    while start < end - 1, isEpithet(tokens[start]) { start += 1 }
    start = afterOffice(tokens[start..<end])
    form.skipped = start - tokens.startIndex
    while start < end, let title = title(tokens[start]) {
      if start == end - 1, !form.titles.isEmpty, !isTitleOnly(tokens[start]) { break }
      form.titles.append(title.canonical)
      if title.gender != .either, form.gender == .either || title.gender == .female {
        form.gender = title.gender
      }
      follower = title.follower
      start += 1
    }
    while end - 1 > start, words.facts[Int(tokens[end - 1].word)].classes.contains(.suffix) {
      form.suffix = spelling(tokens[end - 1].word)
      end -= 1
    }
    guard start < end else { return form }
    if form.titles.isEmpty, end - start > 1, isMonsieur(tokens[start], tokens[start + 1]) {
      form.titles = ["monsieur"]
      form.gender = .male
      start += 1
    }
    if end - start == 1 {
      single(tokens[start], follower, &form)
    } else {
      several(tokens[start..<end], &form)
    }
    return form
  }

  /// The same as written: the words of each part as they stand in the text.
  func pieces(
    _ tokens: ArraySlice<WordToken>, _ form: FoundForm, family shared: ArraySlice<WordToken>? = nil,
    _ text: [UInt8]
  ) -> NamePieces {
    func written(_ token: WordToken) -> String {
      let start = max(0, Int(token.start))
      let end = max(start, min(Int(token.end), text.count))
      return String(decoding: text[start..<end], as: UTF8.self)
    }
    var pieces = NamePieces()
    if !form.seat.isEmpty, let first = tokens.first, let last = tokens.last {
      let start = max(0, Int(first.start))
      let end = min(text.count, max(start, Int(last.end)))
      pieces.whole = oneLine(String(decoding: text[start..<end], as: UTF8.self))
      return pieces
    }
    let own = tokens.dropFirst(form.skipped)
    let titles = min(form.titles.count, own.count)
    pieces.titles = own.prefix(titles).map(written)
    var rest = own.dropFirst(titles)
    if form.suffix != nil, let last = rest.popLast() { pieces.suffix = written(last) }
    if let shared {
      pieces.family = shared.map(written)
      return pieces
    }
    let family = min(form.family.count, rest.count)
    pieces.family = rest.suffix(family).map(written)
    let given = rest.dropLast(family)
    for token in given {
      // Dave “Dizzy” Smith
      if token.start != given.first?.start, token.gap.contains(.openQuote) {
        pieces.nicknames.append(written(token))
      } else {
        pieces.given.append(written(token))
      }
    }
    return pieces
  }

  private func single(_ token: WordToken, _ follower: Title.Follower, _ form: inout FoundForm) {
    let facts = words.facts[Int(token.word)]
    guard !form.titles.isEmpty else {
      form.bare = token.word
      let singular = words.singular[Int(token.word)]
      // The Munsters; Burns is nobody's plural, though something burns.
      let capitals =
        words.count(.capitalWithin, token.word) + words.count(.capitalAtStart, token.word)
      form.isFamilyGroup =
        singular != .max && facts.given == 0
        && words.count(.capitalWithin, singular) + words.count(.afterTitle, singular) > 0
        && words.count(.afterDeterminer, token.word) * 2 >= capitals
      return
    }
    switch follower {
    case .family:
      if facts.given >= 6, facts.family < 4,
        words.count(.afterTitle, token.word) * 3
          < words.count(.capitalWithin, token.word)
      {
        form.given = [token.word]
      } else {
        form.family = [token.word]
      }
    case .given: form.given = [token.word]
    case .either:
      if facts.given > facts.family || (facts.given > 3 && facts.family < 6) {
        form.given = [token.word]
      } else {
        form.family = [token.word]
      }
    }
  }

  /// Given names up to a particle or the last word; the rest is the family name.
  private func several(_ tokens: ArraySlice<WordToken>, _ form: inout FoundForm) {
    var begin = tokens.endIndex - 1
    for index in tokens.indices.dropFirst() {
      let facts = words.facts[Int(tokens[index].word)]
      if index < tokens.endIndex - 1, facts.classes.contains(.particle), facts.given < 3 {
        begin = index
        break
      }
    }
    let first = words.facts[Int(tokens[tokens.startIndex].word)]
    if first.classes.contains(.particle), first.given < 3,
      !tokens[tokens.startIndex].shape.contains(.initial)
    {
      begin = tokens.startIndex  // St. Clare, Van Houten
    }
    form.given = tokens[..<begin].map(\.word)
    form.family = tokens[begin...].map(\.word)
  }

  private func title(_ token: WordToken) -> Title? {
    let classes = words.facts[Int(token.word)].classes
    guard !classes.isDisjoint(with: [.maleTitle, .femaleTitle, .rank, .maleKin, .femaleKin]),
      !token.shape.contains(.initial) || classes.contains(.maleTitle)
    else { return titleOfSeveral(token) }
    return BookPeople.title(spelling(token.word), classes)
  }

  /// `Lords` in "my Lords Sandwich and Peterborough", `Ladies`.
  private func titleOfSeveral(_ token: WordToken) -> Title? {
    let plural = spelling(token.word)
    guard plural.utf8.count > 4, plural.utf8.last == UInt8(ascii: "s"),
      words.facts[Int(token.word)].given == 0, words.facts[Int(token.word)].family < 4
    else { return nil }
    let singular = plural.hasSuffix("ies") ? plural.dropLast(3) + "y" : plural.dropLast()
    let classes = Array(singular.utf8).withUnsafeBufferPointer { wordFacts($0).classes }
    guard !classes.isDisjoint(with: WordClasses.title.union(.kin)) else { return nil }
    return BookPeople.title(String(singular), classes)
  }

  /// `M.` before a name that stands with a title elsewhere and that no given name precedes.
  private func isMonsieur(_ token: WordToken, _ next: WordToken) -> Bool {
    token.shape.contains(.initial) && token.end - token.start == 2
      && words.spelling(token.word) == [UInt8(ascii: "m")]
      && words.count(.afterTitle, next.word) > 0 && words.count(.afterGiven, next.word) < 2
  }

  /// `Poor`, `Dearest`, or a common word that heads a sentence and is nobody's name.
  private func isEpithet(_ token: WordToken) -> Bool {
    let facts = words.facts[Int(token.word)]
    if facts.classes.contains(.epithet), facts.given < 5 { return true }
    if token.shape.contains(.hyphen), !token.shape.contains(.innerCapital), !facts.isName,
      facts.classes.isDisjoint(with: [.maleTitle, .femaleTitle, .rank])
    {
      return true  // Fifteen-year-old Jo
    }
    if facts.classes.contains(.calendar), facts.given < 5 { return true }
    // "See Smith" at the head of a sentence.
    if token.shape.contains(.sentenceStart), facts.given < 4,
      facts.classes.contains(.function) || facts.common > 7 && facts.family < 5
    {
      return facts.classes.isDisjoint(with: WordClasses.title.union(.kin))
    }
    if facts.isName, facts.given + facts.family > 4 { return false }
    return token.shape.contains(.sentenceStart) && facts.common > 0 && !facts.isName
      && facts.classes.isDisjoint(with: [.maleTitle, .femaleTitle, .rank, .maleKin, .femaleKin])
  }

  // "U.S. President Nixon", "British Prime Minister Blair": what stands before the title is no name.
  private func afterOffice(_ tokens: ArraySlice<WordToken>) -> Int {
    let start = tokens.startIndex
    guard tokens.count > 2, title(tokens[start]) == nil else { return start }
    for index in start + 1..<min(start + 3, tokens.endIndex - 1) {
      let before = tokens[index - 1]
      let facts = words.facts[Int(before.word)]
      let isCountry =
        !facts.classes.isDisjoint(with: [.demonym, .place])
        || before.shape.contains(.initial) && before.end - before.start > 3
      let isOffice = NameCueWords.beforeOffice.contains(spelling(before.word))
      guard isCountry || isOffice else { return start }
      if let title = title(tokens[index]), title.follower == .family { return index }
    }
    return start
  }

  private func isTitleOnly(_ token: WordToken) -> Bool {
    !words.facts[Int(token.word)].isName
  }

  func spelling(_ word: UInt32) -> String { String(decoding: words.spelling(word), as: UTF8.self) }
}
