/// Where a line's words begin in the chapter's text.
struct LineStart: Sendable {
  var offset: Int32
  var page: Int32
}

extension Galley {
  /// Where a line's words begin in the chapter's text; nil for generated words.
  func offset(of line: SetLine, _ paragraph: SetParagraph, _ words: ShapedWords) -> Int? {
    guard line.firstToken >= 0 else { return nil }
    var token = draft.store.tokens[Int(line.firstToken)]
    guard Int(token.start) < draft.ownText else { return nil }
    if line.firstBreak >= 0 {
      let item = words.wordBreak(Int(numbers[Int(token.word)]), Int(line.firstBreak))
      return Int(token.start) + Int(item.offset)
    }
    if let cap = paragraph.draft.dropCap,
      Int(line.firstToken) == paragraph.draft.tokens.lowerBound
    {
      token = draft.store.tokens[cap.tokens.lowerBound]
    }
    return Int(token.start)
  }

  /// The same, for the first word that is not the end of one begun on an earlier line.
  func firstWord(of line: SetLine, _ paragraph: SetParagraph, _ words: ShapedWords) -> Int? {
    guard let offset = offset(of: line, paragraph, words) else { return nil }
    let parted = line.firstBreak >= 0 ? 1 : draft.store.continued(from: line, in: paragraph)
    if parted == 0 || Int(line.firstToken) == paragraph.draft.tokens.lowerBound { return offset }
    let next = Int(line.firstToken) + parted
    if next < paragraph.draft.tokens.upperBound { return Int(draft.store.tokens[next].start) }
    return draft.store.tokens[next - 1].end
  }

  /// Every line of the chapter's own words with its page, counted from the section's first, in
  /// order of the text.
  func lineStarts(_ cuts: [PageCut], _ words: ShapedWords) -> [LineStart] {
    var starts: [LineStart] = []
    func add(_ line: SetLine, _ paragraph: SetParagraph, _ page: Int) {
      if let offset = offset(of: line, paragraph, words) {
        starts.append(LineStart(offset: Int32(clamping: offset), page: Int32(page)))
      }
    }
    func addAll(_ number: Int, _ page: Int, _ range: Range<Int>? = nil) {
      let paragraph = paragraphs[number]
      guard !paragraph.variants.isEmpty else { return }
      let lines = paragraph.variants[paragraph.best].lines
      for line in lines[range ?? lines.indices] { add(line, paragraph, page) }
    }
    for (page, cut) in cuts.enumerated() {
      for block in cut.figuresAbove {
        if case .figure(let figure) = blocks[block].content {
          for picture in figures[figure].pictures {
            for caption in picture.captions { addAll(caption, page) }
          }
        }
      }
      for picture in cut.plate.map({ figures[$0].pictures }) ?? [] {
        for caption in picture.captions { addAll(caption, page) }
      }
      for piece in cut.pieces {
        switch blocks[piece.block].content {
        case .lines(let number):
          let paragraph = paragraphs[number]
          for line in piece.lines {
            add(paragraph.variants[piece.variant].lines[line], paragraph, page)
          }
        case .group(let parts): for part in parts { addAll(part.paragraph, page, part.lines) }
        case .figure(let figure):
          for picture in figures[figure].pictures {
            for caption in picture.captions { addAll(caption, page) }
          }
        case .sceneBreak, .pageEnd, .plate: break
        }
      }
      for (paragraph, line) in noteLines(cut.notes) { add(line, paragraph, page) }
    }
    return starts.sorted { ($0.offset, $0.page) < ($1.offset, $1.page) }
  }

  /// The lines of a range of the galley's note lines.
  func noteLines(_ range: Range<Int>) -> [(paragraph: SetParagraph, line: SetLine)] {
    if range.isEmpty { return [] }
    var found: [(paragraph: SetParagraph, line: SetLine)] = []
    for (index, note) in notes.enumerated() {
      var number = noteLineStarts[index]
      if number + note.lines <= range.lowerBound { continue }
      if number >= range.upperBound { break }
      for paragraph in note.paragraphs.map({ paragraphs[$0] }) {
        for line in paragraph.variants.first?.lines ?? [] {
          if range.contains(number) { found.append((paragraph, line)) }
          number += 1
        }
      }
    }
    return found
  }
}
