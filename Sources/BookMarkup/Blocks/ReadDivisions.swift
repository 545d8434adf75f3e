import BookDiagnostics
import BookModel

extension ChapterReader {
  /// A `:::` line: opens a division, or closes the innermost.
  mutating func readDivisionFence(_ fence: DivisionFence, in frames: inout [Frame]) {
    // `:::end` is meant for the colons alone.
    if fence.words.isEmpty || fence.words.lowercased() == "end" {
      closeDivision(fence, in: &frames)
      return
    }
    let name = DivisionName(fence.words)
    let kind = name.kind
    if kind == nil { reportUnknown(name, at: fence.span) }
    // The words of a gallery stand before its pictures.
    if kind == .gallery { keepLabel(of: name, at: fence.span, in: &frames) }
    frames.append(Frame(opener: .division(name), span: fence.span, outerZone: place.zone))
    if kind == nil || kind == .plate { keepLabel(of: name, at: fence.span, in: &frames) }
    switch kind {
    case .letter, .document, .epigraph, .transcript, .verse, .recipe:
      if place.zone == .body { place.zone = .quote }
    case .plate, .gallery: if place.zone == .body { place.zone = .caption }
    case .diary, nil: break
    }
  }

  /// A kind that bookc does not know, said once a chapter; so are all classes of pandoc's together, and
  /// all commands of other programs, such as `::: mkdocs.plugins`.
  private mutating func reportUnknown(_ name: DivisionName, at span: SourceSpan) {
    let told = name.isAttributes ? "{}" : name.word.contains(".") ? "." : name.word.lowercased()
    if Self.privateKinds.contains(told) {
      diagnostics.append(
        Diagnostic(
          .divisionUnknown, "'\(name.word)' is no kind of division: its words would be printed",
          at: span, notes: [DiagnosticNote("write '%% … %%' around what you keep to yourself")],
          severity: .error))
      return
    }
    guard unknownDivisions.insert(told).inserted else { return }
    let kinds = Division.Kind.allCases.map(\.rawValue)
    let near = Self.kindsMeant[name.word.lowercased()] ?? nearestWord(to: name.word, among: kinds)
    report(
      .divisionUnknown, "'\(name.word)' is no kind of division; its words are kept as they are",
      at: span,
      notes: [
        DiagnosticNote(
          near.map { "did you mean '\($0)'?" }
            ?? "the kinds are \(kinds.dropLast().joined(separator: ", ")) and \(kinds.last ?? "")")
      ])
  }

  /// Words that people write around what nobody is to read.
  private static let privateKinds: Set = [
    "private", "comment", "comments", "hidden", "secret", "todo", "remark", "draft",
  ]

  /// Words that people write for a kind, and the kind.
  private static let kindsMeant = [
    "poem": "verse", "poetry": "verse", "song": "verse", "lyrics": "verse", "stanza": "verse",
    "hymn": "verse", "journal": "diary", "motto": "epigraph", "telegram": "document",
    "certificate": "document", "newspaper": "document", "clipping": "document",
    "postcard": "letter", "email": "letter", "interview": "transcript", "dialogue": "transcript",
    "photos": "gallery", "pictures": "gallery", "photo": "plate", "picture": "plate",
    "ingredients": "recipe",
  ]

  /// The words behind the name of an unknown division are as much the author's as those in it.
  private mutating func keepLabel(
    of name: DivisionName, at span: SourceSpan, in frames: inout [Frame]
  ) {
    guard let label = name.label, !name.isAttributes, alternative == nil else { return }
    // It ends the line, but for the colons that may close it.
    let line = span.range.clamped(to: 0..<original.count)
    let end =
      original[line].lastIndex { !$0.isSpaceOrTab && $0 != 0x3A && $0 != 0x0D } ?? line.startIndex
    let range = (end + 1 - label.utf8.count)..<(end + 1)
    guard range.lowerBound >= line.lowerBound, original[range].elementsEqual(label.utf8) else {
      return
    }
    beginParagraph()
    emit(range)
    if let index = endParagraph() { append(Block(.paragraph(index), span: span), to: &frames) }
  }

  private mutating func closeDivision(_ fence: DivisionFence, in frames: inout [Frame]) {
    let open = frames.lastIndex { frame in
      if case .division = frame.opener { return true }
      return false
    }
    guard let open else {
      report(.divisionStray, "':::' closes nothing: no division is open here", at: fence.span)
      return
    }
    closeFrames(&frames, downTo: open + 1)
    endDivision(&frames, at: fence.span)
  }

  /// Takes the innermost frame, a division, and adds it to the one around it.
  mutating func endDivision(_ frames: inout [Frame], at end: SourceSpan) {
    guard frames.count > 1, case .division(let name) = frames[frames.count - 1].opener
    else { return }
    let frame = frames.removeLast()
    place.zone = frame.outerZone
    guard let kind = name.kind else {
      frames[frames.count - 1].blocks += frame.blocks
      return
    }
    var blocks = frame.blocks
    if kind == .gallery {
      // What stands before the pictures stays before them.
      let first = blocks.firstIndex { if case .paragraph = $0.kind { false } else { true } }
      for block in blocks[..<(first ?? blocks.endIndex)] { append(block, to: &frames) }
      blocks.removeSubrange(..<(first ?? blocks.endIndex))
    }
    if kind == .plate || kind == .gallery { blocks = captioned(blocks, name.extent) }
    if name.opensSpread { openSpreads(&blocks) }
    if kind == .epigraph || kind == .verse { nameSource(of: blocks) }
    append(
      Block(
        .division(
          Division(
            kind: kind, label: name.label.map(printed), blocks: blocks,
            parts: [.letter, .document].contains(kind)
              ? letterParts(of: blocks, isLetter: kind == .letter) : [])),
        span: frame.span.union(end)), to: &frames)
  }

  /// Words behind a division's name with the marks that print has for those of a typewriter.
  private func printed(_ label: String) -> String {
    guard label.utf8.contains(where: { [0x22, 0x27, 0x2D, 0x2E].contains($0) }) else {
      return label
    }
    // Behind a word nothing in it can begin a list or a heading.
    let before = "x "
    let chapter = parseChapter(
      Array((before + label).utf8), source: source, header: ChapterHeader(), language: language
    ).value
    guard chapter.prose.count == 1, chapter.marks.isEmpty else { return label }
    let words = chapter.string(chapter.prose[0].text)
    return words.hasPrefix(before) ? String(words.dropFirst(before.count)) : label
  }

  /// In a plate or a gallery the paragraph after a picture is its caption, the one after that its
  /// credit; pictures that stand side by side already are pictures of the whole.
  private func captioned(_ blocks: [Block], _ extent: PictureExtent) -> [Block] {
    var result: [Block] = []
    var blocks = blocks[...]
    // `::: plate The mill in snow`: the words behind the name are the caption where there is none.
    var caption: Int?
    if extent != .text, blocks.count == 2, case .paragraph(let index)? = blocks.first?.kind,
      case .figure(let figure)? = blocks.last?.kind, figure.caption == nil
    {
      caption = index
      blocks = blocks.dropFirst()
    }
    for block in blocks {
      if case .figure(var figure) = block.kind {
        figure.extent = extent
        figure.caption = figure.caption ?? caption
        result.append(Block(.figure(figure), span: block.span))
      } else if case .division(let inner) = block.kind, inner.kind == .gallery, extent != .plate {
        result += captioned(inner.blocks, extent)
      } else if case .paragraph(let index) = block.kind, let last = result.last,
        case .figure(var figure) = last.kind, figure.credit == nil
      {
        if figure.caption == nil { figure.caption = index } else { figure.credit = index }
        result[result.count - 1] = Block(.figure(figure), span: last.span.union(block.span))
      } else {
        result.append(block)
      }
    }
    return result
  }

  /// The first of every two pictures begins a pair of facing pages.
  private func openSpreads(_ blocks: inout [Block]) {
    let figures = blocks.indices.filter {
      if case .figure = blocks[$0].kind { true } else { false }
    }
    for first in stride(from: 0, to: figures.count - 1, by: 2) {
      guard case .figure(var figure) = blocks[figures[first]].kind else { continue }
      figure.opensSpread = true
      blocks[figures[first]].kind = .figure(figure)
    }
  }
}

/// What stands behind the colons that begin a division: `letter 3 May 1944`, or as pandoc has it
/// `{.letter #first}`.
struct DivisionName {
  var word: String
  var kind: Division.Kind?
  var label: String?
  /// Of the pictures in a plate.
  var extent = PictureExtent.text
  /// Whether its pictures stand two by two on facing pages.
  var opensSpread = false
  /// Whether it is written in braces.
  var isAttributes = false

  init(_ words: String) {
    var words = words[...]
    var classes: [String] = []
    if words.hasPrefix("{"), let close = words.firstIndex(of: "}") {
      let bytes = Array(words[...close].utf8)
      let list = bytes.withUnsafeBufferPointer {
        AttributeList($0, at: 0, before: $0.count)
      }
      if let list {
        isAttributes = true
        classes = list.classes
        let known = classes.first { Self.kind($0) != nil }
        words = (known ?? classes.first ?? "div") + words[words.index(after: close)...]
      }
    }
    let end = words.firstIndex(where: \.isWhitespace) ?? words.endIndex
    let rest = words[end...].drop(while: \.isWhitespace)
    word = String(words[..<end])
    let said = Self.withoutAttributes(rest)
    label = said.isEmpty ? nil : said
    kind = Self.kind(word)
    if kind == .plate { takeExtent(classes) }
  }

  /// `3 May 1944` of `3 May 1944 {.formal #first}`.
  private static func withoutAttributes(_ label: Substring) -> String {
    guard let open = label.lastIndex(of: "{"), label.last == "}" else { return String(label) }
    let bytes = Array(label[open...].utf8)
    let isList = bytes.withUnsafeBufferPointer {
      AttributeList($0, at: 0, before: $0.count)?.end == $0.count
    }
    guard isList else { return String(label) }
    return String(label[..<open]).trimmed
  }

  /// Two pictures are a pair, which is a gallery of two; several plates, or two that face each
  /// other, are plates with a page each.
  private static func kind(_ word: String) -> Division.Kind? {
    switch word.lowercased() {
    case "pair": .gallery
    case "plates", "facing": .plate
    case let word: Division.Kind(rawValue: word)
    }
  }

  /// What the words after `plate` say of its size; others stay its label.
  private mutating func takeExtent(_ classes: [String]) {
    let said = classes + (label ?? "").split(separator: " ").map(String.init)
    let words = said.map { $0.lowercased() }
    opensSpread = word.lowercased() == "facing"
    let hasPages = opensSpread || word.lowercased() == "plates" || words.contains("page")
    extent = words.contains("bleed") ? .bleed : hasPages ? .page : .plate
    let rest = said.dropFirst(classes.count).drop {
      ["bleed", "page"].contains($0.lowercased())
    }
    label = rest.isEmpty ? nil : rest.joined(separator: " ")
  }
}
