import BookDiagnostics
import BookModel

extension ChapterRenderer {
  /// Writes blocks; `isFresh` when a paragraph that comes first has no indent.
  mutating func blocks(
    _ blocks: some Collection<Block>, isFresh: Bool, to out: inout MarkupWriter
  ) {
    var isFresh = isFresh
    for block in blocks {
      out.comes(from: block.span)
      switch block.kind {
      case .paragraph(let prose):
        paragraph(prose, isFresh: isFresh, to: &out)
        isFresh = false
      case .heading(_, let prose, let section):
        writeHeading(.heading(ranks[section]), prose: prose, section: section, to: &out)
        isFresh = true
      case .sceneBreak:
        out.empty(.hr, [.class("scene-break")])
        isFresh = true
      case .words(let prose):
        words(prose, to: &out)
        isFresh = false
      case .quotation, .list, .code, .figure, .table, .division, .element:
        container(block, to: &out)
        // After a picture or an epigraph the text goes on or begins; either way it is no new
        // paragraph only where one stood before.
        if !block.leavesTextFresh { isFresh = false }
      }
      out.newline()
    }
  }

  private mutating func container(_ block: Block, to out: inout MarkupWriter) {
    if depth >= Self.depthLimit {
      diagnostics.append(
        Diagnostic(
          .nestingTooDeep, "blocks are nested more than \(Self.depthLimit) deep", at: block.span))
      return
    }
    depth += 1
    defer { depth -= 1 }
    switch block.kind {
    case .quotation(let inner):
      out.open(.blockquote)
      out.newline()
      blocks(inner, isFresh: true, to: &out)
      out.close()
    case .list(let list): self.list(list, to: &out)
    case .code(_, let text):
      out.open(.pre)
      out.element(.code, text: text)
      out.close()
    case .figure(let figure): self.figure(figure, to: &out)
    case .table(let table): self.table(table, to: &out)
    case .division(let division): self.division(division, to: &out)
    case .element(let element, let inner):
      rawBlock(element, inner, at: block.span, to: &out)
    case .paragraph, .heading, .sceneBreak, .words: break
    }
  }

  mutating func paragraph(
    _ prose: Int, isFresh: Bool, class name: StaticString? = nil, to out: inout MarkupWriter
  ) {
    guard chapter.prose.indices.contains(prose) else { return }
    let leaf = chapter.prose[prose]
    let opening = prose == opening?.prose ? opening : nil
    var attributes: [Attribute] = leaf.id.isEmpty ? [] : [.id(leaf.id)]
    let position: StaticString? =
      if let opening {
        opening.initial == nil
          ? "first" : numeral(opening) == nil ? "first opening" : "first numeral"
      } else { isFresh ? "first" : nil }
    attributes += classes(name ?? (leaf.isSource ? "attribution" : position), of: prose)
    out.open(.p, attributes)
    changeLabel(of: prose, to: &out)
    inline(leaf, leaf.text, opening: opening.map(spans) ?? [], to: &out)
    out.close()
  }

  /// A number of several figures that is to be set large: no style sheet finds it by itself.
  private func numeral(_ opening: ChapterOpening) -> Range<Int>? {
    opening.initial.flatMap { initial in
      let isNumber = chapter.text[initial.lowerBound] &- 0x30 < 10
      return isNumber && initial.count > 1 ? initial : nil
    }
  }

  /// What a style sheet is to find at the chapter's start.
  private func spans(_ opening: ChapterOpening) -> [OpeningSpan] {
    var spans: [OpeningSpan] = []
    if let lead = opening.lead { spans.append(OpeningSpan(range: lead, name: "lead")) }
    if let numeral = numeral(opening) {
      spans.append(OpeningSpan(range: numeral, name: "initial"))
    }
    return spans
  }

  private mutating func words(_ prose: Int, to out: inout MarkupWriter) {
    guard chapter.prose.indices.contains(prose) else { return }
    let leaf = chapter.prose[prose]
    out.open(.span, (leaf.id.isEmpty ? [] : [.id(leaf.id)]) + classes(nil, of: prose))
    changeLabel(of: prose, to: &out)
    inline(leaf, to: &out)
    out.close()
  }

  private mutating func list(_ list: List, to out: inout MarkupWriter) {
    if let start = list.start {
      out.open(.ol, start == 1 ? [] : [Attribute("start", text: String(start))])
    } else {
      out.open(.ul)
    }
    out.newline()
    for item in list.items {
      out.comes(from: item.first?.span)
      if case .words(let prose) = item.first?.kind, chapter.prose.indices.contains(prose) {
        let leaf = chapter.prose[prose]
        out.open(.li, (leaf.id.isEmpty ? [] : [.id(leaf.id)]) + classes(nil, of: prose))
        changeLabel(of: prose, to: &out)
        inline(leaf, to: &out)
        if item.count > 1 {
          out.newline()
          blocks(item.dropFirst(), isFresh: true, to: &out)
        }
      } else {
        out.open(.li)
        out.newline()
        blocks(item, isFresh: true, to: &out)
      }
      out.close()
      out.newline()
    }
    out.close()
  }

  /// `share` is the part of the text's width that a picture beside others takes.
  mutating func figure(_ figure: Figure, share: Double? = nil, to out: inout MarkupWriter) {
    var attributes: [Attribute] = [.class(figure.isPlate ? "plate" : "figure")]
    if let share { attributes.append(Attribute("style", text: "width: \(percent(share))")) }
    out.open(.figure, attributes)
    out.newline()
    image(figure.image, to: &out)
    out.newline()
    captions(figure.caption, credit: figure.credit, to: &out)
    out.close()
  }

  /// What stands below a picture, if anything does.
  mutating func captions(_ caption: Int?, credit: Int?, to out: inout MarkupWriter) {
    if caption == nil, credit == nil { return }
    let caption = leaf(caption)
    out.open(.figcaption, caption.map { $0.id.isEmpty ? [] : [.id($0.id)] } ?? [])
    if let caption { inline(caption, to: &out) }
    if let credit = leaf(credit) {
      if caption != nil { out.text(" ") }
      out.open(.span, (credit.id.isEmpty ? [] : [.id(credit.id)]) + [.class("credit")])
      inline(credit, to: &out)
      out.close()
    }
    out.close()
    out.newline()
  }

  func leaf(_ prose: Int?) -> Prose? {
    guard let prose, chapter.prose.indices.contains(prose) else { return nil }
    return chapter.prose[prose]
  }

  /// The picture; one that is not in the book leaves its words.
  mutating func image(_ image: Image, to out: inout MarkupWriter) {
    guard let published = publication.book.book.publicationImage(image.path, from: index) else {
      out.element(.span, [.class("missing-image")], text: image.alternative)
      return
    }
    let isLink = image.link.map { openLink($0, title: nil, at: image.span, to: &out) } ?? false
    defer { if isLink { out.close() } }
    var attributes: [Attribute] = image.id.map { [.id($0)] } ?? []
    attributes += [.src(published.name), .alt(image.alternative)]
    // Without a description axe asks for the role that says there is nothing to describe.
    if image.alternative.isEmpty { attributes.append(.role("presentation")) }
    if published.width > 0, published.height > 0 {
      attributes.append(Attribute("width", text: String(published.width)))
      attributes.append(Attribute("height", text: String(published.height)))
    }
    switch image.width {
    case .share(let share):
      attributes.append(Attribute("style", text: "max-width: \(percent(share))"))
    // The style sheet keeps it within the text; a width would make a small picture larger.
    case .points(let points) where Double(published.width) * Self.pointsOfPixel > points:
      attributes.append(Attribute("style", text: "width: \(Int(points.rounded()))pt"))
    case .points, nil: break
    }
    out.empty(.img, attributes)
  }

  /// CSS Values 3, 5.2.
  private static let pointsOfPixel = 0.75
}

/// A part of a whole to the tenth of a hundredth.
private func percent(_ share: Double) -> String {
  let tenths = Int((share * 1000).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
}
