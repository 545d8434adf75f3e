/// The one character that a letter and an accent make together, nil when there is none.
///
/// Swift compares strings by canonical equivalence, so a table of the composed letters of Latin,
/// Greek and Cyrillic finds them by their decomposed form.
func composed(_ base: UInt32, _ accent: UInt32) -> Unicode.Scalar? {
  guard let base = Unicode.Scalar(base), let accent = Unicode.Scalar(accent) else { return nil }
  var pair = String.UnicodeScalarView()
  pair.append(base)
  pair.append(accent)
  return composedLetters[String(pair)]
}

private let composedLetters: [String: Unicode.Scalar] = {
  var table: [String: Unicode.Scalar] = [:]
  let blocks: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1EFF,
  ]
  for block in blocks {
    for value in block {
      if let scalar = Unicode.Scalar(value) { table[String(scalar)] = scalar }
    }
  }
  return table
}()
