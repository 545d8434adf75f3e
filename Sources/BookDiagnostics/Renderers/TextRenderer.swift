/// Shows diagnostics to a person: the fault, its place, the line with a caret, notes and a fix.
package struct TextRenderer: Sendable {
  /// Whether to use terminal colours.
  package var isColoured: Bool
  /// How many of one code are shown in full before the rest is only counted.
  package var mostPerCode = 25
  private static let width = 88

  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// The whole list as text, each diagnostic followed by an empty line.
  package func render(_ list: DiagnosticList) -> String {
    var text = ""
    var shown: [String: Int] = [:]
    let alike = Dictionary(grouping: list.diagnostics) { Self.saying($0) }
      .filter { $0.value.count >= Self.fewestAlike }
    var told: Set<String> = []
    for var diagnostic in list.diagnostics {
      let saying = Self.saying(diagnostic)
      if let others = alike[saying] {
        if !told.insert(saying).inserted { continue }
        diagnostic.notes.append(DiagnosticNote(places(others.dropFirst(), list)))
      }
      shown[diagnostic.code.id, default: 0] += 1
      if shown[diagnostic.code.id] ?? 0 <= mostPerCode {
        text += render(diagnostic, in: list) + "\n"
      }
    }
    for (code, count) in shown.sorted(by: { $0.key < $1.key }) where count > mostPerCode {
      text +=
        "… and \(count - mostPerCode) more of \(code); `bookc explain \(code)` says what it means\n"
    }
    return text
  }

  /// What of a diagnostic is the same wherever the same fault is.
  private static func saying(_ diagnostic: Diagnostic) -> String {
    diagnostic.severity.rawValue + diagnostic.code.id + diagnostic.message
  }

  /// So many that say the same are told as one.
  private static let fewestAlike = 3
  /// So many of their places are named.
  private static let mostPlaces = 6

  /// How many others there are, and where the first of them stand: `one.md:3, one.md:17 …`.
  private func places(_ others: ArraySlice<Diagnostic>, _ list: DiagnosticList) -> String {
    let named = others.prefix(Self.mostPlaces).compactMap { other in
      other.span.map { span in
        let place = list.place(span)
        return "\(place.path):\(place.start.line)"
      }
    }
    let rest = others.count > named.count ? " …" : ""
    return "the same \(others.count) times more: \(named.joined(separator: ", "))\(rest)"
  }

  private func render(_ diagnostic: Diagnostic, in list: DiagnosticList) -> String {
    let label = diagnostic.severity.rawValue + "[\(diagnostic.code.id)]"
    var text =
      paint(label, Self.colour(of: diagnostic.severity))
      + paint(": " + Self.visible(diagnostic.message), "1") + "\n"
    if let span = diagnostic.span { text += location(span, list, carets: true) }
    for note in diagnostic.notes {
      text += "   " + paint("= note:", "1;36") + " " + Self.visible(note.message) + "\n"
      if let span = note.span { text += location(span, list, carets: true) }
    }
    for fix in diagnostic.fixIts {
      text += "   " + paint("= help:", "1;32") + " " + Self.visible(fix.summary) + "\n"
    }
    return text
  }

  private func location(_ span: SourceSpan, _ list: DiagnosticList, carets: Bool) -> String {
    let place = list.place(span)
    var text =
      "  " + paint("-->", "1;34")
      + " \(Self.visible(place.path)):\(place.start.line):\(place.start.column)\n"
    guard let excerpt = excerpt(span, list) else { return text }
    let bar = paint("   |", "1;34")
    text += bar + " " + excerpt.line + "\n"
    text += bar + " " + paint(excerpt.carets, "1;31") + "\n"
    return text
  }

  /// The line around the span, cut to the width of a page, and carets under it.
  private func excerpt(_ span: SourceSpan, _ list: DiagnosticList) -> (
    line: String, carets: String
  )? {
    let bytes = list.sources[span.file].bytes
    let table = list.table(span.file)
    let position = table.position(min(Int(span.start), bytes.count))
    let range = table.bytes(ofLine: position.line)
    if range.isEmpty { return nil }
    // A line can be a whole chapter: decode only what can be shown.
    let from = max(range.lowerBound, Int(span.start) - 400)
    let to = min(range.upperBound, Int(span.start) + 600)
    let start = max(from, min(Int(span.start), to))
    let end = max(start, min(Int(span.end), to))
    func scalars(_ a: Int, _ b: Int) -> [Unicode.Scalar] {
      Array(Self.visible(String(decoding: bytes[a..<b], as: UTF8.self)).unicodeScalars)
    }
    var before = scalars(from, start)
    var marked = scalars(start, end)
    var after = scalars(end, to)
    var opening = from > range.lowerBound
    var closing = to < range.upperBound
    if marked.count > Self.width - 8 {
      marked = Array(marked.prefix(Self.width - 8))
      after = []
      closing = true
    }
    let room = Self.width - marked.count
    if before.count > room / 2 {
      let keep = max(room / 2, room - after.count)
      if before.count > keep {
        before = Array(before.suffix(keep))
        opening = true
      }
    }
    if before.count + after.count > room {
      after = Array(after.prefix(max(0, room - before.count)))
      closing = true
    }
    func string(_ scalars: [Unicode.Scalar]) -> String {
      String(String.UnicodeScalarView(scalars))
    }
    let line =
      (opening ? "…" : "") + string(before) + string(marked) + string(after) + (closing ? "…" : "")
    let indent = String(repeating: " ", count: before.count + (opening ? 1 : 0))
    return (line, indent + String(repeating: "^", count: max(1, marked.count)))
  }

  /// The text with tabs as spaces and what would move the cursor or the reading order made visible.
  static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func colour(of severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }

  private func paint(_ text: String, _ style: String) -> String {
    isColoured ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
