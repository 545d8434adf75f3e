import BookModel

// What stands around a stretch of a run.

extension SpanReader {
  func addContext<Sink: FeatureSink>(
    _ run: [RunWord], _ span: Range<Int>, _ place: Int, _ tokens: ArraySlice<WordToken>,
    _ sink: inout Sink
  ) {
    let first = run[span.lowerBound].token
    let last = run[span.upperBound - 1].token
    let before = place + span.lowerBound - 1
    let after = place + span.upperBound
    let previous = before >= tokens.startIndex ? tokens[before] : nil
    let next = after < tokens.endIndex ? tokens[after] : nil
    var previousFacts = WordFacts()
    var nextFacts = WordFacts()
    addGap(first.gap, FeatureBase.previousGap.rawValue, &sink)
    addGap(next?.gap ?? .leaf, FeatureBase.nextGap.rawValue, &sink)
    if let previous, span.lowerBound == 0, reader.isAdjacent(first) {
      previousFacts = reader.facts(previous)
      addClasses(previousFacts.classes, FeatureBase.previousClasses.rawValue, &sink)
      if previousFacts.classes.contains(.linkWord), before > tokens.startIndex,
        tokens[before - 1].shape.contains(.capital)
      {
        let other = tokens[before - 1]
        let kind = kind(other, reader.facts(other))
        sink.add(FeatureBase.previousLink.rawValue + kind.rawValue, 1)
      }
    }
    if let next, span.upperBound == run.count, reader.isAdjacent(next),
      !last.shape.contains(.possessive)
    {
      nextFacts = reader.facts(next)
      addClasses(nextFacts.classes, FeatureBase.nextClasses.rawValue, &sink)
      if nextFacts.classes.contains(.linkWord), after + 1 < tokens.endIndex,
        tokens[after + 1].shape.contains(.capital), reader.isAdjacent(tokens[after + 1])
      {
        let other = tokens[after + 1]
        let kind = kind(other, reader.facts(other))
        sink.add(FeatureBase.nextLink.rawValue + kind.rawValue, 1)
        sink.add(FeatureBase.nextOf.rawValue + run[span.upperBound - 1].kind.rawValue, 1)
      }
    }
    addCombinations(run, span, previousFacts, nextFacts, next, &sink)
    addApposition(run[span.upperBound - 1], first, last, previous, next, &sink)
  }

  /// `Tippoo, Sultan of …`; `my sister, Ann`; `Lincoln's Inn`.
  private func addApposition<Sink: FeatureSink>(
    _ word: RunWord, _ first: WordToken, _ last: WordToken, _ previous: WordToken?,
    _ next: WordToken?, _ sink: inout Sink
  ) {
    let base = FeatureBase.combination.rawValue
    if let next, last.shape.contains(.possessive), reader.isAdjacent(next),
      next.shape.contains(.capital)
    {
      let classes = reader.facts(next).classes
      let head = !classes.isDisjoint(with: [.placeHead, .bodyHead])
      sink.add(base + (head ? 39 : 40), 1)
    }
    if let next, next.gap.contains(.comma), next.shape.contains(.capital),
      !reader.facts(next).classes.isDisjoint(with: .title)
    {
      sink.add(base + 41, 1)
    }
    if let previous, first.gap.contains(.comma),
      !reader.facts(previous).classes.isDisjoint(with: [.relation])
    {
      sink.add(base + 42, 1)
    }
  }

  @inline(__always)
  private func addGap<Sink: FeatureSink>(
    _ gap: WordToken.Gap, _ base: Int, _ sink: inout Sink
  ) {
    var bits = gap.rawValue
    while bits != 0 {
      sink.add(base + bits.trailingZeroBitCount, 1)
      bits &= bits - 1
    }
  }

  @inline(__always)
  private func addClasses<Sink: FeatureSink>(
    _ classes: WordClasses, _ base: Int, _ sink: inout Sink
  ) {
    var bits = classes.rawValue
    while bits != 0 {
      sink.add(base + bits.trailingZeroBitCount, 1)
      bits &= bits - 1
    }
  }

  private func addCombinations<Sink: FeatureSink>(
    _ run: [RunWord], _ span: Range<Int>, _ previous: WordFacts, _ next: WordFacts,
    _ nextToken: WordToken?, _ sink: inout Sink
  ) {
    let base = FeatureBase.combination.rawValue
    let first = run[span.lowerBound].token
    let last = run[span.upperBound - 1]
    let gap = nextToken?.gap ?? .leaf
    let punctuated = !gap.isDisjoint(with: [.comma, .stop, .shout, .closeQuote, .leaf])
    let spoken = first.shape.contains(.spoken)
    let single = span.count == 1
    if spoken, !first.gap.isDisjoint(with: [.comma, .openQuote]),
      !gap.isDisjoint(with: [.comma, .shout, .stop])
    {
      sink.add(base + (single ? 0 : 1), 1)
      if !gap.isDisjoint(with: .shout) { sink.add(base + 2, 1) }
    }
    if previous.classes.contains(.speechVerb), punctuated { sink.add(base + 3, 1) }
    if next.classes.contains(.speechVerb), !first.gap.isDisjoint(with: [.closeQuote, .leaf]) {
      sink.add(base + 4, 1)
    }
    if previous.classes.contains(.determiner) {
      sink.add(base + (next.common > 0 && next.classes.isEmpty ? 5 : 6), 1)
      if gap.contains(.comma) || gap.contains(.stop) { sink.add(base + 7, 1) }
      if last.kind == .unknown || last.kind == .family { sink.add(base + 8, 1) }
    }
    if previous.classes.contains(.insidePreposition) {
      sink.add(base + (punctuated ? 9 : 10), 1)
      if last.kind == .unknown { sink.add(base + 11, 1) }
      if last.kind == .given { sink.add(base + 12, 1) }
    }
    if next.classes.contains(.verb), !previous.classes.contains(.determiner) {
      sink.add(base + 13, 1)
      if last.kind == .unknown { sink.add(base + 14, 1) }
    }
    if previous.classes.contains(.relation) { sink.add(base + 15, 1) }
    if gap.contains(.comma), let nextToken,
      reader.facts(nextToken).classes.contains(.determiner)
    {
      sink.add(base + 16, 1)
    }
    if next.common > 0, next.classes.isEmpty { sink.add(base + 17, 1) }
    if previous.common > 0, previous.classes.isEmpty { sink.add(base + 18, 1) }
    if run[span].allSatisfy({ $0.facts.common > 0 && !$0.facts.isName }) { sink.add(base + 19, 1) }
    if !single, last.facts.classes.contains(.placeHead) { sink.add(base + 20, 1) }
    if !single, last.facts.classes.contains(.bodyHead) { sink.add(base + 21, 1) }
    if first.shape.contains(.sentenceStart), single {
      sink.add(base + 22, Float(run[span.lowerBound].facts.common) / 9)
      if run[span.lowerBound].book[1] < 0.1 { sink.add(base + 23, 1) }
    }
    if span.lowerBound > 0, run[span.lowerBound - 1].facts.classes.isDisjoint(with: .function) {
      sink.add(base + 24, 1)
    }
    if span.upperBound < run.count { sink.add(base + 25, 1) }
    if single, run.count == 1, !first.shape.contains(.sentenceStart) { sink.add(base + 26, 1) }
    let singular = reader.words.singular[Int(last.token.word)]
    if singular != .max {
      let one = evidence(singular)
      let person = max(one[3], one[4], one[10])
      let several = previous.classes.contains(.determiner)
      sink.add(base + (several ? 28 : 29), 1)
      sink.add(base + (several ? 30 : 31), person)
      sink.add(base + (several ? 35 : 36), one[0])
      let facts = reader.words.facts[Int(singular)]
      if facts.family > 0, facts.common == 0 { sink.add(base + (several ? 37 : 38), 1) }
    }
    if last.token.shape.contains(.possessive), next.common > 0 { sink.add(base + 27, 1) }
  }
}
