/// What a style sheet within a document says by element and class: as much as a manuscript needs.
struct StyleSheet {
  /// Properties in small letters by selector: `p`, `.c1`, `p.c1`.
  private var rules: [String: [String: String]] = [:]

  /// Adds the rules of a `<style>` element; what is within `@media` and the like is not read.
  mutating func add(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let selectors = rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { return }
      let body = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if selectors.contains("@") { continue }
      let properties = Self.properties(String(body))
      for selector in selectors.split(separator: ",") {
        let name = String(selector).trimmedBlanks.lowercased()
        rules[name, default: [:]].merge(properties) { _, new in new }
      }
    }
  }

  /// `font-style: italic; margin-left: 36pt`.
  static func properties(_ text: String) -> [String: String] {
    var result: [String: String] = [:]
    for part in text.split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      result[String(pair[0]).trimmedBlanks.lowercased()] = String(pair[1]).trimmedBlanks
        .lowercased()
    }
    return result
  }

  /// All that holds for an element; its attribute `align` goes before what holds for all of its
  /// name.
  func properties(
    of name: String, classes: String?, align: String?, style: String?
  ) -> [String: String] {
    var result = rules[name] ?? [:]
    if let align { result["text-align"] = align.lowercased() }
    for one in (classes ?? "").split(whereSeparator: \.isWhitespace) {
      let one = one.lowercased()
      result.merge(rules[".\(one)"] ?? [:]) { _, new in new }
      result.merge(rules["\(name).\(one)"] ?? [:]) { _, new in new }
    }
    if let style { result.merge(Self.properties(style)) { _, new in new } }
    return result
  }

  /// A length in twentieths of a point.
  static func length(_ text: String?) -> Int? {
    guard let text else { return nil }
    let units: [(String, Double)] = [
      ("pt", 20), ("px", 15), ("in", 1440), ("cm", 566.9), ("mm", 56.69), ("em", 240), ("%", 90),
    ]
    for (unit, twips) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).flatMap { Int(exactly: ($0 * twips).rounded()) }
    }
    return text == "0" ? 0 : nil
  }
}
