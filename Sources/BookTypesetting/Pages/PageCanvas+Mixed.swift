extension PageCanvas {
  /// Draws a line some of whose words run from right to left: where each stands follows from how
  /// deep it is embedded; they are drawn in the order in which they are read.
  @discardableResult
  mutating func drawMixed(
    _ parts: [(token: Int, part: WordPart)], _ source: TextSource, from start: Float,
    baseline: Float, spread: Spread, links: LinkLookup, artifact: Owner.Artifact?,
    endsParagraph: Bool, isReversed: Bool, size: Float? = nil
  ) -> Float {
    // Words and gaps by turns: a gap's place among the pieces is that of its word and one.
    var pieces: [(part: Int, isGap: Bool)] = []
    var levels: [UInt8] = []
    for (position, item) in parts.enumerated() {
      let token = source.store.tokens[item.token]
      pieces.append((position, false))
      levels.append(token.level)
      let isLast = position == parts.count - 1
      if !isLast, token.joint == .space || token.joint == .fixedSpace {
        pieces.append((position, true))
        levels.append(token.gapLevel)
      }
    }
    var places = [Float](repeating: 0, count: pieces.count)
    var x = start
    for piece in visualOrder(levels) {
      places[piece] = x
      x += width(pieces[piece].isGap, parts[pieces[piece].part], source, spread, size)
    }
    var group: ReversedGroup?
    for (number, piece) in pieces.enumerated() {
      let item = parts[piece.part]
      let token = source.store.tokens[item.token]
      let style = source.store.styles[token.style]
      let size = size ?? style.size
      let isReversedPiece = levels[number] & 1 == 1
      var pen = places[number]
      closeRun()
      if let open = group, !isReversedPiece || !open.goesOn(with: token, levels[number], style) {
        close(&group)
      }
      if let picture = style.picture, !piece.isGap {
        close(&group)
        draw(picture, at: pen, baseline: baseline, token: token, links: links, artifact: artifact)
        continue
      }
      if isReversedPiece {
        pen += width(piece.isGap, item, source, spread, size)
        if group == nil {
          group = ReversedGroup(
            node: token.node, level: levels[number], language: style.language,
            item: page.items.count, text: page.text.count)
        }
      }
      begin(
        token, style, size: size, x: pen, baseline: baseline, spread: spread, artifact: artifact)
      if piece.isGap {
        appendGap(
          style, size: size, source, spread, isLast: false, isReversed: isReversedPiece, &pen)
        continue
      }
      links.meet(token.node, y: baseline - size, in: &met)
      let before = page.items.count
      append(item.part, token, style, size: size, source, spread, &pen)
      if item.part.saying != .itself, !isReversedPiece {
        say(item.part.saying, item.token, source, isWhole: page.items.count == before)
      }
      if style.rule != .none {
        let ends = [places[number], pen].sorted()
        addRule(style.rule, from: ends[0], to: ends[1], baseline: baseline, size: size)
      }
      if let link = links.link(of: token.node), artifact == nil {
        let from = places[number]
        cover(
          link,
          Rectangle(x: from, y: baseline - size * 0.8, width: abs(pen - from), height: size))
      }
    }
    closeRun()
    close(&group)
    if let last = parts.last, !endsParagraph, !last.part.isParted {
      let token = source.store.tokens[last.token]
      if token.joint != .breakable, token.joint != .breakableHyphen {
        let style = source.store.styles[token.style]
        addLastGap(
          token, style, size ?? style.size, source, spread, at: isReversed ? start : x, baseline,
          artifact)
      }
    }
    return x
  }

  /// Words and gaps that run from right to left and are read together.
  private struct ReversedGroup {
    var node: Int32
    var level: UInt8
    var language: UInt8
    /// The first of the page's items that it has.
    var item: Int
    /// Where its text begins.
    var text: Int

    func goesOn(with token: Token, _ level: UInt8, _ style: TextStyle) -> Bool {
      token.node == node && level == self.level && style.language == language
    }
  }

  /// Lets the first run of a group say what all of it says.
  private mutating func close(_ group: inout ReversedGroup?) {
    guard let done = group else { return }
    group = nil
    guard page.items.indices.contains(done.item), case .run(var run) = page.items[done.item]
    else { return }
    run.saying = done.text..<page.text.count
    page.items[done.item] = .run(run)
  }

  /// The gap at a line's end, beyond its margin.
  private mutating func addLastGap(
    _ token: Token, _ style: TextStyle, _ size: Float, _ source: TextSource, _ spread: Spread,
    at place: Float, _ baseline: Float, _ artifact: Owner.Artifact?
  ) {
    closeRun()
    var pen = place
    begin(token, style, size: size, x: pen, baseline: baseline, spread: spread, artifact: artifact)
    appendGap(style, size: size, source, spread, isLast: true, &pen)
    closeRun()
  }

  private func width(
    _ isGap: Bool, _ item: (token: Int, part: WordPart), _ source: TextSource, _ spread: Spread,
    _ size: Float?
  ) -> Float {
    let token = source.store.tokens[item.token]
    let style = source.store.styles[token.style]
    let size = size ?? style.size
    let facts = source.lettering.facts[style.key.code]
    if isGap {
      return spread.gap ?? ((facts?.space ?? 250) + style.tracking) * size / 1000
    }
    if let picture = style.picture { return picture.width }
    let letterSpace = style.tracking * size / 1000 + spread.letterSpace
    var width: Float = 0
    for glyph in item.part.glyphs {
      width += source.lettering.words.glyphs[glyph].advance * size / 1000 + letterSpace
    }
    if item.part.hasHyphen { width += (facts?.hyphen ?? 0) * size / 1000 + letterSpace }
    return width * spread.stretch
  }
}
