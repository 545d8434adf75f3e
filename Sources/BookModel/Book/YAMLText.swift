/// Text as a YAML file has it: what bookc writes into the author's files.
package enum YAMLText {
  /// A scalar, in double quotes unless it is plain letters that nothing could take for something else.
  package static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.value >= 0x30 && $0.value <= 0x39
        || " .-'’".unicodeScalars.contains($0)
    }
    let first = text.unicodeScalars.first
    let isWord = !["true", "false", "yes", "no", "null", "on", "off", "y", "n"].contains(
      text.lowercased())
    if isPlain, isWord, let first, first.properties.isAlphabetic || isDate(text),
      text.unicodeScalars.last != " "
    {
      return text
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      // These end a line, and are not to be folded to a blank.
      case "\u{85}": result += "\\N"
      case "\u{2028}": result += "\\L"
      case "\u{2029}": result += "\\P"
      default:
        if !isPrintable(scalar) { continue }
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// YAML 1.2, production 1, without the line ends: a file with others cannot be read again.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...: scalar.value != 0xFEFF
    default: false
    }
  }

  // Digits and hyphens alone: readers keep every scalar as text.
  private static func isDate(_ text: String) -> Bool {
    text.utf8.count >= 4 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
  }
}
