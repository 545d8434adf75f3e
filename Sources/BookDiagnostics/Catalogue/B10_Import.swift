// Import from other formats. Codes B1001 to B1099.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let importing: [DiagnosticCode] = [
    importRefused, hiddenTextLeftOut, changesTracked, commentsLeftOut, pictureLeftOut,
    drawingLeftOut, pageMatterLeftOut, importDamaged, authorsFileKept,
  ]

  package static let importRefused = DiagnosticCode(
    "B1001", .error, "a file could not be imported",
    """
    The file is not what its name says, is damaged, is locked with a password, or holds more than \
    any manuscript does: an archive that grows two hundred times when it is unpacked, elements \
    hundreds deep in one another. Nothing of it was written.

    Open it in the program that made it and save it again as a Word document (.docx). A document \
    of Word 97 to 2003 (.doc) has to be saved so too. A password is taken away in Word under \
    File, Info, Protect Document.
    """)

  package static let hiddenTextLeftOut = DiagnosticCode(
    "B1002", .warning, "hidden text was left out",
    """
    Word can hide words: they stand in the file, but are not printed. Often they are notes to \
    oneself, or an earlier wording. They are in no chapter. The report beside the book has each \
    with its place.

    If some belong in the book, select all in Word (Ctrl+A), take the tick from Font, Hidden, and \
    read the file again, or copy them from the report into the chapter.
    """)

  package static let changesTracked = DiagnosticCode(
    "B1003", .warning, "the file has tracked changes",
    """
    Somebody's changes are still marked in the file. Unless you say otherwise, the chapters have \
    the text as if all were accepted: what was inserted stands in it, what was deleted does not. \
    The report beside the book lists every change.

    `bookc import FILE --changes reject` reads the text as it was before; `--changes keep` keeps \
    both, what was deleted struck through. Best of all, go through them in Word under Review.
    """)

  package static let commentsLeftOut = DiagnosticCode(
    "B1004", .note, "comments were left out",
    """
    Comments in the margin are not part of the book. The report beside it has the words of each \
    and the paragraph it belongs to, without the names of those who wrote them.
    """)

  package static let pictureLeftOut = DiagnosticCode(
    "B1005", .warning, "a picture could not be taken over",
    """
    The picture is not in the file itself but at an address or in another file; or it is of a kind \
    that no e-book shows, such as a Windows metafile (EMF, WMF), TIFF or BMP; or its data are \
    damaged. bookc fetches nothing from the network.

    Save it as PNG or JPEG, put it into the book's folder `images`, and write \
    `![what it shows](../images/name.png)` where it belongs.
    """)

  package static let drawingLeftOut = DiagnosticCode(
    "B1006", .warning, "a drawing, an equation or an embedded file was left out",
    """
    Charts, diagrams, drawn words, equations, signs of fonts that hold pictures and files of other \
    programs within the document have no form in a book of words. The report beside the book says \
    where each stood and has its words. The signs of an equation stand in the text as plain words.

    Make a picture of it (a screenshot will do), put it into the folder `images`, and write \
    `![what it shows](../images/name.png)` where it belongs.
    """)

  package static let pageMatterLeftOut = DiagnosticCode(
    "B1007", .note, "what belongs to the pages was left out",
    """
    Headers, footers, page numbers, the list of contents, the title page and the copyright page \
    are made anew by bookc for every format. Their words are in no chapter; the report beside the \
    book has them, so that you can see that nothing else went with them.
    """)

  package static let importDamaged = DiagnosticCode(
    "B1008", .warning, "a part of the file could not be read",
    """
    The file is damaged within, or parts of it lie deeper in one another than is read. What could \
    be read is in the chapters; the report beside the book says where words are missing.

    Open the file in Word or LibreOffice, save it under another name, and read that.
    """)

  package static let authorsFileKept = DiagnosticCode(
    "B1009", .warning, "a file that you changed was kept as it is",
    """
    The file was imported before, and you have changed or removed it since; now the document has \
    changed too. bookc never writes over a word of yours. The new wording was not written.

    Carry the change over by hand: import into a new folder (`bookc import FILE --into new-folder`) \
    and compare, or put your file aside and do it again.
    """)
}
