import BookModel

/// Reads the words of a leaf, and the signs between them, as what they can mean in a date.
struct DateTokenReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let tables: Lexicon.Tables
  private let fold: UnsafeBufferPointer<UInt8>
  /// What each distinct word of the chapter is, by its number.
  private let meanings: UnsafeBufferPointer<Lexicon.Meaning>
  private var i: Int
  private let end: Int
  private var isAttached = false
  private var isFirst = true
  /// Where the word at hand ends: a full stop before that ends no sentence.
  private var endOfWord = 0

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ tables: Lexicon.Tables,
    fold: UnsafeBufferPointer<UInt8>, meanings: UnsafeBufferPointer<Lexicon.Meaning>
  ) {
    self.text = text
    self.tables = tables
    self.fold = fold
    self.meanings = meanings
    i = range.lowerBound
    end = min(range.upperBound, text.count)
  }

  @inline(__always)
  private func byte(_ at: Int) -> UInt8 { at < end ? text[at] : 0 }

  @inline(__always)
  private static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 || b >= 0xC3 }
  @inline(__always)
  private static func isDigit(_ b: UInt8) -> Bool { b &- 0x30 < 10 }

  /// Appends every token of the leaf whose words these are.
  mutating func read(_ words: UnsafeBufferPointer<WordToken>, into tokens: inout TokenList) {
    for word in words {
      // A date in figures takes several words at once.
      if Int(word.end) <= i { continue }
      let start = Int(word.start)
      if i &+ 1 == start, text[i] == 0x20 {
        i = start
        isAttached = false
      } else if i < start {
        signs(upTo: start, &tokens)
      }
      endOfWord = Int(word.end)
      while i < Int(word.end) {
        if i == start, !word.shape.contains(.digit) {
          self.word(word, to: &tokens)
        } else if Self.isDigit(text[i]) {
          number(&tokens)
        } else if fold[Int(text[i])] > Self.digit {
          part(&tokens)
        } else {
          sign(&tokens)
        }
      }
    }
    signs(upTo: end, &tokens)
  }

  /// What stands between two words.
  private mutating func signs(upTo limit: Int, _ tokens: inout TokenList) {
    while i < limit {
      // Code is no prose; whatever stands in it is one sign.
      if fold[Int(text[i])] != Self.outside {
        var length = 1
        while i + length < limit, fold[Int(text[i + length])] != Self.outside { length += 1 }
        append(.other, length, to: &tokens)
      } else {
        sign(&tokens)
      }
    }
  }

  private mutating func sign(_ tokens: inout TokenList) {
    let b = text[i]
    if b <= 0x20 {
      i &+= 1
      isAttached = false
    } else if b == 0xE2 {
      sign3(&tokens)
    } else if b < 0x80 {
      sign(b, &tokens)
    } else {
      other(&tokens)
    }
  }

  @inline(__always)
  private mutating func append(
    _ kind: Token.Kind, _ length: Int, _ value: Int = 0, _ extra: Token.Flags = [],
    to tokens: inout TokenList
  ) {
    var flags = extra.rawValue
    if isAttached { flags |= Token.Flags.attached.rawValue }
    if isFirst { flags |= Token.Flags.first.rawValue }
    tokens.append(Token(i, i &+ length, kind, Token.Flags(rawValue: flags), value))
    i &+= length
    isAttached = true
    isFirst = kind == .stop && i > endOfWord
  }

  private mutating func sign(_ b: UInt8, _ tokens: inout TokenList) {
    let kind: Token.Kind
    switch b {
    case UInt8(ascii: ","), UInt8(ascii: ";"): kind = .comma
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): kind = .stop
    case UInt8(ascii: "-"): kind = .dash
    case UInt8(ascii: "/"): kind = .slash
    case UInt8(ascii: "("), UInt8(ascii: "["): kind = .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"): kind = .close
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "$"), UInt8(ascii: "#"): kind = .money
    case UInt8(ascii: "\""): kind = isAttached ? .quoteClose : .quoteOpen
    case UInt8(ascii: "'"): return apostrophe(1, &tokens)
    default: kind = .other
    }
    append(kind, 1, to: &tokens)
  }

  /// General punctuation, U+2000 to U+2FFF.
  private mutating func sign3(_ tokens: inout TokenList) {
    let (b, c) = (byte(i + 1), byte(i + 2))
    guard b == 0x80 else { return append(.other, min(3, end - i), to: &tokens) }
    switch c {
    case 0x80...0x8B, 0xAF:  // spaces
      i += 3
      isAttached = false
    case 0x90...0x95: append(.dash, 3, c == 0x94 || c == 0x95 ? 1 : 0, to: &tokens)
    case 0x98, 0x99: apostrophe(3, &tokens)
    case 0x9C, 0x9E: append(.quoteOpen, 3, to: &tokens)
    case 0x9D: append(.quoteClose, 3, to: &tokens)
    case 0xA6: append(.stop, 3, to: &tokens)
    default: append(.other, min(3, end - i), to: &tokens)
    }
  }

  private mutating func other(_ tokens: inout TokenList) {
    if text[i] == 0xC2, byte(i + 1) == 0xA0 {
      i += 2
      isAttached = false
    } else if text[i] == 0xC2, byte(i + 1) == 0xA3 {
      append(.money, 2, to: &tokens)
    } else if text[i] == 0xC2, byte(i + 1) == 0xAB || byte(i + 1) == 0xBB {
      append(opensGuillemet(byte(i + 1)) ? .quoteOpen : .quoteClose, 2, to: &tokens)
    } else {
      append(.other, text[i] == 0xC2 && i + 1 < end ? 2 : 1, to: &tokens)
    }
  }

  /// Guillemets point outwards in most languages and inwards in Danish and some German books: what
  /// follows says how one stands.
  private func opensGuillemet(_ low: UInt8) -> Bool {
    let next = byte(i + 2)
    if Self.isDigit(next) || Self.isLetter(next) && next != 0xE2 { return true }
    // A blank of its own, an ellipsis, a bracket.
    return low == 0xAB && (next == 0xE2 || next == 0xC2 || next == UInt8(ascii: "("))
  }

  /// A possessive, the mark of a short year (`’63`), or a quotation mark.
  private mutating func apostrophe(_ length: Int, _ tokens: inout TokenList) {
    let next = byte(i + length)
    let after = byte(i + length + 1)
    if isAttached, next | 0x20 == UInt8(ascii: "s"), !Self.isLetter(after), !Self.isDigit(after) {
      return append(.apostropheS, length + 1, to: &tokens)
    }
    if Self.isDigit(next), Self.isDigit(after), !Self.isDigit(byte(i + length + 2)) {
      let value = Int(next - 0x30) * 10 + Int(after - 0x30)
      if byte(i + length + 2) == UInt8(ascii: "s"), !Self.isLetter(byte(i + length + 3)) {
        return append(.decade, length + 3, value, .short, to: &tokens)
      }
      return append(.shortYear, length + 2, value, .digits, to: &tokens)
    }
    append(.other, length, to: &tokens)
  }

  // MARK: Words

  /// What `fold` says of a byte that no word has.
  private static let outside: UInt8 = 0
  /// What it says of a digit: `x86`, `H2O` are words that are no date.
  private static let digit: UInt8 = 1

  /// Each byte in lower case as a word's letter, `digit`, or `outside`.
  static let fold: [UInt8] = (0...255).map { byte -> UInt8 in
    switch byte {
    case 0x41...0x5A: UInt8(byte | 0x20)
    case 0x61...0x7A: UInt8(byte)
    case 0x30...0x39: digit
    // Continuation bytes and leads of letters; C2 and E2 lead signs and blanks.
    case 0x80...0xC1, 0xC3...0xE1, 0xE3...0xFF: UInt8(byte)
    default: outside
    }
  }

  /// A word without signs or accents is what its chapter's list says; others are read part by part.
  @inline(__always)
  private mutating func word(_ token: WordToken, to tokens: inout TokenList) {
    let stop = Int(token.end)
    // Letters of U+2000 to U+2FFF begin with the byte that signs begin with: Tifinagh, Coptic, `ℓ`.
    if fold[Int(text[i])] == Self.outside { return append(.word, stop - i, 0, [], to: &tokens) }
    if token.shape.isDisjoint(with: .compound),
      stop >= end || fold[Int(text[stop])] == Self.outside
    {
      append(meanings[Int(token.word)], stop &- i, to: &tokens)
    } else {
      part(&tokens)
    }
  }

  /// The letters and figures up to the next sign.
  private mutating func part(_ tokens: inout TokenList) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    var j = i
    var hasDigit = false
    var hasAccent = false
    let fold = self.fold
    let limit = min(end, i + 16)
    var shift: UInt64 = 0
    while j < limit {
      let b = fold[Int(text[j])]
      if b <= Self.digit {
        if b == Self.outside { break }
        hasDigit = true
      }
      if b >= 0x80 { hasAccent = true }
      if shift < 64 { low |= UInt64(b) << shift } else { high |= UInt64(b) << (shift &- 64) }
      shift &+= 8
      j &+= 1
    }
    let isWhole = j < limit || j == end || fold[Int(text[j])] == Self.outside
    if !isWhole { while j < end, fold[Int(text[j])] != Self.outside { j &+= 1 } }
    guard isWhole, !hasDigit else { return append(.word, j - i, 0, capital, to: &tokens) }
    if hasAccent { (low, high) = Self.lowered(low, high) }
    append(tables.find(low, high), j - i, to: &tokens)
  }

  /// Whether the word at hand begins with a capital.
  @inline(__always)
  private var capital: Token.Flags {
    text[i] &- 0x41 < 26 || text[i] == 0xC3 && byte(i + 1) < 0xA0 ? .capital : []
  }

  @inline(__always)
  private mutating func append(
    _ meaning: Lexicon.Meaning, _ length: Int, to tokens: inout TokenList
  ) {
    var flags = capital
    if meaning.isShort { flags.insert(.short) }
    let more = meaning.kind == .month && meaning.isShort ? elision(i + length) : 0
    append(meaning.kind, length + more, Int(meaning.value), flags, to: &tokens)
  }

  /// The length of what is left of a month's end behind its short form: the `'r` of `Dec'r`.
  private func elision(_ at: Int) -> Int {
    var j = at
    if byte(j) == UInt8(ascii: "'") {
      j += 1
    } else if byte(j) == 0xE2, byte(j + 1) == 0x80, byte(j + 2) == 0x99 {
      j += 3
    } else {
      return 0
    }
    let first = j
    while Self.isLetter(byte(j)), byte(j) != 0xE2 { j += 1 }
    let isLast = j == first + 1 && byte(first) != UInt8(ascii: "s")
    return isLast ? j - at : 0
  }

  /// Capitals of Latin-1 in lower case: `É` is C3 89, `é` C3 A9.
  private static func lowered(_ low: UInt64, _ high: UInt64) -> (UInt64, UInt64) {
    var halves = [low, high]
    var last: UInt64 = 0
    for n in 0..<16 {
      let shift = UInt64(n % 8 * 8)
      let b = halves[n / 8] >> shift & 0xFF
      if last == 0xC3, (0x80..<0x9F).contains(b) { halves[n / 8] |= 0x20 << shift }
      last = b
    }
    return (halves[0], halves[1])
  }

  // MARK: Numbers

  private mutating func number(_ tokens: inout TokenList) {
    var value = 0
    var j = i
    while Self.isDigit(byte(j)) {
      if value < 100_000_000 { value = value * 10 + Int(text[j] - 0x30) }
      j += 1
    }
    let digits = j - i
    let next = byte(j)
    // Within `12.10.1492`.
    if next == UInt8(ascii: "."), digits <= 2, isAttached, i > 1, byte(i - 1) == UInt8(ascii: "."),
      Self.isDigit(byte(i - 2))
    {
      return append(.number, digits, value, .digits, to: &tokens)
    }
    if next == UInt8(ascii: ",") || next == UInt8(ascii: "."), Self.isDigit(byte(j + 1)) {
      return separated(value, digits, j, &tokens)
    }
    if next == UInt8(ascii: ":"), Self.isDigit(byte(j + 1)), digits <= 2 {
      j += 1
      while Self.isDigit(byte(j)) { j += 1 }
      return append(.clock, j - i, 0, .digits, to: &tokens)
    }
    if digits == 4, next == UInt8(ascii: "-"), let day = isoDay(j) {
      return append(.isoDate, 10, value * 10_000 + day, .digits, to: &tokens)
    }
    if Self.isLetter(next) || next == UInt8(ascii: "'") || next == 0xE2 {
      if let (kind, length) = suffix(j, digits),
        // "£3, 10s." are shillings.
        kind != .decade || digits > 2 || length > 1 || tokens.endsBeforeDecade
      {
        return append(kind, j + length - i, value, .digits, to: &tokens)
      }
      if Self.isLetter(next), next != 0xE2 {
        while Self.isLetter(byte(j)), byte(j) != 0xE2 { j += 1 }
        return append(.word, j - i, 0, .grouped, to: &tokens)
      }
    }
    append(.number, digits, value, digits > 4 ? [.digits, .grouped] : .digits, to: &tokens)
  }

  /// `40,000` and `22.8` are numbers; `5.8.2016` stays apart; `31,1968` is a day and a year.
  private mutating func separated(
    _ value: Int, _ digits: Int, _ at: Int, _ tokens: inout TokenList
  ) {
    var j = at
    var groups = 0
    var isThousands = digits <= 3
    let sign = text[at]
    while byte(j) == sign, Self.isDigit(byte(j + 1)) {
      var k = j + 1
      while Self.isDigit(byte(k)) { k += 1 }
      if k - j != 4 { isThousands = false }
      groups += 1
      j = k
    }
    let isDay = sign == UInt8(ascii: ",") && !isThousands && digits <= 2
    let isNumericDate = sign == UInt8(ascii: ".") && groups == 2 && digits <= 2
    if isDay || isNumericDate { return append(.number, digits, value, .digits, to: &tokens) }
    append(.number, j - i, value, [.digits, .grouped], to: &tokens)
  }

  private func isoDay(_ j: Int) -> Int? {
    func two(_ k: Int) -> Int? {
      guard Self.isDigit(byte(k)), Self.isDigit(byte(k + 1)) else { return nil }
      return Int(byte(k) - 0x30) * 10 + Int(byte(k + 1) - 0x30)
    }
    guard let month = two(j + 1), byte(j + 3) == UInt8(ascii: "-"), let day = two(j + 4),
      !Self.isDigit(byte(j + 6)), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return month * 100 + day
  }

  /// `1st`, `1960s`, `1960’s`, `19th`.
  private func suffix(_ j: Int, _ digits: Int) -> (Token.Kind, Int)? {
    var k = j
    if byte(k) == UInt8(ascii: "'") {
      k += 1
    } else if byte(k) == 0xE2, byte(k + 1) == 0x80, byte(k + 2) == 0x99 {
      k += 3
    }
    if byte(k) == UInt8(ascii: "s"), !Self.isLetter(byte(k + 1)),
      digits == 4 || digits == 3 || digits == 2,
      byte(j - 1) == UInt8(ascii: "0")
    {
      return (.decade, k + 1 - j)
    }
    guard k == j else { return nil }
    let (a, b) = (byte(j) | 0x20, byte(j + 1) | 0x20)
    let isOrdinal: Bool
    switch (a, b) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): isOrdinal = true  // st nd rd th
    case (0x65, 0x72): isOrdinal = true  // 1er
    default: isOrdinal = false
    }
    if isOrdinal, !Self.isLetter(byte(j + 2)) || byte(j + 2) == 0xE2 { return (.ordinal, 2) }
    if a == 0x64 || a == 0x65, !Self.isLetter(byte(j + 1)) || byte(j + 1) == 0xE2, digits <= 2 {
      return (.ordinal, 1)  // 3d, 2d; 19e
    }
    return nil
  }
}
