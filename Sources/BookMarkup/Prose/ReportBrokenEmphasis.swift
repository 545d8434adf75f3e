import BookDiagnostics
import BookModel

extension ChapterReader {
  /// Tells of stars and underscores that stand in the words and were meant for emphasis.
  mutating func reportBrokenEmphasis() {
    reportUnclosedEmphasis(0x2A)
    reportUnclosedEmphasis(0x5F)
    reportStarsApart()
    reportUnderscoresApart()
  }

  /// A run of stars or underscores that opens emphasis and is not closed in its paragraph.
  private mutating func reportUnclosedEmphasis(_ sign: UInt8) {
    let halfEnded = reportEndsWithoutBlank(sign)
    let opening = offsets(of: sign) { text, i in
      guard i == 0 || text[i - 1] != sign, i == 0 || opensAfter(text, i) else { return false }
      var k = i
      while k < text.count, text[k] == sign { k += 1 }
      return k - i <= 3 && k < text.count && (text[k].isASCIIAlphanumeric || text[k] >= 0xC3)
    }
    guard !opening.isEmpty else { return }
    let noteStars = sign == 0x2A ? starsBehindWords() : 0
    let marksNotes = noteStars > 0
    let told = diagnostics.count + mostReports
    var answered = -1
    for (index, offset) in opening.enumerated() where diagnostics.count < told {
      guard offset != answered, let (place, leaf) = typed(offset) else { continue }
      if halfEnded.contains(leaf.text.lowerBound) { continue }
      // A star at a paragraph's head and none but one behind a word, at the end of the next.
      if marksNotes, offset == leaf.text.lowerBound,
        noteStars > 1 || !endsFurtherOn(sign, behind: leaf)
      {
        continue
      }
      var length = 1
      while offset + length < leaf.text.upperBound, prose.text[offset + length] == sign {
        length += 1
      }
      let signs = string(place..<place + length)
      let end = leaf.text.upperBound
      let rest = prose.text[min(offset + length, end)..<end].prefix(longestWord)
      let word = String(decoding: rest.prefix { !$0.isASCIISpace }, as: UTF8.self)
      // Of `_his _own` the second sign was meant to end what the first begins.
      var mend = "put '\(signs)' right after its last word"
      if index + 1 < opening.count, opening[index + 1] < end,
        let words = enclosed(offset + length, opening[index + 1])
      {
        answered = opening[index + 1]
        mend = "a blank stands before the second '\(signs)': write '\(signs)\(words)\(signs)'"
      } else if endsFurtherOn(sign, behind: leaf) {
        mend =
          "emphasis ends with its paragraph: write '\(signs)' at its end, and again before the next"
      }
      report(
        .emphasisUnclosed,
        "'\(signs)\(word)' begins emphasis that is never closed", at: span(place, place + length),
        notes: [DiagnosticNote("\(mend); for the sign itself write '\\\(signs.prefix(1))'")])
    }
  }

  /// The words between two signs of which the second has a blank before it; nil where they are many.
  private func enclosed(_ start: Int, _ end: Int) -> String? {
    guard start < end, end - start <= longestEmphasis, prose.text[end - 1].isASCIISpace else {
      return nil
    }
    return String(decoding: prose.text[start..<end], as: UTF8.self).trimmed
  }

  /// Whether the paragraph behind a leaf holds, before any other, a sign that ends emphasis.
  private func endsFurtherOn(_ sign: UInt8, behind leaf: Prose) -> Bool {
    let end = leaf.text.upperBound
    guard let i = prose.text[end...].prefix(longestBroken).firstIndex(of: sign), i > end else {
      return false
    }
    return !prose.text[i - 1].isASCIISpace
      && (i + 1 == prose.text.count || !prose.text[i + 1].isASCIIAlphanumeric)
  }

  /// Tells of `**Note:**text`, whose second signs end nothing; returns where the paragraphs begin.
  private mutating func reportEndsWithoutBlank(_ sign: UInt8) -> Set<Int> {
    let ends = offsets(of: sign) { text, i in
      guard i > 0, text[i - 1] != sign else { return false }
      var k = i
      while k < text.count, text[k] == sign { k += 1 }
      return k < text.count && text[k].isASCIIAlphanumeric && !text[i - 1].isASCIIAlphanumeric
        && !text[i - 1].isASCIISpace
    }
    var leaves: Set<Int> = []
    let told = diagnostics.count + mostReports
    for offset in ends where diagnostics.count < told {
      guard let (place, leaf) = typed(offset), endsNothing(place, sign) else { continue }
      leaves.insert(leaf.text.lowerBound)
      let end = runEnd(place, sign)
      report(
        .emphasisUnclosed,
        "'\(string(place..<end))' ends no emphasis here: a blank is missing behind it",
        at: span(place, end))
    }
    return leaves
  }

  private func runEnd(_ place: Int, _ sign: UInt8) -> Int {
    var end = place
    while end < original.count, original[end] == sign { end += 1 }
    return end
  }

  /// Whether signs stand between one of punctuation and a letter, and as many before them in the
  /// line: `**Note:**text`, where they were meant to end what those begin (CommonMark 0.30, 6.2).
  private func endsNothing(_ place: Int, _ sign: UInt8) -> Bool {
    let end = runEnd(place, sign)
    guard place > 1, original[place - 1].isASCIIPunctuation, original[place - 1] != sign,
      ![0x28, 0x5B].contains(original[place - 1]), end < original.count,
      original[end].isASCIIAlphanumeric
    else { return false }
    var i = place - 1
    let farthest = max(0, place - longestBroken)
    while i >= farthest, !original[i].isLineEnd {
      if original[i] == sign { return runEnd(i, sign) - i <= end - place }
      i -= 1
    }
    return false
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
  private func usesStarsForNotes() -> Bool { starsBehindWords() > 0 }

  private func starsBehindWords() -> Int {
    offsets(of: 0x2A) { text, i in
      i > 0
        && (text[i - 1].isASCIIAlphanumeric || text[i - 1].isASCIIPunctuation
          || text[i - 1] >= 0x80)
        && text[i - 1] != 0x2A
        && (i + 1 == text.count || text[i + 1].isASCIISpace)
    }.count
  }

  // MARK: Stars that touch no word

  /// A run of stars in the text.
  private struct Stars {
    var range: Range<Int>
    var place: Int
    var leaf: Prose
    /// Whether a blank, or nothing, stands before it and behind it.
    var isFreeBefore: Bool
    var isFreeBehind: Bool
  }

  /// `** bold **`, `* word *`, `word**` and `**bold***`: emphasis begins and ends at a word.
  private mutating func reportStarsApart() {
    let starts = offsets(of: 0x2A) { text, i in i == 0 || text[i - 1] != 0x2A }
    guard !starts.isEmpty else { return }
    let leafStarts = Set(prose.prose.map(\.text.lowerBound))
    let begun = Set(
      starts.filter(leafStarts.contains).map { start in
        prose.text[start...].prefix { $0 == 0x2A }.count
      })
    let marksNotes = usesStarsForNotes()
    let told = diagnostics.count + mostReports
    var before: Stars?
    var isOpen = false
    for start in starts where diagnostics.count < told {
      guard let stars = stars(at: start) else { continue }
      isOpen = isOpen && before.map { $0.leaf.text == stars.leaf.text } ?? false
      defer { before = stars }
      let count = stars.range.count
      // Where a paragraph begins with as many, they are marks of notes, as printed books had them.
      guard count <= 3, !begun.contains(count) else { continue }
      let isSurplus =
        stars.place > 0 && original[stars.place - 1] == 0x2A && !stars.isFreeBefore
        && stars.isFreeBehind
      if isSurplus {
        report(
          .emphasisUnclosed, "a star too many stands behind what is emphasized",
          at: span(stars.place, stars.place + count),
          notes: [DiagnosticNote("emphasis ends with as many stars as it begins with")])
      } else if stars.isFreeBehind, count == 1 {
        if let before, enclose(before, stars) { reportApart(before) }
      } else if stars.isFreeBehind, count == 2, stars.isFreeBefore || !marksNotes {
        // Of two that enclose words the first says enough.
        if !isOpen { reportApart(stars) }
        isOpen = !isOpen && stars.isFreeBefore
      }
    }
  }

  /// `__ bold __`, `_ word _`.
  private mutating func reportUnderscoresApart() {
    let starts = offsets(of: 0x5F) { text, i in i == 0 || text[i - 1] != 0x5F }
    let told = diagnostics.count + mostReports
    var before: Stars?
    for start in starts where diagnostics.count < told {
      let signs = stars(at: start, of: 0x5F)
      defer { before = signs }
      if let before, let signs, signs.isFreeBefore, signs.isFreeBehind, enclose(before, signs) {
        reportApart(before, "_")
      }
    }
  }

  private mutating func reportApart(_ stars: Stars, _ sign: String = "*") {
    let signs = String(repeating: sign, count: stars.range.count)
    report(
      .emphasisUnclosed, "'\(signs)' is printed as it is typed: it emphasizes no word",
      at: span(stars.place, stars.place + stars.range.count),
      notes: [
        DiagnosticNote(
          "the signs touch the first and the last word, as in '\(signs)the words\(signs)'; for the sign itself write '\\\(sign)'"
        )
      ])
  }

  private func stars(at start: Int, of sign: UInt8 = 0x2A) -> Stars? {
    guard let (place, leaf) = typed(start) else { return nil }
    let end = leaf.text.upperBound
    var last = start
    while last < end, prose.text[last] == sign { last += 1 }
    return Stars(
      range: start..<last, place: place, leaf: leaf,
      isFreeBefore: start == leaf.text.lowerBound || prose.text[start - 1].isASCIISpace,
      isFreeBehind: last == end || prose.text[last].isASCIISpace
        || prose.text[last].isASCIIPunctuation)
  }

  /// Whether two signs, or two pairs of them, stand around words, and not between factors.
  private func enclose(_ first: Stars, _ last: Stars) -> Bool {
    guard first.leaf.text == last.leaf.text, first.range.count == last.range.count,
      first.range.count <= 2, first.isFreeBefore,
      first.range.upperBound < last.range.lowerBound,
      prose.text[first.range.upperBound].isASCIISpace,
      last.range.lowerBound - first.range.upperBound <= longestEmphasis
    else { return false }
    let words = prose.text[first.range.upperBound..<last.range.lowerBound]
    return words.count(where: \.isASCIILetter) > 2 && !words.contains(where: \.isASCIIDigit)
  }
}

/// In bytes; further back nobody looks for where emphasis began.
private let longestBroken = 400
/// In bytes; stars further apart do not belong together.
private let longestEmphasis = 80
