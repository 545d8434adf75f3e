import BookModel
import BookXHTML

/// The package document, EPUB 3.3 section 5.
struct PackageDocument {
  let publication: Publication
  let manifest: Manifest
  let accessibility: AccessibilityMetadata

  private var metadata: BookMetadata { publication.book.book.metadata }

  /// The document and nothing of the manuscript: its values were checked when they were read.
  func render() -> [UInt8] {
    var out = MarkupWriter(capacity: 16_384)
    out.prologue()
    var attributes = [
      Attribute("xmlns", "http://www.idpf.org/2007/opf"), Attribute("version", "3.0"),
      Attribute("unique-identifier", "pub-id"), Attribute("xml:lang", text: metadata.language),
      Attribute("dir", text: metadata.isRightToLeft ? "rtl" : "ltr"),
    ]
    if metadata.accessibility != nil {
      // Readers older than EPUB 3.3 do not reserve the prefix.
      attributes.append(
        Attribute("prefix", "a11y: http://www.idpf.org/epub/vocab/package/a11y/#"))
    }
    out.open(.package, attributes)
    out.newline()
    out.open(.metadata, [Attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")])
    out.newline()
    identification(&out)
    people(&out)
    publicationFacts(&out)
    accessibility.write(to: &out)
    technicalFacts(&out)
    out.close()
    out.newline()
    writeManifest(&out)
    writeSpine(&out)
    writeGuide(&out)
    out.close()
    return out.finish().bytes
  }

  private func identification(_ out: inout MarkupWriter) {
    out.line(.identifier, [.id("pub-id")], metadata.identifier)
    if let isbn = metadata.isbn {
      let urn = "urn:isbn:" + isbn
      if urn != metadata.identifier { out.line(.identifier, [.id("isbn")], urn) }
      // ONIX code list 5, 15: ISBN-13.
      out.refine(
        urn == metadata.identifier ? "pub-id" : "isbn", "identifier-type", "15",
        scheme: "onix:codelist5")
    }
    out.line(.dcTitle, [.id("title")], metadata.title)
    out.refine("title", "title-type", "main")
    out.refine("title", "file-as", SortTitle(metadata.title, metadata.primaryLanguage).words)
    if let subtitle = metadata.subtitle {
      out.refine("title", "display-seq", "1")
      out.line(.dcTitle, [.id("subtitle")], subtitle)
      out.refine("subtitle", "title-type", "subtitle")
      out.refine("subtitle", "display-seq", "2")
    }
    out.line(.language, metadata.language)
  }

  private func people(_ out: inout MarkupWriter) {
    for (position, person) in metadata.contributors.enumerated() {
      let isCreator = person.role == "aut"
      let id = "person-\(position + 1)"
      out.line(isCreator ? .creator : .contributor, [.id(id)], person.name)
      out.refine(id, "role", person.role, scheme: "marc:relators")
      out.refine(id, "file-as", person.sort)
    }
  }

  private func publicationFacts(_ out: inout MarkupWriter) {
    if let date = metadata.date?.text { out.line(.date, date) }
    if let publisher = metadata.publisher { out.line(.publisher, publisher) }
    if let rights = metadata.rights { out.line(.rights, rights) }
    if let description = metadata.description { out.line(.description, description) }
    for (position, subject) in metadata.subjects.enumerated() {
      let id = "subject-\(position + 1)"
      out.line(.subject, [.id(id)], subject.name)
      // EPUB 3.3, 5.5.3.2.4: authority and term stand together or not at all.
      if let authority = subject.authority, let term = subject.term {
        out.refine(id, "authority", authority)
        out.refine(id, "term", term)
      }
    }
    if let series = metadata.series {
      out.property("belongs-to-collection", series.name, id: "series")
      out.refine("series", "collection-type", "series")
      if let position = series.position { out.refine("series", "group-position", position) }
    }
  }

  private func technicalFacts(_ out: inout MarkupWriter) {
    out.property("dcterms:modified", ReleaseTime(publication.book.book.modified).words)
    // EPUB 2 readers and Kindle look for the cover here.
    out.empty(.meta, [Attribute("name", "cover"), Attribute("content", text: manifest.coverImage)])
    out.newline()
    out.empty(.meta, [Attribute("name", "generator"), Attribute("content", "bookc")])
    out.newline()
  }

  private func writeManifest(_ out: inout MarkupWriter) {
    out.element(.manifest) { list in
      list.newline()
      for resource in manifest.resources {
        var attributes = [
          .id(resource.id), .href(resource.reference),
          Attribute("media-type", text: resource.mediaType),
        ]
        if let properties = resource.properties {
          attributes.append(Attribute("properties", text: properties))
        }
        list.empty(.item, attributes)
        list.newline()
      }
    }
    out.newline()
  }

  private func writeSpine(_ out: inout MarkupWriter) {
    var attributes = [Attribute("toc", "ncx")]
    if metadata.isRightToLeft {
      attributes.append(Attribute("page-progression-direction", "rtl"))
    }
    out.element(.spine, attributes) { list in
      list.newline()
      for id in manifest.spine {
        list.empty(.itemref, [Attribute("idref", text: id)])
        list.newline()
      }
    }
    out.newline()
  }

  /// EPUB 2's guide: without a reference into the text Kindle freezes the reading position.
  private func writeGuide(_ out: inout MarkupWriter) {
    out.element(.guide) { list in
      list.newline()
      for (position, document) in publication.outline.documents.enumerated() {
        let type: StaticString
        switch document.kind {
        case .cover: type = "cover"
        case .titlePage: type = "title-page"
        case .contents: type = "toc"
        case .peopleIndex: type = "index"
        default:
          guard position == publication.outline.start else { continue }
          type = "text"
        }
        list.empty(
          .reference,
          [
            Attribute("type", type), .title(document.title), .href(document.name + ".xhtml"),
          ])
        list.newline()
      }
    }
    out.newline()
  }
}

extension MarkupWriter {
  mutating func line(_ element: ElementName, _ words: String) { line(element, [], words) }

  mutating func line(_ element: ElementName, _ attributes: [Attribute], _ words: String) {
    self.element(element, attributes, text: words)
    newline()
  }

  /// `<meta property="…">` about the whole publication.
  mutating func property(_ name: StaticString, _ value: String, id: String? = nil) {
    var attributes = [Attribute("property", name)]
    if let id { attributes.append(.id(id)) }
    line(.metaText, attributes, value)
  }

  /// `<meta property="…">` about another element of the metadata.
  mutating func refine(
    _ id: String, _ name: StaticString, _ value: String, scheme: StaticString? = nil
  ) {
    var attributes = [Attribute("refines", text: "#" + id), Attribute("property", name)]
    if let scheme { attributes.append(Attribute("scheme", scheme)) }
    line(.metaText, attributes, value)
  }
}
