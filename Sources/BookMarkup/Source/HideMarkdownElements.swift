extension MaskedChapter {
  /// Takes out the tags of elements that say that Markdown stands in them, `<div markdown="1">` and
  /// its end, where CommonMark would take the words right behind the tag for HTML.
  ///
  /// An element that says more than that stays: its look and its name would be lost.
  mutating func hideMarkdownElements() {
    let tags = body.withUnsafeBufferPointer { buffer -> [Range<Int>] in
      let word = utf8(" markdown")
      var from = 0
      // Hardly a chapter has tags, and every one has blanks.
      while let tag = buffer.offset(of: 0x3C, from: from, before: buffer.count) {
        let end = min(buffer.count, tag + longestTag)
        for i in tag..<end {
          if buffer[i] == 0x3E { break }
          if buffer.equals(word, at: i, 0, length: word.count) { return markdownTags(buffer) }
        }
        from = tag + 1
      }
      return []
    }
    for tag in tags { for i in tag { body[i] = 0x20 } }
  }

  /// A line that is one tag.
  private struct LoneTag {
    var name: String
    var isEnd: Bool
    /// Whether its one meaningful attribute says that there is Markdown in it.
    var holdsMarkdown = false
  }

  private func markdownTags(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let lines = SourceLines(bytes, delta: 0)
    let code = codeLines(bytes)
    var found: [Range<Int>] = []
    // Elements open, with the line of those to be taken out.
    var open: [(name: String, line: Int?)] = []
    for line in 0..<lines.count where !code.contains(line) {
      let range = lines.range(line, in: bytes)
      guard let tag = Self.loneTag(bytes, range) else { continue }
      if !tag.isEnd {
        let isBehindBlank =
          line + 1 >= lines.count
          || bytes[lines.range(line + 1, in: bytes)].allSatisfy(\.isSpaceOrTab)
        open.append((tag.name, tag.holdsMarkdown && !isBehindBlank ? line : nil))
      } else if let index = open.lastIndex(where: { $0.name == tag.name }) {
        if let first = open[index].line { found += [lines.range(first, in: bytes), range] }
        open.removeSubrange(index...)
      }
    }
    return found
  }

  private static func loneTag(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> LoneTag? {
    let text = bytes[range]
    guard let first = text.firstIndex(where: { !$0.isSpaceOrTab }),
      let last = text.lastIndex(where: { !$0.isSpaceOrTab }), bytes[first] == 0x3C,
      bytes[last] == 0x3E, last - first < longestTag, last > first,
      !bytes[first + 1..<last].contains(where: { $0 == 0x3C || $0 == 0x3E })
    else { return nil }
    let isEnd = bytes[first + 1] == 0x2F
    let words = String(decoding: bytes[first + (isEnd ? 2 : 1)..<last], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).map(String.init)
    guard let name = words.first?.lowercased(), ["div", "section", "article"].contains(name) else {
      return nil
    }
    if isEnd { return LoneTag(name: name, isEnd: true) }
    let attributes = Set(words.dropFirst().map { String($0.prefix { $0 != "=" }).lowercased() })
    let says = attributes.contains("markdown")
    let isPlain = attributes.isDisjoint(with: ["align", "dir", "id", "lang", "style", "xml:lang"])
    return LoneTag(name: name, isEnd: false, holdsMarkdown: says && isPlain)
  }
}

/// A tag is no longer than this, in bytes.
private let longestTag = 400
