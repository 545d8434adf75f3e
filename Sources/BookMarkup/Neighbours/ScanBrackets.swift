import BookDiagnostics

// Links, pictures and words in brackets.
extension NeighbourScan {
  mutating func openBracket(at i: Int, _ lineEnd: Int) -> Int {
    if let end = noteLabelEnd(bytes, at: i) { return end }
    if at(i + 1) == 0x5B {
      if let next = wikiLink(at: i, lineEnd) { return next }
      reportUnclosedWikiLink(at: i, lineEnd)
    }
    if let end = citationEnd(at: i, lineEnd) { tally.add(.citation, at: span(i..<end)) }
    brackets.append((i, false))
    return i + 1
  }

  /// After `[@key]`, `[-@key]` or `[see @key, p. 3]`, which is no link.
  private func citationEnd(at i: Int, _ lineEnd: Int) -> Int? {
    var k = i + 1
    var namesKey = false
    while k < lineEnd, bytes[k] != 0x5D {
      if bytes[k] == 0x5B { return nil }
      if bytes[k] == 0x40, at(k + 1).isASCIIAlphanumeric || at(k + 1) == 0x7B {
        let before = k == i + 1 ? 0x20 : bytes[k - 1]
        namesKey = namesKey || before == 0x20 || before == 0x2D || before == 0x3B
      }
      k += 1
    }
    guard namesKey, k < lineEnd, at(k + 1) != 0x28, at(k + 1) != 0x5B else { return nil }
    return k + 1
  }

  /// `[[The mill and on`, whose end was forgotten.
  private mutating func reportUnclosedWikiLink(at i: Int, _ lineEnd: Int) {
    guard at(i + 2).isASCIILetter || at(i + 2) >= 0x80 else { return }
    if let close = bytes.offset(of: 0x5D, from: i + 2, before: lineEnd) {
      // `[[words] more](address)` is a link with brackets in its words.
      guard at(close + 1) != 0x5D, ![0x28, 0x5B, 0x3A].contains(at(close + 1)),
        bytes.offset(of: 0x5D, from: close + 1, before: lineEnd) == nil
      else { return }
    }
    diagnostics.append(
      Diagnostic(
        .signUnclosed, "the link that begins here is never closed with ']]'", at: span(i..<i + 2)))
  }

  mutating func closeBracket(at i: Int, _ end: Int) -> Int {
    if let name = closers.removeValue(forKey: i) {
      hide(i..<i + 2, .closes(name))
      return i + 2
    }
    guard let (open, isPicture) = brackets.popLast() else { return i + 1 }
    switch at(i + 1) {
    case 0x28:
      if let next = afterDestination(at: i + 1, end) ?? (isPicture ? picturePath(at: i + 1) : nil) {
        return attributes(behind: next, end, isPicture: isPicture)
      }
      return i + 2
    case 0x5B:
      guard at(i + 2) != 0x5E else { return i + 1 }
      var k = i + 2
      while k < end, k < i + longestPath, bytes[k] != 0x5D, bytes[k] != 0x5B { k += 1 }
      guard k < end, bytes[k] == 0x5D else { return i + 1 }
      return attributes(behind: k + 1, end, isPicture: isPicture)
    case 0x7B:
      guard let list = AttributeList(bytes, at: i + 1, before: end) else { return i + 1 }
      if isPicture {
        _ = attributes(behind: i + 1, end, isPicture: true)
      } else {
        hide(open..<open + 1, list.id.map { .anchor($0) } ?? .nothing)
        hide(i..<list.end)
        return attributes(behind: list.end, end)
      }
      return list.end
    default: return i + 1
    }
  }

  /// After `(destination "title")` where CommonMark reads one.
  mutating func afterDestination(at i: Int, _ end: Int) -> Int? {
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
  mutating func picturePath(at i: Int) -> Int? {
    let lineEnd = lines.range(lines.line(at: i), in: bytes).upperBound
    var k = i + 1
    var title = lineEnd
    var depth = 0
    while k < lineEnd, k < i + longestPath, depth > 0 || bytes[k] != 0x29, bytes[k] != 0x3C {
      if bytes[k] == 0x28 { depth += 1 }
      if bytes[k] == 0x29 { depth -= 1 }
      if bytes[k] == 0x22 || bytes[k] == 0x27 && at(k - 1) == 0x20 {
        let mark = bytes[k]
        title = min(title, k)
        k += 1
        while k < lineEnd, bytes[k] != mark { k += 1 }
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
  mutating func wikiLink(at i: Int, _ lineEnd: Int) -> Int? {
    guard let (target, close) = wikiTarget(at: i, lineEnd), at(close + 2) != 0x28,
      at(close + 2) != 0x5B, !target.allSatisfy(\.isNumber)
    else { return nil }
    let bar = bytes.offset(of: 0x7C, from: i + 2, before: close)
    // Within a table the bar is written `\|`.
    let nameEnd = bar.map { at($0 - 1) == 0x5C ? $0 - 1 : $0 } ?? close
    let name = text(i + 2..<nameEnd).trimmed
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
  mutating func embed(at i: Int, _ lineEnd: Int) -> Int? {
    guard let (target, close) = wikiTarget(at: i + 1, lineEnd) else { return nil }
    let parts = target.replacing("\\|", with: "|").split(separator: "|", maxSplits: 1)
      .map { String($0).trimmed }
    // `#icon` behind a picture's name says how it is to look.
    guard let path = parts.first.map({ String($0.prefix { $0 != "#" }).trimmed }) else {
      return nil
    }
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

  func wikiTarget(at i: Int, _ lineEnd: Int) -> (String, close: Int)? {
    var k = i + 2
    while k < lineEnd, bytes[k] != 0x5B, bytes[k] != 0x5D { k += 1 }
    guard k > i + 2, k + 1 < lineEnd, bytes[k] == 0x5D, bytes[k + 1] == 0x5D else { return nil }
    let target = text(i + 2..<k)
    return target.trimmed.isEmpty ? nil : (target, k)
  }
}

/// Whether a path ends as pictures do.
func isPicture(_ path: String) -> Bool {
  guard let dot = path.lastIndex(of: ".") else { return false }
  return [
    "jpg", "jpeg", "png", "gif", "svg", "webp", "heic", "heif", "tif", "tiff", "bmp", "avif",
  ].contains(path[path.index(after: dot)...].lowercased())
}
