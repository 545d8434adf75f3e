import BookModel

/// Where a form of the registry stands in a chapter, before anybody asked whom it means.
struct FormHit: Sendable {
  /// Index into the chapter's `prose`.
  var prose: Int
  /// Range of the chapter's `text`.
  var range: Range<Int>
  /// Index into the forms.
  var form: Int
}

/// What one pass over a chapter's bytes gives.
struct FormScan: Sendable {
  var hits: [FormHit] = []
  var smallWords = SmallWords()

  /// Walks every word of a chapter down the tree of forms; linear in the chapter's length.
  static func scan(_ chapter: ParsedChapter, for trie: FormTrie) -> FormScan {
    var result = FormScan()
    chapter.text.withUnsafeBufferPointer { text in
      for (i, leaf) in chapter.prose.enumerated() {
        let range = leaf.text.clamped(to: 0..<text.count)
        let skipped = chapter.marks[leaf.marks.clamped(to: 0..<chapter.marks.count)].filter {
          switch $0.kind {
          case .code, .person: true
          default: false
          }
        }
        var from = range.lowerBound
        for mark in skipped {
          let stop = min(max(from, mark.range.lowerBound), range.upperBound)
          result.scanLeaf(text, from..<stop, leaf: range, prose: i, trie)
          from = min(max(from, mark.range.upperBound), range.upperBound)
        }
        result.scanLeaf(text, from..<range.upperBound, leaf: range, prose: i, trie)
      }
    }
    return result
  }

  private mutating func scanLeaf(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, leaf: Range<Int>, prose: Int,
    _ trie: FormTrie
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text[i]
      if byte >= 0x61, byte <= 0x7A {
        if trie.beginsSmall[Int(byte)], let end = hit(text, i, range.upperBound, prose, trie) {
          i = end
          continue
        }
        i = smallWord(text, from: i, to: range.upperBound)
      } else if byte >= 0x41 && byte <= 0x5A || byte >= 0x80 && ProseBytes.isWordByte(text, i) {
        if let end = hit(text, i, range.upperBound, prose, trie) {
          i = end
          continue
        }
        i = wordEnd(text, from: i, to: range.upperBound)
      } else if byte >= 0x30, byte <= 0x39 {
        i = wordEnd(text, from: i, to: range.upperBound)
      } else {
        i += 1
      }
    }
  }

  private mutating func hit(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ prose: Int, _ trie: FormTrie
  ) -> Int? {
    guard let found = trie.longest(in: text, from: start, to: limit),
      !continuesName(text, start)
    else { return nil }
    hits.append(FormHit(prose: prose, range: start..<found.end, form: found.form))
    return found.end
  }

  // "Grant" in "O’Grant" and in "Hay-Grant" is a part of another name; in "d’Arc" and "ex-Governor"
  // it is not.
  private func continuesName(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start > 1 else { return false }
    var i = start
    if text[i - 1] == 0x2D || text[i - 1] == 0x27 {
      i -= 1
    } else if i > 3, ProseBytes.apostropheLength(text, i - 3, limit: i) == 3 {
      i -= 3
    } else {
      return false
    }
    var begin = i
    while begin > 0, i - begin < 40, ProseBytes.isWordByte(text, begin - 1) { begin -= 1 }
    return begin < i && text[begin] >= 0x41 && text[begin] <= 0x5A
  }

  @inline(__always)
  private mutating func smallWord(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
  ) -> Int {
    var hash = SmallWords.seed
    var i = start
    while i < limit {
      let byte = text[i]
      guard byte >= 0x61 && byte <= 0x7A || byte >= 0x80 && ProseBytes.isWordByte(text, i) else {
        break
      }
      hash = SmallWords.hash(hash, byte)
      i += 1
    }
    if i < limit, ProseBytes.isWordByte(text, i) { return wordEnd(text, from: i, to: limit) }
    smallWords.insert(hash)
    return i
  }

  @inline(__always)
  private func wordEnd(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
  ) -> Int {
    var i = start
    while i < limit, ProseBytes.isWordByte(text, i) { i += 1 }
    return i
  }
}
