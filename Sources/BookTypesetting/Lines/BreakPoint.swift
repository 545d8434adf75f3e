/// A place where a line may end.
struct BreakPoint: Sendable {
  /// Width of the paragraph up to here, with the hyphen if one is added.
  var x: Double
  /// The same without the hyphen.
  var bareX: Double
  /// Where the next line begins, on the same scale.
  var nextX: Double
  /// Word gaps before it, and before the next line's first word.
  var gaps: Int32
  var nextGaps: Int32
  /// Index of the token it ends or parts.
  var token: Int32
  /// Index among the word's breaks, -1 after the token.
  var wordBreak: Int16
  /// How far the line's last sign stands out into the margin, and the next line's first.
  var protrusion: Float
  var nextProtrusion: Float
  /// As in TeX.
  var penalty: Float
  /// Numbers of the words before and after, -1 for parts of words.
  var wordBefore: Int32
  var wordAfter: Int32
  var isHyphen: Bool
  /// The line must end here and is not justified.
  var isForced: Bool
  /// True within a word that is wider than a line.
  var isForcedApart = false
}

/// Works out where a paragraph's lines may end.
struct BreakPointFinder {
  var store: TokenStore
  let lettering: Lettering
  /// Store word numbers to shaped word numbers.
  let numbers: [Int32]
  /// How far signs stand out: 1 as the table has it.
  var outset: Float = 1

  /// How much a hyphen costs: in a word, in a name, at a compound's own hyphen.
  private static let hyphenPenalty: Float = 100
  private static let capitalPenalty: Float = 145
  private static let compoundPenalty: Float = 30
  /// What it costs to part a word where no rule does.
  private static let forcedPenalty: Float = 400

  func width(_ token: Token) -> Float {
    let style = store.styles[token.style]
    if let picture = style.picture { return picture.width }
    let word = Int(numbers[Int(token.word)])
    return style.size / 1000
      * (lettering.words.widths[word] + style.tracking * Float(lettering.words.letters[word]))
  }

  func gap(after token: Token) -> Float {
    let style = store.styles[token.style]
    let space = lettering.facts[style.key.code]?.space ?? 250
    return style.size / 1000 * (space + style.tracking)
  }

  /// The points of a range of tokens; the last is the paragraph's end.
  ///
  /// Words wider than the `narrowest` line may be parted anywhere.
  func points(
    _ range: Range<Int>, hyphenating: Bool, narrowest: Float, into points: inout [BreakPoint]
  ) {
    points.removeAll(keepingCapacity: true)
    var x = 0.0
    var gaps: Int32 = 0
    var wordEnd = range.lowerBound
    var step = 1
    for index in range {
      let token = store.tokens[index]
      let width = Double(width(token))
      let isLast = index == range.upperBound - 1
      if Float(width) > narrowest {
        if index >= wordEnd {
          (wordEnd, step) = endOfWord(from: index, before: range.upperBound, narrowest)
        }
        appendForcedBreaks(index, x, gaps, hyphenating: hyphenating, step: step, &points)
      } else if hyphenating {
        appendBreaks(index, x, gaps, range, &points)
      }
      x += width
      var point = BreakPoint(
        x: x, bareX: x, nextX: x, gaps: gaps, nextGaps: gaps, token: Int32(index), wordBreak: -1,
        protrusion: 0, nextProtrusion: 0, penalty: 0, wordBefore: token.word, wordAfter: -1,
        isHyphen: false, isForced: false)
      if isLast || token.joint == .lineEnd {
        point.isForced = true
      } else {
        switch token.joint {
        case .none: continue
        case .space, .fixedSpace:
          gaps += 1
          x += Double(gap(after: token))
          if token.joint == .fixedSpace { continue }
        case .breakableHyphen:
          point.penalty = Self.compoundPenalty
          point.isHyphen = true
        case .breakable, .lineEnd: break
        }
        point.wordAfter = store.tokens[index + 1].word
      }
      point.nextX = x
      point.nextGaps = gaps
      point.protrusion = right(token)
      if !isLast { point.nextProtrusion = left(store.tokens[index + 1]) }
      points.append(point)
    }
  }

  private func appendBreaks(
    _ index: Int, _ x: Double, _ gaps: Int32, _ range: Range<Int>, _ points: inout [BreakPoint]
  ) {
    let token = store.tokens[index]
    let word = Int(numbers[Int(token.word)])
    let breaks = lettering.words.breakRange(word)
    let style = store.styles[token.style]
    guard !breaks.isEmpty, style.isHyphenated, style.tracking == 0,
      token.joint != .breakableHyphen,
      index == range.lowerBound || store.tokens[index - 1].joint != .breakableHyphen
    else { return }
    let first = store.text[Int(token.start)]
    let isCapital = first &- 0x41 < 26
    let scale = Double(style.size) / 1000
    let width = Double(lettering.words.widths[word])
    let facts = lettering.facts[style.key.code]
    let hyphen = Double(facts?.hyphen ?? 0)
    for (number, place) in breaks.enumerated() {
      let item = lettering.words.breaks[place]
      points.append(
        BreakPoint(
          x: x + Double(item.head) * scale, bareX: x + (Double(item.head) - hyphen) * scale,
          nextX: x + (width - Double(item.tail)) * scale, gaps: gaps, nextGaps: gaps,
          token: Int32(index), wordBreak: Int16(clamping: number),
          protrusion: Float(hyphen * scale) * Protrusion.hyphen * outset, nextProtrusion: 0,
          penalty: isCapital ? Self.capitalPenalty : Self.hyphenPenalty, wordBefore: -1,
          wordAfter: -1, isHyphen: true, isForced: false))
    }
  }

  /// Where a word ends that is kept in pieces, and after how many signs each it may be parted: what
  /// fills pages is no word, and to weigh every sign of it takes ten times as long.
  private func endOfWord(
    from start: Int, before end: Int, _ narrowest: Float
  ) -> (end: Int, step: Int) {
    var index = start
    var width: Float = 0
    while index < end {
      width += self.width(store.tokens[index])
      index += 1
      let joint = store.tokens[index - 1].joint
      if joint != .none, joint != .breakable { break }
    }
    return (index, width > Self.linesOfWord * narrowest ? Self.stepWithinEndless : 1)
  }

  /// No word of any language fills so many lines.
  private static let linesOfWord: Float = 20
  private static let stepWithinEndless = 4

  /// Places in a word that fits on no line: those where it is hyphenated, and all others at a price.
  private func appendForcedBreaks(
    _ index: Int, _ x: Double, _ gaps: Int32, hyphenating: Bool, step: Int,
    _ points: inout [BreakPoint]
  ) {
    let token = store.tokens[index]
    let word = Int(numbers[Int(token.word)])
    let words = lettering.words
    let style = store.styles[token.style]
    let scale = Double(style.size) / 1000
    let hyphen = Double(lettering.facts[style.key.code]?.hyphen ?? 0)
    let range = words.glyphRange(word)
    let hyphenated = Set(
      hyphenating && style.isHyphenated
        ? words.breakRange(word).map { words.breaks[$0].offset } : [])
    for place in range.dropFirst()
    where words.glyphs[place].cluster != words.glyphs[place - 1].cluster && !token.isRightToLeft {
      let count = place - range.lowerBound
      let hasHyphen = hyphenated.contains(words.glyphs[place].cluster)
      guard hasHyphen || count.isMultiple(of: step) else { continue }
      let number = count + (hasHyphen ? ShapedWords.forcedHyphen : ShapedWords.forced)
      let head = Double(words.wordBreak(word, number).head + style.tracking * Float(count)) * scale
      points.append(
        BreakPoint(
          x: x + head + (hasHyphen ? hyphen * scale : 0), bareX: x + head, nextX: x + head,
          gaps: gaps, nextGaps: gaps, token: Int32(index), wordBreak: Int16(clamping: number),
          protrusion: 0, nextProtrusion: 0,
          penalty: hasHyphen ? Self.hyphenPenalty : Self.forcedPenalty, wordBefore: -1,
          wordAfter: -1, isHyphen: hasHyphen, isForced: false, isForcedApart: !hasHyphen))
    }
  }

  /// How far a token's first sign may stand out to the left.
  func left(_ token: Token) -> Float {
    let factor = Protrusion.left(store.text, token) * outset
    if factor == 0 { return 0 }
    let range = lettering.words.glyphRange(Int(numbers[Int(token.word)]))
    guard let first = range.first else { return 0 }
    return factor * lettering.words.glyphs[first].advance * store.styles[token.style].size / 1000
  }

  /// How far a token's last sign may stand out to the right.
  func right(_ token: Token) -> Float {
    let factor = Protrusion.right(store.text, token) * outset
    if factor == 0 { return 0 }
    let range = lettering.words.glyphRange(Int(numbers[Int(token.word)]))
    guard let last = range.last else { return 0 }
    return factor * lettering.words.glyphs[last].advance * store.styles[token.style].size / 1000
  }
}
