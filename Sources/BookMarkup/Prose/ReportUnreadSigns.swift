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

  private func offsets(of byte: UInt8, where isOne: (UnsafeBufferPointer<UInt8>, Int) -> Bool)
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
  private func typed(_ offset: Int) -> (place: Int, leaf: Prose)? {
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

  // MARK: Links

  private mutating func reportBrokenLinks() {
    let found = offsets(of: 0x5D) { text, i in
      guard i + 1 < text.count else { return false }
      return text[i + 1] == 0x28 || text[i + 1] == 0x5B
        || text[i + 1] == 0x20 && i + 2 < text.count && text[i + 2] == 0x28
    }
    let told = diagnostics.count + mostReports
    for offset in found where diagnostics.count < told {
      guard let (place, leaf) = typed(offset) else { continue }
      let end = min(leaf.text.upperBound, offset + longestPath)
      let text = prose.text
      let start = max(leaf.text.lowerBound, offset - longestPath)
      guard text[start..<offset].contains(0x5B) else { continue }
      if text[offset + 1] == 0x5B {
        reportUndefinedLabel(offset, place, end)
        continue
      }
      let isApart = text[offset + 1] == 0x20
      let first = offset + (isApart ? 3 : 2)
      guard first < end else { continue }
      let close = text[first..<end].firstIndex(of: 0x29)
      let target = String(decoding: text[first..<(close ?? end)], as: UTF8.self)
      if ["person:", "date:", "event:"].contains(where: target.drop { $0 == "#" }.hasPrefix) {
        continue
      }
      let word = target.prefix { !$0.isWhitespace }
      guard isAddress(close == nil ? String(word) : target) else { continue }
      let at = span(place, place + (isApart ? 3 : 2))
      if isApart {
        report(
          .linkBroken, "'] (\(word)' is no link: a blank stands between the brackets", at: at,
          fixIts: [FixIt("take the blank out", at: span(place + 1, place + 2), with: "")])
      } else if close == nil {
        report(
          .linkBroken, "'](\(word)' is no link: the bracket is never closed", at: at,
          notes: [DiagnosticNote("put ')' after the address")])
      } else if target.contains(where: \.isWhitespace) {
        report(
          .linkBroken, "'](\(target))' is no link: a blank stands in the address", at: at,
          notes: [DiagnosticNote("write '](<\(target)>)'")])
      }
    }
  }

  /// Whether what stands in brackets is meant for an address, not for a remark.
  private func isAddress(_ target: String) -> Bool {
    let lower = target.lowercased()
    if ["http://", "https://", "www.", "mailto:", "#", "../", "./", "<"].contains(
      where: lower.hasPrefix)
    {
      return lower.utf8.count > 1
    }
    guard let dot = lower.lastIndex(of: "."), dot > lower.startIndex else { return false }
    let ending = lower[lower.index(after: dot)...].prefix { $0 != "#" }
    return ["md", "markdown", "html", "htm", "pdf", "epub", "txt"].contains(String(ending))
      || isPicture(lower)
  }

  /// `[words][label]` with a label that is defined nowhere.
  private mutating func reportUndefinedLabel(_ offset: Int, _ place: Int, _ end: Int) {
    let text = prose.text
    guard let close = text[(offset + 2)..<end].firstIndex(of: 0x5D), close > offset + 2 else {
      return
    }
    let label = text[(offset + 2)..<close]
    guard label.count < 40, label.contains(where: { $0.isASCIILetter }), !label.contains(0x5B),
      label.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F })
    else { return }
    let name = String(decoding: label, as: UTF8.self)
    report(
      .linkBroken, "'][\(name)]' is no link: the label '\(name)' is written nowhere",
      at: span(place, place + 2),
      notes: [DiagnosticNote("write '[\(name)]: ' and the address in a paragraph of its own")])
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
private let mostReports = 20

/// Bytes of a word that a message shows.
private let longestWord = 24
