import BookDiagnostics
import BookModel

extension ChapterReader {
  mutating func reportDuplicateNotes() {
    for (index, definition) in noteTable.definitions.enumerated() {
      guard let first = noteTable.definition(definition.label), first != index else { continue }
      report(
        .footnoteDuplicate, "the footnote '[^\(definition.label)]' is written twice",
        at: definition.labelSpan,
        notes: [
          DiagnosticNote("first written here", at: noteTable.definitions[first].labelSpan)
        ])
    }
  }

  /// Takes the `[^label]` at the cursor and returns how many bytes of the literal it was.
  mutating func takeNoteReference() -> Int {
    var length = 1
    while cursor.peek(length) == Sentinel.note { length += 1 }
    if cursor.peek(length) == 0x3B { length += 1 }
    let range = cursor.source..<cursor.source + length
    cursor.position += length
    let label = string(range.lowerBound + 2..<max(range.lowerBound + 2, range.upperBound - 1))
    guard alternative == nil else { return length }
    let span = span(range.lowerBound, range.upperBound)
    guard let index = noteTable.refer(to: label, from: place) else {
      // Of two numbers, neither is the other mistyped.
      let near =
        label.allSatisfy(\.isNumber) ? nil : nearestWord(to: label, among: noteTable.labels)
      let withoutColon = colonNote(label)
      emit(range)
      // Of the two places, one is the note itself.
      guard withoutColon.isEmpty || toldWithoutColon.insert(label).inserted else { return length }
      report(
        .footnoteUndefined, "the footnote '[^\(label)]' is written nowhere in this chapter",
        at: span,
        notes: withoutColon.isEmpty
          ? near.map { [DiagnosticNote("did you mean '[^\($0)]'?")] } ?? [] : withoutColon)
      return length
    }
    if isInLink {
      report(
        .linkInLink,
        "the footnote '[^\(label)]' stands within a link, which can hold no other link",
        at: span, notes: [DiagnosticNote("put it after the link")])
    }
    if let from = place.note { noteTable.calls.append((from, index, span)) }
    let mark = prose.openMark(.noteReference(index), at: range.lowerBound)
    prose.closeMark(mark, at: range.upperBound)
    return length
  }

  /// What to do where a line begins as a note does, but for its colon.
  private mutating func colonNote(_ label: String) -> [DiagnosticNote] {
    let begun = notesWithoutColon ?? labelsWithoutColon()
    notesWithoutColon = begun
    return begun.contains(label)
      ? [DiagnosticNote("a note has a colon: '[^\(label)]: ' and its words")] : []
  }

  /// The labels that lines begin with, words behind them and no colon.
  private func labelsWithoutColon() -> Set<String> {
    var labels: Set<String> = []
    for line in original.split(separator: 0x0A) {
      let words = line.drop { $0.isSpaceOrTab || $0 == 0x3E }
      guard words.starts(with: "[^".utf8), let close = words.firstIndex(of: 0x5D),
        close + 1 < words.endIndex, words[close + 1] != 0x3A
      else { continue }
      labels.insert(String(decoding: words[words.startIndex + 2..<close], as: UTF8.self))
    }
    return labels
  }

  /// Reads the notes: those referred to in that order, then the others.
  mutating func readNotes() {
    var read = 0
    while read < noteTable.order.count {
      readNote(read, isUsed: true)
      read += 1
    }
    noteTable.addUnused()
    while read < noteTable.order.count {
      readNote(read, isUsed: false)
      read += 1
    }
    reportCycles()
  }

  private mutating func readNote(_ index: Int, isUsed: Bool) {
    let definition = noteTable.definitions[noteTable.order[index]]
    let first = noteTable.firstReferences[index]
    place = LeafPlace(
      zone: .note, section: first.section, paragraph: first.paragraph, note: index)
    isAfterBreak = false
    var text = definition.text
    if !masked.references.isEmpty {
      text.append(0x0A)
      text += definition.text.withUnsafeBufferPointer {
        masked.references.definitions(for: $0, in: masked.body)
      }
    }
    let lines = SourceLines(
      starts: definition.lineStarts + [Int32(definition.text.count)],
      deltas: definition.lineDeltas + [0], length: definition.text.count)
    let blocks = readDocument(text, lines: lines, own: definition.lineStarts.count)
    if isUsed, blocks.isEmpty {
      report(
        .footnoteUndefined, "the footnote '[^\(definition.label)]' has no words",
        at: definition.labelSpan,
        notes: [DiagnosticNote("write them behind its colon, in the same line")])
    }
    chapter.notes.append(
      Note(
        label: definition.label, number: isUsed ? index + 1 : 0, blocks: blocks,
        span: definition.span, labelSpan: definition.labelSpan))
  }

  /// A note that leads back to itself can be shown once only.
  private mutating func reportCycles() {
    var callees: [Int: [(to: Int, span: SourceSpan)]] = [:]
    for call in noteTable.calls { callees[call.from, default: []].append((call.to, call.span)) }
    var state = [Int](repeating: 0, count: noteTable.order.count)
    for root in state.indices where state[root] == 0 {
      var stack = [(node: root, next: 0)]
      state[root] = 1
      while let top = stack.last {
        let targets = callees[top.node] ?? []
        guard top.next < targets.count else {
          state[top.node] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let (to, span) = targets[top.next]
        if state[to] == 1 {
          let label = noteTable.definitions[noteTable.order[to]].label
          report(.footnoteCycle, "the footnote '[^\(label)]' leads back to itself", at: span)
        } else if state[to] == 0 {
          state[to] = 1
          stack.append((to, 0))
        }
      }
    }
  }
}
