import BookData

/// What `Scripts/names/train.py` learned, in thousandths and in the order of `FeatureBase`: a
/// positive weight speaks for a person's name.
///
/// Lent where it lies, valid as long as `withLearned` runs.
struct SpanWeights {
  /// Added to every stretch's score: chosen by cross-validation for the best F1.
  let bias: Float
  /// Before the book has been heard.
  let first: UnsafeBufferPointer<Int16>
  /// With what the first pass thought of the same words elsewhere.
  let second: UnsafeBufferPointer<Int16>

  /// Magic, number of features, bias: four bytes each.
  private static let headerSize = 12

  /// Reads a file of weights, little endian: `BNW1`, the number of features, the bias as a float,
  /// then both sets as numbers of 16 bits.
  ///
  /// Nil when it is not one for the features of this program.
  init?(_ file: UnsafeBufferPointer<UInt8>) {
    let count = FeatureBase.end.rawValue
    guard file.count == Self.headerSize + 2 * count * MemoryLayout<Int16>.size,
      file.starts(with: Array("BNW1".utf8))
    else { return nil }
    let raw = UnsafeRawBufferPointer(file)
    guard raw.load(fromByteOffset: 4, as: UInt32.self) == UInt32(count) else { return nil }
    bias = raw.load(fromByteOffset: 8, as: Float.self)
    let numbers = UnsafeRawBufferPointer(rebasing: raw[Self.headerSize...])
      .assumingMemoryBound(to: Int16.self)
    first = UnsafeBufferPointer(rebasing: numbers[..<count])
    second = UnsafeBufferPointer(rebasing: numbers[count...])
  }

  /// Lends the weights that the build put into the program.
  static func withLearned<Result>(_ body: (SpanWeights) -> Result) -> Result {
    EmbeddedFile.spanWeights.withBytes { file in
      guard let weights = SpanWeights(file) else {
        preconditionFailure(
          "span.weights was learned for other features: run Scripts/names/rebuild")
      }
      return body(weights)
    }
  }
}
