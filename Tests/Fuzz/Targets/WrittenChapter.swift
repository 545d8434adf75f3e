/// A chapter that an input spells out, each of its words there once, so that one that is lost is
/// seen: two bytes are a kind of passage and how many words it has, the third is a sign among them.
struct WrittenChapter {
  /// Markdown.
  private(set) var text = "# Title\n\n"
  /// Every word of it that a reader must find.
  private(set) var words: [String] = ["Title"]
  private var notes: [String] = []

  /// More would only be the same again; `Scripts/fuzz` gives no longer inputs.
  private static let mostPassages = 20
  /// Signs that take no words away, wherever they stand.
  private static let signs = [
    "", "*", "_", "**", "`", "~", "~~", "#", ">", "|", ":", "-", "--", "!", "&", "\"", "'", "\\*",
    "+",
    ".", "=", "...", "“", "”", "’", "1. ", "- ", "\t", "  ", " \\\n", "  \n", "\u{A0}", "&amp;",
    "½",
    "$", "%", "@", ";", ",", "?", "/", "^", "{", "}", "]", ")", "(", "===", "---", ":::", "~~~",
  ]

  init(_ bytes: [UInt8]) {
    var at = 0
    while at + 2 < bytes.count, at / 3 < Self.mostPassages {
      add(Int(bytes[at]), count: Int(bytes[at + 1]) % 6 + 1, sign: Int(bytes[at + 2]))
      at += 3
    }
    for (number, note) in notes.enumerated() { text += "[^n\(number)]: \(note)\n\n" }
  }

  /// The next word, of letters alone and too short to be divided.
  private mutating func word() -> String {
    var (number, letters) = (words.count, "")
    repeat {
      letters += String(UnicodeScalar(UInt8(ascii: "a") + UInt8(number % 26)))
      number /= 26
    } while number > 0
    let word = "Q" + letters + "x"
    words.append(word)
    return word
  }

  private mutating func line(_ count: Int, _ sign: Int) -> String {
    let mark = Self.signs[sign % Self.signs.count]
    let isWithin = sign >= 128
    return (0..<count).map { _ in isWithin ? word() + mark : word() }
      .joined(separator: isWithin ? " " : mark.isEmpty ? " " : " " + mark + " ")
  }

  private mutating func add(_ kind: Int, count: Int, sign: Int) {
    let kind = kind % 18
    // A bar parts cells, a fence is its own.
    let words = kind == 7 || kind == 10 ? line(count, 0) : line(count, sign)
    switch kind {
    case 0: text += "## \(words)\n\n"
    case 1: text += "> \(words)\n> \(line(1, 0))\n\n"
    case 2: text += "- \(words)\n- \(line(1, sign))\n\n"
    case 3: text += "1. \(words)\n2. \(line(2, sign))\n\n"
    case 4: text += "*\(words)* and **\(line(1, 0))**.\n\n"
    case 5: text += "[\(words)](https://example.org/) \(line(1, sign))\n\n"
    case 6:
      // The sign before a note would make it one of its own, `^[…]`.
      let called = words.hasSuffix("^") ? words + word() : words
      text += "\(called)[^n\(notes.count)] \(line(1, 0)).\n\n"
      notes.append(line(2, sign))
    case 7:
      text += "| \(words) | \(line(1, 0)) |\n|---|---|\n| \(line(1, 0)) | \(line(1, 0)) |\n\n"
    case 8: text += "::: letter\n\(words)\n\n\(line(2, 0))\n:::\n\n"
    case 9: text += "::: verse\n\(words)\n\(line(2, 0))\n:::\n\n"
    case 10: text += "```\n\(words)\n```\n\n"
    case 11: text += "<em>\(words)</em> \(line(1, 0))\n\n"
    case 12: text += "* * *\n\n\(words)\n\n"
    case 13: text += "> > \(words)\n\n"
    case 14: text += "- \(words)\n\n  \(line(1, sign))\n\n  - \(line(1, 0))\n\n"
    case 15: text += "<div>\n\n\(words)\n\n</div>\n\n"
    case 16: text += "\(words)\n===\n\n"
    default: text += "\(words)\n\(line(count, sign))\n\n"
    }
  }
}
