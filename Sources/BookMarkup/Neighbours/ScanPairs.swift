import BookDiagnostics

// Words between two signs, and notes.
extension NeighbourScan {
  mutating func caret(at i: Int, _ lineEnd: Int, _ end: Int) -> Int {
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
  func noteEnd(at start: Int, _ end: Int) -> Int? {
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
  mutating func raised(at i: Int, _ lineEnd: Int, _ name: String) -> Int {
    let longest = 12
    guard at(i - 1).isASCIIAlphanumeric || at(i - 1) >= 0x80 || at(i - 1) == 0x29 else {
      return i + 1
    }
    var k = i + 1
    while k < lineEnd, k - i < longest,
      bytes[k].isASCIIAlphanumeric || bytes[k] >= 0x80
        || bytes[k] == 0x2B || bytes[k] == 0x2D
    { k += 1 }
    guard k > i + 1, k < lineEnd, bytes[k] == bytes[i], at(k + 1) != bytes[i] else { return i + 1 }
    hide(i..<i + 1, .opens(name))
    closers[k] = name
    return i + 1
  }

  /// `~~struck~~`, `==marked==`, `H~2~O`.
  mutating func pair(at i: Int, _ lineEnd: Int, _ end: Int) -> Int {
    let sign = bytes[i]
    if let name = closers.removeValue(forKey: i) {
      if name == Self.change { return i + 3 }
      let length = name == "sub" ? 1 : 2
      hide(i..<i + length, name == "mark" ? .nothing : .closes(name))
      return i + length
    }
    var k = i
    while k < end, bytes[k] == sign { k += 1 }
    if k - i == 1, sign == 0x7E { return raised(at: i, lineEnd, "sub") }
    guard k - i == 2, k < end, !bytes[k].isASCIISpace, failures < Self.patience,
      // `a==b` compares.
      sign == 0x7E || !at(i - 1).isASCIIAlphanumeric
    else { return k }
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
    let opens = i == 0 || at(i - 1).isASCIISpace || at(i - 1) == 0x28
    if opens, bytes[k].isASCIIAlphanumeric || bytes[k] >= 0xC3 {
      let signs = text(i..<k)
      diagnostics.append(
        Diagnostic(
          .signUnclosed, "the words that '\(signs)' begins here are never closed with '\(signs)'",
          at: span(i..<k)))
    }
    return k
  }
}
