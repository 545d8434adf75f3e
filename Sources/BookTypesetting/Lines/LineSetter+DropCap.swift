import BookFonts

extension LineSetter {
  /// Sizes a large letter so that it stands on the last of its lines and is as high as the capitals
  /// of the first, and works out how far the lines beside it stand in.
  func place(_ dropCap: inout DropCap?, leading: Float, size: Float) {
    guard var cap = dropCap else { return }
    let token = finder.store.tokens[cap.token]
    let glyphs = finder.lettering.words.glyphRange(Int(finder.numbers[Int(token.word)]))
    guard let first = glyphs.first else { return }
    let face = faces[min(Int(finder.lettering.words.glyphs[first].face), faces.count - 1)]
    let unitsPerEm = Float(max(1, face.metrics.unitsPerEm))
    let capHeight = max(Self.leastCapHeight, Float(face.metrics.capHeight) / unitsPerEm)
    cap.size = (Float(cap.lines - 1) * leading + capHeight * size) / capHeight
    var (advance, right, bottom): (Float, Float, Float) = (0, 0, 0)
    for glyph in finder.lettering.words.glyphs[glyphs] {
      if let ink = face.ink(of: glyph.id) {
        right = max(right, advance + Float(ink.right) / unitsPerEm * cap.size)
        bottom = min(bottom, Float(ink.bottom) / unitsPerEm * cap.size)
      }
      advance += glyph.advance * cap.size / 1000
    }
    let clearance = size * Self.clearance
    let isTailed = -bottom > leading * Self.deepestTail
    // A tail runs below the lines; any other ink that stands out is beside them.
    let inset = (isTailed ? advance : max(advance, right)) + clearance
    cap.insets = [Float](repeating: inset, count: cap.lines)
    if isTailed { cap.insets.append(max(advance, right) + clearance) }
    // An A leans away from the first line's words, an L's foot lies below them.
    switch finder.store.text[Int(token.start)] {
    case UInt8(ascii: "A"): cap.insets[0] -= advance * Self.lean
    case UInt8(ascii: "L"): cap.insets[0] -= advance * Self.foot
    default: break
    }
    cap.marksSize = size * Self.marksScale
    cap.marksDrop = capHeight * (cap.marksSize - size)
    dropCap = cap
  }

  /// How large marks of quotation are before a large letter, beside those in the text: as large as
  /// the letter they would outweigh it.
  private static let marksScale: Float = 1.6

  /// A letter lower than this part of its size is no capital.
  private static let leastCapHeight: Float = 0.3
  /// Between a large letter and the words beside it, in their size.
  private static let clearance: Float = 0.14
  /// How far below its line ink may hang, in leadings, before it meets the words of the next.
  private static let deepestTail: Float = 0.3
  /// How much of its width an A leaves free at its top, and an L.
  private static let lean: Float = 0.16
  private static let foot: Float = 0.12
}
