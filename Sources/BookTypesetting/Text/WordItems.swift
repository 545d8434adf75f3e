import BookFonts

/// Parts a word by script and by the face that has its characters, so that each part can be shaped
/// by itself.
struct WordItems {
  let faces: FaceBook
  let key: ShapeKey

  /// A part of a word, of one script and from one face.
  struct Item {
    var face: FontFace
    var script: TextScript
    /// Range of the word's bytes, counted from its first.
    var bytes: Range<Int>
    /// True where no face has the character: a box is drawn for it.
    var isMissing = false
  }

  /// A character of the word that its own face lacks.
  struct Gap {
    var scalar: Unicode.Scalar
    /// The face used instead; nil when there is none.
    var substitute: FontFace?
  }

  /// What a reader takes for one letter: a character with the marks upon it.
  private struct Letter {
    var scalars: [Unicode.Scalar]
    var bytes: Range<Int>
    var script: TextScript
    var face: FontFace?
  }

  /// A white square, which stands for a character that no face has.
  static let box: Unicode.Scalar = "\u{25A1}"

  /// True for bytes of scripts that need no parting: Latin, Greek and Cyrillic.
  static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0xD6 || $0 == 0xE2 }
  }

  /// The parts of a word in the order of its text, and what its own face lacks.
  func parts(_ bytes: ArraySlice<UInt8>) -> (items: [Item], gaps: [Gap]) {
    var letters = letters(bytes)
    var gaps: [Gap] = []
    let own = faces.face(key)
    for index in letters.indices {
      letters[index].face = face(for: letters[index].scalars, own: own, &gaps)
    }
    settleShared(&letters, own: own)
    var items: [Item] = []
    for letter in letters {
      let isMissing = letter.face == nil && Self.hasMeaning(letter.scalars[0])
      let face = letter.face ?? (isMissing ? faces.box(like: key) : nil) ?? own
      if let last = items.last, last.face === face, last.script == letter.script, !isMissing,
        !last.isMissing
      {
        items[items.count - 1].bytes = last.bytes.lowerBound..<letter.bytes.upperBound
      } else {
        items.append(
          Item(face: face, script: letter.script, bytes: letter.bytes, isMissing: isMissing))
      }
    }
    return (items, gaps)
  }

  private func letters(_ bytes: ArraySlice<UInt8>) -> [Letter] {
    var letters: [Letter] = []
    var place = 0
    var isJoined = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let length = UTF8.width(scalar)
      let isMark = Self.isMark(scalar)
      if let last = letters.last, isMark || isJoined {
        letters[letters.count - 1].scalars.append(scalar)
        letters[letters.count - 1].bytes = last.bytes.lowerBound..<(place + length)
      } else {
        letters.append(
          Letter(
            scalars: [scalar], bytes: place..<(place + length), script: TextScript(of: scalar)))
      }
      isJoined = scalar == "\u{200D}" && letters.count > 0
      place += length
    }
    return letters
  }

  /// False for what Unicode leaves to private agreement: a box would still be read as nothing.
  private static func hasMeaning(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned: false
    default: true
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    // Skin colours; joiners.
    default: return (0x1F3FB...0x1F3FF).contains(scalar.value) || scalar == "\u{200D}"
    }
  }

  /// The face for a letter: the text's own, one that has all of it, or one that has its first
  /// missing character.
  private func face(
    for scalars: [Unicode.Scalar], own: FontFace, _ gaps: inout [Gap]
  ) -> FontFace? {
    let needed = scalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    let missing = needed.filter { own.glyph(for: $0) == nil }
    guard let first = missing.first else {
      guard scalars.count > 1, !carriesMarks(of: scalars, in: own) else { return own }
      // The face has the accent, and no place for it upon this letter.
      let other = faces.fallbacks.first { face in
        needed.allSatisfy { face.glyph(for: $0) != nil } && carriesMarks(of: scalars, in: face)
      }
      if let other { gaps.append(Gap(scalar: scalars[scalars.count - 1], substitute: other)) }
      return other ?? own
    }
    // A letter that its face has with the mark already upon it.
    if isComposed(scalars, in: own) { return own }
    // An apostrophe that a bold lacks is that of the same family, whatever its weight.
    if let sibling = faces.sibling(of: key.face),
      needed.allSatisfy({ sibling.glyph(for: $0) != nil })
    {
      return sibling
    }
    let request = faces.request(key)
    let fallback = faces.fallbacks.first { face in
      needed.allSatisfy { face.glyph(for: $0) != nil }
    }
    let found =
      fallback ?? faces.library.substitute(for: needed, like: request)
      ?? faces.library.substitute(for: first, like: request)
    for scalar in missing { gaps.append(Gap(scalar: scalar, substitute: found)) }
    return found
  }

  /// Whether every mark stands where the face puts it: one that is drawn to the right of where it
  /// begins and is moved nowhere would stand behind its letter, over the next one.
  private func carriesMarks(of scalars: [Unicode.Scalar], in face: FontFace) -> Bool {
    guard scalars.dropFirst().allSatisfy({ Self.accents.contains($0.value) }) else { return true }
    let style = ShapingStyle(face: face, language: faces.language(key))
    let run = style.shape(Array(String(String.UnicodeScalarView(scalars)).utf8))
    return run.glyphs.dropFirst().allSatisfy { glyph in
      glyph.advance != 0 || glyph.xOffset != 0 || glyph.yOffset != 0
        || (face.ink(of: glyph.glyph).map { $0.left < 0 } ?? true)
    }
  }

  /// Combining Diacritical Marks; the marks of other scripts come with faces that are made for them.
  private static let accents: ClosedRange<UInt32> = 0x300...0x36F

  private func isComposed(_ scalars: [Unicode.Scalar], in face: FontFace) -> Bool {
    guard scalars.count > 1 else { return false }
    let style = ShapingStyle(face: face, language: faces.language(key))
    return !style.shape(Array(String(String.UnicodeScalarView(scalars)).utf8)).hasMissingGlyph
  }

  /// Signs take the script of what they stand beside, and its face where that has them: a bracket
  /// belongs to the words it holds.
  private func settleShared(_ letters: inout [Letter], own: FontFace) {
    var known: (script: TextScript, face: FontFace?)?
    for index in letters.indices {
      if letters[index].script.isShared {
        if known == nil {
          let next = letters[index...].first { !$0.script.isShared }
          known = next.map { ($0.script, $0.face) }
        }
        guard let near = known else {
          letters[index].script = .latin
          continue
        }
        letters[index].script = near.script
        if letters[index].face === own, let face = near.face, face !== own,
          letters[index].scalars.allSatisfy({ face.glyph(for: $0) != nil })
        {
          letters[index].face = face
        }
      } else {
        known = (letters[index].script, letters[index].face)
      }
    }
  }
}
