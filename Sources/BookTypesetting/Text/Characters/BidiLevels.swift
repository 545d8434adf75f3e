/// How deep each character of a paragraph is embedded, even for what runs from left to right, by
/// the Unicode bidirectional algorithm (UAX 9, rules P2 to I2).
struct BidiLevels {
  private let table: CharacterTable
  private var classes: [BidiClass] = []
  private var original: [BidiClass] = []
  private var levels: [UInt8] = []
  private var scalars: [UInt32] = []
  /// Where the isolate that begins at a character ends, and the other way round.
  private var partner: [Int32] = []
  /// How deep the last paragraph itself is.
  private(set) var paragraphLevel: UInt8 = 0

  /// As deep as embeddings may go (BD2).
  private static let deepest: UInt8 = 125

  init(_ table: CharacterTable) { self.table = table }

  /// The levels of a paragraph's characters; `base` is 0 or 1, or nil to take the first strong
  /// character's.
  mutating func levels(of scalars: [UInt32], base: UInt8?) -> [UInt8] {
    resolve(scalars.map { table.bidiClass($0) }, scalars, base: base)
  }

  /// The same for characters whose classes are known.
  mutating func resolve(
    _ classes: [BidiClass], _ scalars: [UInt32], base: UInt8?
  ) -> [UInt8] {
    self.scalars = scalars
    self.classes = classes
    original = classes
    pairIsolates()
    let paragraph = base ?? (firstStrong(from: 0, to: classes.count) ?? 0)
    paragraphLevel = paragraph
    levels = [UInt8](repeating: paragraph, count: classes.count)
    embed(paragraph)
    for sequence in sequences(paragraph) { resolve(sequence) }
    return levels
  }

  // MARK: Explicit levels

  private mutating func pairIsolates() {
    partner = [Int32](repeating: -1, count: classes.count)
    var open: [Int] = []
    for (index, kind) in classes.enumerated() {
      switch kind {
      case .leftIsolate, .rightIsolate, .firstIsolate: open.append(index)
      case .popIsolate:
        guard let start = open.popLast() else { continue }
        partner[start] = Int32(index)
        partner[index] = Int32(start)
      case .paragraph: open.removeAll()
      default: break
      }
    }
  }

  /// The level of the first strong character (P2, P3).
  private func firstStrong(from start: Int, to end: Int) -> UInt8? {
    var index = start
    while index < end {
      switch original[index] {
      case .left: return 0
      case .right, .arabic: return 1
      case .leftIsolate, .rightIsolate, .firstIsolate:
        guard partner[index] >= 0 else { return nil }
        index = Int(partner[index])
      default: break
      }
      index += 1
    }
    return nil
  }

  private struct Status {
    var level: UInt8
    var override: BidiClass?
    var isIsolate: Bool
  }

  /// Rules X1 to X8.
  private mutating func embed(_ paragraph: UInt8) {
    var stack = [Status(level: paragraph, override: nil, isIsolate: false)]
    var (isolateOverflow, embeddingOverflow, isolates) = (0, 0, 0)
    func next(_ isRight: Bool) -> UInt8 {
      let level = stack[stack.count - 1].level
      return isRight ? (level + 1) | 1 : (level + 2) & ~1
    }
    for index in classes.indices {
      let kind = classes[index]
      let top = stack[stack.count - 1]
      switch kind {
      case .leftEmbedding, .rightEmbedding, .leftOverride, .rightOverride:
        levels[index] = top.level
        let level = next(kind == .rightEmbedding || kind == .rightOverride)
        if level <= Self.deepest, isolateOverflow == 0, embeddingOverflow == 0 {
          let override: BidiClass? =
            kind == .leftOverride ? .left : kind == .rightOverride ? .right : nil
          stack.append(Status(level: level, override: override, isIsolate: false))
        } else if isolateOverflow == 0 {
          embeddingOverflow += 1
        }
      case .leftIsolate, .rightIsolate, .firstIsolate:
        levels[index] = top.level
        if let override = top.override { classes[index] = override }
        var isRight = kind == .rightIsolate
        if kind == .firstIsolate {
          let end = partner[index] < 0 ? classes.count : Int(partner[index])
          isRight = firstStrong(from: index + 1, to: end) == 1
        }
        let level = next(isRight)
        if level <= Self.deepest, isolateOverflow == 0, embeddingOverflow == 0 {
          isolates += 1
          stack.append(Status(level: level, override: nil, isIsolate: true))
        } else {
          isolateOverflow += 1
        }
      case .popIsolate:
        if isolateOverflow > 0 {
          isolateOverflow -= 1
        } else if isolates > 0 {
          embeddingOverflow = 0
          while stack[stack.count - 1].isIsolate == false { stack.removeLast() }
          stack.removeLast()
          isolates -= 1
        }
        let now = stack[stack.count - 1]
        levels[index] = now.level
        if let override = now.override { classes[index] = override }
      case .popFormat:
        levels[index] = top.level
        if isolateOverflow == 0 {
          if embeddingOverflow > 0 {
            embeddingOverflow -= 1
          } else if !top.isIsolate, stack.count > 1 {
            stack.removeLast()
          }
        }
      case .paragraph: levels[index] = paragraph
      case .neutralBoundary: levels[index] = top.level
      default:
        levels[index] = top.level
        if let override = top.override { classes[index] = override }
      }
    }
  }

  /// What rule X9 takes out.
  private static func isRemoved(_ kind: BidiClass) -> Bool {
    switch kind {
    case .leftEmbedding, .rightEmbedding, .leftOverride, .rightOverride, .popFormat,
      .neutralBoundary:
      true
    default: false
    }
  }

  private struct Sequence {
    var places: [Int]
    var level: UInt8
    var start: BidiClass
    var end: BidiClass
  }

  /// Isolating run sequences (X10).
  private func sequences(_ paragraph: UInt8) -> [Sequence] {
    let places = classes.indices.filter { !Self.isRemoved(original[$0]) }
    var runs: [[Int]] = []
    var runOf: [Int: Int] = [:]
    for place in places {
      if let last = runs.last?.last, levels[last] == levels[place] {
        runs[runs.count - 1].append(place)
      } else {
        runOf[place] = runs.count
        runs.append([place])
      }
    }
    var result: [Sequence] = []
    for number in runs.indices {
      let first = runs[number][0]
      if original[first] == .popIsolate, partner[first] >= 0 { continue }
      var all = runs[number]
      var end = number
      while let last = all.last, partner[last] > Int32(last), let next = runOf[Int(partner[last])] {
        all += runs[next]
        end = next
      }
      let level = levels[first]
      let before = number > 0 ? levels[runs[number - 1][0]] : paragraph
      let last = all[all.count - 1]
      let isOpen = partner[last] < 0 && Self.isIsolate(original[last])
      let after = isOpen || end + 1 >= runs.count ? paragraph : levels[runs[end + 1][0]]
      result.append(
        Sequence(
          places: all, level: level, start: max(level, before) & 1 == 1 ? .right : .left,
          end: max(level, after) & 1 == 1 ? .right : .left))
    }
    return result
  }

  private static func isIsolate(_ kind: BidiClass) -> Bool {
    kind == .leftIsolate || kind == .rightIsolate || kind == .firstIsolate
  }

  // MARK: Weak and neutral characters

  private mutating func resolve(_ sequence: Sequence) {
    let places = sequence.places
    var kinds = places.map { classes[$0] }
    resolveWeak(&kinds, sequence)
    resolveBrackets(&kinds, sequence)
    resolveNeutral(&kinds, sequence)
    for (number, place) in places.enumerated() {
      switch kinds[number] {
      case .right: levels[place] += sequence.level & 1 == 0 ? 1 : 0
      case .left: levels[place] += sequence.level & 1
      case .european, .arabicNumber: levels[place] += sequence.level & 1 == 0 ? 2 : 1
      default: break
      }
    }
  }

  /// Rules W1 to W7.
  private func resolveWeak(_ kinds: inout [BidiClass], _ sequence: Sequence) {
    var last = sequence.start
    for index in kinds.indices {
      if kinds[index] == .mark {
        kinds[index] = Self.isIsolate(last) || last == .popIsolate ? .other : last
      }
      last = kinds[index]
    }
    var strong = sequence.start
    for index in kinds.indices {
      switch kinds[index] {
      case .left, .right, .arabic: strong = kinds[index]
      case .european where strong == .arabic: kinds[index] = .arabicNumber
      default: break
      }
    }
    for index in kinds.indices where kinds[index] == .arabic { kinds[index] = .right }
    for index in kinds.indices.dropFirst().dropLast() {
      let (before, after) = (kinds[index - 1], kinds[index + 1])
      if before != after { continue }
      if kinds[index] == .separator, before == .european { kinds[index] = .european }
      if kinds[index] == .commonSeparator, before == .european || before == .arabicNumber {
        kinds[index] = before
      }
    }
    var index = 0
    while index < kinds.count {
      guard kinds[index] == .terminator else {
        index += 1
        continue
      }
      var end = index
      while end < kinds.count, kinds[end] == .terminator { end += 1 }
      let isNumber =
        index > 0 && kinds[index - 1] == .european || end < kinds.count && kinds[end] == .european
      for place in index..<end { kinds[place] = isNumber ? .european : .other }
      index = end
    }
    for index in kinds.indices
    where kinds[index] == .separator || kinds[index] == .commonSeparator {
      kinds[index] = .other
    }
    strong = sequence.start
    for index in kinds.indices {
      if kinds[index] == .left || kinds[index] == .right { strong = kinds[index] }
      if kinds[index] == .european, strong == .left { kinds[index] = .left }
    }
  }

  /// What a character is for neutral ones beside it: numbers count as right to left.
  private static func strength(_ kind: BidiClass) -> BidiClass? {
    switch kind {
    case .left: .left
    case .right, .european, .arabicNumber: .right
    default: nil
    }
  }

  /// Rule N0.
  private func resolveBrackets(_ kinds: inout [BidiClass], _ sequence: Sequence) {
    let places = sequence.places
    let embedding: BidiClass = sequence.level & 1 == 1 ? .right : .left
    for (open, close) in bracketPairs(kinds, places) {
      var hasOpposite = false
      var hasEmbedding = false
      for index in open + 1..<max(open + 1, close) {
        guard let strength = Self.strength(kinds[index]) else { continue }
        if strength == embedding { hasEmbedding = true } else { hasOpposite = true }
      }
      var direction: BidiClass?
      if hasEmbedding {
        direction = embedding
      } else if hasOpposite {
        let before =
          kinds[..<open].reversed().lazy.compactMap { Self.strength($0) }.first ?? sequence.start
        direction = before == embedding ? embedding : before
      }
      guard let direction else { continue }
      for end in [open, close] {
        kinds[end] = direction
        // Marks upon a bracket follow it.
        var next = end + 1
        while next < places.count, original[places[next]] == .mark {
          kinds[next] = direction
          next += 1
        }
      }
    }
  }

  /// Pairs of brackets in the order of those that open (BD16).
  private func bracketPairs(_ kinds: [BidiClass], _ places: [Int]) -> [(Int, Int)] {
    var open: [(closer: UInt32, index: Int)] = []
    var pairs: [(Int, Int)] = []
    for index in kinds.indices where kinds[index] == .other {
      let scalar = scalars[places[index]]
      if let closer = table.closing(scalar) {
        if open.count == Self.mostBrackets { return [] }
        open.append((closer, index))
      } else if let closer = table.closer(scalar),
        let match = open.lastIndex(where: { $0.closer == closer })
      {
        pairs.append((open[match].index, index))
        open.removeSubrange(match...)
      }
    }
    return pairs.sorted { $0.0 < $1.0 }
  }

  /// The depth of the stack of rule BD16.
  private static let mostBrackets = 63

  /// Rules N1 and N2.
  private func resolveNeutral(_ kinds: inout [BidiClass], _ sequence: Sequence) {
    let embedding: BidiClass = sequence.level & 1 == 1 ? .right : .left
    var index = 0
    while index < kinds.count {
      guard Self.strength(kinds[index]) == nil else {
        index += 1
        continue
      }
      var end = index
      while end < kinds.count, Self.strength(kinds[end]) == nil { end += 1 }
      let before = index > 0 ? Self.strength(kinds[index - 1]) : sequence.start
      let after = end < kinds.count ? Self.strength(kinds[end]) : sequence.end
      let direction = before == after ? before ?? embedding : embedding
      for place in index..<end { kinds[place] = direction }
      index = end
    }
  }
}

/// The order in which parts of a line stand from left to right, by their levels (rule L2).
func visualOrder(_ levels: [UInt8]) -> [Int] {
  var order = Array(levels.indices)
  guard let highest = levels.max(), let lowestOdd = levels.filter({ $0 & 1 == 1 }).min() else {
    return order
  }
  var level = highest
  while level >= lowestOdd {
    var index = 0
    while index < order.count {
      var end = index
      while end < order.count, levels[order[end]] >= level { end += 1 }
      if end > index + 1 { order[index..<end].reverse() }
      index = max(end, index + 1)
    }
    level -= 1
  }
  return order
}
