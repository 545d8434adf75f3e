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
    case .other: continue
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
  if ["script", "foreignobject", "iframe", "embed", "object"].contains(tag.localName.lowercased()) {
    report(&picture, .active, "holds a <\(tag.localName)>, which a book may not run")
  }
  for (name, value) in tag.attributes {
    let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
    let plain = value.filter { !$0.isWhitespace }.lowercased()
    if local.hasPrefix("on"), local.utf8.count > 3 {
      report(&picture, .active, "has an event handler '\(name)', which a book may not run")
    }
    if local == "href" || local == "src" {
      if plain.hasPrefix("javascript:") {
        report(&picture, .active, "has a javascript: link, which a book may not run")
      } else if tag.localName != "a", !plain.hasPrefix("#"), !plain.hasPrefix("data:image/"),
        !plain.isEmpty
      {
        report(&picture, .external, "loads '\(value)', which is not in the book")
      }
    }
    if plain.contains("url("), !plain.contains("url(#"), !plain.contains("url('#"),
      !plain.contains("url(\"#"), !plain.contains("url(&quot;#")
    {
      report(&picture, .external, "loads something from elsewhere in '\(name)'")
    }
  }
  let style = tag.text.lowercased()
  if tag.localName == "style", style.contains("@import") || style.contains("url(http") {
    report(&picture, .external, "loads a style sheet from elsewhere")
  }
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
