package import BookModel

/// A typographic cover, drawn when the author gives none: a frame, the title in lines of even
/// length, an ornament and the author, on 1600 × 2560 units.
package struct CoverDrawing: Sendable {
  private let metadata: BookMetadata

  package init(_ metadata: BookMetadata) { self.metadata = metadata }

  private static let width = 1600
  private static let height = 2560

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
    frame(&out)
    words(&out)
    return out.finish().bytes
  }

  private func frame(_ out: inout MarkupWriter) {
    rectangle(&out, 0, "#1f2a38", stroke: nil)
    rectangle(&out, 90, "none", stroke: 6)
    rectangle(&out, 112, "none", stroke: 2)
    // A band of paper for the title.
    out.empty(
      .rect,
      [
        Attribute("x", "200"), Attribute("y", "520"), Attribute("width", "1200"),
        Attribute("height", "1020"), Attribute("fill", "#f4eee0"),
      ])
    out.newline()
    out.empty(
      .rect,
      [
        Attribute("x", "226"), Attribute("y", "546"), Attribute("width", "1148"),
        Attribute("height", "968"), Attribute("fill", "none"), Attribute("stroke", "#8a6a3b"),
        Attribute("stroke-width", "3"),
      ])
    out.newline()
    ornament(&out, y: 1780)
  }

  private func rectangle(
    _ out: inout MarkupWriter, _ inset: Int, _ fill: StaticString, stroke: Int?
  ) {
    var attributes = [
      Attribute("x", text: String(inset)), Attribute("y", text: String(inset)),
      Attribute("width", text: String(Self.width - 2 * inset)),
      Attribute("height", text: String(Self.height - 2 * inset)), Attribute("fill", fill),
    ]
    if let stroke {
      attributes.append(Attribute("stroke", "#b89b66"))
      attributes.append(Attribute("stroke-width", text: String(stroke)))
    }
    out.empty(.rect, attributes)
    out.newline()
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
        Attribute("fill", "#b89b66"),
      ])
    out.newline()
  }

  private func words(_ out: inout MarkupWriter) {
    let lines = Self.balanced(metadata.title, width: 14)
    let longest = lines.map(Self.units).max() ?? 1
    let size = min(190, 1040 / max(longest, 1), 760 / max(1.2 * Double(lines.count), 1))
    let leading = size * 1.2
    let subtitle = metadata.subtitle.map { Self.balanced($0, width: 30) } ?? []
    let subtitleHeight = subtitle.isEmpty ? 0 : 40 + 64 * Double(subtitle.count)
    let height = leading * Double(lines.count - 1) + subtitleHeight
    var y = 1030 - height / 2 + size * 0.34
    for line in lines {
      text(&out, line, y: y, size: size, fill: "#1f2a38", isItalic: false)
      y += leading
    }
    y += 40 - leading + 64 + size * 0.1
    for line in subtitle {
      let size = min(56, 1040 / max(Self.units(line), 1))
      text(&out, line, y: y, size: size, fill: "#6d522b", isItalic: true)
      y += 64
    }
    var authorY = 2060.0
    for author in metadata.authors.prefix(3) {
      let size = min(96, 1200 / max(Self.units(author.name) * 1.05, 1))
      text(&out, author.name, y: authorY, size: size, fill: "#f4eee0", isItalic: false)
      authorY += size * 1.3
    }
    if let publisher = metadata.publisher {
      text(&out, publisher, y: 2380, size: 44, fill: "#b89b66", isItalic: true)
    }
  }

  private func text(
    _ out: inout MarkupWriter, _ words: String, y: Double, size: Double, fill: StaticString,
    isItalic: Bool
  ) {
    var attributes = [
      Attribute("x", "800"), Attribute("y", text: String(Int(y))),
      Attribute("text-anchor", "middle"), Attribute("fill", fill),
      Attribute("font-family", "EB Garamond, Garamond, Iowan Old Style, Palatino, Georgia, serif"),
      Attribute("font-size", text: String(Int(size))),
    ]
    if isItalic { attributes.append(Attribute("font-style", "italic")) }
    out.element(.text, attributes, text: words)
    out.newline()
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

// The elements of SVG that the cover needs.
extension ElementName {
  static let svg = ElementName("svg")
  static let rect = ElementName("rect", isVoid: true)
  static let path = ElementName("path", isVoid: true)
  static let text = ElementName("text")
}
