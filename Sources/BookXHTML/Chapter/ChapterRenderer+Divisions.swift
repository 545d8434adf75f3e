import BookModel

extension ChapterRenderer {
  mutating func division(_ division: Division, to out: inout MarkupWriter) {
    switch division.kind {
    case .letter: document(division, class: "letter", to: &out)
    case .diary: document(division, class: "diary", to: &out)
    case .document: document(division, class: "document", to: &out)
    case .transcript: transcript(division, to: &out)
    case .verse: verse(division, to: &out)
    case .epigraph: epigraph(division, to: &out)
    case .recipe: recipe(division, to: &out)
    case .plate: plate(division, to: &out)
    case .gallery: gallery(division, to: &out)
    }
  }

  private mutating func plate(_ division: Division, to out: inout MarkupWriter) {
    for (number, part) in division.plateParts.enumerated() {
      if number > 0 { out.newline() }
      switch part {
      // A picture has its words already; others have none to belong to.
      case .block(let block): blocks(CollectionOfOne(block), isFresh: true, to: &out)
      case .typed(let text, let caption, let credit):
        out.open(.figure, [.class("plate typed")])
        out.newline()
        out.open(.pre)
        out.element(.code, text: text)
        out.close()
        out.newline()
        captions(caption, credit: credit, to: &out)
        out.close()
        out.newline()
      }
    }
  }

  private mutating func recipe(_ division: Division, to out: inout MarkupWriter) {
    out.open(.section, [.class("recipe")])
    out.newline()
    title(division.label, to: &out)
    blocks(division.blocks, isFresh: true, to: &out)
    out.close()
  }

  /// The words behind `::: verse` or `::: recipe`: what it is called.
  private func title(_ label: String?, to out: inout MarkupWriter) {
    guard let label, !label.isEmpty else { return }
    out.element(.p, [.class("piece-title")], text: label)
    out.newline()
  }

  /// Pictures side by side at one height: each as wide as its proportions ask for.
  private mutating func gallery(_ division: Division, to out: inout MarkupWriter) {
    out.open(.div, [.class("gallery")])
    out.newline()
    let book = publication.book.book
    func proportions(_ figure: Figure) -> Double {
      book.publicationImage(figure.image.path, from: index)?.proportions ?? 1
    }
    for row in division.pictureRows(proportions) {
      let proportions = row.map(proportions)
      let whole = proportions.reduce(0, +)
      out.open(.div, [.class("row")])
      out.newline()
      for (picture, part) in zip(row, proportions) {
        // What is left of the width parts them.
        figure(picture, share: part / whole * (row.count > 1 ? 0.96 : 1), to: &out)
        out.newline()
      }
      out.close()
      out.newline()
    }
    let others = division.blocks.filter { if case .figure = $0.kind { false } else { true } }
    if !others.isEmpty { blocks(others, isFresh: true, to: &out) }
    out.close()
  }

  private mutating func document(
    _ division: Division, class name: StaticString, to out: inout MarkupWriter
  ) {
    out.open(.section, [.class(name)])
    out.newline()
    dateline(division.label, to: &out)
    for (number, run) in division.runs.enumerated() {
      guard let look = Self.look(of: run.part) else {
        blocks(run.blocks, isFresh: number == 0, to: &out)
        continue
      }
      for block in run.blocks {
        out.comes(from: block.span)
        if case .paragraph(let prose) = block.kind {
          paragraph(prose, isFresh: false, class: look, to: &out)
          out.newline()
        } else {
          blocks([block], isFresh: false, to: &out)
        }
      }
    }
    out.close()
  }

  /// The class of a part of a letter; nil for what is set as everything else.
  private static func look(of part: LetterPart) -> StaticString? {
    switch part {
    case .address: "address"
    case .salutation: "salutation"
    case .closing: "closing"
    case .signature: "signature"
    case .postscript: "postscript"
    case .body: nil
    }
  }

  private func dateline(_ label: String?, to out: inout MarkupWriter) {
    guard let label, !label.isEmpty else { return }
    out.element(.p, [.class("dateline")], text: label)
    out.newline()
  }

  private mutating func transcript(_ division: Division, to out: inout MarkupWriter) {
    out.open(.section, [.class("transcript")])
    out.newline()
    dateline(division.label, to: &out)
    for block in division.blocks {
      out.comes(from: block.span)
      if case .paragraph(let prose) = block.kind, chapter.prose.indices.contains(prose),
        let end = speakerEnd(prose)
      {
        let leaf = chapter.prose[prose]
        out.open(.p, (leaf.id.isEmpty ? [] : [.id(leaf.id)]) + classes(nil, of: prose))
        changeLabel(of: prose, to: &out)
        let isStrong = chapter.marks[leaf.marks].contains {
          $0.kind == .strong && $0.range.lowerBound == leaf.text.lowerBound
        }
        if !isStrong { out.open(.strong) }
        inline(leaf, leaf.text.lowerBound..<end, to: &out)
        if !isStrong { out.close() }
        inline(leaf, end..<leaf.text.upperBound, to: &out)
        out.close()
        out.newline()
      } else {
        blocks(CollectionOfOne(block), isFresh: true, to: &out)
      }
    }
    out.close()
  }

  /// End of `Name:` at the head of a turn, colon included.
  private func speakerEnd(_ prose: Int) -> Int? {
    let range = chapter.prose[prose].text
    let head = chapter.text[range].prefix(48)
    guard let colon = head.firstIndex(of: 0x3A), colon > range.lowerBound,
      !head[..<colon].contains(where: { $0 == 0x0A || $0 == 0x2E && colon - range.lowerBound > 32 })
    else { return nil }
    let end = colon + 1
    guard end == range.upperBound || chapter.text[end] == 0x20 || chapter.text[end] == 0x0A else {
      return nil
    }
    // Marks that cross the colon stay whole: the line is then set as it is.
    let marks = chapter.marks[chapter.prose[prose].marks.clamped(to: 0..<chapter.marks.count)]
    let crosses = marks.contains { $0.range.lowerBound < end && $0.range.upperBound > end }
    return crosses ? nil : end
  }

  private mutating func verse(_ division: Division, to out: inout MarkupWriter) {
    out.open(.div, [.class("verse")])
    out.newline()
    title(division.label, to: &out)
    for block in division.blocks {
      out.comes(from: block.span)
      if case .paragraph(let prose) = block.kind, leaf(prose)?.isSource != true {
        stanza(prose, to: &out)
        out.newline()
      } else {
        blocks(CollectionOfOne(block), isFresh: true, to: &out)
      }
    }
    out.close()
  }

  /// Every line is an element of its own, so that turn-overs can hang.
  private mutating func stanza(_ prose: Int, to out: inout MarkupWriter) {
    guard chapter.prose.indices.contains(prose) else { return }
    let leaf = chapter.prose[prose]
    out.open(.p, (leaf.id.isEmpty ? [] : [.id(leaf.id)]) + classes("stanza", of: prose))
    changeLabel(of: prose, to: &out)
    var start = leaf.text.lowerBound
    while start <= leaf.text.upperBound {
      let end =
        chapter.text[start..<leaf.text.upperBound].firstIndex(of: 0x0A) ?? leaf.text.upperBound
      if start > leaf.text.lowerBound { out.newline() }
      out.open(.span, [.class("line")])
      inline(leaf, start..<end, isLine: true, to: &out)
      out.close()
      start = end + 1
    }
    out.close()
  }

  private mutating func epigraph(_ division: Division, to out: inout MarkupWriter) {
    out.open(.blockquote, [.class("epigraph"), .semantics("epigraph"), .role("doc-epigraph")])
    out.newline()
    blocks(division.blocks, isFresh: true, to: &out)
    if let source = division.sourceLabel {
      out.element(.p, [.class("attribution")], text: source)
      out.newline()
    }
    out.close()
  }
}
