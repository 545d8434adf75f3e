import BookModel
import BookTypesetting

/// What the file says of itself, in the information dictionary and again in XMP, word for word the
/// same (ISO 19005-2, 6.6).
struct DocumentMetadata {
  private let book: BookMetadata
  private let date: CivilTime
  private let options: PDFOptions
  /// False when something in the file breaks what PDF/UA-1 or PDF/A-2a demands.
  private let conforms: Bool

  init(_ pages: PageList, options: PDFOptions, conforms: Bool) {
    book = pages.metadata
    date = CivilTime(secondsSince1970: pages.modified)
    self.options = options
    self.conforms = conforms
  }

  private static let producer = "bookc"

  /// The information dictionary (ISO 32000-1, 14.3.3).
  var information: [UInt8] {
    var entries: [UInt8] = []
    entries.write("<</Title")
    entries.write(text: book.title)
    let authors = book.authors.map(\.name)
    if !authors.isEmpty {
      entries.write("/Author")
      entries.write(text: authors.joined(separator: ", "))
    }
    if let description = book.description, !description.isEmpty {
      entries.write("/Subject")
      entries.write(text: description)
    }
    entries.write("/Creator")
    entries.write(text: Self.producer)
    entries.write("/Producer")
    entries.write(text: Self.producer)
    for key in ["/CreationDate", "/ModDate"] {
      entries.write(key)
      entries.write(text: date.inPDF)
    }
    if options.profile == .print {
      entries.write("/Trapped/False/GTS_PDFXVersion(PDF/X-4)")
    }
    entries.write(">>")
    return entries
  }

  /// The XMP packet.
  var xmp: [UInt8] {
    var properties = """
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(book.title))</rdf:li></rdf:Alt></dc:title>

      """
    properties += list("dc:creator", "Seq", book.authors.map(\.name))
    properties += list("dc:language", "Bag", [book.language])
    properties += list("dc:publisher", "Bag", [book.publisher].compactMap { $0 })
    properties += list("dc:subject", "Bag", book.subjects.map(\.name))
    properties += alternative("dc:description", book.description)
    properties += alternative("dc:rights", book.rights)
    if !book.identifier.isEmpty {
      properties += "<dc:identifier>\(escaped(book.identifier))</dc:identifier>\n"
    }
    properties += """
      <xmp:CreatorTool>\(Self.producer)</xmp:CreatorTool>
      <xmp:CreateDate>\(date.inISO8601)</xmp:CreateDate>
      <xmp:ModifyDate>\(date.inISO8601)</xmp:ModifyDate>
      <xmp:MetadataDate>\(date.inISO8601)</xmp:MetadataDate>
      <pdf:Producer>\(Self.producer)</pdf:Producer>

      """
    switch options.profile {
    case .screen: if conforms { properties += Self.accessibilityClaims }
    case .print:
      properties += """
        <pdf:Trapped>False</pdf:Trapped>
        <xmpMM:DocumentID>\(escaped(book.identifier))</xmpMM:DocumentID>
        <xmpMM:VersionID>1</xmpMM:VersionID>
        <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
        <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>

        """
    }
    return Array(Self.packet(around: properties).utf8)
  }

  private func list(_ name: String, _ kind: String, _ items: [String]) -> String {
    if items.isEmpty { return "" }
    let lines = items.map { "<rdf:li>\(escaped($0))</rdf:li>" }.joined()
    return "<\(name)><rdf:\(kind)>\(lines)</rdf:\(kind)></\(name)>\n"
  }

  private func alternative(_ name: String, _ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return
      "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt></\(name)>\n"
  }

  /// Both claims, and the description of the schema that PDF/A does not know (6.6.2.3.3).
  private static let accessibilityClaims = """
    <pdfaid:part>2</pdfaid:part>
    <pdfaid:conformance>A</pdfaid:conformance>
    <pdfuaid:part>1</pdfuaid:part>
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>

    """

  /// The packet with the namespaces that its properties use and no other, as PDF/A wants it.
  private static func packet(around properties: String) -> String {
    let spaces = [
      ("dc", "http://purl.org/dc/elements/1.1/"), ("xmp", "http://ns.adobe.com/xap/1.0/"),
      ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"), ("pdf", "http://ns.adobe.com/pdf/1.3/"),
      ("pdfxid", "http://www.npes.org/pdfx/ns/id/"), ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
      ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
      ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
      ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
      ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
    ]
    let declarations = spaces.filter { properties.contains("<\($0.0):") }
      .map { "\n xmlns:\($0.0)=\"\($0.1)\"" }.joined()
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""\(declarations)>
      \(properties)</rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
  }
}

/// Text within XML, without the characters XML 1.0 forbids.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
    default:
      let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
      if isAllowed { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}
