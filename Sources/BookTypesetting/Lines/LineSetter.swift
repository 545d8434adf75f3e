import BookFonts

/// Makes lines of drafted paragraphs; one a task, as it keeps its working space.
struct LineSetter {
  var finder: BreakPointFinder
  let design: PageDesign
  let faces: [FontFace]
  private var breaker = ParagraphBreaker()
  private var points: [BreakPoint] = []
  /// Tokens wider than their line, which are parted where no rule parts them.
  private(set) var tooWide: Set<Int> = []

  init(finder: BreakPointFinder, design: PageDesign, faces: [FontFace]) {
    self.finder = finder
    self.design = design
    self.faces = faces
  }

  /// The width of tokens on one line.
  func width(_ range: Range<Int>) -> Float {
    var width: Float = 0
    for index in range {
      let token = finder.store.tokens[index]
      width += finder.width(token)
      if token.joint == .space || token.joint == .fixedSpace, index + 1 < range.upperBound {
        width += finder.gap(after: token)
      }
    }
    return width
  }

  /// The width of the widest of the boxes that no line parts.
  func longestWord(_ range: Range<Int>) -> Float {
    var longest: Float = 0
    var width: Float = 0
    for index in range {
      let token = finder.store.tokens[index]
      width += finder.width(token)
      longest = max(longest, width)
      switch token.joint {
      case .none: break
      case .fixedSpace: width += finder.gap(after: token)
      case .space, .breakable, .breakableHyphen, .lineEnd: width = 0
      }
    }
    return longest
  }

  /// Sets a paragraph in a measure of `width`, from which its own insets are taken; `beside` is how
  /// far in its first lines stand beside a large letter of the paragraph before.
  mutating func set(
    _ paragraph: DraftParagraph, width: Float, wantsVariants: Bool = true, beside: [Float] = []
  ) -> SetParagraph {
    var draft = paragraph
    let isReversed = draft.isRightToLeft ?? design.isRightToLeft
    draft.isRightToLeft = isReversed
    guard let first = draft.tokens.first else {
      return SetParagraph(draft: draft, variants: [], gap: 0, flexibility: 0, measure: width)
    }
    let gap = self.gap(of: draft, first: first)
    let isJustified = draft.alignment == .justified
    var measure = LineMeasure(width: max(20, width - draft.left - draft.right))
    measure.insets = [draft.indent]
    if draft.indent < 0 {
      measure.insets = [0]
      measure.rest = -draft.indent
    }
    if let mark = draft.turnMark { measure.width -= self.width(mark..<(mark + 1)) }
    place(&draft.dropCap, leading: draft.leading, size: draft.size)
    if let cap = draft.dropCap { measure.insets = cap.insets }
    if !beside.isEmpty { measure.insets = [beside[0] + draft.indent] + beside.dropFirst() }
    if let trailer = draft.trailer {
      measure.width = max(20, measure.width - self.width(trailer) - draft.size)
    }
    finder.points(
      draft.tokens, hyphenating: design.isHyphenated && (isJustified || measure.width < 150),
      narrowest: measure.narrowest, into: &points)
    // Letters that join must not be drawn apart.
    let flexibility = isReversed ? 0 : design.flexibility
    if isReversed { alignEdges() }
    let taste = LineTaste(
      gap: gap, flexibility: flexibility,
      shortestLast: isJustified ? design.shortestLast : 0,
      leastLast: isJustified ? design.indent * design.size : 0,
      isJustified: isJustified, hyphenRun: Int8(clamping: design.hyphenRun),
      wantsVariants: wantsVariants && isJustified,
      gapShrink: LineTaste.shrink(gap: gap, size: draft.size))
    let ways =
      draft.alignment == .centre
      ? [balanced(measure, taste)].compactMap { $0 } : breaker.breakLines(points, measure, taste)
    let least = ways.map(\.demerits).min() ?? 0
    let variants = ways.map { way in
      SetParagraph.Variant(
        lines: lines(way, draft, measure, isJustified: isJustified),
        cost: Float((way.demerits - least) / 1000))
    }
    return SetParagraph(
      draft: draft, variants: variants, gap: gap, flexibility: flexibility, measure: width)
  }

  /// Keeps signs within the measure.
  private mutating func alignEdges() {
    for index in points.indices {
      points[index].protrusion = 0
      points[index].nextProtrusion = 0
    }
  }

  /// Centred lines of nearly one length: the narrowest measure that needs no line more.
  private mutating func balanced(_ measure: LineMeasure, _ taste: LineTaste) -> Breaking? {
    var best = breaker.breakLines(points, measure, taste).first
    guard let count = best?.ends.count, count > 1, count < 8, points.count < 120 else {
      return best
    }
    var narrow = measure
    for _ in 0..<12 {
      narrow.width *= 0.95
      let way = breaker.breakLines(points, narrow, taste).first
      guard let way, way.ends.count == count, fits(way, narrow) else { break }
      best = way
    }
    return best
  }

  private func fits(_ way: Breaking, _ measure: LineMeasure) -> Bool {
    var start = 0.0
    for (line, end) in way.ends.enumerated() {
      let point = points[Int(end)]
      if Float(point.bareX - start) > measure.width(line) || point.wordBreak >= 0 { return false }
      start = point.nextX
    }
    return true
  }

  /// The word gap of a paragraph: that of its own style, not of a word set otherwise.
  private func gap(of draft: DraftParagraph, first: Int) -> Float {
    let store = finder.store
    let plain = draft.tokens.first {
      let style = store.styles[store.tokens[$0].style]
      return style.size == draft.size && style.face != .code && style.tracking == 0
    }
    return finder.gap(after: store.tokens[plain ?? first])
  }

  private mutating func lines(
    _ way: Breaking, _ draft: DraftParagraph, _ measure: LineMeasure, isJustified: Bool
  ) -> [SetLine] {
    var result: [SetLine] = []
    result.reserveCapacity(way.ends.count)
    var start: BreakPoint?
    var note = 0
    for (number, end) in way.ends.enumerated() {
      let point = points[Int(end)]
      let isEnd = Int(end) == points.count - 1
      let firstToken =
        start.map { $0.wordBreak >= 0 ? $0.token : $0.token + 1 } ?? Int32(draft.tokens.lowerBound)
      while note < draft.noteReferences.count,
        draft.noteReferences[note].token <= Int(point.token)
      {
        note += 1
      }
      let protrusion =
        isJustified
        ? start?.nextProtrusion
          ?? (draft.indent == 0 && draft.dropCap == nil && draft.isRightToLeft != true
            ? finder.left(finder.store.tokens[Int(firstToken)]) : 0) : 0
      let natural =
        Float(point.x - (start?.nextX ?? 0)) - (isJustified ? point.protrusion : 0) - protrusion
      let width = measure.width(number)
      if point.isForcedApart { tooWide.insert(Int(point.token)) }
      let overfull = natural > width
      result.append(
        SetLine(
          firstToken: firstToken, lastToken: point.token, firstBreak: start?.wordBreak ?? -1,
          lastBreak: point.wordBreak, natural: natural, inset: measure.inset(number), width: width,
          protrusion: protrusion, gaps: Int16(clamping: point.gaps - (start?.nextGaps ?? 0)),
          isJustified: isJustified && (!point.isForced || overfull),
          isHyphenated: point.isHyphen && !isEnd, notes: Int32(note)))
      start = point
    }
    return result
  }
}
