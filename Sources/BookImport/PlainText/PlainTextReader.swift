/// Reads a text without any mark-up into what somebody typed.
///
/// Where lines are broken by hand and an empty line parts paragraphs, lines are put together; where
/// they are not, each line is a paragraph.
struct PlainTextReader {
  private let lines: [Substring]

  init(_ bytes: [UInt8]) {
    let text = decodedText(bytes)
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  func read() -> TypedDocument {
    var document = TypedDocument()
    var block: [Substring] = []
    var place = 0
    let isWrapped = isWrapped
    func flush() {
      guard !block.isEmpty else { return }
      place += 1
      document.blocks.append(.paragraph(paragraph(block, place: place)))
      block = []
    }
    var isNewPage = false
    for line in lines {
      var line = line
      if line.contains("\u{0C}") {
        flush()
        isNewPage = true
        line = Substring(line.filter { $0 != "\u{0C}" })
        if line.allSatisfy(\.isWhitespace) { continue }
      }
      if line.allSatisfy(\.isWhitespace) {
        flush()
        document.blocks.append(.paragraph(TypedParagraph()))
        continue
      }
      if !isWrapped || startsParagraph(line, after: block.last) { flush() }
      block.append(line)
      if isNewPage {
        flush()
        if case .paragraph(var paragraph)? = document.blocks.last {
          paragraph.breakBefore = .page
          document.blocks[document.blocks.count - 1] = .paragraph(paragraph)
        }
        isNewPage = false
      }
    }
    flush()
    return document
  }

  /// Whether lines end where a typewriter's would: most lines of a block are nearly as long as the
  /// longest.
  private var isWrapped: Bool {
    let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    guard let longest = filled.map(\.count).max(), longest <= Self.longestLine else { return false }
    let inner = zip(lines, lines.dropFirst()).filter { line, next in
      !line.allSatisfy(\.isWhitespace) && !next.allSatisfy(\.isWhitespace)
    }
    let full = inner.filter { $0.0.count * 3 >= longest * 2 }
    return inner.count >= 3 && full.count * 2 > inner.count && longest > Self.shortestLine
  }

  /// Characters of a line that somebody broke by hand.
  private static let longestLine = 100
  private static let shortestLine = 40

  /// A line that is set in begins a paragraph, where the one before is not.
  private func startsParagraph(_ line: Substring, after last: Substring?) -> Bool {
    guard let last else { return false }
    func indent(_ line: Substring) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }
    return indent(line) > 0 && indent(last) == 0
      || last.count < Self.shortestLine && indent(line) > 0
      || line.first == "\t"
  }

  private func paragraph(_ block: [Substring], place: Int) -> TypedParagraph {
    var paragraph = TypedParagraph()
    paragraph.place = place
    let isShort = block.count > 1 && block.allSatisfy { $0.count <= Self.shortestLine + 8 }
    for (index, line) in block.enumerated() {
      if index > 0 {
        paragraph.runs.append(isShort ? TypedRun(.lineBreak) : TypedRun(.text(" ")))
      }
      paragraph.runs.append(
        TypedRun(.text(index > 0 && !isShort ? String(line).trimmedBlanks : String(line))))
    }
    // A single line set in far is meant to stand in the middle.
    if block.count == 1, let line = block.first {
      let indent = line.prefix { $0 == " " }.count + 8 * line.prefix { $0 == "\t" }.count
      if indent >= 12, line.count - indent < 60 {
        paragraph.alignment = .center
      }
    }
    return paragraph
  }
}
