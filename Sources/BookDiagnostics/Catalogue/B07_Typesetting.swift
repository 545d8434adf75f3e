// Typesetting and PDF. Codes B0701 to B0799.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let typesetting: [DiagnosticCode] = [
    missingGlyph, fontMissing, wordTooWide, imageTooSmall, unknownThemeKey, badThemeValue, badTrim,
    runningHeadTooLong,
  ]

  /// A character that the book's font cannot draw.
  package static let missingGlyph = DiagnosticCode(
    "B0701", .warning, "character missing from the font",
    """
    What it means: the font that sets the book has no drawing for this character. If another font
    on this machine has one, the PDF uses that font for the character; if none has, the page shows
    an empty box. The EPUB is not touched: the reader's own fonts draw it there.

    Example: a word in Greek or an emoji in a book set in a font made for Western languages.
    ```chapters/01-one.md bad
    # One

    The sign \u{F0000} stood there.
    ```

    How to mend it: leave it if the substitute looks right on the page; else choose a font for the
    theme that has the character, or write the word another way.
    ```chapters/01-one.md good
    # One

    The sign + stood there.
    ```
    """)

  /// A font that the theme asks for and the machine lacks.
  package static let fontMissing = DiagnosticCode(
    "B0702", .warning, "font not installed",
    """
    What it means: the theme asks for a font that is not on this machine. Another font was used,
    so lines and pages fall differently from what the theme's designer saw.

    Example: `family: EB Garamond` in a theme, on a machine without the package fonts-ebgaramond.
    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    theme: mine
    ```
    ```Styles/mine/theme.yaml bad
    type: { family: No Such Face }
    ```
    ```Styles/mine/book.css bad
    p { margin: 0 }
    ```

    How to mend it: install the font the message names, or name one you have in the theme's
    `theme.yaml`.
    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    theme: mine
    ```
    ```Styles/mine/theme.yaml good
    type: { size: 11 }
    ```
    ```Styles/mine/book.css good
    p { margin: 0 }
    ```
    """)

  /// A word that no line can hold.
  package static let wordTooWide = DiagnosticCode(
    "B0703", .warning, "word wider than the line",
    """
    What it means: a word is wider than the lines of the page and no rule says where it may be
    divided, so that it is parted where the line ends, without a hyphen.

    Example: a web address of ninety letters without a hyphen or a slash.
    ```chapters/01-one.md bad
    # One

    See https://example.org/abcdefghijabcdefghijabcdefghijabcdefghij\
    abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij
    ```

    How to mend it: shorten it, or put a soft hyphen (U+00AD) or a zero-width space (U+200B) where
    it may be parted.
    ```chapters/01-one.md good
    # One

    See https://example.org/abc
    ```
    """)

  /// A bitmap that will look coarse in print.
  package static let imageTooSmall = DiagnosticCode(
    "B0704", .warning, "image too small for print",
    """
    What it means: at the size it has on the page the image gives fewer than 300 dots to the inch
    (for very small ones bookc says how many there are), and printers will refuse it or print it
    soft.

    Example: a photograph 600 dots wide, shown four inches wide: 150 dots to the inch.
    ```chapters/01-one.md bad
    # One

    ![The house](images/house.png)
    ```
    ```images/house.png bad hex
    89504e470d0a1a0a0000000d494844520000003c0000002801000000008ac0a4520000000d494441
    5478da63601805f40000016800014aecf57b0000000049454e44ae426082
    ```

    How to mend it: scan or export the photograph larger. Enlarging the same file does not help.
    ```chapters/01-one.md good
    # One

    ![The house](images/house.png)
    ```
    ```images/house.png good hex
    89504e470d0a1a0a0000000d49484452000005dc0000038401000000009343ce69000000bc494441
    5478daedc13101000000c2a0f54f6d094fa000000000000000000000000000000000000000000000
    00000000000000000000000000000000000000000000000000000000000000000000000000000000
    00000000000000000000000000000000000000000000000000000000000000000000000000000000
    00000000000000000000000000000000000000000000000000000000000000000000000000000000
    0000000000000000000000000000000000000000000080a70198920001f9a0e8170000000049454e
    44ae426082
    ```
    """)

  /// A key in theme.yaml that means nothing.
  package static let unknownThemeKey = DiagnosticCode(
    "B0705", .warning, "unknown key in theme.yaml",
    """
    What it means: the theme's `theme.yaml` has a key that the typesetter does not know, so it
    changes nothing.

    Example: `leeding: 14` for `leading: 14`.
    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    theme: mine
    ```
    ```Styles/mine/theme.yaml bad
    type: { leeding: 14 }
    ```
    ```Styles/mine/book.css bad
    p { margin: 0 }
    ```

    How to mend it: write the key that the message proposes; `Styles/README.md` lists them all.
    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    theme: mine
    ```
    ```Styles/mine/theme.yaml good
    type: { leading: 14 }
    ```
    ```Styles/mine/book.css good
    p { margin: 0 }
    ```
    """)

  /// A value in theme.yaml that cannot be used.
  package static let badThemeValue = DiagnosticCode(
    "B0706", .warning, "value in theme.yaml cannot be used",
    """
    What it means: a value in the theme's `theme.yaml` is not of the kind its key wants, so the
    value of the classic theme was used instead.

    Example: `size: big` where a number of points is wanted, such as `size: 10.5`.
    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    theme: mine
    ```
    ```Styles/mine/theme.yaml bad
    type: { size: big }
    ```
    ```Styles/mine/book.css bad
    p { margin: 0 }
    ```

    How to mend it: write a value of the kind the message names.
    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    theme: mine
    ```
    ```Styles/mine/theme.yaml good
    type: { size: 10.5 }
    ```
    ```Styles/mine/book.css good
    p { margin: 0 }
    ```
    """)

  /// A trim size that is none.
  package static let badTrim = DiagnosticCode(
    "B0707", .warning, "trim size not understood",
    """
    What it means: `trim` in book.yaml is neither a paper size nor a width and a height, so the
    theme's own size was used.

    Example: `trim: pocket`, where a size such as `5.5x8.5in` is wanted.
    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    trim: pocket
    ```

    How to mend it: write a size such as `A5`, `5.5x8.5in` or `140x216mm`.
    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    trim: 5.5x8.5in
    ```
    """)

  /// A title that the head of a page cannot hold.
  package static let runningHeadTooLong = DiagnosticCode(
    "B0708", .warning, "title too long for the running head",
    """
    What it means: the line above the text that names the book or the chapter cannot hold the whole
    title, so that it ends in dots. Contents and index name the chapter at full length too.

    Example: a chapter named in the manner of old novels.
    ```chapters/01-one.md bad
    # In which I am born, christened and forgotten on the platform of a railway station, all before noon

    The station was new then, and its clock was slow. My mother had put me down beside the trunks
    to look for the porter, and my father, who had counted the trunks, got in with eleven of them.
    Nobody had told him that I was the twelfth. The train left on time, which it never did again.
    ```
    ```book.yaml bad
    title: The Clock
    language: en
    author: Ann Example
    identifier: urn:uuid:12345678-1234-4234-8234-123456789abc
    date: 2020-05-01
    theme: large
    ```
    ```Styles/large/theme.yaml bad
    type: { size: 24, leading: 60 }
    ```
    ```Styles/large/book.css bad
    p { margin: 0 }
    ```

    How to mend it: say with `short:` in the chapter's head (for the book's own title, in
    `book.yaml`) what running heads, contents and index are to call it.
    ```chapters/01-one.md good
    ---
    short: The Station
    ---
    # In which I am born, christened and forgotten on the platform of a railway station, all before noon

    The station was new then, and its clock was slow. My mother had put me down beside the trunks
    to look for the porter, and my father, who had counted the trunks, got in with eleven of them.
    Nobody had told him that I was the twelfth. The train left on time, which it never did again.
    ```
    ```book.yaml good
    title: The Clock
    language: en
    author: Ann Example
    identifier: urn:uuid:12345678-1234-4234-8234-123456789abc
    date: 2020-05-01
    theme: large
    ```
    ```Styles/large/theme.yaml good
    type: { size: 24, leading: 60 }
    ```
    ```Styles/large/book.css good
    p { margin: 0 }
    ```
    """)
}
