import BookDiagnostics
import BookModel

/// Gathers the words of a chapter leaf by leaf, and where each came from.
struct ProseBuilder {
  private(set) var text: [UInt8] = []
  private(set) var segments: [SourceSegment] = []
  private(set) var marks: [Mark] = []
  private(set) var prose: [Prose] = []
  private(set) var wordCount = 0
  private let source: SourceID
  private var leafStart = 0
  private var leafMarks = 0
  /// Identifiers given so far, by their hash, and how often.
  private var identifiers: [UInt64: Int] = [:]

  init(source: SourceID, capacity: Int) {
    self.source = source
    text.reserveCapacity(capacity + capacity / 16 + 64)
  }

  /// Where the leaf being gathered begins in `text`.
  var start: Int { leafStart }
  /// True while the leaf has neither words nor marks.
  var isEmpty: Bool { text.count == leafStart && marks.count == leafMarks }
  /// How many marks the leaf has so far.
  var leafMarkCount: Int { marks.count - leafMarks }
  /// True while the leaf has no words.
  var hasNoText: Bool { text.count == leafStart }

  /// Begins the next leaf.
  mutating func beginLeaf() {
    // A line end between leaves keeps their words apart for whoever looks at the whole text.
    if !text.isEmpty {
      segments.append(SourceSegment(text: text.count, source: lastSource, replacedLength: 0))
      text.append(0x0A)
    }
    leafStart = text.count
    leafMarks = marks.count
    identifierStart = text.count
  }
  private var identifierStart = 0

  /// Makes a mark one of another element.
  mutating func replaceElement(ofMark mark: Int, by element: HTMLElement) {
    marks[mark].kind = .element(element)
  }

  /// Forgets the leaf being gathered.
  mutating func dropLeaf() {
    text.removeSubrange(leafStart...)
    marks.removeSubrange(leafMarks...)
    while let last = segments.last, Int(last.text) >= leafStart { segments.removeLast() }
    if leafStart > 0, let last = segments.last, Int(last.text) == leafStart - 1 {
      segments.removeLast()
      text.removeLast()
    }
    leafStart = text.count
  }

  private var lastSource: Int {
    guard let last = segments.last else { return 0 }
    return last.replacedLength < 0
      ? Int(last.source) + text.count - Int(last.text) : Int(last.source + last.replacedLength)
  }

  /// Adds bytes as they stand in the file at `offset`.
  @inline(__always)
  mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at offset: Int) {
    if bytes.isEmpty { return }
    verbatim(at: offset)
    text.append(contentsOf: bytes)
  }

  /// Adds one byte as it stands in the file at `offset`.
  mutating func append(_ byte: UInt8, at offset: Int) {
    verbatim(at: offset)
    text.append(byte)
  }

  @inline(__always)
  private mutating func verbatim(at offset: Int) {
    if let last = segments.last, last.replacedLength < 0,
      Int(last.source) + text.count - Int(last.text) == offset, text.count > leafStart
    {
      return
    }
    segments.append(SourceSegment(text: text.count, source: offset))
  }

  /// Adds bytes that stand for `range` of the file without being its bytes.
  mutating func append(replacing range: Range<Int>, with bytes: some Sequence<UInt8>) {
    segments.append(
      SourceSegment(text: text.count, source: range.lowerBound, replacedLength: range.count))
    text.append(contentsOf: bytes)
  }

  /// Takes back the last `count` bytes, which were added as they stand in the file.
  mutating func removeLast(_ count: Int) {
    text.removeLast(min(count, text.count - leafStart))
    while let last = segments.last, Int(last.text) > text.count { segments.removeLast() }
    if let last = segments.last, Int(last.text) == text.count { segments.removeLast() }
  }

  /// Opens a mark and returns its place for `closeMark`.
  mutating func openMark(_ kind: Mark.Kind, at offset: Int) -> Int {
    marks.append(
      Mark(
        kind, text.count..<text.count, span: SourceSpan(file: source, start: offset, end: offset)))
    return marks.count - 1
  }

  /// Ends a mark where the text now ends.
  mutating func closeMark(_ index: Int, at offset: Int) {
    guard marks.indices.contains(index) else { return }
    let start = marks[index].range.lowerBound
    marks[index].range = start..<max(start, text.count)
    marks[index].span.end = Int32(max(Int(marks[index].span.start), offset))
  }

  /// Where a link that has ended holds pictures and no words, the pictures lead where it does.
  mutating func linkPictures(ofMark index: Int) {
    guard marks.indices.contains(index), marks[index].range.isEmpty,
      case .link(let destination, _) = marks[index].kind
    else { return }
    for inner in marks.indices.dropFirst(index + 1) {
      guard case .image(var image) = marks[inner].kind else { continue }
      image.link = image.link ?? destination
      marks[inner].kind = .image(image)
    }
  }

  /// Changes what an open mark is.
  mutating func setKind(_ kind: Mark.Kind, ofMark index: Int) {
    if marks.indices.contains(index) { marks[index].kind = kind }
  }

  /// Ends the leaf and returns its index; `identifier` is the id it has, nil for one of its words.
  mutating func endLeaf(_ place: LeafPlace, identifier: String?) -> Int {
    trimEnd()
    let range = leafStart..<text.count
    wordCount += text.withUnsafeBufferPointer { countWords($0[range]) }
    prose.append(
      Prose(
        text: range, marks: leafMarks..<marks.count, zone: place.zone, section: place.section,
        paragraph: place.paragraph, id: identifier ?? identifierOfWords(range), note: place.note,
        followsBreak: place.followsBreak))
    return prose.count - 1
  }

  /// Says of a leaf that it names where the words before it come from.
  mutating func nameSource(_ leaf: Int) { prose[leaf].isSource = true }

  /// Blanks at the end are no words.
  private mutating func trimEnd() {
    var end = text.count
    // A picture at the end takes no bytes: the blank before it stands between it and the words.
    let least =
      marks[leafMarks...].lazy.compactMap { mark in
        if case .image = mark.kind { mark.range.lowerBound } else { nil }
      }.max() ?? leafStart
    while end > max(leafStart, least), text[end - 1].isASCIISpace { end -= 1 }
    guard end < text.count else { return }
    text.removeSubrange(end...)
    while let last = segments.last, Int(last.text) >= end,
      Int(last.text) > leafStart || end == leafStart
    {
      segments.removeLast()
    }
    for i in marks.indices[leafMarks...] where marks[i].range.upperBound > end {
      marks[i].range = min(marks[i].range.lowerBound, end)..<end
    }
    marks.removeAll(after: leafMarks) { $0.kind == .lineBreak && $0.range.isEmpty }
  }

  private mutating func identifierOfWords(_ range: Range<Int>) -> String {
    let hash = text.withUnsafeBufferPointer { shortHash($0[range]) }
    let count = identifiers[hash, default: 0] + 1
    identifiers[hash] = count
    let name = "p-" + base32(hash)
    return count == 1 ? name : "\(name)-\(count)"
  }
}

/// Where a leaf stands in its chapter.
struct LeafPlace {
  var zone: Zone = .body
  var section = -1
  var paragraph = 0
  var note: Int?
  var followsBreak = false
}

extension Array where Element == Mark {
  /// Removes the marks from `start` on that satisfy a condition.
  fileprivate mutating func removeAll(after start: Int, where condition: (Mark) -> Bool) {
    var i = count - 1
    while i >= start {
      if condition(self[i]) { remove(at: i) }
      i -= 1
    }
  }
}
