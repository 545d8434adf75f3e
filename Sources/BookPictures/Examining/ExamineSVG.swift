/// True when the first element of what looks like XML is `svg`.
func looksLikeSVG(_ bytes: [UInt8]) -> Bool {
  var scanner = TagScanner(bytes)
  while let tag = scanner.next() {
    switch tag.kind {
    case .other: continue
    case .doctype: continue
    default: return tag.localName == "svg"
    }
  }
  return false
}

/// An SVG: no scripts, no event handlers, nothing loaded from elsewhere, no document type with
/// declarations; its size from `viewBox` or `width` and `height`.
///
/// The file is walked tag by tag; entities are never expanded.
func examineSVG(_ bytes: [UInt8], _ picture: inout ExaminedPicture) {
  picture.published = bytes
  var scanner = TagScanner(bytes)
  var depth = 0
  var isFirst = true
  var faults: Set<String> = []
  func report(_ picture: inout ExaminedPicture, _ code: SVGFault, _ message: String) {
    if faults.insert(message).inserted { picture.faults.append((code.code, message)) }
  }
  while let tag = scanner.next() {
    switch tag.kind {
    case .doctype:
      if tag.hasDeclarations {
        report(&picture, .malformed, "declares entities, which no reader may expand")
        return
      }
    case .other:
      if tag.localName == "xml-stylesheet" {
        report(&picture, .external, "loads a style sheet from elsewhere")
      }
    case .close: depth -= 1
    case .open, .empty:
      if tag.kind == .open { depth += 1 }
      if depth > 200 {
        report(&picture, .malformed, "nests its elements more than 200 deep")
        return
      }
      if isFirst {
        isFirst = false
        size(of: tag, &picture)
      }
      inspect(tag, &picture, report)
    }
  }
  if depth != 0 || scanner.isBroken { report(&picture, .malformed, "is not well-formed XML") }
}

/// Which code a fault of an SVG has.
enum SVGFault {
  case active, external, malformed
}

private func inspect(
  _ tag: TagScanner.Tag, _ picture: inout ExaminedPicture,
  _ report: (inout ExaminedPicture, SVGFault, String) -> Void
) {
  let element = tag.localName.lowercased()
  if ["script", "foreignobject", "iframe", "embed", "object", "handler", "listener"]
    .contains(element)
  {
    report(&picture, .active, "holds a <\(tag.localName)>, which a book may not run")
  }
  for (name, value) in tag.attributes {
    let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
    // Browsers leave out blanks and control characters within a scheme.
    let plain = value.filter { !$0.isWhitespace && $0 > "\u{1F}" }.lowercased()
    if isHandler(local) {
      report(&picture, .active, "has an event handler '\(name)', which a book may not run")
    }
    if local == "href" || local == "src" {
      inspectAddress(plain, of: element, value, &picture, report)
    }
    // What an animation would put in the place of an address or a handler.
    if local == "attributename", animations.contains(element) {
      let target = plain.split(separator: ":").last.map(String.init) ?? ""
      if target == "href" || isHandler(target) {
        report(&picture, .active, "changes '\(value)' by <\(tag.localName)>")
      }
    }
    if loadsSomething(value) {
      report(&picture, .external, "loads something from elsewhere in '\(name)'")
    }
  }
  if element == "style", loadsSomething(tag.text) {
    report(&picture, .external, "loads a style sheet or a picture from elsewhere")
  }
}

private let animations: Set<String> = ["animate", "set", "animatetransform", "animatemotion"]

/// `onclick` and the like.
private func isHandler(_ name: String) -> Bool { name.hasPrefix("on") && name.utf8.count > 3 }

/// Schemes that a link may have; those of the book's own links (see `CheckLinks`).
private let linkSchemes = ["http:", "https:", "mailto:", "tel:", "urn:", "ftp:"]
/// Pictures that may be written into a drawing: none that could hold a program.
private let writtenPictures = [
  "data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp",
]

private func inspectAddress(
  _ plain: String, of element: String, _ value: String, _ picture: inout ExaminedPicture,
  _ report: (inout ExaminedPicture, SVGFault, String) -> Void
) {
  if plain.isEmpty || plain.hasPrefix("#") { return }
  let scheme = plain.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
  let hasScheme = plain.dropFirst(scheme.count).hasPrefix(":")
  if element == "a" {
    if hasScheme, !linkSchemes.contains(scheme + ":") {
      report(&picture, .active, "has a '\(scheme):' link, which a book may not follow")
    }
  } else if hasScheme, ["javascript", "vbscript"].contains(scheme) {
    report(&picture, .active, "has a '\(scheme):' address, which a book may not run")
  } else if !writtenPictures.contains(where: { plain.hasPrefix($0) }) {
    report(&picture, .external, "loads '\(value.prefix(80))', which is not in the book")
  }
}

/// Whether a style names anything but parts of the drawing itself: `url()`, `@import`, `src()`,
/// `image-set()`, and the programs of old browsers.
private func loadsSomething(_ style: String) -> Bool {
  let plain = withoutEscapes(style).filter { !$0.isWhitespace && $0 > "\u{1F}" }.lowercased()
  if plain.contains("@import") || plain.contains("expression(") || plain.contains("-moz-binding")
    || plain.contains("image-set(") || plain.contains("src(")
  {
    return true
  }
  var rest = plain[...]
  while let found = rest.firstRange(of: "url(") {
    rest = rest[found.upperBound...]
    let inner = rest.drop { $0 == "'" || $0 == "\"" }
    if !inner.hasPrefix("#"), !writtenPictures.contains(where: { inner.hasPrefix($0) }) {
      return true
    }
  }
  return false
}

/// A style with `\75 ` and the like decoded, and without comments (CSS Syntax 3, 4.3.7).
private func withoutEscapes(_ style: String) -> String {
  guard style.contains("\\") || style.contains("/*") else { return style }
  var result = ""
  var rest = style[...]
  while let sign = rest.popFirst() {
    if sign == "/", rest.first == "*" {
      guard let end = rest.firstRange(of: "*/") else { return result }
      rest = rest[end.upperBound...]
      continue
    }
    guard sign == "\\" else {
      result.append(sign)
      continue
    }
    let digits = rest.prefix(6).prefix { $0.isHexDigit }
    if digits.isEmpty {
      if let next = rest.popFirst() { result.append(next) }
      continue
    }
    rest = rest.dropFirst(digits.count)
    if rest.first?.isWhitespace == true { rest.removeFirst() }
    if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func size(of tag: TagScanner.Tag, _ picture: inout ExaminedPicture) {
  func value(_ name: String) -> String? { tag.attributes.first { $0.name == name }?.value }
  func whole(_ text: some StringProtocol) -> Int {
    let number = Double(text.prefix { $0.isNumber || $0 == "." }) ?? 0
    return number.isFinite && number < 1e9 ? Int(number.rounded()) : 0
  }
  let box = (value("viewBox") ?? "").split { $0 == " " || $0 == "," }
  if box.count == 4 {
    picture.width = whole(box[2])
    picture.height = whole(box[3])
  } else {
    picture.width = whole(value("width") ?? "")
    picture.height = whole(value("height") ?? "")
  }
}
