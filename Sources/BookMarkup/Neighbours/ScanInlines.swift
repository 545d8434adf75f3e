import BookDiagnostics

/// Bytes at which a look through words stops.
private let inlineStops: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  let signs: [Int] = [
    0x21, 0x24, 0x3C, 0x3D, 0x5B, 0x5C, 0x5D, 0x5E, 0x60, 0x7B, 0x7E,
  ]
  for sign in signs { table[sign] = true }
  return table
}()

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
      case 0x3C: i = attributes(behind: afterTag(at: i, lineEnd), end)
      case 0x21:
        if at(i + 1) == 0x5B, at(i + 2) == 0x5B, let next = embed(at: i, lineEnd) {
          i = next
        } else if at(i + 1) == 0x5B, at(i + 2) != 0x5E {
          brackets.append((i + 1, true))
          i += 2
        } else {
          i += 1
        }
      case 0x5B: i = openBracket(at: i, lineEnd)
      case 0x5D: i = closeBracket(at: i, end)
      case 0x5E: i = caret(at: i, lineEnd, end)
      case 0x7E, 0x3D: i = pair(at: i, lineEnd, end)
      case 0x7B: i = brace(at: i, lineEnd)
      case 0x24: i = dollar(at: i, lineEnd)
      default: i += 1
      }
    }
    return i
  }

  // MARK: What hides signs

  private mutating func backslash(at i: Int, _ end: Int) -> Int {
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
  private mutating func afterCode(at i: Int, _ end: Int) -> Int {
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

  /// After an autolink, a tag or a comment; after the `<` where it is none.
  private func afterTag(at i: Int, _ lineEnd: Int) -> Int {
    let next = at(i + 1)
    guard next.isASCIILetter || next == 0x2F || next == 0x21 || next == 0x3F else { return i + 1 }
    var k = i + 1
    while k < lineEnd, bytes[k] != 0x3E, bytes[k] != 0x3C { k += 1 }
    return k < lineEnd && bytes[k] == 0x3E ? k + 1 : i + 1
  }

  /// Past the attributes that may stand at a place, which are hidden.
  private mutating func attributes(behind i: Int, _ end: Int) -> Int {
    guard at(i) == 0x7B, let list = AttributeList(bytes, at: i, before: end) else { return i }
    hide(i..<list.end)
    return list.end
  }

  /// Braces behind the signs that end emphasis, and the commands of other programs.
  private mutating func brace(at i: Int, _ lineEnd: Int) -> Int {
    let before = at(i - 1)
    if before == 0x2A || before == 0x5F { return max(attributes(behind: i, lineEnd), i + 1) }
    let next = at(i + 1)
    guard next == 0x7B || next == 0x25 else { return i + 1 }
    tally.add(.template, at: span(i..<lineEnd))
    return lineEnd
  }

  // MARK: Brackets

  private mutating func openBracket(at i: Int, _ lineEnd: Int) -> Int {
    if let end = noteLabelEnd(bytes, at: i) { return end }
    if at(i + 1) == 0x5B, let next = wikiLink(at: i, lineEnd) { return next }
    let sign = at(i + 1) == 0x2D ? i + 2 : i + 1
    if at(sign) == 0x40, at(sign + 1).isASCIIAlphanumeric {
      tally.add(.citation, at: span(i..<sign + 2))
    }
    brackets.append((i, false))
    return i + 1
  }

  private mutating func closeBracket(at i: Int, _ end: Int) -> Int {
    if let name = closers.removeValue(forKey: i) {
      hide(i..<i + 2, .closes(name))
      return i + 2
    }
    guard let (open, isPicture) = brackets.popLast() else { return i + 1 }
    switch at(i + 1) {
    case 0x28:
      if let next = afterDestination(at: i + 1, end) { return attributes(behind: next, end) }
      if isPicture, let next = picturePath(at: i + 1) { return attributes(behind: next, end) }
      return i + 2
    case 0x5B:
      guard at(i + 2) != 0x5E else { return i + 1 }
      var k = i + 2
      while k < end, k < i + longestPath, bytes[k] != 0x5D, bytes[k] != 0x5B { k += 1 }
      return k < end && bytes[k] == 0x5D ? attributes(behind: k + 1, end) : i + 1
    case 0x7B:
      guard let list = AttributeList(bytes, at: i + 1, before: end) else { return i + 1 }
      if isPicture {
        hide(i + 1..<list.end)
      } else {
        hide(open..<open + 1, list.id.map { .anchor($0) } ?? .nothing)
        hide(i..<list.end)
      }
      return list.end
    default: return i + 1
    }
  }

  /// After `(destination "title")` where CommonMark reads one.
  private mutating func afterDestination(at i: Int, _ end: Int) -> Int? {
    guard failures < Self.patience else { return nil }
    var k = i + 1
    func skipBlanks() { while k < end, bytes[k].isASCIISpace { k += 1 } }
    skipBlanks()
    if at(k) == 0x3C {
      while k < end, bytes[k] != 0x3E, !bytes[k].isLineEnd { k += 1 }
      k += 1
    } else {
      var depth = 0
      while k < end, !bytes[k].isASCIISpace {
        if bytes[k] == 0x5C { k += 1 } else if bytes[k] == 0x28 { depth += 1 }
        if k < end, bytes[k] == 0x29, at(k - 1) != 0x5C {
          if depth == 0 { break }
          depth -= 1
        }
        k += 1
      }
    }
    skipBlanks()
    if let close = SourceCursor.titleClose(at(k)) {
      k += 1
      while k < end, bytes[k] != close { k += bytes[k] == 0x5C ? 2 : 1 }
      k += 1
      skipBlanks()
    }
    if k < end, bytes[k] == 0x29 { return k + 1 }
    failures += 1
    return nil
  }

  /// `(my photo.jpg)` behind a picture's words: the blanks are kept from cmark.
  private mutating func picturePath(at i: Int) -> Int? {
    let lineEnd = lines.range(lines.line(at: i), in: bytes).upperBound
    var k = i + 1
    var title = lineEnd
    while k < lineEnd, k < i + longestPath, bytes[k] != 0x29, bytes[k] != 0x28, bytes[k] != 0x3C {
      if bytes[k] == 0x22 {
        title = min(title, k)
        k += 1
        while k < lineEnd, bytes[k] != 0x22 { k += 1 }
      }
      k += 1
    }
    guard k < lineEnd, bytes[k] == 0x29 else { return nil }
    var end = min(k, title)
    while end > i + 1, bytes[end - 1] == 0x20 { end -= 1 }
    guard isPicture(text(i + 1..<end)) else { return nil }
    for blank in i + 1..<end where bytes[blank] == 0x20 {
      edits.append(SignEdit(range: blank..<blank + 1, fill: .indent))
    }
    return k + 1
  }

  /// `[[Chapter#Heading|words]]` from the first bracket on.
  private mutating func wikiLink(at i: Int, _ lineEnd: Int) -> Int? {
    guard let (target, close) = wikiTarget(at: i, lineEnd), at(close + 2) != 0x28,
      at(close + 2) != 0x5B, !target.allSatisfy(\.isNumber)
    else { return nil }
    let bar = bytes.offset(of: 0x7C, from: i + 2, before: close)
    let name = text(i + 2..<(bar ?? close)).trimmed
    hide(i..<(bar.map { $0 + 1 } ?? i + 2), .opensLink(name))
    if bar == nil, let hash = bytes.offset(of: 0x23, from: i + 2, before: close) {
      if at(hash + 1) == 0x5E {
        hide(hash..<close)
      } else {
        hide(hash..<hash + 1, hash == i + 2 ? .nothing : .words(", "))
      }
    }
    closers[close] = "a"
    return bar.map { $0 + 1 } ?? close
  }

  /// `![[picture.png|words]]`, or another note.
  private mutating func embed(at i: Int, _ lineEnd: Int) -> Int? {
    guard let (target, close) = wikiTarget(at: i + 1, lineEnd) else { return nil }
    let parts = target.split(separator: "|", maxSplits: 1).map { String($0).trimmed }
    guard let path = parts.first else { return nil }
    if isPicture(path) {
      let isSize = parts.count < 2 || parts[1].allSatisfy { $0.isNumber || $0 == "x" }
      edits.append(
        SignEdit(
          range: i..<close + 2,
          fill: .embed(NamedPicture(path: path, alternative: isSize ? nil : parts[1]))))
    } else {
      tally.add(.embeddedNote, at: span(i..<close + 2))
      hide(i..<close + 2)
    }
    return close + 2
  }

  private func wikiTarget(at i: Int, _ lineEnd: Int) -> (String, close: Int)? {
    var k = i + 2
    while k < lineEnd, bytes[k] != 0x5B, bytes[k] != 0x5D { k += 1 }
    guard k > i + 2, k + 1 < lineEnd, bytes[k] == 0x5D, bytes[k + 1] == 0x5D else { return nil }
    let target = text(i + 2..<k)
    return target.trimmed.isEmpty ? nil : (target, k)
  }

  // MARK: Signs in pairs

  private mutating func caret(at i: Int, _ lineEnd: Int, _ end: Int) -> Int {
    if at(i + 1) == 0x5B {
      guard failures < Self.patience else { return i + 1 }
      if let close = noteEnd(at: i + 1, end) {
        edits.append(SignEdit(range: i..<close, fill: .note))
        return close
      }
      failures += 1
      diagnostics.append(
        Diagnostic(
          .signUnclosed, "the note that begins here is never closed with ']'", at: span(i..<i + 2)))
      return i + 1
    }
    if closers.removeValue(forKey: i) != nil {
      hide(i..<i + 1, .closes("sup"))
      return i + 1
    }
    return raised(at: i, lineEnd, "sup")
  }

  /// The end of the note whose `[` is at a place.
  private func noteEnd(at start: Int, _ end: Int) -> Int? {
    var depth = 0
    var k = start
    while k < end {
      switch bytes[k] {
      case 0x5C: k += 1
      case 0x60:
        var after = k
        while after < end, bytes[after] == 0x60 { after += 1 }
        if let close = bytes.offset(of: 0x60, from: after, before: end) { after = close + 1 }
        k = after - 1
      case 0x5B: depth += 1
      case 0x5D:
        depth -= 1
        if depth == 0 { return k > start + 1 ? k + 1 : nil }
      default: break
      }
      k += 1
    }
    return nil
  }

  /// `2^nd^` and `H~2~O`: letters and figures behind a letter or a figure.
  private mutating func raised(at i: Int, _ lineEnd: Int, _ name: String) -> Int {
    let longest = 12
    guard at(i - 1).isASCIIAlphanumeric || at(i - 1) >= 0x80 || at(i - 1) == 0x29 else {
      return i + 1
    }
    var k = i + 1
    while k < lineEnd, k - i < longest, bytes[k].isASCIIAlphanumeric || bytes[k] >= 0x80
      || bytes[k] == 0x2B || bytes[k] == 0x2D
    { k += 1 }
    guard k > i + 1, k < lineEnd, bytes[k] == bytes[i], at(k + 1) != bytes[i] else { return i + 1 }
    hide(i..<i + 1, .opens(name))
    closers[k] = name
    return i + 1
  }

  /// `~~struck~~`, `==marked==`, `H~2~O`.
  private mutating func pair(at i: Int, _ lineEnd: Int, _ end: Int) -> Int {
    let sign = bytes[i]
    if let name = closers.removeValue(forKey: i) {
      let length = name == "sub" ? 1 : 2
      hide(i..<i + length, name == "mark" ? .nothing : .closes(name))
      return i + length
    }
    var k = i
    while k < end, bytes[k] == sign { k += 1 }
    if k - i == 1, sign == 0x7E { return raised(at: i, lineEnd, "sub") }
    guard k - i == 2, k < end, !bytes[k].isASCIISpace, failures < Self.patience else { return k }
    var from = k
    while let next = bytes.offset(of: sign, from: from, before: end) {
      var after = next
      while after < end, bytes[after] == sign { after += 1 }
      if after - next == 2, next > k, !bytes[next - 1].isASCIISpace {
        let name = sign == 0x7E ? "del" : "mark"
        hide(i..<k, name == "mark" ? .nothing : .opens(name))
        closers[next] = name
        return k
      }
      from = after
    }
    failures += 1
    return k
  }

  // MARK: What is only told

  /// A formula between dollar signs: with a sign of mathematics in it, since money has none.
  private mutating func dollar(at i: Int, _ lineEnd: Int) -> Int {
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

/// Whether a path ends as pictures do.
func isPicture(_ path: String) -> Bool {
  guard let dot = path.lastIndex(of: ".") else { return false }
  return [
    "jpg", "jpeg", "png", "gif", "svg", "webp", "heic", "heif", "tif", "tiff", "bmp", "avif",
  ].contains(path[path.index(after: dot)...].lowercased())
}
