import BookLanguage
import BookWords

/// A sentence that was read closely: its words, what hangs under what, and its clauses.
struct ReadSentence: Sendable {
  /// Words with contractions apart, what they are to each other.
  let tagged: TaggedSentence
  let clauses: [Clause]
  /// What words of events each word is.
  let kinds: [EventKinds]
  /// How each is written.
  let shapes: [SentenceWord.Shape]
  /// Whether each stands within marks of quotation.
  let isQuoted: [Bool]
  /// The branch of the sentence that each word belongs to: for each word its head, the count of words
  /// for the root.
  var heads: [Int] { tagged.heads }
  /// For each word the first and the last that hang under it.
  private let subtrees: [ClosedRange<Int>]

  init(
    _ words: [SentenceWord], _ text: UnsafeBufferPointer<UInt8>, _ lexicon: EventLexicon,
    _ tagger: SentenceTagger
  ) {
    let ranges = words.map(\.range)
    let split = ContractionSplit().split(ranges, in: text)
    tagged = tagger.tagged(words: split, in: text)
    clauses = tagged.clauses()
    var kinds: [EventKinds] = []
    var shapes: [SentenceWord.Shape] = []
    var isQuoted: [Bool] = []
    var from = 0
    for range in split {
      while from + 1 < words.count, Int(words[from].end) < range.upperBound { from += 1 }
      let word = words[from]
      let isWhole = word.range == range
      kinds.append(isWhole ? word.kinds : lexicon.kinds(of: range, in: text))
      let opens = word.range.lowerBound == range.lowerBound
      shapes.append(isWhole || opens ? word.shape : .small)
      isQuoted.append(word.isSpoken)
    }
    self.kinds = kinds
    self.shapes = shapes
    self.isQuoted = isQuoted
    subtrees = Self.subtrees(of: tagged.heads)
  }

  /// What hangs under each word: every word widens those above it, which are few.
  private static func subtrees(of heads: [Int]) -> [ClosedRange<Int>] {
    var subtrees = heads.indices.map { $0...$0 }
    for word in heads.indices {
      var above = heads[word]
      while above < heads.count {
        let known = subtrees[above]
        subtrees[above] = min(known.lowerBound, word)...max(known.upperBound, word)
        above = heads[above]
      }
    }
    return subtrees
  }

  var count: Int { tagged.words.count }

  /// The first and the last word that hang under a word, itself included.
  func subtree(of word: Int) -> ClosedRange<Int> { subtrees[word] }

  /// Whether a word is a verb, or a participle of one that was taken for an adjective.
  func isVerbal(_ word: Int) -> Bool {
    tagged.tags[word].isVerb || !kinds[word].isDisjoint(with: .eventVerbs)
  }

  /// Who does what a clause tells: the pronoun at its verb, else what was found for it.
  ///
  /// "The next May I went": a date before it may have been taken for who did it.
  func subject(of clause: Clause) -> Int? {
    let first = min(clause.group.auxiliaries.first ?? clause.group.head, clause.group.head)
    var before = first - 1
    while before >= clause.span.lowerBound, tagged.tags[before] == .adverb { before -= 1 }
    if before >= 0, before != clause.subject, tagged.tags[before] == .pronoun,
      kinds[before].has(.narrator) || kinds[before].has(.others)
    {
      return before
    }
    return clause.subject
  }

  /// Whether a clause tells something by itself: a main clause, or one that was taken for a relative
  /// though its subject opens it behind a comma: "on that day, I left".
  func standsAlone(_ clause: Clause) -> Bool {
    if clause.kind == .main { return true }
    guard clause.kind == .relative, let subject = clause.subject, subject > 0,
      subject < clause.group.head, subject >= clause.span.lowerBound,
      tagged.tags[subject] == .pronoun, shapes[subject - 1] == .sign
    else { return false }
    return !(clause.span.lowerBound..<subject).contains {
      tagged.tags[$0] == .relative || tagged.tags[$0] == .relativeAdverb
    }
  }

  /// The bytes from one word to another.
  func bytes(_ words: ClosedRange<Int>) -> Range<Int> {
    tagged.words[words.lowerBound].lowerBound..<tagged.words[words.upperBound].upperBound
  }
}

extension EventLexicon {
  /// What a word in a text is.
  func kinds(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> EventKinds {
    var hash = Self.seed
    var at = range.lowerBound
    // The stop of "Mr." belongs to no list.
    var end = range.upperBound
    if end - at > 1, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    while at < end {
      if text[at] == 0xE2, at + 2 < range.upperBound {
        hash = Self.mixed(hash, UInt8(ascii: "'"))
        at += 3
      } else {
        hash = Self.mixed(hash, text[at])
        at += 1
      }
    }
    return kinds(of: hash)
  }
}
