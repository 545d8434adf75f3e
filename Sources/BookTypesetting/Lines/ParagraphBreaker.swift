/// The space a paragraph's lines have.
struct LineMeasure: Sendable {
  /// From the paragraph's left edge to its right.
  var width: Float
  /// How far in the first lines begin: the indent, a drop capital's lines.
  var insets: [Float] = []
  /// From here on every line begins so far in: hanging paragraphs.
  var rest: Float = 0

  /// The shortest line there may be.
  var narrowest: Float { width - max(rest, insets.max() ?? 0) }
  func inset(_ line: Int) -> Float { line < insets.count ? insets[line] : rest }
  func width(_ line: Int) -> Float { width - inset(line) }
}

/// What counts as a good line.
struct LineTaste: Sendable {
  /// Normal word gap.
  var gap: Float
  /// How far letters may be widened or narrowed, as a part of their width.
  var flexibility: Float
  /// Lines shorter than this do not end a paragraph well.
  var shortestLast: Float
  /// Lines shorter than this end none that can be set otherwise: the next one's indent.
  var leastLast: Float = 0
  /// False where right edges may be ragged.
  var isJustified = true
  /// Most lines in a row that may end in a hyphen.
  var hyphenRun: Int8 = 2
  /// True to give a line more and a line less too.
  var wantsVariants = true

  /// A gap may shrink by this part of itself at ratio -1.
  var gapShrink: Float = 0.28

  /// A gap may grow by this part of itself at ratio 1.
  static let gapStretch: Float = 0.5

  /// How far a gap may shrink: never below a sixth of the size, where words begin to run into each
  /// other for readers, those that extract the text among them.
  static func shrink(gap: Float, size: Float) -> Float {
    max(0.05, min(0.28, 1 - 0.163 * size / max(gap, 0.01)))
  }
}

/// One way to break a paragraph.
struct Breaking: Sendable {
  /// Indices of the points where its lines end.
  var ends: [Int32]
  /// What it costs, as in TeX.
  var demerits: Double
}

/// Breaks paragraphs by total fit: of all ways to break, the one whose lines are best together.
///
/// After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981). Lines may also
/// widen or narrow their letters a little; the same word must not stand twice at an edge; three
/// hyphens never follow each other. It keeps its working space between paragraphs.
struct ParagraphBreaker {
  private struct Node {
    var demerits: Double
    var point: Int32
    var previous: Int32
    var line: Int32
    var fitness: Int8
    var hyphens: Int8
  }

  private struct Candidate {
    var demerits = Double.infinity
    var node: Int32 = -1
  }

  private var nodes: [Node] = []
  private var active: [Int32] = []
  private var survivors: [Int32] = []

  /// Stretch ratios allowed in one pass after the other.
  private static let tolerances: [Float] = [1.0, 2.6, .infinity]
  /// In longer paragraphs all ways to the same place count as one, however many lines they took.
  private static let longestWithVariants = 60
  /// With more places to break than this, set without any tolerance, it is no prose: which kinds of
  /// lines follow each other does not matter, and the one cheapest way to each place is kept.
  private static let mostPointsWithFitness = 20_000
  /// What it costs to end a paragraph in part of a word, or in less than an indent; more than any
  /// line within the tolerances.
  private static let stump = 6_000_000.0

  /// The best way, and the best with one line fewer and one more, in order of their lines.
  mutating func breakLines(
    _ points: [BreakPoint], _ measure: LineMeasure, _ taste: LineTaste
  ) -> [Breaking] {
    guard let last = points.last else { return [] }
    let estimate = Int(last.x / Double(max(1, measure.width))) + 1
    let wantsVariants = taste.wantsVariants && estimate <= Self.longestWithVariants
    for tolerance in Self.tolerances {
      run(points, measure, taste, tolerance: tolerance, countsLines: wantsVariants)
      if !active.isEmpty { break }
    }
    return collect(points, wantsVariants: wantsVariants)
  }

  private mutating func run(
    _ points: [BreakPoint], _ measure: LineMeasure, _ taste: LineTaste, tolerance: Float,
    countsLines: Bool
  ) {
    nodes.removeAll(keepingCapacity: true)
    active.removeAll(keepingCapacity: true)
    nodes.append(
      Node(demerits: 0, point: -1, previous: -1, line: 0, fitness: 1, hyphens: 0))
    active.append(0)
    let lineLimit = countsLines ? Int32.max : Int32(measure.insets.count)
    points.withUnsafeBufferPointer { points in
      for index in points.indices {
        step(index, points, measure, taste, tolerance, lineLimit)
        if active.isEmpty { return }
      }
    }
  }

  /// Tries to end a line at one point, from every active start.
  @inline(__always)
  private mutating func step(
    _ index: Int, _ points: UnsafeBufferPointer<BreakPoint>, _ measure: LineMeasure,
    _ taste: LineTaste, _ tolerance: Float, _ lineLimit: Int32
  ) {
    let point = points[index]
    let isEnd = index == points.count - 1
    let isEndless = tolerance == .infinity && points.count > Self.mostPointsWithFitness
    survivors.removeAll(keepingCapacity: true)
    var i = 0
    while i < active.count {
      let line = min(nodes[Int(active[i])].line, lineLimit)
      var best = (Candidate(), Candidate(), Candidate(), Candidate())
      while i < active.count, min(nodes[Int(active[i])].line, lineLimit) == line {
        let number = active[i]
        i += 1
        let node = nodes[Int(number)]
        let start = node.point < 0 ? nil : points[Int(node.point)] as BreakPoint?
        let fit = LineFit(
          from: start, to: point, isEnd: isEnd, width: measure.width(Int(node.line)), taste: taste)
        let isLastHope =
          tolerance == .infinity && fit.isHopeless && survivors.isEmpty && i == active.count
          && best.0.node < 0 && best.1.node < 0 && best.2.node < 0 && best.3.node < 0
        if !fit.isHopeless, !point.isForced { survivors.append(number) }
        guard isLastHope || (fit.ratio >= -1 && fit.ratio <= tolerance) else { continue }
        // One hyphen more in a row is worse than any line that may be set at all.
        if point.isHyphen, node.hyphens >= taste.hyphenRun, tolerance < .infinity { continue }
        let isStump =
          isEnd && node.line > 0
          && (fit.natural < taste.leastLast || Self.isPart(of: point.token, from: start))
        if isStump, tolerance < .infinity { continue }
        let fitness: Int8 =
          isEndless ? 1 : fit.ratio < -0.5 ? 0 : fit.ratio <= 0.5 ? 1 : fit.ratio <= 1 ? 2 : 3
        let demerits =
          node.demerits
          + cost(fit, point, node, start, points, fitness, isEnd: isEnd, taste: taste)
          + (isStump ? Self.stump : 0)
        switch fitness {
        case 0:
          if demerits < best.0.demerits { best.0 = Candidate(demerits: demerits, node: number) }
        case 1:
          if demerits < best.1.demerits { best.1 = Candidate(demerits: demerits, node: number) }
        case 2:
          if demerits < best.2.demerits { best.2 = Candidate(demerits: demerits, node: number) }
        default:
          if demerits < best.3.demerits { best.3 = Candidate(demerits: demerits, node: number) }
        }
      }
      keep(best.0, 0, index, point)
      keep(best.1, 1, index, point)
      keep(best.2, 2, index, point)
      keep(best.3, 3, index, point)
    }
    swap(&active, &survivors)
  }

  @inline(__always)
  private mutating func keep(
    _ candidate: Candidate, _ fitness: Int8, _ index: Int, _ point: BreakPoint
  ) {
    guard candidate.node >= 0 else { return }
    let node = nodes[Int(candidate.node)]
    nodes.append(
      Node(
        demerits: candidate.demerits, point: Int32(index), previous: candidate.node,
        line: node.line + 1, fitness: fitness, hyphens: point.isHyphen ? node.hyphens + 1 : 0))
    survivors.append(Int32(nodes.count - 1))
  }

  @inline(__always)
  private func cost(
    _ fit: LineFit, _ point: BreakPoint, _ node: Node, _ start: BreakPoint?,
    _ points: UnsafeBufferPointer<BreakPoint>, _ fitness: Int8, isEnd: Bool, taste: LineTaste
  ) -> Double {
    let ratio = abs(Double(min(fit.ratio, 20)))
    let badness = 100 * ratio * ratio * ratio
    var demerits = (10 + badness) * (10 + badness) + Double(point.penalty * point.penalty)
    if point.isHyphen {
      if node.hyphens >= taste.hyphenRun {
        demerits += 4_000_000
      } else if node.hyphens >= 1 {
        demerits += 6000
      }
    }
    if abs(fitness - node.fitness) > 1, node.point >= 0 { demerits += 3000 }
    if isEnd {
      if fit.natural < taste.shortestLast { demerits += 60_000 }
      if node.hyphens > 0 { demerits += 8000 }
    } else if taste.isJustified, let start, node.previous >= 0 {
      // The same word at the same edge of two lines draws the eye.
      if point.wordBefore >= 0, point.wordBefore == start.wordBefore { demerits += 3000 }
      let before = nodes[Int(node.previous)].point
      if before >= 0, start.wordAfter >= 0, points[Int(before)].wordAfter == start.wordAfter {
        demerits += 3000
      }
    }
    return demerits
  }

  /// True for a line that begins within a token and ends with it.
  @inline(__always)
  private static func isPart(of token: Int32, from start: BreakPoint?) -> Bool {
    start.map { $0.wordBreak >= 0 && $0.token == token } ?? false
  }

  private func collect(_ points: [BreakPoint], wantsVariants: Bool) -> [Breaking] {
    let ends = active.filter { nodes[Int($0)].point == Int32(points.count - 1) }
    guard
      let best = ends.min(by: { nodes[Int($0)].demerits < nodes[Int($1)].demerits })
    else { return [] }
    if !wantsVariants { return [path(best)] }
    let middle = nodes[Int(best)].line
    var result: [Breaking] = []
    for line in (middle - 1)...(middle + 1) {
      let candidates = ends.filter { nodes[Int($0)].line == line }
      if let found = candidates.min(by: { nodes[Int($0)].demerits < nodes[Int($1)].demerits }) {
        result.append(path(found))
      }
    }
    return result
  }

  private func path(_ end: Int32) -> Breaking {
    var ends: [Int32] = []
    var node = nodes[Int(end)]
    let demerits = node.demerits
    while node.previous >= 0 {
      ends.append(node.point)
      node = nodes[Int(node.previous)]
    }
    return Breaking(ends: ends.reversed(), demerits: demerits)
  }
}

/// How well words fill a line.
struct LineFit {
  /// 0 as drawn, 1 as wide as is good, -1 as narrow as may be.
  var ratio: Float
  /// Width with normal gaps, without what stands out into the margins.
  var natural: Float
  /// True when the line is too long already, and with every later point.
  var isHopeless: Bool

  @inline(__always)
  init(from start: BreakPoint?, to point: BreakPoint, isEnd: Bool, width: Float, taste: LineTaste) {
    let from = start?.nextX ?? 0
    let gaps = Float(point.gaps - (start?.nextGaps ?? 0))
    let protrusion = taste.isJustified ? point.protrusion + (start?.nextProtrusion ?? 0) : 0
    natural = Float(point.x - from) - protrusion
    let letters = max(0, natural - gaps * taste.gap)
    let spare = width - natural
    if !taste.isJustified {
      let give = max(width * 0.12, taste.gap * 8)
      ratio = point.isForced ? (spare < 0 ? -2 : 0) : spare < 0 ? -2 : spare / give
      isHopeless = Float(point.bareX - from) > width + 0.01
      return
    }
    let flexible = taste.flexibility * letters
    let shrink = gaps * taste.gap * taste.gapShrink + flexible
    if spare >= 0 {
      let stretch = gaps * taste.gap * LineTaste.gapStretch + flexible
      ratio = point.isForced ? 0 : stretch > 0.01 ? spare / stretch : spare < 0.5 ? 0 : 1000
    } else {
      ratio = shrink > 0.01 ? spare / shrink : spare > -0.01 ? 0 : -1000
    }
    isHopeless = Float(point.bareX - from) - 2 * taste.gap - shrink > width
  }
}
