/// Where a line may end by the Unicode line breaking algorithm (UAX 14, revision 50 of Unicode 15.0),
/// with numbers kept together as in its example 7.
struct LineOpportunities {
  private let table: CharacterTable
  /// A character with the marks upon it.
  private var units: [Unit] = []

  private struct Unit {
    var line: LineClass
    /// Where it begins, counted in characters.
    var start: Int
    var scalar: UInt32
    /// True where a zero width joiner ends it.
    var endsJoined = false
  }

  init(_ table: CharacterTable) { self.table = table }

  /// By character: true where a line may end before it, which is nowhere before the first.
  mutating func find(_ scalars: [UInt32]) -> [Bool] {
    var result = [Bool](repeating: false, count: scalars.count)
    gather(scalars)
    let isNumber = insideNumbers()
    // The last unit that is no space, and whether spaces follow it.
    var solid = 0
    var regionals = 0
    for index in units.indices {
      let unit = units[index]
      if index > 0 {
        let spaced = units[index - 1].line == .space
        result[unit.start] =
          isNumber[index]
          ? false : mayEnd(before: index, solid: solid, isSpaced: spaced, regionals: regionals)
      }
      regionals = unit.line == .regional ? regionals + 1 : 0
      if unit.line != .space { solid = index }
    }
    return result
  }

  /// Joins marks to what they stand on (LB9, LB10).
  private mutating func gather(_ scalars: [UInt32]) {
    units.removeAll(keepingCapacity: true)
    for (place, scalar) in scalars.enumerated() {
      var line = table.lineClass(scalar)
      if line == .combining || line == .zeroJoiner {
        if let last = units.last, Self.takesMarks(last.line) {
          units[units.count - 1].endsJoined = line == .zeroJoiner
          continue
        }
        let isJoiner = line == .zeroJoiner
        line = .alphabetic
        units.append(Unit(line: line, start: place, scalar: scalar, endsJoined: isJoiner))
        continue
      }
      units.append(Unit(line: line, start: place, scalar: scalar))
    }
  }

  private static func takesMarks(_ line: LineClass) -> Bool {
    switch line {
    case .mandatory, .carriageReturn, .lineFeed, .nextLine, .space, .zeroSpace: false
    default: true
    }
  }

  /// Units within a number with its signs: `$(12.35)%` (LB25 as in example 7).
  private func insideNumbers() -> [Bool] {
    var inside = [Bool](repeating: false, count: units.count)
    func line(_ index: Int) -> LineClass? { index < units.count ? units[index].line : nil }
    var index = 0
    while index < units.count {
      var end = index
      if line(end) == .prefix || line(end) == .postfix { end += 1 }
      if line(end) == .open || line(end) == .hyphen { end += 1 }
      guard line(end) == .numeric else {
        index += 1
        continue
      }
      while let next = line(end), next == .numeric || next == .symbol || next == .infix { end += 1 }
      let digits = end
      if line(end) == .close || line(end) == .closeParenthesis { end += 1 }
      if line(end) == .prefix || line(end) == .postfix { end += 1 }
      for place in index + 1..<max(index + 1, end) { inside[place] = true }
      index = max(index + 1, digits)
    }
    return inside
  }

  /// Rules LB4 to LB31, in their order.
  private func mayEnd(before index: Int, solid: Int, isSpaced: Bool, regionals: Int) -> Bool {
    let before = units[index - 1]
    let (a, b) = (before.line, units[index].line)
    switch a {
    case .mandatory, .lineFeed, .nextLine: return true
    case .carriageReturn: return b != .lineFeed
    default: break
    }
    switch b {
    case .mandatory, .carriageReturn, .lineFeed, .nextLine, .space, .zeroSpace: return false
    default: break
    }
    // What stands before the spaces.
    let s = units[solid].line
    if s == .zeroSpace { return true }
    if before.endsJoined { return false }
    if a == .wordJoiner || b == .wordJoiner || a == .glue { return false }
    if b == .glue, a != .space, a != .breakAfter, a != .hyphen { return false }
    switch b {
    case .close, .closeParenthesis, .exclamation, .infix, .symbol: return false
    default: break
    }
    if s == .open { return false }
    if s == .quotation, b == .open { return false }
    if s == .close || s == .closeParenthesis, b == .nonstarter { return false }
    if s == .breakBoth, b == .breakBoth { return false }
    if isSpaced { return true }
    return mayEndBetween(a, b, index, regionals: regionals)
  }

  /// Rules LB19 to LB31, for characters side by side.
  private func mayEndBetween(
    _ a: LineClass, _ b: LineClass, _ index: Int, regionals: Int
  ) -> Bool {
    if a == .quotation || b == .quotation { return false }
    if a == .contingent || b == .contingent { return true }
    if b == .breakAfter || b == .hyphen || b == .nonstarter || a == .breakBefore { return false }
    if a == .breakAfter || a == .hyphen, index > 1, units[index - 2].line == .hebrewLetter {
      return false
    }
    if a == .symbol, b == .hebrewLetter { return false }
    if b == .inseparable { return false }
    let isNumberSign = a == .prefix || a == .postfix
    if Self.isAlphabetic(a), b == .numeric { return false }
    if a == .numeric, Self.isAlphabetic(b) { return false }
    if a == .prefix, Self.isPicture(b) { return false }
    if Self.isPicture(a), b == .postfix { return false }
    if isNumberSign, Self.isAlphabetic(b) { return false }
    if Self.isAlphabetic(a), b == .prefix || b == .postfix { return false }
    switch (a, b) {
    case (.jamoL, .jamoL), (.jamoL, .jamoV), (.jamoL, .hangulLV), (.jamoL, .hangulLVT),
      (.jamoV, .jamoV), (.jamoV, .jamoT), (.hangulLV, .jamoV), (.hangulLV, .jamoT),
      (.jamoT, .jamoT), (.hangulLVT, .jamoT):
      return false
    default: break
    }
    if Self.isHangul(a), b == .postfix { return false }
    if a == .prefix, Self.isHangul(b) { return false }
    if Self.isAlphabetic(a), Self.isAlphabetic(b) { return false }
    if a == .infix, Self.isAlphabetic(b) { return false }
    if Self.isAlphabetic(a) || a == .numeric, b == .open, !table.isWide(units[index].scalar) {
      return false
    }
    if a == .closeParenthesis, !table.isWide(units[index - 1].scalar),
      Self.isAlphabetic(b) || b == .numeric
    {
      return false
    }
    if a == .regional, b == .regional { return regionals % 2 == 0 }
    if b == .emojiModifier,
      a == .emojiBase || table.isFreePictograph(units[index - 1].scalar)
    {
      return false
    }
    return true
  }

  private static func isAlphabetic(_ line: LineClass) -> Bool {
    line == .alphabetic || line == .hebrewLetter
  }

  private static func isPicture(_ line: LineClass) -> Bool {
    line == .ideographic || line == .emojiBase || line == .emojiModifier
  }

  private static func isHangul(_ line: LineClass) -> Bool {
    switch line {
    case .jamoL, .jamoV, .jamoT, .hangulLV, .hangulLVT: true
    default: false
    }
  }
}
