// Writing the PDF. Codes B0750 to B0799.
extension DiagnosticCode {
  /// Every code of this part of area 07.
  package static let pdf: [DiagnosticCode] = [
    fontForbidsEmbedding, accessibilityNotClaimed, brokenPicture, pictureKindNotInPDF,
    cmykPictureWithoutProfile, drawingFeatureLeftOut, pdfNotAvailable,
  ]

  package static let fontForbidsEmbedding = DiagnosticCode(
    "B0750", .error, "font may not be put into a PDF",
    """
    What it means: a PDF carries the part of each font that its pages need, so that it looks
    the same everywhere. The maker of this font has set a mark in it that forbids this, or
    the font file is damaged. Where the theme's own family forbids it, another is used and this
    is a warning. Else no PDF is made, as a page without its font would fall apart at the
    printer's.

    Example: the theme asks for a font that came with a program and is licensed for the
    screen only.

    How to mend it: name another family in `theme.yaml`. EB Garamond, Linux Libertine and
    every other font under the Open Font License may be embedded.
    """)

  package static let accessibilityNotClaimed = DiagnosticCode(
    "B0751", .warning, "PDF does not claim to be accessible",
    """
    What it means: the PDF that bookc makes states that it meets PDF/UA and PDF/A-2a, the
    standards for documents that everybody can read and that last. Something in the book
    keeps it from being true this time: a picture without a description, or a character that
    no font on this machine has. The PDF is made, without the statement.

    Example: `![](house.jpg)` has nothing between its brackets.
    ```chapters/01-one.md bad
    # One

    The sign \u{F0000} stood there.
    ```

    How to mend it: say what the picture shows, between the brackets: `![Our house from the
    orchard](house.jpg)`. For a missing character install a font for its script, such as
    `fonts-noto-core` on Debian.
    ```chapters/01-one.md good
    # One

    The sign + stood there.
    ```
    """)

  package static let brokenPicture = DiagnosticCode(
    "B0752", .warning, "picture cannot be read",
    """
    What it means: the picture's file ends early, contradicts itself or is not what its
    first bytes say. Its place on the page stays empty.

    Example: a download that broke off half-way.
    ```chapters/01-one.md bad
    # One

    ![The house](images/house.png)
    ```
    ```images/house.png bad hex
    89504e470d0a1a0a0000000d49484452000005dc000003840806000000bb38f3c400000008494441
    54789c030000000001480689d20000000049454e44ae426082
    ```

    How to mend it: open the file in a picture program. If it shows, save it anew as JPEG or
    PNG; if it does not, take another copy.
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

  package static let pictureKindNotInPDF = DiagnosticCode(
    "B0753", .warning, "kind of picture that a PDF cannot show",
    """
    What it means: a PDF shows JPEG, PNG and drawings in SVG. This picture is of another
    kind, so its place on the page stays empty. The EPUB is not concerned.

    Example: a picture from a website saved as WebP or GIF.
    ```chapters/01-one.md bad
    # One

    ![The house](images/house.gif)
    ```
    ```images/house.gif bad hex
    47494638396101000100800000000000ffffff2c00000000010001000002024401003b
    ```

    How to mend it: save the picture as JPEG, or as PNG if it is a drawing, and name that
    file in the chapter.
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

  package static let cmykPictureWithoutProfile = DiagnosticCode(
    "B0754", .warning, "CMYK picture without a colour profile",
    """
    What it means: the picture is made of printing inks, and nothing in the file says of
    which press. On a screen its colours would be anybody's guess, so it is left out of the
    PDF for the screen. The PDF for print has it.

    Example: a photograph that a print shop saved as CMYK without its profile.
    ```chapters/01-one.md bad
    # One

    ![The house](images/house.jpg)
    ```
    ```images/house.jpg bad hex
    ffd8ffc00014080001000104011100021100031100041100ffda000e040100020003000400003f00
    00ffd9
    ```

    How to mend it: ask for the picture in RGB, or save it with the profile included.
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

  package static let drawingFeatureLeftOut = DiagnosticCode(
    "B0755", .warning, "drawing uses something a PDF page leaves out",
    """
    What it means: bookc draws an SVG picture on the page as lines, shapes and text. It
    knows what plain drawings are made of, and gradients, but no filters, masks, patterns
    or pictures within pictures. What it does not know is left out, the rest of the drawing
    is there.

    Example: a family tree with a shadow behind each box: the boxes are drawn, the shadows
    are not.
    ```chapters/01-one.md bad
    # One

    ![The house](images/house.svg)
    ```
    ```images/house.svg bad
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><defs><filter id="shadow"/></defs><path filter="url(#shadow)" d="M0 20V8L20 0L40 8V20Z"/></svg>
    ```

    How to mend it: look at the page. If something is missing that matters, save the drawing
    as plain SVG with shapes only, or as PNG at 600 pixels to the inch.
    ```chapters/01-one.md good
    # One

    ![The house](images/house.svg)
    ```
    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 20V8L20 0L40 8V20Z"/></svg>
    ```
    """)

  package static let pdfNotAvailable = DiagnosticCode(
    "B0756", .error, "PDF cannot be made on this machine",
    """
    What it means: to set pages bookc needs HarfBuzz, fontconfig and libhyphen, and at least
    one font. One of them is missing, so every format but the PDF can be made.

    Example: bookc was built on a machine without `libharfbuzz-dev`.

    How to mend it: on Debian: `apt install libharfbuzz-dev libfontconfig-dev libhyphen-dev
    fonts-ebgaramond hyphen-en-us`, then build bookc again. Or name the formats you want:
    `--formats epub`.
    """)
}
