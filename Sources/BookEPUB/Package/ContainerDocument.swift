import BookXHTML

/// `META-INF/container.xml`: where the package document is (EPUB 3.3, section 4.2.6.3.1).
struct ContainerDocument {
  func render() -> [UInt8] {
    var out = MarkupWriter(capacity: 512)
    out.prologue()
    out.element(
      .container,
      [
        Attribute("version", "1.0"),
        Attribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container"),
      ]
    ) { container in
      container.newline()
      container.element(.rootfiles) { files in
        files.empty(
          .rootfile,
          [
            Attribute("full-path", "EPUB/package.opf"),
            Attribute("media-type", "application/oebps-package+xml"),
          ])
      }
      container.newline()
    }
    return out.finish().bytes
  }
}
