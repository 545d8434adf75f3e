// EPUB. Codes B0601 to B0699.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let epub: [DiagnosticCode] = [
    archiveFailed, epubNotAnArchive, epubDamaged, epubMimetype, epubUnsafeEntry,
    epubEntryTwice, epubBomb, epubSizeLies, epubEntities, epubContainer, epubMetadata,
    epubManifest, epubSpine, epubNavigation, epubNotWellFormed, epubTooDeep, epubIDTwice,
    epubReference, epubAddress, epubUnlisted,
  ]

  package static let archiveFailed = DiagnosticCode(
    "B0601", .error, "the archive could not be made",
    """
    An EPUB is a ZIP archive, and the library that makes it gave up. The usual reason is that \
    the machine has no memory left.

    Close other programs and build again. The earlier file was left as it was.
    """)

  package static let epubNotAnArchive = DiagnosticCode(
    "B0602", .error, "the file is no EPUB",
    """
    An EPUB is a ZIP archive whatever its name says. This file is empty, or something else that \
    was given the name of an EPUB: often a PDF, or a web page that was saved in its place.

    ```book.epub bad
    %PDF-1.7
    ```

    Download or export the book again.
    ```book.epub/EPUB/c.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>
    ```
    """)

  package static let epubDamaged = DiagnosticCode(
    "B0603", .error, "the archive is damaged",
    """
    The archive cannot be read to its end: it was cut short on the way, or a part of it was \
    changed after it was made. No reader will open it whole.

    ```book.epub bad hex
    504b0304140000000000
    ```

    Copy or download the file again, or build the book anew.
    ```book.epub/EPUB/c.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>
    ```
    """)

  package static let epubMimetype = DiagnosticCode(
    "B0604", .error, "the archive does not say at its start that it is an EPUB",
    """
    The first file in the archive must be named `mimetype`, hold exactly \
    `application/epub+zip`, and be stored without compression, so that the kind of the book can \
    be seen in its first bytes (EPUB 3.3, section 4.2.6.2). ZIP programs that know nothing of \
    EPUB get this wrong.

    ```book.epub/mimetype bad
    application/pdfx+zip
    ```

    Pack the book with a program that makes EPUBs, or with `zip -X0 book.epub mimetype` first \
    and the rest after.
    ```book.epub/mimetype good
    application/epub+zip
    ```
    """)

  package static let epubUnsafeEntry = DiagnosticCode(
    "B0605", .error, "the archive holds a file that could do harm",
    """
    A file in the archive has a path that leads out of it, such as `../../x`, or is a symbolic \
    link, or is encrypted. Unpacked without care it could overwrite or reveal files of the \
    reader's machine. No honest EPUB has one.

    ```book.epub/../../evil.xhtml bad
    x
    ```

    Do not unpack the file. Ask the one who made it how it was made.
    ```book.epub/EPUB/c.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>
    ```
    """)

  package static let epubEntryTwice = DiagnosticCode(
    "B0606", .error, "the archive holds two files of one name",
    """
    Two files in the archive have the same name, so that one program shows the one and another \
    program the other. Names must differ also without regard to capitals.

    Build the book anew, or take one of the two out.
    """)

  package static let epubBomb = DiagnosticCode(
    "B0607", .error, "the archive inflates beyond reason",
    """
    The archive says that it holds very many files, very large ones, or one that grows to \
    hundreds of times its packed size. Such archives are made to fill the disk or the memory of \
    whoever opens them; bookc did not unpack it.

    If the file is yours, look for pictures or pages of enormous size.
    """)

  package static let epubSizeLies = DiagnosticCode(
    "B0608", .error, "a file in the archive is longer or shorter than stated",
    """
    The archive states how long each file is, twice, and here that is not true. It was \
    damaged, or made to deceive programs that trust the statement.

    Build or download the book again.
    """)

  package static let epubEntities = DiagnosticCode(
    "B0609", .error, "a document declares entities that could do harm",
    """
    A document type declaration with entities can make a page of a few lines grow to gigabytes, \
    or read files from the reader's machine. EPUB 3.3 forbids external ones; of others bookc reads \
    a few that stand for plain words, and none that hold marks or other entities.

    ```book.epub/EPUB/c.xhtml bad
    <!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>
    ```

    Replace the entities by the characters they stand for, and delete the declaration.
    ```book.epub/EPUB/c.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>
    ```
    """)

  package static let epubContainer = DiagnosticCode(
    "B0610", .error, "the archive does not lead to a package document",
    """
    The file `META-INF/container.xml` must name the package document of the book, and that \
    document must be in the archive (EPUB 3.3, section 4.2.6.3.1). It is missing, cannot be \
    read, or leads elsewhere.

    ```book.epub/META-INF/container.xml bad
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/q.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>
    ```

    Build the book anew, or correct the path in the file.
    ```book.epub/META-INF/container.xml good
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/p.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>
    ```
    """)

  package static let epubMetadata = DiagnosticCode(
    "B0611", .error, "the package document lacks what every book must have",
    """
    Title, language, identifier and the time of the last change must stand in the metadata of \
    the package document, each with words in it (EPUB 3.3, section 5.5.3). Stores refuse a book \
    without them.

    ```book.epub/EPUB/p.opf bad
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> </dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>
    ```

    Add the missing element in the program that made the book.
    ```book.epub/EPUB/p.opf good
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>
    ```
    """)

  package static let epubManifest = DiagnosticCode(
    "B0612", .error, "the manifest does not agree with the archive",
    """
    Every file that the manifest lists must be in the archive, and be listed once, with its own \
    id (EPUB 3.3, section 5.6).

    ```book.epub/EPUB/p.opf bad
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>
    <item id="d" href="d.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>
    ```

    Build the book anew, or correct the manifest.
    ```book.epub/EPUB/p.opf good
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>
    ```
    """)

  package static let epubUnlisted = DiagnosticCode(
    "B0620", .warning, "a file of the archive is not in the manifest",
    """
    Readers show what the manifest lists and nothing else: a file beside it is allowed, but \
    nobody will see it. Often it was left behind by the program that made the book; now and then \
    it is a chapter or a picture that somebody forgot to list.

    ```book.epub/EPUB/more.css bad
    p { color: red }
    ```

    Take the file out, or list it.
    ```book.epub/EPUB/c.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>
    ```
    """)

  package static let epubSpine = DiagnosticCode(
    "B0613", .error, "the spine does not give a reading order",
    """
    The spine lists the documents of the book in the order in which they are read, each once, \
    by their ids in the manifest (EPUB 3.3, section 5.7). It is missing, empty or names what is \
    not there.

    ```book.epub/EPUB/p.opf bad
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine></spine></package>
    ```

    Build the book anew, or correct the spine.
    ```book.epub/EPUB/p.opf good
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>
    ```
    """)

  package static let epubNavigation = DiagnosticCode(
    "B0614", .error, "the book has no table of contents",
    """
    One document in the manifest must have the property `nav` and hold a table of contents with \
    at least one entry (EPUB 3.3, section 7).

    ```book.epub/EPUB/p.opf bad
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>
    ```

    Build the book anew, or add the document.
    ```book.epub/EPUB/p.opf good
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="q">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:identifier id="q">urn:x</dc:identifier>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>
    ```
    """)

  package static let epubNotWellFormed = DiagnosticCode(
    "B0615", .error, "a document is not well-formed",
    """
    EPUB is made of XML: every element is closed, every `&` and `<` in the text is written as \
    `&amp;` and `&lt;`, and only characters that XML knows may stand in it. A reader shows \
    nothing of a document that is not, or an error in its place.

    ```book.epub/EPUB/c.xhtml bad
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a">&nbsp;</p></body></html>
    ```

    Correct the document at the line that is named.
    ```book.epub/EPUB/c.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>
    ```
    """)

  package static let epubTooDeep = DiagnosticCode(
    "B0616", .error, "elements are nested too deep",
    """
    More than 256 elements stand within each other. Programs that read the document with a \
    limited stack fail, and bookc did not read it to its end.

    Find out what made the document: no book needs this.
    """)

  package static let epubIDTwice = DiagnosticCode(
    "B0617", .error, "an id stands twice in a document",
    """
    An id names one element of its document, so that links can lead to it. Two elements have \
    the same one.

    ```book.epub/EPUB/c.xhtml bad
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/><p id="a"/></body></html>
    ```

    Change one of the two and the links that should lead to it.
    ```book.epub/EPUB/c.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p id="a"/></body></html>
    ```
    """)

  package static let epubReference = DiagnosticCode(
    "B0618", .error, "a link in the EPUB leads nowhere",
    """
    A link or picture names a file that is not in the archive, or a place that is not in the \
    document.

    ```book.epub/EPUB/n.xhtml bad
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
    <body><nav epub:type="toc"><ol><li><a href="c.xhtml#b">A</a></li></ol></nav></body></html>
    ```

    Correct the reference, or add what it names.
    ```book.epub/EPUB/n.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
    <body><nav epub:type="toc"><ol><li><a href="c.xhtml#a">A</a></li></ol></nav></body></html>
    ```
    """)

  package static let epubAddress = DiagnosticCode(
    "B0619", .error, "an address in the EPUB is not sound",
    """
    A link to the web has no host, a sign that may not stand in an address, or a slash too few. \
    EPUBCheck refuses the book, and so do shops.

    ```book.epub/EPUB/n.xhtml bad
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
    <body><nav epub:type="toc"><ol><li><a href="c.xhtml#a">A</a></li></ol></nav>
    <p><a href="http://">B</a></p></body></html>
    ```

    Correct the address.
    ```book.epub/EPUB/n.xhtml good
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
    <body><nav epub:type="toc"><ol><li><a href="c.xhtml#a">A</a></li></ol></nav>
    <p><a href="http://example.org">B</a></p></body></html>
    ```
    """)
}
