// Markdown. Codes B0201 to B0299; those of raw HTML and of other kinds of Markdown stand in files of
// their own.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let markdown: [DiagnosticCode] =
    rawHTML + neighbours + [
      yearBecomesList, footnoteUndefined, footnoteDuplicate, footnoteUnused, footnoteCycle, notUTF8,
      illegalCharacter, illegalReference, privateUse, bidiUnclosed, codeFenceUnclosed, headingSkip,
      headingMissing, secondTitle, headingEmpty, tooDeep, divisionUnclosed, divisionUnknown,
      divisionStray, decomposedCharacters, identifierTwice, identifierUnsound, markUnread,
      allowanceUnread, indentedProse, fileTooLarge, linkInLink,
    ]

  package static let yearBecomesList = DiagnosticCode(
    "B0201", .note, "a number begins a paragraph",
    """
    Markdown takes a number with a full stop at the start of a paragraph for the first item \
    of a numbered list. A paragraph about the year 1953 would become item 1953 of a list. \
    bookc keeps it as words and tells you, because other programs will not.

    ```chapters/01-one.md bad
    # One

    1953. That was the year.
    ```

    Put a backslash before the full stop, or turn the sentence round.

    ```chapters/01-one.md good
    # One

    1953\\. That was the year.
    ```
    """)

  package static let footnoteUndefined = DiagnosticCode(
    "B0202", .error, "a footnote has no words",
    """
    The text refers to a footnote that is written nowhere in this chapter. Every chapter has \
    its own footnotes; those of another chapter do not count.

    ```chapters/01-one.md bad
    # One

    We left at dawn.[^1]
    ```

    Write the note anywhere in the chapter, or take the reference out.

    ```chapters/01-one.md good
    # One

    We left at dawn.[^1]

    [^1]: In June the sun rises at four.
    ```
    """)

  package static let footnoteDuplicate = DiagnosticCode(
    "B0203", .error, "a footnote is written twice",
    """
    Two notes of this chapter have the same label, so one of them would be lost.

    ```chapters/01-one.md bad
    # One

    We left.[^a]

    [^a]: At dawn.

    [^a]: By train.
    ```

    Give each note a label of its own.

    ```chapters/01-one.md good
    # One

    We left.[^a] We arrived.[^b]

    [^a]: At dawn.

    [^b]: By train.
    ```
    """)

  package static let footnoteUnused = DiagnosticCode(
    "B0204", .warning, "nothing refers to a footnote",
    """
    The note is there but no `[^label]` in this chapter leads to it, so that no reader would \
    find it. Most often a label is misspelt on one side.

    ```chapters/01-one.md bad
    # One

    We left at dawn.

    [^1]: In June.
    ```

    Put the reference where it belongs, or delete the note.

    ```chapters/01-one.md good
    # One

    We left at dawn.[^1]

    [^1]: In June.
    ```
    """)

  package static let footnoteCycle = DiagnosticCode(
    "B0205", .warning, "a footnote leads back to itself",
    """
    A note refers to itself, or to one that refers back to it. A reader who follows it goes \
    in a circle.

    ```chapters/01-one.md bad
    # One

    We left.[^1]

    [^1]: See also.[^1]
    ```

    Let the note refer to another place, or to none.

    ```chapters/01-one.md good
    # One

    We left.[^1]

    [^1]: At dawn.
    ```
    """)

  package static let notUTF8 = DiagnosticCode(
    "B0206", .error, "a file is not UTF-8",
    """
    Letters beyond A to Z can be stored in several ways, and a program that guesses wrong \
    prints nonsense. bookc reads UTF-8, the way that is usual today. A chapter that is wholly in \
    an older way is read too; in this one some letters are UTF-8 and others are not, so that \
    nobody can say what they mean. The message names the first byte that is none.

    ```chapters/01-one.md bad hex
    23204f6e650a0a4d7920636166e92c206d7920636166c3a92e0a
    ```

    Open the file in your editor and save it again with the encoding UTF-8. In some programs \
    that is a choice in the dialogue "Save as".
    ```chapters/01-one.md good hex
    23204f6e650a0a4d7920636166c3a92c206d7920636166c3a92e0a
    ```
    """)

  package static let illegalCharacter = DiagnosticCode(
    "B0207", .error, "a character may not stand in a book",
    """
    Some characters are orders to machines and not signs, such as the vertical tab that a \
    word processor puts for a line break. EPUB cannot hold them, and nobody would see them.

    ```chapters/01-one.md bad hex
    23204f6e650a0a54686520656e640b6f662061206c696e652e0a
    ```

    Delete the character at the place that is named; it cannot be seen in most editors. If a \
    line should break there, end it with a backslash.
    ```chapters/01-one.md good
    # One

    The end\\
    of a line.
    ```
    """)

  package static let illegalReference = DiagnosticCode(
    "B0208", .error, "a number stands for a character that may not be in a book",
    """
    `&#11;` and the like stand for the character of that number. This one is an order to a \
    machine, no sign, and EPUB cannot hold it.

    ```chapters/01-one.md bad
    # One

    Dear&#11;Mother.
    ```

    Take it out, or write what should be seen.

    ```chapters/01-one.md good
    # One

    Dear Mother.
    ```
    """)

  package static let privateUse = DiagnosticCode(
    "B0209", .warning, "a character is for private use",
    """
    Unicode keeps some numbers for private use: what they look like depends on one font. On \
    a reader's device there will be an empty box. They come into a text from symbol fonts \
    and from old programs.

    Put a proper character in its place, or a small picture.

    ```chapters/01-one.md bad
    # One

    It cost three \u{E000} that spring.
    ```

    In words:

    ```chapters/01-one.md good
    # One

    It cost three pounds that spring.
    ```
    """)

  package static let bidiUnclosed = DiagnosticCode(
    "B0210", .warning, "a direction mark is never closed",
    """
    Invisible marks can turn the direction of writing round, for Arabic or Hebrew within \
    English. This one is never closed, so that the rest of the paragraph may appear \
    backwards.

    ```chapters/01-one.md bad hex
    23204f6e650a0a54686520e281a7776f72642e0a
    ```

    Delete the mark, or close it after the words it is meant for.
    ```chapters/01-one.md good hex
    23204f6e650a0a54686520e281a7776f7264e281a92e0a
    ```
    """)

  package static let codeFenceUnclosed = DiagnosticCode(
    "B0211", .warning, "a code fence is never closed",
    """
    Three backticks on a line begin a piece of program text that goes on until three \
    backticks close it. Nothing closes these, so that everything after them is set as \
    program text.

    ```chapters/01-one.md bad
    # One

    ~~~
    read ledger

    The rest of the chapter.
    ```

    Close it with three backticks on a line of their own; or delete the three if none were \\
    meant.

    ```chapters/01-one.md good
    # One

    ~~~
    read ledger
    ~~~

    The rest of the chapter.
    ```
    """)

  package static let headingSkip = DiagnosticCode(
    "B0212", .warning, "a level of headings is left out",
    """
    Headings are like steps: after a heading with one sign comes one with two. Readers who \
    cannot see the page move by these levels and think something is missing when one is left \
    out.

    ```chapters/01-one.md bad
    # One

    ### The River

    It was wide.
    ```

    Use the next level down.

    ```chapters/01-one.md good
    # One

    ## The River

    It was wide.
    ```
    """)

  package static let headingMissing = DiagnosticCode(
    "B0213", .warning, "a chapter has no heading",
    """
    Without a heading or a title the chapter has no name in the contents; where its first heading \
    comes after its first words, that of a part of it stands for the whole.

    ```chapters/01-one.md bad
    It was a cold spring.
    ```

    Begin the chapter with a heading, or give it a title between two lines of dashes at its \
    start.

    ```chapters/01-one.md good
    # The Cold Spring

    It was a cold spring.
    ```
    """)

  package static let secondTitle = DiagnosticCode(
    "B0214", .warning, "a chapter has two titles",
    """
    A heading with one sign is the title of the chapter. A second one in the same file looks \
    like a second chapter, which the contents will not know.

    ```chapters/01-one.md bad
    # One

    It began.

    # Another

    It went on.
    ```

    Give it two signs, or put it into a file of its own.

    ```chapters/01-one.md good
    # One

    It began.

    ## Another

    It went on.
    ```
    """)

  package static let headingEmpty = DiagnosticCode(
    "B0215", .warning, "a heading has no words",
    """
    There is a sign for a heading and nothing after it. It is left out of the book.

    ```chapters/01-one.md bad
    # One

    ##

    It began.
    ```

    Write the heading, or delete the sign.

    ```chapters/01-one.md good
    # One

    ## The Start

    It began.
    ```
    """)

  package static let tooDeep = DiagnosticCode(
    "B0216", .error, "things lie too deep in one another",
    """
    Quotations in quotations, lists in lists or marks in marks go deeper here than reading \
    programs can follow; some of them would stop working. Nobody writes so on purpose: most \
    often many `>` signs were pasted from an e-mail, or stars stand in a long row.

    Take out the signs that are too many.

    ```chapters/01-one.md bad
    # One

    >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> It was a cold spring.
    ```

    As deep as it was meant:

    ```chapters/01-one.md good
    # One

    >> It was a cold spring.
    ```
    """)

  package static let divisionUnclosed = DiagnosticCode(
    "B0217", .error, "a division is never closed",
    """
    A division begins with three colons and its kind, and ends with three colons on a line \
    of their own. This one has no end, so that the rest of the chapter would belong to it.

    ```chapters/01-one.md bad
    # One

    ::: letter
    Dear Mother,

    I am well.
    ```

    Put three colons after its last line.

    ```chapters/01-one.md good
    # One

    ::: letter
    Dear Mother,

    I am well.
    :::
    ```
    """)

  package static let divisionUnknown = DiagnosticCode(
    "B0218", .warning, "a kind of division is not known",
    """
    After the three colons stands the kind of division: letter, diary, verse, epigraph, \
    transcript, document, recipe, plate or gallery. This word is none of them; what stands in the \
    division and behind its name is kept, set like any other text.

    ```chapters/01-one.md bad
    # One

    ::: leter
    Dear Mother,
    :::
    ```

    Use one of these words.

    ```chapters/01-one.md good
    # One

    ::: letter
    Dear Mother,
    :::
    ```
    """)

  package static let divisionStray = DiagnosticCode(
    "B0219", .error, "three colons close nothing",
    """
    Three colons on a line of their own end a division, and here none is open. Perhaps the \
    line that should begin it has lost its word, or one end is written twice.

    ```chapters/01-one.md bad
    # One

    Dear Mother,

    :::
    ```

    Delete the line, or begin the division before it.

    ```chapters/01-one.md good
    # One

    ::: letter
    Dear Mother,
    :::
    ```
    """)

  package static let decomposedCharacters = DiagnosticCode(
    "B0230", .warning, "a letter and its accent are written apart",
    """
    An é can be stored as one character or as an e with an accent after it. Both look the \
    same, but a search for one does not find the other. The book sets it as one character; \
    you are told because your files hold it in both ways, or in the rarer one. Names copied \
    from a file list of a Mac are often so.

    There is nothing wrong with the book. To mend the file, type the letter anew.

    ```chapters/01-one.md bad
    # One

    We met in a cafe\u{301}.
    ```

    The letter typed anew:

    ```chapters/01-one.md good
    # One

    We met in a café.
    ```
    """)

  package static let identifierTwice = DiagnosticCode(
    "B0231", .error, "an id is given twice",
    """
    An `id` names one place in a chapter, so that links can lead to it. Two places have the \
    same.

    ```chapters/01-one.md bad
    # One

    <p id="a">First.</p>

    <p id="a">Second.</p>
    ```

    Give each an id of its own.

    ```chapters/01-one.md good
    # One

    <p id="a">First.</p>

    <p id="b">Second.</p>
    ```
    """)

  package static let identifierUnsound = DiagnosticCode(
    "B0232", .error, "an id is no name",
    """
    An `id` may have letters, digits, hyphens, underscores and full stops, and must begin \
    with a letter. EPUB takes no other.

    ```chapters/01-one.md bad
    # One

    <p id="1 st">First.</p>
    ```

    Begin with a letter and leave out blanks.

    ```chapters/01-one.md good
    # One

    <p id="first">First.</p>
    ```
    """)

  package static let markUnread = DiagnosticCode(
    "B0233", .warning, "a mark is no link to Markdown",
    """
    This looks like a mark for a person, a date or an event, but Markdown does not see a \
    link in it, so that it would be printed with all its brackets. A destination with blanks \
    in it must stand between `<` and `>`.

    ```chapters/01-one.md bad
    # One

    It was [that summer](date:2014-22 or so).
    ```

    Put the destination between `<` and `>`, or leave the blanks out.

    ```chapters/01-one.md good
    # One

    It was [that summer](date:2014-22).
    ```
    """)

  package static let allowanceUnread = DiagnosticCode(
    "B0234", .warning, "a comment allows nothing",
    """
    A comment such as `<!-- bookc:allow B0801 reason -->` silences one message in the \
    paragraph after it. It needs the code of the message and a reason, for whoever reads the \
    file later.

    ```chapters/01-one.md bad
    # One

    <!-- bookc:allow B0801 -->

    It was a cold spring.
    ```

    Say why, after the code.

    ```chapters/01-one.md good
    # One

    <!-- a note to myself -->

    It was a cold spring.
    ```
    """)

  package static let indentedProse = DiagnosticCode(
    "B0235", .warning, "a paragraph is set in and becomes code",
    """
    A line that begins with four blanks or a tab is program text to Markdown and is printed \
    in typewriter letters, without its line being filled. Perhaps the blanks were meant to \
    set in the first line; the book does that by itself.

    ```chapters/01-one.md bad
    # One

        It was a cold spring and we had no coal.
    ```

    Begin the paragraph at the margin.

    ```chapters/01-one.md good
    # One

    It was a cold spring and we had no coal.
    ```
    """)

  package static let fileTooLarge = DiagnosticCode(
    "B0236", .error, "a file is too large",
    """
    The file is larger than any chapter can be. Perhaps a recording or a picture has the \
    ending `.md`.

    Take the file out of the folder, or divide it into chapters.
    """)

  package static let linkInLink = DiagnosticCode(
    "B0237", .error, "a link stands within a link",
    """
    One tap can lead to one place only. Here a footnote or a second link stands between the \
    brackets of a link.

    ```chapters/01-one.md bad
    # One

    See [the war[^1]](02-two.md).

    [^1]: It came in May.
    ```

    Put the footnote after the link.

    ```chapters/01-one.md good
    # One

    See [the war](02-two.md).[^1]

    [^1]: It came in May.
    ```
    """)
}
