/// A word or a number of a leaf's text, as `BookWords` cuts it: what stands between two of them is
/// their gap.
@frozen @usableFromInline package struct WordToken: Sendable, Equatable {
  /// Offset into the chapter's text.
  @usableFromInline package var start: Int32
  /// One past its last byte: with the full stop of an abbreviation, without a possessive.
  @usableFromInline package var end: Int32
  /// The number of its word among the chapter's, whatever its capitals: an index into
  /// `ChapterWords.samples`.
  @usableFromInline package var word: UInt32
  /// What it looks like.
  @usableFromInline package var shape: Shape
  /// What stands between the word before it and itself.
  @usableFromInline package var gap: Gap

  @inlinable package init(start: Int32, end: Int32, word: UInt32, shape: Shape, gap: Gap) {
    self.start = start
    self.end = end
    self.word = word
    self.shape = shape
    self.gap = gap
  }

  /// Where it stands in the chapter's text.
  @inlinable package var range: Range<Int> { Int(start)..<Int(end) }

  /// How a word is written and where.
  ///
  /// What loops of other modules ask of it is written out and theirs to inline: the standard
  /// library's general way runs there unspecialised, a list of members in two thousand instructions.
  @frozen @usableFromInline package struct Shape: OptionSet, Sendable {
    @usableFromInline package let rawValue: UInt16
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }
    @inlinable package init(arrayLiteral members: Shape...) {
      var all: UInt16 = 0
      for member in members { all |= member.rawValue }
      self.init(rawValue: all)
    }
    /// Whether all of them are in it.
    @inlinable package func contains(_ others: Shape) -> Bool {
      rawValue & others.rawValue == others.rawValue
    }
    /// Whether none of them is in it.
    @inlinable package func isDisjoint(with others: Shape) -> Bool {
      rawValue & others.rawValue == 0
    }
    /// Adds those that are not in it.
    @inlinable package mutating func formUnion(_ others: Shape) {
      self = Shape(rawValue: rawValue | others.rawValue)
    }
    /// Adds one, and says whether it was not there.
    @discardableResult
    @inlinable package mutating func insert(
      _ member: Shape
    ) -> (inserted: Bool, memberAfterInsert: Shape) {
      let isNew = isDisjoint(with: member)
      formUnion(member)
      return (isNew, member)
    }
    @inlinable package static var capital: Shape { Shape(rawValue: 1 << 0) }
    @inlinable package static var allCapitals: Shape { Shape(rawValue: 1 << 1) }
    /// One letter and a full stop, or several: `J.`, `U.S.`.
    @inlinable package static var initial: Shape { Shape(rawValue: 1 << 2) }
    /// The full stop of an abbreviation belongs to it.
    @inlinable package static var dotted: Shape { Shape(rawValue: 1 << 3) }
    @inlinable package static var possessive: Shape { Shape(rawValue: 1 << 4) }
    @inlinable package static var digit: Shape { Shape(rawValue: 1 << 5) }
    @inlinable package static var hyphen: Shape { Shape(rawValue: 1 << 6) }
    /// A capital within the word: `McCall`, `O'Hara`.
    @inlinable package static var innerCapital: Shape { Shape(rawValue: 1 << 7) }
    /// Nothing, a stop or an opening quotation mark stands before it.
    @inlinable package static var sentenceStart: Shape { Shape(rawValue: 1 << 8) }
    /// Within quotation marks.
    @inlinable package static var spoken: Shape { Shape(rawValue: 1 << 9) }
    @inlinable package static var nonASCII: Shape { Shape(rawValue: 1 << 10) }
    /// In a leaf most of whose words begin with a capital.
    @inlinable package static var headline: Shape { Shape(rawValue: 1 << 11) }
    /// Holds a sign between its letters: a hyphen, an apostrophe, a full stop, a soft hyphen.
    @inlinable package static var joined: Shape { Shape(rawValue: 1 << 13) }
    /// A Chinese or Japanese sign that is a word by itself.
    @inlinable package static var ideograph: Shape { Shape(rawValue: 1 << 14) }
    /// Written otherwise than in plain letters alone: with accents, signs, a full stop of its own.
    @inlinable package static var compound: Shape {
      Shape(rawValue: joined.rawValue | nonASCII.rawValue | dotted.rawValue)
    }
    /// Part of a place, body or custom that is written as a fixed pair.
    @inlinable package static var lowerTail: Shape { Shape(rawValue: 1 << 12) }
  }

  /// What stands between two words.
  @frozen @usableFromInline package struct Gap: OptionSet, Sendable {
    @usableFromInline package let rawValue: UInt16
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }
    @inlinable package init(arrayLiteral members: Gap...) {
      var all: UInt16 = 0
      for member in members { all |= member.rawValue }
      self.init(rawValue: all)
    }
    /// Whether all of them are in it.
    @inlinable package func contains(_ others: Gap) -> Bool {
      rawValue & others.rawValue == others.rawValue
    }
    /// Whether none of them is in it.
    @inlinable package func isDisjoint(with others: Gap) -> Bool {
      rawValue & others.rawValue == 0
    }
    /// Adds those that are not in it.
    @inlinable package mutating func formUnion(_ others: Gap) {
      self = Gap(rawValue: rawValue | others.rawValue)
    }
    /// Adds one, and says whether it was not there.
    @discardableResult
    @inlinable package mutating func insert(
      _ member: Gap
    ) -> (inserted: Bool, memberAfterInsert: Gap) {
      let isNew = isDisjoint(with: member)
      formUnion(member)
      return (isNew, member)
    }
    /// What a sentence can begin behind.
    @inlinable package static var opening: Gap {
      Gap(rawValue: leaf.rawValue | stop.rawValue | shout.rawValue | openQuote.rawValue)
    }
    @inlinable package static var space: Gap { Gap(rawValue: 1 << 0) }
    @inlinable package static var comma: Gap { Gap(rawValue: 1 << 1) }
    @inlinable package static var stop: Gap { Gap(rawValue: 1 << 2) }
    @inlinable package static var shout: Gap { Gap(rawValue: 1 << 3) }
    @inlinable package static var colon: Gap { Gap(rawValue: 1 << 4) }
    @inlinable package static var dash: Gap { Gap(rawValue: 1 << 5) }
    @inlinable package static var openQuote: Gap { Gap(rawValue: 1 << 6) }
    @inlinable package static var closeQuote: Gap { Gap(rawValue: 1 << 7) }
    @inlinable package static var bracket: Gap { Gap(rawValue: 1 << 8) }
    @inlinable package static var leaf: Gap { Gap(rawValue: 1 << 9) }
    @inlinable package static var other: Gap { Gap(rawValue: 1 << 10) }
    @inlinable package static var ampersand: Gap { Gap(rawValue: 1 << 11) }
  }
}
