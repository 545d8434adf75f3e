/// One look at the start of every line for the signs CommonMark does not know.
struct LineScan {
  let lines: SourceLines
  /// Lines that begin `[^label]:`.
  private(set) var noteLines: [Int] = []
  /// Lines that begin `:::`.
  private(set) var fenceLines: [Int] = []
  /// Lines whose first word may be a number with a full stop.
  private(set) var numberLines: [Int] = []
  /// Link reference definitions.
  private(set) var references = ReferenceDefinitions()
  /// True when a line begins as other kinds of Markdown have it.
  private(set) var hasNeighbourLines = false
  /// True when code or raw HTML may hide some of the lines above.
  private(set) var needsOpaqueLines = false

  /// Above them a line of hyphens may be meant for that which begins a chapter's head.
  private static let headLines = 8

  init(lines: SourceLines) { self.lines = lines }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    for line in 0..<lines.count {
      let start = lines.start(line)
      let limit = min(start + 4, bytes.count)
      var i = start
      while i < limit, bytes[i] == 0x20 { i += 1 }
      guard i < bytes.count else { continue }
      let isIndented = i - start > 3
      let isLettered = i + 1 < bytes.count && bytes[i + 1] == 0x29
      if !isIndented, Self.mayBeMeant[Int(bytes[i])] || isLettered,
        isMeant(bytes, from: i, line: line)
      {
        hasNeighbourLines = true
      }
      switch bytes[i] {
      case 0x5B where !isIndented: scanBracket(bytes, at: i, line: line)
      case 0x5B: scanWithin(bytes, from: i, line: line)
      case 0x3A where !isIndented:
        if isFence(bytes, at: i) { fenceLines.append(line) } else { hasNeighbourLines = true }
      case 0x3A: scanWithin(bytes, from: i, line: line)
      case 0x7C, 0x5C: hasNeighbourLines = true
      case 0x41...0x5A:
        if i + 1 < bytes.count, bytes[i + 1] == 0x3E { hasNeighbourLines = true }
      case 0x21, 0x3F:
        if i + 1 < bytes.count, bytes[i + 1] == bytes[i] { hasNeighbourLines = true }
      case 0x23:
        let first = i
        while i < bytes.count, bytes[i] == 0x23 { i += 1 }
        if i < bytes.count, !bytes[i].isASCIISpace || i - first > 6 { hasNeighbourLines = true }
      case 0x60, 0x7E, 0x3C: needsOpaqueLines = true
      case 0x30...0x39, 0x3E, 0x2D, 0x2B, 0x2A, 0x20, 0x09:
        numberLines.append(line)
        if isIndented || bytes[i] == 0x3E || bytes[i] == 0x09 {
          scanWithin(bytes, from: i, line: line)
        }
        if bytes[i] != 0x20 && !bytes[i].isASCIIDigit { scanNested(bytes, from: i, line: line) }
        if bytes[i] == 0x2B || bytes[i] == 0x2D,
          drawsTable(bytes, from: i, line: line) || i + 1 < bytes.count && bytes[i + 1] == 0x23
            || line < Self.headLines || isRuleUnderWords(bytes, from: i, line: line)
        {
          hasNeighbourLines = true
        }
      default: break
      }
      if line < Self.headLines,
        lines.range(line, in: bytes).prefix(Self.longestKey).contains(where: { bytes[$0] == 0x3A })
      {
        hasNeighbourLines = true
      }
    }
  }

  /// First bytes of lines that may be meant for what Markdown does not read.
  private static let mayBeMeant: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for sign in [0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x5F, 0x7E, 0xC2, 0xE2] + Array(0x30...0x39) {
      table[sign] = true
    }
    return table
  }()

  private func isMeant(_ bytes: UnsafeBufferPointer<UInt8>, from i: Int, line: Int) -> Bool {
    let end = bytes.trimmedEnd(i..<lines.range(line, in: bytes).upperBound)
    return MeantLine(bytes, from: i, to: end) != nil
  }

  /// In bytes, with its colon.
  private static let longestKey = 12

  /// Whether a line of hyphens stands right under words.
  private func isRuleUnderWords(
    _ bytes: UnsafeBufferPointer<UInt8>, from i: Int, line: Int
  ) -> Bool {
    guard line > 0, i + 2 < bytes.count, bytes[i] == 0x2D, bytes[i + 1] == 0x2D else {
      return false
    }
    return !lines.range(line - 1, in: bytes).isEmpty
  }

  private func isFence(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    i + 2 < bytes.count && bytes[i] == 0x3A && bytes[i + 1] == 0x3A && bytes[i + 2] == 0x3A
  }

  /// Whether a line of hyphens, plus signs and blanks may draw a table.
  private func drawsTable(
    _ bytes: UnsafeBufferPointer<UInt8>, from i: Int, line: Int
  ) -> Bool {
    guard i + 2 < bytes.count, bytes[i + 1] == 0x2D || bytes[i + 1] == 0x3D else { return false }
    return bytes[i] == 0x2B || lines.range(line, in: bytes).contains { bytes[$0] == 0x20 }
  }

  /// Notes and divisions within a quotation or a list.
  private mutating func scanWithin(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, line: Int
  ) {
    let end = lines.range(line, in: bytes).upperBound
    var i = start
    while i < end, bytes[i].isSpaceOrTab || bytes[i] == 0x3E { i += 1 }
    guard i < end else { return }
    if bytes[i] == 0x7C { hasNeighbourLines = true }
    // Behind four blanks it stands within a list, or is code.
    if bytes[start] == 0x3E || bytes[start] == 0x20 || i == start, isFence(bytes, at: i) {
      fenceLines.append(line)
      needsOpaqueLines = true
    } else if let label = noteLabelEnd(bytes, at: i), label < end, bytes[label] == 0x3A {
      noteLines.append(line)
      needsOpaqueLines = true
    }
  }

  private mutating func scanBracket(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, line: Int) {
    if let end = noteLabelEnd(bytes, at: i) {
      if end < bytes.count, bytes[end] == 0x3A { noteLines.append(line) }
      return
    }
    var k = i + 1
    let limit = min(bytes.count, i + 1000)
    while k < limit, bytes[k] != 0x5D, bytes[k] != 0x0A, bytes[k] != 0x0D { k += 1 }
    guard k + 1 < limit, bytes[k] == 0x5D, bytes[k + 1] == 0x3A, k > i + 1 else { return }
    let end = bytes.trimmedEnd(k..<lines.range(line, in: bytes).upperBound)
    if colonOfSpeech(bytes, from: i, to: end) != nil {
      hasNeighbourLines = true
      return
    }
    var last = line
    while last + 1 < lines.count {
      let next = lines.range(last + 1, in: bytes)
      if bytes[next].allSatisfy({ $0.isSpaceOrTab }) { break }
      let first = bytes[next].first { !$0.isSpaceOrTab }
      if first == 0x5B || last - line >= 3 { break }
      last += 1
    }
    references.add(bytes[i + 1..<k], i..<lines.range(last, in: bytes).upperBound)
  }

  /// Code within a quotation or a list hides our signs too.
  private mutating func scanNested(_ bytes: UnsafeBufferPointer<UInt8>, from i: Int, line: Int) {
    guard !needsOpaqueLines else { return }
    let end = min(lines.range(line, in: bytes).upperBound, i + 64)
    for k in i..<max(i, end) where bytes[k] == 0x60 || bytes[k] == 0x7E || bytes[k] == 0x3C {
      needsOpaqueLines = true
    }
  }
}

/// The link reference definitions of a chapter: where they stand, by label.
///
/// cmark keeps its own; these go along with the parts of a chapter that are parsed by themselves.
struct ReferenceDefinitions {
  private var ranges: [String: Range<Int>] = [:]

  var isEmpty: Bool { ranges.isEmpty }

  /// Adds a definition; the first of a label counts (CommonMark 0.30 section 4.7).
  mutating func add(_ label: Slice<UnsafeBufferPointer<UInt8>>, _ range: Range<Int>) {
    let key = Self.key(label)
    if ranges[key] == nil { ranges[key] = range }
  }

  /// The definitions of the labels in brackets within `text`, each on its own line.
  func definitions(for text: UnsafeBufferPointer<UInt8>, in body: [UInt8]) -> [UInt8] {
    guard !ranges.isEmpty else { return [] }
    var result: [UInt8] = []
    var taken: Set<String> = []
    Self.forEachLabel(in: text) { key, _ in
      guard let range = ranges[key], taken.insert(key).inserted else { return }
      result += body[range]
      result.append(0x0A)
    }
    return result
  }

  /// Where definitions stand whose label is nowhere else in brackets, in order.
  ///
  /// A line that does not follow an empty one, or another definition, is printed as words.
  func unused(in body: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard !ranges.isEmpty else { return [] }
    let starts = Set(ranges.values.map(\.lowerBound))
    let ends = Set(ranges.values.map(\.upperBound))
    var used: Set<String> = []
    Self.forEachLabel(in: body) { key, open in
      if !starts.contains(open) { used.insert(key) }
    }
    return ranges.filter { label, range in
      guard !used.contains(label), label != "//" else { return false }
      var i = range.lowerBound - 1
      while i >= 0, body[i].isSpaceOrTab { i -= 1 }
      guard i >= 0 else { return true }
      guard body[i].isLineEnd else { return false }
      if i > 0, body[i] == 0x0A, body[i - 1] == 0x0D { i -= 1 }
      let end = i
      i -= 1
      while i >= 0, body[i].isSpaceOrTab { i -= 1 }
      return i < 0 || body[i].isLineEnd || ends.contains(end)
    }.values.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// What stands in brackets that hold no others, as a label, with where its bracket opens.
  private static func forEachLabel(
    in text: UnsafeBufferPointer<UInt8>, _ take: (_ key: String, _ open: Int) -> Void
  ) {
    var open = -1
    for i in text.indices {
      if text[i] == 0x5B {
        open = i
      } else if text[i] == 0x5D, open >= 0 {
        take(key(text[open + 1..<i]), open)
        open = -1
      }
    }
  }

  /// Labels match without regard to case and to how much blank stands between words.
  private static func key(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
      .split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }
}
