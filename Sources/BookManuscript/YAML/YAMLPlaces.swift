import BookDiagnostics
import Yams

/// Where things stand in a YAML file: from the parser's lines and columns to bytes.
struct YAMLPlaces {
  /// What the parser reads: without a byte order mark.
  let text: String
  /// Why the file cannot be read at all.
  let refusal: Diagnostic?
  private let bytes: [UInt8]
  private let source: SourceID
  private let table: LineTable
  private let markLength: Int

  init(_ bytes: [UInt8], _ source: SourceID) {
    self.bytes = bytes
    self.source = source
    table = LineTable(bytes)
    markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    text = String(
      decoding: bytes[markLength..<Self.endOfDocument(bytes)], as: UTF8.self)
    var refusal: Diagnostic?
    if bytes.starts(with: Self.richText) {
      refusal = Diagnostic(
        .yamlSyntax, "this is a text of a word processor with its formats, and no plain one",
        at: SourceSpan(file: source, start: 0, end: Self.richText.count),
        notes: [DiagnosticNote("save it as plain text, or type it anew in a text editor")])
    } else if let bad = firstInvalidByte(bytes) {
      refusal = Diagnostic(
        .yamlSyntax, "this is not UTF-8 text: byte \(hexadecimal(UInt32(bytes[bad])).suffix(2))",
        at: SourceSpan(file: source, start: bad, end: bad + 1))
    } else if let bad = bytes.firstIndex(where: { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 }) {
      refusal = Diagnostic(
        .illegalYAMLCharacter,
        "the file holds the character U+\(hexadecimal(UInt32(bytes[bad]))), which no book can show",
        at: SourceSpan(file: source, start: bad, end: bad + 1))
    }
    self.refusal = refusal ?? Self.keysOfKeys(bytes, source)
  }

  /// Where a file has many keys that are written with `?`, which may be values within each other: to
  /// compare them takes time without an end, and nobody writes them.
  private static func keysOfKeys(_ bytes: [UInt8], _ source: SourceID) -> Diagnostic? {
    var count = 0
    var isAtStart = true
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A, 0x0D: isAtStart = true
      case 0x20, 0x09: break
      case UInt8(ascii: "-") where isAtStart: break
      case UInt8(ascii: "?") where isAtStart:
        let next = i + 1 < bytes.count ? bytes[i + 1] : 0x20
        guard next <= 0x20 else {
          isAtStart = false
          break
        }
        count += 1
        if count > mostKeysOfKeys {
          return Diagnostic(
            .yamlTooLarge, "more than \(mostKeysOfKeys) keys are written with '?'",
            at: SourceSpan(file: source, start: i, end: i + 1),
            notes: [DiagnosticNote("a value that begins with '? ' must stand in quotes")])
        }
      default: isAtStart = false
      }
    }
    return nil
  }

  /// So many stay quick however they lie in one another.
  private static let mostKeysOfKeys = 8

  /// How RTF begins.
  private static let richText = Array("{\\rtf".utf8)

  /// Where the one document of a file ends: before a last line of `---` or `...`, with which pandoc
  /// and Jekyll close it.
  private static func endOfDocument(_ bytes: [UInt8]) -> Int {
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end >= 3, end == 3 || bytes[end - 4] == 0x0A,
      [Array("---".utf8), Array("...".utf8)].contains(Array(bytes[end - 3..<end]))
    else { return bytes.count }
    return end - 3
  }

  /// The words behind a plain value that YAML takes for a note, nil where there are none.
  ///
  /// Behind the `#` of a true note stands a blank, but none in `The House at #9`.
  func wordsTakenForNote(_ end: Int) -> SourceSpan? {
    var start = end
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    guard start > end, start + 1 < bytes.count, bytes[start] == UInt8(ascii: "#") else {
      return nil
    }
    // `# 2` is a number to most people; `# to be checked` is a note.
    var first = start + 1
    guard first < bytes.count else { return nil }
    if bytes[first] == 0x20, first + 1 < bytes.count, (0x30...0x39).contains(bytes[first + 1]) {
      first += 1
    }
    guard bytes[first] > 0x20, bytes[first] != UInt8(ascii: "#") else { return nil }
    return toLineEnd(start)
  }

  /// The note that is all that stands behind a key, nil where there is none.
  func note(behind end: Int) -> SourceSpan? {
    var start = end
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x3A { start += 1 }
    guard start > end, start < bytes.count, bytes[start] == UInt8(ascii: "#") else { return nil }
    return toLineEnd(start)
  }

  private func toLineEnd(_ start: Int) -> SourceSpan {
    span(start, bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count)
  }

  /// The words of a span.
  func words(_ span: SourceSpan) -> String {
    let range = Int(span.start)..<Int(span.end)
    return String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(file: source, start: start, end: end)
  }

  /// 1-based line and column in scalars.
  func offset(line: Int, column: Int) -> Int {
    let marks = line == 1 && markLength > 0 ? 1 : 0
    let offset = table.offset(SourcePosition(line: line, column: column + marks))
    return min(offset, table.bytes(ofLine: line).upperBound)
  }

  func span(line: Int, column: Int) -> SourceSpan {
    let start = offset(line: line, column: column)
    return span(start, min(bytes.count, start + 1))
  }

  /// A scalar's bytes: up to its closing quote, or as many as the value has, or the line's rest.
  func scalarSpan(_ start: Int, _ value: String, isPlain: Bool) -> SourceSpan {
    if start < bytes.count, bytes[start] == 0x22 || bytes[start] == 0x27 {
      let quote = bytes[start]
      var i = start + 1
      while i < bytes.count {
        if bytes[i] == 0x5C, quote == 0x22 {
          i += 2
        } else if bytes[i] == quote {
          if quote == 0x27, i + 1 < bytes.count, bytes[i + 1] == quote {
            i += 2
          } else {
            return span(start, i + 1)
          }
        } else {
          i += 1
        }
      }
      return span(start, bytes.count)
    }
    let count = value.utf8.count
    if start + count <= bytes.count, bytes[start..<start + count].elementsEqual(value.utf8) {
      return span(start, start + count)
    }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return span(start, end)
  }

  /// The parser's complaint at the place that the author should look at.
  func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return Diagnostic(
        .yamlSyntax,
        message(context?.text, problem, mark, seenAt: context?.mark.line ?? mark.line),
        at: place(context, problem, mark))
    case .reader(let problem, let offset, _, _):
      let at = min(bytes.count, (offset ?? 0) + markLength)
      return Diagnostic(.yamlSyntax, "this is not YAML: \(problem)", at: span(at, at))
    case .duplicatedKeysInMapping(let keys, let context):
      let first = offset(line: context.mark.line, column: context.mark.column)
      let second = occurrences(of: keys.first ?? "", like: first).first { $0 > first } ?? first
      let key = keys.first ?? ""
      return Diagnostic(
        .duplicateKey, "'\(key)' is given twice", at: span(second, second + key.utf8.count),
        notes: [DiagnosticNote("the first is here", at: span(first, first + key.utf8.count))])
    default:
      return Diagnostic(.yamlSyntax, "this is not YAML: \(error)", at: span(0, 0))
    }
  }

  private func place(_ context: YamlError.Context?, _ problem: String, _ mark: Yams.Mark)
    -> SourceSpan
  {
    // An unclosed quote is noticed at the end of the file; the author must look at its opening.
    if let line = lineWithoutColon(problem, mark.line) { return span(line: line, column: 1) }
    if let context,
      context.text.contains("quoted scalar") || problem.contains("end of stream")
        || problem.contains("expected ':'")
    {
      return span(line: context.mark.line, column: context.mark.column)
    }
    return span(line: mark.line, column: mark.column)
  }

  private func message(
    _ context: String?, _ problem: String, _ mark: Yams.Mark, seenAt at: Int
  ) -> String {
    let line = table.bytes(ofLine: mark.line)
    let indent = bytes[line].prefix { $0 == 0x20 || $0 == 0x09 }
    if indent.contains(0x09) {
      return "a tab indents this line; YAML wants spaces"
    }
    if context?.contains("quoted scalar") == true {
      let opened = bytes[table.bytes(ofLine: at)]
      if let value = apostrophe(in: opened) {
        return "a quotation mark is never closed; is it an apostrophe, write \"\(value)\""
      }
      if let value = halfCurly(opened) {
        return "the quotation mark at the end is a word processor's, which closes nothing: write "
          + value
      }
      return "a quotation mark is never closed"
    }
    if let above = lineWithoutColon(problem, mark.line) {
      if bytes[table.bytes(ofLine: above)].contains(0x3A) {
        return "a blank is missing behind the colon of this line"
      }
      return Self.withoutColon
    }
    if problem.contains("mapping values are not allowed") {
      if !indent.isEmpty, bytes[line].dropFirst(indent.count).count(where: { $0 == 0x3A }) == 1 {
        return "blanks stand before this key: it begins as far left as the one above it"
      }
      return "a second ':' in one line; put what stands behind the first in quotes"
        + written(quoted(bytes[line]))
    }
    if problem.contains("block sequence entries are not allowed") {
      return "a value that begins with '- ' is a list to YAML: put it in quotes, or begin it in "
        + "the line below"
    }
    if problem.contains("expected ':'"), let sign = foldingSign(before: at) {
      return "the lines that belong to the '\(sign)' above are each set in by two blanks"
    }
    if context?.contains("flow mapping") == true || problem.contains("',' or '}'") {
      return "between '{' and '}' a comma stands behind each value but the last"
    }
    if problem.contains("expected ':'") {
      if bytes[table.bytes(ofLine: at)].contains(0x3A) {
        return "a blank is missing behind the colon of this line"
      }
      return Self.withoutColon
    }
    if problem.contains("alias") || beginsWithStar(bytes[line]) {
      return "a value that begins with '*' must stand in quotes" + written(quoted(bytes[line]))
    }
    if problem.contains("another document") {
      return "a second document begins here: only one is read; take this line out"
    }
    if let sign = signOfYAML(bytes[line]) {
      return "a value that begins with '\(sign) ' must stand in quotes"
        + written(quoted(bytes[line]))
    }
    if problem.contains("cannot start any token") {
      return "no value begins with '@', '`' or '%': put it in quotes"
    }
    if problem.contains("did not find expected") {
      return bytes[line].contains(where: { $0 == 0x22 || $0 == 0x27 })
        ? "something stands behind the closing quotation mark; "
          + "put the whole value in quotes of the other kind" + written(quoted(bytes[line]))
        : "this line does not fit those before it: lines of one list or one group begin "
          + "equally far in"
    }
    return "this is not YAML: \(problem)" + (context.map { " (\($0))" } ?? "")
  }

  private static let withoutColon =
    "there is no ':' in this line; behind a key stand a colon and a blank, and a line that goes on "
    + "with the one above begins with two blanks"

  private func written(_ line: String?) -> String { line.map { ": \($0)" } ?? "" }

  /// A line with its value in quotes, as the author would write it; nil where it has no key.
  private func quoted(_ line: ArraySlice<UInt8>) -> String? {
    let text = trimmingWhiteSpace(String(decoding: line, as: UTF8.self))
    guard let colon = text.firstIndex(of: ":"), text.utf8.count <= Self.longestQuoted else {
      return nil
    }
    var value = trimmingWhiteSpace(String(text[text.index(after: colon)...]))
    if value.count > 2, let mark = value.first, mark == value.last, mark == "\"" || mark == "'" {
      value = String(value.dropFirst().dropLast())
    }
    guard !value.isEmpty else { return nil }
    let inQuotes =
      value.contains("\"") || value.contains("\\")
      ? "'" + value.replacing("'", with: "''") + "'" : "\"\(value)\""
    return "\(text[...colon]) \(inQuotes)"
  }

  /// In bytes: longer lines are not said again.
  private static let longestQuoted = 100

  /// The value of a line that begins with an apostrophe: `'Tis a long way`.
  private func apostrophe(in line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.firstIndex(of: 0x3A) else { return nil }
    let value = trimmingWhiteSpace(String(decoding: line[(colon + 1)...], as: UTF8.self))
    guard value.hasPrefix("'"), value.count(where: { $0 == "'" }) == 1,
      value.dropFirst().first?.isLetter == true, !value.contains("\"")
    else { return nil }
    return value
  }

  /// The value of a line with a plain mark at its beginning and a curly one at its end, put right.
  private func halfCurly(_ line: ArraySlice<UInt8>) -> String? {
    let text = trimmingWhiteSpace(String(decoding: line, as: UTF8.self))
    guard let last = text.last, "“”‘’".contains(last), let open = text.firstIndex(of: "\""),
      text.utf8.count <= Self.longestQuoted
    else { return nil }
    return "\(text[open...].dropLast())\""
  }

  /// The line above a key, where it begins as far left and holds no colon.
  private func lineWithoutColon(_ problem: String, _ line: Int) -> Int? {
    guard problem.contains("mapping values are not allowed"), line > 1 else { return nil }
    let above = bytes[table.bytes(ofLine: line - 1)]
    guard let first = above.first, first > 0x20, first != UInt8(ascii: "#"),
      first != UInt8(ascii: "-"), !String(decoding: above, as: UTF8.self).contains(": "),
      !above.contains(0x22), !above.contains(0x27), above.last != 0x3A,
      bytes[table.bytes(ofLine: line)].first.map({ $0 > 0x20 }) ?? false
    else { return nil }
    return line - 1
  }

  /// The `>` or `|` with which the last line that is set in no further ends, nil for another end.
  private func foldingSign(before line: Int) -> Character? {
    guard line > 1 else { return nil }
    let text = String(decoding: bytes[table.bytes(ofLine: line - 1)], as: UTF8.self)
    let end = text.trimmingPrefix { $0 == " " }.reversed().drop { "-+ \r\n".contains($0) }
    return end.first.flatMap { ">|".contains($0) && text.contains(":") ? $0 : nil }
  }

  /// Whether the value of a line begins with a star, as emphasis in Markdown does.
  private func beginsWithStar(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: 0x3A) else { return false }
    return line[line.index(after: colon)...].first { $0 != 0x20 } == 0x2A
  }

  /// The sign that YAML reads for its own at the head of a value, with a word behind it: `> My Life`.
  private func signOfYAML(_ line: ArraySlice<UInt8>) -> Character? {
    guard let colon = line.firstIndex(of: 0x3A) else { return nil }
    let value = trimmingWhiteSpace(String(decoding: line[(colon + 1)...], as: UTF8.self))
    guard let sign = value.first, ">|&?!".contains(sign), value.dropFirst().first == " ",
      value.count > 2
    else { return nil }
    return sign
  }

  /// Offsets of lines that begin with the key at the same indentation as the one at `first`.
  private func occurrences(of key: String, like first: Int) -> [Int] {
    let column = table.position(first).column
    var found: [Int] = []
    for line in 1...table.count {
      let start = offset(line: line, column: column)
      let range = table.bytes(ofLine: line)
      guard start + key.utf8.count < range.upperBound else { continue }
      let after = bytes[start + key.utf8.count]
      if bytes[start..<start + key.utf8.count].elementsEqual(key.utf8),
        after == 0x3A || after == 0x20
      {
        found.append(start)
      }
    }
    return found
  }
}

/// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7).
func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { b in
    var i = 0
    while i < b.count {
      let first = b[i]
      if first < 0x80 {
        i += 1
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, high) = (4, 0x8F)
      default: return i
      }
      guard i + length <= b.count, b[i + 1] >= low, b[i + 1] <= high else { return i }
      for k in 2..<max(2, length) where b[i + k] & 0xC0 != 0x80 { return i }
      i += length
    }
    return nil
  }
}
