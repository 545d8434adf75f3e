import BookModel
import BookWords

// The distinct words of a book with what is known of them, and the evidence each gathers over the
// whole book: one word has one sense in one book.

/// What a word's places in the book tell; counts, in `Vocabulary.evidence`.
enum Evidence: Int, CaseIterable {
  case capitalWithin
  case capitalAtStart
  case afterTitle
  case speech
  case beforeVerb
  case afterPlacePreposition
  case afterDeterminer
  case possessive
  case beforeCapital
  case afterCapital
  case afterGiven
  case beforeHead
  case vocative
  case afterRelation
  case allCapitals
  case afterInsidePreposition
}

/// The words of a book, numbered as in its table.
struct Vocabulary {
  var table = WordNumbering(capacity: 16384)
  private let lexicon = LexiconIndex()
  var facts: [WordFacts] = []
  var lower: [UInt32] = []
  /// `Evidence.allCases.count` counts a word.
  var evidence: [UInt32] = []

  /// Each word's letters, folded.
  private(set) var spellings: [UInt8] = []
  private var spellingEnds: [Int32] = []
  /// The word it may be the plural of, `max` for none; made by `findSingulars`.
  var singular: [UInt32] = []

  /// Each word's `rates(of:)`, made by `findRates`.
  private(set) var rates: [SIMD16<Float>] = []

  static let stride = 16

  @inline(__always)
  func count(_ kind: Evidence, _ word: UInt32) -> Float {
    Float(evidence[Int(word) * Vocabulary.stride + kind.rawValue])
  }

  /// Takes in a chapter's words; returns the book's number of each.
  mutating func merge(_ chapter: ChapterWords, text: [UInt8]) -> [UInt32] {
    var map: [UInt32] = []
    map.reserveCapacity(chapter.hashes.count)
    text.withUnsafeBufferPointer { text in
      for (local, hash) in chapter.hashes.enumerated() {
        let (index, isNew) = table.insert(hash)
        if isNew {
          let sample = chapter.samples[local]
          let folded = foldedWord(text[Int(sample.lowerBound)..<Int(sample.upperBound)])
          facts.append(Vocabulary.facts(folded, lexicon))
          spellings.append(contentsOf: folded)
          spellingEnds.append(Int32(clamping: spellings.count))
          lower.append(0)
        }
        lower[Int(index)] &+= chapter.lower[local]
        map.append(index)
      }
    }
    return map
  }

  /// Finds `Claypole` to `Claypoles`, for words that are nothing else.
  mutating func findSingulars() {
    singular = [UInt32](repeating: .max, count: table.count)
    for (index, hash) in table.hashes.enumerated() {
      guard facts[index].common == 0, facts[index].classes.isEmpty, facts[index].given < 3
      else { continue }
      if let found = table.find(WordHash.removing(UInt8(ascii: "s"), from: hash)) {
        singular[index] = found
      }
    }
  }

  /// Rates of a word's evidence over the book, drawn towards nothing where it is rare.
  func rates(of word: UInt32) -> SIMD16<Float> {
    let within = count(.capitalWithin, word)
    let start = count(.capitalAtStart, word)
    let lower = Float(lower[Int(word)])
    let all = within + start
    let scale = 1 / (all + 1.5)
    var rates = SIMD16<Float>(repeating: 0)
    rates[0] = min(1, all.rootEstimate / 6)
    rates[1] = within / (within + lower + 1)
    rates[2] = lower / (lower + all + 1)
    rates[3] = count(.afterTitle, word) * scale
    rates[4] = count(.speech, word) * scale
    rates[5] = count(.beforeVerb, word) * scale
    rates[6] = count(.afterPlacePreposition, word) * scale
    rates[7] = count(.afterDeterminer, word) * scale
    rates[8] = count(.possessive, word) * scale
    rates[9] = count(.afterCapital, word) * scale
    rates[10] = count(.afterGiven, word) * scale
    rates[11] = count(.beforeHead, word) * scale
    rates[12] = count(.vocative, word) * scale
    rates[13] = count(.afterRelation, word) * scale
    rates[14] = count(.beforeCapital, word) * scale
    rates[15] = count(.afterInsidePreposition, word) * scale
    return rates
  }

  /// Works out the rates of all words, for the finders to look up.
  mutating func findRates() {
    rates = facts.indices.map { rates(of: UInt32($0)) }
  }

  /// The word's letters, folded.
  func spelling(_ word: UInt32) -> [UInt8] {
    let index = Int(word)
    guard index < spellingEnds.count else { return [] }
    let start = index == 0 ? 0 : Int(spellingEnds[index - 1])
    return Array(spellings[start..<Int(spellingEnds[index])])
  }

  private static func facts(_ word: [UInt8], _ lexicon: LexiconIndex) -> WordFacts {
    var folded = word
    var facts = folded.withUnsafeBufferPointer { lexicon.facts($0) }
    if facts == WordFacts(), let hyphen = folded.lastIndex(of: UInt8(ascii: "-")) {
      // A compound has the classes of its last part, and is a name when all its parts are.
      let tail = folded[(hyphen + 1)...].withUnsafeBufferPointer { wordFacts($0) }
      folded.removeSubrange(hyphen...)
      let head = folded.withUnsafeBufferPointer { wordFacts($0) }
      facts.classes = tail.classes.intersection([.placeHead, .bodyHead, .title, .demonym])
      facts.family = min(head.family, tail.family)
      facts.male = min(head.male, tail.male)
      facts.female = min(head.female, tail.female)
      facts.common = min(head.common, tail.common)
    }
    return facts
  }
}
