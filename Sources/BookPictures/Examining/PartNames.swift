import BookXML

/// Makes the names of a drawing's parts what XML asks for, each once, and leads every reference to a
/// part that is there (XML 1.0, 3.3.1; EPUBCheck RSC-005, RSC-012).
struct PartNames {
  /// New names by old ones, for those that are no names: "Frame 1", "2024".
  private var renamed: [String: String] = [:]
  private var taken: Set<String> = []

  init(of root: XMLElement) { collect(root) }

  private mutating func collect(_ element: XMLElement) {
    if let name = element["id"], !name.isEmpty { taken.insert(name) }
    for child in element.elements { collect(child) }
  }

  /// The drawing with sound names and references.
  func mended(_ root: XMLElement) -> XMLElement {
    var names = self
    var seen: Set<String> = []
    for name in taken.sorted() where !Self.isName(name) {
      var sound = "part-" + name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
      while names.taken.contains(sound) { sound += "-" }
      names.taken.insert(sound)
      names.renamed[name] = sound
    }
    return names.mended(root, &seen)
  }

  /// A name without a colon (Namespaces in XML 1.0, 3), of the letters that all agree on.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return (first.properties.isAlphabetic || first == "_")
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-.".unicodeScalars.contains($0)
      }
  }

  private func mended(_ element: XMLElement, _ seen: inout Set<String>) -> XMLElement {
    var result = element
    result.attributes = element.attributes.compactMap { attribute in
      var attribute = attribute
      switch attribute.name {
      case "id":
        let name = renamed[attribute.value] ?? attribute.value
        // Of two the first is meant, as in browsers.
        guard !name.isEmpty, seen.insert(name).inserted else { return nil }
        attribute.value = name
      case "href", "xlink:href":
        guard attribute.value.hasPrefix("#") else { break }
        let name = String(attribute.value.dropFirst())
        guard taken.contains(name) else { return nil }
        attribute.value = "#" + (renamed[name] ?? name)
      default: attribute.value = references(attribute.value)
      }
      return attribute
    }
    result.children = element.children.compactMap { child in
      switch child {
      case .element(let inner):
        let made = mended(inner, &seen)
        let leadsNowhere = made.name == "use" && made["href"] == nil && made["xlink:href"] == nil
        return leadsNowhere ? nil : .element(made)
      case .text(let rules) where element.name == "style":
        let named = renamed.sorted { $0.key.count > $1.key.count }
          .reduce(rules) { $0.replacing("#" + $1.key, with: "#" + $1.value) }
        return .text(references(named))
      case .text: return child
      }
    }
    return result
  }

  /// A style with every `url(#…)` to a part that is there; one that leads nowhere is none, or what
  /// stands behind it.
  private func references(_ style: String) -> String {
    var result = ""
    var rest = style[...]
    while let found = rest.firstRange(of: "url(") {
      result += rest[..<found.lowerBound]
      guard let close = rest[found.upperBound...].firstIndex(of: ")") else { break }
      // A name that is none may hold blanks; quotation marks and blanks about it are no part of it.
      let isName = { (sign: Character) in sign != "'" && sign != "\"" && !sign.isWhitespace }
      let inside = rest[found.upperBound..<close].drop { !isName($0) }
      let inner = inside[
        ..<(inside.lastIndex(where: isName).map(inside.index(after:)) ?? inside.startIndex)]
      let whole = rest[found.lowerBound...close]
      rest = rest[rest.index(after: close)...]
      guard inner.hasPrefix("#") else {
        result += whole
        continue
      }
      let name = String(inner.dropFirst())
      if taken.contains(name) {
        result += "url(#\(renamed[name] ?? name))"
      } else {
        let fallback = rest.first { !$0.isWhitespace }
        if fallback == nil || fallback == ";" || fallback == "}" { result += "none" }
      }
    }
    return result + rest
  }
}
