import BookDiagnostics
import BookModel

/// Bytes at which a look through words stops.
private let inlineStops: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  let signs: [Int] = [
    0x21, 0x24, 0x3C, 0x3D, 0x40, 0x5B, 0x5C, 0x5D, 0x5E, 0x60, 0x7B, 0x7E,
  ]
  for sign in signs { table[sign] = true }
  return table
}()

/// What Quarto and pandoc-crossref refer to by number.
private let referenceKinds: Set<String> = ["sec", "fig", "tbl", "eq", "lst", "thm", "exm"]

extension NeighbourScan {
  /// Looks at a line's words; returns where to go on, which is further down where a note or a link
  /// runs over line ends.
  mutating func scanInlines(from start: Int, lineEnd: Int, end: Int) -> Int {
    var i = start
    while i < lineEnd {
      guard inlineStops[Int(bytes[i])] else {
        i += 1
        continue
      }
      switch bytes[i] {
      case 0x5C: i = backslash(at: i, end)
      case 0x60: i = attributes(behind: afterCode(at: i, end), end)
      case 0x3C:
        tellBrokenComment(at: i, lineEnd)
        i = afterWordTag(at: i) ?? attributes(behind: afterTag(at: i, lineEnd), end)
      case 0x21:
        if at(i + 1) == 0x5B, at(i + 2) == 0x5B, let next = embed(at: i, lineEnd) {
          i = next
        } else if at(i + 1) == 0x5B, at(i + 2) != 0x5E {
          brackets.append((i + 1, true))
          i += 2
        } else {
          i += 1
        }
      case 0x40: i = reference(at: i, lineEnd)
      case 0x5B: i = openBracket(at: i, lineEnd)
      case 0x5D: i = closeBracket(at: i, end)
      case 0x5E: i = caret(at: i, lineEnd, end)
      case 0x7E, 0x3D: i = pair(at: i, lineEnd, end)
      case 0x7B: i = brace(at: i, lineEnd, end)
      case 0x24: i = dollar(at: i, lineEnd)
      default: i += 1
      }
    }
    return i
  }

  // MARK: What hides signs

  mutating func backslash(at i: Int, _ end: Int) -> Int {
    if at(i + 1) == 0x40 { return i + 1 }
    if at(i + 1).isASCIIPunctuation { return i + 2 }
    var k = i + 1
    while k < end, bytes[k].isASCIILetter { k += 1 }
    let name = text(i + 1..<k)
    if k - i > 2, at(k) == 0x7B || texSwitches.contains(name), !at(i - 1).isASCIIAlphanumeric {
      tally.add(.tex, at: span(i..<k))
    }
    return max(k, i + 1)
  }

  /// After inline code, or after the backticks where they open none.
  mutating func afterCode(at i: Int, _ end: Int) -> Int {
    var k = i
    while k < end, bytes[k] == 0x60 { k += 1 }
    let ticks = k - i
    guard failures < Self.patience else { return k }
    var from = k
    while let next = bytes.offset(of: 0x60, from: from, before: end) {
      var after = next
      while after < end, bytes[after] == 0x60 { after += 1 }
      if after - next == ticks { return after }
      from = after
    }
    failures += 1
    return k
  }

  /// After `<o:p>` and its like, which Word leaves behind and CommonMark takes for words or a link.
  private mutating func afterWordTag(at i: Int) -> Int? {
    guard let end = wordTagEnd(bytes, at: i) else { return nil }
    if at(i + 1) != 0x2F { tally.add(.wordTag, at: span(i..<end)) }
    hide(i..<end)
    return end
  }

  /// After an autolink, a tag or a comment; after the `<` where it is none.
  func afterTag(at i: Int, _ lineEnd: Int) -> Int {
    let next = at(i + 1)
    guard next.isASCIILetter || next == 0x2F || next == 0x21 || next == 0x3F else { return i + 1 }
    var k = i + 1
    while k < lineEnd, bytes[k] != 0x3E, bytes[k] != 0x3C { k += 1 }
    return k < lineEnd && bytes[k] == 0x3E ? k + 1 : i + 1
  }

  /// Past the attributes that may stand at a place, which are hidden; of an id a place is made that
  /// links may lead to.
  mutating func attributes(behind start: Int, _ end: Int, isPicture: Bool = false) -> Int {
    var i = isPicture ? pictureAttributes(behind: start, end) : start
    while at(i) == 0x7B, let list = AttributeList(bytes, at: i, before: end) {
      if list.isIndexEntry { tally.add(.indexEntry, at: span(i..<list.end)) }
      hide(i..<list.end, list.id.map { .anchor($0) } ?? .nothing)
      i = list.end
    }
    return i
  }

  /// Past the first attributes behind a picture, which say how it stands.
  private mutating func pictureAttributes(behind start: Int, _ end: Int) -> Int {
    // A blank between the picture and its braces is soon typed.
    var i = start
    while i < end, bytes[i].isSpaceOrTab { i += 1 }
    guard at(i) == 0x7B else { return start }
    guard
      let list = AttributeList(bytes, at: i, before: end)
        ?? AttributeList(meant: bytes, at: i, before: end)
    else { return unreadBraces(behind: start, end) }
    if list.isIndexEntry { tally.add(.indexEntry, at: span(i..<list.end)) }
    let width = list.width.flatMap { PictureWidth($0) }
    if list.width.map({ _ in width == nil }) ?? (list.hasHeight || list.hasSlip) {
      tally.add(.pictureSize, at: span(i..<list.end))
    }
    if list.saysSide { tally.add(.pictureSide, at: span(i..<list.end)) }
    hide(
      start..<list.end, .picture(PictureAttributes(width: width, people: list.people, id: list.id)))
    return list.end
  }

  /// Past braces that touch a picture and hold what is no list, `{50%}`; they are left out.
  private mutating func unreadBraces(behind start: Int, _ end: Int) -> Int {
    guard at(start) == 0x7B,
      let close = bytes.offset(of: 0x7D, from: start, before: min(end, start + Self.longestBraces)),
      !bytes[start..<close].contains(where: \.isLineEnd)
    else { return start }
    tally.add(.pictureSize, at: span(start..<close + 1))
    hide(start..<close + 1, .nothing)
    return close + 1
  }

  /// In bytes: longer braces hold words.
  private static let longestBraces = 40

  /// Past the attributes at a paragraph's end, which name it for links; a brace elsewhere is a word.
  private mutating func closingAttributes(at i: Int, _ end: Int) -> Int? {
    guard at(i - 1).isSpaceOrTab, !headingAttributes.contains(i),
      let list = AttributeList(bytes, at: i, before: end), list.id != nil || !list.classes.isEmpty,
      list.width == nil, bytes[list.end..<end].allSatisfy(\.isASCIISpace)
    else { return nil }
    return attributes(behind: i, end)
  }

  /// Braces behind the signs that end emphasis, and the commands of other programs.
  mutating func brace(at i: Int, _ lineEnd: Int, _ end: Int) -> Int {
    let before = at(i - 1)
    if before == 0x2A || before == 0x5F {
      return closesEmphasis(before: i) ? max(attributes(behind: i, lineEnd), i + 1) : i + 1
    }
    let next = at(i + 1)
    if next == UInt8(ascii: "i"), at(i + 2) == 0x3A {
      return max(attributes(behind: i, end), i + 1)
    }
    if let after = suggestedChange(at: i, end) { return after }
    if let after = closingAttributes(at: i, end) { return after }
    let isRemark = next == 0x23 && at(i + 2).isSpaceOrTab
    guard next == 0x7B || next == 0x25 || isRemark else { return i + 1 }
    let commandEnd = commandEnd(at: i, lineEnd)
    if isRemark, commandEnd == nil { return i + 1 }
    let range = i..<(commandEnd ?? lineEnd)
    tally.add(
      isRemark ? .remark : commandShowsPicture(at: i) ? .pictureCommand : .template,
      at: span(range))
    for k in range where bytes[k] == 0x2A || bytes[k] == 0x5F {
      commandSigns.insert(fileOffset(k))
    }
    return range.upperBound
  }

  /// After the `}}`, `%}` or `#}` that ends the command at a place, in its line.
  private mutating func commandEnd(at i: Int, _ lineEnd: Int) -> Int? {
    guard failures < Self.patience else { return nil }
    let sign = at(i + 1) == 0x7B ? 0x7D : at(i + 1)
    var from = i + 2
    while let close = bytes.offset(of: 0x7D, from: from, before: lineEnd) {
      if close > i + 2, at(close - 1) == sign { return close + 1 }
      from = close + 1
    }
    failures += 1
    return nil
  }

  /// `<!- … ->` and `<!— … —>`: a comment with a hyphen too few, or whose hyphens a word processor
  /// made a dash.
  private mutating func tellBrokenComment(at i: Int, _ lineEnd: Int) {
    guard failures < Self.patience, beginsBrokenComment(bytes, at: i) else { return }
    guard let close = bytes.offset(of: 0x3E, from: i + 2, before: lineEnd) else {
      failures += 1
      return
    }
    tally.add(.brokenComment, at: span(i..<close + 1))
  }

  /// Whether a command such as `{{< figure … >}}` or `{% img … %}` shows a picture.
  private func commandShowsPicture(at i: Int) -> Bool {
    var k = i + 1
    while "{<%! ".utf8.contains(at(k)) { k += 1 }
    let start = k
    while at(k).isASCIILetter { k += 1 }
    return ["figure", "img", "image", "picture", "photo", "gallery"].contains(text(start..<k))
  }

  /// The changes and remarks of CriticMarkup: `{++added++}`, `{--struck--}`, `{~~old~>new~~}`,
  /// `{==marked==}`, `{>>a remark<<}`; returns where the words that stay go on.
  private mutating func suggestedChange(at i: Int, _ end: Int) -> Int? {
    let sign = at(i + 1)
    guard sign == at(i + 2), failures < Self.patience,
      let kind = [0x2B, 0x2D, 0x7E, 0x3D, 0x3E].first(where: { $0 == sign })
    else { return nil }
    let closing: UInt8 = kind == 0x3E ? 0x3C : kind
    var from = i + 3
    var close: Int?
    while close == nil, let next = bytes.offset(of: 0x7D, from: from, before: end) {
      if next >= i + 5, bytes[next - 1] == closing, bytes[next - 2] == closing { close = next - 2 }
      from = next + 1
    }
    guard let close else {
      failures += 1
      // A remark to oneself would be printed.
      if !at(i + 3).isASCIISpace, at(i + 3) != 0 {
        let end = text(i + 1..<i + 3).replacing(">", with: "<") + "}"
        diagnostics.append(
          Diagnostic(
            .signUnclosed, "the change that begins here is never closed with '\(end)'",
            at: span(i..<i + 3), severity: kind == 0x3E ? .error : nil))
      }
      return nil
    }
    // One that begins within another would look as far for the same end, and hide it twice.
    if closers[close] != nil {
      failures += 1
      return nil
    }
    tally.add(.suggestedChange, at: span(i..<close + 3))
    switch kind {
    case 0x2D, 0x3E:
      hideLines(i..<close + 3)
      return close + 3
    case 0x7E:
      var arrow = i + 3
      while arrow < close, !(bytes[arrow] == 0x7E && bytes[arrow + 1] == 0x3E) { arrow += 1 }
      hideLines(i..<min(arrow + 2, close))
      hide(close..<close + 3)
      closers[close] = Self.change
      return min(arrow + 2, close)
    default:
      hide(i..<i + 3)
      hide(close..<close + 3)
      closers[close] = Self.change
      return i + 3
    }
  }

  /// Stands in `closers` for the end of a suggested change, which is hidden already.
  static let change = "{"

  /// Hides signs that may run over line ends.
  private mutating func hideLines(_ range: Range<Int>) {
    for line in lines.line(at: range.lowerBound)...lines.line(at: range.upperBound - 1) {
      let whole = lines.range(line, in: bytes)
      hide(max(range.lowerBound, content(line))..<min(range.upperBound, whole.upperBound))
    }
  }

  /// Whether the signs before a place end emphasis that begins in the same line; else a brace behind
  /// them is a word, as in `x_{i}`.
  private func closesEmphasis(before i: Int) -> Bool {
    let sign = at(i - 1)
    var run = i
    while run > 0, at(run - 1) == sign { run -= 1 }
    guard run > 0, !at(run - 1).isASCIISpace else { return false }
    var k = run - 1
    let farthest = max(0, run - Self.longestEmphasis)
    while k >= farthest, at(k) != 0x0A {
      let opens = at(k) == sign && !at(k + 1).isASCIISpace && at(k + 1) != sign
      if opens {
        var start = k
        while start > 0, at(start - 1) == sign { start -= 1 }
        if start == 0 || at(start - 1).isASCIISpace || at(start - 1).isASCIIPunctuation {
          return true
        }
      }
      k -= 1
    }
    return false
  }

  /// In bytes; further back nobody looks, or a line of nothing but braces would cost its square.
  private static let longestEmphasis = 1000

  // MARK: What is only told

  /// `@sec-mill` of Quarto, `@fig:mill` of pandoc-crossref, `\@ref(mill)` of bookdown.
  private mutating func reference(at i: Int, _ lineEnd: Int) -> Int {
    var k = i + 1
    while k < lineEnd, bytes[k].isASCIILetter { k += 1 }
    let kind = text(i + 1..<k)
    let isOfBookdown = kind == "ref" && at(i - 1) == 0x5C && at(k) == 0x28
    let isNamed =
      referenceKinds.contains(kind) && [0x2D, 0x3A].contains(at(k))
      && (at(k + 1).isASCIIAlphanumeric) && !at(i - 1).isASCIIAlphanumeric && at(i - 1) != 0x5B
    if isOfBookdown || isNamed { tally.add(.reference, at: span(i..<k)) }
    return k
  }

  /// A formula between dollar signs: with a sign of mathematics in it, since money has none.
  mutating func dollar(at i: Int, _ lineEnd: Int) -> Int {
    let isDouble = at(i + 1) == 0x24
    let start = isDouble ? i + 2 : i + 1
    if isDouble {
      tally.add(.math, at: span(i..<start))
      return lineEnd
    }
    guard start < lineEnd, !bytes[start].isASCIISpace,
      let close = bytes.offset(of: 0x24, from: start, before: lineEnd), close > start,
      !bytes[close - 1].isASCIISpace, !at(close + 1).isASCIIDigit,
      bytes[start..<close].contains(where: { [0x5C, 0x5E, 0x5F, 0x3D].contains($0) })
    else { return i + 1 }
    tally.add(.math, at: span(i..<close + 1))
    return close + 1
  }
}

/// Commands of TeX that stand without braces.
private let texSwitches: Set<String> = [
  "noindent", "bigskip", "medskip", "smallskip", "centering", "newline", "linebreak", "hfill",
  "vfill", "maketitle", "tableofcontents", "newpage", "pagebreak", "clearpage",
]
