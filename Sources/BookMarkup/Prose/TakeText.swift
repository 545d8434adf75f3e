import BookDiagnostics
import BookLanguage
import BookModel

/// Bytes at which taking words stops to look: our punctuation, escapes, references, sentinels, and
/// the lead bytes of accents that stand by themselves.
let plainStops = stops([])

/// The same where a language sets blanks before signs and inside guillemets: ! : ? and the lead
/// byte of a guillemet beside the semicolon, which is there already.
let spacedStops = stops([0x21, 0x3A, 0x3F, 0xC2])

private func stops(_ more: [Int]) -> [Bool] {
  var table = [Bool](repeating: false, count: 256)
  let usual = [
    0x5C, 0x26, 0x27, 0x22, 0x2D, 0x2E, 0x3B, 0x01, 0x02, 0x03, 0x04, 0x05, 0xCC, 0xCD,
  ]
  for byte in usual + more { table[byte] = true }
  return table
}

/// How many bytes from `start` on are none of `stops`.
private func plainLength(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, most: Int, _ stops: [Bool]
) -> Int {
  stops.withUnsafeBufferPointer { stops in
    var i = start
    let end = start + most
    while i < end, !stops[Int(bytes[i])] { i += 1 }
    return i - start
  }
}

extension ChapterReader {
  /// Takes a text node: lays its words against the file and adds them to the leaf.
  mutating func take(text literal: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while i < literal.count {
      let start = cursor.position
      let limit = min(literal.count - i, cursor.lineEnd - start)
      var length = plainLength(literal, from: i, most: limit, quotes.stops)
      if !literal.equals(cursor.bytes, at: i, start, length: length) {
        var same = 0
        while same < length, literal[i + same] == cursor.bytes[start + same] { same += 1 }
        length = same
      }
      if length > 0 {
        emit(cursor.source..<cursor.source + length)
        cursor.position += length
        i += length
      }
      if i < literal.count { i = takeStop(literal, at: i) }
    }
  }

  /// Takes what begins at a byte of `stops`, or finds its place again; returns where to go on.
  private mutating func takeStop(_ literal: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let byte = literal[i]
    switch cursor.byte {
    case 0x5C where cursor.peek(1).isASCIIPunctuation && cursor.peek(1) == byte:
      cursor.position += 1
      emit(cursor.source..<cursor.source + 1)
      cursor.position += 1
      return i + 1
    case 0x26:
      if let next = takeReference(literal, at: i) { return next }
    case 0x3B where isSignHidden: return i + takeHiddenSign()
    case Sentinel.blank: return i + takeKeptBlank()
    case 0x3B where cursor.peek(1) == Sentinel.note:
      return i + takeNoteReference()
    default: break
    }
    guard byte == cursor.byte, !cursor.isAtLineEnd else { return findPlace(literal, at: i) }
    switch byte {
    case 0x22, 0x27:
      let next = i + 1 < literal.count ? literal[i + 1] : 0
      return i + takeQuote(byte, followedBy: next)
    case 0x2D: return i + takeHyphens(most: literal.count - i)
    case 0x2E: return i + takeStops(most: literal.count - i)
    case 0xCC, 0xCD: return i + takeAccent()
    case _ where quotes.marks.blanks[byte] != nil: takeSpacedSign(byte)
    case 0xC2 where !quotes.marks.blanks.isEmpty:
      return i + takeGuillemet(literal, at: i)
    default:
      emit(cursor.source..<cursor.source + 1)
      cursor.position += 1
    }
    return i + 1
  }

  private mutating func takeReference(
    _ literal: UnsafeBufferPointer<UInt8>, at i: Int
  ) -> Int? {
    guard
      let reference = references.decode(
        cursor.bytes, at: cursor.position, before: cursor.lineEnd)
    else { return nil }
    // cmark leaves out a blank at the head of a line, be it written as a reference.
    if reference.bytes.allSatisfy(\.isSpaceOrTab), !reference.bytes.contains(literal[i]) {
      cursor.position += reference.length
      return i
    }
    emitReference(reference)
    return min(literal.count, i + (reference.literalLength ?? reference.bytes.count))
  }

  /// Adds a decoded reference at the cursor and goes past it.
  mutating func emitReference(_ reference: CharacterReference) {
    let range = cursor.source..<cursor.source + reference.length
    if let value = reference.illegal {
      let name = value > 0x10FFFF ? "a number beyond Unicode" : codePoint(value)
      report(
        .illegalReference, "'\(string(range))' means \(name), which may not stand in a book",
        at: span(range.lowerBound, range.upperBound))
      emit(replacing: range, with: Array("\u{FFFD}".utf8))
    } else {
      emit(replacing: range, with: reference.bytes)
    }
    cursor.position += reference.length
  }

  /// Adds bytes of the file as they stand.
  @inline(__always)
  mutating func emit(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<original.count)
    if alternative != nil {
      alternative?.append(contentsOf: original[range])
    } else {
      prose.append(original[range], at: range.lowerBound)
    }
  }

  /// Adds bytes that stand for a range of the file.
  mutating func emit(replacing range: Range<Int>, with bytes: [UInt8]) {
    if alternative != nil {
      alternative?.append(contentsOf: bytes)
    } else {
      prose.append(replacing: range, with: bytes)
    }
  }

  /// The words are not where they should be: looks for them a little further on.
  private mutating func findPlace(_ literal: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let rest = literal.count - i
    var sample = 1
    while sample < min(rest, 24), !quotes.stops[Int(literal[i + sample])] { sample += 1 }
    var k = cursor.position
    let limit = min(cursor.bytes.count - sample, k + 8192)
    while k <= limit {
      var matched = 0
      while matched < sample, cursor.bytes[k + matched] == literal[i + matched] { matched += 1 }
      if matched == sample {
        let quoteDepth = cursor.quoteDepth
        cursor.move(to: k)
        cursor.quoteDepth = quoteDepth
        // What is found at a line's end would be looked for there again, for ever.
        if cursor.position == k, !cursor.isAtLineEnd { return i }
      }
      k += 1
    }
    lostPlaces += 1
    emit(replacing: cursor.source..<cursor.source, with: Array(literal[i...]))
    return literal.count
  }

  // MARK: Punctuation

  /// Takes a run of hyphens and returns how many bytes of the literal it was.
  mutating func takeHyphens(most: Int) -> Int {
    var count = 1
    while count < most, cursor.peek(count) == 0x2D { count += 1 }
    let range = cursor.source..<cursor.source + count
    if count == 1 || alternative != nil {
      emit(range)
    } else {
      emit(replacing: range, with: dashes(count))
    }
    cursor.position += count
    return count
  }

  /// Takes full stops, three as an ellipsis.
  mutating func takeStops(most: Int) -> Int {
    let isEllipsis =
      most >= 3 && cursor.peek(1) == 0x2E && cursor.peek(2) == 0x2E && alternative == nil
    let count = isEllipsis ? 3 : 1
    let range = cursor.source..<cursor.source + count
    if isEllipsis { emit(replacing: range, with: Array("…".utf8)) } else { emit(range) }
    cursor.position += count
    return count
  }

  /// Takes an accent that stands by itself, together with the letter before it where the two have
  /// one character: so that a name is the same however it was typed.
  mutating func takeAccent() -> Int {
    let (value, length) = scalar(cursor.bytes, at: cursor.position)
    let range = cursor.source..<cursor.source + length
    cursor.position += length
    guard alternative == nil, value >= 0x300, value <= 0x36F, prose.text.count > prose.start,
      let (base, baseLength) = lastScalar(), let whole = composed(base, value)
    else {
      emit(range)
      return length
    }
    noteDecomposed(at: range.lowerBound - baseLength, whole)
    prose.removeLast(baseLength)
    prose.append(
      replacing: max(0, range.lowerBound - baseLength)..<range.upperBound,
      with: Array(String(whole).utf8))
    return length
  }

  /// The last character of the leaf that is being read, nil where it has none yet.
  func lastScalar() -> (value: UInt32, length: Int)? {
    let text = prose.text
    guard text.count > prose.start else { return nil }
    var i = text.count - 1
    while i > prose.start, text[i] & 0xC0 == 0x80 { i -= 1 }
    return text.withUnsafeBufferPointer { scalar($0, at: i) }
  }

  private mutating func noteDecomposed(at offset: Int, _ whole: Unicode.Scalar) {
    if hasDecomposed { return }
    hasDecomposed = true
    report(
      .decomposedCharacters,
      "'\(whole)' is written as a letter and an accent apart; the book sets it as one character",
      at: span(offset, offset + 3))
  }
}
