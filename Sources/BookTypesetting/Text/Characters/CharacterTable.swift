import BookData

/// What Unicode says of a character that decides where a line may end and which way it runs; made
/// by `Scripts/characters/build.py`.
struct CharacterTable: Sendable {
  private let bytes: [UInt8]
  private let firstBlock: Int
  private let pairs: [UInt32: UInt32]

  /// Characters to a block.
  private static let blockSize = 256
  private static let blockCount = 0x110000 / blockSize

  init() {
    let bytes = EmbeddedFile.characters.bytes
    self.bytes = bytes
    firstBlock = Self.blockCount * 2 + 2
    let count = Int(bytes[Self.blockCount * 2]) | Int(bytes[Self.blockCount * 2 + 1]) << 8
    let pairStart = firstBlock + count * Self.blockSize * 2
    let pairCount = Int(bytes[pairStart]) | Int(bytes[pairStart + 1]) << 8
    var pairs: [UInt32: UInt32] = [:]
    for number in 0..<pairCount {
      let place = pairStart + 2 + number * 8
      let numbers = stride(from: place, to: place + 8, by: 4).map { start in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
      }
      pairs[numbers[0]] = numbers[1]
    }
    self.pairs = pairs
  }

  @inline(__always)
  private func place(_ scalar: UInt32) -> Int {
    let block = Int(scalar >> 8) * 2
    let number = Int(bytes[block]) | Int(bytes[block + 1]) << 8
    return firstBlock + (number * Self.blockSize + Int(scalar & 0xFF)) * 2
  }

  /// How it behaves at the end of a line (UAX 14).
  @inline(__always)
  func lineClass(_ scalar: UInt32) -> LineClass {
    LineClass(rawValue: bytes[place(scalar)] & 0x3F) ?? .alphabetic
  }

  /// True for full and half width forms, ideographs, kana, Hangul (UAX 11).
  @inline(__always)
  func isWide(_ scalar: UInt32) -> Bool { bytes[place(scalar)] & 0x40 != 0 }

  /// True for a code point kept free for a pictograph.
  @inline(__always)
  func isFreePictograph(_ scalar: UInt32) -> Bool { bytes[place(scalar)] & 0x80 != 0 }

  /// Which way it runs (UAX 9).
  @inline(__always)
  func bidiClass(_ scalar: UInt32) -> BidiClass {
    BidiClass(rawValue: bytes[place(scalar) + 1] & 0x1F) ?? .left
  }

  /// The bracket that closes it; nil where it opens nothing.
  func closing(_ scalar: UInt32) -> UInt32? {
    bytes[place(scalar) + 1] & 0x20 == 0 ? nil : pairs[scalar].map(Self.canonical)
  }

  /// A bracket that closes, as `closing` names it; nil for what closes nothing.
  func closer(_ scalar: UInt32) -> UInt32? {
    bytes[place(scalar) + 1] & 0x40 == 0 ? nil : Self.canonical(scalar)
  }

  /// U+232A is the same bracket as U+3009.
  private static func canonical(_ scalar: UInt32) -> UInt32 { scalar == 0x232A ? 0x3009 : scalar }
}

/// The classes of UAX 14, in the order of the table; those that LB1 resolves are resolved.
enum LineClass: UInt8, Sendable {
  case alphabetic, breakAfter, breakBefore, breakBoth, mandatory, contingent, close, combining
  case closeParenthesis, carriageReturn, emojiBase, emojiModifier, exclamation, glue, hangulLV
  case hangulLVT, hebrewLetter, hyphen, ideographic, inseparable, infix, jamoL, jamoT, jamoV
  case lineFeed, nextLine, nonstarter, numeric, open, postfix, prefix, quotation
  case regional, space, symbol, wordJoiner, zeroSpace, zeroJoiner
}

/// The classes of UAX 9, in the order of the table.
enum BidiClass: UInt8, Sendable {
  case left, right, arabic, european, separator, terminator, arabicNumber, commonSeparator
  case mark, neutralBoundary, paragraph, segment, whiteSpace, other
  case leftEmbedding, leftOverride, rightEmbedding, rightOverride, popFormat
  case leftIsolate, rightIsolate, firstIsolate, popIsolate
}
