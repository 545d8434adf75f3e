/// What a line is meant for by the signs it begins with, which to Markdown are words.
enum MeantLine: Equatable {
  /// An item of a list, by the sign before it; its blank is missing, or its sign is no Markdown.
  case item(UInt8)
  /// A remark to oneself, as programs have them.
  case remark
  /// Signs alone, to part what stands above from what stands below.
  case pause

  /// - Parameters:
  ///   - start: where the line's own signs begin, behind blanks and the signs of quotations.
  ///   - end: where the line ends, its last blanks not counted.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    guard start < end else { return nil }
    func at(_ i: Int) -> UInt8 { i < end ? bytes[i] : 0 }
    let first = bytes[start]
    let next = at(start + 1)
    let isWord = next.isASCIILetter || next >= 0xC3
    switch first {
    case 0x2F where next == 0x2F && at(start + 2) != 0x2F, 0x2F where next == 0x2A:
      self = start + 2 < end ? .remark : .pause
    case 0x2D where isWord: self = .item(first)
    case 0x2A where isWord:
      guard bytes.offset(of: 0x2A, from: start + 1, before: end) == nil else { return nil }
      self = .item(first)
    case 0x61...0x7A where next == 0x29 && at(start + 2) == 0x20: self = .item(next)
    case 0x30...0x39:
      var i = start
      while i < end, bytes[i].isASCIIDigit { i += 1 }
      guard i - start <= 2, at(i) == 0x2E || at(i) == 0x29,
        at(i + 1).isASCIILetter || at(i + 1) >= 0xC3
      else { return nil }
      self = .item(0x2E)
    case _ where Self.bullets.contains(where: { Self.stands($0, bytes, start, end) }):
      self = Self.isSignsAlone(bytes, start, end) ? .pause : .item(first)
    case _ where Self.isSignsAlone(bytes, start, end): self = .pause
    default: return nil
    }
  }

  /// Signs that typewriters and word processors put before the items of a list.
  private static let bullets: [StaticString] = ["•", "·", "◦", "▪", "●", "‣", "■", "–", "—"]
  /// Signs that part two passages when nothing else stands in the line.
  private static let pauses: [StaticString] =
    ["•", "·", "◦", "▪", "●", "■", "⁂", "◆", "◇", "❦", "❧", "☙", "✦", "✻", "§", "★", "☆"]

  private static func stands(
    _ sign: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int
  ) -> Bool {
    bytes[i] >= 0xC2 && i + sign.utf8CodeUnitCount <= end
      && bytes.equals(utf8(sign), at: i, 0, length: sign.utf8CodeUnitCount)
  }

  /// Whether a line holds such signs and blanks only, and is no pause to Markdown.
  private static func isSignsAlone(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start <= longestPause else { return false }
    var counts: [UInt8: Int] = [:]
    var i = start
    while i < end {
      switch bytes[i] {
      case 0x20, 0x09: i += 1
      case 0x2A, 0x2B, 0x2D, 0x3D, 0x5F, 0x7E, 0x2F:
        counts[bytes[i], default: 0] += 1
        i += 1
      default:
        guard let sign = pauses.first(where: { stands($0, bytes, i, end) }) else { return false }
        i += sign.utf8CodeUnitCount
        counts[0, default: 0] += 1
      }
    }
    guard counts.count == 1, let (sign, count) = counts.first else { return !counts.isEmpty }
    // CommonMark 0.30 sections 4.1 and 4.5; a dash alone may be all that somebody answers.
    return switch sign {
    case 0x2A, 0x5F: count < 3
    case 0x2D: count <= 2
    case 0x7E: count < 3
    default: true
    }
  }

  /// In bytes; a longer line of signs is a drawing.
  private static let longestPause = 60
}

extension NeighbourScan {
  /// Tells of lines that begin as a list, a remark or a pause, and are none.
  mutating func tellMeantLines(_ paragraph: ClosedRange<Int>) {
    var before: MeantLine?
    var isTold = false
    for line in paragraph where !verseLines.contains(line) {
      let range = rowRange(line)
      let meant = MeantLine(bytes, from: range.lowerBound, to: range.upperBound)
      defer { before = meant }
      switch meant {
      case .item(let sign):
        let follows = line > 0 && (meant == before || isItem(line - 1, with: sign))
        guard follows else { break }
        if sign == 0x2A {
          // Its star is no emphasis that somebody forgot to close.
          commandSigns.insert(fileOffset(range.lowerBound))
          commandSigns.insert(fileOffset(rowRange(line - 1).lowerBound))
        }
        if !isTold { tally.add(.listTogether, at: span(rowRange(line - 1))) }
        isTold = true
      case .remark: tally.add(.remark, at: span(range))
      case .pause where paragraph.isOneLine && isBlankAround(line):
        tally.add(.signsAlone, at: span(range))
      case .pause, nil: break
      }
    }
  }

  /// Whether a line is an item of a list that has the sign before it.
  private func isItem(_ line: Int, with sign: UInt8) -> Bool {
    guard itemContent(line) != nil else { return false }
    let first = bytes[content(line)]
    return first == sign || sign == 0x2E && first.isASCIIDigit
  }

  private func isBlankAround(_ line: Int) -> Bool {
    (line == 0 || isBlank(line - 1)) && (line + 1 >= lines.count || isBlank(line + 1))
  }
}
