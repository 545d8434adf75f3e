import BookData
import BookModel
import Testing

@testable import BookPeople

/// Numbers that look random and are the same in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

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

  static func words(_ text: String) -> [(String, NameToken.Shape)] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = WordScanner(buffer, Abbreviations())
      scanner.scan(0..<bytes.count, isHeading: false)
      return scanner.words.tokens.map {
        (String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self), $0.shape)
      }
    }
  }

  @Test(
    "words are cut as names are written",
    arguments: [
      ("Mr. Smith's dog", ["Mr.", "Smith", "dog"]),
      ("U.S. Grant and U. S. Grant", ["U.S.", "Grant", "and", "U.", "S.", "Grant"]),
      ("O'Hara, O’Hara; d'Artagnan", ["O'Hara", "O’Hara", "d'Artagnan"]),
      ("Jean-Paul--he", ["Jean-Paul", "he"]),
      ("He saw St. Clare. Then", ["He", "saw", "St.", "Clare", "Then"]),
      ("Bar-\ntleby came", ["Bar-\ntleby", "came"]),
      ("the Joneses' house", ["the", "Joneses", "house"]),
      ("Émile Zola", ["Émile", "Zola"]),
      ("", []),
    ])
  func scanning(text: String, words: [String]) {
    #expect(Self.words(text).map(\.0) == words)
  }

  @Test("a sentence begins after a stop, not after an abbreviation")
  func sentenceStarts() {
    let words = Self.words("Mr. Brown left. Mary stayed, and “Tom” laughed.")
    let starts = words.filter { $0.1.contains(.sentenceStart) }.map(\.0)
    #expect(starts == ["Mr.", "Mary", "Tom"])
  }

  @Test("the last step of a word's hash can be undone")
  func hashWithoutLastLetter() {
    for word in ["munster", "o'hara", "x", "zoë"] {
      #expect(
        WordHash.removing(UInt8(ascii: "s"), from: WordHash.of(word + "s")) == WordHash.of(word))
    }
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
