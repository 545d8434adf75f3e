import BookDiagnostics
import BookModel
import BookXML

/// An SVG: no scripts, no event handlers, nothing loaded from elsewhere, no entities but plain words;
/// its size from `viewBox` or `width` and `height`.
///
/// It is published written anew, in UTF-8, whatever the file was written in (EPUB 3.3, 3.9).
func examineSVG(_ bytes: [UInt8], _ picture: inout ExaminedPicture) {
  picture.published = bytes
  var found = SVGFaults()
  defer { picture.faults += found.faults }
  var loadsSheet = false
  let (root, faults) = XMLElement.read(bytes, names: .svg) {
    if $0 == "xml-stylesheet" { loadsSheet = true }
  }
  if let fault = faults.first {
    switch fault.kind {
    case .entity:
      return found.add(
        .malformed,
        "declares entities that are no plain words, which no reader may expand; save it as "
          + "'plain SVG' or 'SVG 1.1 for the web'")
    case .tooDeep: return found.add(.malformed, "nests its elements more than 256 deep")
    default:
      return found.add(
        .malformed, "is not well-formed XML (line \(fault.line): \(fault.message))")
    }
  }
  guard let root = root?.drawnOnly else {
    return found.add(.malformed, "is not well-formed XML")
  }
  if root.name != "svg" {
    return found.add(
      .malformed,
      "is no drawing to a reader: its first element should say "
        + "xmlns=\"http://www.w3.org/2000/svg\"")
  }
  if loadsSheet { found.add(.external, "loads a style sheet from elsewhere") }
  size(of: root, &picture)
  inspect(root, &found)
  let (drawn, areSound) = root.withoutLinks.withPlainPictures
  if !areSound { found.add(.malformed, "holds a picture that is broken or too large") }
  picture.published = PartNames(of: drawn).mended(drawn).document(.svg)
}

/// What is wrong with a drawing, each fault once.
private struct SVGFaults {
  private(set) var faults: [(code: DiagnosticCode, message: String)] = []

  mutating func add(_ fault: SVGFault, _ message: String) {
    if !faults.contains(where: { $0.message == message }) { faults.append((fault.code, message)) }
  }
}

private enum SVGFault {
  case active, external, malformed

  var code: DiagnosticCode {
    switch self {
    case .active: .svgActive
    case .external: .svgExternal
    case .malformed: .svgMalformed
    }
  }
}

private func inspect(_ drawn: XMLElement, _ faults: inout SVGFaults) {
  let name = drawn.localName
  let element = name.lowercased()
  if ["script", "foreignobject", "iframe", "embed", "object", "handler", "listener"]
    .contains(element)
  {
    faults.add(
      .active,
      element == "foreignobject"
        ? "holds a <foreignObject>, a page within the drawing, which no reader shows; export it with "
          + "its text as text or as paths" : "holds a <\(name)>, which a book may not run")
  }
  for attribute in drawn.attributes {
    let (name, value) = (attribute.name, attribute.value)
    let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
    // Browsers leave out blanks and control characters within a scheme.
    let plain = value.filter { !$0.isWhitespace && $0 > "\u{1F}" }.lowercased()
    if isHandler(local) {
      faults.add(.active, "has an event handler '\(name)', which a book may not run")
    }
    if local == "href" || local == "src" { inspectAddress(plain, of: element, value, &faults) }
    // What an animation would put in the place of an address or a handler.
    if local == "attributename", animations.contains(element) {
      let target = plain.split(separator: ":").last.map(String.init) ?? ""
      if target == "href" || isHandler(target) {
        faults.add(.active, "changes '\(value)' by <\(drawn.localName)>")
      }
    }
    if name == "xml:base" {
      faults.add(.external, "takes its parts from '\(value.prefix(80))' by xml:base")
    }
    if loadsSomething(value) {
      faults.add(.external, "loads something from elsewhere in '\(name)'")
    }
  }
  if element == "style", loadsSomething(drawn.text) {
    faults.add(.external, "loads a style sheet or a picture from elsewhere")
  }
  for child in drawn.elements { inspect(child, &faults) }
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
  _ plain: String, of element: String, _ value: String, _ faults: inout SVGFaults
) {
  if plain.isEmpty || plain.hasPrefix("#") { return }
  let scheme = plain.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
  let hasScheme = plain.dropFirst(scheme.count).hasPrefix(":")
  if element == "a" {
    if hasScheme, !linkSchemes.contains(scheme + ":") {
      faults.add(.active, "has a '\(scheme):' link, which a book may not follow")
    }
  } else if hasScheme, ["javascript", "vbscript"].contains(scheme) {
    faults.add(.active, "has a '\(scheme):' address, which a book may not run")
  } else if !writtenPictures.contains(where: { plain.hasPrefix($0) }) {
    faults.add(.external, "loads '\(value.prefix(80))', which is not in the book")
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
    if !inner.hasPrefix("#") { return true }
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

private func size(of root: XMLElement, _ picture: inout ExaminedPicture) {
  func whole(_ text: some StringProtocol) -> Int {
    let number = Double(text.prefix { $0.isNumber || $0 == "." }) ?? 0
    return number.isFinite && number < 1e9 ? Int(number.rounded()) : 0
  }
  let box = (root["viewBox"] ?? "").split { $0.isWhitespace || $0 == "," }
  if box.count == 4, let width = Double(box[2]), let height = Double(box[3]),
    let stated = StatedSize(
      width: root["width"], height: root["height"], unlike: (width, height))
  {
    picture.width = Int(stated.width.rounded())
    picture.height = Int(stated.height.rounded())
    return
  }
  if box.count == 4 {
    picture.width = whole(box[2])
    picture.height = whole(box[3])
  } else {
    // CSS 2.1, 10.3.2 and 10.6.2: what is not stated in lengths is 300 by 150.
    func pixels(_ side: String, _ usual: Int) -> Int {
      guard case .points(let points)? = root[side].flatMap({ PictureWidth($0.trimmed) }) else {
        return usual
      }
      return Int((points * 96 / 72).rounded())
    }
    picture.width = pixels("width", 300)
    picture.height = pixels("height", 150)
  }
}
