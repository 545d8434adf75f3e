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
    if facts[key.code] == nil { facts[key.code] = keyFacts(key, faces) }
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
    isRightToLeft.append(contentsOf: other.isRightToLeft)
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
  private var points: [Int] = []
  private(set) var result = ShapedPart()

  init(faces: FaceBook) { self.faces = faces }

  mutating func finish() { shapers = [:] }

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
    let shaper = shaper(key)
    let index = bytes.withUnsafeBufferPointer { shaper.number($0) }
    var glyphs: [WordGlyph] = []
    var isRightToLeft = false
    let scale = 1000 / Float(max(1, shaper.style.face.metrics.unitsPerEm))
    if shaper.hasMissingGlyph(index) {
      (glyphs, isRightToLeft) = substitute(bytes, key: key, number: number)
    } else {
      appendGlyphs(
        shaper.glyphs(index), to: &glyphs, scale: scale, face: UInt16(key.face.rawValue), shift: 0)
    }
    if toExtra {
      result.extra.take(glyphs, isRightToLeft: isRightToLeft)
      result.extra.breakEnds.append(0)
    } else {
      result.words.take(glyphs, isRightToLeft: isRightToLeft)
    }
  }

  private func appendGlyphs(
    _ shaped: ArraySlice<ShapedGlyph>, to glyphs: inout [WordGlyph], scale: Float, face: UInt16,
    shift: Int
  ) {
    for glyph in shaped {
      glyphs.append(
        WordGlyph(
          advance: Float(glyph.advance) * scale,
          xOffset: Int16(clamping: Int((Float(glyph.xOffset) * scale).rounded())),
          yOffset: Int16(clamping: Int((Float(glyph.yOffset) * scale).rounded())),
          id: glyph.glyph, face: face, cluster: UInt16(clamping: Int(glyph.cluster) + shift)))
    }
  }

  /// Sets a word from several faces: stretches by the face that has their characters, and by the
  /// direction of their script.
  private mutating func substitute(
    _ bytes: ArraySlice<UInt8>, key: ShapeKey, number: Int
  ) -> ([WordGlyph], Bool) {
    var glyphs: [WordGlyph] = []
    let own = faces.face(key)
    let word = Array(bytes)
    let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    var stretches: [(face: FontFace, number: UInt16, script: TextScript, bytes: [UInt8])] = []
    for scalar in scalars {
      var face = own
      var faceNumber = UInt16(key.face.rawValue)
      if own.glyph(for: scalar) == nil, !scalar.properties.isDefaultIgnorableCodePoint {
        let found = faces.library.substitute(for: scalar, like: faces.request(key))
        result.words.incomplete.append(
          .init(word: Int32(clamping: number), scalar: scalar, substitute: found?.family))
        if let found {
          face = found
          faceNumber = ShapedWords.substituteBase + substituteNumber(found)
        }
      }
      let encoded = Array(String(scalar).utf8)
      let script = TextScript(of: scalar)
      if let last = stretches.last, last.face === face, script.isShared || script == last.script {
        stretches[stretches.count - 1].bytes += encoded
      } else {
        stretches.append((face, faceNumber, script.isShared ? .latin : script, encoded))
      }
    }
    let isRightToLeft = stretches.first { $0.script != .latin }?.script.isRightToLeft ?? false
    var shift = 0
    var parts: [[WordGlyph]] = []
    for stretch in stretches {
      let style = ShapingStyle(
        face: stretch.face, features: faces.features(key), language: faces.language(key),
        script: stretch.script)
      let run = style.shape(stretch.bytes)
      var part: [WordGlyph] = []
      appendGlyphs(
        run.glyphs[...], to: &part,
        scale: 1000 / Float(max(1, stretch.face.metrics.unitsPerEm)), face: stretch.number,
        shift: shift)
      parts.append(part)
      shift += stretch.bytes.count
    }
    for part in isRightToLeft ? parts.reversed() : parts { glyphs += part }
    return (glyphs, isRightToLeft)
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
      let hyphenator = faces.hyphenators[key.language],
      !(result.words.isRightToLeft.last ?? false)
    else { return }
    bytes.withUnsafeBufferPointer { hyphenator.hyphenate($0, into: &points) }
    if points.isEmpty { return }
    let face = faces.face(key)
    let hyphen = face.glyph(for: "-").map { Float(face.advance(of: $0)) } ?? 0
    let hyphenWidth = hyphen * 1000 / Float(max(1, face.metrics.unitsPerEm))
    let range = result.words.glyphRange(result.words.count - 1)
    for point in points { addBreak(point, bytes, range, key, hyphenWidth) }
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
  fileprivate mutating func take(_ word: [WordGlyph], isRightToLeft: Bool) {
    var width: Float = 0
    for glyph in word { width += glyph.advance }
    glyphs.append(contentsOf: word)
    glyphEnds.append(Int32(clamping: glyphs.count))
    widths.append(width)
    letters.append(UInt16(clamping: word.count))
    self.isRightToLeft.append(isRightToLeft)
  }
}
