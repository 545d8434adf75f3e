/// What the templates of the model know of a word by itself; Scripts/tagger/atoms.py computes the same.
struct WordAtoms: Sendable, Equatable {
  /// The word's normal form: lower case, figures as 0, the apostrophe straight.
  var word: UInt32 = 0
  /// Its last three, two and one bytes.
  var endings = SIMD3<UInt32>(0, 0, 0)
  /// Its first three bytes.
  var beginning: UInt32 = 0
  /// Its first five bytes, which the forms of a verb mostly share; no template names them.
  var stem: UInt32 = 0
  /// Capitals, figures, hyphens, points, and whether it opens the sentence.
  var shape: UInt32 = 0
  /// Words that keep the same company have the same number; 0 for a word seldom seen.
  var cluster: UInt32 = 0

  /// - Parameter scratch: at least as long as the word
  init(
    _ range: Range<Int>, opensSentence: Bool, in text: UnsafeBufferPointer<UInt8>,
    scratch: inout [UInt8]
  ) {
    scratch.removeAll(keepingCapacity: true)
    var upper = 0
    var lower = 0
    var figure = false
    var hyphen = false
    var point = false
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        upper += 1
        scratch.append(byte + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        lower += 1
        scratch.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        figure = true
        scratch.append(UInt8(ascii: "0"))
      case 0xE2
      where at + 2 < range.upperBound && text[at + 1] == 0x80 && straight(text[at + 2]) != nil:
        lower += 3
        scratch.append(straight(text[at + 2])!)
        at += 2
      default:
        if byte == UInt8(ascii: "-"), at > range.lowerBound, at + 1 < range.upperBound {
          hyphen = true
        }
        if byte == UInt8(ascii: ".") { point = true }
        if byte >= 0x80 { lower += 1 }
        scratch.append(byte)
      }
      at += 1
    }
    let initial = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[range.lowerBound])
    let normal = scratch[...]
    word = hashed(normal)
    endings = SIMD3(
      hashed(normal.suffix(3), 3), hashed(normal.suffix(2), 2), hashed(normal.suffix(1), 1)
    )
    beginning = hashed(normal.prefix(3), 4)
    stem = hashed(normal.prefix(5), 5)
    shape = 1
    if initial { shape += 1 }
    if upper > 0, lower == 0, range.count > 1 { shape += 2 }
    if figure { shape += 4 }
    if hyphen { shape += 8 }
    if upper == 0, lower == 0, !figure { shape += Self.sign }
    if point, upper > 0 || lower > 0 { shape += 32 }
    if opensSentence { shape += 64 }
  }

  /// The part of the shape that tells a sign from a word.
  static let sign: UInt32 = 16

  /// How many atoms a word has in the model's order.
  static let count = 7

  /// Writes them in the model's order.
  func write(to atoms: UnsafeMutablePointer<UInt32>) {
    atoms[0] = word
    atoms[1] = endings[0]
    atoms[2] = endings[1]
    atoms[3] = endings[2]
    atoms[4] = beginning
    atoms[5] = shape
    atoms[6] = cluster
  }
}

/// The straight form of a curly quotation mark, by the last of its three bytes.
private func straight(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x98, 0x99: UInt8(ascii: "'")
  case 0x9C, 0x9D: UInt8(ascii: "\"")
  default: nil
  }
}

/// Fowler, Noll and Vo's hash.
func hashed(_ bytes: ArraySlice<UInt8>, _ seed: UInt32 = 0x811C_9DC5) -> UInt32 {
  bytes.reduce(seed) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
}
