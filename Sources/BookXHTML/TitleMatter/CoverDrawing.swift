package import BookModel

/// A typographic cover as the theme designs it, drawn when the author gives none, on 1600 × 2560
/// units.
package struct CoverDrawing: Sendable {
  private let metadata: BookMetadata
  private let design: CoverDesign

  package init(_ metadata: BookMetadata, design: CoverDesign) {
    (self.metadata, self.design) = (metadata, design)
  }

  private static let width = 1600
  private static let height = 2560
  /// How many authors a cover names.
  private static let mostAuthors = 3

  /// The drawing.
  package func svg() -> [UInt8] {
    var out = MarkupWriter(capacity: 4096)
    out.prologue()
    out.open(
      .svg,
      [
        Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("viewBox", "0 0 1600 2560"),
        Attribute("width", "1600"), Attribute("height", "2560"), .role("img"),
        Attribute("xml:lang", text: metadata.language),
      ])
    out.newline()
    out.element(.title, text: metadata.title)
    out.newline()
    fill(&out, Rectangle(0, 0, Self.width, Self.height), design.ground)
    switch design.layout {
    case .framed: drawFramed(&out)
    case .flush: drawFlush(&out)
    case .plain: drawPlain(&out)
    }
    return out.finish().bytes
  }
}

// MARK: - The layouts

extension CoverDrawing {
  private func drawFramed(_ out: inout MarkupWriter) {
    stroke(&out, inset: 90, 6)
    stroke(&out, inset: 112, 2)
    // A panel of paper for the title, with a line within its edge.
    fill(&out, Rectangle(200, 520, 1200, 1020), design.paper)
    stroke(&out, Rectangle(226, 546, 1148, 968), 3)
    ornament(&out, y: 1780)
    let title = Block(metadata.title, letters: 14, width: 1040, height: 760, most: 190)
    let subtitle = metadata.subtitle.map {
      Block($0, letters: 30, width: 1040, height: 260, most: 56)
    }
    let gap = 40.0
    let below = subtitle.map { $0.height + gap } ?? 0
    var y = 1030 - (title.height + below) / 2
    y = draw(&out, title, top: y, Hand(design.ink))
    if let subtitle { _ = draw(&out, subtitle, top: y + gap, Hand(design.ink, isItalic: true)) }
    y = 1964
    for author in metadata.authors.prefix(Self.mostAuthors) {
      let name = Block(author.name, letters: 60, width: 1200, height: 115, most: 96)
      y = draw(&out, name, top: y, Hand(design.paper))
    }
    imprint(&out, Hand(design.accent, isItalic: true))
  }

  private func drawFlush(_ out: inout MarkupWriter) {
    let (edge, measure) = (150, 1300)
    let isReversed = metadata.isRightToLeft
    let start = isReversed ? Self.width - edge : edge
    let hand = Hand(design.ink, face: .sans, x: start, isReversed: isReversed)
    let bar = 260
    fill(
      &out, Rectangle(isReversed ? start - bar : start, 430, bar, 18), design.accent)
    title(
      &out, from: 520, to: 2190, hand, title: (letters: 12, most: 210),
      subtitle: (letters: 28, most: 72), author: 92)
    fill(&out, Rectangle(edge, 2240, measure, 4), design.ink)
    imprint(&out, hand)
  }

  private func drawPlain(_ out: inout MarkupWriter) {
    fill(&out, Rectangle(110, 230, 1380, 40), design.accent)
    fill(&out, Rectangle(110, 2290, 1380, 40), design.accent)
    let hand = Hand(design.ink)
    title(
      &out, from: 370, to: 2210, hand, title: (letters: 10, most: 270),
      subtitle: (letters: 22, most: 104), author: 130)
    imprint(&out, hand)
  }

  /// The title in bold with the subtitle below it, and the authors at the foot of the same room.
  private func title(
    _ out: inout MarkupWriter, from top: Double, to bottom: Double, _ hand: Hand,
    title: (letters: Int, most: Double), subtitle: (letters: Int, most: Double), author: Double
  ) {
    let width = Double(Self.width - 2 * 150)
    let names = metadata.authors.prefix(Self.mostAuthors).map {
      Block($0.name, letters: 60, width: width, height: author * 1.3, most: author)
    }
    let foot = bottom - names.reduce(0) { $0 + $1.height }
    let room = foot - top - 2 * Self.parting
    // Of the room: the title's where there is a subtitle too.
    let share = metadata.subtitle == nil ? 1 : 0.75
    var bold = hand
    bold.isBold = true
    let lines = Block(
      metadata.title, letters: title.letters, width: width, height: room * share, most: title.most)
    let y = draw(&out, lines, top: top, bold)
    if let words = metadata.subtitle {
      let lines = Block(
        words, letters: subtitle.letters, width: width, height: room * (1 - share),
        most: subtitle.most)
      _ = draw(&out, lines, top: y + Self.parting, hand)
    }
    _ = names.reduce(foot) { draw(&out, $1, top: $0, hand) }
  }

  /// Between title, subtitle and authors.
  private static let parting = 65.0

  private func imprint(_ out: inout MarkupWriter, _ hand: Hand) {
    guard let publisher = metadata.publisher else { return }
    let block = Block(publisher, letters: 80, width: 1200, height: 60, most: 44)
    _ = draw(&out, block, top: design.layout == .plain ? 2370 : 2341, hand)
  }
}

// MARK: - Words

extension CoverDrawing {
  /// With what and where words are written.
  private struct Hand {
    enum Face { case serif, sans }

    var colour: String
    var face = Face.serif
    /// Nil in the middle of the cover.
    var x: Int?
    /// Whether the words end at the right edge, where reading begins.
    var isReversed = false
    var isItalic = false
    var isBold = false

    init(
      _ colour: String, face: Face = .serif, x: Int? = nil, isReversed: Bool = false,
      isItalic: Bool = false
    ) {
      (self.colour, self.face, self.x) = (colour, face, x)
      (self.isReversed, self.isItalic) = (isReversed, isItalic)
    }

    var families: StaticString {
      switch face {
      case .serif: "EB Garamond, Garamond, Iowan Old Style, Palatino, Georgia, serif"
      case .sans: "Nimbus Sans, Helvetica Neue, Helvetica, Arial, sans-serif"
      }
    }
  }

  /// Words in lines of even length, as large as their room allows.
  private struct Block {
    let lines: [String]
    let size: Double
    private static let leading = 1.2

    var height: Double { size * Self.leading * Double(lines.count) }

    /// Lines of about so many `letters`, none wider than `width`, the whole no higher than
    /// `height`, its letters no larger than `most`.
    init(_ words: String, letters: Int, width: Double, height: Double, most: Double) {
      lines = CoverDrawing.balanced(words, width: letters)
      let longest = lines.map(CoverDrawing.units).max() ?? 1
      size = min(
        most, width / max(longest, 1), height / (Self.leading * Double(max(lines.count, 1))))
    }

    /// Where a line stands below the top of the block.
    func baseline(_ line: Int) -> Double {
      size * (Double(line) * Self.leading + Self.ascent)
    }

    /// Of the size: a line's foot below its top, with half of the white between lines above it.
    private static let ascent = 0.94
  }

  /// The height below the words.
  private func draw(
    _ out: inout MarkupWriter, _ block: Block, top: Double, _ hand: Hand
  ) -> Double {
    for (number, line) in block.lines.enumerated() {
      var attributes = [
        Attribute("x", text: String(hand.x ?? Self.width / 2)),
        Attribute("y", text: String(Int(top + block.baseline(number)))),
        Attribute("fill", text: hand.colour), Attribute("font-family", hand.families),
        Attribute("font-size", text: String(Int(block.size))),
      ]
      if hand.x == nil { attributes.append(Attribute("text-anchor", "middle")) }
      // The anchor follows the reading: the start of a line that is read from the right is there.
      if hand.isReversed { attributes.append(Attribute("direction", "rtl")) }
      if hand.isItalic { attributes.append(Attribute("font-style", "italic")) }
      if hand.isBold { attributes.append(Attribute("font-weight", "bold")) }
      out.element(.text, attributes, text: line)
      out.newline()
    }
    return top + block.height
  }

  /// Width of words in ems of a text face, near enough to keep them in their frame.
  private static func units(_ words: String) -> Double {
    words.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar {
      case "i", "j", "l", "t", "f", "r", "I", ".", ",", "'", "’", " ": sum + 0.3
      case "m", "w", "M", "W": sum + 0.9
      case "A"..."Z": sum + 0.7
      case "\u{1100}"..."\u{FFDC}" where scalar.properties.isIdeographic: sum + 1
      default: sum + 0.5
      }
    }
  }

  /// Breaks words into lines as even as a line of `width` letters allows.
  static func balanced(_ words: String, width: Int) -> [String] {
    let parts = words.split { $0.isWhitespace }
    guard !parts.isEmpty else { return [] }
    let total = parts.reduce(0) { $0 + $1.count + 1 }
    let lineCount = max(1, (total + width - 1) / width)
    let goal = Double(total) / Double(lineCount)
    var lines: [String] = []
    var line = ""
    for part in parts {
      let grown = line.isEmpty ? String(part) : line + " " + part
      if !line.isEmpty, lines.count < lineCount - 1,
        abs(Double(grown.count) - goal) > abs(Double(line.count) - goal)
      {
        lines.append(line)
        line = String(part)
      } else {
        line = grown
      }
    }
    lines.append(line)
    return lines
  }
}

// MARK: - Shapes

extension CoverDrawing {
  private struct Rectangle {
    var x, y, width, height: Int

    init(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    var attributes: [Attribute] {
      [
        Attribute("x", text: String(x)), Attribute("y", text: String(y)),
        Attribute("width", text: String(width)), Attribute("height", text: String(height)),
      ]
    }
  }

  private func fill(_ out: inout MarkupWriter, _ rectangle: Rectangle, _ colour: String) {
    out.empty(.rect, rectangle.attributes + [Attribute("fill", text: colour)])
    out.newline()
  }

  private func stroke(_ out: inout MarkupWriter, _ rectangle: Rectangle, _ weight: Int) {
    out.empty(
      .rect,
      rectangle.attributes + [
        Attribute("fill", "none"), Attribute("stroke", text: design.accent),
        Attribute("stroke-width", text: String(weight)),
      ])
    out.newline()
  }

  private func stroke(_ out: inout MarkupWriter, inset: Int, _ weight: Int) {
    stroke(
      &out, Rectangle(inset, inset, Self.width - 2 * inset, Self.height - 2 * inset), weight)
  }

  /// A lozenge between two tapering strokes.
  private func ornament(_ out: inout MarkupWriter, y: Int) {
    out.empty(
      .path,
      [
        Attribute(
          "d",
          text: """
            M800 \(y - 34) L834 \(y) L800 \(y + 34) L766 \(y) Z \
            M740 \(y) Q600 \(y - 12) 480 \(y) Q600 \(y + 12) 740 \(y) Z \
            M860 \(y) Q1000 \(y - 12) 1120 \(y) Q1000 \(y + 12) 860 \(y) Z
            """),
        Attribute("fill", text: design.accent),
      ])
    out.newline()
  }
}

// The elements of SVG that the cover needs.
extension ElementName {
  static let svg = ElementName("svg")
  static let rect = ElementName("rect", isVoid: true)
  static let path = ElementName("path", isVoid: true)
  static let text = ElementName("text")
}
