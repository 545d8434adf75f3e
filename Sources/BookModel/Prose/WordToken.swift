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
  ///
  /// What loops of other modules ask of it is written out: the standard library's general way runs
  /// there unspecialised, a list of members in two thousand instructions.
  package struct Shape: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package init(arrayLiteral members: Shape...) {
      self.init(rawValue: members.reduce(0) { $0 | $1.rawValue })
    }
    /// Whether all of them are in it.
    package func contains(_ others: Shape) -> Bool {
      rawValue & others.rawValue == others.rawValue
    }
    /// Whether none of them is in it.
    package func isDisjoint(with others: Shape) -> Bool {
      rawValue & others.rawValue == 0
    }
    /// Adds those that are not in it.
    package mutating func formUnion(_ others: Shape) {
      self = Shape(rawValue: rawValue | others.rawValue)
    }
    /// Adds one, and says whether it was not there.
    @discardableResult
    package mutating func insert(
      _ member: Shape
    ) -> (inserted: Bool, memberAfterInsert: Shape) {
      let isNew = isDisjoint(with: member)
      formUnion(member)
      return (isNew, member)
    }
    package static var capital: Shape { Shape(rawValue: 1 << 0) }
    package static var allCapitals: Shape { Shape(rawValue: 1 << 1) }
    /// One letter and a full stop, or several: `J.`, `U.S.`.
    package static var initial: Shape { Shape(rawValue: 1 << 2) }
    /// The full stop of an abbreviation belongs to it.
    package static var dotted: Shape { Shape(rawValue: 1 << 3) }
    package static var possessive: Shape { Shape(rawValue: 1 << 4) }
    package static var digit: Shape { Shape(rawValue: 1 << 5) }
    package static var hyphen: Shape { Shape(rawValue: 1 << 6) }
    /// A capital within the word: `McCall`, `O'Hara`.
    package static var innerCapital: Shape { Shape(rawValue: 1 << 7) }
    /// Nothing, a stop or an opening quotation mark stands before it.
    package static var sentenceStart: Shape { Shape(rawValue: 1 << 8) }
    /// Within quotation marks.
    package static var spoken: Shape { Shape(rawValue: 1 << 9) }
    package static var nonASCII: Shape { Shape(rawValue: 1 << 10) }
    /// In a leaf most of whose words begin with a capital.
    package static var headline: Shape { Shape(rawValue: 1 << 11) }
    /// Holds a sign between its letters: a hyphen, an apostrophe, a full stop, a soft hyphen.
    package static var joined: Shape { Shape(rawValue: 1 << 13) }
    /// A Chinese or Japanese sign that is a word by itself.
    package static var ideograph: Shape { Shape(rawValue: 1 << 14) }
    /// Written otherwise than in plain letters alone: with accents, signs, a full stop of its own.
    package static var compound: Shape {
      Shape(rawValue: joined.rawValue | nonASCII.rawValue | dotted.rawValue)
    }
    /// Part of a place, body or custom that is written as a fixed pair.
    package static var lowerTail: Shape { Shape(rawValue: 1 << 12) }
  }

  /// What stands between two words.
  package struct Gap: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package init(arrayLiteral members: Gap...) {
      self.init(rawValue: members.reduce(0) { $0 | $1.rawValue })
    }
    /// Whether all of them are in it.
    package func contains(_ others: Gap) -> Bool {
      rawValue & others.rawValue == others.rawValue
    }
    /// Whether none of them is in it.
    package func isDisjoint(with others: Gap) -> Bool {
      rawValue & others.rawValue == 0
    }
    /// Adds those that are not in it.
    package mutating func formUnion(_ others: Gap) {
      self = Gap(rawValue: rawValue | others.rawValue)
    }
    /// Adds one, and says whether it was not there.
    @discardableResult
    package mutating func insert(
      _ member: Gap
    ) -> (inserted: Bool, memberAfterInsert: Gap) {
      let isNew = isDisjoint(with: member)
      formUnion(member)
      return (isNew, member)
    }
    /// What a sentence can begin behind.
    package static var opening: Gap {
      Gap(rawValue: leaf.rawValue | stop.rawValue | shout.rawValue | openQuote.rawValue)
    }
    package static var space: Gap { Gap(rawValue: 1 << 0) }
    package static var comma: Gap { Gap(rawValue: 1 << 1) }
    package static var stop: Gap { Gap(rawValue: 1 << 2) }
    package static var shout: Gap { Gap(rawValue: 1 << 3) }
    package static var colon: Gap { Gap(rawValue: 1 << 4) }
    package static var dash: Gap { Gap(rawValue: 1 << 5) }
    package static var openQuote: Gap { Gap(rawValue: 1 << 6) }
    package static var closeQuote: Gap { Gap(rawValue: 1 << 7) }
    package static var bracket: Gap { Gap(rawValue: 1 << 8) }
    package static var leaf: Gap { Gap(rawValue: 1 << 9) }
    package static var other: Gap { Gap(rawValue: 1 << 10) }
    package static var ampersand: Gap { Gap(rawValue: 1 << 11) }
  }
}
