import BookDiagnostics
import BookModel

extension ChapterReader {
  /// Whether the `;` at the cursor begins a sign that is hidden from cmark.
  @inline(__always)
  var isSignHidden: Bool {
    !masked.hidden.signs.isEmpty && masked.hidden.signs[cursor.source] != nil
  }

  /// Takes the sign at the cursor and returns how many bytes of the literal it was.
  mutating func takeHiddenSign() -> Int {
    guard let sign = masked.hidden.signs[cursor.source] else { return 1 }
    let start = cursor.source
    let range = start..<start + sign.length
    cursor.position += sign.length
    if case .words(let words) = sign.meaning { emit(replacing: range, with: Array(words.utf8)) }
    guard alternative == nil else { return sign.length }
    switch sign.meaning {
    case .nothing, .words, .picture: break
    case .anchor(let id):
      guard let id = claimedIdentifier(id, at: span(start, range.upperBound)) else { break }
      let anchor = HTMLElement(name: "span", attributes: [HTMLAttribute("id", id)])
      let mark = prose.openMark(.element(anchor), at: start)
      prose.closeMark(mark, at: range.upperBound)
    case .opens(let name): openSign(name, .element(HTMLElement(name: name)), at: range)
    case .opensLink(let target):
      openSign("a", .link(destination: wikiScheme + target, title: nil), at: range)
    case .closes(let name): closeSign(name, at: range.upperBound)
    case .note(let index): takeInlineNote(index, at: range)
    }
    return sign.length
  }

  private mutating func openSign(_ name: String, _ kind: Mark.Kind, at range: Range<Int>) {
    guard openElements.count < inlineDepthLimit else { return }
    let wasInLink = beginLink(kind, at: range.lowerBound)
    let kind = name == "strong" ? .strong : kind
    openElements.append(
      OpenElement(
        name: name, mark: prose.openMark(kind, at: range.lowerBound),
        span: span(range.lowerBound, range.upperBound), wasInLink: wasInLink, isSign: true))
  }

  /// Ends a sign's words; what was opened outside the emphasis around it ends with that.
  private mutating func closeSign(_ name: String, at end: Int) {
    guard openElements.count > signFloor, let open = openElements.last, open.isSign,
      open.name == name
    else { return }
    openElements.removeLast()
    prose.closeMark(open.mark, at: end)
    isInLink = open.wasInLink
  }

  private mutating func takeInlineNote(_ definition: Int, at range: Range<Int>) {
    let index = noteTable.refer(toDefinition: definition, from: place)
    let whole = noteTable.definitions[definition].span
    if isInLink {
      report(
        .linkInLink, "a footnote stands within a link, which can hold no other link", at: whole,
        notes: [DiagnosticNote("put it after the link")])
    }
    if let from = place.note { noteTable.calls.append((from, index, whole)) }
    let mark = prose.openMark(.noteReference(index), at: range.lowerBound)
    prose.closeMark(mark, at: Int(whole.end))
  }

  /// Takes a blank before a line of verse, which is kept as one that does not break.
  mutating func takeKeptBlank() -> Int {
    let place = cursor.source
    let columns = place < original.count && original[place] == 0x09 ? tabColumns : 1
    cursor.position += 1
    emit(
      replacing: place..<place + 1,
      with: Array(String(repeating: "\u{A0}", count: columns).utf8))
    return 1
  }

  /// An id of `{#id}` as XML takes it, claimed; other signs than letters become hyphens.
  ///
  /// Nil when it is taken already, which is said.
  mutating func claimedIdentifier(_ written: String, at place: SourceSpan) -> String? {
    let id = soundIdentifier(written)
    let claim = identifiers.claim(id, at: place)
    if claim.isTaken {
      report(
        .identifierTwice, "the id '\(written)' is given twice in this chapter", at: place,
        notes: claim.earlier.map { [DiagnosticNote("first given here", at: $0)] } ?? [])
      return nil
    }
    return id
  }

  /// Adds a line block's stanza to the verse it belongs to.
  mutating func appendStanza(
    _ prose: Int, ofLineBlock number: Int, at span: SourceSpan, to frames: inout [Frame]
  ) {
    let stanza = Block(.paragraph(prose), span: span)
    if case .division(let name) = frames[frames.count - 1].opener, name.kind == .verse {
      append(stanza, to: &frames)
      return
    }
    let last = frames[frames.count - 1].blocks.count - 1
    if number == lineBlock, last >= 0,
      case .division(var verse) = frames[frames.count - 1].blocks[last].kind
    {
      verse.blocks.append(stanza)
      let whole = frames[frames.count - 1].blocks[last].span.union(span)
      frames[frames.count - 1].blocks[last] = Block(.division(verse), span: whole)
      return
    }
    lineBlock = number
    append(
      Block(.division(Division(kind: .verse, label: nil, blocks: [stanza])), span: span),
      to: &frames)
  }
}

/// The scheme of a link to a chapter by its name or title, until BookManuscript knows them all.
package let wikiScheme = "wiki:"

/// Columns of a tab before a line of verse.
private let tabColumns = 4

/// An id with nothing in it that XML does not take.
private func soundIdentifier(_ written: String) -> String {
  var id = ""
  for scalar in written.unicodeScalars {
    let isSound =
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "-_.".unicodeScalars.contains(scalar)
      || scalar.properties.generalCategory == .nonspacingMark
    if isSound { id.unicodeScalars.append(scalar) } else { id.append("-") }
  }
  let isName = id.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
  return isName ? id : "s-" + id
}
