/// The files of a small EPUB with nothing wrong, `mimetype` first.
package let soundEPUB: [(path: String, text: String)] = [
  ("mimetype", "application/epub+zip"),
  (
    "META-INF/container.xml",
    """
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/p.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>

    """
  ),
  (
    "EPUB/p.opf",
    """
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>

    """
  ),
  (
    "EPUB/n.xhtml",
    """
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
    <body><nav epub:type="toc"><ol><li><a href="c.xhtml#a">A</a></li></ol></nav></body></html>

    """
  ),
  (
    "EPUB/c.xhtml",
    """
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>

    """
  ),
]
