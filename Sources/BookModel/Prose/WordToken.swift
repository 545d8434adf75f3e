/// A word or a number of a leaf's text, as `BookWords` cuts it: what stands between two of them is
/// their gap.
package struct WordToken: Sendable, Equatable {
  /// Offset into the chapter's text.
  package var start: Int32
  /// One past its last byte: with the full stop of an abbreviation, without a possessive.
  package var end: Int32
  /// The number of its word among the chapter's, whatever its capitals: an index into
  /// `ChapterWords.samples`.
  package var word: UInt32
  /// What it looks like.
  package var shape: Shape
  /// What stands between the word before it and itself.
  package var gap: Gap

  package init(start: Int32, end: Int32, word: UInt32, shape: Shape, gap: Gap) {
    self.start = start
    self.end = end
    self.word = word
    self.shape = shape
    self.gap = gap
  }

  /// Where it stands in the chapter's text.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// How a word is written and where.
  package struct Shape: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let capital = Shape(rawValue: 1 << 0)
    package static let allCapitals = Shape(rawValue: 1 << 1)
    /// One letter and a full stop, or several: `J.`, `U.S.`.
    package static let initial = Shape(rawValue: 1 << 2)
    /// The full stop of an abbreviation belongs to it.
    package static let dotted = Shape(rawValue: 1 << 3)
    package static let possessive = Shape(rawValue: 1 << 4)
    package static let digit = Shape(rawValue: 1 << 5)
    package static let hyphen = Shape(rawValue: 1 << 6)
    /// A capital within the word: `McCall`, `O'Hara`.
    package static let innerCapital = Shape(rawValue: 1 << 7)
    /// Nothing, a stop or an opening quotation mark stands before it.
    package static let sentenceStart = Shape(rawValue: 1 << 8)
    /// Within quotation marks.
    package static let spoken = Shape(rawValue: 1 << 9)
    package static let nonASCII = Shape(rawValue: 1 << 10)
    /// In a leaf most of whose words begin with a capital.
    package static let headline = Shape(rawValue: 1 << 11)
    /// Holds a sign between its letters: a hyphen, an apostrophe, a full stop, a soft hyphen.
    package static let joined = Shape(rawValue: 1 << 13)
    /// A Chinese or Japanese sign that is a word by itself.
    package static let ideograph = Shape(rawValue: 1 << 14)
    /// Part of a place, body or custom that is written as a fixed pair.
    package static let lowerTail = Shape(rawValue: 1 << 12)
  }

  /// What stands between two words.
  package struct Gap: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let space = Gap(rawValue: 1 << 0)
    package static let comma = Gap(rawValue: 1 << 1)
    package static let stop = Gap(rawValue: 1 << 2)
    package static let shout = Gap(rawValue: 1 << 3)
    package static let colon = Gap(rawValue: 1 << 4)
    package static let dash = Gap(rawValue: 1 << 5)
    package static let openQuote = Gap(rawValue: 1 << 6)
    package static let closeQuote = Gap(rawValue: 1 << 7)
    package static let bracket = Gap(rawValue: 1 << 8)
    package static let leaf = Gap(rawValue: 1 << 9)
    package static let other = Gap(rawValue: 1 << 10)
    package static let ampersand = Gap(rawValue: 1 << 11)
  }
}
