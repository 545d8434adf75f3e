import BookDiagnostics
import BookModel

extension ChapterReader {
  /// Tells of links, pictures and footnote marks that stand in the words as they were typed, with
  /// how each is to be written.
  mutating func reportBrokenLinks() {
    reportBrokenAddresses()
    reportTurnedBrackets()
    reportBrokenNoteMarks()
    reportTurnedNoteMarks()
    reportMarksWithoutWords()
  }

  // MARK: A mark without words

  /// `<date:3 May>`: an address in angle brackets, which holds no blanks and has no words.
  private mutating func reportMarksWithoutWords() {
    let found = offsets(of: 0x3C) { text, i in
      let scheme = text[i + 1..<min(text.count, i + 8)]
      return markSchemes.contains { scheme.starts(with: $0.utf8) }
    }
    let told = diagnostics.count + mostReports
    for offset in found where diagnostics.count < told {
      guard let (place, leaf) = typed(offset) else { continue }
      let end = min(leaf.text.upperBound, offset + longestPath)
      let line = place + 1..<min(lineEnd(of: place), place + 1 + max(0, end - offset))
      guard let close = original[line].firstIndex(of: 0x3E) else { continue }
      let address = string(place + 1..<close)
      let scheme = address.prefix { $0 != ":" } + ":"
      report(
        .markUnread, "the mark '\(scheme)…' is no link to Markdown and stays in the text",
        at: span(place, close + 1),
        notes: [
          DiagnosticNote(
            "words stand before it, as in "
              + (scheme == "person:"
                ? "'[Ann](person:ann-berg)'" : "'[that day](\(scheme)1921-05-03)'"))
        ])
    }
  }

  // MARK: An address that is none

  private mutating func reportBrokenAddresses() {
    let found = offsets(of: 0x5D) { text, i in
      guard i + 1 < text.count else { return false }
      return text[i + 1] == 0x28 || text[i + 1] == 0x5B
        || (text[i + 1] == 0x20 || text[i + 1] == 0x0A) && i + 2 < text.count
          && text[i + 2] == 0x28
    }
    let told = diagnostics.count + mostReports
    for offset in found where diagnostics.count < told {
      guard let (place, leaf) = typed(offset) else { continue }
      let start = max(leaf.text.lowerBound, offset - longestPath)
      guard prose.text[start..<offset].contains(0x5B) else { continue }
      if prose.text[offset + 1] == 0x5B {
        reportUndefinedLabel(offset, place, min(leaf.text.upperBound, offset + longestPath))
        continue
      }
      let isBroken = prose.text[offset + 1] == 0x0A
      // A line's end in the file may be of two bytes, and a quotation's sign may follow it.
      if isBroken,
        place + 2 >= original.count || original[place + 1] != 0x0A
          || original[place + 2] != 0x28
      {
        continue
      }
      let isApart = isBroken || prose.text[offset + 1] == 0x20
      reportAddress(at: place, place + (isApart ? 3 : 2), isApart: isApart)
    }
  }

  /// The link whose `]` stands at a place of the file and whose address begins at `first`.
  private mutating func reportAddress(at place: Int, _ first: Int, isApart: Bool) {
    let end = targetEnd(of: first)
    guard first < end, mayBeAddress(first..<end) else { return }
    let target = BrokenTarget(string(first..<end))
    let isMark = markSchemes.contains(
      where: target.address.drop { $0 == "#" }.hasPrefix)
    if isMark, !isApart { return }
    guard isMark || isAddress(target.isClosed ? target.words : target.address) else { return }
    let at = span(place, first)
    if isApart {
      report(
        .linkBroken,
        "'\(words(before: place))] (\(target.address))' is no link: a blank stands between the brackets",
        at: at,
        fixIts: [FixIt("take the blank out", at: span(place + 1, place + 2), with: "")])
      return
    }
    guard let (why, mend) = target.fault else { return }
    report(
      .linkBroken, "'](\(target.address)' is no link: \(why)", at: at,
      notes: [DiagnosticNote(mend)])
  }

  /// The `[words` of a link whose `]` stands at a place, cut in front where they are many.
  private func words(before place: Int) -> String {
    let line = original[..<place].suffix(mostWordsShown)
    guard let open = line.lastIndex(of: 0x5B) else { return "" }
    return String(decoding: line[open...], as: UTF8.self)
  }

  /// Where what stands behind `](` ends at the latest: with its line or before the next link, so
  /// that a text of nothing but links is read once.
  private func targetEnd(of place: Int) -> Int {
    let limit = min(original.count, place + longestPath)
    return (place..<limit).first { i in
      original[i].isLineEnd
        || original[i] == 0x5D && i + 1 < original.count && original[i + 1] == 0x28
    } ?? limit
  }

  /// Whether a line has what every address has: a sign of one of the web, a mark or a file's ending.
  private func mayBeAddress(_ line: Range<Int>) -> Bool {
    original[line].contains { $0 == 0x2E || $0 == 0x3A || $0 == 0x23 || $0 == 0x3C }
  }

  /// The end of the line of the file that a place is in, no further than an address is long.
  private func lineEnd(of place: Int) -> Int {
    let limit = min(original.count, place + longestPath)
    return original[place..<limit].firstIndex(where: \.isLineEnd) ?? limit
  }

  /// Whether what stands in brackets is meant for an address, not for a remark.
  private func isAddress(_ target: String) -> Bool {
    let lower = target.lowercased()
    if ["http://", "https://", "www.", "mailto:", "#", "../", "./", "<"].contains(
      where: lower.hasPrefix)
    {
      return lower.utf8.count > 1
    }
    let file = lower.firstIndex(of: "\"").map { lower[..<$0] } ?? lower[...]
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return false }
    let ending = file[file.index(after: dot)...].prefix { $0 != "#" && $0 != " " }
    return ["md", "markdown", "html", "htm", "pdf", "epub", "txt"].contains(String(ending))
      || isPicture(String(file[...dot]) + ending)
  }

  /// `[words][label]` with a label that is defined nowhere.
  private mutating func reportUndefinedLabel(_ offset: Int, _ place: Int, _ end: Int) {
    let text = prose.text
    guard let close = text[(offset + 2)..<end].firstIndex(of: 0x5D), close > offset + 2 else {
      return
    }
    let label = text[(offset + 2)..<close]
    let address = String(decoding: label, as: UTF8.self)
    if !address.contains(where: \.isWhitespace), isAddress(address) {
      report(
        .linkBroken, "'][\(address)]' is no link: an address stands in round brackets",
        at: span(place, place + 2), notes: [DiagnosticNote("write '](\(address))'")])
      return
    }
    guard label.count < 40, label.contains(where: { $0.isASCIILetter }), !label.contains(0x5B),
      label.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F })
    else { return }
    let name = String(decoding: label, as: UTF8.self)
    // `[h]: images/my house.png`, which a blank makes no address of.
    let isThere = text.firstRange(of: Array("[\(name)]:".utf8)) != nil
    report(
      .linkBroken,
      isThere
        ? "'][\(name)]' is no link: behind '[\(name)]:' stands no address"
        : "'][\(name)]' is no link: the label '\(name)' is written nowhere",
      at: span(place, place + 2),
      notes: [
        DiagnosticNote(
          isThere
            ? "one with blanks is written '[\(name)]: <images/my house.jpg>', at the head of a line"
            : "write '[\(name)]: ' and the address in a paragraph of its own")
      ])
  }

  // MARK: Brackets of the wrong kind

  /// `(words)[address]`, whose brackets are turned about, and `!(picture.jpg)`, which has none of
  /// the square ones.
  private mutating func reportTurnedBrackets() {
    let told = diagnostics.count + mostReports
    for offset in offsets(of: 0x5B, where: { text, i in i > 0 && text[i - 1] == 0x29 })
    where diagnostics.count < told {
      guard let (place, _) = typed(offset) else { continue }
      let end = lineEnd(of: place)
      guard let close = original[place..<end].firstIndex(of: 0x5D) else { continue }
      let address = string(place + 1..<close)
      guard !address.contains(where: \.isWhitespace), isAddress(address) else { continue }
      let isShown = isPicture(address)
      report(
        .linkBroken,
        "')[\(address)]' is no \(isShown ? "picture" : "link"): the brackets are turned about",
        at: span(place - 1, place + 1),
        notes: [
          DiagnosticNote(
            isShown
              ? "write '![what it shows](\(address))'" : "write '[words](\(address))'")
        ])
    }
    for offset in offsets(
      of: 0x21, where: { text, i in i + 1 < text.count && text[i + 1] == 0x5B })
    where diagnostics.count < told {
      guard let (place, _) = typed(offset) else { continue }
      let end = lineEnd(of: place)
      guard let close = original[place..<end].firstIndex(of: 0x5D),
        close + 1 >= original.count || original[close + 1] != 0x28
      else { continue }
      let path = string(place + 2..<close)
      guard isPicture(path) else { continue }
      report(
        .linkBroken, "'![\(path)]' is no picture: its file stands in round brackets",
        at: span(place, close + 1),
        notes: [DiagnosticNote("write '![what it shows](\(path))'")])
    }
    for offset in offsets(
      of: 0x21, where: { text, i in i + 1 < text.count && text[i + 1] == 0x28 })
    where diagnostics.count < told {
      guard let (place, _) = typed(offset) else { continue }
      let end = lineEnd(of: place)
      guard let close = original[place..<end].firstIndex(of: 0x29) else { continue }
      let path = string(place + 2..<close)
      guard isPicture(path) else { continue }
      report(
        .linkBroken, "'!(\(path))' is no picture: its words in square brackets are missing",
        at: span(place, close + 1),
        fixIts: [
          FixIt("write '![what it shows](\(path))'", at: span(place + 1, place + 1), with: "[]")
        ])
    }
  }

  // MARK: Marks of notes

  /// `(^1)` and `[1^]`, whose brackets are of the wrong kind or whose sign stands behind.
  private mutating func reportTurnedNoteMarks() {
    let told = diagnostics.count + mostReports
    let found = offsets(of: 0x5E) { text, i in
      i > 0 && i + 1 < text.count && (text[i - 1] == 0x28 || text[i + 1] == 0x5D)
    }
    for offset in found where diagnostics.count < told {
      guard let (place, _) = typed(offset), place > 0 else { continue }
      let isRound = original[place - 1] == 0x28
      var open = place - 1
      var close = place + 1
      if isRound {
        while close < original.count, original[close].isASCIIDigit { close += 1 }
      } else {
        while open > 0, original[open].isASCIIDigit { open -= 1 }
      }
      let digits = isRound ? place + 1..<close : open + 1..<place
      guard (1...longestNumber).contains(digits.count), close < original.count,
        original[open] == (isRound ? 0x28 : 0x5B), original[close] == (isRound ? 0x29 : 0x5D)
      else { continue }
      report(
        .linkBroken, "'\(string(open..<close + 1))' is no footnote mark",
        at: span(open, close + 1),
        notes: [DiagnosticNote("write '[^\(string(digits))]'")])
    }
  }

  /// `[^ 1]`, whose label no footnote can have, and `[^1` without its end.
  private mutating func reportBrokenNoteMarks() {
    let told = diagnostics.count + mostReports
    for offset in offsets(
      of: 0x5B, where: { text, i in i + 1 < text.count && text[i + 1] == 0x5E })
    where diagnostics.count < told {
      guard let (place, _) = typed(offset) else { continue }
      let end = min(lineEnd(of: place), place + longestBrokenLabel)
      let label = original[place + 2..<max(place + 2, end)].prefix {
        $0.isASCIIAlphanumeric || $0.isSpaceOrTab || $0 == 0x2D || $0 == 0x5F
      }
      let name = String(decoding: label, as: UTF8.self).trimmed
      let isClosed = label.endIndex < original.count && original[label.endIndex] == 0x5D
      let hasBlank = label.contains(where: \.isSpaceOrTab)
      let isOneOfMany = label.endIndex < original.count && original[label.endIndex] == 0x5B
      guard !name.isEmpty, hasBlank || !isClosed && !isOneOfMany else { continue }
      let word = name.prefix { !$0.isWhitespace }
      // "[^He was my uncle.]" is a note where it stands, its sign turned about.
      let line = original[place + 2..<lineEnd(of: place)]
      let close = line.firstIndex(of: 0x5D)
      if let close, line[..<close].split(separator: 0x20).count >= wordsOfNote {
        report(
          .linkBroken, "'[^\(word) …]' is no footnote mark: its words stand in it",
          at: span(place, place + 2),
          notes: [DiagnosticNote("a note where it stands is written '^[\(word) …]'")])
        continue
      }
      let mend = isClosed ? name.split(separator: " ").joined(separator: "-") : String(word)
      report(
        .linkBroken,
        isClosed
          ? "'[^\(String(decoding: label, as: UTF8.self))]' is no footnote mark: a blank stands in it"
          : "'[^\(word)' is no footnote mark: the bracket is never closed",
        at: span(place, place + 2), notes: [DiagnosticNote("write '[^\(mend)]'")])
    }
  }
}

/// In bytes; of longer words of a link a message shows none.
private let mostWordsShown = 60

/// A label of a note has fewer words.
private let wordsOfNote = 4

/// In digits; a longer number is none of a note.
private let longestNumber = 4

/// No label of a note that was typed wrong is longer, in bytes.
private let longestBrokenLabel = 60

/// What stands behind `](` where no link was read, up to the end of its line.
private struct BrokenTarget {
  /// Up to the first blank, or between `<` and `>`.
  let address: String
  /// The whole, up to the bracket that was meant to end it.
  let words: String
  /// Whether a round bracket ends it in its line.
  let isClosed: Bool
  /// What follows the address.
  private let rest: Substring

  init(_ line: String) {
    let close = Self.close(of: line)
    isClosed = close != nil
    words = String(line[..<(close ?? line.endIndex)])
    if words.first == "<", let end = words.firstIndex(of: ">") {
      address = String(words[words.index(after: words.startIndex)..<end])
      rest = words[words.index(after: end)...].drop(while: \.isWhitespace)
    } else {
      address = String(words.prefix { !$0.isWhitespace })
      rest = words.dropFirst(address.count).drop(while: \.isWhitespace)
    }
  }

  /// The bracket that answers the one before the line.
  private static func close(of line: String) -> String.Index? {
    var depth = 0
    return line.utf8.indices.first { index in
      switch line.utf8[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      return depth < 0
    }
  }

  /// Why it is none, and how to write it; nil where nothing is seen to be wrong.
  var fault: (why: String, mend: String)? {
    if let mark = rest.first, mark == "\"" || mark == "'" {
      let title = rest.dropFirst()
      let isEnded = title.last == mark && !title.isEmpty
      let inner = isEnded ? title.dropLast() : title
      if isEnded, inner.contains(mark) {
        let escaped = inner.replacing("\\\(mark)", with: "\(mark)")
          .replacing("\(mark)", with: "\\\(mark)")
        return (
          "its title has marks of quotation within it",
          "put a backslash before each: '](\(written) \(mark)\(escaped)\(mark))'"
        )
      }
      return (
        "its title is never closed",
        "put \(mark == "'" ? "the other \(mark)" : "'\(mark)'") behind the title, then ')'"
      )
    }
    guard isClosed else { return ("the bracket is never closed", "put ')' after the address") }
    guard !rest.isEmpty else { return nil }
    if isPicture(address), words.dropFirst(address.count).trimmed.hasPrefix("=") {
      let width = words.dropFirst(address.count).trimmed.dropFirst().prefix { $0.isNumber }
      return (
        "its size stands within the brackets",
        "write '](\(address)){width=\(width.isEmpty ? "200" : String(width))px}'"
      )
    }
    if isPicture(address) {
      // A word processor's marks are none to Markdown.
      let title = String(words.dropFirst(address.count)).trimmed.filter { !"“”„«»".contains($0) }
      return (
        "its title stands in no marks of quotation",
        "write '](\(address) \"\(title)\")'"
      )
    }
    if words.first == "#" {
      return ("a blank stands in the address", "write '](#\(slug(of: words)))'")
    }
    if isOfTheWeb, !isFile(words) {
      return (
        "a blank stands in the address",
        "put ')' right after the address; a blank that belongs to it is written '%20'"
      )
    }
    return ("a blank stands in the address", "write '](<\(path)>\(title))'")
  }

  private var isOfTheWeb: Bool {
    ["http:", "https:", "www.", "mailto:"].contains(where: address.lowercased().hasPrefix)
  }

  private func isFile(_ words: String) -> Bool {
    guard let dot = words.lastIndex(of: ".") else { return false }
    let ending = words[words.index(after: dot)...]
    return (2...4).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
  }

  /// The address as it is written where it may hold blanks.
  private var written: String { words.first == "<" ? "<\(address)>" : address }

  /// The path with its blanks, without the title behind it.
  private var path: String {
    let whole = words.first == "<" ? String(words.dropFirst()) : words
    return (whole.firstRange(of: " \"").map { String(whole[..<$0.lowerBound]) } ?? whole).trimmed
  }

  private var title: String {
    words.firstRange(of: " \"").map { String(words[$0.lowerBound...]) } ?? ""
  }
}
