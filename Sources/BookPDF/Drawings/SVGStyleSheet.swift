import BookModel
import BookXML

/// The rules of a drawing's `style` elements, and what they say of each element (CSS 2.1, 6.4).
///
/// Selectors by name, class, identifier and `*` are known, also of what stands within or right within
/// another.
struct SVGStyleSheet {
  /// What one element must be.
  private struct Compound {
    var name: Substring?
    var id: Substring?
    var classes: [Substring] = []
    /// Whether what is asked for before it must stand right around it.
    var isChild = false

    func matches(_ element: XMLElement) -> Bool {
      if let name, element.name[...] != name { return false }
      if let id, element["id"].map({ $0[...] }) != id { return false }
      if classes.isEmpty { return true }
      let own = (element["class"] ?? "").split { $0.isWhitespace }
      return classes.allSatisfy(own.contains)
    }
  }

  private struct Rule {
    /// From the outermost to the element itself.
    var compounds: [Compound]
    var properties: [(name: String, value: String)]
    /// Identifiers count most, then classes, then names; of equals the later.
    var weight: (Int, Int, Int)
    var number: Int

    func matches(_ element: XMLElement, under ancestors: ArraySlice<XMLElement>) -> Bool {
      Self.matches(compounds[...], element, ancestors)
    }

    private static func matches(
      _ compounds: ArraySlice<Compound>, _ element: XMLElement, _ ancestors: ArraySlice<XMLElement>
    ) -> Bool {
      guard let last = compounds.last, last.matches(element) else { return false }
      let rest = compounds.dropLast()
      if rest.isEmpty { return true }
      var around = ancestors
      while let outer = around.popLast() {
        if matches(rest, outer, around) { return true }
        if last.isChild { return false }
      }
      return false
    }
  }

  /// By the last of what a selector asks for, so that an element meets only rules that may be its
  /// own.
  private var rules: [Substring: [Rule]] = [:]
  private var count = 0
  /// What was not understood, each once.
  private(set) var unknown: [String] = []

  /// Reads the rules of all `style` elements within.
  init(within root: XMLElement) { collect(root) }

  private mutating func collect(_ element: XMLElement) {
    if element.name == "style" {
      for case .text(let text) in element.children { add(text) }
    }
    for child in element.elements { collect(child) }
  }

  /// Adds the rules of a style sheet's text.
  private mutating func add(_ text: String) {
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
    guard !selector.isEmpty, !properties.isEmpty else { return }
    guard let compounds = Self.compounds(selector), let last = compounds.last else {
      return note(selector)
    }
    count += 1
    let weight = compounds.reduce(into: (0, 0, 0)) { weight, compound in
      weight.0 += compound.id == nil ? 0 : 1
      weight.1 += compound.classes.count
      weight.2 += compound.name == nil ? 0 : 1
    }
    let key = last.id.map { "#" + $0 } ?? last.classes.last.map { "." + $0 } ?? last.name ?? "*"
    rules[key[...], default: []].append(
      Rule(compounds: compounds, properties: properties, weight: weight, number: count))
  }

  /// What a selector asks for; nil where it asks for more than is known, or for too many.
  private static func compounds(_ selector: String) -> [Compound]? {
    if selector.contains(where: { "+~:[(".contains($0) }) { return nil }
    var compounds: [Compound] = []
    var isChild = false
    for word in selector.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace) {
      if word == ">" {
        if compounds.isEmpty || isChild { return nil }
        isChild = true
        continue
      }
      var compound = Compound(isChild: isChild)
      isChild = false
      var rest = word[...]
      let name = rest.prefix { $0 != "." && $0 != "#" }
      rest = rest.dropFirst(name.count)
      if !name.isEmpty, name != "*" { compound.name = name }
      while let sign = rest.first {
        let part = rest.dropFirst().prefix { $0 != "." && $0 != "#" }
        rest = rest.dropFirst(part.count + 1)
        if sign == "#" { compound.id = part } else { compound.classes.append(part) }
      }
      compounds.append(compound)
    }
    return isChild || compounds.count > deepestSelector ? nil : compounds
  }

  /// A selector that asks for more elements around one is told.
  private static let deepestSelector = 8

  private mutating func note(_ name: String) { if !unknown.contains(name) { unknown.append(name) } }

  /// A drawing whose elements have as attributes what attributes, rules and their own `style` say of
  /// them.
  func applied(to root: XMLElement) -> XMLElement { applied(to: root, under: []) }

  private func applied(to element: XMLElement, under ancestors: [XMLElement]) -> XMLElement {
    var styled = element
    // CSS 2.1, 6.4.4: attributes that style are weaker than any rule, a `style` stronger.
    var properties = rules(for: element, under: ancestors)
    properties += svgDeclarations(element["style"] ?? "")
    for (name, value) in properties {
      if let index = styled.attributes.firstIndex(where: { $0.name == name }) {
        styled.attributes[index].value = value
      } else {
        styled.attributes.append(XMLElement.Attribute(name: name, value: value))
      }
    }
    // Rules stand above what is within; an element that holds none need not be remembered.
    let around = rules.isEmpty ? [] : ancestors + [element.withoutContents]
    styled.children = element.children.map { child in
      guard case .element(let inner) = child else { return child }
      return .element(applied(to: inner, under: around))
    }
    return styled
  }

  /// What the rules say of an element, the strongest last.
  private func rules(
    for element: XMLElement, under ancestors: [XMLElement]
  ) -> [(name: String, value: String)] {
    if rules.isEmpty { return [] }
    var keys: Set<Substring> = ["*", element.name[...]]
    for name in (element["class"] ?? "").split(whereSeparator: \.isWhitespace) {
      keys.insert("." + name)
    }
    if let id = element["id"] { keys.insert("#" + id) }
    var found: [Rule] = []
    for key in keys {
      for rule in rules[key] ?? [] where rule.matches(element, under: ancestors[...]) {
        found.append(rule)
      }
    }
    found.sort { a, b in a.weight == b.weight ? a.number < b.number : a.weight < b.weight }
    return found.flatMap(\.properties)
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

extension XMLElement {
  fileprivate var withoutContents: XMLElement { XMLElement(name: name, attributes: attributes) }
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
