import BookFonts
import BookTypesetting
import BookXML

/// A stretch of text in one style, and where the pen goes before it.
private struct TextPiece {
  var text: String
  var style: SVGStyle
  var shift = Point(x: 0, y: 0)
}

extension DrawingBuilder {
  /// Draws a text: pieces that follow each other without a place of their own are one chunk, which
  /// stands at its place as a whole (SVG 1.1, 10.9.1).
  mutating func drawText(_ element: XMLElement, _ style: SVGStyle) {
    var chunks: [(place: Point, pieces: [TextPiece])] = [
      (Point(x: length(element, "x"), y: length(element, "y")), [])
    ]
    var shift = Point(x: length(element, "dx"), y: length(element, "dy"))
    noteScattered(element)
    collect(element, style, &chunks, &shift, depth: 0)
    // Blanks that follow one another are one, at the beginning and the end none.
    var follows = false
    var pieces: [(chunk: Int, piece: TextPiece)] = []
    for (number, chunk) in chunks.enumerated() {
      for var piece in chunk.pieces {
        // SVG 1.1, 10.15: where blanks are kept, line ends and tabs become blanks.
        piece.text =
          piece.style.keepsBlanks
          ? String(piece.text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
          : Self.folded(piece.text, after: &follows)
        pieces.append((number, piece))
      }
    }
    for index in pieces.indices.reversed() where !pieces[index].piece.style.keepsBlanks {
      while pieces[index].piece.text.last == " " { pieces[index].piece.text.removeLast() }
      if !pieces[index].piece.text.isEmpty { break }
    }
    var pen = Point(x: 0, y: 0)
    for (number, chunk) in chunks.enumerated() {
      if number > 0 {
        pen = Point(
          x: chunk.place.x.isNaN ? pen.x : chunk.place.x,
          y: chunk.place.y.isNaN ? pen.y : chunk.place.y)
      } else {
        pen = chunk.place
      }
      let shaped = pieces.filter { $0.chunk == number }.compactMap { shape($0.piece) }
      let width = shaped.reduce(0) { $0 + $1.width + $1.piece.shift.x }
      switch shaped.first?.piece.style.anchor {
      case .middle: pen.x -= width / 2
      case .end: pen.x -= width
      case .start, nil: break
      }
      for run in shaped {
        pen = pen + run.piece.shift
        show(run, at: pen)
        pen.x += run.width
      }
    }
  }

  private mutating func collect(
    _ element: XMLElement, _ style: SVGStyle,
    _ chunks: inout [(place: Point, pieces: [TextPiece])], _ shift: inout Point, depth: Int
  ) {
    for child in element.children {
      switch child {
      case .text(let text):
        chunks[chunks.count - 1].pieces.append(TextPiece(text: text, style: style, shift: shift))
        shift = Point(x: 0, y: 0)
      case .element(let span) where (span.name == "tspan" || span.name == "a") && depth < 8:
        var unknown: [String] = []
        let inner = style.applying(span) { unknown.append($0) }
        for name in unknown { note(name) }
        noteScattered(span)
        if span["x"] != nil || span["y"] != nil {
          let place = Point(
            x: span["x"] == nil ? .nan : length(span, "x"),
            y: span["y"] == nil ? .nan : length(span, "y"))
          chunks.append((place, []))
          shift = Point(x: 0, y: 0)
        }
        shift = shift + Point(x: length(span, "dx"), y: length(span, "dy"))
        collect(span, inner, &chunks, &shift, depth: depth + 1)
      case .element(let other):
        if !["title", "desc"].contains(other.name) { note("<\(other.name)>") }
      }
    }
  }

  /// Letters that each have a place of their own stand where the first puts them all.
  private mutating func noteScattered(_ element: XMLElement) {
    for name in ["x", "y", "dx", "dy", "rotate"] {
      var scanner = NumberScanner(element[name] ?? "")
      var count = 0
      while scanner.number() != nil { count += 1 }
      if count > (name == "rotate" ? 0 : 1) { note("a place of its own for each letter") }
    }
  }

  private static func folded(_ text: String, after follows: inout Bool) -> String {
    var result = ""
    for sign in text {
      guard sign.isWhitespace, sign != "\u{A0}" else {
        result.append(sign)
        follows = true
        continue
      }
      if follows { result.append(" ") }
      follows = false
    }
    return result
  }

  private struct ShapedPiece {
    var piece: TextPiece
    var bytes: [UInt8]
    var run: ShapedRun
    var face: (number: Int, face: FontFace)
    var width: Double
  }

  private mutating func shape(_ piece: TextPiece) -> ShapedPiece? {
    let style = piece.style
    let bytes = Array(piece.text.utf8)
    guard !bytes.isEmpty, style.isDisplayed else { return nil }
    guard let face = faces(style, bytes) else {
      note("<text>")
      return nil
    }
    let script = TextScript(of: piece.text.unicodeScalars)
    let run = ShapingStyle(face: face.face, script: script).shape(bytes)
    if run.hasMissingGlyph { note("a character of \"\(piece.text)\"") }
    let unit = style.fontSize / Double(max(1, face.face.metrics.unitsPerEm))
    let width = Double(run.advance) * unit + style.letterSpace * Double(run.glyphs.count)
    return ShapedPiece(piece: piece, bytes: bytes, run: run, face: face, width: width)
  }

  private mutating func show(_ shaped: ShapedPiece, at pen: Point) {
    let style = shaped.piece.style
    let (fill, stroke) = (middleInk(style.fill, style), self.pen(style))
    guard style.isVisible, fill != nil || stroke != nil else { return }
    let text = DrawnText(
      face: shaped.face.number, size: style.fontSize, x: pen.x, y: pen.y,
      glyphs: shaped.run.glyphs, text: shaped.bytes, letterSpace: style.letterSpace,
      unitsPerEm: shaped.face.face.metrics.unitsPerEm, width: shaped.width, fill: fill,
      stroke: stroke, strokesFirst: style.strokesFirst)
    add(.text(text), style)
  }
}
