/// Whether a text may hold signs of other kinds of Markdown: a look for the first byte of each.
///
/// Most chapters hold none and are not looked at again.
func mayHoldNeighbourSigns(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  func any(_ byte: UInt8, _ isOne: (Int) -> Bool) -> Bool {
    var from = 0
    while let i = bytes.offset(of: byte, from: from, before: bytes.count) {
      if isOne(i) { return true }
      from = i + 1
    }
    return false
  }
  func at(_ i: Int) -> UInt8 { i >= 0 && i < bytes.count ? bytes[i] : 0 }
  return any(0x7B) { _ in true }
    || any(0x7E) { at($0 + 1) != 0x7E || at($0 + 2) != 0x7E }
    || any(0x3D) { at($0 + 1) == 0x3D }
    || any(0x5E) { at($0 - 1) != 0x5B }
    || any(0x24) { _ in true }
    || any(0x40) { [0x5B, 0x2D, 0x20, 0x3B, 0x28, 0x5C, 0x0A].contains(at($0 - 1)) }
    || any(0x5C) { at($0 + 1).isASCIILetter }
    || any(0x3C) { wordTagEnd(bytes, at: $0) != nil || beginsBrokenComment(bytes, at: $0) }
    || any(0x5B) {
      at($0 + 1) == 0x5B || at($0 + 1) == 0x21 || isTaskBox(bytes, at: $0)
        || isContents(bytes, at: $0)
    }
    || any(0x5D) { at($0 + 1) == 0x28 && hasBlankInPath(bytes, at: $0 + 2) }
}

/// Whether a line of a note begins a division, which only the body has.
func holdsDivision(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var from = 0
  while let i = bytes.offset(of: 0x3A, from: from, before: bytes.count) {
    if i + 2 < bytes.count, bytes[i + 1] == 0x3A, bytes[i + 2] == 0x3A { return true }
    from = i + 1
  }
  return false
}

/// The end of a tag of Word's own at a place: `<o:p>`, `</st1:place>`; nil for any other.
func wordTagEnd(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
  let limit = min(bytes.count, start + longestWordTag)
  var i = start + 1
  if i < limit, bytes[i] == 0x2F { i += 1 }
  let first = i
  while i < limit, bytes[i].isASCIIAlphanumeric { i += 1 }
  guard i < limit, bytes[i] == 0x3A,
    ["o", "w", "v", "m", "st1"].contains(String(decoding: bytes[first..<i], as: UTF8.self))
  else { return nil }
  while i < limit, bytes[i] != 0x3E, bytes[i] != 0x3C, !bytes[i].isLineEnd { i += 1 }
  return i < limit && bytes[i] == 0x3E ? i + 1 : nil
}

/// Whether `<!-` with one hyphen, `<!` with a dash, `<--`, `<! --` or `< !--` stands there.
func beginsBrokenComment(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
  guard i + 4 < bytes.count else { return false }
  let parted = bytes[i + 1..<i + 5]
  if parted.elementsEqual(utf8("! --")) || parted.elementsEqual(utf8(" !--")) { return true }
  if bytes[i + 1] == 0x2D { return bytes[i + 2] == 0x2D }
  guard bytes[i + 1] == 0x21 else { return false }
  if bytes[i + 2] == 0x2D { return bytes[i + 3] != 0x2D }
  return bytes[i + 2] == 0xE2 && bytes[i + 3] == 0x80 && [0x93, 0x94].contains(bytes[i + 4])
}

/// Such a tag is no longer than this, in bytes.
private let longestWordTag = 200

/// The colon of `[Karl]: Yes`, which would be an address to Markdown and vanish: where one word
/// stands behind it that is none, as in a record of what was said; nil for any other line.
func colonOfSpeech(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
  // `[^ 1]: A note` is no address either.
  guard start + 2 < end, bytes[start + 1] != 0x5E || bytes[start + 2].isSpaceOrTab,
    let close = bytes.offset(of: 0x5D, from: start + 1, before: end), close + 1 < end,
    bytes[close + 1] == 0x3A
  else { return nil }
  let words = bytes[(close + 2)..<end].drop(while: \.isSpaceOrTab)
  guard let first = words.first, first != 0x3C, first != 0x2F, first != 0x23 else { return nil }
  // An address has a dot within it, a slash, a colon or a place; the end of a sentence has none
  // behind it.
  let word = words.prefix { !$0.isSpaceOrTab }
  let isAddress =
    word.contains { [0x2F, 0x3A, 0x23, 0x40, 0x3D, 0x25].contains($0) }
    || word.dropFirst().dropLast().contains(0x2E)
  return isAddress ? nil : close + 1
}

/// Whether `[ ]` or `[x]` stands there.
func isTaskBox(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
  guard i + 3 < bytes.count, bytes[i] == 0x5B, bytes[i + 2] == 0x5D else { return false }
  return [0x20, 0x78, 0x58].contains(bytes[i + 1]) && bytes[i + 3].isSpaceOrTab
}

/// Whether `[TOC]` stands there.
func isContents(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
  i + 4 < bytes.count && bytes[i + 1] | 0x20 == 0x74 && bytes[i + 2] | 0x20 == 0x6F
    && bytes[i + 3] | 0x20 == 0x63 && bytes[i + 4] == 0x5D
}

/// Whether a blank stands before the bracket that ends a destination.
private func hasBlankInPath(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
  guard start < bytes.count, bytes[start] != 0x3C else { return false }
  var i = start
  let limit = min(bytes.count, start + longestPath)
  while i < limit, bytes[i] != 0x29, !bytes[i].isLineEnd {
    if bytes[i] == 0x20 {
      let next = i + 1 < limit ? bytes[i + 1] : 0
      return next != 0x22 && next != 0x27 && next != 0x28
    }
    i += 1
  }
  return false
}

/// A path of a picture is no longer than this.
let longestPath = 1000
