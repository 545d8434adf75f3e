extension HTMLReader {
  /// How an element looks, by its name and by what style sheets say.
  static func look(_ properties: [String: String], of name: String) -> Look {
    var look: Look = []
    switch name {
    case "i", "em", "cite", "dfn", "var": look = .italic
    case "b", "strong": look = .bold
    case "s", "strike", "del": look = .struck
    case "sup": look = .raised
    case "sub": look = .lowered
    case "u": look = .underlined
    default: break
    }
    if properties["font-style"] == "italic" { look.insert(.italic) }
    if let weight = properties["font-weight"], weight == "bold" || (Int(weight) ?? 0) >= 600 {
      look.insert(.bold)
    }
    let line = properties["text-decoration"] ?? properties["text-decoration-line"] ?? ""
    if line.contains("underline"), name != "a" { look.insert(.underlined) }
    if line.contains("line-through") { look.insert(.struck) }
    if properties["vertical-align"] == "super" { look.insert(.raised) }
    if properties["vertical-align"] == "sub" { look.insert(.lowered) }
    if properties["font-variant"]?.contains("small-caps") == true { look.insert(.smallCapitals) }
    return look
  }
}

extension TypedBlock {
  /// Whether there is anything to be seen in it.
  var holdsWordsOrPictures: Bool {
    if case .rule = self { return false }
    return holdsWords
  }
}
