/// Says of each word of a sentence whether it tells of something as having happened.
///
/// One layer of integer weights over `HappeningFeatures`, learned by Scripts/events/happenings.py. Verbs,
/// participles and nouns may all tell of something.
package struct HappeningScorer: Sendable {
  private let model: [UInt8]
  private let weights: PackedWords
  private let bias: Int32

  /// A scorer that reads these weights, nil when they are none.
  package init?(model: [UInt8]) {
    let found = model.withUnsafeBytes { bytes -> (PackedWords, Int32)? in
      guard bytes.count > Self.opening, bytes.prefix(4).elementsEqual("BWH1".utf8),
        let weights = PackedWords(at: Self.opening, width: 1, in: bytes)
      else { return nil }
      return (weights, Int32(bitPattern: bytes.word(4)))
    }
    guard let found else { return nil }
    self.model = model
    (weights, bias) = found
  }

  /// The name of the form and the bias.
  private static let opening = 8

  /// The scorer of English that comes with the program.
  package static func english() -> HappeningScorer? {
    HappeningScorer(model: EmbeddedData.englishHappenings())
  }

  /// How surely a word with these keys tells of something that happened; above 0 it does.
  package func score(_ keys: [UInt32]) -> Int32 {
    if keys.isEmpty { return Int32.min }
    return model.withUnsafeBytes { model in
      keys.reduce(bias) {
        $0 + Int32(Int8(truncatingIfNeeded: weights.value($1, in: model)))
      }
    }
  }
}
