import BookData
import BookModel
import BookTestSupport
import Testing

@testable import BookPeople

@Suite("Parts of discovery")
struct DiscoveryPartsTests {
  static func lexiconLines() -> [[UInt8]] {
    EmbeddedFile.lexicon.withBytes { $0.split(separator: 10).map { Array($0) } }
  }

  @Test("every word of the lexicon is in order and is found, and what is not there is not")
  func lexiconIsSearchable() {
    let lines = Self.lexiconLines()
    #expect(lines.count > 50_000)
    var previous: [UInt8] = []
    for line in lines {
      let word = Array(line.prefix { $0 != 32 })
      #expect(previous.lexicographicallyPrecedes(word))
      previous = word
    }
    for line in lines.enumerated().filter({ $0.offset % 37 == 0 }).map(\.element) {
      let word = Array(line.prefix { $0 != 32 })
      let found = word.withUnsafeBufferPointer { wordFacts($0) }
      #expect(found != WordFacts(), "\(String(decoding: word, as: UTF8.self))")
      let longer = word + Array("qzq".utf8)
      #expect(longer.withUnsafeBufferPointer { wordFacts($0) } == WordFacts())
    }
  }

  @Test(
    "names and words have the facts one expects",
    arguments: [
      ("mary", true, true), ("henry", true, true), ("abernathy", false, true),
      ("quickly", false, false),
    ])
  func facts(word: String, isGiven: Bool, isName: Bool) {
    let facts = Array(word.utf8).withUnsafeBufferPointer { wordFacts($0) }
    // The census knows a few children of almost every name.
    #expect((facts.given >= 3) == isGiven)
    #expect(facts.isName == isName)
  }

  @Test("short forms lead to the names they stand for")
  func nicknames() {
    #expect(areSameGivenName(Array("bob".utf8), Array("robert".utf8)))
    #expect(areSameGivenName(Array("lizzy".utf8), Array("betsy".utf8)))
    #expect(!areSameGivenName(Array("bob".utf8), Array("william".utf8)))
    #expect(fullNames(of: Array("zzz".utf8)) == [])
  }

  @Test("likelihood and choice agree with counting every way to cut a run")
  func chartAgainstEnumeration() {
    var dice = Dice()
    for _ in 0..<200 {
      let count = Int.random(in: 1...5, using: &dice)
      var spans: [Range<Int>] = []
      Stretches(count: count).each { number, span in
        #expect(number == spans.count)
        spans.append(span)
      }
      let scores = spans.map { _ in Float.random(in: -4...4, using: &dice) }
      func ways(_ start: Int) -> [[Int]] {
        if start == count { return [[]] }
        var all = ways(start + 1)
        for (index, span) in spans.enumerated() where span.lowerBound == start {
          all += ways(span.upperBound).map { [index] + $0 }
        }
        return all
      }
      let every = ways(0)
      let sums = every.map { $0.reduce(Float(0)) { $0 + scores[$1] } }
      let whole = sums.reduce(Float(0)) { $0 + exponential($1) }
      var chart = RunChart()
      chart.fill(count: count, scores: scores[...])
      for index in spans.indices {
        let part = zip(every, sums).filter { $0.0.contains(index) }
          .reduce(Float(0)) { $0 + exponential($1.1) }
        #expect(abs(chart.likelihood[index] - part / whole) < 0.002)
      }
      let best = RunChart.best(count: count, scores: scores[...])
      let reached = best.reduce(Float(0)) { $0 + scores[$1.number] }
      #expect(abs(reached - (sums.max() ?? 0)) < 0.001)
    }
  }
}
