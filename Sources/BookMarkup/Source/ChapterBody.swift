/// The bytes between the `---` lines that open a chapter, when it opens so.
///
/// The closing line is `---` or `...`. Without one there is no header.
package func chapterHeaderRange(_ bytes: [UInt8]) -> Range<Int>? {
  guard let (header, _) = headerAndBody(bytes) else { return nil }
  return header
}

/// Where the chapter's Markdown begins: after a byte order mark and after its header.
func chapterBodyStart(_ bytes: [UInt8]) -> Int {
  headerAndBody(bytes)?.body ?? otherHeader(bytes)?.body ?? byteOrderMarkLength(bytes)
}

func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
  bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
}

private func headerAndBody(_ bytes: [UInt8]) -> (header: Range<Int>, body: Int)? {
  bytes.withUnsafeBufferPointer { buffer in
    /// The line from `start`: its end, where the next begins, and whether it is just `mark`.
    func line(_ start: Int, is mark: UInt8) -> (next: Int, matches: Bool) {
      var end = start
      while end < buffer.count, !buffer[end].isLineEnd { end += 1 }
      var next = min(end + 1, buffer.count)
      if end + 1 < buffer.count, buffer[end] == 0x0D, buffer[end + 1] == 0x0A { next = end + 2 }
      var last = end
      while last > start, buffer[last - 1].isSpaceOrTab { last -= 1 }
      let matches = last - start == 3 && buffer[start..<last].allSatisfy { $0 == mark }
      return (next, matches)
    }
    var first = byteOrderMarkLength(bytes)
    // An empty line or two before the header are easily left there.
    while first < buffer.count, buffer[first].isASCIISpace { first += 1 }
    while first > 0, buffer[first - 1].isSpaceOrTab { first -= 1 }
    let opening = line(first, is: 0x2D)
    guard opening.matches else { return nil }
    guard beginsKey(buffer, at: opening.next) else { return nil }
    var start = opening.next
    while start < buffer.count {
      let dashes = line(start, is: 0x2D)
      if dashes.matches || line(start, is: 0x2E).matches {
        return (opening.next..<start, dashes.next)
      }
      start = dashes.next
    }
    return nil
  }
}

/// Whether a line begins with a YAML key or comment, so that `---` before it is no scene break.
private func beginsKey(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
  var i = start
  while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
  if i < bytes.count, bytes[i] == 0x23 { return i + 1 < bytes.count && bytes[i + 1] != 0x23 }
  let first = i
  while i < bytes.count, bytes[i].isASCIIAlphanumeric || bytes[i] == 0x5F || bytes[i] == 0x2D {
    i += 1
  }
  return i > first && i < bytes.count && bytes[i] == 0x3A
    && (i + 1 == bytes.count || bytes[i + 1].isASCIISpace)
}
