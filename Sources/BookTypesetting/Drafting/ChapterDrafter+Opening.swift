import BookModel

extension ChapterDrafter {
  /// Sets the words with which a chapter's text begins: its large letter, its first phrase.
  mutating func open(_ paragraph: inout DraftParagraph, as opening: ChapterOpening) {
    let design = context.design
    paragraph.indent = 0
    if design.opener.hasLeadIn, let lead = opening.lead { dress(paragraph.tokens, in: lead) }
    guard design.opener.dropCapLines > 1, let initial = opening.initial else { return }
    part(&paragraph, at: initial.lowerBound)
    part(&paragraph, at: initial.upperBound)
    guard
      let letter = paragraph.tokens.first(where: {
        draft.store.tokens[$0].start == initial.lowerBound
      }), draft.store.tokens[letter].end == initial.upperBound,
      letter + 1 < paragraph.tokens.upperBound
    else { return }
    let marks = paragraph.tokens.lowerBound..<letter
    for token in marks.lowerBound...letter { undress(token) }
    paragraph.tokens = (letter + 1)..<paragraph.tokens.upperBound
    paragraph.dropCap = DropCap(token: letter, marks: marks, lines: design.opener.dropCapLines)
  }

  /// Parts the token of a paragraph that holds an offset of the text, which shifts those after it.
  private mutating func part(_ paragraph: inout DraftParagraph, at offset: Int) {
    guard
      let index = paragraph.tokens.first(where: {
        let token = draft.store.tokens[$0]
        return Int(token.start) < offset && offset < token.end
      })
    else { return }
    var head = draft.store.tokens[index]
    var tail = head
    head.length = Int32(offset) - head.start
    head.joint = .none
    tail.length -= head.length
    tail.start = Int32(offset)
    draft.store.tokens[index] = head
    draft.store.tokens.insert(tail, at: index + 1)
    draft.store.dress(index, in: head.style)
    draft.store.dress(index + 1, in: tail.style)
    paragraph.tokens = paragraph.tokens.lowerBound..<(paragraph.tokens.upperBound + 1)
    paragraph.noteReferences = paragraph.noteReferences.map {
      DraftReference(token: $0.token > index ? $0.token + 1 : $0.token, note: $0.note)
    }
  }

  /// Sets a token of the large letter in plain capitals and figures.
  private mutating func undress(_ token: Int) {
    var style = draft.store.styles[draft.store.tokens[token].style]
    style.capitals = .plain
    style.tracking = 0
    style.figures = .lining
    draft.store.dress(token, in: draft.store.styles.number(style))
  }

  /// Sets the first phrase in small capitals.
  private mutating func dress(_ tokens: Range<Int>, in lead: Range<Int>) {
    var style = frame.style
    style.capitals = .small
    style.tracking = context.design.smallCapitalsSpacing
    style.isHyphenated = false
    let number = draft.store.styles.number(style)
    for index in tokens {
      let token = draft.store.tokens[index]
      if Int(token.start) >= lead.upperBound { break }
      // A note's figure, or words of another look, stay as they are.
      if draft.store.styles[token.style] == frame.style { draft.store.dress(index, in: number) }
    }
  }
}
