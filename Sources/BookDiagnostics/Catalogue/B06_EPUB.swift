// EPUB. Codes B0601 to B0699.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let epub: [DiagnosticCode] = [
    archiveFailed, epubNotAnArchive, epubDamaged, epubMimetype, epubUnsafeEntry,
    epubEntryTwice, epubBomb, epubSizeLies, epubEntities, epubContainer, epubMetadata,
    epubManifest, epubSpine, epubNavigation, epubNotWellFormed, epubTooDeep, epubIDTwice,
    epubReference,
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

    Download or export the book again.
    """)

  package static let epubDamaged = DiagnosticCode(
    "B0603", .error, "the archive is damaged",
    """
    The archive cannot be read to its end: it was cut short on the way, or a part of it was \
    changed after it was made. No reader will open it whole.

    Copy or download the file again, or build the book anew.
    """)

  package static let epubMimetype = DiagnosticCode(
    "B0604", .error, "the archive does not say at its start that it is an EPUB",
    """
    The first file in the archive must be named `mimetype`, hold exactly \
    `application/epub+zip`, and be stored without compression, so that the kind of the book can \
    be seen in its first bytes (EPUB 3.3, section 4.2.6.2). ZIP programs that know nothing of \
    EPUB get this wrong.

    Pack the book with a program that makes EPUBs, or with `zip -X0 book.epub mimetype` first \
    and the rest after.
    """)

  package static let epubUnsafeEntry = DiagnosticCode(
    "B0605", .error, "the archive holds a file that could do harm",
    """
    A file in the archive has a path that leads out of it, such as `../../x`, or is a symbolic \
    link, or is encrypted. Unpacked without care it could overwrite or reveal files of the \
    reader's machine. No honest EPUB has one.

    Do not unpack the file. Ask the one who made it how it was made.
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
    "B0609", .error, "a document declares entities",
    """
    A document type declaration with entities can make a page of a few lines grow to gigabytes, \
    or read files from the reader's machine. EPUB 3.3 forbids external ones; bookc reads none.

    Replace the entities by the characters they stand for, and delete the declaration.
    """)

  package static let epubContainer = DiagnosticCode(
    "B0610", .error, "the archive does not lead to a package document",
    """
    The file `META-INF/container.xml` must name the package document of the book, and that \
    document must be in the archive (EPUB 3.3, section 4.2.6.3.1). It is missing, cannot be \
    read, or leads elsewhere.

    Build the book anew, or correct the path in the file.
    """)

  package static let epubMetadata = DiagnosticCode(
    "B0611", .error, "the package document lacks what every book must have",
    """
    Title, language, identifier and the time of the last change must stand in the metadata of \
    the package document, each with words in it (EPUB 3.3, section 5.5.3). Stores refuse a book \
    without them.

    Add the missing element in the program that made the book.
    """)

  package static let epubManifest = DiagnosticCode(
    "B0612", .error, "the manifest does not agree with the archive",
    """
    Every file of the book must be listed once in the manifest, with its own id, and every file \
    that is listed must be in the archive (EPUB 3.3, section 5.6).

    Build the book anew, or correct the manifest.
    """)

  package static let epubSpine = DiagnosticCode(
    "B0613", .error, "the spine does not give a reading order",
    """
    The spine lists the documents of the book in the order in which they are read, each once, \
    by their ids in the manifest (EPUB 3.3, section 5.7). It is missing, empty or names what is \
    not there.

    Build the book anew, or correct the spine.
    """)

  package static let epubNavigation = DiagnosticCode(
    "B0614", .error, "the book has no table of contents",
    """
    One document in the manifest must have the property `nav` and hold a table of contents with \
    at least one entry (EPUB 3.3, section 7).

    Build the book anew, or add the document.
    """)

  package static let epubNotWellFormed = DiagnosticCode(
    "B0615", .error, "a document is not well-formed",
    """
    EPUB is made of XML: every element is closed, every `&` and `<` in the text is written as \
    `&amp;` and `&lt;`, and only characters that XML knows may stand in it. A reader shows \
    nothing of a document that is not, or an error in its place.

    Correct the document at the line that is named.
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

    Change one of the two and the links that should lead to it.
    """)

  package static let epubReference = DiagnosticCode(
    "B0618", .error, "a link in the EPUB leads nowhere",
    """
    A link or picture names a file that is not in the archive, or a place that is not in the \
    document.

    Correct the reference, or add what it names.
    """)
}
