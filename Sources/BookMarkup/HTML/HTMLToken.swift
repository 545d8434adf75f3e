/// A piece of raw HTML as its author wrote it.
enum HTMLToken {
  case start(HTMLTag)
  case end(name: String, range: Range<Int>)
  case text(Range<Int>)
  /// The words between `<!--` and `-->`.
  case comment(words: Range<Int>, range: Range<Int>)
  /// `<style>` to `</style>`, whose words are none.
  case styleSheet(Range<Int>)
  /// `<!DOCTYPE …>`, `<![CDATA[…]]>` or `<?…?>`.
  case declaration(Range<Int>)
}

/// A start tag: names in lower case, values not yet decoded.
struct HTMLTag {
  var name: String
  var attributes: [(name: String, value: Range<Int>?, range: Range<Int>)]
  var range: Range<Int>
}

/// Cuts raw HTML into tokens, as tolerantly as browsers do; every byte is in one token.
struct HTMLTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var i = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> HTMLToken? {
    guard i < bytes.count else { return nil }
    if bytes[i] == 0x3C, let token = markup() { return token }
    let start = i
    i += 1
    while i < bytes.count, bytes[i] != 0x3C { i += 1 }
    return .text(start..<i)
  }

  private func peek(_ k: Int) -> UInt8 { i + k < bytes.count ? bytes[i + k] : 0 }

  private mutating func markup() -> HTMLToken? {
    let start = i
    if peek(1) == 0x21, peek(2) == 0x2D, peek(3) == 0x2D {
      let end = find([0x2D, 0x2D, 0x3E], from: start + 4)
      i = end ?? bytes.count
      return .comment(words: start + 4..<max(start + 4, end.map { $0 - 3 } ?? i), range: start..<i)
    }
    if peek(1) == 0x21 || peek(1) == 0x3F {
      i = declarationEnd(start)
      return .declaration(start..<i)
    }
    if peek(1) == 0x2F, peek(2).isASCIILetter {
      i += 2
      let name = tagName()
      while i < bytes.count, bytes[i] != 0x3E { i += 1 }
      i = min(bytes.count, i + 1)
      return .end(name: name, range: start..<i)
    }
    guard peek(1).isASCIILetter else { return nil }
    i += 1
    let name = tagName()
    var tag = HTMLTag(name: name, attributes: [], range: start..<start)
    readAttributes(&tag)
    tag.range = start..<i
    if name == "style", let end = styleSheetEnd() {
      i = end
      return .styleSheet(start..<end)
    }
    return .start(tag)
  }

  private mutating func tagName() -> String {
    let start = i
    while i < bytes.count, !bytes[i].isASCIISpace, bytes[i] != 0x3E, bytes[i] != 0x2F { i += 1 }
    return String(decoding: bytes[start..<i].map(\.lowercasedASCII), as: UTF8.self)
  }

  private mutating func readAttributes(_ tag: inout HTMLTag) {
    while i < bytes.count {
      while i < bytes.count, bytes[i].isASCIISpace || bytes[i] == 0x2F { i += 1 }
      guard i < bytes.count else { return }
      if bytes[i] == 0x3E {
        i += 1
        return
      }
      let start = i
      i += 1
      while i < bytes.count, !bytes[i].isASCIISpace, bytes[i] != 0x3D, bytes[i] != 0x3E,
        bytes[i] != 0x2F
      { i += 1 }
      let name = String(decoding: bytes[start..<i].map(\.lowercasedASCII), as: UTF8.self)
      var k = i
      while k < bytes.count, bytes[k].isASCIISpace { k += 1 }
      guard k < bytes.count, bytes[k] == 0x3D else {
        tag.attributes.append((name, nil, start..<i))
        continue
      }
      i = k + 1
      while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
      let value = attributeValue()
      tag.attributes.append((name, value, start..<i))
    }
  }

  private mutating func attributeValue() -> Range<Int> {
    guard i < bytes.count else { return i..<i }
    let quote = bytes[i]
    if quote == 0x22 || quote == 0x27 {
      i += 1
      let start = i
      while i < bytes.count, bytes[i] != quote { i += 1 }
      let range = start..<i
      i = min(bytes.count, i + 1)
      return range
    }
    let start = i
    while i < bytes.count, !bytes[i].isASCIISpace, bytes[i] != 0x3E { i += 1 }
    return start..<i
  }

  private func find(_ mark: [UInt8], from start: Int) -> Int? {
    var k = start
    while k + mark.count <= bytes.count {
      if bytes[k..<k + mark.count].elementsEqual(mark) { return k + mark.count }
      k += 1
    }
    return nil
  }

  /// After the end tag of a style sheet that begins before the cursor; nil where it has none.
  private func styleSheetEnd() -> Int? {
    let mark = Array("</style".utf8)
    var k = i
    while k + mark.count <= bytes.count {
      if bytes[k] == 0x3C, bytes[k..<k + mark.count].map(\.lowercasedASCII) == mark {
        return find([0x3E], from: k + mark.count)
      }
      k += 1
    }
    return nil
  }

  private func declarationEnd(_ start: Int) -> Int {
    if peek(1) == 0x3F { return find([0x3F, 0x3E], from: start + 2) ?? bytes.count }
    if peek(2) == 0x5B { return find([0x5D, 0x5D, 0x3E], from: start + 3) ?? bytes.count }
    var k = start + 2
    var brackets = 0
    while k < bytes.count {
      if bytes[k] == 0x5B { brackets += 1 }
      if bytes[k] == 0x5D { brackets -= 1 }
      if bytes[k] == 0x3E, brackets <= 0 { return k + 1 }
      k += 1
    }
    return bytes.count
  }
}
