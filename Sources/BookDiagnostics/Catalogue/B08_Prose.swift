// Prose and the author's own exceptions. Codes B0801 to B0899.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let prose: [DiagnosticCode] = [
    doubledWord, noteToOneself, unusedAllowance, unknownAllowance,
  ]

  package static let doubledWord = DiagnosticCode(
    "B0801", .warning, "a word stands twice in a row",
    """
    A small word such as "the" or "of" is there twice, one after the other. It nearly always \
    happens when a sentence is rewritten.

    ```chapters/01-one.md bad
    # One

    We walked to the the harbour.
    ```

    Take one of the two out. Where the repetition is meant, say so above the paragraph:

    ```chapters/01-one.md good
    # One

    <!-- bookc:allow B0801 he stammered -->
    We walked to the the harbour.
    ```
    """)

  package static let noteToOneself = DiagnosticCode(
    "B0802", .warning, "a note to oneself would be printed",
    """
    Writers mark what is still to be done with a word in capitals that means nothing else: TODO, \
    TK, FIXME; or with a remark in brackets: [check this]. It stands among the words, and the reader \
    of the book would find it.

    ```chapters/01-one.md bad
    # One

    We sailed on the TK and were three weeks at sea.
    ```

    Do it, or put two signs of percent around the remark, which keep it to yourself.

    ```chapters/01-one.md good
    # One

    We sailed on the %% TK: which ship? %% and were three weeks at sea.
    ```
    """)

  package static let unusedAllowance = DiagnosticCode(
    "B0890", .warning, "an 'allow' comment silences nothing",
    """
    A comment `<!-- bookc:allow CODE reason -->` stands before a block in which that message \
    does not occur. Perhaps the fault has been mended since.

    ```chapters/01-one.md bad
    # One

    <!-- bookc:allow B0801 he stammered -->
    We walked to the harbour.
    ```

    Delete the comment.

    ```chapters/01-one.md good
    # One

    We walked to the harbour.
    ```
    """)

  package static let unknownAllowance = DiagnosticCode(
    "B0892", .warning, "an 'allow' comment names no known code",
    """
    The word after `bookc:allow` must be the code of a message, such as `B0801`: it stands in \
    brackets at the head of the message.

    ```chapters/01-one.md bad
    # One

    <!-- bookc:allow B8010 he stammered -->
    We walked to the harbour.
    ```

    ```chapters/01-one.md good
    # One

    We walked to the harbour.
    ```
    """)
}
