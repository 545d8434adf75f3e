// XHTML. Codes B0501 to B0599.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let xhtml: [DiagnosticCode] = [
    invalidContent, notWellFormed, duplicateID, nestingTooDeep, referenceBroken,
  ]

  package static let invalidContent = DiagnosticCode(
    "B0501", .error, "an element stands where it may not stand",
    """
    Every page of the book is checked against the grammar of EPUB before it is packed. Here an \
    element of raw HTML stands where that grammar has no place for it: a list item outside a \
    list, words right within a table, a heading within a heading. A store would refuse the book.

    Look at the raw HTML at the place that is named. Most often it can be written in plain \
    Markdown, which is always sound; or the element that should be around it was left out.
    """)

  package static let notWellFormed = DiagnosticCode(
    "B0502", .error, "a page or drawing is not well-formed",
    """
    EPUB is made of XML, which must be well-formed to the last sign: every element closed, \
    every character one that XML knows. What bookc writes always is; what comes from outside, \
    such as an SVG drawing, may not be.

    If the message names a drawing, open it in the program that made it and save it again as \
    plain SVG. If it names a line of a chapter, look there for a character that cannot be seen, \
    delete it and type the words anew.
    """)

  package static let duplicateID = DiagnosticCode(
    "B0503", .error, "an id is used twice on one page",
    """
    An id is the name that links lead to, so it may stand only once on a page. Two elements of \
    raw HTML, or an element and something that bookc made, have the same one.

    Give one of the two another id, and change the links that should lead to it.
    """)

  package static let nestingTooDeep = DiagnosticCode(
    "B0504", .error, "blocks are nested too deep",
    """
    Quotations within lists within quotations: the page would be nested so deep that readers \
    refuse it. No reader of the book could follow it either.

    Take out some of the levels. When this was not meant, look for lines that begin with many \
    `>` signs or many spaces.
    """)

  package static let referenceBroken = DiagnosticCode(
    "B0505", .error, "a reference in the book leads nowhere",
    """
    After the pages were made every link, picture and entry of the contents was followed, and \
    this one leads to nothing. Links that the author wrote are checked before, so this comes \
    from raw HTML or from an id that was taken out.

    Look at the link at the place that is named, and at the id it should lead to.
    """)
}
