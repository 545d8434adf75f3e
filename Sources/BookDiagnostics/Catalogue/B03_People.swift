// People. Codes B0301 to B0399.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let people: [DiagnosticCode] = [
    unknownPerson, personIDTaken, personIDMalformed, equalHeadings, unknownRegistryKey,
    misshapenRegistryEntry, aliasOfTwo, aliasIsCommonWord, personNeverMentioned, ambiguousMention,
    unregisteredName, namesOnlyGuessed, driftingSpelling, shortNameFirst, sharedShortName,
    titleClash,
    actsAfterDeath, privatePersonNamed, scopeWithoutChapter, lifeDatesUnclear,
    sharedName, referenceLeadsNowhere, speltTwoWays,
    familyTreeUnreadable, familyTreeLineLost, familyTreeDiffers, familyTreeDuplicate,
    familyTreeDateUnclear, familyTreeNameless,
  ]

  /// `[words](person:ID)` with an id that people.yaml does not have.
  package static let unknownPerson = DiagnosticCode(
    "B0301", .error, "a link names a person who is not in the registry",
    """
    What it means: a link such as `[Ruth](person:ruth-lindqvist)` says who is meant, but \
    people.yaml has nobody with that id, so the mention would be lost.

    Example:
    ```people.yaml bad
    - id: ruth-lindqvist
      name: { given: Ruth, family: Lindqvist }
    ```
    ```chapters/01-one.md bad
    # One

    That summer [Ruth](person:ruth-lindquist) came home. Ruth Lindqvist was thin.
    ```
    How to mend it: write the id as people.yaml has it, or add the person there. If the words name \
    nobody, write `[Ruth](person:none)`.
    ```people.yaml good
    - id: ruth-lindqvist
      name: { given: Ruth, family: Lindqvist }
    ```
    ```chapters/01-one.md good
    # One

    That summer [Ruth](person:ruth-lindqvist) came home.
    ```
    """)

  /// Two entries with one id.
  package static let personIDTaken = DiagnosticCode(
    "B0302", .error, "two people have the same id",
    """
    What it means: an id stands for one person. When two entries of people.yaml share it, nobody \
    can tell which of them a link means.

    Example:
    ```people.yaml bad
    - id: ann
      name: { given: Ann, family: Berg }
    - id: ann
      name: { given: Anna, family: Holm }
    ```
    ```chapters/01-one.md bad
    # One

    Ann Berg had never met her.
    ```
    How to mend it: give each person an id of their own.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
    - id: anna-holm
      name: { given: Anna, family: Holm }
    ```
    ```chapters/01-one.md good
    # One

    Ann Berg and Anna Holm had never met.
    ```
    """)

  /// An id that is missing or has other signs than a to z, digits and hyphens.
  package static let personIDMalformed = DiagnosticCode(
    "B0303", .error, "an id is missing or has signs that ids may not have",
    """
    What it means: every person in people.yaml needs an `id` of small letters a to z, digits and \
    hyphens. It is the name by which the chapters and the index refer to the person, so it must \
    work in links.

    Example:
    ```people.yaml bad
    - id: Aunt Ruth
      name: { given: Ruth, family: Lindqvist }
    ```
    How to mend it: write it in small letters with hyphens.
    ```people.yaml good
    - id: aunt-ruth
      name: { given: Ruth, family: Lindqvist }
    ```
    ```chapters/01-one.md good
    # One

    Ruth Lindqvist kept the shop.
    ```
    """)

  /// Two people whose index headings would be the same.
  package static let equalHeadings = DiagnosticCode(
    "B0304", .error, "two people would stand in the index under the same words",
    """
    What it means: a reader of the index could not tell these two people apart. bookc adds the \
    years of birth and death, or else the first role, to tell namesakes apart; here both lack \
    them, or have the same.

    Example:
    ```people.yaml bad
    - id: john-smith
      name: { given: John, family: Smith }
    - id: john-smith-2
      name: { given: John, family: Smith }
    ```
    ```chapters/01-one.md bad
    # One

    [John Smith](person:john-smith) sold bread to [John Smith](person:john-smith-2).
    ```
    How to mend it: give each of them dates or a role, or write a `display` of your own.
    ```people.yaml good
    - id: john-smith
      name: { given: John, family: Smith }
      roles: [the baker]
    - id: john-smith-2
      name: { given: John, family: Smith }
      roles: [the teacher]
    ```
    ```chapters/01-one.md good
    # One

    [John Smith](person:john-smith) sold bread to [John Smith](person:john-smith-2).
    ```
    """)

  /// A key that people.yaml does not know.
  package static let unknownRegistryKey = DiagnosticCode(
    "B0305", .warning, "people.yaml has a key that bookc does not know",
    """
    What it means: the words under this key are not used. Most often the key is misspelt.

    Example:
    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
      nickname: Annie
    ```
    ```chapters/01-one.md bad
    # One

    Ann Berg came in.
    ```
    How to mend it: the keys are `id`, `name`, `display`, `sort`, `nicknames`, `aliases`, \
    `ambiguous`, `scope`, `born`, `died`, `roles`, `relation`, `pronouns`, `gender`, `privacy`, \
    `see`, `links` and `note`.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
      nicknames: [Annie]
    ```
    ```chapters/01-one.md good
    # One

    Ann Berg came in.
    ```
    """)

  /// A value of the wrong kind.
  package static let misshapenRegistryEntry = DiagnosticCode(
    "B0306", .error, "an entry of people.yaml is not built as it should be",
    """
    What it means: bookc expected something else here: a list of people, a name, one of a few \
    words.

    Example:
    ```people.yaml bad
    - id: ann-berg
      nicknames: [Annie]
    ```
    How to mend it: every person has a `name`, in parts or as `literal`.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
      nicknames: [Annie]
    ```
    ```chapters/01-one.md good
    # One

    Annie came in.
    ```
    """)

  /// One alias in two entries.
  package static let aliasOfTwo = DiagnosticCode(
    "B0307", .warning, "the same alias is given to two people",
    """
    What it means: an alias you write into people.yaml should lead to one person. Where two have \
    it, bookc can only go by who was named last, and must often ask.

    Example:
    ```people.yaml bad
    - id: bo-berg
      name: { given: Bo, family: Berg }
      aliases: [the Captain]
    - id: carl-holm
      name: { given: Carl, family: Holm }
      aliases: [the Captain]
    ```
    ```chapters/01-one.md bad
    # One

    Bo Berg and Carl Holm sailed together.
    ```
    How to mend it: take the alias from one of them, or list it under `ambiguous` for both and \
    mark the places in the text.
    ```people.yaml good
    - id: bo-berg
      name: { given: Bo, family: Berg }
      aliases: [the Captain]
    - id: carl-holm
      name: { given: Carl, family: Holm }
    ```
    ```chapters/01-one.md good
    # One

    Bo Berg and Carl Holm sailed together.
    ```
    """)

  /// An alias or nickname that stands in any text.
  package static let aliasIsCommonWord = DiagnosticCode(
    "B0308", .warning, "an alias is a common word",
    """
    What it means: the alias is a word of everyday language, so that it would be found where \
    nobody is named.

    Example:
    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
      aliases: [she]
    ```
    ```chapters/01-one.md bad
    # One

    Ann Berg came in.
    ```
    How to mend it: take it out, and mark the few places that mean the person with \
    `[words](person:id)`.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
    ```
    ```chapters/01-one.md good
    # One

    Ann Berg came in. [She](person:ann-berg) sat down.
    ```
    """)

  /// A person of the registry whom no chapter names.
  package static let personNeverMentioned = DiagnosticCode(
    "B0309", .warning, "a person of the registry is never mentioned",
    """
    What it means: people.yaml knows this person, but no chapter names them, so they get no place \
    in the index. The name may be spelt otherwise in the text.

    Example:
    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
    ```
    How to mend it: add the spelling of the text to `aliases`, or take the person out.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
      aliases: [the baker’s wife]
    ```
    ```chapters/01-one.md good
    # One

    Only the baker’s wife was at home.
    ```
    """)

  /// A name that fits several people.
  package static let ambiguousMention = DiagnosticCode(
    "B0310", .note, "a name fits several people", isQuestion: true,
    """
    What it means: bookc found a name that two or more people of the registry bear, and nothing \
    near it tells which of them is meant. It does not guess: the mention is left out of the index \
    until you say who it is.

    Example:
    ```people.yaml bad
    - id: john-berg
      name: { given: John, family: Berg }
    - id: john-holm
      name: { given: John, family: Holm }
    ```
    ```chapters/01-one.md bad
    # One

    John Berg and John Holm went out, and then John came back alone.
    ```
    How to mend it: mark the words as a link.
    ```people.yaml good
    - id: john-berg
      name: { given: John, family: Berg }
    - id: john-holm
      name: { given: John, family: Holm }
    ```
    ```chapters/01-one.md good
    # One

    John Berg and John Holm went out, and then [John](person:john-holm) came back alone.
    ```
    """)

  /// A name that the registry lacks.
  package static let unregisteredName = DiagnosticCode(
    "B0311", .note, "somebody may be named whom nobody has confirmed", isQuestion: true,
    """
    What it means: the text may name somebody whom people.yaml does not have, but bookc is not sure \
    enough to print the name in the index unasked: that it is a name, that it is not one you keep \
    private, or that it is not another name of somebody you have listed. Those it is sure of stand \
    in the index; with `people: { found: ask }` in book.yaml it asks about all.

    Example:
    ```book.yaml bad
    title: A Book
    author: A. Writer
    language: en
    people: { found: ask }
    ```
    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
    ```
    ```chapters/01-one.md bad
    # One

    Ann Berg met Mr. Thomas Whitlock. "Come in," said Mr. Whitlock. Thomas Whitlock told her \
    all he knew, and Mr. Whitlock’s wife made tea.
    ```
    How to mend it: confirm the person in people.yaml, with `bookc scan people --write`, or list \
    the name under `ignore`.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
    - id: thomas-whitlock
      name: { given: Thomas, family: Whitlock, prefix: Mr. }
    ```
    ```chapters/01-one.md good
    # One

    Ann Berg met Mr. Thomas Whitlock. "Come in," said Mr. Whitlock. Thomas Whitlock told her \
    all he knew, and Mr. Whitlock’s wife made tea.
    ```
    """)

  /// Names are found in a language of which bookc does not know how its prose names people.
  package static let namesOnlyGuessed = DiagnosticCode(
    "B0336", .note, "names in the book's language are only guessed at",
    """
    What it means: bookc has learned from English books how prose names people. In other languages \
    it finds names as well, by their capitals and by the given names it knows, and trusts none of \
    them: nobody is taken as found, and no name is held against you for not being in people.yaml. \
    This is said once, at the name that stands there most often. People of the registry are found \
    in every language.

    Example:
    ```book.yaml bad
    title: Daheim
    author: Ann
    language: de
    ```
    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
    ```
    ```chapters/01-one.md bad
    # Eins

    Ann Berg traf Thomas Whitlock. Thomas Whitlock sang, und Thomas Whitlock tanzte. Dann ging \
    Thomas Whitlock.
    ```
    How to mend it: nothing must be mended. Whoever belongs in the index is added to people.yaml; \
    `bookc scan people` lists the names.
    ```book.yaml good
    title: Daheim
    author: Ann
    language: de
    ```
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
    - id: thomas-whitlock
      name: { given: Thomas, family: Whitlock }
    ```
    ```chapters/01-one.md good
    # Eins

    Ann Berg traf Thomas Whitlock. Thomas Whitlock sang, und Thomas Whitlock tanzte. Dann ging \
    Thomas Whitlock.
    ```
    """)

  /// A spelling close to that of a registered person.
  package static let driftingSpelling = DiagnosticCode(
    "B0312", .warning, "a name is almost one of the registry",
    """
    What it means: the words differ by a letter from the name of somebody in people.yaml. It may \
    be a slip, another spelling of the time, or another person; bookc does not link it by itself.

    Example:
    ```people.yaml bad
    - id: max-bruning
      name: { given: Max, family: Bruning }
    ```
    ```chapters/01-one.md bad
    # One

    Max Bruning wrote the tool. I asked Max Burning about it.
    ```
    How to mend it: mend the spelling, here or in people.yaml; or, if it is to stay, list it under \
    `aliases` with `type: misspelling`; or add the other person.
    ```people.yaml good
    - id: max-bruning
      name: { given: Max, family: Bruning }
    ```
    ```chapters/01-one.md good
    # One

    Max Bruning wrote the tool. I asked Max Bruning about it.
    ```
    """)

  /// A given name or nickname alone before the full name.
  package static let shortNameFirst = DiagnosticCode(
    "B0313", .warning, "somebody is called by a short name before the full name is given",
    """
    What it means: the reader meets this person by a given name or nickname alone, and learns the \
    full name only later in the same chapter.

    Example:
    ```people.yaml bad
    - id: dave-smith
      name: { given: Dave, family: Smith }
      nicknames: [Dizzy]
    ```
    ```chapters/01-one.md bad
    # One

    Dizzy picked me up at the station.

    Dave Smith had been with the firm for years.
    ```
    How to mend it: introduce the person where they first appear.
    ```people.yaml good
    - id: dave-smith
      name: { given: Dave, family: Smith }
      nicknames: [Dizzy]
    ```
    ```chapters/01-one.md good
    # One

    Dave Smith, called Dizzy, picked me up at the station.

    Dizzy had been with the firm for years.
    ```
    """)

  /// A short form that two people of one chapter share.
  package static let sharedShortName = DiagnosticCode(
    "B0314", .warning, "two people of one chapter are called by the same short name",
    """
    What it means: both people appear in this chapter, and a short name that fits either stands \
    alone in it. bookc could tell who is meant from what stands near, but a reader may stumble.

    Example:
    ```people.yaml bad
    - id: john-berg
      name: { given: John, family: Berg }
    - id: john-holm
      name: { given: John, family: Holm }
    ```
    ```chapters/01-one.md bad
    # One

    John Berg went out early. John was always the first.

    Much later he met a stranger.

    It rained for a week.

    Nothing was heard of either.

    The stranger was John Holm.
    ```
    How to mend it: call one of them by the full name or a nickname, or mark the mention.
    ```people.yaml good
    - id: john-berg
      name: { given: John, family: Berg }
    - id: john-holm
      name: { given: John, family: Holm }
    ```
    ```chapters/01-one.md good
    # One

    John Berg went out early. Berg was always the first.

    Much later he met a stranger, John Holm.
    ```
    """)

  /// A title that fits no bearer of the name.
  package static let titleClash = DiagnosticCode(
    "B0315", .warning, "a title does not fit anybody of that name",
    """
    What it means: the registry has people of this name, but the title before it says that none \
    of them is meant: "Mrs." before the name of a man, for example. Where bookc prints those it \
    finds, she gets an entry of her own instead.

    Example:
    ```book.yaml bad
    title: A Book
    author: A. Writer
    language: en
    people: { found: ask }
    ```
    ```people.yaml bad
    - id: paul-berg
      name: { given: Paul, family: Berg }
      gender: male
    ```
    ```chapters/01-one.md bad
    # One

    Paul Berg was away, but Mrs. Berg let me in.
    ```
    How to mend it: add the person who is meant, or mend the title or the `gender`.
    ```people.yaml good
    - id: paul-berg
      name: { given: Paul, family: Berg }
      gender: male
    - id: mrs-berg
      name: { prefix: Mrs., family: Berg }
    ```
    ```chapters/01-one.md good
    # One

    Paul Berg was away, but Mrs. Berg let me in.
    ```
    """)

  /// Somebody who is dead does something.
  package static let actsAfterDeath = DiagnosticCode(
    "B0316", .warning, "somebody acts in a year after their death",
    """
    What it means: the sentence names a year in which, by people.yaml, this person was no longer \
    alive, or not yet, and yet they do something in it.

    Example:
    ```people.yaml bad
    - id: ruth-lindqvist
      name: { given: Ruth, family: Lindqvist }
      died: 1925
    ```
    ```chapters/01-one.md bad
    # One

    In 1931 Ruth Lindqvist came to see us.
    ```
    How to mend it: mend the year in the text or the date in people.yaml; or mark the mention if \
    another person is meant.
    ```people.yaml good
    - id: ruth-lindqvist
      name: { given: Ruth, family: Lindqvist }
      died: 1935
    ```
    ```chapters/01-one.md good
    # One

    In 1931 Ruth Lindqvist came to see us.
    ```
    """)

  /// A person marked private whose name stands in the text.
  package static let privatePersonNamed = DiagnosticCode(
    "B0317", .warning, "a person who is to stay private is named in the text",
    """
    What it means: people.yaml says that this person's name is not to be published. The index and \
    the cast keep to that, but the words of your chapters are yours: bookc does not change them.

    Example:
    ```people.yaml bad
    - id: d
      name: { given: Dagny, family: Holm }
      privacy: initials
    ```
    ```chapters/01-one.md bad
    # One

    Dagny Holm signed the paper.
    ```
    How to mend it: write the name in the text as it may be read, and list that form as an alias.
    ```people.yaml good
    - id: d
      name: { given: Dagny, family: Holm }
      privacy: initials
      aliases: [D. H.]
    ```
    ```chapters/01-one.md good
    # One

    D. H. signed the paper.
    ```
    """)

  /// A scope that no chapter answers to.
  package static let scopeWithoutChapter = DiagnosticCode(
    "B0318", .warning, "the scope of a person names no chapter",
    """
    What it means: `scope` says in which chapters the short forms of a name mean this person. No \
    chapter has that file name.

    Example:
    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
      scope: [03-three]
    ```
    ```chapters/01-one.md bad
    # One

    Ann Berg came in.
    ```
    How to mend it: write the file's name or the beginning of it.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
      scope: [01-one]
    ```
    ```chapters/01-one.md good
    # One

    Ann Berg came in.
    ```
    """)

  /// `born` or `died` without a year, or the wrong way round.
  package static let lifeDatesUnclear = DiagnosticCode(
    "B0319", .warning, "the dates of a life cannot be right",
    """
    What it means: `born` and `died` are EDTF dates such as `1925`, `1925-06-04` or `1925~`, and \
    nobody dies before being born.

    Example:
    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
      born: 1925
      died: 1899
    ```
    ```chapters/01-one.md bad
    # One

    Ann Berg came in.
    ```
    How to mend it: write the dates as they were, or leave out what is not known.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
      born: 1899
      died: 1925
    ```
    ```chapters/01-one.md good
    # One

    Ann Berg came in.
    ```
    """)

  /// A form of several people, told apart by what stands near.
  package static let sharedName = DiagnosticCode(
    "B0320", .note, "a name that several people bear was told apart by what stands near",
    """
    What it means: two people of the registry share this name, and in some places either could be \
    meant. bookc took the one of whom the chapter speaks. Nothing is wrong; but where somebody of \
    that name was added to people.yaml, look whether the places still lead to the right person.

    Example:
    ```people.yaml bad
    - id: dave-smith
      name: { given: Dave, family: Smith }
    - id: thomas-smith
      name: { given: Thomas, family: Smith }
    ```
    ```chapters/01-one.md bad
    # One

    Dave Smith came in, and Smith sat down.

    ## Later

    The letter was from Thomas Smith.
    ```
    How to mend it: write a name that only one of them bears, mark the place, or silence the \
    message once you have looked.
    ```people.yaml good
    - id: dave-smith
      name: { given: Dave, family: Smith }
    - id: thomas-smith
      name: { given: Thomas, family: Smith }
    ```
    ```chapters/01-one.md good
    # One

    Dave Smith came in, and Dave sat down.

    ## Later

    The letter was from Thomas Smith.
    ```
    """)

  /// A `see` that no entry of the index answers to.
  package static let referenceLeadsNowhere = DiagnosticCode(
    "B0321", .warning, "a reference of the index leads nowhere",
    """
    What it means: under `see` stand other names of the person, from which the index refers to the \
    heading, or ids of people whom a reader may look up as well. This one is an id that nobody \
    has, the person itself, or somebody whom no chapter names and who is not in the index.

    Example:
    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
      see: [ann-berk]
    ```
    ```chapters/01-one.md bad
    # One

    Ann Berg came in.
    ```
    How to mend it: write the id of somebody who is named in the book, or a name as it should \
    stand in the index.
    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
      see: [The Skipper]
    ```
    ```chapters/01-one.md good
    # One

    Ann Berg came in.
    ```
    """)

  /// A GEDCOM file that cannot be read.
  package static let familyTreeUnreadable = DiagnosticCode(
    "B0330", .error, "the family tree cannot be read",
    """
    What it means: the file is no GEDCOM, or it is written in a character set that bookc does not \
    read: it reads UTF-8, UTF-16, ASCII and ANSEL.

    How to mend it: export the tree again from your genealogy program as GEDCOM 7, or as GEDCOM \
    5.5.1 in UTF-8.

    ```tree.ged bad
    Dear all, here is our tree: Ann Berg, her son Bo.
    ```

    A file of GEDCOM begins so:

    ```tree.ged good
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    0 TRLR
    ```
    """)

  /// A GEDCOM line that breaks the rules.
  package static let familyTreeLineLost = DiagnosticCode(
    "B0331", .warning, "a line of the family tree was left out",
    """
    What it means: a line of the GEDCOM file does not follow the rules (level, tag, value), so \
    what it says was left out.

    How to mend it: look at the line in the file; usually a note was broken over two lines.

    ```tree.ged bad
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    1 NOTE She kept the mill
    until it burned.
    0 TRLR
    ```

    On one line:

    ```tree.ged good
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    1 NOTE She kept the mill until it burned.
    0 TRLR
    ```
    """)

  /// The family tree says something else than people.yaml.
  package static let familyTreeDiffers = DiagnosticCode(
    "B0332", .warning, "the family tree and people.yaml differ",
    """
    What it means: both know this person, and say different things. bookc keeps what you wrote.

    How to mend it: decide which is right, and mend people.yaml if it is the tree.

    ```people.yaml bad
    - id: ann-berg
      name: { given: Ann, family: Berg }
      born: 1903
    ```

    ```tree.ged bad
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    1 BIRT
    2 DATE 1901
    0 TRLR
    ```

    Where both say the same:

    ```people.yaml good
    - id: ann-berg
      name: { given: Ann, family: Berg }
      born: 1901
    ```

    ```tree.ged good
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    1 BIRT
    2 DATE 1901
    0 TRLR
    ```
    """)

  /// `ALIA`: two records of one person.
  package static let familyTreeDuplicate = DiagnosticCode(
    "B0333", .warning, "the family tree says that two people may be one",
    """
    What it means: the tree links two records as possibly the same person (GEDCOM `ALIA`). Both \
    were taken over.

    How to mend it: if they are one, join their entries in people.yaml.

    ```tree.ged bad
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    1 ALIA @I2@
    0 @I2@ INDI
    1 NAME Anna /Holm/
    0 TRLR
    ```

    Without the link:

    ```tree.ged good
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    0 TRLR
    ```
    """)

  /// A record of somebody without a name.
  package static let familyTreeNameless = DiagnosticCode(
    "B0335", .warning, "a person of the family tree has no name",
    """
    What it means: the record has no NAME line, so that there is nothing to find in the chapters. \
    It was left out.

    How to mend it: give the person a name in the genealogy program, if only "Mrs. Berg".

    ```tree.ged bad
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 SEX F
    0 TRLR
    ```

    With a name:

    ```tree.ged good
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    1 SEX F
    0 TRLR
    ```
    """)

  /// A date of the family tree that has no certain meaning.
  package static let familyTreeDateUnclear = DiagnosticCode(
    "B0334", .warning, "a date of the family tree was not taken over exactly",
    """
    What it means: the date is in words, in a calendar that bookc does not convert, or is a \
    "before" or "after" of GEDCOM 5, which leaves out the day itself while EDTF counts it in.

    How to mend it: look at the date in people.yaml.

    ```tree.ged bad
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    1 BIRT
    2 DATE (the year of the flood)
    0 TRLR
    ```

    With a year:

    ```tree.ged good
    0 HEAD
    1 GEDC
    2 VERS 7.0
    0 @I1@ INDI
    1 NAME Ann /Berg/
    1 BIRT
    2 DATE 1901
    0 TRLR
    ```
    """)

  /// Two people found whose names differ by a letter.
  package static let speltTwoWays = DiagnosticCode(
    "B0337", .note, "two people found may be one, spelt two ways", isQuestion: true,
    """
    What it means: bookc found two people whose full names differ by a letter, or sound alike, and \
    printed both. They may be two people; they may be one whose name was written two ways, who then \
    stands in the index twice.

    Example:
    ```chapters/01-one.md bad
    # One

    Josephine Verrill came in. I saw Josephine Verrill smile. Josefine Verrill sat down. Later \
    Josefine Verrill left.
    ```
    How to mend it: spell the name one way. Where both spellings are to stay, put the person into \
    people.yaml (`bookc scan people --write`) and list the other spelling under `aliases`.
    ```chapters/01-one.md good
    # One

    Josephine Verrill came in. I saw Josephine Verrill smile. Josephine Verrill sat down. Later \
    Josephine Verrill left.
    ```
    """)
}
