import BookDiagnostics
import BookModel

extension ChapterReader {
  /// A `:::` line: opens a division, or closes the innermost.
  mutating func readDivisionFence(_ fence: DivisionFence, in frames: inout [Frame]) {
    if fence.words.isEmpty {
      closeDivision(fence, in: &frames)
      return
    }
    let (name, label) = Self.parts(fence.words)
    let kind = Division.Kind(rawValue: name.lowercased())
    if kind == nil {
      let kinds = Division.Kind.allCases.map(\.rawValue)
      let near = nearestWord(to: name, among: kinds)
      report(
        .divisionUnknown, "'\(name)' is no kind of division; its words are kept as they are",
        at: fence.span,
        notes: [
          DiagnosticNote(
            near.map { "did you mean '\($0)'?" } ?? "there are \(kinds.joined(separator: ", "))")
        ])
    }
    frames.append(
      Frame(
        opener: .division(kind, label: label, colons: fence.colons), span: fence.span,
        outerZone: place.zone))
    switch kind {
    case .letter, .document, .epigraph, .transcript, .verse:
      if place.zone == .body { place.zone = .quote }
    case .plate: if place.zone == .body { place.zone = .caption }
    case .diary, nil: break
    }
  }

  private static func parts(_ words: String) -> (name: String, label: String?) {
    var words = words[...]
    // `::: {.letter}` and `:::letter` are written elsewhere for the same.
    if words.hasPrefix("{."), let close = words.firstIndex(of: "}") {
      let name = words[words.index(words.startIndex, offsetBy: 2)..<close]
      words = name + words[words.index(after: close)...]
    }
    let end = words.firstIndex(where: \.isWhitespace) ?? words.endIndex
    let label = words[end...].drop(while: \.isWhitespace)
    return (String(words[..<end]), label.isEmpty ? nil : String(label))
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
    guard frames.count > 1, case .division(let kind, let label, _) = frames[frames.count - 1].opener
    else { return }
    let frame = frames.removeLast()
    place.zone = frame.outerZone
    guard let kind else {
      frames[frames.count - 1].blocks += frame.blocks
      return
    }
    let blocks = kind == .plate ? plate(frame.blocks) : frame.blocks
    append(
      Block(
        .division(Division(kind: kind, label: label, blocks: blocks)),
        span: frame.span.union(end)), to: &frames)
  }

  /// In a plate the paragraph after a picture is its caption, the one after that its credit.
  private func plate(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      if case .figure(var figure) = block.kind {
        figure.isPlate = true
        result.append(Block(.figure(figure), span: block.span))
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
}
