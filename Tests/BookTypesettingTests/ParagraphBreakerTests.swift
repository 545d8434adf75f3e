import Testing

@testable import BookTypesetting

/// Points for words of given widths with gaps of 3 points between them.
private func points(_ widths: [Float]) -> [BreakPoint] {
  var result: [BreakPoint] = []
  var x = 0.0
  for (index, width) in widths.enumerated() {
    x += Double(width)
    let isLast = index == widths.count - 1
    result.append(
      BreakPoint(
        x: x, bareX: x, nextX: isLast ? x : x + 3, gaps: Int32(index),
        nextGaps: Int32(isLast ? index : index + 1), token: Int32(index), wordBreak: -1,
        protrusion: 0, nextProtrusion: 0, penalty: 0, wordBefore: Int32(index),
        wordAfter: Int32(index + 1), isHyphen: false, isForced: isLast))
    x += 3
  }
  return result
}

private func widths(_ count: Int, seed: UInt64) -> [Float] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return 6 + Float((state >> 40) % 30)
  }
}

private let taste = LineTaste(gap: 3, flexibility: 0.018, shortestLast: 20)

@Suite struct ParagraphBreakerTests {
  /// All ways to break, one by one: the breaker's must cost no more than the cheapest of them.
  @Test(arguments: 1...40) func findsTheBestOfAllWays(seed: UInt64) {
    let all = points(widths(17, seed: seed))
    let measure = LineMeasure(width: 90)
    var breaker = ParagraphBreaker()
    let found = breaker.breakLines(all, measure, taste).map(\.demerits).min()
    var best = Double.infinity
    func search(_ start: BreakPoint?, _ from: Int, _ total: Double, _ fitness: Int) {
      for end in from..<all.count {
        let isEnd = end == all.count - 1
        let fit = LineFit(from: start, to: all[end], isEnd: isEnd, width: 90, taste: taste)
        guard fit.ratio >= -1, fit.ratio <= 1 else { continue }
        let own = fit.ratio < -0.5 ? 0 : fit.ratio <= 0.5 ? 1 : 2
        let badness = 100 * Double(abs(fit.ratio) * abs(fit.ratio) * abs(fit.ratio))
        var cost = total + (10 + badness) * (10 + badness)
        if start != nil, abs(own - fitness) > 1 { cost += 3000 }
        if isEnd {
          if fit.natural < 20 { cost += 60_000 }
          best = min(best, cost)
        } else {
          search(all[end], end + 1, cost, own)
        }
      }
    }
    search(nil, 0, 0, 1)
    guard best.isFinite, let found else { return }
    #expect(found <= best * 1.0001)
  }

  @Test(arguments: [50, 400, 2000]) func everyLineStaysWithinItsLimits(count: Int) {
    let all = points(widths(count, seed: 99))
    var breaker = ParagraphBreaker()
    for way in breaker.breakLines(all, LineMeasure(width: 240), taste) {
      var start: BreakPoint?
      for end in way.ends {
        let isEnd = Int(end) == all.count - 1
        let fit = LineFit(from: start, to: all[Int(end)], isEnd: isEnd, width: 240, taste: taste)
        #expect(fit.ratio >= -1 && fit.ratio <= 2.6)
        start = all[Int(end)]
      }
      #expect(way.ends.last == Int32(all.count - 1))
    }
  }

  @Test func offersAParagraphLongerAndShorter() {
    var offered = 0
    for seed in 1...30 as ClosedRange<UInt64> {
      let all = points(widths(300, seed: seed))
      var breaker = ParagraphBreaker()
      let counts = breaker.breakLines(all, LineMeasure(width: 300), taste).map(\.ends.count)
      #expect(counts == counts.sorted() && Set(counts).count == counts.count)
      offered += counts.count - 1
    }
    #expect(offered >= 15)
  }

  @Test func aWordWiderThanTheLineStandsAlone() {
    var all = widths(12, seed: 3)
    all[5] = 400
    var breaker = ParagraphBreaker()
    let ways = breaker.breakLines(points(all), LineMeasure(width: 90), taste)
    let ends = ways.first?.ends ?? []
    #expect(ends.contains(4) && ends.contains(5))
  }

  @Test func threeHyphensNeverFollowEachOther() {
    // Every word may be parted in the middle, at a price lower than a loose line's.
    var all: [BreakPoint] = []
    var x = 0.0
    for (index, width) in widths(600, seed: 11).enumerated() {
      let middle = x + Double(width) / 2
      all.append(
        BreakPoint(
          x: middle + 3, bareX: middle, nextX: middle, gaps: Int32(index), nextGaps: Int32(index),
          token: Int32(index), wordBreak: 0, protrusion: 0, nextProtrusion: 0, penalty: 0,
          wordBefore: -1, wordAfter: -1, isHyphen: true, isForced: false))
      x += Double(width)
      let isLast = index == 599
      all.append(
        BreakPoint(
          x: x, bareX: x, nextX: isLast ? x : x + 3, gaps: Int32(index),
          nextGaps: Int32(isLast ? index : index + 1), token: Int32(index), wordBreak: -1,
          protrusion: 0, nextProtrusion: 0, penalty: 0, wordBefore: Int32(index), wordAfter: -1,
          isHyphen: false, isForced: isLast))
      x += 3
    }
    var breaker = ParagraphBreaker()
    for way in breaker.breakLines(all, LineMeasure(width: 120), taste) {
      var run = 0
      var longest = 0
      for end in way.ends {
        run = all[Int(end)].isHyphen ? run + 1 : 0
        longest = max(longest, run)
      }
      #expect(longest < 3)
    }
  }

  @Test func noParagraphEndsInPartOfAWordThatCanBeSetOtherwise() {
    var ended = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      // The last word may be parted in the middle.
      var all = points(widths(40, seed: seed))
      let last = all.removeLast()
      let before = all[all.count - 1]
      let middle = (before.nextX + last.x) / 2
      all.append(
        BreakPoint(
          x: middle + 3, bareX: middle, nextX: middle, gaps: last.gaps, nextGaps: last.gaps,
          token: last.token, wordBreak: 0, protrusion: 0, nextProtrusion: 0, penalty: 0,
          wordBefore: -1, wordAfter: -1, isHyphen: true, isForced: false))
      all.append(last)
      var breaker = ParagraphBreaker()
      for way in breaker.breakLines(all, LineMeasure(width: 240), taste) where way.ends.count > 1 {
        ended += 1
        #expect(all[Int(way.ends[way.ends.count - 2])].token != last.token)
      }
    }
    #expect(ended > 60)
  }
}
