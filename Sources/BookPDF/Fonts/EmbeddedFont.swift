import BookFonts

/// A face as content streams use it.
struct EmbeddedFont: Sendable {
  /// The font dictionaries, the plain one first: one program and as many maps of what its glyphs
  /// mean as some glyph has meanings.
  var guises: [Guise]
  /// The code of each of the face's glyphs; 0 for those that are not in the file.
  var codes: [UInt16]
  /// The width of each of the face's glyphs in thousandths of an em, as the file says it.
  var widths: [Double]
  /// What the plain guise says each glyph means.
  var texts: [PackedText]
  /// What the other guises say of glyphs that mean several things.
  var others: [UInt16: [PackedText]]

  /// A font dictionary under its name.
  struct Guise: Sendable {
    /// Its name among the resources, without the slash.
    var name: String
    var reference: Reference
  }

  /// The plain guise's name.
  var name: String { guises[0].name }

  /// The guise in which a glyph means a text; the plain one for a text that no map has.
  @inline(__always)
  func guise(of glyph: UInt16, saying text: PackedText) -> Int {
    if texts[Int(glyph)] == text { return 0 }
    return (others[glyph]?.firstIndex(of: text) ?? -1) + 1
  }
}

extension PDFFile {
  /// Embeds the part of a face that is used; nil when the face cannot be cut or must not be.
  mutating func embed(_ face: FontFace, _ usage: GlyphUsage, name: String) -> EmbeddedFont? {
    guard let subset = face.subset(keeping: usage.glyphs) else { return nil }
    var usage = usage
    usage.settleUnspoken(of: face)
    var font = EmbeddedFont(
      guises: [], codes: Array(repeating: 0, count: face.glyphCount),
      widths: Array(repeating: 0, count: face.glyphCount), texts: usage.texts,
      others: usage.others)
    let scale = 1000 / Double(max(1, face.metrics.unitsPerEm))
    var widths: [(code: UInt16, width: Double)] = []
    for (glyph, code) in zip(subset.glyphs, subset.characterIDs) where glyph < face.glyphCount {
      let width = (Double(face.advance(of: glyph)) * scale * 1000).rounded() / 1000
      font.codes[Int(glyph)] = code
      font.widths[Int(glyph)] = width
      widths.append((code, width))
    }
    let baseName = "\(subsetTag(subset, face))+\(Self.safeName(face.postScriptName))"
    let descendant = addDescendant(face, subset, baseName: baseName, widths: widths)
    var entries: [UInt8] = []
    entries.write("<</Type/Font/Subtype/Type0/BaseFont")
    entries.write(name: subset.outlines == .compact ? "\(baseName)-Identity-H" : baseName)
    entries.write("/Encoding/Identity-H/DescendantFonts[")
    entries.write(descendant)
    entries.write("]/ToUnicode ")
    font.guises = [addGuise(name, entries, subset.glyphs.map { ($0, font.texts[Int($0)]) }, font)]
    let most = font.others.values.lazy.map(\.count).max() ?? 0
    for number in 0..<most {
      let meanings = subset.glyphs.compactMap { glyph in
        font.others[glyph].flatMap { number < $0.count ? (glyph, $0[number]) : nil }
      }
      font.guises.append(addGuise("\(name)x\(number + 1)", entries, meanings, font))
    }
    return font
  }

  /// Adds a font dictionary that gives glyphs these meanings.
  private mutating func addGuise(
    _ name: String, _ entries: [UInt8], _ meanings: [(glyph: UInt16, text: PackedText)],
    _ font: EmbeddedFont
  ) -> EmbeddedFont.Guise {
    let pairs = meanings.filter { $0.glyph != 0 && $0.text != .none }.map { meaning in
      (code: font.codes[Int(meaning.glyph)], text: meaning.text)
    }
    var entries = entries
    entries.write(addCompressed(entries: [], data: toUnicodeMap(pairs)))
    entries.write(">>")
    return EmbeddedFont.Guise(name: name, reference: add(entries))
  }

  private static func safeName(_ name: String) -> String {
    let allowed = name.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }
    return allowed.isEmpty ? "Font" : String(String.UnicodeScalarView(allowed))
  }

  private mutating func addDescendant(
    _ face: FontFace, _ subset: FontSubset, baseName: String,
    widths: [(code: UInt16, width: Double)]
  ) -> Reference {
    let descriptor = addDescriptor(face, subset, baseName: baseName)
    var entries: [UInt8] = []
    let isCompact = subset.outlines == .compact
    entries.write("<</Type/Font/Subtype")
    entries.write(isCompact ? "/CIDFontType0" : "/CIDFontType2/CIDToGIDMap/Identity")
    entries.write("/BaseFont")
    entries.write(name: baseName)
    entries.write("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
    entries.write("/FontDescriptor ")
    entries.write(descriptor)
    entries.write("/DW 0/W[")
    var expected = -1
    for (code, width) in widths.sorted(by: { $0.code < $1.code }) {
      if Int(code) != expected {
        if expected >= 0 { entries.append(0x5D) }
        entries.write(Int(code))
        entries.append(0x5B)
      } else {
        entries.append(0x20)
      }
      entries.write(width)
      expected = Int(code) + 1
    }
    if expected >= 0 { entries.append(0x5D) }
    entries.write("]>>")
    return add(entries)
  }

  private mutating func addDescriptor(
    _ face: FontFace, _ subset: FontSubset, baseName: String
  ) -> Reference {
    let program: Reference
    switch subset.outlines {
    case .compact:
      program = addCompressed(entries: Array("/Subtype/CIDFontType0C".utf8), data: subset.program)
    case .trueType:
      var entries: [UInt8] = []
      entries.write("/Length1 ")
      entries.write(subset.program.count)
      program = addCompressed(entries: entries, data: subset.program)
    }
    let metrics = face.metrics
    let scale = 1000 / Double(max(1, metrics.unitsPerEm))
    var entries: [UInt8] = []
    func write(_ key: StaticString, _ value: Int) {
      entries.write(key)
      entries.append(0x20)
      entries.write((Double(value) * scale).rounded())
    }
    entries.write("<</Type/FontDescriptor/FontName")
    entries.write(name: baseName)
    entries.write("/Flags ")
    // Symbolic, as codes are no character set of their own; italic; all of one width (table 123).
    entries.write(4 | (face.slant == .italic ? 64 : 0) | (metrics.isMonospaced ? 1 : 0))
    let box = metrics.boundingBox
    entries.write("/FontBBox[")
    write("", box.left)
    write("", box.bottom)
    write("", box.right)
    write("", box.top)
    entries.write("]/ItalicAngle ")
    entries.write(metrics.italicAngle)
    write("/Ascent", metrics.ascender)
    write("/Descent", metrics.descender)
    write("/CapHeight", metrics.capHeight)
    write("/XHeight", metrics.xHeight)
    entries.write("/StemV ")
    entries.write(metrics.stemV)
    entries.write(subset.outlines == .compact ? "/FontFile3 " : "/FontFile2 ")
    entries.write(program)
    entries.write(">>")
    return add(entries)
  }

  /// Six capital letters that differ between different subsets (ISO 32000-1, 9.6.4).
  private func subsetTag(_ subset: FontSubset, _ face: FontFace) -> String {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in face.postScriptName.utf8 { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    for glyph in subset.glyphs { sum = (sum ^ UInt64(glyph)) &* 0x0000_0100_0000_01b3 }
    var tag = ""
    for _ in 0..<6 {
      tag.unicodeScalars.append(Unicode.Scalar(UInt8(0x41 + (sum >> 33) % 26)))
      sum = (sum ^ (sum >> 31)) &* 0x9e37_79b9_7f4a_7c15
    }
    return tag
  }
}

extension GlyphUsage {
  /// Gives a meaning to glyphs that never say anything by themselves: the character that the face
  /// has them for, else the replacement character; every occurrence carries its own text anyway.
  mutating func settleUnspoken(of face: FontFace) {
    let unspoken = Set(glyphs.filter { $0 != 0 && texts[Int($0)] == .none })
    if unspoken.isEmpty { return }
    let characters = face.characters(of: unspoken)
    for glyph in unspoken {
      let character = characters[glyph] ?? Unicode.Scalar(0xFFFD) ?? " "
      settle(glyph, as: PackedText(character == "\u{AD}" ? "-" : character))
    }
  }
}
