/// Says of each word of a sentence what part of speech it is and what it hangs under.
///
/// Two layers of integer weights, learned by Scripts/tagger from trees that are openly licensed. The same
/// words give the same answer on every machine. A sentence costs time only when somebody asks.
package struct SentenceTagger: Sendable {
  private let model: [UInt8]
  private let clusters: PackedWords
  private let classes: PackedWords
  private let tagLayer: PackedLayer
  private let arcLayer: PackedLayer

  /// A tagger that reads this model, nil when it is none.
  package init?(model: [UInt8]) {
    let found = model.withUnsafeBytes {
      bytes -> (PackedWords, PackedWords, PackedLayer, PackedLayer)? in
      guard bytes.count > 32, bytes.prefix(4).elementsEqual("BWT1".utf8) else { return nil }
      let at = (0...6).map { Int(bytes.word(4 + 4 * $0)) }
      guard at[6] == bytes.count, zip(at, at.dropFirst()).allSatisfy({ $0 + 8 <= $1 }),
        let clusters = PackedWords(at: at[0], width: 1, in: bytes),
        let classes = PackedWords(at: at[1], width: 4, in: bytes),
        let tags = PackedLayer(
          table: at[2], weights: at[3], end: at[4], atoms: TagAtoms.count,
          classes: PartOfSpeech.allCases.count, in: bytes),
        let arcs = PackedLayer(
          table: at[4], weights: at[5], end: at[6], atoms: ArcState.atomCount,
          classes: ArcState.moves, in: bytes)
      else { return nil }
      return (clusters, classes, tags, arcs)
    }
    guard let found else { return nil }
    self.model = model
    (clusters, classes, tagLayer, arcLayer) = found
  }

  /// The tagger of English that comes with the program.
  package static func english() -> SentenceTagger? {
    SentenceTagger(model: EmbeddedData.englishTagger())
  }

  /// The part of speech of each word of one sentence.
  ///
  /// - Parameter words: where the words stand in `text`, contractions apart as `ContractionSplit` cuts them
  package func tags(words: [Range<Int>], in text: UnsafeBufferPointer<UInt8>) -> [PartOfSpeech] {
    tags(of: atoms(of: words, in: text))
  }

  /// The sentence with its tags and arcs.
  package func tagged(words: [Range<Int>], in text: UnsafeBufferPointer<UInt8>) -> TaggedSentence {
    let atoms = atoms(of: words, in: text)
    let tags = tags(of: atoms)
    let (heads, relations) = arcs(of: atoms, tags: tags)
    let hashes = atoms.map(\.word)
    let questionMark = hashed([UInt8(ascii: "?")])
    let kinds = model.withUnsafeBytes { model in
      hashes.map { WordClass(rawValue: classes.value($0, in: model)) }
    }
    return TaggedSentence(
      words: words, tags: tags, heads: heads, relations: relations, classes: kinds,
      isQuestionMark: hashes.map { $0 == questionMark }, atoms: atoms)
  }

  private func atoms(of words: [Range<Int>], in text: UnsafeBufferPointer<UInt8>) -> [WordAtoms] {
    var scratch: [UInt8] = []
    var opens = true
    var result: [WordAtoms] = []
    result.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      var atoms = WordAtoms(
        word, opensSentence: opens && index < TagAtoms.opening, in: text, scratch: &scratch)
      atoms.cluster = model.withUnsafeBytes { clusters.value(atoms.word, in: $0) }
      opens = opens && TagAtoms.opensQuietly(text[word])
      result.append(atoms)
    }
    return result
  }

  private func tags(of words: [WordAtoms]) -> [PartOfSpeech] {
    var result: [PartOfSpeech] = []
    result.reserveCapacity(words.count)
    let around = TagAtoms(words)
    let classes = PartOfSpeech.allCases.count
    withScratch(atoms: TagAtoms.count) { model, atoms, scores in
      for index in words.indices {
        around.write(at: index, tags: result, to: atoms)
        tagLayer.score(atoms, into: scores, in: model)
        let score = Scores(scores)
        var best = 0
        for tag in 1..<classes where score[tag] > score[best] { best = tag }
        result.append(PartOfSpeech(rawValue: UInt8(best))!)
      }
    }
    return result
  }

  private func arcs(of words: [WordAtoms], tags: [PartOfSpeech]) -> ([Int], [Relation]) {
    guard words.count <= ArcState.longest else {
      return (words.map { _ in words.count }, words.map { _ in .root })
    }
    var state = ArcState(words: words, tags: tags)
    withScratch(atoms: ArcState.atomCount) { model, atoms, scores in
      while !state.isFinished {
        state.write(to: atoms)
        arcLayer.score(atoms, into: scores, in: model)
        state.apply(state.bestMove(Scores(scores)))
      }
    }
    return (state.heads, state.relations)
  }

  /// Lends the model, room for atoms and room for scores.
  private func withScratch(
    atoms count: Int,
    _ body: (
      UnsafeRawPointer, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<PackedLayer.Lane>
    ) -> Void
  ) {
    model.withUnsafeBytes { model in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { atoms in
        withUnsafeTemporaryAllocation(
          of: PackedLayer.Lane.self, capacity: PackedLayer.scoreRoom
        ) { scores in
          scores.initialize(repeating: PackedLayer.Lane())
          body(model.baseAddress!, atoms.baseAddress!, scores.baseAddress!)
        }
      }
    }
  }
}

/// Scores by their classes, valid while their lanes are lent.
struct Scores {
  private let bytes: UnsafeRawPointer

  init(_ lanes: UnsafePointer<PackedLayer.Lane>) { bytes = UnsafeRawPointer(lanes) }

  subscript(place: Int) -> Int16 {
    bytes.load(fromByteOffset: place &* MemoryLayout<Int16>.size, as: Int16.self)
  }
}
