/// Which passage of the old book became which of the new.
struct PassageLinks {
  let old: [ChapterReading]
  let new: [ChapterReading]
  /// For every new chapter the old one it is.
  let match: [Int?]
  /// For every old passage where it is now.
  private(set) var homeOfOld: [[PassagePlace?]]
  /// For every new passage where it was.
  private(set) var homeOfNew: [[PassagePlace?]]
  /// For every new chapter the runs of passages that read and stand as they did.
  private(set) var kept: [[AlignedRun]]
  /// For every new chapter the passages edited in place, in order.
  private(set) var edited: [[(old: Range<Int>, new: Range<Int>)]]

  init(old: [ChapterReading], new: [ChapterReading], match: [Int?]) {
    self.old = old
    self.new = new
    self.match = match
    homeOfOld = old.map { [PassagePlace?](repeating: nil, count: $0.passages.count) }
    homeOfNew = new.map { [PassagePlace?](repeating: nil, count: $0.passages.count) }
    kept = new.map { _ in [] }
    edited = new.map { _ in [] }
    for (j, i) in match.enumerated() {
      guard let i else { continue }
      kept[j] = alignment(old[i].passages.map(\.hash), new[j].passages.map(\.hash))
      for run in kept[j] {
        for k in 0..<run.count {
          link(
            PassagePlace(chapter: i, passage: run.old + k),
            PassagePlace(chapter: j, passage: run.new + k))
        }
      }
    }
    linkMoved()
    for (j, i) in match.enumerated() {
      if let i { linkEdited(i, j) }
    }
    linkMovedAndEdited()
  }

  private mutating func link(_ old: PassagePlace, _ new: PassagePlace) {
    homeOfOld[old.chapter][old.passage] = new
    homeOfNew[new.chapter][new.passage] = old
  }

  private var strayOld: [PassagePlace] { Self.strays(homeOfOld) }
  private var strayNew: [PassagePlace] { Self.strays(homeOfNew) }

  private static func strays(_ homes: [[PassagePlace?]]) -> [PassagePlace] {
    homes.enumerated().flatMap { chapter, homes in
      homes.enumerated().compactMap {
        $1 == nil ? PassagePlace(chapter: chapter, passage: $0) : nil
      }
    }
  }

  /// Passages that say the same in another place; a few words may stand twice by chance, and count
  /// as moved only where nothing else says them.
  private mutating func linkMoved() {
    var waiting: [UInt64: [PassagePlace]] = [:]
    for place in strayOld.reversed() {
      let passage = old[place.chapter].passages[place.passage]
      if passage.words > 0 || passage.shape.kind == .picture {
        waiting[passage.hash, default: []].append(place)
      }
    }
    if waiting.isEmpty { return }
    let news = strayNew
    var count: [UInt64: Int] = [:]
    for place in news { count[new[place.chapter].passages[place.passage].hash, default: 0] += 1 }
    for place in news {
      let passage = new[place.chapter].passages[place.passage]
      let isTelling = passage.words >= 4 || passage.shape.kind == .picture
      if !isTelling, count[passage.hash] != 1 || waiting[passage.hash]?.count != 1 { continue }
      if let from = waiting[passage.hash]?.popLast() { link(from, place) }
    }
  }

  // MARK: Edited in place

  private mutating func linkEdited(_ i: Int, _ j: Int) {
    var (x, y) = (0, 0)
    let end = AlignedRun(old: old[i].passages.count, new: new[j].passages.count, count: 0)
    for run in kept[j] + [end] {
      linkEdited(i, x..<run.old, j, y..<run.new)
      (x, y) = (run.old + run.count, run.new + run.count)
    }
  }

  private mutating func linkEdited(_ i: Int, _ x: Range<Int>, _ j: Int, _ y: Range<Int>) {
    let olds = x.filter { homeOfOld[i][$0] == nil }
    let news = y.filter { homeOfNew[j][$0] == nil }
    if olds.isEmpty || news.isEmpty { return }
    let oldBags = olds.map { WordBag(old[i], $0) }
    let newBags = news.map { WordBag(new[j], $0) }
    let isAlone = olds.count == 1 && news.count == 1
    var candidates: [(old: Int, new: Int, weight: Double)] = []
    for (a, b) in likelyPairs(oldBags, newBags) {
      let (p, q) = (old[i].passages[olds[a]].shape, new[j].passages[news[b]].shape)
      var weight = oldBags[a].likeness(to: newBags[b])
      if p.kind == .picture, p == q { weight = 1 }
      // A heading that replaces one of the same level in the same place is that heading renamed.
      if p.kind == .heading, p == q { weight = max(weight, 0.36) }
      let isSameSort = p.kind == q.kind && (p.setting == "note") == (q.setting == "note")
      if weight >= (isSameSort ? isAlone ? 0.2 : 0.35 : 0.75) { candidates.append((a, b, weight)) }
    }
    var pairs: [(old: Range<Int>, new: Range<Int>)] = []
    for pair in heaviestPairs(candidates) {
      let (o, n) = (olds[pair.old], news[pair.new])
      link(PassagePlace(chapter: i, passage: o), PassagePlace(chapter: j, passage: n))
      pairs.append((o..<o + 1, n..<n + 1))
    }
    let bags = (
      old: Dictionary(uniqueKeysWithValues: zip(olds, oldBags)),
      new: Dictionary(uniqueKeysWithValues: zip(news, newBags))
    )
    for k in pairs.indices {
      widen(&pairs[k], i, x, j, y, bags)
      edited[j].append(pairs[k])
    }
  }

  /// Takes neighbours into an edit whose words came from it or went to it: a paragraph divided,
  /// or paragraphs joined.
  private mutating func widen(
    _ pair: inout (old: Range<Int>, new: Range<Int>), _ i: Int, _ x: Range<Int>, _ j: Int,
    _ y: Range<Int>, _ bags: (old: [Int: WordBag], new: [Int: WordBag])
  ) {
    guard let first = bags.old[pair.old.lowerBound], let second = bags.new[pair.new.lowerBound]
    else { return }
    var surplusOld = first.without(second)
    var surplusNew = second.without(first)
    while let n = [pair.new.upperBound, pair.new.lowerBound - 1].first(where: { n in
      y.contains(n) && homeOfNew[j][n] == nil && (bags.new[n]?.share(in: surplusOld) ?? 0) >= 0.6
    }), let bag = bags.new[n] {
      surplusOld = surplusOld.without(bag)
      link(
        PassagePlace(chapter: i, passage: pair.old.lowerBound), PassagePlace(chapter: j, passage: n)
      )
      pair.new = min(n, pair.new.lowerBound)..<max(n + 1, pair.new.upperBound)
    }
    if pair.new.count > 1 { return relink(pair, i, j) }
    while let o = [pair.old.upperBound, pair.old.lowerBound - 1].first(where: { o in
      x.contains(o) && homeOfOld[i][o] == nil && (bags.old[o]?.share(in: surplusNew) ?? 0) >= 0.6
    }), let bag = bags.old[o] {
      surplusNew = surplusNew.without(bag)
      link(
        PassagePlace(chapter: i, passage: o), PassagePlace(chapter: j, passage: pair.new.lowerBound)
      )
      pair.old = min(o, pair.old.lowerBound)..<max(o + 1, pair.old.upperBound)
    }
    relink(pair, i, j)
  }

  /// Several passages that became one, or the reverse, all lead to the first.
  private mutating func relink(_ pair: (old: Range<Int>, new: Range<Int>), _ i: Int, _ j: Int) {
    for o in pair.old {
      homeOfOld[i][o] = PassagePlace(chapter: j, passage: pair.new.lowerBound)
    }
    for n in pair.new {
      homeOfNew[j][n] = PassagePlace(chapter: i, passage: pair.old.lowerBound)
    }
  }

  // MARK: Moved and edited

  private mutating func linkMovedAndEdited() {
    let olds = strayOld.filter { old[$0.chapter].passages[$0.passage].words >= 8 }
    let news = strayNew.filter { new[$0.chapter].passages[$0.passage].words >= 8 }
    if olds.isEmpty || news.isEmpty { return }
    let oldBags = olds.map { WordBag(old[$0.chapter], $0.passage) }
    let newBags = news.map { WordBag(new[$0.chapter], $0.passage) }
    var candidates = likelyPairs(oldBags, newBags, all: 0).map {
      (old: $0.old, new: $0.new, weight: oldBags[$0.old].likeness(to: newBags[$0.new]))
    }
    candidates.removeAll { $0.weight < 0.6 || oldBags[$0.old].kind != newBags[$0.new].kind }
    candidates.sort { a, b in
      a.weight != b.weight ? a.weight > b.weight : (a.old, a.new) < (b.old, b.new)
    }
    for pair in candidates {
      let (from, to) = (olds[pair.old], news[pair.new])
      if homeOfOld[from.chapter][from.passage] == nil, homeOfNew[to.chapter][to.passage] == nil {
        link(from, to)
      }
    }
  }
}

/// Pairs worth comparing: all while that costs little, else those that share uncommon words.
private func likelyPairs(
  _ old: [WordBag], _ new: [WordBag], all: Int = 1_000_000
) -> [(old: Int, new: Int)] {
  let cost =
    new.count * old.reduce(8) { $0 + $1.pairs.count } + old.count
    * new.reduce(8) { $0 + $1.pairs.count }
  if cost <= all || (all > 0 && old.count == 1 && new.count == 1) {
    return old.indices.flatMap { a in new.indices.map { (a, $0) } }
  }
  // With very much to compare, one pair of words in eight says enough.
  let total = old.reduce(0) { $0 + $1.pairs.count }
  let mask: UInt64 = total > 200_000 ? 7 : 0
  var owners: [UInt64: [Int32]] = [:]
  for (index, bag) in old.enumerated() {
    for pair in bag.pairs where pair & mask == 0 {
      if owners[pair, default: []].count < 7 { owners[pair, default: []].append(Int32(index)) }
    }
  }
  var result: [(old: Int, new: Int)] = []
  for (index, bag) in new.enumerated() {
    var hits: [Int32: Int] = [:]
    for pair in bag.pairs where pair & mask == 0 {
      guard let list = owners[pair], list.count < 7 else { continue }
      for owner in list { hits[owner, default: 0] += 1 }
    }
    let best = hits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
    result += best.map { (Int($0.key), index) }
  }
  return result
}
