// Mark-up of other programs, and mark-up that is broken. Codes B0238 to B0249.
extension DiagnosticCode {
  /// Codes of this part of Markdown's.
  static let neighbours: [DiagnosticCode] = [
    linkBroken, emphasisUnclosed, headingWithoutBlank, divisionMistyped, signUnclosed,
    notationUnread, notationLeftOut, numberForNote, titlesDiffer, titleBelowWords, talkAsList,
  ]

  package static let linkBroken = DiagnosticCode(
    "B0238", .warning, "a link is broken and is printed as it is typed",
    """
    A link is words in square brackets and an address in round ones, with nothing between: \
    `[words](address)`. Here a blank stands between the brackets or in the address, a bracket is \
    missing, or the label of the link is written nowhere. The book would print all the signs.

    ```chapters/01-one.md bad
    # One

    We read [the report] (https://example.org/report) at night.
    ```

    Take the blank out. An address with blanks in it goes between `<` and `>`.

    ```chapters/01-one.md good
    # One

    We read [the report](https://example.org/report) at night.
    ```
    """)

  package static let emphasisUnclosed = DiagnosticCode(
    "B0239", .warning, "emphasis is never closed",
    """
    A star or an underscore before a word begins emphasis, and the same sign right after a word \
    ends it. Here the second one is missing in the paragraph, or has a blank before it, so that \
    the first one is printed.

    ```chapters/01-one.md bad
    # One

    It was *never what we had hoped for.
    ```

    Put the sign after the last word. For a star that is to be printed write `\\*`.

    ```chapters/01-one.md good
    # One

    It was *never* what we had hoped for.
    ```
    """)

  package static let headingWithoutBlank = DiagnosticCode(
    "B0240", .warning, "a heading lacks its blank",
    """
    Markdown sees a heading only where a blank stands between the `#` and the words. Without it \
    the line is a paragraph, and its `#` is printed.

    ```chapters/01-one.md bad
    # One

    ##The shop

    It stood on the corner.
    ```

    Put the blank.

    ```chapters/01-one.md good
    # One

    ## The shop

    It stood on the corner.
    ```
    """)

  package static let divisionMistyped = DiagnosticCode(
    "B0241", .warning, "a division has two colons",
    """
    A letter, a poem or the like stands between lines that begin with three colons. With two \
    the line is printed as it is typed.

    ```chapters/01-one.md bad
    # One

    :: letter
    Dear Mother,
    ::
    ```

    Add a colon to both lines.

    ```chapters/01-one.md good
    # One

    ::: letter
    Dear Mother,
    :::
    ```
    """)

  package static let signUnclosed = DiagnosticCode(
    "B0242", .warning, "a note or a comment is never closed",
    """
    A note in the text begins with `^[` and ends with `]`; a private comment begins and ends with \
    `%%`, or begins with `<!--` and ends with `-->`. Here the end is missing: what was meant to \
    be hidden may be printed, or the rest of the chapter may be hidden with it.

    ```chapters/01-one.md bad
    # One

    We left at dawn.^[In June the sun rises at four.
    ```

    Write the end.

    ```chapters/01-one.md good
    # One

    We left at dawn.^[In June the sun rises at four.]
    ```
    """)

  package static let notationUnread = DiagnosticCode(
    "B0243", .warning, "mark-up of another program is printed as it is typed",
    """
    Markdown has many kinds, and bookc does not read all of each: definition lists, tables drawn \
    with hyphens, formulas, commands of TeX, citations and templates are printed with all their \
    signs. The message says how to write the same for bookc. It is given once for each kind in a \
    chapter, at the first place.

    ```chapters/01-one.md bad
    # One

    The flood came in May [@smith2010, p. 12].
    ```

    Write it as the message says.

    ```chapters/01-one.md good
    # One

    The flood came in May.[^1]

    [^1]: Smith, *The River*, p. 12.
    ```
    """)

  package static let numberForNote = DiagnosticCode(
    "B0245", .warning, "a note is typed as a number in brackets",
    """
    In a typescript notes are numbers in brackets, here and again below. In Markdown such a number \
    is only words: it is printed in the line, and what was to be a note is printed as a paragraph.

    ```chapters/01-one.md bad
    # One

    She cured it with milk.[1]

    [1] My mother cured everything with milk.
    ```

    Write a circumflex before the number, and a colon behind the bracket where the note stands.

    ```chapters/01-one.md good
    # One

    She cured it with milk.[^1]

    [^1]: My mother cured everything with milk.
    ```
    """)

  package static let titlesDiffer = DiagnosticCode(
    "B0246", .warning, "a chapter has two titles, one by title: and one above its words",
    """
    The contents and the line at the head of the pages take the title from the chapter's head, \
    between the lines of `---`, or from book.yaml; the page itself shows the heading. A reader who \
    looks for the one finds the other.

    ```chapters/01-one.md bad
    ---
    title: The years in Trieste
    ---
    # The mill

    It stood at the end of the lane.
    ```

    Keep one of the two. Where the contents are to have fewer words than the page, write `short:` \
    instead of `title:`.

    ```chapters/01-one.md good
    ---
    short: The mill
    ---
    # The mill at the end of the lane

    It stood there alone.
    ```
    """)

  package static let notationLeftOut = DiagnosticCode(
    "B0244", .warning, "mark-up that means nothing in a book is left out",
    """
    A command to begin a new page, to print a list of contents or to show another note here \
    means nothing to bookc, which makes pages and contents by itself, and a style sheet within a \
    chapter would make one chapter unlike the others. It is left out, and nothing is printed in its \
    place.

    ```chapters/01-one.md bad
    # One

    We left at dawn.

    \\newpage

    The road was empty.
    ```

    Delete the line; for a pause in the story put three stars.

    ```chapters/01-one.md good
    # One

    We left at dawn.

    * * *

    The road was empty.
    ```
    """)

  package static let titleBelowWords = DiagnosticCode(
    "B0247", .warning, "words stand before a chapter's title",
    """
    A chapter opens with its title. Where a paragraph stands above it, the title is set as a heading \
    below that paragraph, and the chapter begins without one.

    ```chapters/01-one.md bad
    It was cold that year.

    # One

    It thawed.
    ```

    Put the title first. A motto above it is written as a division.

    ```chapters/01-one.md good
    # One

    It was cold that year.

    It thawed.
    ```
    """)

  package static let talkAsList = DiagnosticCode(
    "B0248", .warning, "what is said is set as a list",
    """
    Some authors begin what is said with a dash. A hyphen and a blank are no dash to Markdown but an \
    item of a list, which is set with dots and set in.

    ```chapters/01-one.md bad
    # One

    - Where were you?
    - At home.
    ```

    ```chapters/01-one.md good
    # One

    — Where were you?

    — At home.
    ```
    """)
}
