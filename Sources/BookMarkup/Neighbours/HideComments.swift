import BookDiagnostics

extension MaskedChapter {
  /// Takes out what the author keeps to himself: `%% … %%`, and comments of HTML that CommonMark
  /// would print, since they run over a paragraph's end or have hyphens in them.
  ///
  /// First of all that is done to a body, so that nothing in a comment is read.
  mutating func hideComments(source: SourceID) {
    let found = body.withUnsafeBufferPointer { buffer -> [Comment] in
      guard mayHoldComments(buffer) else { return [] }
      return comments(buffer)
    }
    if found.isEmpty { return }
    let lines = body.withUnsafeBufferPointer { SourceLines($0, delta: start) }
    for comment in found.reversed() { hide(comment, lines, source: source) }
    keptPrivate = found.compactMap { comment in
      comment.end.map { start + comment.start..<start + $0 }
    }
  }

  /// A comment with its signs; the end is nil where it is never closed.
  private struct Comment {
    var start: Int
    var end: Int?
    var isHTML: Bool
    /// Whether another begins within it, so that it was not closed with what was meant to.
    var holdsAnother = false
  }

  private func mayHoldComments(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var from = 0
    while let i = bytes.offset(of: 0x25, from: from, before: bytes.count) {
      if i + 1 < bytes.count, bytes[i + 1] == 0x25 { return true }
      from = i + 1
    }
    return holdsBeginning(bytes, 0..<bytes.count)
  }

  private func beginsHTMLComment(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i + 3 < bytes.count && bytes[i + 1] == 0x21 && bytes[i + 2] == 0x2D && bytes[i + 3] == 0x2D
  }

  private func comments(_ bytes: UnsafeBufferPointer<UInt8>) -> [Comment] {
    var code: CodeLines?
    let lines = SourceLines(bytes, delta: start)
    var result: [Comment] = []
    // Behind the first that is never closed none of its kind is, and it is told once.
    var (canHide, canHideHTML) = (true, true)
    var (ticks, counted) = (0, 0)
    var i = 0
    while i + 1 < bytes.count {
      let isPrivate = canHide && bytes[i] == 0x25 && bytes[i + 1] == 0x25
      let isHTML = canHideHTML && bytes[i] == 0x3C && beginsHTMLComment(bytes, i)
      guard isPrivate || isHTML, isPrivate ? opensPrivate(bytes, i) : true else {
        i += 1
        continue
      }
      let known = code ?? codeLines(bytes)
      code = known
      // Inline code is open where backticks of the line have no partner.
      while counted < i {
        if bytes[counted].isLineEnd { ticks = 0 } else if bytes[counted] == 0x60 { ticks += 1 }
        counted += 1
      }
      let line = lines.line(at: i)
      guard !known.fenced.contains(line), ticks.isMultiple(of: 2) else {
        i += 2
        continue
      }
      // Where another begins before its end, it was not closed with what was meant to close it.
      let sought = isHTML ? find("-->", bytes, from: i + 4) : privateEnd(bytes, from: i + 2)
      let isHeld =
        sought.map {
          isHTML
            ? holdsBeginning(bytes, i + 4..<max(i + 4, $0 - 3)) : isAnothers(bytes, i..<$0, lines)
        } ?? false
      guard let end = isHeld ? nil : sought
      else {
        result.append(Comment(start: i, end: nil, isHTML: isHTML, holdsAnother: isHeld))
        if isHTML { canHideHTML = false } else { canHide = false }
        i += 2
        continue
      }
      // Set in by four blanks, or behind the colons of a division, it would be words to all others.
      if isPrivate || isMisread(bytes, i..<end) || known.indented.contains(line)
        || isFence(bytes, lines.range(line, in: bytes))
      {
        result.append(Comment(start: i, end: end, isHTML: isHTML))
      }
      i = end
    }
    return result
  }

  /// Behind the `%%` that ends what is private, however many paragraphs further on; that of "50 %%
  /// off" ends nothing.
  private func privateEnd(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    var start = from
    while let end = find("%%", bytes, from: start) {
      // Within the paragraph the next sign ends it, even behind a figure.
      if !isShare(bytes, end - 2) || !holdsEmptyLine(bytes, from..<end) { return end }
      start = end
    }
    return nil
  }

  /// Whether the `%%` that would end a remark begins another: "%% ask Tom", a paragraph of the story,
  /// "%% check the year", each of which was meant to end with its line.
  private func isAnothers(
    _ bytes: UnsafeBufferPointer<UInt8>, _ remark: Range<Int>, _ lines: SourceLines
  ) -> Bool {
    guard holdsEmptyLine(bytes, remark) else { return false }
    func words(_ range: Range<Int>) -> Bool { bytes[range].contains { !$0.isASCIISpace } }
    let first = lines.range(lines.line(at: remark.lowerBound), in: bytes)
    let last = lines.range(lines.line(at: remark.upperBound - 1), in: bytes)
    let opensWithWords = words(remark.lowerBound + 2..<max(remark.lowerBound + 2, first.upperBound))
    return opensWithWords && !words(last.lowerBound..<remark.upperBound - 2)
      && words(remark.upperBound..<max(remark.upperBound, last.upperBound))
  }

  private func holdsEmptyLine(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var isEmpty = false
    for i in range {
      if bytes[i] == 0x0A {
        if isEmpty { return true }
        isEmpty = true
      } else if !bytes[i].isASCIISpace {
        isEmpty = false
      }
    }
    return false
  }

  /// Whether `%%` stands between a figure and a word: "50 %% off".
  private func isShare(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    var before = i - 1
    while before >= 0, bytes[before].isSpaceOrTab { before -= 1 }
    return before >= 0 && bytes[before].isASCIIDigit && i + 3 < bytes.count
      && bytes[i + 2].isSpaceOrTab && bytes[i + 3].isASCIILetter
  }

  /// `%%`, but for `100%%`, `\%%` and `50 %% off`.
  private func opensPrivate(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    if isShare(bytes, i) { return false }
    return i == 0 || !bytes[i - 1].isASCIIDigit && bytes[i - 1] != 0x5C && bytes[i - 1] != 0x25
  }

  private func isFence(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let words = bytes[line].drop { $0.isSpaceOrTab || $0 == 0x3E }
    return words.starts(with: utf8(":::"))
  }

  /// Whether a comment of HTML begins within a range.
  private func holdsBeginning(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    var from = range.lowerBound
    while let i = bytes.offset(of: 0x3C, from: from, before: range.upperBound) {
      if beginsHTMLComment(bytes, i) { return true }
      from = i + 1
    }
    return false
  }

  private func find(_ sign: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    let wanted = utf8(sign)
    var i = min(from, bytes.count)
    while let next = bytes.offset(of: wanted[0], from: i, before: bytes.count) {
      if bytes.equals(wanted, at: next, 0, length: wanted.count) { return next + wanted.count }
      i = next + 1
    }
    return nil
  }

  /// Whether CommonMark 0.30 would not see a comment, or not its end.
  ///
  /// It has a line end or two hyphens in it. Those to bookc are read where they stand.
  private func isMisread(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let words = bytes[range.lowerBound + 4..<max(range.lowerBound + 4, range.upperBound - 3)]
    let first = words.drop(while: \.isASCIISpace)
    if first.starts(with: utf8("bookc:")) { return false }
    // In a title or an attribute it would be words.
    if isInQuotes(bytes, range.lowerBound) { return true }
    if words.first == 0x3E || words.starts(with: utf8("->")) || words.last == 0x2D { return true }
    return words.contains(where: \.isLineEnd)
      || zip(words, words.dropFirst()).contains { $0 == 0x2D && $1 == 0x2D }
  }

  /// Whether a plain mark of quotation is open where a comment begins in its line.
  private func isInQuotes(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    var (i, marks) = (place, 0)
    while i > 0, place - i < Self.longestTitle, !bytes[i - 1].isLineEnd {
      i -= 1
      if bytes[i] == 0x22 || bytes[i] == 0x27 { marks += 1 }
    }
    return !marks.isMultiple(of: 2)
  }

  /// In bytes: a title does not begin further back.
  private static let longestTitle = 400

  private mutating func hide(_ comment: Comment, _ lines: SourceLines, source: SourceID) {
    guard let end = comment.end else {
      let span = SourceSpan(
        file: source, start: start + comment.start, end: start + comment.start + 2)
      let close = comment.isHTML ? "-->" : "%%"
      diagnostics.append(
        Diagnostic(
          .signUnclosed,
          comment.holdsAnother
            ? "another comment begins before the one that begins here is closed with '\(close)'"
            : "the comment that begins here is never closed with '\(close)'", at: span,
          notes: [
            DiagnosticNote(
              "write '\(close)' where it ends; for the sign itself write "
                + (comment.isHTML ? "'\\<!--'" : "'\\%%'"))
          ],
          // What nobody is to read would be printed, or what all are to read would not.
          severity: .error))
      return
    }
    let range = comment.start..<end
    for line in lines.line(at: range.lowerBound)...lines.line(at: range.upperBound - 1) {
      let whole = body.withUnsafeBufferPointer { lines.range(line, in: $0) }
      var first = whole.lowerBound
      while first < whole.upperBound, body[first].isSpaceOrTab || body[first] == 0x3E { first += 1 }
      let part = max(first, range.lowerBound)..<min(whole.upperBound, range.upperBound)
      guard !part.isEmpty else { continue }
      let isFence = body.withUnsafeBufferPointer { self.isFence($0, whole) }
      let isAlone =
        part.lowerBound == first
        && body[part.upperBound..<whole.upperBound].allSatisfy(\.isSpaceOrTab)
      if isAlone || isFence {
        for i in part { body[i] = 0x20 }
      } else {
        hidden.signs[start + part.lowerBound] = HiddenSign(meaning: .nothing, length: part.count)
        Self.fill(&body, part, with: Sentinel.hidden)
      }
    }
  }
}
