import BookDiagnostics
import BookModel

extension ChapterDrafter {
  /// Adds a picture on its own with its caption.
  mutating func addFigure(_ figure: Figure) {
    guard var drafted = drafted(figure, node: frame.node) else { return }
    guard drafted.hasOwnPage else { return append([drafted]) }
    // What fills its page has no room for words there, nor has any picture room for long ones: they
    // stand where it is named.
    let captions = drafted.extent == .bleed || isLong(drafted.captions) ? drafted.captions : []
    if !captions.isEmpty { drafted.captions = [] }
    append(DraftBlock(.figure([drafted])))
    addWaitingNotes()
    for (index, caption) in captions.enumerated() {
      var block = DraftBlock(.paragraph(caption))
      block.above = index == 0 ? 2 : 0
      block.below = 2
      append(block)
    }
  }

  /// Whether captions would take more of a plate's page than is theirs.
  private func isLong(_ captions: [DraftParagraph]) -> Bool {
    let design = context.design
    let height = captions.reduce(Float(0)) {
      $0 + self.height(of: $1, width: design.measure - $1.left - $1.right)
    }
    return height > Float(design.lines) * design.leading * Self.captionShareOfPlate
  }

  /// Of the size of type; a Roman letter takes 0.4 to 0.45.
  private static let letterWidth: Float = 0.43
  /// Of a plate's page; the picture keeps the rest.
  private static let captionShareOfPlate: Float = 0.35

  /// Adds the rows of a gallery, and what stands in it besides pictures.
  mutating func addGallery(_ gallery: Division, depth: Int) {
    let rows = gallery.pictureRows { published($0.image)?.image.proportions ?? 1 }
    for row in rows {
      let pictures = row.compactMap { drafted($0, node: frame.node) }
      if leavesPicturesSeen(pictures) {
        if !pictures.isEmpty { append(pictures) }
      } else {
        for picture in pictures { append([picture]) }
      }
    }
    add(gallery.blocks.filter { if case .figure = $0.kind { false } else { true } }, depth: depth)
  }

  /// Whether no caption in a row of pictures is longer than its picture is high, as it is where large
  /// type is set below a narrow one.
  private func leavesPicturesSeen(_ row: [DraftFigure]) -> Bool {
    guard row.count > 1 else { return true }
    let room = context.design.measure - context.design.size * Float(row.count - 1)
    let height = room / row.map(\.proportions).reduce(0, +)
    return row.allSatisfy { picture in
      let captions = picture.captions.map {
        self.height(of: $0, width: height * picture.proportions)
      }
      return captions.reduce(0, +) <= height
    }
  }

  /// About how high words are in a width, by the room that letters take on the average.
  private func height(of words: DraftParagraph, width: Float) -> Float {
    let letters = words.tokens.reduce(0) { $0 + Int(draft.store.tokens[$1].length) + 1 }
    let length = Float(letters) * words.size * Self.letterWidth
    return (length / max(1, width)).rounded(.up) * words.leading
  }

  /// A picture within a line, an item, a letter stays there; others may stand at the head of the next
  /// page.
  private mutating func append(_ row: [DraftFigure]) {
    var row = row
    for index in row.indices { row[index].floats = frame.isOnGrid && !row[index].isInLine }
    var block = DraftBlock(.figure(row))
    block.above = 2
    block.below = 2
    append(block)
    addWaitingNotes()
  }

  private mutating func drafted(_ figure: Figure, node: Int) -> DraftFigure? {
    let design = context.design
    guard let (image, source) = published(figure.image) else { return nil }
    let node = addElement(of: figure.image, to: link(of: figure.image, node))
    if let id = figure.image.id { waitingNames.append(id) }
    nameWaiting(node)
    var drafted = DraftFigure(
      source: source, width: Float(image.originalWidth), height: Float(image.originalHeight),
      node: Int32(node))
    drafted.extent = figure.extent
    drafted.opensSpread = figure.opensSpread
    drafted.isBitmap = image.mediaType != "image/svg+xml"
    drafted.span = figure.image.span
    drafted.wanted = figure.image.width
    drafted.floats = false
    let hasWords = figure.caption != nil || figure.credit != nil
    let caption = hasWords ? draft.tree.add(.caption, to: frame.node) : node
    drafted.captions = [(figure.caption, false), (figure.credit, true)].compactMap {
      captionWords($0, isCredit: $1, node: caption)
    }
    return drafted
  }

  /// The words below a picture, or its credit, as a paragraph; nil where there are none.
  mutating func captionWords(_ prose: Int?, isCredit: Bool, node: Int) -> DraftParagraph? {
    guard let prose, prose < chapter.prose.count else { return nil }
    let design = context.design
    let outer = frame
    defer { frame = outer }
    frame.leading = design.captions.leading
    frame.pictureHeight = design.captions.leading
    frame.pictureWidth = design.measure * Self.captionPictureShare
    frame.alignment = design.blocks.caption.alignment
    var words = leaf(prose, style: captionStyle(isCredit: isCredit), node: node)
    words.continues = !isCredit
    words.left = captionInset
    words.right = words.left
    return words.tokens.isEmpty ? nil : words
  }

  private func captionStyle(isCredit: Bool) -> TextStyle {
    let design = context.design
    var style = TextStyle(size: design.captions.size)
    style.figures = design.oldStyleFigures ? .oldStyle : .lining
    if isCredit { style.size = design.blocks.creditSize ?? style.size * Self.creditShare }
    let isItalic = isCredit ? design.blocks.isCreditItalic : design.blocks.caption.isItalic
    return isItalic ? style.emphasised.unhyphenated : style.unhyphenated
  }

  /// Of the caption's size, where the theme says nothing of it.
  private static let creditShare: Float = 0.88
  /// How far captions stand in from either side, unless they begin where their picture does.
  private var captionInset: Float {
    let design = context.design
    return design.blocks.caption.alignment == .left ? 0 : design.measure * Self.captionInset
  }

  /// Of the measure.
  private static let captionInset: Float = 0.06
  /// Of the measure: captions of pictures side by side are no wider.
  private static let captionPictureShare: Float = 0.25

  private func published(_ image: Image) -> (image: PublicationImage, source: Int)? {
    guard let found = context.book.publicationImage(image.path, from: number),
      let source = context.book.images.firstIndex(of: found)
    else { return nil }
    return (found, source)
  }

  private mutating func addElement(of image: Image, to parent: Int) -> Int {
    let node = draft.tree.add(.figure, to: parent)
    draft.tree[node].alternative = image.alternative.isEmpty ? image.path : image.alternative
    return node
  }

  // MARK: Within a line

  /// Adds a picture to the line being drafted, no higher than the frame lets it be; `place` is where
  /// it stands among the chapter's bytes.
  ///
  /// A wide one may part the line from what stands beside it.
  mutating func addInline(
    _ image: Image, at place: Int, style: TextStyle, node: Int, after first: Int
  ) {
    guard let (published, source) = published(image) else { return }
    let size = lineSize(of: published, image, height: frame.pictureHeight)
    var set = style
    set.picture = InlinePicture(
      source: Int32(clamping: source), width: size.width, height: size.height,
      drop: size.height > frame.leading * 1.3
        ? size.height * Self.dropInCells : drop(of: size.height, size: style.size))
    let element = addElement(of: image, to: link(of: image, node))
    let isWide = size.width > context.design.measure * 0.5
    let before = draft.store.tokens.count - 1
    if isWide, before >= first, draft.store.tokens[before].joint == .none {
      draft.store.tokens[before].joint = .breakable
    }
    let token = draft.sign(" ", set, node: element)
    // It says nothing itself.
    draft.store.tokens[token].start = Int32(clamping: place)
    draft.store.tokens[token].length = 0
    draft.store.tokens[token].joint = isWide ? .breakable : .none
  }

  /// How large a picture is within a line: as dense as on its own, within the measure, as the
  /// author wants it, and no higher than `height`.
  private func lineSize(
    of published: PublicationImage, _ image: Image, height: Float
  ) -> Size {
    let room = context.design.measure - frame.left - frame.right - frame.indent
    let measure = max(20, min(room, frame.pictureWidth ?? room))
    var figure = DraftFigure(
      source: 0, width: Float(published.originalWidth), height: Float(published.originalHeight),
      node: 0)
    var width = min(measure, figure.width * 72 / DraftFigure.fewestDots)
    switch image.width {
    case .share(let share): width = Float(share) * measure
    case .points(let points): width = min(measure, Float(points))
    case nil: break
    }
    width = min(width, height * figure.proportions)
    return Size(width: width, height: width / figure.proportions)
  }

  /// Of the height of a picture that makes its line higher: as far as the line's own foot is below
  /// its baseline (`PageComposer.descent`), less half the white.
  private static let dropInCells: Float = 0.25

  /// How far below the baseline a picture in a line stands, so that it covers none of the line above.
  private func drop(of height: Float, size: Float) -> Float {
    max(min(size, height) * 0.2, height - (frame.leading - size * Self.descenders))
  }

  /// Of the size of type: what letters of the line above take below their baseline, and a hair.
  private static let descenders: Float = 0.3

  /// How high a picture becomes in a line of the frame; nil where it is not in the book.
  func lineHeight(of image: Image) -> Float? {
    published(image).map { lineSize(of: $0.image, image, height: frame.pictureHeight).height }
  }

  /// The marks of a leaf's pictures that are too high for a line: they stand in the middle of the
  /// measure between the words before and the words after them.
  func highPictures(_ prose: Int) -> [(mark: Int, image: Image)] {
    pictures(of: prose).filter { _, image in
      guard let found = published(image) else { return false }
      let size = lineSize(of: found.image, image, height: .greatestFiniteMagnitude)
      return size.height > frame.pictureHeight * Self.highest
    }
  }

  /// The pictures in a leaf with their marks' numbers, in order.
  func pictures(of prose: Int) -> [(mark: Int, image: Image)] {
    chapter.prose[prose].marks.clamped(to: 0..<chapter.marks.count).compactMap { mark in
      if case .image(let image) = chapter.marks[mark].kind { (mark, image) } else { nil }
    }
  }

  /// A leaf parted at pictures, by their marks' numbers: words, a picture, words, and so on.
  func stretches(
    of prose: Int, around pictures: [Int]
  ) -> [(range: Range<Int>, marks: Range<Int>)] {
    let whole = chapter.prose[prose]
    var stretches: [(range: Range<Int>, marks: Range<Int>)] = []
    var (start, mark) = (whole.text.lowerBound, whole.marks.lowerBound)
    for picture in pictures {
      let place = chapter.marks[picture].range.lowerBound
      stretches += [(start..<place, mark..<picture), (place..<place, picture..<(picture + 1))]
      (start, mark) = (place, picture + 1)
    }
    return stretches + [(start..<whole.text.upperBound, mark..<whole.marks.upperBound)]
  }

  /// Up to so many times the height that a line lets it have, a picture is made smaller to stand in
  /// the line: a sign, a signature's flourish.
  private static let highest: Float = 2.5

  /// Adds a paragraph with pictures that are too high for its lines.
  mutating func addParagraph(_ prose: Int, around pictures: [(mark: Int, image: Image)]) {
    let node = draft.tree.add(.paragraph, to: frame.node)
    var isNamed = false
    let stretches = stretches(of: prose, around: pictures.map(\.mark))
    for (number, stretch) in stretches.enumerated() {
      if number % 2 == 0 {
        addPart(prose, stretch.range, marks: stretch.marks, node: node, &isNamed)
      } else if var picture = drafted(Figure(image: pictures[number / 2].image), node: node) {
        picture.isInLine = true
        append([picture])
      }
    }
  }

  private mutating func addPart(
    _ prose: Int, _ range: Range<Int>, marks: Range<Int>, node: Int, _ isNamed: inout Bool
  ) {
    let anchors = draft.anchors.count
    var paragraph = leaf(prose, style: frame.style, node: node, range: range, marks: marks)
    if isNamed { draft.anchors.removeSubrange(anchors...) }
    isNamed = true
    if paragraph.tokens.isEmpty { return }
    paragraph.indent = isFresh ? 0 : frame.indent
    paragraph.continues = range.upperBound < chapter.prose[prose].text.upperBound
    if let opening = context.outline.chapters[number].opening, opening.prose == prose,
      range.lowerBound == chapter.prose[prose].text.lowerBound
    {
      open(&paragraph, as: opening)
    }
    append(paragraph, above: isFresh ? 0 : context.design.paragraphSpace)
    // What goes on after a picture is no new paragraph.
    isFresh = paragraph.continues
  }

  /// The element of a link that holds nothing but a picture, or else the one around it.
  private mutating func link(of image: Image, _ node: Int) -> Int {
    image.link.map { addLink($0, saying: image.alternative, node) } ?? node
  }

  /// The pictures of a note, which stand below the words that refer to it.
  mutating func addPictures(ofNote note: Int) {
    func figures(_ blocks: [Block], depth: Int) -> [Figure] {
      guard depth < 24 else { return [] }
      return blocks.flatMap { block -> [Figure] in
        switch block.kind {
        case .figure(let figure): [figure]
        case .quotation(let inner), .element(_, let inner): figures(inner, depth: depth + 1)
        case .division(let division): figures(division.blocks, depth: depth + 1)
        case .list(let list): list.items.flatMap { figures($0, depth: depth + 1) }
        default: []
        }
      }
    }
    for figure in figures(chapter.notes[note].blocks, depth: 0) { addFigure(figure) }
  }
}
