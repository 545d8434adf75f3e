import BookLanguage
import BookModel

// Paragraphs that authors type line by line, without the empty lines that would part them.

extension ChapterReader {
  /// How a paragraph is parted though no empty line stands in it.
  struct Parting {
    /// What begins each paragraph but the first: where a quotation comes from, each speaker of a
    /// transcript, the name below a letter.
    var cuts: [MarkdownNode] = []
    /// Whether each line is one of its own: in a dedication, in an address and in what ends a letter.
    var keepsLines = false
  }

  func parting(of paragraph: MarkdownNode, in frames: [Frame]) -> Parting {
    if chapter.header.role == .dedication, frames.count == 1 { return Parting(keepsLines: true) }
    guard place.note == nil, paragraph.endLine > paragraph.startLine else { return Parting() }
    let kind = kind(of: frames)
    switch kind {
    case .transcript: return Parting(cuts: speakers(in: paragraph))
    case .letter:
      let lines = sourceLines(of: paragraph)
      if endsLetter(lines) {
        return Parting(
          cuts: Array(lineStarts(of: paragraph).dropFirst().prefix(1)), keepsLines: true)
      }
      if areAddress(lines, after: frames.last?.blocks ?? []) { return Parting(keepsLines: true) }
    default: break
    }
    guard place.zone == .quote else { return Parting() }
    let source = firstOfSource(in: paragraph, isVerse: kind == .verse)
    return Parting(cuts: source.map { [$0] } ?? [])
  }

  /// The innermost division, if it is one that is known.
  private func kind(of frames: [Frame]) -> Division.Kind? {
    if case .division(let name) = frames.last?.opener { name.kind } else { nil }
  }

  /// What begins each line of a paragraph; none where raw HTML may reach over its lines.
  private func lineStarts(of paragraph: MarkdownNode) -> [MarkdownNode] {
    var starts: [MarkdownNode] = []
    var isAtStart = true
    var next = paragraph.firstChild
    while let node = next {
      if node.kind == .htmlInline { return [] }
      if isAtStart { starts.append(node) }
      isAtStart = node.kind == .softBreak || node.kind == .lineBreak
      next = node.next
    }
    return starts
  }

  /// Where each speaker but the first begins, if the paragraph begins with one.
  private func speakers(in paragraph: MarkdownNode) -> [MarkdownNode] {
    let starts = lineStarts(of: paragraph)
    guard let first = starts.first, namesSpeaker(first) else { return [] }
    return starts.dropFirst().filter(namesSpeaker)
  }

  /// "Ruth: When did you come?", or a name in bold.
  private func namesSpeaker(_ node: MarkdownNode) -> Bool {
    if node.kind == .strong { return true }
    guard node.kind == .text else { return false }
    let head = node.literal.prefix(Self.longestSpeaker)
    guard let colon = head.firstIndex(of: 0x3A), colon > head.startIndex else { return false }
    let name = String(decoding: head[..<colon], as: UTF8.self)
    let isName = name.first?.isUppercase == true || name.first?.isNumber == true
    return isName && !name.contains { ".!?,;".contains($0) && name.last != $0 }
  }

  /// Bytes of a speaker's name.
  private static let longestSpeaker = 40

  /// The lines of a paragraph as they are typed, without the signs of quotations before them.
  private func sourceLines(of paragraph: MarkdownNode) -> [String] {
    (paragraph.startLine...max(paragraph.startLine, paragraph.endLine)).map { line in
      let bytes = cursor.bytes[cursor.lines.range(line, in: cursor.bytes)]
      let words = bytes.drop { $0.isSpaceOrTab || $0 == 0x3E }
      return String(decoding: words, as: UTF8.self).trimmed
    }
  }
}
