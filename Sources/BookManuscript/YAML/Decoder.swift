import BookDiagnostics
import BookModel

/// Reads the values of one mapping, key by key, and complains at their places.
struct Decoder {
  private(set) var diagnostics: [Diagnostic] = []

  /// Warns of keys that mean nothing here: once a key that is like a known one, once of all others.
  mutating func checkKeys(of node: YAMLNode, known: [String], where place: String) {
    checkKeys(of: [node], known: known, where: place)
  }

  /// Ditto for mappings of one kind, such as the chapters of a list.
  mutating func checkKeys(of nodes: [YAMLNode], known: [String], where place: String) {
    var unknown: [(entry: YAMLNode.Entry, count: Int)] = []
    for entry in nodes.flatMap(\.entries) where !known.contains(entry.key) {
      if let index = unknown.firstIndex(where: { $0.entry.key == entry.key }) {
        unknown[index].count += 1
      } else {
        unknown.append((entry, 1))
      }
    }
    var foreign: [(entry: YAMLNode.Entry, count: Int)] = []
    for (entry, count) in unknown {
      guard let near = nearestWord(to: entry.key, among: known) else {
        foreign.append((entry, count))
        continue
      }
      diagnostics.append(
        Diagnostic(
          .unknownKey,
          "'\(entry.key)' is not a key of \(place)" + (count > 1 ? " (\(count) times)" : ""),
          at: entry.keySpan,
          fixIts: [FixIt("did you mean '\(near)'?", at: entry.keySpan, with: near)],
          subject: .keys([entry.key])))
    }
    guard let first = foreign.first?.entry else { return }
    let names = foreign.map { entry, count in
      "'\(entry.key)'" + (count > 1 ? " (\(count) times)" : "")
    }
    diagnostics.append(
      Diagnostic(
        .unknownKey,
        names.joined(separator: ", ")
          + (names.count == 1 ? " is not a key of " : " are no keys of ") + place,
        at: first.keySpan, notes: foreign.compactMap { Self.home(of: $0.entry.key) },
        subject: .keys(foreign.map(\.entry.key))))
  }

  /// Where in book.yaml a key stands that was written elsewhere.
  private static func home(of key: String) -> DiagnosticNote? {
    if BookYAML.keys.contains(key) {
      return DiagnosticNote("in book.yaml '\(key):' stands by itself, at the left edge")
    }
    return BookYAML.keys.first { BookYAML.keys(under: $0).contains(key) }.map {
      DiagnosticNote("in book.yaml '\(key):' stands under '\($0):'")
    }
  }

  private static let listNote =
    "'[' and '{' begin a list for YAML, and so does '- ': put what is no list in quotes"

  /// A line of text, nil when absent or empty.
  mutating func string(_ node: YAMLNode?, _ key: String) -> String? {
    guard let node else { return nil }
    guard case .scalar = node.content else {
      wrong(node, "'\(key)' must be one line of text", note: Self.listNote)
      return nil
    }
    guard let text = node.string else { return nil }
    if let comment = Self.comment(in: text) {
      diagnostics.append(
        Diagnostic(
          .surplusPrinted, "'\(comment)' would be printed: a comment of Markdown is none in YAML",
          at: node.span,
          notes: [DiagnosticNote("in YAML a blank and '#' begin what you keep to yourself")],
          severity: .error))
    }
    let trimmed = trimmingWhiteSpace(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// `<!-- … -->` or `%% … %%` within a value.
  private static func comment(in text: String) -> Substring? {
    for (open, close) in [("<!--", "-->"), ("%%", "%%")] {
      guard let first = text.firstRange(of: open),
        let last = text[first.upperBound...].firstRange(of: close)
      else { continue }
      return text[first.lowerBound..<last.upperBound]
    }
    return nil
  }

  /// A list of lines; a single line counts as a list of one.
  mutating func strings(_ node: YAMLNode?, _ key: String) -> [String] {
    guard let node else { return [] }
    return node.items.compactMap { string($0, key) }
  }

  /// One of a fixed set of words.
  mutating func word<Value: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, _ key: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let node, let text = string(node, key) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let words = Value.allCases.map(\.rawValue)
    let near = nearestWord(to: text, among: words)
    diagnostics.append(
      Diagnostic(
        .wrongValue, "'\(key)' cannot be '\(text)': it is one of \(words.joined(separator: ", "))",
        at: node.span,
        fixIts: near.map { [FixIt("write '\($0)'", at: node.span, with: $0)] } ?? []))
    return nil
  }

  /// Yes or no.
  mutating func boolean(_ node: YAMLNode?, _ key: String) -> Bool? {
    guard let node, let text = string(node, key) else { return nil }
    if let truth = Self.truth(of: text) { return truth }
    wrong(node, "'\(key)' must be true or false, not '\(text)'")
    return nil
  }

  /// Whether words say yes or no; nil where they say neither.
  static func truth(of text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }

  /// A whole number above zero.
  mutating func count(_ node: YAMLNode?, _ key: String) -> Int? {
    guard let node, let text = string(node, key) else { return nil }
    if let number = Int(text.filter { $0 != "_" && $0 != "," }), number > 0 { return number }
    wrong(node, "'\(key)' must be a number above 0, not '\(text)'")
    return nil
  }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private mutating func wrong(_ node: YAMLNode, _ message: String, note: String? = nil) {
    diagnostics.append(
      Diagnostic(
        .wrongValue, message, at: node.span, notes: note.map { [DiagnosticNote($0)] } ?? []))
  }
}

/// The text without white space, no-break spaces included, at its ends.
func trimmingWhiteSpace(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(scalars[first...last])
}
