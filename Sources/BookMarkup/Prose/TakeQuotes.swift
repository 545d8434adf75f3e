import BookLanguage
import BookModel

extension ChapterReader {
  /// What stands before the cursor in the leaf.
  private var previousNeighbour: Neighbour {
    let end = prose.text.count
    guard end > prose.start else { return .space }
    if quotes.marks.nests, openQuotes.last.end == end {
      return openQuotes.last.opens ? .opening : .closing
    }
    guard let (value, length) = lastScalar() else { return .space }
    if value == 0x2019, quotes.marks.elides, end - length > prose.start,
      lastNeighbour(before: end - length) == .letter
    {
      // The apostrophe of `l'`: what comes behind it begins a word.
      return .opening
    }
    return quotes.neighbour(value)
  }

  /// The class of the character that ends at a place of the leaf.
  private func lastNeighbour(before end: Int) -> Neighbour {
    guard end > prose.start else { return .space }
    return prose.text.withUnsafeBufferPointer { text in
      var i = end - 1
      while i > prose.start, text[i] & 0xC0 == 0x80 { i -= 1 }
      return quotes.neighbour(scalar(text, at: i).value)
    }
  }

  /// What follows the bytes at `i` on the line, past the signs of marks, and where it stands.
  private func nextNeighbour(_ i: Int) -> (neighbour: Neighbour, at: Int) {
    var k = i
    let bytes = cursor.bytes
    let limit = min(cursor.lineEnd, i + 64)
    while k < limit {
      switch bytes[k] {
      case 0x2A, 0x5F, 0x60, 0x5B: k += 1
      case 0x5C: k += 1
      case 0x3B where !masked.hidden.signs.isEmpty:
        guard let sign = masked.hidden.signs[k + cursor.delta] else { return (.closing, k) }
        k += sign.length
      case 0x3C where k + 1 < limit && (bytes[k + 1].isASCIILetter || bytes[k + 1] == 0x2F):
        while k < limit, bytes[k] != 0x3E { k += 1 }
        k += 1
      case 0x26: return (.letter, k)
      default: return (quotes.neighbour(scalar(bytes, at: k).value), k)
      }
    }
    return (.space, k)
  }

  /// Takes a straight mark; returns how many bytes of the literal it was, with the blank that its
  /// author typed where the language sets one of its own.
  @discardableResult
  mutating func takeQuote(_ byte: UInt8, followedBy typed: UInt8 = 0) -> Int {
    let source = cursor.source
    let next = cursor.position + 1
    cursor.position = next
    if alternative != nil {
      alternative?.append(byte)
      return 1
    }
    if let sign = measure(byte, before: next) {
      prose.append(replacing: source..<source + 1, with: Array(sign.utf8))
      return 1
    }
    let previous = previousNeighbour
    let (following, place) = nextNeighbour(next)
    if let own = quotes.marks.withinWords,
      isWithinWord(byte, previous, following, at: place)
    {
      let sign = byte == 0x22 ? own.open : own.close
      prose.append(replacing: source..<source + 1, with: Array(sign.utf8))
      return 1
    }
    let form: QuoteForm
    if byte == 0x22 {
      form = openQuotes.double(after: previous, before: following, quotes.marks)
    } else {
      let mayElide = previous != .letter && previous != .digit && previous != .closing
      let elides =
        mayElide && isElided(cursor.bytes, at: next, before: cursor.lineEnd, quotes.marks)
      form = openQuotes.single(
        after: previous, before: following, elides: elides, quotes.marks)
    }
    var length = 1
    var range = source..<source + 1
    switch form {
    case .apostrophe: prose.append(replacing: range, with: QuoteStyle.apostrophe)
    case .open(let depth):
      let mark = quotes.level(depth).open
      if typed == 0x20, mark.isPadded, cursor.byte == 0x20, !cursor.isAtLineEnd {
        length = 2
        range = source..<source + 2
        cursor.position += 1
      }
      prose.append(replacing: range, with: mark)
      openQuotes.last = (prose.text.count, true)
    case .close(let depth):
      let mark = quotes.level(depth).close
      if mark.isPadded { range = takeBackBlank(before: source)..<source + 1 }
      prose.append(replacing: range, with: mark)
      openQuotes.last = (prose.text.count, false)
    }
    return length
  }

  /// The sign of feet or of inches that a mark behind a number is in `5' 10"`; a mark behind a number
  /// alone may as well end a quotation.
  private func measure(_ byte: UInt8, before next: Int) -> String? {
    guard prose.text.count > prose.start, prose.text.last?.isASCIIDigit ?? false else { return nil }
    if byte == 0x27 {
      let bytes = cursor.bytes
      var i = next
      if i < cursor.lineEnd, bytes[i] == 0x20 { i += 1 }
      let first = i
      while i < cursor.lineEnd, i - first < longestInches,
        bytes[i].isASCIIDigit || i > first && bytes[i] == 0x2E
      {
        i += 1
      }
      return i > first && i < cursor.lineEnd && bytes[i] == 0x22 ? "′" : nil
    }
    let number = prose.text[prose.start...].suffix(longestInches + 1).reversed().prefix {
      $0.isASCIIDigit || $0 == 0x2E
    }
    let before = prose.text[prose.start...].dropLast(number.count)
    let feet = before.last == 0x20 ? before.dropLast() : before
    return feet.suffix(3).elementsEqual("′".utf8) ? "″" : nil
  }

  /// Whether a mark between two letters belongs to the word: before its last letter, or behind two
  /// letters and more (צה״ל); a prefix of one letter stands before a quotation.
  private func isWithinWord(
    _ byte: UInt8, _ previous: Neighbour, _ next: Neighbour, at place: Int
  ) -> Bool {
    guard previous == .letter else { return false }
    if byte == 0x27 { return next == .letter || next == .digit || !openQuotes.isSingleOpen }
    guard next == .letter, let (_, length) = lastScalar() else { return false }
    let after = place + scalar(cursor.bytes, at: place).length
    if after >= cursor.lineEnd { return true }
    return quotes.neighbour(scalar(cursor.bytes, at: after).value) != .letter
      || lastNeighbour(before: prose.text.count - length) == .letter
  }

  /// Takes a sign before which the language sets a blank that does not break, where one was typed.
  mutating func takeSpacedSign(_ byte: UInt8) {
    let source = cursor.source
    cursor.position += 1
    if alternative == nil, let blank = quotes.marks.blanks[byte] {
      let start = takeBackBlank(before: source)
      if start < source { prose.append(replacing: start..<source, with: Array(blank.utf8)) }
    }
    emit(source..<source + 1)
  }

  /// Takes a printed guillemet with the blank inside it, other characters of that lead byte as
  /// they are; returns how many bytes of the literal it was.
  mutating func takeGuillemet(_ literal: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let source = cursor.source
    let (value, length) = scalar(cursor.bytes, at: cursor.position)
    cursor.position += length
    let mark = quotes.level(0)
    guard alternative == nil, value == 0xAB || value == 0xBB else {
      emit(source..<source + length)
      return length
    }
    if value == 0xBB {
      let start = takeBackBlank(before: source)
      let isSet = start == source && lastNeighbour(before: prose.text.count) == .space
      if isSet {
        emit(source..<source + length)
      } else {
        prose.append(replacing: start..<source + length, with: mark.close)
      }
      return length
    }
    let next = i + length < literal.count ? literal[i + length] : 0
    if next == 0x20, cursor.byte == 0x20, !cursor.isAtLineEnd {
      cursor.position += 1
      prose.append(replacing: source..<source + length + 1, with: mark.open)
      return length + 1
    }
    let isSet =
      cursor.isAtLineEnd
      || Neighbour(scalar(cursor.bytes, at: cursor.position).value) == .space
    if isSet {
      emit(source..<source + length)
    } else {
      prose.append(replacing: source..<source + length, with: mark.open)
    }
    return length
  }

  /// Takes back a blank that stands last in the leaf as it was typed, and returns where it began in
  /// the file; the place itself where there is none.
  private mutating func takeBackBlank(before source: Int) -> Int {
    guard prose.text.count > prose.start, prose.text.last == 0x20, source > 0,
      source <= original.count, original[source - 1] == 0x20
    else { return source }
    prose.removeLast(1)
    return source - 1
  }
}

extension [UInt8] {
  /// Whether a mark of quotation has a blank of its own.
  fileprivate var isPadded: Bool { count > 3 }
}

/// Bytes of a number of inches, `11.5`.
private let longestInches = 4
