/// The words of a passage as two bags, for telling how like another it is.
struct WordBag {
  /// Digests of words, sorted.
  let words: [UInt64]
  /// Digests of neighbouring words, the ends counted as words, sorted.
  let pairs: [UInt64]
  let kind: Passage.Kind

  init(_ reading: ChapterReading, _ passage: Int) {
    let tokens = WordTokens(reading, passage..<passage + 1)
    let words = zip(tokens.hashes, tokens.isWord).compactMap { $1 ? $0 : nil }
    var pairs: [UInt64] = []
    pairs.reserveCapacity(words.count + 1)
    var last: UInt64 = 0
    for word in words {
      pairs.append(mixed(last, word))
      last = word
    }
    if !words.isEmpty { pairs.append(mixed(last, 1)) }
    self.words = words.sorted()
    self.pairs = pairs.sorted()
    kind = reading.passages[passage].shape.kind
  }

  private init(words: [UInt64], pairs: [UInt64], kind: Passage.Kind) {
    self.words = words
    self.pairs = pairs
    self.kind = kind
  }

  /// From 0, nothing shared, to 1, the same words in the same order.
  func likeness(to other: WordBag) -> Double {
    if words.isEmpty || other.words.isEmpty { return 0 }
    return (dice(words, other.words) + dice(pairs, other.pairs)) / 2
  }

  /// What part of this passage's neighbouring words the other has too.
  func share(in other: WordBag) -> Double {
    pairs.isEmpty ? 0 : Double(shared(pairs, other.pairs)) / Double(pairs.count)
  }

  /// This without what the other has.
  func without(_ other: WordBag) -> WordBag {
    WordBag(words: rest(words, other.words), pairs: rest(pairs, other.pairs), kind: kind)
  }

  private func dice(_ a: [UInt64], _ b: [UInt64]) -> Double {
    2 * Double(shared(a, b)) / Double(a.count + b.count)
  }

  private func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        count += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  private func rest(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var (j, rest) = (0, [UInt64]())
    for value in a {
      while j < b.count, b[j] < value { j += 1 }
      if j < b.count, b[j] == value { j += 1 } else { rest.append(value) }
    }
    return rest
  }
}

/// Pairs of like things in the order of both, with the greatest sum of likeness.
func heaviestPairs(
  _ candidates: [(old: Int, new: Int, weight: Double)]
) -> [(old: Int, new: Int)] {
  let sorted = candidates.sorted { ($0.old, -$0.new) < ($1.old, -$1.new) }
  guard let last = candidates.map(\.new).max() else { return [] }
  // A Fenwick tree over the new places: the best chain that ends at or before each.
  var best = [(weight: Double, index: Int)](repeating: (0, -1), count: last + 2)
  var previous = [Int](repeating: -1, count: sorted.count)
  var end = (weight: 0.0, index: -1)
  for (index, pair) in sorted.enumerated() {
    var chain = (weight: 0.0, index: -1)
    var i = pair.new
    while i > 0 {
      if best[i].weight > chain.weight { chain = best[i] }
      i -= i & -i
    }
    previous[index] = chain.index
    let weight = chain.weight + pair.weight
    if weight > end.weight { end = (weight, index) }
    i = pair.new + 1
    while i < best.count {
      if weight > best[i].weight { best[i] = (weight, index) }
      i += i & -i
    }
  }
  var result: [(old: Int, new: Int)] = []
  var index = end.index
  while index >= 0 {
    result.append((sorted[index].old, sorted[index].new))
    index = previous[index]
  }
  return result.reversed()
}
