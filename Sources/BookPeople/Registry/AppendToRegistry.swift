import BookModel

/// people.yaml with further entries at the end of its list of people; comments, order and all that
/// the author wrote stay as they are.
///
/// `proposals` is a YAML list. Entries whose id the file has already are left out. The list may be
/// the whole file, or stand under `people:`, indented in whatever way.
package func appendToRegistry(_ text: String, proposals: String) -> String {
  let file = RegistryText(text)
  let entries = RegistryText.entries(proposals).filter { entry in
    guard let id = RegistryText.id(of: entry) else { return !entry.isEmpty }
    return !file.ids.contains(id)
  }
  guard !entries.isEmpty else { return text }
  return file.inserting(entries.flatMap { $0 })
}

/// people.yaml with further words under `ignore:`: the author's verdict that they name nobody.
package func ignoreInRegistry(_ text: String, words: [String]) -> String {
  let file = RegistryText(text)
  let new = words.filter { !file.lines.contains("  - \(YAMLText.scalar($0))") }
  guard !new.isEmpty else { return text }
  return file.ignoring(new)
}

/// The lines of people.yaml, edited without reading them as YAML.
struct RegistryText {
  private(set) var lines: [String]
  let ids: Set<String>

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
    while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
    ids = Set(lines.compactMap { Self.idOnLine($0) })
  }

  /// The entries of a YAML list, each with the comments above it.
  static func entries(_ yaml: String) -> [[String]] {
    var result: [[String]] = []
    var comments: [String] = []
    for line in yaml.split(separator: "\n").map(String.init) {
      if line.hasPrefix("- ") {
        result.append(comments + [line])
        comments = []
      } else if line.hasPrefix("#") {
        comments.append(line)
      } else if !result.isEmpty {
        result[result.count - 1].append(line)
      }
    }
    return result
  }

  static func id(of entry: [String]) -> String? { entry.lazy.compactMap(idOnLine).first }

  private static func idOnLine(_ line: String) -> String? {
    guard let at = line.firstRange(of: "id:") else { return nil }
    let before = line[..<at.lowerBound]
    guard before.allSatisfy({ " -{".contains($0) }) else { return nil }
    let value = line[at.upperBound...].drop { $0 == " " || $0 == "\"" || $0 == "'" }
    let id = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    return id.isEmpty ? nil : String(id)
  }

  private func key(_ line: String) -> String? {
    guard let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") else {
      return nil
    }
    return String(line[..<colon])
  }

  /// The text with entries at the end of the people.
  func inserting(_ entries: [String]) -> String {
    var lines = lines
    if let people = lines.firstIndex(where: { key($0) == "people" }) {
      var end = people + 1
      while end < lines.count, key(lines[end]) == nil { end += 1 }
      // Comments above the next key belong to it.
      var at = end
      while at > people + 1, lines[at - 1].isEmpty || lines[at - 1].hasPrefix("#") { at -= 1 }
      let indent = indent(of: lines[people + 1..<end]) ?? "  "
      if lines[people].hasSuffix("[]") { lines[people] = "people:" }
      lines.insert(contentsOf: entries.map { indent + $0 }, at: at)
    } else if let ignore = lines.firstIndex(where: { key($0) == "ignore" }) {
      var at = ignore
      while at > 0, lines[at - 1].hasPrefix("#") { at -= 1 }
      lines.insert(contentsOf: ["people:"] + entries.map { "  " + $0 }, at: at)
    } else {
      if lines.last == "[]" { lines.removeLast() }
      let indent = indent(of: lines[...]) ?? ""
      lines += entries.map { indent + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func indent(of lines: ArraySlice<String>) -> String? {
    for line in lines {
      let body = line.drop { $0 == " " }
      if body.hasPrefix("- ") || body == "-" { return String(line.prefix { $0 == " " }) }
    }
    return nil
  }

  /// The text with words under `ignore:`; a bare list of people moves under `people:`.
  func ignoring(_ words: [String]) -> String {
    var lines = lines
    let items = words.map { "  - \(YAMLText.scalar($0))" }
    if let ignore = lines.firstIndex(where: { key($0) == "ignore" }) {
      let rest = lines[ignore].dropFirst("ignore:".count).drop { $0 == " " }
      if rest.hasPrefix("["), rest.hasSuffix("]") {
        let inner = rest.dropFirst().dropLast()
        let all = (inner.isEmpty ? [] : [String(inner)]) + words.map(YAMLText.scalar)
        lines[ignore] = "ignore: [\(all.joined(separator: ", "))]"
      } else {
        lines.insert(contentsOf: items, at: ignore + 1)
      }
      return lines.joined(separator: "\n") + "\n"
    }
    if !lines.contains(where: { key($0) == "people" }), lines.contains(where: { !$0.isEmpty }) {
      let first = lines.firstIndex { $0.hasPrefix("- ") } ?? 0
      lines =
        Array(lines[..<first]) + ["people:"] + lines[first...].map { $0.isEmpty ? "" : "  " + $0 }
    }
    return (lines + ["ignore:"] + items).joined(separator: "\n") + "\n"
  }
}
