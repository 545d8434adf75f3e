import BookFonts
import BookTypesetting

extension PDFFile {
  /// Adds a drawing as a form XObject (ISO 32000-1, 8.10).
  mutating func add(
    _ drawing: Drawing, _ fonts: [EmbeddedFont?], _ profile: PDFProfile
  ) -> Reference {
    var writer = DrawingWriter(fonts: fonts, profile: profile)
    for matrix in drawing.matrices { writer.contents.write(matrix: matrix) }
    writer.write(drawing.painted, &self)
    let box = DrawingBox(x: 0, y: 0, width: drawing.extent.width, height: drawing.extent.height)
    return writer.finish(box, isGroup: false, &self)
  }
}

/// What is painted in a drawing as operators, and the resources they name.
struct DrawingWriter {
  /// By the faces of drawings.
  let fonts: [EmbeddedFont?]
  let profile: PDFProfile
  var contents: [UInt8] = []
  private var faces: Set<Int> = []
  /// The different opacities in use, in thousandths, each a graphics state of its own.
  private var opacities: [(fill: Int, stroke: Int)] = []
  /// The gradients in use, as their dictionaries.
  private(set) var gradients: [[UInt8]] = []
  /// Forms of what shows through as a whole.
  private var groups: [Reference] = []

  init(fonts: [EmbeddedFont?], profile: PDFProfile) {
    (self.fonts, self.profile) = (fonts, profile)
  }

  /// Writes what is painted, in order; neighbours in one frame share it.
  mutating func write(_ painted: [Painted], _ file: inout PDFFile) {
    var open: Int?
    func close(_ contents: inout [UInt8]) { if open != nil { contents.write("Q\n") } }
    for one in painted {
      var frame: DrawingFrame? = one.frame
      if case .group = one.what { frame = nil }
      let number = frame.flatMap { $0.isWhole ? nil : $0.number }
      if number != open {
        close(&contents)
        open = number
        if number != nil, let frame {
          contents.write("q\n")
          for edge in frame.edges { contents += edge.operators ?? [] }
          contents.write(matrix: frame.matrix)
        }
      }
      write(one, &file)
    }
    close(&contents)
  }

  private mutating func write(_ painted: Painted, _ file: inout PDFFile) {
    contents.write("q\n")
    write(opacityOf: painted)
    switch painted.what {
    case .shape(let shape): write(shape)
    case .gradient(let path, let isEvenOdd, let gradient):
      contents += path.operators
      contents.write(isEvenOdd ? "W* n\n" : "W n\n")
      for matrix in gradient.matrices { contents.write(matrix: matrix) }
      contents.write("/H")
      contents.write(gradients.place(of: gradient.dictionary(profile)))
      contents.write(" sh ")
    case .text(let text): write(text)
    case .group(let members):
      var writer = DrawingWriter(fonts: fonts, profile: profile)
      writer.write(members, &file)
      contents.write("/D")
      contents.write(groups.count)
      contents.write(" Do ")
      groups.append(writer.finish(DrawingBox(around: members), isGroup: true, &file))
    }
    contents.write("Q\n")
  }

  private mutating func write(_ shape: DrawnShape) {
    if let fill = shape.fill { contents.write(fill: fill, profile) }
    if let stroke = shape.stroke { contents.write(stroke, profile) }
    contents += shape.path.operators
    switch (shape.fill != nil, shape.stroke != nil, shape.isEvenOdd) {
    case (true, true, false): contents.write("B\n")
    case (true, true, true): contents.write("B*\n")
    case (true, false, false): contents.write("f\n")
    case (true, false, true): contents.write("f*\n")
    default: contents.write("S\n")
    }
  }

  private mutating func write(_ text: DrawnText) {
    guard fonts.indices.contains(text.face), let font = fonts[text.face] else { return }
    faces.insert(text.face)
    if let fill = text.fill { contents.write(fill: fill, profile) }
    if let stroke = text.stroke {
      contents.write(stroke, profile)
      // ISO 32000-1, table 106: letters drawn round, and filled too.
      contents.write(text.fill == nil || text.strokesFirst ? "1 Tr\n" : "2 Tr\n")
    }
    contents.write(text, font)
    if text.fill != nil, text.stroke != nil, text.strokesFirst {
      contents.write("0 Tr\n")
      contents.write(text, font)
    }
  }

  private mutating func write(opacityOf painted: Painted) {
    if painted.isSolid { return }
    let fill = painted.fillOpacity.inThousandths
    let stroke = painted.strokeOpacity.inThousandths
    let number = opacities.firstIndex { $0 == (fill, stroke) } ?? opacities.count
    if number == opacities.count { opacities.append((fill, stroke)) }
    contents.write("/G")
    contents.write(number)
    contents.write(" gs\n")
  }

  /// Adds what was written as a form with its resources.
  ///
  /// - Parameter isGroup: whether it shows through as a whole (ISO 32000-1, 11.6.6)
  func finish(_ box: DrawingBox, isGroup: Bool, _ file: inout PDFFile) -> Reference {
    var entries: [UInt8] = []
    entries.write("/Type/XObject/Subtype/Form/BBox[")
    entries.write(box.x)
    entries.append(0x20)
    entries.write(box.y)
    entries.append(0x20)
    entries.write(box.x + box.width)
    entries.append(0x20)
    entries.write(box.y + box.height)
    entries.write("]")
    if isGroup { entries.write("/Group<</S/Transparency>>") }
    entries.write("/Resources<<")
    if !faces.isEmpty {
      entries.write("/Font<<")
      for face in faces.sorted() {
        guard let font = fonts[face] else { continue }
        entries.write(name: font.name)
        entries.append(0x20)
        entries.write(font.guises[0].reference)
      }
      entries.write(">>")
    }
    entries.write(
      "/ExtGState", "/G",
      opacities.map { opacity in
        var state: [UInt8] = []
        state.write("<</ca ")
        state.write(thousandths: opacity.fill)
        state.write("/CA ")
        state.write(thousandths: opacity.stroke)
        state.write(">>")
        return state
      })
    entries.write("/Shading", "/H", gradients)
    entries.write(
      "/XObject", "/D",
      groups.map { group in
        var reference: [UInt8] = []
        reference.write(group)
        return reference
      })
    entries.write(">>")
    return file.addCompressed(entries: entries, data: contents)
  }
}

extension [[UInt8]] {
  /// Where it stands among the others, put behind them where it is new.
  fileprivate mutating func place(of one: [UInt8]) -> Int {
    if let index = firstIndex(of: one) { return index }
    append(one)
    return count - 1
  }
}

extension [UInt8] {
  /// Resources of one kind, named by a letter and their number; nothing where there are none.
  fileprivate mutating func write(
    _ kind: StaticString, _ letter: StaticString, _ resources: [[UInt8]]
  ) {
    if resources.isEmpty { return }
    write(kind)
    write("<<")
    for (number, resource) in resources.enumerated() {
      write(letter)
      write(number)
      append(0x20)
      self += resource
    }
    write(">>")
  }

  /// The operator that moves what comes next.
  mutating func write(matrix: [Double]) {
    if matrix == DrawingClip.identity { return }
    for number in matrix {
      // Matrices need more digits than lengths do.
      write(decimals: number)
      append(0x20)
    }
    write("cm\n")
  }

  /// The operators that set what lines are drawn with.
  fileprivate mutating func write(_ pen: Pen, _ profile: PDFProfile) {
    write(stroke: pen.ink, profile)
    write(pen.width)
    write(" w ")
    write(pen.cap)
    write(" J ")
    write(pen.join)
    write(" j ")
    write(pen.miterLimit)
    write(" M\n")
    if pen.dashes.isEmpty { return }
    append(0x5B)
    for dash in pen.dashes {
      write(dash)
      append(0x20)
    }
    write("] ")
    write(pen.dashOffset)
    write(" d\n")
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
