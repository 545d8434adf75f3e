/// All forms of a registry as one tree of folded bytes, walked from every word of the text.
///
/// Folding: small letters, marks apart from their letters (so that NFC and NFD are one), one kind
/// of apostrophe and quotation mark, any white space as one space, no points. The walk from one word
/// is bounded by the longest form, so that a text is searched in time linear in its length.
struct FormTrie: Sendable {
  private var bytes: [UInt8] = [0]
  private var firstChild: [Int32] = [-1]
  private var nextSibling: [Int32] = [-1]
  private var accepted: [[Int32]] = [[]]
  private var isAccepting: [Bool] = [false]
  private var roots = [Int32](repeating: -1, count: 256)
  /// Whether some form begins with this small letter and needs no capital there.
  private(set) var beginsSmall = [Bool](repeating: false, count: 256)
  private let capitals: [UInt64]

  init(_ forms: [RegistryForm]) {
    capitals = forms.map(\.capitals)
    for (i, form) in forms.enumerated() { insert(form, Int32(i)) }
  }

  private mutating func insert(_ form: RegistryForm, _ index: Int32) {
    let folded = FoldedBytes.form(form.text)
    guard let first = folded.first else { return }
    if form.capitals & 1 == 0 { beginsSmall[Int(first)] = true }
    var node = roots[Int(first)]
    if node < 0 {
      node = append(first)
      roots[Int(first)] = node
    }
    for byte in folded.dropFirst() {
      var child = firstChild[Int(node)]
      while child >= 0, bytes[Int(child)] != byte { child = nextSibling[Int(child)] }
      if child < 0 {
        child = append(byte)
        nextSibling[Int(child)] = firstChild[Int(node)]
        firstChild[Int(node)] = child
      }
      node = child
    }
    accepted[Int(node)].append(index)
    isAccepting[Int(node)] = true
  }

  private mutating func append(_ byte: UInt8) -> Int32 {
    bytes.append(byte)
    firstChild.append(-1)
    nextSibling.append(-1)
    accepted.append([])
    isAccepting.append(false)
    return Int32(bytes.count - 1)
  }

  private func step(_ node: Int32, _ byte: UInt8) -> Int32 {
    if node == 0 { return roots[Int(byte)] }
    var child = firstChild[Int(node)]
    while child >= 0, bytes[Int(child)] != byte { child = nextSibling[Int(child)] }
    return child
  }

  /// The longest form that begins at `start` and ends at the end of a word before `limit`.
  func longest(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
  ) -> (form: Int, end: Int)? {
    var walk = Walk(text: text, at: start, limit: limit)
    var best: (form: Int, end: Int)?
    while walk.node >= 0, let unit = walk.next(in: self) {
      switch unit {
      case .byte(let byte): walk.node = step(walk.node, byte)
      case .scalar(let scalar):
        for byte in FoldedBytes.folded(scalar) {
          walk.node = step(walk.node, byte)
          if walk.node < 0 { break }
        }
      case .nothing: continue
      }
      if walk.node > 0, isAccepting[Int(walk.node)], walk.isAtWordEnd,
        let form = form(at: walk.node, capitals: walk.capitals)
      {
        best = (form, walk.at)
      }
    }
    return best
  }

  private func form(at node: Int32, capitals seen: UInt64) -> Int? {
    var best: Int?
    for index in accepted[Int(node)] where capitals[Int(index)] & ~seen == 0 {
      // Of two spellings the one that asks for more capitals is nearer to the text.
      if let other = best, capitals[other].nonzeroBitCount >= capitals[Int(index)].nonzeroBitCount {
        continue
      }
      best = Int(index)
    }
    return best
  }

  fileprivate func has(_ byte: UInt8, after node: Int32) -> Bool { step(node, byte) >= 0 }
}

/// One walk through the text and down the tree.
private struct Walk {
  enum Unit {
    case byte(UInt8)
    case scalar(UInt32)
    case nothing
  }

  let text: UnsafeBufferPointer<UInt8>
  var at: Int
  let limit: Int
  var node: Int32 = 0
  var capitals: UInt64 = 0
  private var word: UInt64 = 0
  private var wordStart: Int
  private var isAtWordStart = true

  init(text: UnsafeBufferPointer<UInt8>, at: Int, limit: Int) {
    self.text = text
    self.at = at
    self.limit = limit
    wordStart = at
  }

  var isAtWordEnd: Bool { ProseBytes.isWordEnd(text, at, limit: limit) }

  mutating func next(in trie: FormTrie) -> Unit? {
    guard at < limit else { return nil }
    let byte = text[at]
    switch byte {
    case 0x20, 0x0A, 0x09, 0x0D: return space()
    case 0x2E: return point(in: trie)
    case 0x41...0x5A:
      if isAtWordStart { capitals |= 1 << min(word, 63) }
      isAtWordStart = false
      at += 1
      return .byte(byte | 0x20)
    case 0x00..<0x80:
      if byte != 0x22, byte != 0x27, byte != 0x28 { isAtWordStart = false }
      at += 1
      return .byte(byte)
    default: return wide()
    }
  }

  private mutating func space() -> Unit {
    while at < limit, ProseBytes.spaceLength(text, at, limit: limit) > 0 {
      at += ProseBytes.spaceLength(text, at, limit: limit)
    }
    word += 1
    wordStart = at
    isAtWordStart = true
    return .byte(0x20)
  }

  // A point counts nothing after an initial or an abbreviated title; anywhere else it ends a name.
  private mutating func point(in trie: FormTrie) -> Unit? {
    let length = at - wordStart
    guard length == 1 || length <= 6 && isTitle(wordStart, at) else { return nil }
    at += 1
    // "U.S." is "U. S." to the tree.
    if at < limit, text[at] >= 0x41, text[at] <= 0x5A, trie.has(0x20, after: node) {
      word += 1
      wordStart = at
      isAtWordStart = true
      return .byte(0x20)
    }
    return .nothing
  }

  private func isTitle(_ start: Int, _ end: Int) -> Bool {
    guard start >= 0, end <= text.count, start < end else { return false }
    return Honorific.named(String(decoding: text[start..<end], as: UTF8.self)) != nil
  }

  private mutating func wide() -> Unit {
    let spaces = ProseBytes.spaceLength(text, at, limit: limit)
    if spaces > 0 { return space() }
    let (scalar, length) = ProseBytes.scalar(text, at, limit: limit)
    at += length
    if scalar == 0xAD { return .nothing }
    if isAtWordStart, let unicode = Unicode.Scalar(scalar) {
      if unicode.properties.isUppercase { capitals |= 1 << min(word, 63) }
      if unicode.properties.isAlphabetic { isAtWordStart = false }
    }
    return .scalar(scalar)
  }
}

/// Bytes as the tree has them.
enum FoldedBytes {
  /// A form: points dropped, spaces single.
  static func form(_ text: String) -> [UInt8] {
    var text = text
    if let plain = text.withUTF8({ plainForm($0) }) { return plain }
    var result: [UInt8] = []
    let words = text.split(separator: " ")
    for (i, word) in words.enumerated() {
      if i > 0 { result.append(0x20) }
      // "U.S." in a form is "u s".
      let parts = word.split(separator: ".")
      for (k, part) in parts.enumerated() {
        if k > 0 { result.append(0x20) }
        for scalar in part.unicodeScalars { result += folded(scalar.value) }
      }
    }
    return result
  }

  /// The same of ASCII, byte by byte; nil for other texts.
  private static func plainForm(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 1)
    var (words, parts) = (0, 0)
    var (isInWord, isInPart) = (false, false)
    for byte in text {
      guard byte < 0x80 else { return nil }
      if byte == 0x20 {
        (isInWord, isInPart) = (false, false)
        continue
      }
      if !isInWord {
        if words > 0 { result.append(0x20) }
        words += 1
        (isInWord, parts) = (true, 0)
      }
      if byte == 0x2E {
        isInPart = false
        continue
      }
      if !isInPart {
        if parts > 0 { result.append(0x20) }
        parts += 1
        isInPart = true
      }
      result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return result
  }

  /// One scalar: lower case, decomposed, signs unified.
  static func folded(_ scalar: UInt32) -> [UInt8] {
    switch scalar {
    case 0x41...0x5A: return [UInt8(scalar) | 0x20]
    case 0x00..<0x80: return [UInt8(scalar)]
    case 0xA0, 0x202F, 0x2009, 0x200A: return [0x20]
    case 0xAD: return []
    case 0x2018, 0x2019, 0x2BC: return [0x27]
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: return [0x22]
    case 0x2010, 0x2011: return [0x2D]
    default: break
    }
    guard let unicode = Unicode.Scalar(scalar) else { return [] }
    var parts: [UInt32] = []
    for lower in unicode.properties.lowercaseMapping.unicodeScalars {
      Decomposition.append(lower.value, to: &parts)
    }
    var result = ""
    for part in parts {
      if let letter = Unicode.Scalar(part) { result.unicodeScalars.append(letter) }
    }
    return Array(result.utf8)
  }
}
