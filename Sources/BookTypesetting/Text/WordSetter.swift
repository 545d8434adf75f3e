import BookFonts
import BookModel

/// Shapes the words of a list, each once, on several tasks.
///
/// Faces that stand in for others are numbered after the roles, in order of the word that first
/// needs them, whatever the number of tasks; `known` are those numbered before, roles first.
func shapeWords(
  _ list: WordList, faces: FaceBook, known: [FontFace], jobs: Int
) async -> (Lettering, [FontFace]) {
  let size = max(256, (list.count + jobs * 2 - 1) / max(1, jobs * 2))
  let chunks = stride(from: 0, to: list.count, by: size).map {
    $0..<min(list.count, $0 + size)
  }
  let parts = await chunks.mapInOrder(jobs: jobs) { _, range in
    var setter = WordSetter(faces: faces)
    for index in range { setter.add(list.bytes(index), key: list.key(index), number: index) }
    setter.finish()
    return setter.result
  }
  return join(parts, faces: faces, known: known, list: list)
}

/// What one task shaped.
private struct ShapedPart: Sendable {
  var words = ShapedWords()
  /// Halves of words whose break lies within a ligature, to be numbered after all whole words.
  var extra = ShapedWords()
  var substitutes: [FontFace] = []
}

private func join(
  _ parts: [ShapedPart], faces: FaceBook, known: [FontFace], list: WordList
) -> (Lettering, [FontFace]) {
  var all = known
  var words = ShapedWords()
  var extras = ShapedWords()
  let wholeCount = parts.reduce(0) { $0 + $1.words.count }
  words.glyphs.reserveCapacity(parts.reduce(0) { $0 + $1.words.glyphs.count })
  for part in parts {
    let map = part.substitutes.map { face -> UInt16 in
      if let known = all.firstIndex(where: { $0 === face }) { return UInt16(clamping: known) }
      all.append(face)
      return UInt16(clamping: all.count - 1)
    }
    words.append(part.words, substitutes: map, extraBase: wholeCount + extras.count)
    extras.append(part.extra, substitutes: map, extraBase: 0)
  }
  words.append(extras, substitutes: [], extraBase: 0)
  var facts: [UInt16: KeyFacts] = [:]
  for index in 0..<list.count {
    let key = list.key(index)
    let plain = key.running(fromRight: false)
    if facts[plain.code] == nil { facts[plain.code] = keyFacts(plain, faces) }
  }
  return (Lettering(words: words, facts: facts), all)
}

private func keyFacts(_ key: ShapeKey, _ faces: FaceBook) -> KeyFacts {
  let face = faces.face(key)
  let scale = 1000 / Float(max(1, face.metrics.unitsPerEm))
  let space = face.glyph(for: " ") ?? 0
  let hyphen = face.glyph(for: "-") ?? 0
  return KeyFacts(
    space: space == 0 ? 250 : Float(face.advance(of: space)) * scale, spaceGlyph: space,
    hyphen: hyphen == 0 ? 0 : Float(face.advance(of: hyphen)) * scale, hyphenGlyph: hyphen,
    face: UInt16(key.face.rawValue))
}

extension ShapedWords {
  /// Substitutes are numbered from 0x8000 within a part until they are joined.
  static let substituteBase: UInt16 = 0x8000

  fileprivate mutating func append(_ other: ShapedWords, substitutes: [UInt16], extraBase: Int) {
    let glyphBase = Int32(glyphs.count)
    let breakBase = Int32(breaks.count)
    if substitutes.isEmpty {
      glyphs.append(contentsOf: other.glyphs)
    } else {
      for var glyph in other.glyphs {
        if glyph.face >= Self.substituteBase {
          glyph.face = substitutes[Int(glyph.face - Self.substituteBase)]
        }
        glyphs.append(glyph)
      }
    }
    glyphEnds.append(contentsOf: other.glyphEnds.map { $0 + glyphBase })
    widths.append(contentsOf: other.widths)
    letters.append(contentsOf: other.letters)
    for var item in other.breaks {
      if item.headWord >= 0 {
        item.headWord += Int32(extraBase)
        item.tailWord += Int32(extraBase)
      }
      breaks.append(item)
    }
    breakEnds.append(contentsOf: other.breakEnds.map { $0 + breakBase })
    incomplete.append(contentsOf: other.incomplete)
  }
}

/// One task's shaping.
private struct WordSetter {
  private let faces: FaceBook
  private var shapers: [UInt16: WordShaper] = [:]
  private var partShapers: [PartKey: WordShaper] = [:]
  private var points: [Int] = []
  private(set) var result = ShapedPart()

  init(faces: FaceBook) { self.faces = faces }

  /// What shapes parts of words.
  private struct PartKey: Hashable {
    var face: ObjectIdentifier
    var script: TextScript
    var code: UInt16
  }

  mutating func finish() {
    shapers = [:]
    partShapers = [:]
  }

  private mutating func shaper(_ key: ShapeKey) -> WordShaper {
    if let known = shapers[key.code] { return known }
    let style = ShapingStyle(
      face: faces.face(key), features: faces.features(key), language: faces.language(key))
    let fresh = WordShaper(style)
    shapers[key.code] = fresh
    return fresh
  }

  mutating func add(_ bytes: ArraySlice<UInt8>, key: ShapeKey, number: Int) {
    append(bytes, key: key, number: number, toExtra: false)
    addBreaks(bytes, key: key)
    result.words.breakEnds.append(Int32(result.words.breaks.count))
  }

  private mutating func append(
    _ bytes: ArraySlice<UInt8>, key: ShapeKey, number: Int, toExtra: Bool
  ) {
    var glyphs: [WordGlyph] = []
    let isPlain = !key.isRightToLeft && WordItems.isPlain(bytes)
    let plain = isPlain ? shaper(key) : nil
    if let plain, case let index = bytes.withUnsafeBufferPointer({ plain.number($0) }),
      !plain.hasMissingGlyph(index)
    {
      appendGlyphs(
        plain.glyphs(index), to: &glyphs, face: plain.style.face,
        number: UInt16(key.face.rawValue), shift: 0)
    } else {
      glyphs = setFromParts(bytes, key: key, number: number)
    }
    if toExtra {
      result.extra.take(glyphs)
      result.extra.breakEnds.append(0)
    } else {
      result.words.take(glyphs)
    }
  }

  private func appendGlyphs(
    _ shaped: ArraySlice<ShapedGlyph>, to glyphs: inout [WordGlyph], face: FontFace, number: UInt16,
    shift: Int
  ) {
    let scale = 1000 / Float(max(1, face.metrics.unitsPerEm))
    for glyph in shaped {
      glyphs.append(
        WordGlyph(
          advance: Float(glyph.advance) * scale,
          xOffset: Int16(clamping: Int((Float(glyph.xOffset) * scale).rounded())),
          yOffset: Int16(clamping: Int((Float(glyph.yOffset) * scale).rounded())),
          id: glyph.glyph, face: number, cluster: UInt16(clamping: Int(glyph.cluster) + shift)))
    }
  }

  /// Sets a word of several scripts or faces part by part.
  private mutating func setFromParts(
    _ bytes: ArraySlice<UInt8>, key: ShapeKey, number: Int
  ) -> [WordGlyph] {
    let (items, gaps) = WordItems(faces: faces, key: key).parts(bytes)
    for gap in gaps {
      result.words.incomplete.append(
        .init(
          word: Int32(clamping: number), scalar: gap.scalar, substitute: gap.substitute?.family))
    }
    var glyphs: [WordGlyph] = []
    for item in key.isRightToLeft ? items.reversed() : items {
      let shaper = shaper(key, item)
      let word =
        item.isMissing
        ? Array(String(WordItems.box).utf8)
        : Array(
          bytes.dropFirst(item.bytes.lowerBound)
            .prefix(item.bytes.count))
      appendGlyphs(
        shaper.glyphs(shaper.number(word)), to: &glyphs, face: item.face,
        number: self.number(of: item.face, key), shift: item.bytes.lowerBound)
    }
    return glyphs
  }

  private mutating func shaper(_ key: ShapeKey, _ item: WordItems.Item) -> WordShaper {
    let part = PartKey(
      face: ObjectIdentifier(item.face), script: item.script, code: key.code)
    if let known = partShapers[part] { return known }
    let fresh = WordShaper(
      ShapingStyle(
        face: item.face, features: faces.features(key), language: faces.language(key),
        script: item.script, isRightToLeft: key.isRightToLeft))
    partShapers[part] = fresh
    return fresh
  }

  /// A face's number: its role's where it is the word's own.
  private mutating func number(of face: FontFace, _ key: ShapeKey) -> UInt16 {
    if face === faces.face(key) { return UInt16(key.face.rawValue) }
    return ShapedWords.substituteBase + substituteNumber(face)
  }

  private mutating func substituteNumber(_ face: FontFace) -> UInt16 {
    if let known = result.substitutes.firstIndex(where: { $0 === face }) {
      return UInt16(clamping: known)
    }
    result.substitutes.append(face)
    return UInt16(clamping: result.substitutes.count - 1)
  }

  /// Finds where the word may be hyphenated and how wide both halves are.
  private mutating func addBreaks(_ bytes: ArraySlice<UInt8>, key: ShapeKey) {
    guard bytes.count >= 5, bytes.count < Int(UInt16.max), key.language < faces.hyphenators.count,
      key.capitals == .plain, key.face != .code,
      let hyphenator = faces.hyphenators[key.language], !key.isRightToLeft
    else { return }
    bytes.withUnsafeBufferPointer { hyphenator.hyphenate($0, into: &points) }
    keepLongParts(bytes)
    if points.isEmpty { return }
    let face = faces.face(key)
    let hyphen = face.glyph(for: "-").map { Float(face.advance(of: $0)) } ?? 0
    let hyphenWidth = hyphen * 1000 / Float(max(1, face.metrics.unitsPerEm))
    let range = result.words.glyphRange(result.words.count - 1)
    for point in points { addBreak(point, bytes, range, key, hyphenWidth) }
  }

  /// Leaves out points at which a part of the word would be shorter than the design wants.
  private mutating func keepLongParts(_ bytes: ArraySlice<UInt8>) {
    let minimum = faces.hyphenMinimum
    func letters(_ range: ArraySlice<UInt8>) -> Int { range.count { $0 & 0xC0 != 0x80 } }
    if points.isEmpty { return }
    let start = bytes.startIndex
    points.removeAll { point in
      let (head, tail) = (
        letters(bytes[..<(start + point)]), letters(bytes[(start + point)...])
      )
      return head < minimum.before || tail < minimum.after || head + tail < minimum.word
    }
  }

  private mutating func addBreak(
    _ point: Int, _ bytes: ArraySlice<UInt8>, _ range: Range<Int>, _ key: ShapeKey,
    _ hyphenWidth: Float
  ) {
    var head: Float = 0
    var split = range.upperBound
    for i in range {
      if Int(result.words.glyphs[i].cluster) >= point {
        split = i
        break
      }
      head += result.words.glyphs[i].advance
    }
    let isClean = split < range.upperBound && Int(result.words.glyphs[split].cluster) == point
    let width = result.words.widths[result.words.count - 1]
    if isClean {
      result.words.breaks.append(
        WordBreak(
          offset: UInt16(point), glyph: UInt16(clamping: split - range.lowerBound),
          head: head + hyphenWidth, tail: width - head, headWord: -1, tailWord: -1))
      return
    }
    let middle = bytes.startIndex + point
    let first = result.extra.count
    append(bytes[bytes.startIndex..<middle], key: key, number: -1, toExtra: true)
    append(bytes[middle...], key: key, number: -1, toExtra: true)
    result.words.breaks.append(
      WordBreak(
        offset: UInt16(point), glyph: UInt16(clamping: split - range.lowerBound),
        head: result.extra.widths[first] + hyphenWidth, tail: result.extra.widths[first + 1],
        headWord: Int32(first), tailWord: Int32(first + 1)))
  }
}

extension ShapedWords {
  fileprivate mutating func take(_ word: [WordGlyph]) {
    var width: Float = 0
    for glyph in word { width += glyph.advance }
    glyphs.append(contentsOf: word)
    glyphEnds.append(Int32(clamping: glyphs.count))
    widths.append(width)
    letters.append(UInt16(clamping: word.count))
  }
}
