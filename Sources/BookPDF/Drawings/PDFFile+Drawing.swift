import BookFonts

extension PDFFile {
  /// Adds a drawing as a form XObject (ISO 32000-1, 8.10).
  mutating func add(_ drawing: Drawing, _ fonts: [EmbeddedFont?]) -> Reference {
    var contents: [UInt8] = []
    var used: Set<Int> = []
    for part in drawing.parts {
      switch part {
      case .operators(let operators): contents += operators
      case .text(let text):
        guard fonts.indices.contains(text.face), let font = fonts[text.face] else { continue }
        used.insert(text.face)
        contents.write(text, font)
      }
    }
    var entries: [UInt8] = []
    entries.write("/Type/XObject/Subtype/Form/BBox[0 0 ")
    entries.write(drawing.extent.width)
    entries.append(0x20)
    entries.write(drawing.extent.height)
    entries.write("]/Resources<<")
    if !used.isEmpty {
      entries.write("/Font<<")
      for face in used.sorted() {
        guard let font = fonts[face] else { continue }
        entries.write(name: font.name)
        entries.append(0x20)
        entries.write(font.guises[0].reference)
      }
      entries.write(">>")
    }
    if !drawing.opacities.isEmpty {
      entries.write("/ExtGState<<")
      for (index, opacity) in drawing.opacities.enumerated() {
        entries.write("/G")
        entries.write(index)
        entries.write("<</ca ")
        entries.write(thousandths: opacity.fill)
        entries.write("/CA ")
        entries.write(thousandths: opacity.stroke)
        entries.write(">>")
      }
      entries.write(">>")
    }
    if !drawing.gradients.isEmpty {
      entries.write("/Shading<<")
      for (index, gradient) in drawing.gradients.enumerated() {
        entries.write("/H")
        entries.write(index)
        entries.append(0x20)
        entries += gradient
      }
      entries.write(">>")
    }
    entries.write(">>")
    return addCompressed(entries: entries, data: contents)
  }
}

extension [UInt8] {
  /// A line of text in a space whose y grows downward.
  fileprivate mutating func write(_ text: DrawnText, _ font: EmbeddedFont) {
    write("BT")
    write(name: font.name)
    append(0x20)
    write(text.size)
    write(" Tf 1 0 0 -1 ")
    write(text.x)
    append(0x20)
    write(text.y)
    write(" Tm ")
    if text.letterSpace != 0 {
      write(text.letterSpace)
      write(" Tc ")
    }
    append(0x5B)
    let units = Double(Swift.max(1, text.unitsPerEm))
    var wanted = 0.0
    var reached = 0.0
    for glyph in text.glyphs {
      let id = Int(glyph.glyph)
      if id > 0, id < font.codes.count {
        let gap = (wanted + Double(glyph.xOffset) * 1000 / units - reached).rounded()
        if gap != 0 { write(Int(-gap)) }
        append(0x28)
        write(escaped: UInt8(font.codes[id] >> 8))
        write(escaped: UInt8(font.codes[id] & 0xFF))
        append(0x29)
        reached += gap + font.widths[id]
      }
      wanted += Double(glyph.advance) * 1000 / units
    }
    write("]TJ ET\n")
  }
}
