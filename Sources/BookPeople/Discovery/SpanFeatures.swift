import BookModel

// What speaks for and against a stretch of a run being one person's name. Each feature has a
// number; `SpanModel` has a weight for each.

/// Takes features one by one.
protocol FeatureSink {
  mutating func add(_ feature: Int, _ value: Float)
}

/// The one thing a capital word most likely is.
enum WordKind: Int, CaseIterable {
  case unknown
  case maleTitle
  case femaleTitle
  case rank
  case kin
  case initial
  case particle
  case suffix
  case place
  case demonym
  case calendar
  case deity
  case placeHead
  case bodyHead
  case function
  case given
  case family
  case givenOrFamily
  case common
  case commonOrName
  case placeOrGiven
  case plural
}

/// A word of a run with all that features ask of it.
struct RunWord {
  var token: WordToken
  var facts: WordFacts
  var kind: WordKind
  /// Book-wide evidence, each from 0 to 1.
  var book: (SIMD16<Float>)
}

/// First numbers of the groups of features, as `Scripts/names/features.txt` lists them for training.
enum FeatureBase: Int, CaseIterable {
  case roleKind = 0  // 4 roles × 24
  case length = 96  // 4
  case roleLevels = 100  // 4 × 4
  case roleShape = 116  // 4 × 8
  case startKind = 148  // 2 × 24
  case leftRun = 196  // 24
  case rightRun = 220  // 24
  case previousClasses = 244  // 24
  case nextClasses = 268  // 24
  case previousGap = 292  // 12
  case nextGap = 304  // 12
  case pair = 316  // 24 × 24
  case book = 892  // 4 × 16
  case bookUnknown = 956  // 4 × 16
  case ending = 1020  // 2 × 16
  case combination = 1052  // 48
  case previousLink = 1100  // 24
  case nextLink = 1124  // 24
  case nextOf = 1148  // 24
  case consensus = 1172  // 3 × 4
  case end = 1184
}

/// Makes the features of stretches of runs.
struct SpanReader {
  let reader: NameReader
  let text: UnsafeBufferPointer<UInt8>

  /// Everything about a run's words that does not depend on the stretch.
  func view(_ tokens: ArraySlice<WordToken>) -> [RunWord] {
    tokens.map { token in
      let facts = reader.facts(token)
      return RunWord(
        token: token, facts: facts, kind: kind(token, facts), book: evidence(token.word))
    }
  }

  func kind(_ token: WordToken, _ facts: WordFacts) -> WordKind {
    if token.shape.contains(.initial) {
      return token.end - token.start <= 5 ? .initial : .suffix
    }
    let classes = facts.classes
    if classes.contains(.maleTitle) { return .maleTitle }
    if classes.contains(.femaleTitle) { return .femaleTitle }
    if classes.contains(.rank) { return .rank }
    if !classes.isDisjoint(with: .kin) { return .kin }
    if classes.contains(.calendar) { return .calendar }
    if classes.contains(.deity), facts.given < 4 { return .deity }
    if classes.contains(.demonym) { return .demonym }
    if classes.contains(.suffix) { return .suffix }
    if classes.contains(.particle) { return .particle }
    if classes.contains(.place) { return facts.given > 3 ? .placeOrGiven : .place }
    if classes.contains(.function) { return .function }
    if classes.contains(.bodyHead), facts.given < 3 { return .bodyHead }
    if classes.contains(.placeHead), facts.given < 3 { return .placeHead }
    let given = facts.given
    if facts.common > 2 {
      return given > 2 || facts.family > 4 ? .commonOrName : .common
    }
    if given > 0, given + 1 >= facts.family { return facts.family > 2 ? .givenOrFamily : .given }
    if facts.family > 0 { return .family }
    if facts.common > 0 { return .common }
    return reader.words.singular[Int(token.word)] == .max ? .unknown : .plural
  }

  /// What the book tells of a word.
  func evidence(_ word: UInt32) -> SIMD16<Float> {
    Int(word) < reader.words.rates.count
      ? reader.words.rates[Int(word)] : reader.words.rates(of: word)
  }

  /// Adds the features of the stretch `span` of `run`; `place` is the run's place in `tokens`.
  @inline(__always)
  func features<Sink: FeatureSink>(
    _ run: [RunWord], _ span: Range<Int>, _ place: Int, _ tokens: ArraySlice<WordToken>,
    _ sink: inout Sink
  ) {
    let count = span.count
    sink.add(FeatureBase.length.rawValue + min(count, 4) - 1, 1)
    if count == 1 {
      addWord(run[span.lowerBound], 0, &sink)
    } else {
      addWord(run[span.lowerBound], 1, &sink)
      addWord(run[span.upperBound - 1], 2, &sink)
      for index in (span.lowerBound + 1)..<max(span.lowerBound + 1, span.upperBound - 1) {
        addWord(run[index], 3, &sink)
      }
      for index in span.lowerBound..<(span.upperBound - 1) {
        if run[index].token.shape.contains(.allCapitals)
          != run[index + 1].token.shape.contains(.allCapitals),
          run[index].token.end - run[index].token.start > 3,
          run[index + 1].token.end - run[index + 1].token.start > 3
        {
          sink.add(FeatureBase.combination.rawValue + 32, 1)
        }
        let pair = run[index].kind.rawValue * 24 + run[index + 1].kind.rawValue
        sink.add(FeatureBase.pair.rawValue + pair, 1)
      }
      let head = run[span.lowerBound]
      if head.token.shape.contains(.sentenceStart), !head.facts.isName, head.facts.common > 0,
        head.book[1] < 0.3
      {
        sink.add(FeatureBase.combination.rawValue + 33, 1)
        if head.facts.classes.contains(.epithet) {
          sink.add(FeatureBase.combination.rawValue + 34, 1)
        }
      }
    }
    let first = run[span.lowerBound]
    if first.token.shape.contains(.sentenceStart) {
      sink.add(
        FeatureBase.startKind.rawValue + (count == 1 ? 0 : 24) + first.kind.rawValue, 1)
    }
    if span.lowerBound > 0 {
      sink.add(FeatureBase.leftRun.rawValue + run[span.lowerBound - 1].kind.rawValue, 1)
    }
    if span.upperBound < run.count {
      sink.add(FeatureBase.rightRun.rawValue + run[span.upperBound].kind.rawValue, 1)
    }
    addEnding(run[span.upperBound - 1], count, &sink)
    addContext(run, span, place, tokens, &sink)
  }

  @inline(__always)
  private func addWord<Sink: FeatureSink>(_ word: RunWord, _ role: Int, _ sink: inout Sink) {
    sink.add(FeatureBase.roleKind.rawValue + role * 24 + word.kind.rawValue, 1)
    let levels = FeatureBase.roleLevels.rawValue + role * 4
    let facts = word.facts
    if facts.male > 0 { sink.add(levels, Float(facts.male) / 9) }
    if facts.female > 0 { sink.add(levels + 1, Float(facts.female) / 9) }
    if facts.family > 0 { sink.add(levels + 2, Float(facts.family) / 9) }
    if facts.common > 0 { sink.add(levels + 3, Float(facts.common) / 9) }
    let shapes = FeatureBase.roleShape.rawValue + role * 8
    let shape = word.token.shape
    if shape.contains(.allCapitals) { sink.add(shapes, 1) }
    if shape.contains(.innerCapital) { sink.add(shapes + 1, 1) }
    if shape.contains(.hyphen) { sink.add(shapes + 2, 1) }
    if shape.contains(.possessive) { sink.add(shapes + 3, 1) }
    if shape.contains(.nonASCII) { sink.add(shapes + 4, 1) }
    if shape.contains(.spoken) { sink.add(shapes + 5, 1) }
    if shape.contains(.headline) { sink.add(shapes + 6, 1) }
    if word.token.end - word.token.start < 3 { sink.add(shapes + 7, 1) }
    let book = FeatureBase.book.rawValue + role * 16
    for index in 0..<16 where word.book[index] != 0 { sink.add(book + index, word.book[index]) }
    switch word.kind {
    case .unknown, .common, .commonOrName, .family, .place, .placeOrGiven, .plural, .calendar,
      .demonym:
      let unknown = FeatureBase.bookUnknown.rawValue + role * 16
      for index in 0..<16 where word.book[index] != 0 {
        sink.add(unknown + index, word.book[index])
      }
    default: break
    }
  }

  private func addEnding<Sink: FeatureSink>(_ word: RunWord, _ count: Int, _ sink: inout Sink) {
    guard word.kind == .unknown || word.kind == .family || word.kind == .common else { return }
    if let ending = nameEnding(text, word.token) {
      sink.add(FeatureBase.ending.rawValue + (count == 1 ? 0 : 16) + ending, 1)
    }
  }
}

extension Float {
  /// Square root, enough for a feature.
  var rootEstimate: Float { squareRoot() }
}

/// Endings that tell places, peoples and adjectives from people.
func nameEnding(_ text: UnsafeBufferPointer<UInt8>, _ token: WordToken) -> Int? {
  let start = Int(token.start)
  let whole = min(Int(token.end), text.count)
  let end = whole > start && text[whole - 1] == UInt8(ascii: ".") ? whole - 1 : whole
  guard end - start >= 4 else { return nil }
  func ends(_ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard end - start > count else { return false }
    return ending.withUTF8Buffer { letters in
      for index in 0..<count where text[end - count + index] | 0x20 != letters[index] {
        return false
      }
      return true
    }
  }
  if ends("shire") || ends("land") || ends("lands") { return 0 }
  if ends("ville") || ends("burg") || ends("burgh") || ends("borough") || ends("bury") { return 1 }
  if ends("ton") || ends("ham") || ends("ford") || ends("wick") { return 2 }
  if ends("ism") || ends("ist") || ends("ists") || ends("tion") || ends("ment") { return 3 }
  if ends("ese") || ends("ish") || ends("ians") || ends("ians") || ends("eans") { return 4 }
  if ends("ian") || ends("ean") || ends("ite") || ends("ites") { return 5 }
  if ends("ing") || ends("ed") || ends("ly") { return 6 }
  if ends("ness") || ends("ity") || ends("ance") || ends("ence") { return 7 }
  if ends("ia") { return 8 }
  if ends("son") || ends("sen") || ends("man") || ends("kins") || ends("ski") { return 9 }
  if ends("ville") { return 10 }
  if ends("s") { return ends("ss") ? 11 : 12 }
  if ends("a") { return 13 }
  if ends("ie") || ends("y") || ends("ey") { return 14 }
  if ends("o") || ends("i") { return 15 }
  return nil
}
