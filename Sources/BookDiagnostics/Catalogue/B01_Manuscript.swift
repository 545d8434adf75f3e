// Manuscript and configuration. Codes B0101 to B0199.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let manuscript: [DiagnosticCode] = [
    yamlSyntax, duplicateKey, yamlTooLarge, unknownKey, wrongValue, titleMissing,
    languageMissing, languageAssumed, languageMalformed, languageUnregistered,
    dateMalformed, isbnWrong, authorMissing, chapterMissing, chapterTwice, noChapters,
    chapterNotAFile, leavesBook, linkLoop, namesCollide, illegalYAMLCharacter, emptyChapter,
    fileUnreadable, chapterNotListed, fileNotRead, olderEncoding, hashEndsValue, imageMissing,
    imageLeavesBook, imageNameCase, imageTruncated, imageEmpty, imageFormat, imageRemote,
    imageTooLarge, imageBomb, imageExtension, imagePages, svgActive, svgExternal,
    svgMalformed, linkTargetMissing, linkFragmentMissing, linkLeavesBook, linkScheme, linkEmpty,
    repositoryNotTrusted, chapterNameUnknown, addressUnsound, addressWithoutScheme,
    chaptersAlike, surplusPrinted, namedLikeDraft,
  ]

  package static let yamlSyntax = DiagnosticCode(
    "B0101", .error, "a YAML file cannot be read",
    """
    book.yaml, people.yaml, chronology.yaml and the header of a chapter are YAML: a key, a \
    colon, a space and a value on each line. Something in the file breaks that form: a \
    quotation mark that is not closed, a tab, a second colon.

    ```book.yaml bad
    title: "The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```

    Close the quotation mark, use spaces instead of tabs, and put a value that holds a colon \
    in quotes.

    ```book.yaml good
    title: "The Ledger"
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let duplicateKey = DiagnosticCode(
    "B0102", .error, "a key is given twice",
    """
    The same key stands twice in one place. Only one of the two can be meant, and bookc does \
    not guess which.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    title: The Other Ledger
    ```

    Take one of them out.

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let yamlTooLarge = DiagnosticCode(
    "B0103", .error, "a YAML file unfolds to too much",
    """
    YAML can name a value with `&` and repeat it with `*`. Repeated often enough, a few \
    lines become millions. No book needs that, so bookc stops at 200,000 values, and at 48 \
    levels of values within values.

    Write the values out instead of repeating them.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    description: &a [all, of, this]
    rights: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
    subjects: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
    series: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
    publisher: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
    formats: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
    ```

    A list of plain words is enough:

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    subjects: [all, of, this]
    ```
    """)

  package static let unknownKey = DiagnosticCode(
    "B0104", .warning, "a key is not known",
    """
    bookc does not know this key, so what stands under it has no effect. Often it is a slip \
    of the pen; the nearest key that is known is offered.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    subtilte: A Life
    ```

    Correct the key, or delete the line.

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    subtitle: A Life
    ```
    """)

  package static let wrongValue = DiagnosticCode(
    "B0105", .error, "a value is not of the kind that its key asks for",
    """
    The key is right, but what stands after it cannot be used: a list where a line of text \
    belongs, or a word that is not one of those allowed.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    people: { passing: maybe }
    ```

    The message says what is allowed.

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    people: { passing: light }
    ```
    """)

  package static let titleMissing = DiagnosticCode(
    "B0106", .error, "the book has no title",
    """
    Every shop and every reader needs a title. A title of nothing but spaces is none.

    ```book.yaml bad
    title: "  "
    author: Jane Roe
    language: en
    ```

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let languageMissing = DiagnosticCode(
    "B0107", .error, "the book does not say its language",
    """
    The language decides hyphenation, quotation marks, the words that bookc itself adds, and \
    how a voice reads the book aloud. It is a short tag: `en`, `en-GB`, `de`, `fr`.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    ```

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let languageAssumed = DiagnosticCode(
    "B0108", .warning, "the language is taken to be English",
    """
    There is no book.yaml, so bookc does not know the language and takes it to be English. \
    Make a file book.yaml beside the chapters with at least these lines:

    ```book.yaml bad removed
    ```

        title: My Memoir
        author: Your Name
        language: en
    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2020-05-01
    ```
    """)

  package static let languageMalformed = DiagnosticCode(
    "B0109", .error, "the language is not a language tag",
    """
    Languages are written as short tags whose parts are joined by hyphens, not by \
    underscores (BCP 47): `en-GB`, not `en_GB`; `de`, not `German language`.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en_GB
    ```

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en-GB
    ```
    """)

  package static let languageUnregistered = DiagnosticCode(
    "B0110", .warning, "the language is not registered",
    """
    The tag has the right form, but its first part is not the code of any language (ISO \
    639). A voice or a dictionary will not know what to do with it.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: xq
    ```

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let dateMalformed = DiagnosticCode(
    "B0111", .error, "the date is not a date",
    """
    The date of the book is a year, a year and month, or a full day, as numbers joined by \
    hyphens. It must be a day that exists.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-02-30
    ```

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-02-29
    ```
    """)

  package static let isbnWrong = DiagnosticCode(
    "B0112", .error, "the ISBN is wrong",
    """
    The last digit of an ISBN is worked out from the others, so that a mistyped number can \
    be told. This one does not fit: a digit is wrong, missing, or two have changed places.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    isbn: 978-3-16-148410-1
    ```

    Compare it with the number you were given.

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    isbn: 978-3-16-148410-0
    ```
    """)

  package static let authorMissing = DiagnosticCode(
    "B0113", .warning, "the book names no author",
    """
    Shops list books by their author. A name in any form will do, also a pen name.

    ```book.yaml bad
    title: The Ledger
    language: en
    date: 2024
    ```

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let chapterMissing = DiagnosticCode(
    "B0114", .error, "a listed chapter is not there",
    """
    book.yaml lists a chapter, but there is no such file in the book's folder or in \
    `chapters`. Names must agree to the letter, capitals included.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-tow.md]
    ```

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-two.md]
    ```
    """)

  package static let chapterTwice = DiagnosticCode(
    "B0115", .error, "a chapter is listed twice",
    """
    A chapter can stand in the book only once.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-two.md, 01-one.md]
    ```

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-two.md]
    ```
    """)

  package static let noChapters = DiagnosticCode(
    "B0116", .error, "the book has no chapters",
    """
    bookc found no Markdown file: neither in a folder `chapters` nor beside book.yaml. A \
    chapter is a text file whose name ends in `.md`.

    ```chapters/01-one.md bad removed
    ```
    ```chapters/02-two.md bad removed
    ```

    ```chapters/01-one.md good
    # One

    It was a cold spring.
    ```
    """)

  package static let chapterNotAFile = DiagnosticCode(
    "B0117", .error, "a chapter is not a file",
    """
    Something with a chapter's name is a folder, or something else that cannot be read as \
    text. Rename it, or take it out of `chapters`.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-two.md, drafts]
    ```

    ```chapters/drafts/03-three.md bad
    # Three

    Peace came.
    ```

    Here `drafts` is a folder; the chapter lies in it:

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-two.md, drafts/03-three.md]
    ```

    ```chapters/drafts/03-three.md good
    # Three

    Peace came.
    ```
    """)

  package static let leavesBook = DiagnosticCode(
    "B0118", .error, "a chapter is outside the book",
    """
    Everything in a book lies in its own folder, so that the book can be moved, copied and \
    sent whole, and so that nothing private slips in. Copy the file into the folder.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-two.md, ../letters.md]
    ```

    The file was copied into `chapters`:

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-two.md, letters.md]
    ```

    ```chapters/letters.md good
    # Letters

    Dear all.
    ```
    """)

  package static let linkLoop = DiagnosticCode(
    "B0119", .error, "a link leads to itself",
    """
    The file is a symbolic link that leads back to itself, so that nothing can be read. \
    Delete it, or make it lead to a file in the book's folder.

    ```chapters/01-one.md bad link
    01-one.md
    ```

    ```chapters/01-one.md good
    # One

    It was a cold spring.
    ```
    """)

  package static let namesCollide = DiagnosticCode(
    "B0120", .warning, "two chapters have nearly the same name",
    """
    The names differ only in capitals, or in how an accent is stored. On some computers they \
    would be one file, and one of the two would be lost. Rename one of them.

    ```chapters/02-Two.md bad
    # Two again

    Peace came.
    ```

    A name of its own:

    ```chapters/03-three.md good
    # Three

    Peace came.
    ```
    """)

  package static let illegalYAMLCharacter = DiagnosticCode(
    "B0121", .error, "a YAML file holds a character that no book can show",
    """
    Some control characters have no place in XML, of which every EPUB is made. They are \
    invisible and mostly come from a copy out of another program. Delete what looks like \
    nothing at the place that is named, and type the words anew.

    ```book.yaml bad
    title: "The \\x07Ledger"
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```

    The title typed anew:

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let emptyChapter = DiagnosticCode(
    "B0122", .warning, "a chapter is empty",
    """
    The file has nothing in it, comments alone, or a heading and no word below it, so the book would \
    have an empty page. Write the chapter, or take the file away. The name of a part stands in \
    `part:` at the head of its first chapter, or is that of the folder its chapters lie in.

    ```chapters/03-three.md bad
    ```

    With something in it:

    ```chapters/03-three.md good
    # Three

    Peace came.
    ```
    """)

  package static let fileUnreadable = DiagnosticCode(
    "B0123", .error, "a file cannot be read",
    """
    The file is there, but this computer does not let bookc read it, or it is far too large. \
    Look at its permissions.
    """)

  package static let chapterNotListed = DiagnosticCode(
    "B0124", .warning, "a file in chapters is not in the list",
    """
    book.yaml lists the chapters, so only those are in the book. This file stands in the \
    same folder and is left out. That may be what you want: then move it elsewhere, for \
    instance into `drafts`, and the message ends.

    Where book.yaml has no list, one of another program counts: SUMMARY.md of mdBook and GitBook, \
    _quarto.yml, _bookdown.yml, Book.txt of Leanpub, mkdocs.yml, Longform's index, Jekyll's \
    folders. `bookc check` says which it was; a list in book.yaml goes before it.

    ```book.yaml bad
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md]
    ```

    Listed with the others:

    ```book.yaml good
    title: The Ledger
    author: Jane Roe
    language: en
    date: 2024-05-01
    chapters: [01-one.md, 02-two.md]
    ```
    """)

  package static let repositoryNotTrusted = DiagnosticCode(
    "B0125", .note, "git does not read the book's repository",
    """
    The book lies in a git repository that belongs to somebody else, and git refuses to look \
    into such a repository, since what its files say could harm you. The book is made all the \
    same, but it does not say which revision it is.

    If you trust whoever it belongs to, tell git so, with the path that the message names:

    ```
    git config --global --add safe.directory '/the/path'
    ```
    """)

  package static let fileNotRead = DiagnosticCode(
    "B0126", .warning, "a file beside the chapters is not read",
    """
    Chapters are text files whose names end in .md. This file stands where chapters stand, but \
    it is something else: a document of a word processor, a text with another ending, a copy \
    that the computer made, a file that has not been downloaded yet. It is not in the book.

    ```chapters/03-three.txt bad
    Three

    We left in the spring.
    ```

    Do what the message says, or move the file out of the folder, for instance into `drafts`, \
    which is not looked into.

    ```chapters/03-three.md good
    # Three

    We left in the spring.
    ```
    """)

  package static let olderEncoding = DiagnosticCode(
    "B0127", .warning, "a chapter is stored in an older way",
    """
    Letters beyond A to Z were stored in several ways before UTF-8 became usual. This chapter is \
    in one of them, as programs on Windows and on older computers still write. bookc reads it; \
    other programs may show its accents and quotation marks wrong.

    ```chapters/01-one.md bad hex
    23204f6e650a0a4d7920636166e92e0a
    ```

    Look whether the accents in the book are right. Then let `bookc check --convert` store such \
    chapters anew; not a word of them changes. Or open the file in your editor and save it with the \
    encoding UTF-8; in some programs that is a choice in the dialogue "Save as".

    ```chapters/01-one.md good hex
    23204f6e650a0a4d7920636166c3a92e0a
    ```
    """)

  package static let hashEndsValue = DiagnosticCode(
    "B0128", .warning, "a '#' ends a value",
    """
    In YAML a blank and a '#' begin a note to yourself, and the value ends before it. Where the \
    '#' belongs to the words, the whole value must stand in quotes.

    ```book.yaml bad
    title: The House at #9
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```

    ```book.yaml good
    title: 'The House at #9'
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let imageMissing = DiagnosticCode(
    "B0140", .error, "an image is not there",
    """
    The chapter shows an image, but there is no such file. Its path counts from the \
    chapter's own folder, or from the book's.

    ```chapters/01-one.md bad
    # One

    ![The harbour in winter](images/harbour.png)
    ```

    Put the file there, correct the name, or take the image out.

    ```chapters/01-one.md good
    # One

    The harbour in winter.
    ```
    """)

  package static let imageLeavesBook = DiagnosticCode(
    "B0141", .error, "an image is outside the book",
    """
    Everything in a book lies in its own folder. This path, or the link behind it, leads out.

    ```chapters/01-one.md bad
    # One

    ![The harbour in winter](../../harbour.png)
    ```

    Copy the image into `images`.

    ```chapters/01-one.md good
    # One

    The harbour in winter.
    ```
    """)

  package static let imageNameCase = DiagnosticCode(
    "B0142", .error, "an image differs from its name in capitals",
    """
    The file is there, but with other capitals. On your computer that may work; on others \
    the image would be missing. Write the name exactly as the file has it.

    ```chapters/01-one.md bad
    # One

    ![Our house](images/House.svg)
    ```

    ```images/house.svg bad
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```

    As the file is called:

    ```chapters/01-one.md good
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```
    """)

  package static let imageTruncated = DiagnosticCode(
    "B0143", .error, "an image is broken",
    """
    The file begins as a picture but does not end as one: it was cut short while being \
    copied or saved. Copy it again from where it came from.

    ```chapters/01-one.md bad
    # One

    ![The house](images/house.png)
    ```
    ```images/house.png bad hex
    89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a494441
    5478da6360
    ```

    ```chapters/01-one.md good
    # One

    ![The house](images/house.png)
    ```
    ```images/house.png good hex
    89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a494441
    5478da6360000000020001e527defc0000000049454e44ae426082
    ```
    """)

  package static let imageEmpty = DiagnosticCode(
    "B0144", .error, "an image is empty",
    """
    The file has nothing in it: zero bytes. Something went wrong when it was copied or saved. Copy it \
    again from where it came from.

    ```chapters/01-one.md bad
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg bad
    ```

    Copied again:

    ```chapters/01-one.md good
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```
    """)

  package static let imageFormat = DiagnosticCode(
    "B0145", .error, "an image is of a kind that books cannot show",
    """
    Reading systems show PNG, JPEG, GIF and SVG; bookc makes JPEGs of HEIC, WebP and TIFF files \
    where libvips is installed. Open any other picture in an image program \
    and save it as JPEG (photographs) or PNG (drawings).

    ```chapters/01-one.md bad
    # One

    ![Our house](images/house.txt)
    ```

    ```images/house.txt bad
    A house with a green door.
    ```

    Saved as a drawing:

    ```chapters/01-one.md good
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```
    """)

  package static let imageRemote = DiagnosticCode(
    "B0146", .error, "an image is not in the book",
    """
    A book carries its images with it: it is read where there is no network, and in sixty \
    years the page will be gone.

    ```chapters/01-one.md bad
    # One

    ![The harbour in winter](https://example.org/harbour.png)
    ```

    Save the picture into `images` and name the file.

    ```chapters/01-one.md good
    # One

    The harbour in winter.
    ```
    """)

  package static let imageTooLarge = DiagnosticCode(
    "B0147", .warning, "an image has very many pixels",
    """
    Some stores refuse pictures of more than 4 million pixels, and old readers are slow with \
    them. bookc makes smaller copies for the book by itself where libvips is installed; where it \
    is not, save a smaller copy: 2,000 pixels across are enough for a full page.

    Example: `![The house](images/house.jpg)`, where `house.jpg` has 6000 × 4000 pixels, on a \
    machine without libvips.

    How to mend it: install libvips, on Debian by `apt install libvips42`, on a Mac by `brew \
    install vips`.
    """)

  package static let imageBomb = DiagnosticCode(
    "B0148", .error, "an image claims an absurd size",
    """
    The file says it is hundreds of millions of pixels large. No reader could show it. It is \
    broken, or was made to do harm.

    ```chapters/01-one.md bad
    # One

    ![The house](images/house.png)
    ```
    ```images/house.png bad hex
    89504e470d0a1a0a0000000d494844520000ea600000ea600100000000a8a948ef00000008494441
    54789c030000000001480689d20000000049454e44ae426082
    ```

    ```chapters/01-one.md good
    # One

    ![The house](images/house.png)
    ```
    ```images/house.png good hex
    89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a494441
    5478da6360000000020001e527defc0000000049454e44ae426082
    ```
    """)

  package static let imageExtension = DiagnosticCode(
    "B0149", .warning, "an image is not what its name says",
    """
    The ending of the name says one kind of picture, the content is another. The book uses \
    the right ending; rename your file so that other programs are not misled.

    ```chapters/01-one.md bad
    # One

    ![Our house](images/house.png)
    ```

    ```images/house.png bad
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```

    Named for what it is:

    ```chapters/01-one.md good
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```
    """)

  package static let imagePages = DiagnosticCode(
    "B0150", .warning, "a picture has more pages than one",
    """
    A scanner put several sheets into one TIFF file. A picture in a book is one picture, so the \
    first is shown and the others are not.

    ```chapters/01-one.md bad
    # One

    ![The letter](images/letter.tif)
    ```
    ```images/letter.tif bad hex
    49492a000a0000008000090000010300010000000100000001010300010000000100000002010300
    01000000080000000301030001000000010000000601030001000000010000001101040001000000
    08000000150103000100000001000000160103000100000001000000170104000100000001000000
    7c000000090000010300010000000100000001010300010000000100000002010300010000000800
    00000301030001000000010000000601030001000000010000001101040001000000080000001501
    0300010000000100000016010300010000000100000017010400010000000100000000000000
    ```

    Save each sheet as a file of its own, and name each where it is to stand.

    ```chapters/01-one.md good
    # One

    ![The letter](images/letter.png)
    ```
    ```images/letter.png good hex
    89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a494441
    5478da6360000000020001e527defc0000000049454e44ae426082
    ```
    """)

  package static let svgActive = DiagnosticCode(
    "B0151", .error, "a drawing holds a program",
    """
    An SVG can hold scripts. Stores refuse books that run them, and nobody wants a picture \
    that does things. Export the drawing anew without scripts and interactions.

    ```chapters/01-one.md bad
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg bad
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <script>alert(1)</script>
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```

    Without the script:

    ```chapters/01-one.md good
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```
    """)

  package static let svgExternal = DiagnosticCode(
    "B0152", .error, "a drawing loads something from elsewhere",
    """
    The SVG refers to another file or to the web. In the book that would be missing. Export \
    it with everything embedded.

    ```chapters/01-one.md bad
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg bad
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <image href="https://example.org/house.png" width="40" height="30"/>
    </svg>
    ```

    With what it shows drawn in it:

    ```chapters/01-one.md good
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```
    """)

  package static let svgMalformed = DiagnosticCode(
    "B0153", .error, "a drawing is broken",
    """
    The SVG is not well-formed XML, or declares entities, which can make a few bytes unfold \
    to gigabytes. Export it anew from your drawing program.

    ```chapters/01-one.md bad
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg bad
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <g>
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```

    Closed as it was opened:

    ```chapters/01-one.md good
    # One

    ![Our house](images/house.svg)
    ```

    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <g>
    <path d="M0 10h40v20H0z"/>
    </g>
    </svg>
    ```
    """)

  package static let linkTargetMissing = DiagnosticCode(
    "B0160", .error, "a link leads to a file that is not in the book",
    """
    The link names a file that is no chapter of this book.

    ```chapters/01-one.md bad
    # One

    See [the war](03-war.md).
    ```

    Name the chapter as its file is named, or unlink the words.

    ```chapters/01-one.md good
    # One

    See [the war](02-two.md).
    ```
    """)

  package static let linkFragmentMissing = DiagnosticCode(
    "B0161", .error, "a link leads to a section that is not there",
    """
    After `#` stands the name of a section: its heading in small letters with hyphens for \
    spaces.

    ```chapters/01-one.md bad
    # One

    See [later](#the-warr).

    ## The War

    It came.
    ```

    ```chapters/01-one.md good
    # One

    See [later](#the-war).

    ## The War

    It came.
    ```
    """)

  package static let linkLeavesBook = DiagnosticCode(
    "B0162", .error, "a link leads out of the book",
    """
    The path of the link climbs out of the book's folder. On a reader's device there is \
    nothing there.

    ```chapters/01-one.md bad
    # One

    See [the list](../../../list.txt).
    ```

    ```chapters/01-one.md good
    # One

    See [the other chapter](02-two.md).
    ```
    """)

  package static let linkScheme = DiagnosticCode(
    "B0163", .error, "a link of a kind that books may not have",
    """
    A `javascript:` link runs a program, a `file:` link shows a place on your own computer, \
    a `data:` link hides a whole document. Books link to the web (`https:`), to mail \
    (`mailto:`) and within themselves.

    ```chapters/01-one.md bad
    # One

    See [the list](file:///home/jane/list.txt).
    ```

    ```chapters/01-one.md good
    # One

    See [the list](https://example.org/list).
    ```
    """)

  package static let linkEmpty = DiagnosticCode(
    "B0164", .warning, "a link is empty",
    """
    The link has no target, or no words that one could tap.

    ```chapters/01-one.md bad
    # One

    See [the war]().
    ```

    ```chapters/01-one.md good
    # One

    See [the war](02-two.md).
    ```
    """)

  package static let chapterNameUnknown = DiagnosticCode(
    "B0165", .warning, "a link names no chapter",
    """
    Words in two pairs of brackets are a link to a chapter, by its title or by its file's name \
    without the ending. No chapter of the book is called so; the words are printed, without a \
    link.

    ```chapters/01-one.md bad
    # One

    More of him in [[The Mill]].
    ```

    Name a chapter that is there, or take the brackets away.

    ```chapters/01-one.md good
    # One

    More of him in [[One]].
    ```
    """)

  package static let addressUnsound = DiagnosticCode(
    "B0166", .error, "an address is not sound",
    """
    An address of the web is `https://`, the host, and what may follow. This one has no host, a \
    sign that may not stand there, or a slash too few; readers cannot open it, and shops refuse \
    a book with it.

    ```chapters/01-one.md bad
    # One

    See [the list](https:/example.org/list).
    ```

    Copy the address from the browser.

    ```chapters/01-one.md good
    # One

    See [the list](https://example.org/list).
    ```
    """)

  package static let addressWithoutScheme = DiagnosticCode(
    "B0167", .error, "an address lacks its beginning",
    """
    `www.example.org` is the name of a site, but a link to it begins with `https://`; without \
    that it would be a file of the book.

    ```chapters/01-one.md bad
    # One

    See [the list](www.example.org/list).
    ```

    Write the beginning.

    ```chapters/01-one.md good
    # One

    See [the list](https://www.example.org/list).
    ```
    """)

  package static let chaptersAlike = DiagnosticCode(
    "B0168", .warning, "two chapters hold the same words",
    """
    Half of a chapter's paragraphs, or more, stand word for word in another chapter: the one is \
    most likely an earlier version of the other, as `two final.md` is of `two.md`. Both are \
    printed. Take one of them out of the folder, for instance into `drafts`, which is not looked \
    into.

    ```chapters/02-two.md bad
    # Two

    In the spring of 1931 we left the house on the hill with two trunks, a clock and the cat, and \
    nobody looked back. My mother had packed the plates in straw, and my father had sold the horse \
    to the miller for less than it was worth.
    ```

    ```chapters/02-two-final.md bad
    # Two

    In the spring of 1931 we left the house on the hill with two trunks, a clock and the cat, and \
    nobody looked back. My mother had packed the plates in straw, and my father had sold the horse \
    to the miller for less than it was worth.
    ```

    One of the two alone:

    ```chapters/02-two.md good
    # Two

    In the spring of 1931 we left the house on the hill with two trunks, a clock and the cat, and \
    nobody looked back. My mother had packed the plates in straw, and my father had sold the horse \
    to the miller for less than it was worth.
    ```
    """)

  package static let surplusPrinted = DiagnosticCode(
    "B0169", .warning, "marks or words would be printed that are no part of a title or a name",
    """
    A word processor turns the marks around a value into curly ones, which YAML takes for a part \
    of it; and before an author's name the title page needs no "by". What is printed is exactly \
    what stands behind the key.

    ```book.yaml bad
    title: “The Ledger”
    author: by Jane Roe
    language: en
    date: 2024-05-01
    ```

    ```book.yaml good
    title: "The Ledger"
    author: Jane Roe
    language: en
    date: 2024-05-01
    ```
    """)

  package static let namedLikeDraft = DiagnosticCode(
    "B0170", .warning, "a chapter's file is named like a draft",
    """
    Every file of Markdown in the folder of chapters is printed. This one is called as drafts, notes \
    and older versions are, which nobody means to print. Put it into a folder `drafts`, which is not \
    looked into; or, where it is a chapter, list the chapters in book.yaml.

    ```chapters/03-notes.md bad
    # Ask Karl

    Was it the winter of 1931?
    ```

    ```chapters/03-karl.md good
    # Karl

    It was the winter of 1931.
    ```
    """)
}
