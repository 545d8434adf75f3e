package import BookDiagnostics

/// Writes well-formed mark-up: names are static, everything else is escaped, and what is opened
/// is closed.
package struct MarkupWriter: ~Copyable {
  private var bytes: [UInt8] = []
  private var openElements: [ElementName] = []
  private var line = 1
  private var origins = LineOrigins()
  private let isXML: Bool

  /// A writer of XML, or of HTML, which has no namespaces: then `epub:type` and `xml:lang` are
  /// left out.
  package init(isXML: Bool = true, capacity: Int = 4096) {
    self.isXML = isXML
    bytes.reserveCapacity(capacity)
    openElements.reserveCapacity(32)
  }

  /// The document and where its lines came from; closes whatever is still open.
  package consuming func finish() -> (bytes: [UInt8], origins: LineOrigins) {
    while !openElements.isEmpty { close() }
    newline()
    return (bytes, origins)
  }

  /// The XML declaration, or HTML's document type.
  package mutating func prologue() {
    append(isXML ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" : "<!DOCTYPE html>")
    newline()
  }

  /// Notes that what is written from here on, on this line, was made from `span`.
  package mutating func comes(from span: SourceSpan?) {
    origins.add(line: line, span.map { .span($0) } ?? .none)
  }

  /// Opens an element; `close` or `finish` closes it.
  package mutating func open(_ element: ElementName, _ attributes: [Attribute] = []) {
    startTag(element, attributes)
    bytes.append(0x3E)
    openElements.append(element)
  }

  /// Closes the element opened last.
  package mutating func close() {
    guard let element = openElements.popLast() else { return }
    append("</")
    append(element.name)
    bytes.append(0x3E)
  }

  /// An element without content: `<br/>`, but `<span></span>`, so that HTML reads it alike.
  package mutating func empty(_ element: ElementName, _ attributes: [Attribute] = []) {
    startTag(element, attributes)
    if element.isVoid {
      append("/>")
    } else {
      append("></")
      append(element.name)
      bytes.append(0x3E)
    }
  }

  /// An element and, between its tags, what `content` writes.
  package mutating func element(
    _ element: ElementName, _ attributes: [Attribute] = [],
    _ content: (inout MarkupWriter) -> Void
  ) {
    open(element, attributes)
    let depth = openElements.count
    content(&self)
    while openElements.count > depth { close() }
    close()
  }

  /// An element that holds words alone.
  package mutating func element(
    _ element: ElementName, _ attributes: [Attribute] = [], text words: String
  ) {
    open(element, attributes)
    text(words)
    close()
  }

  /// A line end between elements.
  package mutating func newline() {
    bytes.append(0x0A)
    line &+= 1
  }

  /// Words, escaped.
  package mutating func text(_ words: String) {
    var words = words
    words.withUTF8 { escape($0, textOffset: nil) }
  }

  /// A stretch of a chapter's text, escaped; its line ends are noted as origins.
  package mutating func text(_ buffer: [UInt8], _ range: Range<Int>) {
    buffer.withUnsafeBufferPointer { all in
      let range = range.clamped(to: 0..<all.count)
      escape(UnsafeBufferPointer(rebasing: all[range]), textOffset: range.lowerBound)
    }
  }

  private mutating func startTag(_ element: ElementName, _ attributes: [Attribute]) {
    bytes.append(0x3C)
    append(element.name)
    for attribute in attributes where isXML || !attribute.isForXMLOnly {
      bytes.append(0x20)
      append(attribute.name)
      append("=\"")
      switch attribute.value {
      case .fixed(let value): append(value)
      case .text(var value): value.withUTF8 { escapeValue($0) }
      }
      bytes.append(0x22)
    }
  }

  private mutating func append(_ name: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, textOffset: Int?) {
    var start = 0
    for i in 0..<text.count {
      let byte = text[i]
      if byte > 0x3E { continue }
      let reference: StaticString
      switch byte {
      case 0x26: reference = "&amp;"
      case 0x3C: reference = "&lt;"
      case 0x3E: reference = "&gt;"
      case 0x0D: reference = "&#13;"  // XML 1.0, 2.11: a bare CR would be read as LF.
      case 0x0A:
        line &+= 1
        if let textOffset { origins.add(line: line, .text(Int32(clamping: textOffset + i + 1))) }
        continue
      default: continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<i]))
      append(reference)
      start = i + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private mutating func escapeValue(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case 0x26: append("&amp;")
      case 0x3C: append("&lt;")
      case 0x22: append("&quot;")
      // XML 1.0, 3.3.3: white space in a value would be normalised to spaces.
      case 0x09: append("&#9;")
      case 0x0A: append("&#10;")
      case 0x0D: append("&#13;")
      default: bytes.append(byte)
      }
    }
  }
}
