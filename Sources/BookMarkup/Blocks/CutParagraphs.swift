import BookLanguage
import BookModel

// Paragraphs that authors type line by line, without the empty lines that would part them.

extension ChapterReader {
  /// Where a paragraph is parted though no empty line stands there: before where a quotation comes
  /// from, before each speaker of a transcript, before the name below a letter.
  func cuts(of paragraph: MarkdownNode, in frames: [Frame]) -> [MarkdownNode] {
    guard place.note == nil, paragraph.endLine > paragraph.startLine else { return [] }
    switch kind(of: frames) {
    case .transcript: return speakers(in: paragraph)
    case .letter where isClosing(ofLetter: paragraph):
      return lineStarts(of: paragraph).dropFirst().first.map { [$0] } ?? []
    case let kind:
      guard place.zone == .quote else { return [] }
      return firstOfSource(in: paragraph, isVerse: kind == .verse).map { [$0] } ?? []
    }
  }

  /// Whether each line of a paragraph is one of its own: in a dedication, in an address and in what
  /// ends a letter.
  func endsLines(of paragraph: MarkdownNode, in frames: [Frame]) -> Bool {
    if chapter.header.role == .dedication { return frames.count == 1 }
    guard kind(of: frames) == .letter, paragraph.endLine > paragraph.startLine else { return false }
    return isClosing(ofLetter: paragraph)
      || endsLinesOfAddress(paragraph, after: frames.last?.blocks ?? [])
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
  func sourceLines(of paragraph: MarkdownNode) -> [String] {
    (paragraph.startLine...max(paragraph.startLine, paragraph.endLine)).map { line in
      let bytes = cursor.bytes[cursor.lines.range(line, in: cursor.bytes)]
      let words = bytes.drop { $0.isSpaceOrTab || $0 == 0x3E }
      return String(decoding: words, as: UTF8.self).trimmed
    }
  }
}
