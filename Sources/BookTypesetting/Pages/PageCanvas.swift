/// A page being filled, and what its lines lead to.
struct PageCanvas {
  var page: Page
  /// Links met, by their number in the draft: rectangles so far.
  private(set) var linkAreas: [(link: Int, rectangles: [Rectangle])] = []
  /// Nodes met for the first time, for destinations.
  var met: [(node: Int32, y: Float)] = []
  private var run: OpenRun?

  private struct OpenRun {
    var run: GlyphRun
    var style: UInt16
    var end: Float
  }

  /// How the text of a line is widened or narrowed.
  struct Spread {
    /// Horizontal scale.
    var stretch: Float = 1
    /// After every letter, in points before scaling.
    var letterSpace: Float = 0
    /// Width of a word gap on the page; nil for the font's own.
    var gap: Float?
  }

  init(_ page: Page) { self.page = page }

  /// Draws a line of a paragraph whose left edge is `left`; its right edge where it runs from there.
  mutating func draw(
    _ line: SetLine, of paragraph: SetParagraph, from source: TextSource, left: Float,
    baseline: Float, links: LinkLookup, artifact: Owner.Artifact? = nil
  ) {
    var continued = source.store.continued(from: line, in: paragraph)
    var parts: [(token: Int, part: WordPart)] = []
    parts.reserveCapacity(Int(line.lastToken - line.firstToken) + 1)
    var letters: Float = 0
    var count = 0
    let words = source.lettering.words
    let isReversed = paragraph.draft.isRightToLeft == true
    var isMixed = isReversed
    for index in Int(line.firstToken)...Int(max(line.firstToken, line.lastToken)) {
      let token = source.store.tokens[index]
      var part = WordPart(token, index: index, line: line, source: source)
      let isForced =
        index == Int(line.firstToken) && line.firstBreak >= ShapedWords.forced
        || index == Int(line.lastToken) && line.lastBreak >= ShapedWords.forced
      if isForced {
        // The parts of a word wider than the line each say what they are.
      } else if continued > 0 || index == Int(line.firstToken) && line.firstBreak >= 0 {
        part.saying = .gap
        continued -= 1
      } else if part.hasHyphen || index == Int(line.lastToken) && token.joint == .breakableHyphen {
        part.saying = part.hasHyphen ? .word : .chain
      }
      parts.append((index, part))
      let style = source.store.styles[token.style]
      var width: Float = 0
      if style.picture != nil { continue }
      for i in part.glyphs { width += words.glyphs[i].advance + style.tracking }
      if part.hasHyphen { width += source.lettering.facts[style.key.code]?.hyphen ?? 0 }
      letters += width * style.size / 1000
      count += part.glyphs.count + (part.hasHyphen ? 1 : 0)
      if token.level > 0 { isMixed = true }
    }
    var start =
      isReversed ? left - line.inset - line.width : left + line.inset - line.protrusion
    let spare = line.width - line.natural
    var spread = Spread()
    if line.isJustified {
      spread = Self.spread(line, paragraph, letters: letters, count: count)
    } else if paragraph.draft.alignment == .centre {
      start += spare / 2
    } else if (paragraph.draft.alignment == .right) != isReversed {
      start += spare
    }
    let isLast = Int(line.lastToken) == paragraph.draft.tokens.upperBound - 1
    let endsParagraph = line.lastBreak < 0 && isLast && !paragraph.draft.continues
    if isMixed {
      drawMixed(
        parts, source, from: start, baseline: baseline, spread: spread, links: links,
        artifact: artifact, endsParagraph: endsParagraph, isReversed: isReversed)
      return
    }
    draw(
      parts, source, from: start, baseline: baseline, spread: spread, links: links,
      artifact: artifact, endsParagraph: endsParagraph)
  }

  /// Draws a picture that stands in a line.
  mutating func draw(
    _ picture: InlinePicture, at x: Float, baseline: Float, token: Token, links: LinkLookup,
    artifact: Owner.Artifact?
  ) {
    let area = Rectangle(
      x: x, y: baseline - picture.height + picture.drop, width: picture.width,
      height: picture.height)
    draw(Int(picture.source), in: area, node: token.node, links: links, artifact: artifact)
  }

  /// Draws a picture; what it is part of is a link where `links` says so.
  mutating func draw(
    _ source: Int, in area: Rectangle, node: Int32, links: LinkLookup,
    artifact: Owner.Artifact? = nil, clip: Rectangle? = nil
  ) {
    closeRun()
    let owner: Owner = artifact.map { .artifact($0) } ?? .node(Int(node))
    var picture = Page.Picture(rectangle: area, source: source, owner: owner)
    picture.clip = clip
    page.items.append(.picture(picture))
    links.meet(node, y: area.y, in: &met)
    if let link = links.link(of: node), artifact == nil { cover(link, area) }
  }

  /// Divides what a line has too much or too little among its letters and its gaps.
  static func spread(
    _ line: SetLine, _ paragraph: SetParagraph, letters: Float, count: Int
  ) -> Spread {
    let gap = paragraph.gap
    let gaps = Float(line.gaps)
    // What stands out on the right is in `natural` already; the words themselves are wider.
    let spare = line.width - line.natural
    var spread = Spread()
    let natural = letters + gaps * gap
    let target = natural + spare
    let shrink = LineTaste.shrink(gap: gap, size: paragraph.draft.size)
    let room = gaps * gap * (spare > 0 ? LineTaste.gapStretch : shrink)
    let flexible = letters * paragraph.flexibility
    let ratio = min(1, abs(spare) / max(0.01, room + flexible))
    let share = min(1, ratio * 3) * flexible
    let taken = spare > 0 ? min(spare, share) : -min(-spare, share)
    spread.stretch = ((1 + taken * 0.6 / max(1, letters)) * 2000).rounded() / 2000
    let rest = taken - letters * (spread.stretch - 1)
    spread.letterSpace = (rest / (Float(max(1, count)) * spread.stretch) * 500).rounded() / 500
    let used = (letters + Float(count) * spread.letterSpace) * spread.stretch
    spread.gap = gaps > 0 ? max(gap * 0.4, (target - used) / gaps) : gap
    return spread
  }

  /// Draws tokens in one line at their own widths and returns where they end.
  @discardableResult
  mutating func draw(
    _ range: Range<Int>, from source: TextSource, x: Float, baseline: Float,
    links: LinkLookup = .none, artifact: Owner.Artifact? = nil, size: Float? = nil,
    hasGapAfter: Bool = false, saysWord: Bool = false
  ) -> Float {
    draw(
      Array(range), from: source, x: x, baseline: baseline, links: links, artifact: artifact,
      size: size, hasGapAfter: hasGapAfter, saysWord: saysWord)
  }

  /// The same for tokens that do not follow each other.
  @discardableResult
  mutating func draw(
    _ tokens: [Int], from source: TextSource, x: Float, baseline: Float,
    links: LinkLookup = .none, artifact: Owner.Artifact? = nil, size: Float? = nil,
    hasGapAfter: Bool = false, saysWord: Bool = false
  ) -> Float {
    let line = SetLine(
      firstToken: -1, lastToken: -1, firstBreak: -1, lastBreak: -1, natural: 0, inset: 0, width: 0,
      protrusion: 0, gaps: 0, isJustified: false, isHyphenated: false, notes: 0)
    let parts = tokens.map {
      var part = WordPart(source.store.tokens[$0], index: $0, line: line, source: source)
      if saysWord { part.saying = .chain }
      return (token: $0, part: part)
    }
    if tokens.contains(where: { source.store.tokens[$0].level > 0 }) {
      return drawMixed(
        parts, source, from: x, baseline: baseline, spread: Spread(), links: links,
        artifact: artifact, endsParagraph: !hasGapAfter, isReversed: source.store.isRightToLeft,
        size: size)
    }
    return draw(
      parts, source, from: x, baseline: baseline, spread: Spread(), links: links,
      artifact: artifact, endsParagraph: !hasGapAfter, size: size)
  }

  @discardableResult
  private mutating func draw(
    _ parts: [(token: Int, part: WordPart)], _ source: TextSource, from start: Float,
    baseline: Float, spread: Spread, links: LinkLookup, artifact: Owner.Artifact?,
    endsParagraph: Bool, size: Float? = nil
  ) -> Float {
    var x = start
    for (position, item) in parts.enumerated() {
      let token = source.store.tokens[item.token]
      let style = source.store.styles[token.style]
      let size = size ?? style.size
      let joint = token.joint
      let hasGap = joint == .space || joint == .fixedSpace
      if let picture = style.picture {
        draw(picture, at: x, baseline: baseline, token: token, links: links, artifact: artifact)
        x += picture.width
        if hasGap, position < parts.count - 1 {
          x += spread.gap ?? source.finder.gap(after: token)
        }
        continue
      }
      // Letters that stand wide apart would be taken for words of their own.
      let isSpoken = item.part.saying != .itself || style.tracking > 60
      if isSpoken { closeRun() }
      let before = page.items.count
      begin(token, style, size: size, x: x, baseline: baseline, spread: spread, artifact: artifact)
      links.meet(token.node, y: baseline - size, in: &met)
      let from = x
      append(item.part, token, style, size: size, source, spread, &x)
      if isSpoken {
        say(item.part.saying, item.token, source, isWhole: page.items.count == before)
        begin(
          token, style, size: size, x: x, baseline: baseline, spread: spread, artifact: artifact)
      }
      if let link = links.link(of: token.node), artifact == nil {
        cover(link, Rectangle(x: from, y: baseline - size * 0.8, width: x - from, height: size))
      }
      let isLast = position == parts.count - 1
      let end = x
      if isLast
        ? !endsParagraph && !item.part.isParted && joint != .breakable
          && joint != .breakableHyphen : hasGap
      {
        appendGap(style, size: size, source, spread, isLast: isLast, &x)
      }
      if style.rule != .none {
        // The line runs on through a gap to words that have it too.
        let next = isLast ? nil : source.store.tokens[parts[position + 1].token].style
        let goesOn = next.map { source.store.styles[$0].rule == style.rule } ?? false
        addRule(style.rule, from: from, to: goesOn ? x : end, baseline: baseline, size: size)
      }
    }
    closeRun()
    return x
  }

  /// Draws a line through words or below them.
  mutating func addRule(
    _ rule: TextStyle.Rule, from: Float, to: Float, baseline: Float, size: Float
  ) {
    let y = rule == .through ? baseline - size * 0.24 : baseline + size * 0.12
    page.items.append(
      .fill(.init(rectangle: Rectangle(x: from, y: y, width: to - from, height: size * 0.05))))
  }

  /// Ends the run with what is to be read instead of its letters.
  mutating func say(
    _ saying: WordPart.Saying, _ token: Int, _ source: TextSource, isWhole: Bool
  ) {
    // A word of two faces is two runs and speaks for itself.
    guard isWhole, let open = run else { return closeRun() }
    let end = page.text.count
    switch saying {
    case .itself: run?.run.saying = open.run.text.lowerBound..<end
    case .gap: page.text.append(0x20)
    case .word: page.text.append(contentsOf: source.store.bytes(token...token))
    case .chain: page.text.append(contentsOf: source.store.bytes(source.store.chain(from: token)))
    }
    if saying != .itself { run?.run.saying = end..<page.text.count }
    closeRun(text: end)
  }

  /// Gives the last run a colour.
  mutating func dyeLast(_ ink: Ink) {
    guard let last = page.items.indices.last, case .run(var run) = page.items[last] else { return }
    run.ink = ink
    page.items[last] = .run(run)
  }

  // MARK: Runs

  mutating func begin(
    _ token: Token, _ style: TextStyle, size: Float, x: Float, baseline: Float, spread: Spread,
    artifact: Owner.Artifact?
  ) {
    let owner: Owner =
      if let artifact { .artifact(artifact) } else if token.node < 0 { .artifact(.layout) } else {
        .node(Int(token.node))
      }
    if let open = run, open.style == token.style, open.run.owner == owner,
      open.run.size == size
    {
      return
    }
    closeRun()
    run = OpenRun(
      run: GlyphRun(
        face: -1, size: size, x: x, y: baseline - style.raise,
        glyphs: page.glyphs.count..<page.glyphs.count, text: page.text.count..<page.text.count,
        letterSpace: style.tracking * size / 1000 + spread.letterSpace, stretch: spread.stretch,
        owner: owner, language: UInt16(style.language)),
      style: token.style, end: x)
  }

  /// `text` is where the run's own text ends, when more has been added since.
  mutating func closeRun(text: Int? = nil) {
    if var open = run, page.glyphs.count > open.run.glyphs.lowerBound {
      open.run.glyphs = open.run.glyphs.lowerBound..<page.glyphs.count
      open.run.text = open.run.text.lowerBound..<(text ?? page.text.count)
      page.items.append(.run(open.run))
    }
    run = nil
  }

  /// Begins a new run where the face changes within one.
  private mutating func switchFace(to face: UInt16, x: Float, isReversed: Bool) {
    guard var open = run else { return }
    if open.run.face < 0 {
      open.run.face = Int32(face)
      open.run.isRightToLeft = isReversed
      run = open
    } else if open.run.face != Int32(face) || open.run.isRightToLeft != isReversed {
      closeRun()
      open.run.face = Int32(face)
      open.run.isRightToLeft = isReversed
      open.run.x = x
      open.run.glyphs = page.glyphs.count..<page.glyphs.count
      open.run.text = page.text.count..<page.text.count
      run = open
    }
  }

  mutating func append(
    _ part: WordPart, _ token: Token, _ style: TextStyle, size: Float, _ source: TextSource,
    _ spread: Spread, _ x: inout Float
  ) {
    let words = source.lettering.words
    let letterSpace = style.tracking * size / 1000 + spread.letterSpace
    let scale = size / 1000
    let isReversed = token.isRightToLeft
    let direction: Float = isReversed ? -1 : 1
    // Text goes with the glyph that begins its cluster, so that runs of several faces each say what
    // is their own. Glyphs stand in the order in which they are read.
    let count = part.glyphs.count
    func index(_ place: Int) -> Int {
      isReversed ? part.glyphs.upperBound - 1 - place : part.glyphs.lowerBound + place
    }
    func cluster(_ place: Int) -> Int { Int(words.glyphs[index(place)].cluster) - part.shift }
    var next = 0
    for place in 0..<count {
      let glyph = words.glyphs[index(place)]
      switchFace(to: glyph.face, x: x, isReversed: isReversed)
      var own = 0..<0
      if place == 0 || cluster(place) != cluster(place - 1) {
        let start = place == 0 ? 0 : cluster(place)
        next = max(next, place + 1)
        while next < count, cluster(next) == cluster(place) { next += 1 }
        own =
          start..<max(start, next < count ? min(part.text.count, cluster(next)) : part.text.count)
      }
      page.glyphs.append(
        PlacedGlyph(
          id: glyph.id, textLength: UInt8(clamping: own.count), advance: glyph.advance,
          xOffset: glyph.xOffset, yOffset: glyph.yOffset))
      for byte in own { page.text.append(source.store.text[part.text.lowerBound + byte]) }
      x += (glyph.advance * scale + letterSpace) * spread.stretch * direction
    }
    if part.hasHyphen {
      let facts = source.lettering.facts[style.key.code]
      switchFace(to: facts?.face ?? 0, x: x, isReversed: false)
      let advance = facts?.hyphen ?? 0
      page.glyphs.append(
        PlacedGlyph(id: facts?.hyphenGlyph ?? 0, textLength: 2, advance: advance))
      page.text.append(contentsOf: [0xC2, 0xAD])
      x += (advance * scale + letterSpace) * spread.stretch
    }
  }

  mutating func appendGap(
    _ style: TextStyle, size: Float, _ source: TextSource, _ spread: Spread, isLast: Bool,
    isReversed: Bool = false, _ x: inout Float
  ) {
    let facts = source.lettering.facts[style.key.code]
    let letterSpace = style.tracking * size / 1000 + spread.letterSpace
    let normal = (facts?.space ?? 250) * size / 1000 + style.tracking * size / 1000
    let gap = isLast ? normal : spread.gap ?? normal
    switchFace(to: facts?.face ?? 0, x: x, isReversed: isReversed)
    let advance = (gap / spread.stretch - letterSpace) * 1000 / max(size, 0.1)
    page.glyphs.append(
      PlacedGlyph(id: facts?.spaceGlyph ?? 0, textLength: 1, advance: advance))
    page.text.append(0x20)
    x += isReversed ? -gap : gap
  }

  mutating func cover(_ link: Int, _ area: Rectangle) {
    guard let last = linkAreas.indices.last, linkAreas[last].link == link else {
      linkAreas.append((link, [area]))
      return
    }
    let count = linkAreas[last].rectangles.count
    var before = linkAreas[last].rectangles[count - 1]
    if before.y == area.y, area.x >= before.x, area.x - (before.x + before.width) < 20 {
      before.width = area.x + area.width - before.x
      linkAreas[last].rectangles[count - 1] = before
    } else {
      linkAreas[last].rectangles.append(area)
    }
  }
}

/// Which nodes are links, or named.
struct LinkLookup: Sendable {
  private var links: [Int32]
  private var isNamed: [Bool]

  static let none = LinkLookup()

  private init() {
    links = []
    isNamed = []
  }

  init(_ draft: Draft) {
    let count = draft.tree.nodes.count
    links = [Int32](repeating: -1, count: count)
    isNamed = [Bool](repeating: false, count: count)
    for (number, link) in draft.links.enumerated() where Int(link.node) < count {
      links[Int(link.node)] = Int32(number)
    }
    for node in 1..<max(1, count) where links[node] < 0 {
      // What stands within a link is part of it.
      let parent = draft.tree[node].parent
      if parent > 0 { links[node] = links[parent] }
    }
    for anchor in draft.anchors where Int(anchor.node) < count { isNamed[Int(anchor.node)] = true }
  }

  @inline(__always)
  func link(of node: Int32) -> Int? {
    guard Int(node) < links.count, node >= 0, links[Int(node)] >= 0 else { return nil }
    return Int(links[Int(node)])
  }

  @inline(__always)
  func meet(_ node: Int32, y: Float, in met: inout [(node: Int32, y: Float)]) {
    guard node >= 0, Int(node) < isNamed.count, isNamed[Int(node)] else { return }
    met.append((node, y))
  }
}
