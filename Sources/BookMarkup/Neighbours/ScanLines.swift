import BookDiagnostics
import BookModel

// What stands at the beginning or the end of a line, or has a line of its own.
extension NeighbourScan {
  /// Looks at a line's own signs; returns where its words go on.
  mutating func scanLineStart(_ line: Int, of paragraph: ClosedRange<Int>) -> Int {
    let range = lines.range(line, in: bytes)
    let start = content(line)
    guard start < range.upperBound else { return range.upperBound }
    if isHeading(line) {
      takeHeading(line, from: start)
      return start
    }
    if line + 1 <= paragraph.upperBound, isUnderline(line + 1) {
      takeHeading(line, from: start)
      tellRuleUnderWords(line, of: paragraph)
    }
    if let end = takeLoneCommand(start..<trimmedEnd(range), line, of: paragraph) { return end }
    if line == paragraph.lowerBound {
      switch bytes[start] {
      case 0x41...0x5A where at(start + 1) == 0x3E: if takeAside(paragraph) { return start + 2 }
      case 0x21 where isBox(start), 0x3F where isBox(start), 0x3D where isBox(start):
        tally.add(.box, at: span(start..<range.upperBound))
      case 0x7C:
        if takeLineBlock(paragraph) { return start + 1 }
        if drawsRowsOnly(paragraph) {
          tally.add(.rowsWithoutRule, at: span(start..<range.upperBound))
        }
      case 0x2D where at(start + 1) == 0x23 && at(start + 2).isSpaceOrTab:
        tally.add(.leanpubPart, at: span(start..<range.upperBound))
      case 0x5B where at(start + 1) == 0x21:
        if let next = takeCallout(line, start, isLast: line == paragraph.upperBound) { return next }
      case 0x23: reportHeadingWithoutBlank(start, paragraph)
      default: break
      }
      if let item = itemContent(line), item < range.upperBound, isTaskBox(bytes, at: item) {
        hide(item..<item + 3, .words(at(item + 1) == 0x20 ? "☐" : "☑"))
        return item + 3
      }
    }
    if lineBlocks[line] != nil { return start + 1 }
    switch bytes[start] {
    case 0x5B where isDefinition(start, range.upperBound):
      guard let colon = colonOfSpeech(bytes, from: start, to: trimmedEnd(range)) else {
        return range.upperBound
      }
      hide(colon..<colon + 1, .words(":"))
      return colon + 1
    case 0x3A, 0x7E: takeColon(line, start)
    case 0x2B where at(start + 1) == 0x2D || at(start + 1) == 0x3D:
      // Every row ends with such a line; the first stands for the table.
      if line == paragraph.lowerBound,
        isRule(start..<trimmedEnd(range), of: [0x2B, 0x2D, 0x3D, 0x3A])
      {
        tally.add(.gridTable, at: span(start..<range.upperBound))
      }
    case 0x2D where isColumnRule(start..<trimmedEnd(range)):
      if !paragraph.isOneLine || line > 0 && !isBlank(line - 1) {
        drawnTableEnd = paragraph.upperBound
        tally.add(.simpleTable, at: span(start..<range.upperBound))
      }
    default: break
    }
    return start
  }

  func trimmedEnd(_ range: Range<Int>) -> Int {
    bytes.trimmedEnd(range)
  }

  // MARK: Headings

  /// `{…}` at a heading's end, before or behind the signs that may close it.
  private mutating func takeHeading(_ line: Int, from start: Int) {
    var end = trimmedEnd(lines.range(line, in: bytes))
    while end > start, bytes[end - 1] == 0x23 { end -= 1 }
    while true {
      while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
      guard end > start, bytes[end - 1] == 0x7D else { return }
      var open = end - 1
      while open > start, bytes[open] != 0x7B { open -= 1 }
      guard let list = AttributeList(bytes, at: open, before: end), list.end == end else { return }
      blank(open..<end)
      headingAttributes.insert(open)
      end = open
      guard isBody else { continue }
      var said = headings[line] ?? HeadingAttributes()
      said.id = list.id ?? said.id
      said.isUnnumbered = said.isUnnumbered || list.isUnnumbered
      headings[line] = said
    }
  }

  /// A pause of three hyphens right under a paragraph, of which it makes a heading.
  private mutating func tellRuleUnderWords(_ line: Int, of paragraph: ClosedRange<Int>) {
    guard isRule(line + 1) || isUnderline(line + 1) && at(content(line + 1)) == 0x2D else { return }
    let first = paragraph.lowerBound + 1
    if isRule(first - 1), first <= line, (first...line).allSatisfy(isKeyWithValue) {
      tally.add(.headUnread, at: span(content(first)..<lines.range(first, in: bytes).upperBound))
      return
    }
    let end = trimmedEnd(lines.range(line, in: bytes))
    let words = text(content(paragraph.lowerBound)..<end)
    let isSentence =
      words.last.map { ".!?…”’\"".contains($0) } ?? false
      && words.count(where: \.isWhitespace) >= Self.blanksOfSentence
    // Who writes headings with '#' draws no line under a long one.
    let isLong = words.last == ":" || words.count(where: \.isWhitespace) >= Self.blanksOfLongHeading
    // "And then she" over the line, "said so" below it.
    let goesOn =
      line + 2 < lines.count && at(content(line + 2)) >= 0x61 && at(content(line + 2)) <= 0x7A
    guard
      isSentence || words.utf8.count >= Self.longHeading || isLong && usesHashes() || goesOn
    else { return }
    tally.add(
      .ruleUnderWords, at: span(content(line + 1)..<lines.range(line + 1, in: bytes).upperBound))
  }

  /// `date: 2020`, `notes:`: one word in small letters before a colon.
  private func isKeyWithValue(_ line: Int) -> Bool {
    let range = content(line)..<lines.range(line, in: bytes).upperBound
    guard let colon = bytes[range].firstIndex(of: 0x3A), colon > range.lowerBound else {
      return false
    }
    return bytes[range.lowerBound..<colon].allSatisfy {
      $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D || $0 == 0x5F
    } && (colon + 1 == range.upperBound || bytes[colon + 1].isASCIISpace)
  }

  /// A heading of so many bytes is a paragraph.
  private static let longHeading = 120
  /// So many blanks, and a stop at the end, make a sentence.
  private static let blanksOfSentence = 2
  private static let blanksOfLongHeading = 5

  /// Whether a heading of the chapter begins with '#'.
  private func usesHashes() -> Bool {
    (0..<min(lines.count, Self.linesLookedAt)).contains { line in
      bytes[lines.range(line, in: bytes)].first == 0x23 && isHeading(line)
    }
  }
  /// A chapter that has headings with '#' has one near its top.
  private static let linesLookedAt = 20

  /// `#Title`, which Markdown takes for words.
  private mutating func reportHeadingWithoutBlank(_ start: Int, _ paragraph: ClosedRange<Int>) {
    var i = start
    while at(i) == 0x23 { i += 1 }
    let range = lines.range(paragraph.lowerBound, in: bytes)
    let words = bytes[i..<range.upperBound]
    if i - start > Self.deepestHeading, at(i).isSpaceOrTab {
      diagnostics.append(
        Diagnostic(
          .headingWithoutBlank,
          "'\(shown(start..<range.upperBound))' is no heading: it has six signs at most",
          at: span(start..<range.upperBound),
          notes: [DiagnosticNote("take signs out, or write the words in '**' and '**'")]))
      return
    }
    guard i - start <= Self.deepestHeading, let first = words.first else { return }
    if first == 0xC2, at(i + 1) == 0xA0 {
      diagnostics.append(
        Diagnostic(
          .headingWithoutBlank,
          "'\(shown(start..<range.upperBound))' is no heading: the blank behind '\(text(start..<i))' is one that does not break",
          at: span(start..<range.upperBound),
          fixIts: [FixIt("put a plain blank", at: span(i..<i + 2), with: " ")]))
      return
    }
    let isTag = i - start == 1 && isTags(start..<trimmedEnd(range))
    if isTag, paragraph.isOneLine {
      tally.add(.tags, at: span(start..<range.upperBound))
      return
    }
    // Above a paragraph it is as short as titles are, and no sentence that begins with a tag.
    let isTitle =
      words.count <= Self.longestTitle && !".,;:".utf8.contains(bytes[trimmedEnd(range) - 1])
    guard first.isASCIILetter || first >= 0xC3, paragraph.isOneLine || isTitle,
      i - start > 1 || (first & 0x20 == 0 || first >= 0xC3)
    else { return }
    diagnostics.append(
      Diagnostic(
        .headingWithoutBlank,
        "'\(shown(start..<range.upperBound))' is no heading: a blank is missing after '\(text(start..<i))'",
        at: span(start..<range.upperBound),
        fixIts: [FixIt("put a blank", at: span(i..<i), with: " ")]))
  }

  /// Whether a line is `#memoir #family`: words in small letters, each with its sign.
  private func isTags(_ range: Range<Int>) -> Bool {
    bytes[range].split(separator: 0x20).allSatisfy {
      $0.count > 1 && $0.first == 0x23 && $0.dropFirst().first.map { $0 >= 0x61 } == true
        && !$0.dropFirst().contains(0x23)
    }
  }

  /// In bytes.
  private static let longestTitle = 40
  /// Signs of a heading of the lowest level (CommonMark 0.30 section 4.2).
  private static let deepestHeading = 6

  // MARK: Lines of their own

  /// `A> ` before every line of a paragraph, as Leanpub has asides, warnings and tips: a quotation.
  private mutating func takeAside(_ paragraph: ClosedRange<Int>) -> Bool {
    let letter = at(content(paragraph.lowerBound))
    let starts = paragraph.map(content)
    let isAside = starts.allSatisfy {
      at($0) == letter && at($0 + 1) == 0x3E && (at($0 + 2).isASCIISpace || $0 + 2 == bytes.count)
    }
    guard isBody, isAside, let first = starts.first else { return false }
    for start in starts { blank(start..<start + 1) }
    tally.add(.aside, at: span(first..<first + 2))
    return true
  }

  /// Whether `!!! note`, `??? tip` or `=== "Tab"` stands there, as MkDocs has boxes.
  private func isBox(_ start: Int) -> Bool {
    let sign = bytes[start]
    guard at(start + 1) == sign, at(start + 2) == sign else { return false }
    var i = start + 3
    if sign == 0x3F, at(i) == 0x2B { i += 1 }
    guard at(i) == 0x20 else { return false }
    let next = at(i + 1)
    return sign == 0x3D ? next == 0x22 : next.isASCIILetter
  }

  /// A page break, an attribute list or the like; returns the line's end, nil for any other line.
  private mutating func takeLoneCommand(
    _ range: Range<Int>, _ line: Int, of paragraph: ClosedRange<Int>
  ) -> Int? {
    guard let first = bytes[range].first, let last = bytes[range].last else { return nil }
    switch first {
    case 0x5C where range.count < 20:
      let name = text(range)
      guard ["\\newpage", "\\pagebreak", "\\clearpage", "\\cleardoublepage"].contains(name) else {
        return nil
      }
      tally.add(.pageBreak, at: span(range))
    case 0x7B where last == 0x7D:
      if let list = AttributeList(bytes, at: range.lowerBound, before: range.upperBound),
        list.end == range.upperBound
      {
        if takeLoneAttributes(list, range, line, of: paragraph) { return range.upperBound }
        break
      }
      guard let notation = Self.lineCommand(text(range)) else { return nil }
      tally.add(notation, at: span(range))
    case 0x5B where isContents(bytes, at: range.lowerBound) && range.count == 5:
      tally.add(.contents, at: span(range))
    default: return nil
    }
    blank(range)
    return range.upperBound
  }

  /// Gives the attributes of a line of their own to the picture that the line before or behind
  /// begins with, or an id to the words before; true where the line is not to be blank.
  private mutating func takeLoneAttributes(
    _ list: AttributeList, _ range: Range<Int>, _ line: Int, of paragraph: ClosedRange<Int>
  ) -> Bool {
    if list.isIndexEntry { tally.add(.indexEntry, at: span(range)) }
    let neighbours = [line - 1, line + 1].filter(paragraph.contains).map(content)
    let picture = neighbours.first { at($0) == 0x21 && at($0 + 1) == 0x5B }
    let width = list.width.flatMap { PictureWidth($0) }
    if let picture {
      pictureAttributes[fileOffset(picture)] = PictureAttributes(
        width: width, people: list.people, id: list.id)
      if list.width != nil, width == nil { tally.add(.pictureSize, at: span(range)) }
      if list.saysSide { tally.add(.pictureSide, at: span(range)) }
      return false
    }
    guard let id = list.id, line > paragraph.lowerBound else { return false }
    hide(range, .anchor(id))
    return true
  }

  private static func lineCommand(_ line: String) -> Notation? {
    let name = line.drop { "{<% ".contains($0) }.prefix { !"}>%, ".contains($0) }
    switch name {
    case "pagebreak", "newpage": return .pageBreak
    case "frontmatter", "mainmatter", "backmatter": return .directive
    case "blurb", "/blurb", "aside", "/aside": return .blurb
    default: return nil
    }
  }

  /// Lines that begin with `|`: verse, as pandoc has it; false where they are rows of a table.
  private mutating func takeLineBlock(_ paragraph: ClosedRange<Int>) -> Bool {
    guard isBody, !(paragraph.isOneLine && rowRange(paragraph.lowerBound).count == 1) else {
      return false
    }
    for line in paragraph {
      let range = lines.range(line, in: bytes)
      let start = content(line)
      guard start < range.upperBound, !isDelimiterRow(start..<range.upperBound) else {
        return false
      }
      if bytes[start] != 0x7C {
        // A line that goes on with the one before is set in.
        guard line > paragraph.lowerBound, bytes[range.lowerBound].isSpaceOrTab else {
          return false
        }
        continue
      }
      let next = at(start + 1)
      guard start + 1 == range.upperBound || next.isSpaceOrTab else { return false }
      if bytes[trimmedEnd(range) - 1] == 0x7C, trimmedEnd(range) - 1 > start { return false }
    }
    for line in paragraph {
      lineBlocks[line] = paragraph.lowerBound
      let range = lines.range(line, in: bytes)
      let start = content(line)
      guard bytes[start] == 0x7C else { continue }
      blank(start..<start + 1)
      var i = start + 1
      if at(i) == 0x20 { i += 1 }
      let first = i
      while i < range.upperBound, bytes[i].isSpaceOrTab { i += 1 }
      if i > first, i < range.upperBound {
        edits.append(SignEdit(range: first..<i, fill: .indent))
      }
    }
    return true
  }

  /// Whether every line is a row of a table and none the line under its head, so that it is none.
  private func drawsRowsOnly(_ paragraph: ClosedRange<Int>) -> Bool {
    if let rule = paragraph.dropFirst().first, isDelimiterRow(rowRange(rule)),
      bars(paragraph.lowerBound) != bars(rule)
    {
      return true
    }
    return paragraph.allSatisfy { line in
      let row = rowRange(line)
      return row.count > 4 && bytes[row.lowerBound] == 0x7C && bytes[row.upperBound - 1] == 0x7C
        && bytes[row.dropFirst().dropLast()].contains(0x7C) && !isDelimiterRow(row)
    }
  }

  /// A line without blanks at its ends and without the signs of quotations.
  func rowRange(_ line: Int) -> Range<Int> {
    let start = content(line)
    // Of a blank line the end lies before the start.
    return start..<max(start, trimmedEnd(lines.range(line, in: bytes)))
  }

  /// How many bars part the cells of a line, those at its ends not counted.
  private func bars(_ line: Int) -> Int {
    let row = rowRange(line)
    return row.count {
      bytes[$0] == 0x7C && at($0 - 1) != 0x5C && $0 > row.lowerBound && $0 + 1 < row.upperBound
    }
  }

  /// The row under a table's head.
  private func isDelimiterRow(_ range: Range<Int>) -> Bool {
    bytes[range].contains(0x2D)
      && bytes[range].allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0.isSpaceOrTab }
  }

  /// `[!note] Title` at the head of a quotation.
  private mutating func takeCallout(_ line: Int, _ start: Int, isLast: Bool) -> Int? {
    let range = lines.range(line, in: bytes)
    guard bytes[range.lowerBound..<start].contains(0x3E) else { return nil }
    var i = start + 2
    while i < range.upperBound, bytes[i].isASCIIAlphanumeric || bytes[i] == 0x2D { i += 1 }
    guard i > start + 2, at(i) == 0x5D, i < range.upperBound else { return nil }
    let kind = text(start + 2..<i).replacing("-", with: " ")
    i += 1
    if i < range.upperBound, bytes[i] == 0x2B || bytes[i] == 0x2D { i += 1 }
    while i < range.upperBound, bytes[i].isSpaceOrTab { i += 1 }
    if i < range.upperBound {
      hide(start..<i, .opens("strong"))
      if !isLast { hardLineEnds.insert(fileOffset(range.upperBound)) }
    } else {
      // Without a title its kind is one: "Warning".
      hide(start..<start + 1, .opens("strong"))
      hide(start + 1..<i, .words(kind.prefix(1).uppercased() + kind.dropFirst().lowercased()))
      if !isLast { hardLineEnds.insert(fileOffset(range.upperBound)) }
    }
    return i
  }

  /// ` ^name` at a paragraph's end, which Obsidian links to.
  mutating func takeBlockName(_ range: Range<Int>) {
    let end = trimmedEnd(range)
    var i = end
    while i > range.lowerBound, bytes[i - 1].isASCIIAlphanumeric || bytes[i - 1] == 0x2D { i -= 1 }
    guard i < end, i > range.lowerBound, bytes[i - 1] == 0x5E,
      i - 1 == range.lowerBound || bytes[i - 2].isSpaceOrTab
    else { return }
    blank(i - 1..<end)
  }

  /// `[label]: address`.
  private func isDefinition(_ start: Int, _ end: Int) -> Bool {
    var i = start + 1
    while i < end, bytes[i] != 0x5D, bytes[i] != 0x5B { i += 1 }
    return i < end && bytes[i] == 0x5D && at(i + 1) == 0x3A
  }

  // MARK: What is only told

  /// A definition of pandoc's, or a division with a colon too few.
  private mutating func takeColon(_ line: Int, _ start: Int) {
    let range = lines.range(line, in: bytes)
    let isColon = bytes[start] == 0x3A
    var i = start
    while i < range.upperBound, bytes[i] == bytes[start] { i += 1 }
    let word = text(i..<range.upperBound).trimmed.lowercased()
    if isColon, i - start > 2, !isBody {
      tally.add(.divisionInNote, at: span(start..<range.upperBound))
      blank(start..<range.upperBound)
      return
    }
    let isKind =
      isColon
      && Division.Kind(
        rawValue: String(word.prefix { $0.isLetter || $0.isNumber })) != nil
    if isColon, i - start == 2, isKind || word.isEmpty {
      diagnostics.append(
        Diagnostic(
          .divisionMistyped,
          "'\(shown(start..<range.upperBound))' is no division: it takes three colons",
          at: span(start..<range.upperBound),
          fixIts: [FixIt("add a colon", at: span(start..<start), with: ":")]))
      return
    }
    // `:: : verse`, its colons apart.
    let signs = text(start..<range.upperBound).prefix { $0 == ":" || $0 == " " }
    let kind = text(start..<range.upperBound).dropFirst(signs.count).lowercased()
    if isColon, signs.count(where: { $0 == ":" }) > 2,
      Division.Kind(rawValue: String(kind.prefix { $0.isLetter })) != nil
    {
      diagnostics.append(
        Diagnostic(
          .divisionMistyped,
          "'\(shown(start..<range.upperBound))' is no division: its colons stand apart",
          at: span(start..<range.upperBound),
          notes: [DiagnosticNote("write '::: \(kind)'")]))
      return
    }
    guard i - start == 1, at(i).isSpaceOrTab, !word.isEmpty, line > 0,
      !isBlank(line - 1) || line > 1 && !isBlank(line - 2)
    else { return }
    let before = isBlank(line - 1) ? line - 2 : line - 1
    guard isColon, endsTable(before) else {
      tally.add(.definitionList, at: span(start..<range.upperBound))
      return
    }
    tally.add(.tableCaption, at: span(start..<range.upperBound))
    blank(start..<i)
  }

  /// Whether a line is the last of a table of any kind, below which pandoc has its caption.
  private func endsTable(_ line: Int) -> Bool {
    let row = rowRange(line)
    guard let first = bytes[row].first else { return false }
    return first == 0x7C && bytes[row.upperBound - 1] == 0x7C || first == 0x2B
      || drawnTableEnd.map { $0 <= line && ($0...line).allSatisfy { !isBlank($0) } } ?? false
  }

  private func isRule(_ range: Range<Int>, of signs: Set<UInt8>) -> Bool {
    range.count > 4 && bytes[range].allSatisfy(signs.contains)
  }

  /// Two groups or more of three hyphens or more, which draw the columns of a table.
  private func isColumnRule(_ range: Range<Int>) -> Bool {
    guard at(range.lowerBound + 1) == 0x2D, at(range.lowerBound + 2) == 0x2D,
      bytes[range].contains(0x20), bytes[range].allSatisfy({ $0 == 0x2D || $0 == 0x20 })
    else { return false }
    let groups = bytes[range].split(separator: 0x20)
    return groups.count > 1 && groups.allSatisfy { $0.count > 2 }
  }
}

extension ClosedRange<Int> {
  var isOneLine: Bool { lowerBound == upperBound }
}
