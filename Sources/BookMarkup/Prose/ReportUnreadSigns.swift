import BookDiagnostics
import BookModel

extension ChapterReader {
  /// Tells of signs that stand in the words as they were typed, since the mark-up they were meant
  /// for is broken: links whose brackets do not meet, emphasis that is never closed.
  mutating func reportUnreadSigns() {
    reportBrokenLinks()
    reportBrokenEmphasis(0x2A)
    reportBrokenEmphasis(0x5F)
  }

  func offsets(of byte: UInt8, where isOne: (UnsafeBufferPointer<UInt8>, Int) -> Bool)
    -> [Int]
  {
    prose.text.withUnsafeBufferPointer { text in
      var result: [Int] = []
      var from = 0
      while let i = text.offset(of: byte, from: from, before: text.count) {
        if isOne(text, i) { result.append(i) }
        from = i + 1
      }
      return result
    }
  }

  /// The place in the file of a sign of the text that stands there as it is, not behind a backslash
  /// and not in code; nil for any other.
  func typed(_ offset: Int) -> (place: Int, leaf: Prose)? {
    let place = Int(sourceSpan(offset..<offset + 1).start)
    guard original.indices.contains(place), original[place] == prose.text[offset],
      !masked.hidden.commandSigns.contains(place), !signsInHTML.contains(place),
      !isEscaped(original, at: place), let leaf = leaf(at: offset),
      !prose.marks[leaf.marks].contains(where: { isVerbatim($0) && $0.range.contains(offset) })
    else { return nil }
    return (place, leaf)
  }

  private func isVerbatim(_ mark: Mark) -> Bool {
    switch mark.kind {
    case .code: true
    case .element(let element): ["code", "kbd", "samp", "var"].contains(element.name)
    default: false
    }
  }

  private func leaf(at offset: Int) -> Prose? {
    var low = 0
    var high = prose.prose.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if prose.prose[middle].text.lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    guard prose.prose.indices.contains(low), prose.prose[low].text.contains(offset) else {
      return nil
    }
    return prose.prose[low]
  }

  // MARK: Emphasis

  /// A run of stars or underscores that opens emphasis and is not closed in its paragraph.
  private mutating func reportBrokenEmphasis(_ sign: UInt8) {
    let opening = offsets(of: sign) { text, i in
      guard i == 0 || text[i - 1] != sign, i == 0 || opensAfter(text, i) else { return false }
      var k = i
      while k < text.count, text[k] == sign { k += 1 }
      return k - i <= 3 && k < text.count && (text[k].isASCIIAlphanumeric || text[k] >= 0xC3)
    }
    guard !opening.isEmpty else { return }
    let marksNotes = sign == 0x2A && usesStarsForNotes()
    let told = diagnostics.count + mostReports
    for offset in opening where diagnostics.count < told {
      guard let (place, leaf) = typed(offset) else { continue }
      if marksNotes, offset == leaf.text.lowerBound { continue }
      var length = 1
      while offset + length < leaf.text.upperBound, prose.text[offset + length] == sign {
        length += 1
      }
      let signs = string(place..<place + length)
      let end = leaf.text.upperBound
      let rest = prose.text[min(offset + length, end)..<end].prefix(longestWord)
      let word = rest.prefix { !$0.isASCIISpace }
      report(
        .emphasisUnclosed,
        "'\(signs)\(String(decoding: word, as: UTF8.self))' begins emphasis that is never closed",
        at: span(place, place + length),
        notes: [
          DiagnosticNote(
            "put '\(signs)' right after its last word; for the sign itself write '\\\(signs.prefix(1))'"
          )
        ])
    }
  }

  /// Whether emphasis may begin behind what stands before a place.
  private func opensAfter(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    let before = text[i - 1]
    if before.isASCIISpace || before == 0x28 || before == 0x5B { return true }
    // “ and ‘, an em dash.
    return i > 2 && text[i - 3] == 0xE2 && text[i - 2] == 0x80
      && [0x9C, 0x98, 0x94].contains(before)
  }

  /// Whether the chapter marks its notes with stars behind words, as printed books did.
  private func usesStarsForNotes() -> Bool {
    !offsets(of: 0x2A) { text, i in
      i > 0
        && (text[i - 1].isASCIIAlphanumeric || text[i - 1].isASCIIPunctuation
          || text[i - 1] >= 0x80)
        && text[i - 1] != 0x2A
        && (i + 1 == text.count || text[i + 1].isASCIISpace)
    }.isEmpty
  }
}

/// A text of nothing but broken signs is told of so often.
let mostReports = 20

/// Bytes of a word that a message shows.
private let longestWord = 24
