/// Words as Markdown has them: every sign that would mean something to bookc gets a backslash.
struct EscapedText {
  /// The Markdown.
  private(set) var text = ""
  /// Whether two dollar signs stand in the paragraph, between which a formula could be.
  var isFormulaPossible = false
  /// The character before, for what depends on it.
  private var previous: Unicode.Scalar = " "

  /// Adds words as they stand within a line.
  ///
  /// - Parameter next: what follows behind the words
  mutating func append(_ words: String, isInTable: Bool = false, before next: Unicode.Scalar?) {
    let scalars = Array(words.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let following = index + 1 < scalars.count ? scalars[index + 1] : next
      append(scalar, before: following ?? " ", isInTable: isInTable, rest: scalars[index...])
      previous = scalar
    }
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, before next: Unicode.Scalar, isInTable: Bool,
    rest: ArraySlice<Unicode.Scalar>
  ) {
    switch scalar {
    case "\\", "*", "[", "]", "`", "~", "^", "{": escape(scalar)
    case "_" where !(previous.isWordLike && next.isWordLike): escape(scalar)
    case "|" where isInTable: escape(scalar)
    case "<":
      // A comment would be taken out whatever stands before it.
      if rest.starts(with: "<!--".unicodeScalars) {
        text += "&lt;"
      } else if next.isWordLike || "/!?".unicodeScalars.contains(next) {
        escape(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    case "&" where next.isWordLike || next == "#": escape(scalar)
    case "=" where previous == "=" || next == "=": escape(scalar)
    case "-" where previous == "-" || next == "-": escape(scalar)
    case "%" where previous == "%" || next == "%": escape(scalar)
    case "$" where isFormulaPossible: escape(scalar)
    // Feet and minutes, inches and seconds are no quotation marks.
    case "'" where previous.isFigure && !next.isWordLike,
      "\"" where previous.isFigure && isMeasure(rest):
      escape(scalar)
    default: text.unicodeScalars.append(scalar)
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    text += "\\"
    text.unicodeScalars.append(scalar)
  }

  /// Whether a double mark behind a figure says inches: one behind feet does.
  private func isMeasure(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let before = text.reversed().drop { $0.isNumber || $0 == "." || $0 == "/" }
    return before.first == "'" || before.first == "’" || before.first == "′"
  }

  /// Puts a backslash before the last sign.
  mutating func escapeLast() {
    guard let last = text.popLast() else { return }
    text += "\\"
    text.append(last)
  }

  /// A mark, a tag or a reference, as it is.
  mutating func append(markup: String) {
    text += markup
    previous = markup.unicodeScalars.last ?? previous
  }
}

/// A line as it may stand first in a block: signs that would begin a list, a heading, a quotation or
/// a division get a backslash.
func escapedAtLineStart(_ line: String) -> String {
  let scalars = Array(line.unicodeScalars.prefix(12))
  guard let first = scalars.first else { return line }
  let second = scalars.count > 1 ? scalars[1] : " "
  switch first {
  case "#", ">", "+", "=", "|", ":", "%": return "\\" + line
  case "-" where !second.isWordLike: return "\\" + line
  // Boxes of MkDocs.
  case "!" where second == "!", "?" where second == "?": return "\\" + line
  // Asides of Leanpub.
  case "A"..."Z" where second == ">": return "\(first)\\" + line.dropFirst()
  case "0"..."9":
    let figures = scalars.prefix { ("0"..."9").contains($0) }.count
    guard figures <= 9, figures < scalars.count, scalars[figures] == "." || scalars[figures] == ")",
      figures + 1 == scalars.count || scalars[figures + 1].isBlank
    else { return line }
    let split = line.unicodeScalars.index(line.unicodeScalars.startIndex, offsetBy: figures)
    return String(line[..<split]) + "\\" + String(line[split...])
  default: return line
  }
}

extension Unicode.Scalar {
  /// A letter or a figure.
  var isWordLike: Bool { properties.isAlphabetic || properties.numericType != nil }
  var isFigure: Bool { ("0"..."9").contains(self) }
  var isBlank: Bool { properties.isWhitespace }
  /// Punctuation as CommonMark has it: all signs of ASCII, beyond it what Unicode calls so.
  var isPunctuation: Bool {
    if isASCII { return !isWordLike && !isBlank }
    switch properties.generalCategory {
    case .dashPunctuation, .openPunctuation, .closePunctuation, .connectorPunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
