import BookDiagnostics
import BookModel

/// A piece of raw HTML and where its bytes lie in the file.
struct HTMLPiece {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where each line of the piece begins in it.
  let starts: [Int]
  /// What to add to an offset in a line to get one in the file.
  let deltas: [Int]

  /// What to add to an offset in a line to get one in what cmark read.
  let bufferDeltas: [Int]

  /// The offset in the file of an offset in the piece.
  func source(_ offset: Int) -> Int { offset + (deltas.isEmpty ? 0 : deltas[line(offset)]) }

  /// The offset in what cmark read of an offset in the piece.
  func buffer(_ offset: Int) -> Int {
    offset + (bufferDeltas.isEmpty ? 0 : bufferDeltas[line(offset)])
  }

  private func line(_ offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension ChapterReader {
  /// Lays the lines of raw HTML that begin at the cursor against the file.
  ///
  /// cmark strips what stands before a line within quotations and lists, never its end.
  func htmlPiece(_ literal: UnsafeBufferPointer<UInt8>, from cursor: inout SourceCursor)
    -> HTMLPiece
  {
    var starts: [Int] = []
    var deltas: [Int] = []
    var bufferDeltas: [Int] = []
    var start = 0
    var isFirst = true
    while start < literal.count {
      var end = start
      while end < literal.count, !literal[end].isLineEnd { end += 1 }
      if !isFirst { cursor.nextLine() }
      // A tag among words ends within its last line; the lines of a block end with theirs.
      let isHere =
        cursor.position + end - start <= cursor.lineEnd
        && literal.equals(cursor.bytes, at: start, cursor.position, length: end - start)
      let position =
        isFirst || isHere ? cursor.position : max(0, cursor.lineEnd - (end - start))
      starts.append(start)
      deltas.append(position + cursor.delta - start)
      bufferDeltas.append(position - start)
      cursor.position = min(cursor.lineEnd, position + end - start)
      start = end + 1
      if end + 1 < literal.count, literal[end] == 0x0D, literal[end + 1] == 0x0A { start += 1 }
      isFirst = false
    }
    return HTMLPiece(bytes: literal, starts: starts, deltas: deltas, bufferDeltas: bufferDeltas)
  }

  func span(_ range: Range<Int>, in piece: HTMLPiece) -> SourceSpan {
    let start = piece.source(range.lowerBound)
    let end = range.isEmpty ? start : piece.source(range.upperBound - 1) + 1
    // What cmark hands on ends with a line end that the file may lack.
    return span(min(start, original.count), min(max(start, end), original.count))
  }

  /// The element a start tag opens, its attributes normalised.
  mutating func element(_ tag: HTMLTag, in piece: HTMLPiece) -> HTMLElement {
    let name = HTMLVocabulary.renamed[tag.name] ?? tag.name
    var element = HTMLElement(name: name)
    var alignment = tag.name == "center" ? "center" : nil
    for attribute in tag.attributes {
      let place = span(attribute.range, in: piece)
      let value = attribute.value.map { decoded($0, in: piece) } ?? ""
      if attribute.name == "align", name != "table", name != "img" {
        alignment = value.lowercased()
      }
      let isAnchor = name == "a" && attribute.name == "name"
      let key = isAnchor ? "id" : attribute.name
      switch HTMLVocabulary.treatment(ofAttribute: key, saying: value, on: name) {
      case .kept: keep(key, value, on: &element, at: place)
      case .dropped where key == "hidden": reportHidden("'hidden'", at: place)
      case .dropped: break
      case .handler:
        report(
          .htmlHandler, "'\(key)' on '<\(tag.name)>' runs a program, which no book may", at: place)
      case .unsound:
        report(
          .htmlAttributeUnknown,
          "the attribute '\(key)' on '<\(tag.name)>' is left out: it may not be '\(value)' there",
          at: place)
      case .unknown:
        report(
          .htmlAttributeUnknown, "the attribute '\(key)' on '<\(tag.name)>' is left out",
          at: place)
      }
    }
    if let alignment, ["left", "right", "center", "justify"].contains(alignment) {
      addStyle("text-align: \(alignment)", to: &element)
    }
    // Without it they say nothing, and HTML does not take them (HTML 4.5.13, 4.5.14, 4.5.25).
    if let needed = HTMLVocabulary.meaningful[name],
      !element.attributes.contains(where: { $0.name == needed })
    {
      element.name = "span"
    }
    return element
  }

  private mutating func keep(
    _ name: String, _ value: String, on element: inout HTMLElement, at place: SourceSpan
  ) {
    guard !element.attributes.contains(where: { $0.name == name }) else { return }
    switch name {
    case "style":
      if let style = checkedStyle(value, at: place) { addStyle(style, to: &element) }
    case "class":
      let classes = value.split(whereSeparator: \.isWhitespace)
      let kept = classes.filter { !$0.lowercased().hasPrefix("mso") }
      if kept.count < classes.count { reportWordMarkup("the class '\(value)'", at: place) }
      if !kept.isEmpty {
        element.attributes.append(HTMLAttribute("class", kept.joined(separator: " ")))
      }
    case "id":
      let id = value.trimmed
      guard !id.isEmpty else { return }
      claimIdentifier(id, at: place)
      element.attributes.append(HTMLAttribute("id", id))
    case "lang":
      element.attributes.append(HTMLAttribute("lang", value))
    case "xml:lang":
      if !element.attributes.contains(where: { $0.name == "lang" }) {
        element.attributes.append(HTMLAttribute("lang", value))
      }
    default: element.attributes.append(HTMLAttribute(name, value))
    }
  }

  private mutating func claimIdentifier(_ id: String, at place: SourceSpan) {
    let claim = identifiers.claim(id, at: place)
    if claim.isTaken {
      report(
        .identifierTwice, "the id '\(id)' is given twice in this chapter", at: place,
        notes: claim.earlier.map { [DiagnosticNote("first given here", at: $0)] } ?? [])
    }
    let isName =
      id.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
    let isSound = id.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_.".unicodeScalars.contains($0)
        || $0.properties.generalCategory == .nonspacingMark
    }
    if !isName || !isSound {
      report(
        .identifierUnsound,
        "the id '\(id)' is no name XML knows: letters, digits, '-', '_' and '.', a letter first",
        at: place)
    }
  }

  private func addStyle(_ style: String, to element: inout HTMLElement) {
    if let index = element.attributes.firstIndex(where: { $0.name == "style" }) {
      element.attributes[index].value += "; " + style
    } else {
      element.attributes.append(HTMLAttribute("style", style))
    }
  }

  /// What hides words in a browser hides none from the printer, nor from who opens the e-book.
  private mutating func reportHidden(_ what: String, at place: SourceSpan) {
    diagnostics.append(
      Diagnostic(
        .htmlAttributeUnknown, "\(what) keeps these words from nobody: they would be printed",
        at: place, notes: [DiagnosticNote("write '%% … %%' around what you keep to yourself")],
        severity: .error))
  }

  /// A style without Word's own properties; what loads or runs anything is an error.
  private mutating func checkedStyle(_ value: String, at place: SourceSpan) -> String? {
    let lower = value.lowercased()
    if ["url(", "expression", "@import", "behavior", "javascript:", "\\"].contains(
      where: lower.contains)
    {
      report(
        .htmlStyle, "a style that loads or runs something may not stand in a book", at: place)
      return nil
    }
    let tight = lower.filter { !$0.isWhitespace }
    if tight.contains("display:none") || tight.contains("visibility:hidden") {
      reportHidden("the style '\(value)'", at: place)
    }
    let parts = value.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    let kept = parts.filter { !$0.lowercased().hasPrefix("mso-") && $0.contains(":") }
    if kept.count < parts.count, parts.contains(where: { $0.lowercased().hasPrefix("mso-") }) {
      reportWordMarkup("the style '\(value)'", at: place)
    }
    return kept.isEmpty ? nil : kept.joined(separator: "; ")
  }

  /// Word's leftovers are said once a chapter.
  mutating func reportWordMarkup(_ what: String, at place: SourceSpan) {
    guard !hasWordMarkup else { return }
    hasWordMarkup = true
    report(.htmlLeftover, "\(what) is a leftover of a word processor and is left out", at: place)
  }

  /// An attribute's value with its character references decoded.
  mutating func decoded(_ range: Range<Int>, in piece: HTMLPiece) -> String {
    let raw = piece.bytes[range]
    if raw.contains(where: Sentinel.isSentinel) {
      let start = piece.source(range.lowerBound)
      return string(start..<start + range.count)
    }
    guard raw.contains(0x26) else { return String(decoding: raw, as: UTF8.self) }
    var result: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let reference = references.decode(piece.bytes, at: i, before: range.upperBound) {
        if let illegal = reference.illegal {
          report(
            .illegalReference, "\(codePoint(illegal)) may not stand in a book",
            at: span(i..<i + reference.length, in: piece))
        } else {
          result += reference.bytes
        }
        i += reference.length
      } else {
        result.append(piece.bytes[i])
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
