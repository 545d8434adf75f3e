import BookModel
import BookXML

extension XMLElement {
  /// The drawing without what nobody sees in a book: what a program keeps in it for itself, among
  /// it the paths and names of who drew it, and what only that program could show.
  var drawnOnly: XMLElement { drawnOnly(isRoot: true) }

  private func drawnOnly(isRoot: Bool) -> XMLElement {
    var drawn = self
    drawn.attributes.removeAll {
      $0.name.hasPrefix("foreign:") || $0.name.hasPrefix("data-")
        || isRoot && Self.ofPrograms.contains($0.name)
    }
    drawn.children = children.compactMap { child in
      guard case .element(let element) = child else {
        if name == "style", case .text(let rules) = child { return .text(plainRules(rules)) }
        return child
      }
      return element.isSeen(in: self) ? .element(element.drawnOnly(isRoot: false)) : nil
    }
    return drawn
  }

  /// What draw.io keeps at the root: the whole diagram, and where it was made.
  private static let ofPrograms: Set<String> = ["content", "host", "agent", "etag", "modified"]

  private func isSeen(in parent: XMLElement) -> Bool {
    switch localName {
    case "metadata": return false
    // SVG 1.1, 5.8.2: in a switch something else stands for it where no browser shows it; what asks
    // for an extension is for the program that wrote it.
    case "foreignObject":
      return parent.name != "switch" && (self["requiredExtensions"] ?? "").isEmpty
    default: return !name.hasPrefix("foreign:")
    }
  }

  /// The drawing with its links, which no reader follows within a picture, leading nowhere.
  var withoutLinks: XMLElement {
    var drawn = self
    if name == "a" {
      drawn.attributes.removeAll {
        $0.name == "href" || $0.name == "target" || $0.name.hasPrefix("xlink:")
      }
    }
    drawn.children = children.map { child in
      guard case .element(let element) = child else { return child }
      return .element(element.withoutLinks)
    }
    return drawn
  }

  /// The drawing with the pictures that are written into it as they would be published: without where
  /// and with what they were taken; and whether all of them can be read.
  var withPlainPictures: (drawn: XMLElement, areSound: Bool) {
    var drawn = self
    var areSound = true
    for index in attributes.indices
    where ["href", "xlink:href"].contains(attributes[index].name) && localName != "a" {
      let value = attributes[index].value.trimmed
      guard value.prefix(11).lowercased() == "data:image/" else { continue }
      guard let comma = value.firstIndex(of: ","),
        value[..<comma].lowercased().hasSuffix(";base64"),
        let bytes = base64Decoded(value[value.index(after: comma)...].utf8)
      else {
        areSound = false
        continue
      }
      let picture = examinePicture(bytes)
      guard !picture.isRefused, let kind = picture.kind, kind != .svg else {
        areSound = false
        continue
      }
      drawn.attributes[index].value =
        "data:\(kind.mediaType);base64," + base64Encoded(picture.published)
    }
    drawn.children = children.map { child in
      guard case .element(let element) = child else { return child }
      let (inner, isSound) = element.withPlainPictures
      areSound = areSound && isSound
      return .element(inner)
    }
    return (drawn, areSound)
  }
}

/// Rules of a style sheet without comments, which may say anything, and without empty declarations,
/// which EPUBCheck takes for faults.
private func plainRules(_ rules: String) -> String {
  var result = ""
  var rest = rules[...]
  while let start = rest.firstRange(of: "/*") {
    result += rest[..<start.lowerBound]
    guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return result }
    rest = rest[end.upperBound...]
  }
  result += rest
  var plain = ""
  var last: Character?
  for sign in result {
    if sign == ";", last == ";" || last == "{" { continue }
    plain.append(sign)
    if !sign.isWhitespace { last = sign }
  }
  return plain
}
