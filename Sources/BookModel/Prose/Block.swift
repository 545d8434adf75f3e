package import BookDiagnostics

/// A block of a chapter.
///
/// Leaves refer to `ParsedChapter.prose` by index.
package struct Block: Sendable, Equatable {
  /// What it is.
  package var kind: Kind
  /// All of it in the file.
  package var span: SourceSpan

  package init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The kinds of block.
  package indirect enum Kind: Sendable, Equatable {
    case paragraph(Int)
    /// `section` indexes `ParsedChapter.sections`.
    case heading(level: Int, prose: Int, section: Int)
    case quotation([Block])
    case list(List)
    /// A code block; `text` holds its lines, the last with its LF.
    case code(language: String?, text: String)
    case sceneBreak
    case figure(Figure)
    case table(Table)
    case division(Division)
    /// Raw HTML block after normalising, with its content.
    case element(HTMLElement, [Block])
    /// Words with no paragraph around them: a tight list's item, text within raw HTML.
    case words(Int)
  }
}

/// A list as CommonMark has it.
package struct List: Sendable, Equatable {
  /// First number of an ordered list, nil for bullets.
  package var start: Int?
  /// True when its items hold `words` rather than paragraphs.
  package var isTight: Bool
  /// Each item's blocks.
  package var items: [[Block]]

  package init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// How much of a page a picture takes.
package enum PictureExtent: Sendable, Equatable {
  /// What there is room for among the words.
  case text
  /// Nearly all of the page's text: `::: plate`.
  case plate
  /// A page of its own, with its caption and no head: `::: plate page`.
  case page
  /// A page of its own to its very edges: `::: plate bleed`.
  case bleed
}

/// An image on its own, with what stands below it.
package struct Figure: Sendable, Equatable {
  /// The picture.
  package var image: Image
  /// Index into `ParsedChapter.prose` of the caption, from the image's title or a plate's words.
  package var caption: Int?
  /// Ditto for the line of credit.
  package var credit: Int?
  /// How much of a page it takes.
  package var extent: PictureExtent
  /// Whether it and the picture after it stand on facing pages.
  package var opensSpread = false

  package init(
    image: Image, caption: Int? = nil, credit: Int? = nil, extent: PictureExtent = .text
  ) {
    self.image = image
    self.caption = caption
    self.credit = credit
    self.extent = extent
  }

  /// Whether it is more than a picture among the words.
  package var isPlate: Bool { extent != .text }
}

/// A pipe table.
package struct Table: Sendable, Equatable {
  /// How a column is set.
  package enum Alignment: String, Sendable, Equatable {
    case none
    case left
    case center
    case right
  }
  /// One a column.
  package var alignments: [Alignment]
  /// Prose indices of the header cells.
  package var header: [Int]
  /// Prose indices of the body cells, row by row; each row as long as the header.
  package var rows: [[Int]]

  package init(alignments: [Alignment], header: [Int], rows: [[Int]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// What a block of a letter is.
package enum LetterPart: String, Sendable {
  /// Where it comes from, or to whom it goes, above the salutation.
  case address
  /// "Dear Ruth,".
  case salutation
  case body
  /// "Your loving aunt,".
  case closing
  case signature
  /// What was added below the name.
  case postscript
}

/// A fenced division `::: kind words … :::`.
package struct Division: Sendable, Equatable {
  /// What the division is.
  package enum Kind: String, Sendable, CaseIterable {
    case letter
    case diary
    case verse
    case epigraph
    case transcript
    case document
    /// What it takes, as a list without signs, and how it is done.
    case recipe
    case plate
    /// Pictures side by side, its blocks all figures but for words that belong to none.
    case gallery
  }
  /// What it is.
  package var kind: Kind
  /// The rest of its opening line: a date line, a source, a speaker; nil when empty.
  package var label: String?
  /// Its blocks.
  ///
  /// In verse every paragraph is a stanza and every line end a line.
  package var blocks: [Block]
  /// What each block of a letter or a document is; empty for other kinds.
  package var parts: [LetterPart]

  package init(kind: Kind, label: String?, blocks: [Block], parts: [LetterPart] = []) {
    self.kind = kind
    self.label = label
    self.blocks = blocks
    self.parts = parts
  }

  /// The words behind `::: epigraph` as they are printed, with the dash they may lack.
  package var sourceLabel: String? {
    guard kind == .epigraph, let label, !label.isEmpty else { return nil }
    return label.hasPrefix("—") || label.hasPrefix("–") ? label : "— " + label
  }

  /// What stands on a plate, in order.
  package enum PlatePart: Sendable, Equatable {
    /// Something drawn with signs, as a family tree is: its lines, and the prose indices of what it
    /// is called and of its credit.
    case typed(String, caption: Int?, credit: Int?)
    case block(Block)
  }

  /// What stands on a plate: behind something typed the next paragraph is its caption, the one
  /// after that its credit, as they are a picture's.
  package var plateParts: [PlatePart] {
    blocks.reduce(into: []) { parts, block in
      switch (block.kind, parts.last) {
      case (.code(_, let text), _): parts.append(.typed(text, caption: nil, credit: nil))
      case (.paragraph(let prose), .typed(let text, nil, _)):
        parts[parts.count - 1] = .typed(text, caption: prose, credit: nil)
      case (.paragraph(let prose), .typed(let text, let caption, nil)):
        parts[parts.count - 1] = .typed(text, caption: caption, credit: prose)
      default: parts.append(.block(block))
      }
    }
  }

  /// Runs of blocks that are the same part of a letter, in order; all one body where nothing is said.
  package var runs: [(part: LetterPart, blocks: ArraySlice<Block>)] {
    guard parts.count == blocks.count else { return [(.body, blocks[...])] }
    var runs: [(part: LetterPart, blocks: ArraySlice<Block>)] = []
    for index in blocks.indices {
      if let last = runs.last, last.part == parts[index] {
        runs[runs.count - 1].blocks = blocks[last.blocks.startIndex...index]
      } else {
        runs.append((parts[index], blocks[index...index]))
      }
    }
    return runs
  }

  /// The pictures of a gallery as rows that stand at one height: three side by side at most, and
  /// none alone in a row below others, but for one so much wider or higher than those beside it that
  /// one of them could not be seen.
  ///
  /// - Parameter proportions: the width of a picture by its height
  package func pictureRows(_ proportions: (Figure) -> Double) -> [[Figure]] {
    let figures = blocks.compactMap { block in
      if case .figure(let figure) = block.kind { figure } else { nil }
    }
    let most = 3
    let rows = (figures.count + most - 1) / most
    var next = 0
    return (0..<rows).flatMap { row in
      let count = (figures.count - next + rows - row - 1) / (rows - row)
      defer { next += count }
      return seen(Array(figures[next..<next + count]), proportions)
    }
  }

  /// A row, divided at what would leave another picture in it less than `leastShare` of its width.
  private func seen(_ row: [Figure], _ proportions: (Figure) -> Double) -> [[Figure]] {
    let widths = row.map(proportions)
    let whole = widths.reduce(0, +)
    guard row.count > 1, let narrowest = widths.min(), narrowest < whole * Self.leastShare,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] })
    else { return [row] }
    return seen(Array(row[..<widest]), proportions) + [[row[widest]]]
      + seen(Array(row[(widest + 1)...]), proportions)
  }

  /// Of a row's width; on a page of 4.5 inches less than half an inch.
  private static let leastShare = 0.1
}

extension Block {
  /// True where a paragraph that follows is as fresh as it would have been without it.
  ///
  /// That is so after a picture or an epigraph. After other set pieces it is a new paragraph (Chicago
  /// 13.24: what goes on a paragraph after an extract is not indented, what begins a new one is).
  package var leavesTextFresh: Bool {
    switch kind {
    case .figure: true
    case .division(let division): [.epigraph, .plate, .gallery].contains(division.kind)
    default: false
    }
  }
}

extension Block.Kind {
  /// Whether it stands apart from the paragraphs before and after it.
  package var isSetOff: Bool {
    switch self {
    case .paragraph, .words, .heading, .sceneBreak: false
    case .quotation, .list, .code, .figure, .table, .division, .element: true
    }
  }
}
