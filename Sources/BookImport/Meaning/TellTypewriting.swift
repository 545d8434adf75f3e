extension Manuscript {
  /// Sets hyphens that were typed for a dash as one, and counts typewriter quotation marks, which
  /// the book prints as printed ones.
  mutating func tellTypewriting() {
    var dashes = 0
    var marks = 0
    for index in lines.indices {
      for run in lines[index].paragraph.runs.indices {
        guard case .text(let text) = lines[index].paragraph.runs[run].content else { continue }
        marks += text.utf8.reduce(0) { $0 + ($1 == 0x22 || $1 == 0x27 ? 1 : 0) }
        guard Self.holdsTwoHyphens(text) else { continue }
        let (words, count) = Self.dashed(text)
        dashes += count
        lines[index].paragraph.runs[run].content = .text(words)
      }
    }
    if dashes > 0 {
      guesses.append(
        Guess(.dash, "two or three hyphens in a row are an em dash in \(dashes) places"))
    }
    if marks > 0 {
      guesses.append(
        Guess(.quotes, "\(marks) typewriter marks stand as typed; bookc prints “ ” and ’ for them"))
    }
  }

  private static func holdsTwoHyphens(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x2D, last == 0x2D { return true }
      last = byte
    }
    return false
  }

  /// Two and three hyphens between words as an em dash; longer runs fill a line.
  static func dashed(_ text: String) -> (String, Int) {
    guard holdsTwoHyphens(text) else { return (text, 0) }
    var result = ""
    var run = 0
    var count = 0
    func flush() {
      guard run > 0 else { return }
      if run == 2 || run == 3 {
        result += "—"
        count += 1
      } else {
        result += String(repeating: "-", count: run)
      }
      run = 0
    }
    for character in text {
      if character == "-" {
        run += 1
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return (result, count)
  }
}
