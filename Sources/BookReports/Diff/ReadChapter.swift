package import BookModel

extension ChapterReading {
  /// The chapter as read.
  package init(_ chapter: ParsedChapter) {
    var reader = PassageReader(chapter)
    reader.read(chapter.blocks, setting: "")
    for note in chapter.notes { reader.read(note.blocks, setting: "note") }
    self = reader.reading
  }
}

/// Walks a chapter's blocks in order; a stack of its own, so that no depth of nesting can harm.
private struct PassageReader {
  let chapter: ParsedChapter
  var reading = ChapterReading()

  private enum Work {
    case block(Block, setting: String, shape: Passage.Kind)
    case leaf(Int, Passage.Shape)
  }

  init(_ chapter: ParsedChapter) {
    self.chapter = chapter
    reading.text.reserveCapacity(chapter.text.count)
    reading.passages.reserveCapacity(chapter.prose.count)
    reading.passageOfProse = [Int32](repeating: -1, count: chapter.prose.count)
  }

  mutating func read(_ blocks: [Block], setting: String) {
    var work: [Work] = blocks.reversed().map { .block($0, setting: setting, shape: .paragraph) }
    while let next = work.popLast() {
      switch next {
      case .leaf(let prose, let shape): add(prose, shape)
      case .block(let block, let setting, let kind): read(block, setting, kind, &work)
      }
    }
  }

  private mutating func read(
    _ block: Block, _ setting: String, _ kind: Passage.Kind, _ work: inout [Work]
  ) {
    func into(_ blocks: [Block], _ inner: String, _ kind: Passage.Kind = .paragraph) {
      let setting = setting.isEmpty ? inner : setting + ", " + inner
      work += blocks.reversed().map { .block($0, setting: setting, shape: kind) }
    }
    switch block.kind {
    case .paragraph(let prose), .words(let prose):
      add(prose, Passage.Shape(kind, setting: setting))
    case .heading(let level, let prose, _):
      add(prose, Passage.Shape(.heading, setting: setting, detail: "level \(level)"))
    case .quotation(let blocks): into(blocks, "quotation")
    case .list(let list):
      for item in list.items.reversed() {
        into(item, list.start == nil ? "list" : "numbered list", .item)
      }
    case .code(let language, let text):
      add(words: Array(text.utf8), Passage.Shape(.code, setting: setting, detail: language ?? ""))
    case .sceneBreak: add(words: [], Passage.Shape(.sceneBreak, setting: setting))
    case .figure(let figure):
      add(
        words: Array(figure.image.alternative.utf8),
        Passage.Shape(.picture, setting: setting, detail: figure.image.path))
      if let caption = figure.caption { add(caption, Passage.Shape(.caption, setting: setting)) }
      if let credit = figure.credit { add(credit, Passage.Shape(.credit, setting: setting)) }
    case .table(let table):
      for cell in (table.header + table.rows.joined()) {
        add(cell, Passage.Shape(.cell, setting: setting))
      }
    case .division(let division):
      if let label = division.label {
        add(words: Array(label.utf8), Passage.Shape(.label, setting: division.kind.rawValue))
      }
      into(division.blocks, division.kind.rawValue)
    case .element(let element, let blocks): into(blocks, element.name)
    }
  }

  private mutating func add(_ prose: Int, _ shape: Passage.Shape) {
    guard chapter.prose.indices.contains(prose) else { return }
    reading.passageOfProse[prose] = Int32(reading.passages.count)
    let start = reading.text.count
    let range = chapter.prose[prose].text.clamped(to: 0..<chapter.text.count)
    chapter.text.withUnsafeBufferPointer { reading.text.appendWords($0[range]) }
    finish(from: start, shape, prose: prose)
  }

  private mutating func add(words: [UInt8], _ shape: Passage.Shape) {
    let start = reading.text.count
    words.withUnsafeBufferPointer { reading.text.appendWords($0[...]) }
    finish(from: start, shape, prose: -1)
  }

  private mutating func finish(from start: Int, _ shape: Passage.Shape, prose: Int) {
    let range = start..<reading.text.count
    let (hash, words) = reading.text.withUnsafeBufferPointer { buffer in
      range.isEmpty
        ? (hashOf(shape), 0) : (hashOf(buffer[range]), countWords(buffer[range]))
    }
    reading.passages.append(
      Passage(shape: shape, range: range, hash: hash, prose: prose, words: words))
  }
}

extension Array<UInt8> {
  /// Appends words with one blank for every stretch of white space, none at the ends.
  ///
  /// A no-break space is white space here: it looks like any other.
  fileprivate mutating func appendWords(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let first = count
    var pending = false
    var i = bytes.startIndex
    let end = bytes.endIndex
    while i < end {
      let byte = bytes[i]
      var width = 1
      var isBlank = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
      if byte == 0xC2, i + 1 < end, bytes[i + 1] == 0xA0 { (width, isBlank) = (2, true) }
      if byte == 0xE2, i + 2 < end, bytes[i + 1] == 0x80, bytes[i + 2] == 0xAF {
        (width, isBlank) = (3, true)
      }
      if isBlank {
        pending = true
      } else {
        if pending, count > first { append(0x20) }
        pending = false
        append(byte)
      }
      i += width
    }
  }
}

/// A 64-bit digest of bytes, eight at a time; for comparing, not for secrets.
func hashOf(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
  var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
  let raw = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes.base)[bytes.indices])
  var i = 0
  while i + 8 <= raw.count {
    hash = mixed(hash, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
    i += 8
  }
  var tail: UInt64 = 0
  while i < raw.count {
    tail = tail << 8 | UInt64(raw[i])
    i += 1
  }
  return mixed(hash, tail)
}

/// Two digests as one; the order matters.
@inline(__always)
func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
  let product = (a ^ b ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low &+ a
}

private func hashOf(_ shape: Passage.Shape) -> UInt64 {
  let name = Array("\(shape.kind.rawValue)\u{0}\(shape.detail)".utf8)
  return name.withUnsafeBufferPointer { hashOf($0[...]) }
}
