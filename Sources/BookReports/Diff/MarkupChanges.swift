import BookModel

/// A passage with the mark-up of its words, in offsets of `WordTokens`.
struct MarkedPassage {
  struct Dress {
    var what: String
    var range: Range<Int>
  }
  let tokens: WordTokens
  let marks: [Dress]

  init(_ chapter: ParsedChapter, _ passage: Passage, _ tokens: WordTokens) {
    self.tokens = tokens
    guard chapter.prose.indices.contains(passage.prose) else {
      marks = []
      return
    }
    let prose = chapter.prose[passage.prose]
    let offsets = Offsets(chapter.text[prose.text.clamped(to: 0..<chapter.text.count)])
    var marks: [Dress] = []
    for mark in chapter.marks[prose.marks.clamped(to: 0..<chapter.marks.count)] {
      guard let what = describe(mark.kind, chapter) else { continue }
      let start = offsets[mark.range.lowerBound]
      marks.append(Dress(what: what, range: start..<max(start, offsets[mark.range.upperBound])))
    }
    if passage.shape.setting.hasSuffix("verse") || passage.shape.kind == .code {
      marks += offsets.lineEnds.map { Dress(what: "line end", range: $0..<$0) }
    }
    self.marks = marks
  }

  /// From offsets of a chapter's text to offsets of the joined words.
  private struct Offsets {
    let first: Int
    var map: [Int32] = []
    var lineEnds: [Int] = []

    init(_ text: ArraySlice<UInt8>) {
      first = text.startIndex
      map.reserveCapacity(text.count + 1)
      // Like `appendWords`: a blank before the first word, one for every stretch of white space.
      var length = 1
      var pending = false
      for (index, byte) in zip(text.indices, text) {
        let next = index + 1 < text.endIndex ? text[index + 1] : 0
        let isNoBreak =
          byte == 0xC2 && next == 0xA0
          || byte == 0xA0 && index > text.startIndex && text[index - 1] == 0xC2
        if byte == 0x20 || byte >= 0x09 && byte <= 0x0D || isNoBreak {
          map.append(Int32(length))
          pending = true
          if byte == 0x0A, length > 1 { lineEnds.append(length) }
        } else {
          if pending, length > 1 { length += 1 }
          pending = false
          map.append(Int32(length))
          length += 1
        }
      }
      map.append(Int32(length))
    }

    subscript(offset: Int) -> Int {
      let index = max(0, min(offset - first, map.count - 1))
      return Int(map[index])
    }
  }
}

/// What a mark is to a person; nil for what nobody sees.
private func describe(_ kind: Mark.Kind, _ chapter: ParsedChapter) -> String? {
  switch kind {
  case .emphasis: "emphasis"
  case .strong: "strong emphasis"
  case .code: "code"
  case .link(let destination, _): "link to \(destination)"
  case .image(let image): "picture \(image.path)"
  case .lineBreak: "line end"
  case .noteReference(let note):
    chapter.notes.indices.contains(note) ? "note ‘\(chapter.notes[note].label)’" : "note"
  case .element(let element): "HTML \(element.name)"
  case .person(let id, _): id == "none" ? "mark: no person" : "mark: person \(id)"
  case .date(let date): "mark: date \(date.text)"
  case .event(let id, let description):
    "mark: event \(id)" + (description.text.map { " (\($0))" } ?? "")
  }
}

/// True when two leaves with the same words are marked up alike, seen without making anything.
func haveSameMarks(_ old: ParsedChapter, _ x: Int, _ new: ParsedChapter, _ y: Int) -> Bool {
  guard old.prose.indices.contains(x), new.prose.indices.contains(y) else { return x < 0 && y < 0 }
  let (p, q) = (old.prose[x], new.prose[y])
  guard p.marks.count == q.marks.count, p.text.count == q.text.count else { return false }
  return zip(old.marks[p.marks], new.marks[q.marks]).allSatisfy { a, b in
    a.range.lowerBound - p.text.lowerBound == b.range.lowerBound - q.text.lowerBound
      && a.range.count == b.range.count
      && (a.kind == b.kind || describe(a.kind, old) == describe(b.kind, new))
  } && old.text[p.text] == new.text[q.text]
}

/// Mark-up that words which stayed have gained or lost.
///
/// Marks are compared by the kept words before and within them, so that an edit nearby is no
/// change of mark-up, and mark-up that came or went with its words is not told twice.
func markupChanges(
  _ old: MarkedPassage, _ new: MarkedPassage, _ edits: [(old: Range<Int>, new: Range<Int>)]
) -> [MarkupChange] {
  if old.marks.isEmpty && new.marks.isEmpty { return [] }
  let gone = KeptOffsets(edits.map { old.tokens.bytes($0.old) })
  let come = KeptOffsets(edits.map { new.tokens.bytes($0.new) })
  struct Key: Hashable {
    var what: String
    var start: Int
    var end: Int
  }
  func keys(_ passage: MarkedPassage, _ offsets: KeptOffsets) -> [(Key, Range<Int>)] {
    passage.marks.compactMap { mark in
      let start = offsets.kept(before: mark.range.lowerBound)
      let end = offsets.kept(before: mark.range.upperBound)
      if mark.range.isEmpty ? offsets.isTouched(mark.range.lowerBound) : start == end { return nil }
      return (Key(what: mark.what, start: start, end: end), mark.range)
    }
  }
  let (was, now) = (keys(old, gone), keys(new, come))
  var spare: [Key: Int] = [:]
  for (key, _) in was { spare[key, default: 0] += 1 }
  var changes: [MarkupChange] = []
  for (key, range) in now {
    if let left = spare[key], left > 0 {
      spare[key] = left - 1
    } else {
      changes.append(MarkupChange(isNew: true, what: key.what, words: words(new, range)))
    }
  }
  for (key, range) in was where spare[key, default: 0] > 0 {
    spare[key, default: 0] -= 1
    changes.append(MarkupChange(isNew: false, what: key.what, words: words(old, range)))
  }
  return changes
}

/// How many bytes before an offset no edit touched.
private struct KeptOffsets {
  private let edits: [Range<Int>]
  /// Bytes that the edits before each one touch; one more at the end.
  private let touched: [Int]

  init(_ edits: [Range<Int>]) {
    self.edits = edits.filter { !$0.isEmpty }
    touched = self.edits.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
  }

  func kept(before offset: Int) -> Int {
    let index = firstEdit(endingAfter: offset)
    let cut = index < edits.count ? max(0, offset - edits[index].lowerBound) : 0
    return offset - touched[index] - cut
  }

  /// True within an edit and right after it.
  func isTouched(_ offset: Int) -> Bool {
    let index = firstEdit(endingAfter: offset - 1)
    return index < edits.count && edits[index].lowerBound < offset
  }

  private func firstEdit(endingAfter offset: Int) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The words of a mark, or those before it where it covers none; a long stretch is shortened.
private func words(_ passage: MarkedPassage, _ range: Range<Int>) -> String {
  let text = passage.tokens.text
  var range = range.clamped(to: 0..<text.count)
  if range.isEmpty {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 60, text[start - 1] > 0x20 { start -= 1 }
    range = start..<range.lowerBound
  }
  return shortened(String(decoding: text[range].drop { $0 == 0x20 }, as: UTF8.self))
}

/// At most about sixty characters.
func shortened(_ text: String) -> String {
  guard text.unicodeScalars.count > 60 else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.prefix(58))) + "…"
}

/// What passages have become, apart from their words.
func shapeChanges(_ old: [Passage.Shape], _ new: [Passage.Shape]) -> [MarkupChange] {
  guard old.count == new.count else { return [] }
  var changes: [MarkupChange] = []
  for (was, now) in zip(old, new) where was != now {
    changes.append(MarkupChange(isNew: false, what: "was " + named(was), words: ""))
    changes.append(MarkupChange(isNew: true, what: "is " + named(now), words: ""))
  }
  return changes
}

private func named(_ shape: Passage.Shape) -> String {
  var name = shape.kind.rawValue
  if !shape.detail.isEmpty { name += " (\(shape.detail))" }
  return shape.setting.isEmpty ? name : name + " in: " + shape.setting
}
