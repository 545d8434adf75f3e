// Typesetting and PDF. Codes B0701 to B0799.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let typesetting: [DiagnosticCode] = [
    missingGlyph, fontMissing, wordTooWide, imageTooSmall, unknownThemeKey, badThemeValue, badTrim,
  ]

  /// A character that the book's font cannot draw.
  package static let missingGlyph = DiagnosticCode(
    "B0701", .warning, "character missing from the font",
    """
    What it means: the font that sets the book has no drawing for this character. If another font
    on this machine has one, the PDF uses that font for the character; if none has, the page shows
    an empty box. The EPUB is not touched: the reader's own fonts draw it there.

    Example: a word in Greek or an emoji in a book set in a font made for Western languages.

    How to mend it: leave it if the substitute looks right on the page; else choose a font for the
    theme that has the character, or write the word another way.
    """)

  /// A font that the theme asks for and the machine lacks.
  package static let fontMissing = DiagnosticCode(
    "B0702", .warning, "font not installed",
    """
    What it means: the theme asks for a font that is not on this machine. Another font was used,
    so lines and pages fall differently from what the theme's designer saw.

    Example: `family: EB Garamond` in a theme, on a machine without the package fonts-ebgaramond.

    How to mend it: install the font the message names, or name one you have in the theme's
    `theme.yaml`.
    """)

  /// A word that no line can hold.
  package static let wordTooWide = DiagnosticCode(
    "B0703", .warning, "word wider than the line",
    """
    What it means: a word, an address or a line of code is wider than the lines of the page and
    cannot be hyphenated, so that it stands out into the margin.

    Example: a web address of ninety letters without a hyphen or a slash.

    How to mend it: shorten it, or put a soft hyphen (U+00AD) or a zero-width space (U+200B) where
    it may be parted.
    """)

  /// A bitmap that will look coarse in print.
  package static let imageTooSmall = DiagnosticCode(
    "B0704", .warning, "image too small for print",
    """
    What it means: at the size it has on the page the image gives fewer than 300 dots to the inch
    (for very small ones bookc says how many there are), and printers will refuse it or print it
    soft.

    Example: a photograph 600 dots wide, shown four inches wide: 150 dots to the inch.

    How to mend it: scan or export the photograph larger. Enlarging the same file does not help.
    """)

  /// A key in theme.yaml that means nothing.
  package static let unknownThemeKey = DiagnosticCode(
    "B0705", .warning, "unknown key in theme.yaml",
    """
    What it means: the theme's `theme.yaml` has a key that the typesetter does not know, so it
    changes nothing.

    Example: `leeding: 14` for `leading: 14`.

    How to mend it: write the key that the message proposes; `Styles/README.md` lists them all.
    """)

  /// A value in theme.yaml that cannot be used.
  package static let badThemeValue = DiagnosticCode(
    "B0706", .warning, "value in theme.yaml cannot be used",
    """
    What it means: a value in the theme's `theme.yaml` is not of the kind its key wants, so the
    value of the classic theme was used instead.

    Example: `size: big` where a number of points is wanted, such as `size: 10.5`.

    How to mend it: write a value of the kind the message names.
    """)

  /// A trim size that is none.
  package static let badTrim = DiagnosticCode(
    "B0707", .warning, "trim size not understood",
    """
    What it means: `trim` in book.yaml is neither a paper size nor a width and a height, so the
    theme's own size was used.

    Example: `trim: pocket`, where a size such as `5.5x8.5in` is wanted.

    How to mend it: write a size such as `A5`, `5.5x8.5in` or `140x216mm`.
    """)
}
