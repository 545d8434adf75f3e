extension Manuscript {
  /// Takes out the blanks and tabs that only set words in, makes two blanks one, and drops what is
  /// not seen: soft hyphens, marks of byte order.
  mutating func tidyBlanks() {
    var doubled = 0
    var indents = 0
    for index in lines.indices {
      if lines[index].table != nil {
        tidyTable(index)
        continue
      }
      var tidier = BlankTidier()
      lines[index].paragraph.runs = tidier.tidy(lines[index].paragraph.runs)
      lines[index].typedIndent = tidier.indent
      lines[index].hasTab = tidier.hasTab
      doubled += tidier.doubled
      if tidier.indent > 0 { indents += 1 }
      lines[index].text = lines[index].paragraph.runs.text
      if lines[index].lineCount > 1 { lines[index].text = lines[index].text.trimmedBlanks }
      lines[index].count = Self.countedWords(lines[index].text)
      if lines[index].role == .body, lines[index].paragraph.runs.isBlank {
        lines[index].role = lines[index].paragraph.isRuled ? .rule : .blank
      }
    }
    if indents > 0 {
      guesses.append(
        Guess(
          .blanks, "tabs and blanks before the first word of \(indents) paragraphs are left out"))
    }
    if doubled > 0 {
      guesses.append(Guess(.blanks, "two or more blanks are made one in \(doubled) places"))
    }
  }

  /// Words of a line; where a script has no blanks between them, two signs are one.
  private static func countedWords(_ text: String) -> Int {
    var blanks = 1
    var signs = 0
    for byte in text.utf8 {
      if byte == 0x20 { blanks += 1 }
      // The first bytes of kana, of Chinese signs and of Hangul.
      if (0xE3...0xED).contains(byte) { signs += 1 }
    }
    return text.isEmpty ? 0 : blanks + signs / 2
  }

  private mutating func tidyTable(_ index: Int) {
    guard var table = lines[index].table else { return }
    table.rows = table.rows.map { $0.map { $0.map(Self.tidied) } }
    lines[index].table = table
  }

  /// A block on its own, as in a cell or a note.
  static func tidied(_ block: TypedBlock) -> TypedBlock {
    switch block {
    case .rule: return block
    case .paragraph(var paragraph):
      var tidier = BlankTidier()
      paragraph.runs = tidier.tidy(paragraph.runs)
      return .paragraph(paragraph)
    case .table(var table):
      table.rows = table.rows.map { $0.map { $0.map(tidied) } }
      return .table(table)
    }
  }
}

/// Goes through the runs of a paragraph and makes its blanks tidy.
struct BlankTidier {
  /// Columns of what stood before the first word.
  private(set) var indent = 0
  private(set) var hasTab = false
  private(set) var doubled = 0
  private var isAtStart = true
  private var isFirstLine = true
  private var lastWasBlank = false
  private var result: [TypedRun] = []

  /// Columns that a tab stands for.
  static let tabWidth = 8

  mutating func tidy(_ runs: [TypedRun]) -> [TypedRun] {
    for run in runs {
      switch run.content {
      case .text(let text):
        var run = run
        let words = tidy(text)
        guard !words.isEmpty else { continue }
        run.content = .text(words)
        result.append(run)
      case .lineBreak:
        trimEnd()
        result.append(run)
        isAtStart = true
        isFirstLine = false
        lastWasBlank = false
      default:
        result.append(run)
        if case .note = run.content { continue }
        isAtStart = false
        lastWasBlank = false
      }
    }
    trimEnd()
    return result.joined
  }

  private mutating func tidy(_ text: String) -> String {
    var words = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Soft hyphens, marks of byte order and what XML may not hold are not seen.
      case 0xAD, 0xFEFF, 0x200B, 0x2060, 0x00..<0x09, 0x0B...0x1F, 0x7F, 0xFFFE, 0xFFFF: continue
      case 0x09, 0x0A, 0x20, 0xA0, 0x85, 0x2000...0x200A, 0x202F, 0x3000, 0x2029:
        if isAtStart {
          if isFirstLine {
            indent += scalar.value == 0x09 ? Self.tabWidth : 1
          } else {
            // Blanks before a line within a paragraph: verse is set so.
            let columns = scalar.value == 0x09 ? BlankTidier.tabWidth / 2 : 1
            words.append(contentsOf: repeatElement(" ", count: columns))
          }
          continue
        }
        if scalar.value == 0x09 { hasTab = true }
        if lastWasBlank {
          doubled += 1
          continue
        }
        lastWasBlank = true
        let isKept = scalar.value == 0xA0 || scalar.value == 0x202F || scalar.value >= 0x2000
        words.append(isKept && scalar.value != 0x2029 ? scalar : " ")
      default:
        isAtStart = false
        lastWasBlank = false
        words.append(scalar)
      }
    }
    return String(words)
  }

  /// Takes blanks at the end of a line away.
  private mutating func trimEnd() {
    while let last = result.last, case .text(var text) = last.content {
      while let scalar = text.unicodeScalars.last, scalar.properties.isWhitespace {
        text.unicodeScalars.removeLast()
      }
      if text.isEmpty {
        result.removeLast()
      } else {
        result[result.count - 1].content = .text(text)
        return
      }
    }
  }
}
