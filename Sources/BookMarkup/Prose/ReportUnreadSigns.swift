import BookDiagnostics
import BookModel

extension ChapterReader {
  /// Tells of signs that stand in the words as they were typed, since the mark-up they were meant
  /// for is broken: links whose brackets do not meet, emphasis that is never closed.
  mutating func reportUnreadSigns() {
    reportBrokenLinks()
    reportBrokenEmphasis()
    reportColonsInWords()
  }

  /// `Dear R.:::`, three colons that were meant to end a division.
  private mutating func reportColonsInWords() {
    let found = offsets(of: 0x3A) { text, i in
      i + 2 < text.count && text[i + 1] == 0x3A && text[i + 2] == 0x3A
        && (i == 0 || text[i - 1] != 0x3A) && (i + 3 == text.count || text[i + 3] != 0x3A)
    }
    let told = diagnostics.count + mostReports
    for offset in found where diagnostics.count < told {
      guard let (place, _) = typed(offset) else { continue }
      report(
        .divisionMistyped, "':::' is printed with the words: it stands in no line of its own",
        at: span(place, place + 3),
        notes: [DiagnosticNote("begin a new line before it; nothing else stands in that line")])
    }
  }

  /// Signs that stand in the words, of which one message for all says enough.
  func unreadSigns() -> NotationTally {
    var tally = NotationTally()
    for offset in offsets(of: 0x60, where: { _, _ in true }) {
      guard let (place, _) = typed(offset) else { continue }
      tally.add(.backtick, at: span(place, place + 1))
    }
    for offset in offsets(of: 0x26, where: { text, i in Self.nameEnd(text, at: i) != nil }) {
      guard let (place, _) = typed(offset), let length = unknownName(at: place) else { continue }
      tally.add(.unknownCharacter, at: span(place, place + length))
    }
    for offset in offsets(of: 0xC3, where: Self.isTwiceEncoded) {
      let place = Int(sourceSpan(offset..<offset + 1).start)
      tally.add(.twiceEncoded, at: span(place, place + 2))
    }
    for offset in offsets(of: 0xEF, where: Self.beginsReplacement) {
      let place = sourceSpan(offset..<offset + 3)
      switch string(place.range) {
      case "\u{FFFC}": tally.add(.pictureLost, at: place)
      case "\u{FFFD}": tally.add(.letterLost, at: place)
      // `&#0;` has a message of its own.
      default: break
      }
    }
    for offset in offsets(of: 0xB4, where: Self.endsAccentInWord) {
      guard typed(offset) != nil else { continue }
      tally.add(.accentForApostrophe, at: sourceSpan(offset - 1..<offset + 1))
    }
    for offset in offsets(of: 0x2C, where: Self.beginsMarkOfCommas) {
      guard let (place, _) = typed(offset) else { continue }
      tally.add(.commasForMark, at: span(place, place + 2))
    }
    return tally
  }

  /// U+FFFC or U+FFFD.
  private static func beginsReplacement(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i + 2 < text.count && text[i + 1] == 0xBF && (text[i + 2] == 0xBC || text[i + 2] == 0xBD)
  }

  /// `it´s`: an acute accent by itself with a letter on each side.
  private static func endsAccentInWord(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i > 1 && i + 1 < text.count && text[i - 1] == 0xC2
      && (text[i - 2].isASCIILetter || text[i - 2] >= 0x80)
      && (text[i + 1].isASCIILetter || text[i + 1] >= 0xC3)
      // `rÃ´le`, letters read in the wrong way.
      && !(i > 2 && text[i - 3] == 0xC3 && text[i - 2] == 0x83)
  }

  /// `,,Come in`: two commas that touch a word and nothing before them.
  private static func beginsMarkOfCommas(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i + 2 < text.count && text[i + 1] == 0x2C
      && (text[i + 2].isASCIIAlphanumeric || text[i + 2] >= 0xC3)
      && (i == 0 || text[i - 1].isASCIISpace || text[i - 1] == 0x28)
  }

  /// `â€` or `Ã` and a sign of Latin-1 behind it: what UTF-8 looks like when it is read as
  /// Windows-1252.
  ///
  /// No word of any language has it.
  private static func isTwiceEncoded(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i + 3 < text.count else { return false }
    if text[i + 1] == 0xA2 { return text[i + 2] == 0xE2 && text[i + 3] == 0x82 }
    return text[i + 1] == 0x83 && text[i + 2] == 0xC2 && text[i + 3] >= 0xA0
  }

  /// The end of the letters behind `&`, where they may name a sign.
  private static func nameEnd(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
    var k = i + 1
    while k < text.count, k - i < longestWord, text[k].isASCIIAlphanumeric { k += 1 }
    return k > i + 2 && text[i + 1].isASCIILetter ? k : nil
  }

  /// The length of `&name;` that HTML does not know, or of `&name` that it knows with its `;`.
  private func unknownName(at place: Int) -> Int? {
    guard let end = Self.nameEnd(original, at: place) else { return nil }
    if end < original.count, original[end] == 0x3B { return end + 1 - place }
    // `R&D` and `&c.` are words.
    guard end - place > 4 else { return nil }
    let name = string(place..<end) + ";"
    var references = CharacterReferences()
    let isKnown = Array(name.utf8).withUnsafeBufferPointer {
      references.decode($0, at: 0, before: $0.count) != nil
    }
    return isKnown ? end - place : nil
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
      !isEscaped(original, at: place), let leaf = leaf(at: offset), !isVerbatim(offset)
    else { return nil }
    return (place, leaf)
  }

  private func isVerbatim(_ offset: Int) -> Bool {
    var low = 0
    var high = verbatim.count
    while low < high {
      let middle = (low + high) / 2
      if verbatim[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < verbatim.count && verbatim[low].contains(offset)
  }

  /// Where the text holds code and its like, in order and none within another.
  func verbatimRanges() -> [Range<Int>] {
    var result: [Range<Int>] = []
    for mark in prose.marks {
      let isVerbatim =
        switch mark.kind {
        case .code: true
        case .element(let element): ["code", "kbd", "samp", "var"].contains(element.name)
        default: false
        }
      if isVerbatim { result.append(mark.range) }
    }
    result.sort { $0.lowerBound < $1.lowerBound }
    var joined: [Range<Int>] = []
    for range in result {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
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
}

/// A text of nothing but broken signs is told of so often.
let mostReports = 20

/// Bytes of a word that a message shows.
let longestWord = 24
