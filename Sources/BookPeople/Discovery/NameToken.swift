// A word as the finder of names sees it.

/// One word of a leaf's text.
struct NameToken {
  /// Offset into the chapter's text.
  var start: Int32
  /// One past its last byte: with the full stop of an abbreviation, without a possessive.
  var end: Int32
  /// Index of its word in the table of words.
  var word: UInt32
  /// What it looks like.
  var shape: Shape
  /// What stands between the word before it and itself.
  var gap: Gap

  /// How a word is written.
  struct Shape: OptionSet {
    let rawValue: UInt16
    static let capital = Shape(rawValue: 1 << 0)
    static let allCapitals = Shape(rawValue: 1 << 1)
    /// One letter and a full stop, or several: `J.`, `U.S.`.
    static let initial = Shape(rawValue: 1 << 2)
    /// The full stop of an abbreviation belongs to it.
    static let dotted = Shape(rawValue: 1 << 3)
    static let possessive = Shape(rawValue: 1 << 4)
    static let digit = Shape(rawValue: 1 << 5)
    static let hyphen = Shape(rawValue: 1 << 6)
    /// A capital within the word: `McCall`, `O'Hara`.
    static let innerCapital = Shape(rawValue: 1 << 7)
    /// Nothing, a stop or an opening quotation mark stands before it.
    static let sentenceStart = Shape(rawValue: 1 << 8)
    /// Within quotation marks.
    static let spoken = Shape(rawValue: 1 << 9)
    static let nonASCII = Shape(rawValue: 1 << 10)
    /// In a leaf most of whose words begin with a capital.
    static let headline = Shape(rawValue: 1 << 11)
    /// Part of a place, body or custom that is written as a fixed pair.
    static let lowerTail = Shape(rawValue: 1 << 12)
  }

  /// What stands between two words.
  struct Gap: OptionSet {
    let rawValue: UInt16
    static let space = Gap(rawValue: 1 << 0)
    static let comma = Gap(rawValue: 1 << 1)
    static let stop = Gap(rawValue: 1 << 2)
    static let shout = Gap(rawValue: 1 << 3)
    static let colon = Gap(rawValue: 1 << 4)
    static let dash = Gap(rawValue: 1 << 5)
    static let openQuote = Gap(rawValue: 1 << 6)
    static let closeQuote = Gap(rawValue: 1 << 7)
    static let bracket = Gap(rawValue: 1 << 8)
    static let leaf = Gap(rawValue: 1 << 9)
    static let other = Gap(rawValue: 1 << 10)
    static let ampersand = Gap(rawValue: 1 << 11)
  }
}
