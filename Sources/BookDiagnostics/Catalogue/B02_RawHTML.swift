// Raw HTML in Markdown, the middle of the codes B0201 to B0299.
extension DiagnosticCode {
  /// Every code of raw HTML.
  static let rawHTML: [DiagnosticCode] = [
    htmlUnclosed, htmlOverlap, htmlNesting, htmlForbidden, htmlHandler, htmlStyle,
    htmlDeclaration, htmlLeftover, htmlUnknown, htmlAttributeUnknown,
  ]

  package static let htmlUnclosed = DiagnosticCode(
    "B0220", .error, "an element of HTML is never closed",
    """
    The tag opens an element, and nothing closes it. Browsers guess where it ends; in a book \
    the whole chapter would be refused.

    ```chapters/01-one.md bad
    # One

    <div>

    Dear Mother,
    ```

    Close it with the same word and a slash.

    ```chapters/01-one.md good
    # One

    <div>

    Dear Mother,

    </div>
    ```
    """)

  package static let htmlOverlap = DiagnosticCode(
    "B0221", .error, "elements of HTML overlap",
    """
    What is opened last must be closed first, like brackets. Here a tag closes something \
    that is not open, or closes the outer before the inner.

    ```chapters/01-one.md bad
    # One

    It was <b><i>cold</b></i>.
    ```

    Close the inner one first.

    ```chapters/01-one.md good
    # One

    It was <b><i>cold</i></b>.
    ```
    """)

  package static let htmlNesting = DiagnosticCode(
    "B0222", .error, "a block stands among words",
    """
    Some elements hold words only: paragraphs, headings, bold, italics. A block such as \
    `<div>`, a list or another paragraph may not stand within them.

    ```chapters/01-one.md bad
    # One

    <p><div>Dear Mother,</div></p>
    ```

    Take the outer element away, or use `<div>` for it.

    ```chapters/01-one.md good
    # One

    <div><p>Dear Mother,</p></div>
    ```
    """)

  package static let htmlForbidden = DiagnosticCode(
    "B0223", .error, "an element of HTML may not stand in a book",
    """
    Programs, forms, frames, films and the like work in a browser, but stores refuse books \
    with them, and they stop working when the book is offline.

    ```chapters/01-one.md bad
    # One

    <script>alert(1)</script>
    ```

    Take it out. To lead readers to something on the web, use a link.

    ```chapters/01-one.md good
    # One

    See [the film](https://example.org/film).
    ```
    """)

  package static let htmlHandler = DiagnosticCode(
    "B0224", .error, "an attribute runs a program",
    """
    Attributes that begin with `on` run a program when something is touched. Books may hold \
    no programs.

    ```chapters/01-one.md bad
    # One

    <p onclick="go()">Dear Mother,</p>
    ```

    Take the attribute out.

    ```chapters/01-one.md good
    # One

    <p>Dear Mother,</p>
    ```
    """)

  package static let htmlStyle = DiagnosticCode(
    "B0225", .error, "a style loads or runs something",
    """
    A style may say how things look. This one fetches something from elsewhere or runs \
    something, which a book may not do.

    ```chapters/01-one.md bad
    # One

    <p style="background: url(http://example.org/a.png)">Dear Mother,</p>
    ```

    Take that part of the style out.

    ```chapters/01-one.md good
    # One

    <p style="color: gray">Dear Mother,</p>
    ```
    """)

  package static let htmlDeclaration = DiagnosticCode(
    "B0226", .error, "a declaration stands in the text",
    """
    Lines such as `<!DOCTYPE …>`, `<?php … ?>` or `<![CDATA[ … ]]>` belong to whole \
    documents or to programs. In a chapter they come from text copied out of a web page.

    ```chapters/01-one.md bad
    # One

    <?php echo 1 ?>
    ```

    Delete it.

    ```chapters/01-one.md good
    # One

    It was a cold spring.
    ```
    """)

  package static let htmlLeftover = DiagnosticCode(
    "B0227", .warning, "a leftover of a word processor",
    """
    Text copied out of Word brings its own marks along: `<o:p>`, classes that begin with \
    `Mso`, styles that begin with `mso-`. They mean nothing in a book and are left out; the \
    words are kept. You are told once a chapter, because such text often carries more of it.

    ```chapters/01-one.md bad
    # One

    <p class=MsoNormal>Dear Mother,<o:p></o:p></p>
    ```

    Paste text without formatting, or delete the marks.

    ```chapters/01-one.md good
    # One

    Dear Mother,
    ```
    """)

  package static let htmlUnknown = DiagnosticCode(
    "B0228", .error, "an element of HTML is not known",
    """
    A word between `<` and `>` is an element of HTML to Markdown, and this is none that \
    exists. As it is, the word would be missing from the book.

    ```chapters/01-one.md bad
    # One

    Press <Enter> to go on.
    ```

    If the signs themselves are meant, put a backslash before the first.

    ```chapters/01-one.md good
    # One

    Press \\<Enter> to go on.
    ```
    """)

  package static let htmlAttributeUnknown = DiagnosticCode(
    "B0229", .warning, "an attribute of HTML is not known",
    """
    The attribute is none that the element can have in a book, and is left out. Perhaps it \
    is misspelt.

    ```chapters/01-one.md bad
    # One

    <p clas="x">Dear Mother,</p>
    ```

    Spell it as HTML does, or take it out.

    ```chapters/01-one.md good
    # One

    <p class="x">Dear Mother,</p>
    ```
    """)
}
