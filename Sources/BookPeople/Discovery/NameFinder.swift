import BookModel
import BookWords

// Finds the names of people in chapters: scan, gather, weigh, agree, choose. Chapters are worked on
// at once and joined in order, so that the result does not depend on how many jobs there are.

/// A name found, in the words of its chapter.
struct FoundName {
  var chapter: Int
  var leaf: Int
  /// Indices of its words in the chapter's tokens.
  var tokens: Range<Int>
  /// Probability that it is one person's name, 0 to 1.
  var confidence: Float
  /// The place in `Duke of York`, the last of its words.
  var seat: Range<Int>?
  /// The family name that stands elsewhere: `Captain and Mrs. Smith`.
  var family: Range<Int>?
  /// Whether its place tells that it is one: "one Keimer", a list of people.
  var isTold = false

  /// The same of some of its words.
  func part(_ tokens: Range<Int>) -> FoundName {
    var part = self
    part.tokens = tokens
    return part
  }
}

/// The runs of a chapter with the scores of their stretches.
struct WeighedRuns {
  struct Run {
    var leaf: Int32
    var start: Int32
    var count: Int32
    var scores: Int32
  }
  var runs: [Run] = []
  /// By the second weights, without the agreement of the book.
  var scores: [Float] = []
  /// Each run's words' first likelihood of standing in a name.
  var likelihood: [Float] = []
}

/// What the whole book thinks of each of its words.
struct Consensus {
  var total: [Float]
  var count: [UInt32]

  init(words: Int) {
    total = [Float](repeating: 0, count: words)
    count = [UInt32](repeating: 0, count: words)
  }

  mutating func add(_ runs: WeighedRuns, _ tokens: [WordToken]) {
    var index = 0
    for run in runs.runs {
      for token in tokens[Int(run.start)..<Int(run.start + run.count)] {
        total[Int(token.word)] += runs.likelihood[index]
        count[Int(token.word)] &+= 1
        index += 1
      }
    }
  }
}

/// All that the finder made of a book, kept for those who group the names.
struct BookScan {
  var words: Vocabulary
  var chapters: [ChapterWords]
  var names: [FoundName]
  /// Stretches that nearly are names, for those who know more of what stands around them; in the
  /// order of the text, none of them within one of `names`.
  var doubtful: [FoundName] = []
}

/// Scans the words of all chapters, numbers them together and gathers their evidence.
func readWords(_ chapters: [ParsedChapter], jobs: Int) async -> (Vocabulary, [ChapterWords]) {
  var scans = await chapters.mapInOrder(jobs: jobs) { $1.wordsCut }
  var words = Vocabulary()
  for index in scans.indices {
    let map = words.merge(scans[index], text: chapters[index].text)
    scans[index].renumber(map)
  }
  words.findSingulars()
  let plain = NameReader(words: words)
  let parts = groupsOfChapters(scans.count, jobs)
  let gathered = scans
  let counts = await parts.mapInOrder(jobs: jobs) { _, part in
    var gatherer = EvidenceGatherer(reader: plain)
    for scan in gathered[part] {
      for leaf in 0..<scan.leafCount { gatherer.gather(scan.leaf(leaf)) }
    }
    return gatherer.counts
  }
  words.evidence = [UInt32](repeating: 0, count: words.table.count * Vocabulary.stride)
  for part in counts {
    for (index, count) in part.enumerated() { words.evidence[index] &+= count }
  }
  words.findRates()
  return (words, scans)
}

/// Cuts the chapters into as many stretches as there are jobs: each holds one table of counts.
func groupsOfChapters(_ count: Int, _ jobs: Int) -> [Range<Int>] {
  let parts = max(1, min(jobs, count))
  return (0..<parts).map { (count * $0 / parts)..<(count * ($0 + 1) / parts) }
}

/// Finds all names of people.
func findNames(in chapters: [ParsedChapter], jobs: Int) async -> BookScan {
  let (words, scans) = await readWords(chapters, jobs: jobs)
  let reader = NameReader(words: words)
  let weighed = await chapters.mapInOrder(jobs: jobs) {
    weigh(scans[$0], $1.text, reader)
  }
  var consensus = Consensus(words: words.table.count)
  for index in chapters.indices { consensus.add(weighed[index], scans[index].tokens) }
  let agreed = consensus
  let names = await weighed.mapInOrder(jobs: jobs) { number, runs in
    SpanWeights.withLearned { choose(runs, scans[number], agreed, $0, chapter: number) }
  }
  return BookScan(
    words: words, chapters: scans, names: names.flatMap { $0.sure },
    doubtful: names.flatMap { $0.doubtful })
}

/// The first pass over a chapter: scores and likelihoods of all stretches.
private func weigh(_ scan: ChapterWords, _ text: [UInt8], _ reader: NameReader) -> WeighedRuns {
  var result = WeighedRuns()
  var chart = RunChart()
  var first: [Float] = []
  text.withUnsafeBufferPointer { text in
    SpanWeights.withLearned { weights in
      let spans = SpanReader(reader: reader, text: text)
      for leaf in 0..<scan.leafCount {
        let tokens = scan.leaf(leaf)
        reader.runs(tokens) { range in
          let run = spans.view(tokens[range])
          first.removeAll(keepingCapacity: true)
          let start = result.scores.count
          Stretches(count: run.count).each { _, span in
            var sums = TwoSums(weights: weights)
            spans.features(run, span, range.lowerBound, tokens, &sums)
            first.append(sums.first / 1000)
            result.scores.append(sums.second / 1000)
          }
          chart.fill(count: run.count, scores: first[...])
          let base = result.likelihood.count
          result.likelihood.append(contentsOf: repeatElement(0, count: run.count))
          Stretches(count: run.count).each { number, span in
            for index in span { result.likelihood[base + index] += chart.likelihood[number] }
          }
          result.runs.append(
            WeighedRuns.Run(
              leaf: Int32(leaf), start: Int32(range.lowerBound), count: Int32(run.count),
              scores: Int32(start)))
        }
      }
    }
  }
  return result
}

/// From which score on a stretch that is no name by its words alone may be one by what is around it.
private let doubtfulScore: Float = -2

/// The second pass: the book's opinion of the words is added, and the best stretches chosen.
private func choose(
  _ weighed: WeighedRuns, _ scan: ChapterWords, _ consensus: Consensus, _ weights: SpanWeights,
  chapter: Int
) -> (sure: [FoundName], doubtful: [FoundName]) {
  var names: [FoundName] = []
  var doubtful: [FoundName] = []
  var chart = RunChart()
  var place = 0
  var scores: [Float] = []
  for run in weighed.runs {
    let count = Int(run.count)
    let start = Int(run.start)
    scores.removeAll(keepingCapacity: true)
    Stretches(count: count).each { number, span in
      var score = weighed.scores[Int(run.scores) + number] + weights.bias
      func add(_ index: Int, _ role: Int) {
        let word = Int(scan.tokens[start + index].word)
        let others = Float(consensus.count[word] &- 1)
        guard others > 0 else { return }
        let mean = (consensus.total[word] - weighed.likelihood[place + index]) / others
        let weight = others / (others + 1)
        let base = FeatureBase.consensus.rawValue + role * 4
        score += Float(weights.second[base]) / 1000 * mean * weight
        score += Float(weights.second[base + 1]) / 1000 * (1 - mean) * weight
      }
      if span.count == 1 {
        add(span.lowerBound, 0)
      } else {
        add(span.lowerBound, 1)
        add(span.upperBound - 1, 2)
      }
      scores.append(score)
    }
    place += count
    let best = RunChart.best(count: count, scores: scores[...])
    if best.isEmpty {
      if let (span, score) = RunChart.nearest(count: count, scores: scores[...]),
        score > doubtfulScore
      {
        doubtful.append(
          FoundName(
            chapter: chapter, leaf: Int(run.leaf),
            tokens: (start + span.lowerBound)..<(start + span.upperBound),
            confidence: 1 / (1 + exponential(-score))))
      }
      continue
    }
    chart.fill(count: count, scores: scores[...])
    for (span, number) in best {
      names.append(
        FoundName(
          chapter: chapter, leaf: Int(run.leaf),
          tokens: (start + span.lowerBound)..<(start + span.upperBound),
          confidence: min(1, max(0, chart.likelihood[number]))))
    }
  }
  return (names, doubtful)
}
