/// Control characters that stand in what cmark reads for signs that are ours.
///
/// No file holds them once it is checked, each stands for as many bytes as it hides, and what is
/// hidden is read from the file itself: so every offset stays right.
enum Sentinel {
  /// `[^label]` becomes `;`, this for every byte of `^label`, and `;`.
  ///
  /// The semicolons keep the punctuation on both sides that decides which stars are emphasis.
  static let note: UInt8 = 0x01
  /// The full stop behind a year at the start of a paragraph, which would begin a list.
  static let yearStop: UInt8 = 0x02
  /// The bracket of "1953) That was the year.".
  static let yearBracket: UInt8 = 0x03
  /// Signs of other kinds of Markdown: see `HiddenSign`.
  static let hidden: UInt8 = 0x04
  /// A blank that CommonMark would take away or stop at: indentation of verse, a picture's path.
  static let blank: UInt8 = 0x05

  /// Whether a byte stands for another one.
  static func isSentinel(_ byte: UInt8) -> Bool { byte >= note && byte <= blank }
}
