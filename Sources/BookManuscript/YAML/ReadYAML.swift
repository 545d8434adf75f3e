package import BookDiagnostics
package import BookModel
import Yams

/// The largest number of values in one file, aliases expanded, and how deep they may nest.
private let mostNodes = 200_000
private let deepest = 48

/// A YAML file as a tree with places, or nil when it holds nothing or cannot be read.
///
/// Every problem is a diagnostic at its line. Aliases are followed, but a file whose aliases
/// expand to more than 200,000 values is refused, so that none can fill the memory.
package func readYAML(_ bytes: [UInt8], source: SourceID) -> Diagnosed<YAMLNode?> {
  let places = YAMLPlaces(bytes, source)
  if let fault = places.refusal { return Diagnosed(nil, [fault]) }
  let text = places.text
  do {
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return Diagnosed(nil) }
    var reader = NodeReader(places)
    let node = reader.read(root, depth: 0, near: 0)
    return Diagnosed(
      reader.diagnostics.contains { $0.code == .yamlTooLarge } ? nil : node,
      reader.diagnostics)
  } catch let error as YamlError {
    return Diagnosed(nil, [places.diagnostic(error)])
  } catch {
    return Diagnosed(
      nil,
      [Diagnostic(.yamlSyntax, "this is not YAML: \(error)", at: places.span(line: 1, column: 1))])
  }
}

/// Turns Yams' nodes into ours, counting them.
private struct NodeReader {
  private let places: YAMLPlaces
  private var count = 0
  var diagnostics: [Diagnostic] = []

  init(_ places: YAMLPlaces) { self.places = places }

  mutating func read(_ node: Node, depth: Int, near: Int) -> YAMLNode {
    count += 1
    let start = node.mark.map { places.offset(line: $0.line, column: $0.column) } ?? near
    if count > mostNodes || depth > deepest {
      if !diagnostics.contains(where: { $0.code == .yamlTooLarge }) {
        diagnostics.append(
          Diagnostic(
            .yamlTooLarge,
            depth > deepest
              ? "values stand more than \(deepest) deep within each other"
              : "the file's aliases expand to more than \(mostNodes) values",
            at: places.span(start, start)))
      }
      return YAMLNode(.scalar("", isPlain: true), span: places.span(start, start))
    }
    switch node {
    case .scalar(let scalar):
      var span = places.scalarSpan(start, scalar.string, isPlain: scalar.style == .plain)
      // Of a value that is nothing but a note the note is shown.
      if scalar.string.isEmpty, scalar.style == .plain, let note = places.note(behind: start) {
        span = note
      }
      check(scalar.string, span)
      // An anchor or a tag to YAML, and nothing behind it.
      if let sign = places.words(places.span(start, start + 1)).first,
        sign == "!" || sign == "&" && scalar.string.isEmpty
      {
        diagnostics.append(
          Diagnostic(
            .yamlSyntax, "a value that begins with '\(sign)' must stand in quotes",
            at: places.span(start, start + 1)))
      }
      if scalar.style == .plain, let lost = places.wordsTakenForNote(Int(span.end)) {
        let whole = scalar.string + " " + places.words(lost)
        diagnostics.append(
          Diagnostic(
            .hashEndsValue,
            "'\(places.words(lost))' is taken for a note, and the value is '\(scalar.string)'",
            at: lost,
            fixIts: [
              FixIt(
                "put it all in quotes: '\(whole)'", at: places.span(start, Int(lost.end)),
                with: "'" + whole.replacing("'", with: "''") + "'")
            ]))
      }
      return YAMLNode(
        .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any),
        span: span)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence {
        items.append(read(item, depth: depth + 1, near: start))
        if count > mostNodes { break }
      }
      return YAMLNode(.sequence(items), span: span(start, items))
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        let keyNode = read(key, depth: depth + 1, near: start)
        let valueNode = read(value, depth: depth + 1, near: Int(keyNode.span.end))
        if case .scalar(let name, _) = keyNode.content {
          entries.append(.init(key: name, keySpan: keyNode.span, value: valueNode))
        } else {
          diagnostics.append(
            Diagnostic(.wrongValue, "a key must be a word, not a list", at: keyNode.span))
        }
        if count > mostNodes { break }
      }
      return YAMLNode(.mapping(entries), span: span(start, entries.map(\.value)))
    case .alias:
      return YAMLNode(.scalar("", isPlain: true), span: places.span(start, start))
    }
  }

  private func span(_ start: Int, _ parts: [YAMLNode]) -> SourceSpan {
    places.span(start, max(start, parts.last.map { Int($0.span.end) } ?? start))
  }

  /// XML 1.0 (section 2.2) has no place for these, and no output could show them.
  private mutating func check(_ text: String, _ span: SourceSpan) {
    guard let scalar = text.unicodeScalars.first(where: isIllegalInXML) else { return }
    diagnostics.append(
      Diagnostic(
        .illegalYAMLCharacter,
        "the value holds the character U+\(hexadecimal(scalar.value)), which no book can show",
        at: span))
  }
}

/// True for characters that XML 1.0 does not allow.
func isIllegalInXML(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D: false
  case 0..<0x20, 0xFFFE, 0xFFFF: true
  default: false
  }
}

/// At least four digits, as U+ notation has it.
func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
