#if SETS_PAGES
  import CHyphen
#endif

/// Hyphenation points of one language, from the patterns that libhyphen loads.
///
/// A hyphenator never changes and may be used by any number of tasks at once.
package final class Hyphenator: Sendable {
  /// The tag of the patterns that were found, such as `en_US`, which may be a near relative of the
  /// language asked for.
  package let patterns: String
  /// Fewest letters before a point and after one.
  package let minima: (left: Int, right: Int)
  #if SETS_PAGES
    private let dictionary: GuardedCObject

    init(
      adopting dictionary: sending OpaquePointer, patterns: String, minima: (left: Int, right: Int)
    ) {
      self.patterns = patterns
      self.minima = minima
      self.dictionary = GuardedCObject(adopting: dictionary) {
        hnj_hyphen_free(UnsafeMutablePointer<HyphenDict>($0))
      }
    }
  #else
    private init() {
      patterns = ""
      minima = (2, 3)
    }
  #endif

  /// Longer stretches of letters are left whole: no language's words reach this.
  private static let longestWord = 63

  /// Puts the places where the word may be broken into `points`: byte offsets, rising.
  ///
  /// The word may carry anything; only stretches of letters are broken, each by itself, and the
  /// minima hold for the stretch. Points at which the spelling would change are not given.
  package func hyphenate(_ word: UnsafeBufferPointer<UInt8>, into points: inout [Int]) {
    points.removeAll(keepingCapacity: true)
    var letters = LetterStretch()
    var i = 0
    while i < word.count {
      let (scalar, length) = decodeScalar(word, at: i)
      if let scalar, isWordLetter(scalar) {
        letters.append(scalar, at: i)
      } else if !letters.isEmpty {
        hyphenate(&letters, into: &points)
        letters.removeAll()
      }
      i += length
    }
    if !letters.isEmpty { hyphenate(&letters, into: &points) }
  }

  /// The same for the bytes of an array.
  package func hyphenate(_ word: [UInt8]) -> [Int] {
    var points: [Int] = []
    word.withUnsafeBufferPointer { hyphenate($0, into: &points) }
    return points
  }

  private func hyphenate(_ letters: inout LetterStretch, into points: inout [Int]) {
    let length = letters.bytes.count
    // libhyphen searches the word for what is never to be parted, whatever length it is told, up to
    // its zero.
    letters.bytes.append(0)
    defer { letters.bytes.removeLast() }
    let count = letters.offsets.count
    guard count >= minima.left + minima.right, count <= Self.longestWord else { return }
    #if SETS_PAGES
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: length + 5) { marks in
        marks.initialize(repeating: 0)
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var positions: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        let failed = letters.bytes.withUnsafeBufferPointer { bytes in
          bytes.withMemoryRebound(to: CChar.self) { word in
            dictionary.withPointer {
              hnj_hyphen_hyphenate3(
                UnsafeMutablePointer<HyphenDict>($0), word.baseAddress, Int32(length),
                marks.baseAddress, nil, &replacements, &positions, &cuts,
                Int32(minima.left), Int32(minima.right), 0, 0)
            }
          }
        }
        for i in 0..<count where failed == 0 && marks[i] & 1 == 1 {
          // The mark stands on the letter before the point.
          let changesSpelling = replacements.map { $0[i] != nil } ?? false
          if !changesSpelling, i + 1 >= minima.left, count - (i + 1) >= minima.right {
            points.append(letters.offsets[i + 1])
          }
        }
        Self.free(replacements, positions, cuts, count: length)
      }
    #endif
  }
}

/// Letters without a break between them, in lower case, with where each stands in the word.
private struct LetterStretch {
  var bytes: [UInt8] = []
  var offsets: [Int] = []

  var isEmpty: Bool { offsets.isEmpty }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
  }

  /// Patterns know small letters only; a letter whose small form is two letters stays as it is.
  mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    offsets.append(offset)
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      return
    }
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    let letter = small.count == 1 ? small.first ?? scalar : scalar
    if let units = UTF8.encode(letter) { bytes.append(contentsOf: units) }
  }
}
