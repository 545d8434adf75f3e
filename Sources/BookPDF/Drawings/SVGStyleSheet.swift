import BookModel
import BookXML

/// The rules of a drawing's `style` elements, and what they say of each element (CSS 2.1, 6.4).
///
/// Selectors of one element are known: its name, classes, identifier, and `*`.
struct SVGStyleSheet {
  private struct Rule {
    var name: Substring?
    var id: Substring?
    var classes: [Substring] = []
    var properties: [(name: String, value: String)]
    /// Identifiers count most, then classes, then names; of equals the later.
    var weight: (Int, Int, Int)
    var number: Int
  }

  /// By the last of what a selector asks for, so that an element meets only rules that may be its
  /// own.
  private var rules: [Substring: [Rule]] = [:]
  private var count = 0
  /// What was not understood, each once.
  private(set) var unknown: [String] = []

  var isEmpty: Bool { rules.isEmpty }

  /// Adds the rules of a style sheet's text.
  mutating func add(_ text: String) {
    var rest = Self.withoutComments(text)[...]
    while let open = rest.firstIndex(of: "{") {
      let head = rest[..<open].trimmed
      var depth = 1
      var close = rest.index(after: open)
      while close < rest.endIndex, depth > 0 {
        if rest[close] == "{" { depth += 1 }
        if rest[close] == "}" { depth -= 1 }
        if depth > 0 { close = rest.index(after: close) }
      }
      let body = rest[rest.index(after: open)..<close]
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : ""
      if head.hasPrefix("@") {
        note(String(head.prefix { !$0.isWhitespace }))
      } else {
        let properties = svgDeclarations(body)
        for selector in head.split(separator: ",") { add(selector.trimmed, properties) }
      }
    }
  }

  private mutating func add(
    _ selector: String, _ properties: [(name: String, value: String)]
  ) {
    guard !selector.isEmpty else { return }
    guard !selector.contains(where: { " >+~:[".contains($0) }) else {
      return note(selector)
    }
    count += 1
    var rule = Rule(properties: properties, weight: (0, 0, 0), number: count)
    var rest = selector[...]
    let name = rest.prefix { $0 != "." && $0 != "#" }
    rest = rest.dropFirst(name.count)
    if !name.isEmpty, name != "*" { rule.name = name }
    while let sign = rest.first {
      let word = rest.dropFirst().prefix { $0 != "." && $0 != "#" }
      rest = rest.dropFirst(word.count + 1)
      if sign == "#" { rule.id = word } else { rule.classes.append(word) }
    }
    rule.weight = (rule.id == nil ? 0 : 1, rule.classes.count, rule.name == nil ? 0 : 1)
    let key = rule.id.map { "#" + $0 } ?? rule.classes.last.map { "." + $0 } ?? rule.name ?? "*"
    rules[key[...], default: []].append(rule)
  }

  private mutating func note(_ name: String) { if !unknown.contains(name) { unknown.append(name) } }

  /// What attributes, rules and its own `style` say of an element.
  func properties(of element: XMLElement) -> [String: String] {
    var properties: [String: String] = [:]
    for attribute in element.attributes { properties[attribute.name] = attribute.value }
    // CSS 2.1, 6.4.4: attributes that style are weaker than any rule, a `style` stronger.
    for (name, value) in rules(for: element) { properties[name] = value }
    for (name, value) in svgDeclarations(properties["style"] ?? "") { properties[name] = value }
    return properties
  }

  /// What the rules say of an element, the strongest last.
  private func rules(for element: XMLElement) -> [(name: String, value: String)] {
    if rules.isEmpty { return [] }
    let classes = (element["class"] ?? "").split { $0.isWhitespace }
    let id = element["id"].map { $0[...] }
    var keys: [Substring] = ["*", element.name[...]]
    keys += classes.map { "." + $0 }
    if let id { keys.append("#" + id) }
    let name = element.name[...]
    var found: [Rule] = []
    for key in Set(keys) {
      for rule in rules[key] ?? [] {
        let isNamed = rule.name == nil || rule.name == name
        let isIdentified = rule.id == nil || rule.id == id
        if isNamed, isIdentified, rule.classes.allSatisfy(classes.contains) { found.append(rule) }
      }
    }
    found.sort { a, b in a.weight == b.weight ? a.number < b.number : a.weight < b.weight }
    return found.flatMap { $0.properties }
  }

  private static func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}

/// The declarations of a `style` attribute or of a rule, without `!important`.
func svgDeclarations(_ text: some StringProtocol) -> [(name: String, value: String)] {
  text.split(separator: ";").compactMap { declaration in
    let parts = declaration.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2 else { return nil }
    let value = parts[1].split(separator: "!", maxSplits: 1).first.map(String.init) ?? ""
    return (parts[0].lowercased(), value.trimmed)
  }
}
