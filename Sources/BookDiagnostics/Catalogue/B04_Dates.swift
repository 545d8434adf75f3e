// Dates. Codes B0401 to B0499.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let dates: [DiagnosticCode] = [
    notEDTF, unknownEventKey, misshapenEvent, unknownChronologyKey, timesContradict,
    weekdayMismatch, impossibleDay, dayLeftOut, ageMismatch, twoDigitYear, winterOfWhichYear,
    dayOrMonthFirst, durationMismatch, eventDatedTwice, outsideLife, datesByNumberOnly,
    eventsNotFound, privatePersonTold,
  ]

  /// A date in mark-up is not EDTF.
  package static let notEDTF = DiagnosticCode(
    "B0401", .error, "a date in mark-up is not EDTF",
    """
    What it means: dates in mark-up, in chronology.yaml and in the registry are written in EDTF, the form \
    that libraries use: 1953, 1953-06, 1953-06-02, 1953~ for about, 1953? for perhaps, 1953-22 \
    for the summer, [1953..1955] for some time between. Anything else cannot be put in order.

    Example:
    ```chapters/01-one.md bad
    # One

    We moved [that summer](date:summer-1953).
    ```
    How to mend it: write the date in EDTF; `bookc date 1953-22` says how a date is understood.
    ```chapters/01-one.md good
    # One

    We moved [that summer](date:1953-22).
    ```
    """)

  /// An event's description has a part that means nothing.
  package static let unknownEventKey = DiagnosticCode(
    "B0402", .warning, "an event's description has a part that means nothing",
    """
    What it means: behind an event's id stand its date and its people, as in "1953-06; people=ruth,karl". \
    Other parts are not read.

    Example:
    ```chapters/01-one.md bad
    # One

    Then [we moved](event:moved "1953-06; place=Turku") to town.
    ```
    How to mend it: leave the part out.
    ```chapters/01-one.md good
    # One

    Then [we moved](event:moved "1953-06") to town.
    ```
    """)

  /// An entry of chronology.yaml has no title.
  package static let misshapenEvent = DiagnosticCode(
    "B0403", .error, "an entry of chronology.yaml has no title or no date",
    """
    What it means: each entry of chronology.yaml is an event with a title, which the chronology prints, and a \
    date.

    Example:
    ```chronology.yaml bad
    - date: 1953-06
    ```
    How to mend it: give the entry a title.
    ```chronology.yaml good
    - title: Moves to Turku
      date: 1953-06
    ```
    """)

  /// A key of chronology.yaml means nothing.
  package static let unknownChronologyKey = DiagnosticCode(
    "B0404", .warning, "a key of chronology.yaml means nothing",
    """
    What it means: an event of chronology.yaml has id, title, date, people, note and world; the file itself \
    may have events, world, and ignore for found events that are none. Other keys are not read.

    Example:
    ```chronology.yaml bad
    - title: Moves to Turku
      when: 1953-06
    ```
    How to mend it: write the key as it is known, or leave it out.
    ```chronology.yaml good
    - title: Moves to Turku
      date: 1953-06
    ```
    """)

  /// What is told about time cannot all be true.
  package static let timesContradict = DiagnosticCode(
    "B0405", .warning, "what is told about time cannot all be true",
    """
    What it means: dates, distances such as 'a month later' and the lives of the people were put together, \
    and they contradict each other. The message names every sentence concerned; one of them \
    must change.

    Example:
    ```chapters/01-one.md bad
    # One

    [We moved](event:moved "1953-06-10") to town. Two weeks later [Karl came](event:karl "1954-02").
    ```
    How to mend it: look at the sentences and correct the one that is wrong.
    ```chapters/01-one.md good
    # One

    [We moved](event:moved "1953-06-10") to town. Two weeks later [Karl came](event:karl "1953-06-24").
    ```
    """)

  /// A weekday does not match its date.
  package static let weekdayMismatch = DiagnosticCode(
    "B0406", .warning, "a weekday does not match its date",
    """
    What it means: the date was another day of the week. Either the day or the weekday is misremembered. \
    Dates before 1924 may be of the old calendar, whose weekdays are accepted too.

    Example:
    ```chapters/01-one.md bad
    # One

    On Tuesday, 5 August 2016, I wrote a letter.
    ```
    How to mend it: correct the weekday or the date.
    ```chapters/01-one.md good
    # One

    On Friday, 5 August 2016, I wrote a letter.
    ```
    """)

  /// A month has no such day.
  package static let impossibleDay = DiagnosticCode(
    "B0407", .warning, "a month has no such day",
    """
    What it means: the month is shorter than that, as June, which has thirty days, or February outside leap \
    years.

    Example:
    ```chapters/01-one.md bad
    # One

    We left on 31 June 1953.
    ```
    How to mend it: correct the day.
    ```chapters/01-one.md good
    # One

    We left on 30 June 1953.
    ```
    """)

  /// A day that the calendar left out.
  package static let dayLeftOut = DiagnosticCode(
    "B0408", .warning, "a day that the calendar left out",
    """
    What it means: when a country changed to the Gregorian calendar some days were left out: in Great Britain \
    and its colonies 2 September 1752 was followed by 14 September.

    Example:
    ```chapters/01-one.md bad
    # One

    He was married on 10 September 1752.
    ```
    How to mend it: look the date up; the source may count by another country's calendar.
    ```chapters/01-one.md good
    # One

    He was married on 20 September 1752.
    ```
    """)

  /// An age does not match the year.
  package static let ageMismatch = DiagnosticCode(
    "B0409", .warning, "an age does not match the year",
    """
    What it means: the age that the sentence gives and the year beside it do not fit the narrator's birth.

    Example:
    ```book.yaml bad
    title: One
    author: Ann
    language: en
    date: 2020-05-01
    narrator: { born: "1944-03-02" }
    ```
    ```chapters/01-one.md bad
    # One

    In 1953, when I was fourteen, we moved.
    ```
    How to mend it: correct the age or the year, or the birth in book.yaml.
    ```book.yaml good
    title: One
    author: Ann
    language: en
    date: 2020-05-01
    narrator: { born: "1944-03-02" }
    ```
    ```chapters/01-one.md good
    # One

    In 1953, when I was nine, we moved.
    ```
    """)

  /// A year of two digits leaves the century open.
  package static let twoDigitYear = DiagnosticCode(
    "B0410", .warning, "a year of two digits leaves the century open",
    """
    What it means: in a date written with slashes a year of two digits can be of any century, which a reader \
    in fifty years cannot know.

    Example:
    ```chapters/01-one.md bad
    # One

    The letter of 25/8/16 is lost.
    ```
    How to mend it: write the year with four digits.
    ```chapters/01-one.md good
    # One

    The letter of 25/8/1916 is lost.
    ```
    """)

  /// A winter that may be either of two.
  package static let winterOfWhichYear = DiagnosticCode(
    "B0411", .warning, "a winter that may be either of two",
    """
    What it means: winter goes over the turn of the year, so that 'the winter of 1953' can be the one that \
    began or the one that ended then. It matters here because an event of the chronology is \
    dated by it.

    Example:
    ```chapters/01-one.md bad
    # One

    In the winter of 1953 [we moved](event:moved) to town.
    ```
    How to mend it: give the event its date, such as [1953-12..1954-02], or write 'the winter of 1953–54'.
    ```chapters/01-one.md good
    # One

    In the winter of 1953 [we moved](event:moved "[1953-12..1954-02]") to town.
    ```
    """)

  /// A date in figures that can be read two ways.
  package static let dayOrMonthFirst = DiagnosticCode(
    "B0412", .warning, "a date in figures that can be read two ways",
    """
    What it means: 5/8/2016 is 5 August to most of the world and 8 May to an American.

    Example:
    ```chapters/01-one.md bad
    # One

    The letter of 5/8/2016 is lost.
    ```
    How to mend it: write the month in letters.
    ```chapters/01-one.md good
    # One

    The letter of 5 August 2016 is lost.
    ```
    """)

  /// A length of time does not match its dates.
  package static let durationMismatch = DiagnosticCode(
    "B0413", .warning, "a length of time does not match its dates",
    """
    What it means: the years that a sentence counts and the years it names differ by more than one.

    Example:
    ```chapters/01-one.md bad
    # One

    I worked there for twelve years, from 1990 to 1996.
    ```
    How to mend it: correct the number or the years.
    ```chapters/01-one.md good
    # One

    I worked there for six years, from 1990 to 1996.
    ```
    """)

  /// One event has two dates.
  package static let eventDatedTwice = DiagnosticCode(
    "B0414", .warning, "one event has two dates",
    """
    What it means: two marks with the same id speak of the same event, but their dates do not meet.

    Example:
    ```chapters/01-one.md bad
    # One

    [We moved](event:moved "1953-06") to town.

    Yes, [we moved](event:moved "1955") then.
    ```
    How to mend it: correct one of the dates, or give the second event an id of its own.
    ```chapters/01-one.md good
    # One

    [We moved](event:moved "1953-06") to town.

    Yes, [we moved](event:moved-again "1955") then.
    ```
    """)

  /// Somebody takes part before birth or after death.
  package static let outsideLife = DiagnosticCode(
    "B0415", .warning, "somebody takes part before birth or after death",
    """
    What it means: the registry says that the person was not yet born, or had died, when the event happened. \
    A person may be spoken of after death, but people= names those who take part.

    Example:
    ```people.yaml bad
    - id: karl
      name: { given: Karl, family: Lind }
      born: 1960
    ```
    ```chapters/01-one.md bad
    # One

    [Karl Lind and I moved](event:moved "1953-06; people=karl") to town.
    ```
    How to mend it: correct the date of the event or the dates in people.yaml, or take the person out of \
    people=.
    ```people.yaml good
    - id: karl
      name: { given: Karl, family: Lind }
      born: 1940
    ```
    ```chapters/01-one.md good
    # One

    [Karl Lind and I moved](event:moved "1953-06; people=karl") to town.
    ```
    """)

  /// The words of the book's language that stand in dates are not known.
  package static let datesByNumberOnly = DiagnosticCode(
    "B0416", .note, "dates in the book's language are read by number only",
    """
    What it means: bookc knows the months, weekdays and small words of dates in English, French, \
    German and Spanish. In other languages it reads figures alone, such as 1953 or 12.5.1953, and \
    trusts none of them fully: beside "12 mei 1953" it sees the year and not the day. This is said \
    once, at the first such date.

    Example:
    ```book.yaml bad
    title: Thuis
    author: Ann
    language: nl
    ```
    ```chapters/01-one.md bad
    # Een

    Wij verhuisden op 12 mei 1953 naar Delft.
    ```
    How to mend it: nothing must be mended. A date that matters to the chronology is marked, with \
    the date in EDTF.
    ```book.yaml good
    title: Thuis
    author: Ann
    language: nl
    ```
    ```chapters/01-one.md good
    # Een

    Wij verhuisden op [12 mei 1953](date:1953-05-12) naar Delft.
    ```
    """)

  /// What the sentences of the book's language tell as having happened is not known.
  package static let eventsNotFound = DiagnosticCode(
    "B0417", .note, "events in the book's language are not found in the prose",
    """
    What it means: book.yaml asks for the events that bookc finds in the prose by itself, and \
    bookc knows only of English sentences whether they tell something as having happened. In other \
    languages the chronology has the events that you mark or list, and no others. This is said \
    once, at the first date.

    Example:
    ```book.yaml bad
    title: Daheim
    author: Ann
    language: de
    chronology: { include: high }
    ```
    ```chapters/01-one.md bad
    # Eins

    Am 12. Mai 1953 zogen wir nach Delft.
    ```
    How to mend it: mark what the chronology should have, or list it in chronology.yaml.
    ```book.yaml good
    title: Daheim
    author: Ann
    language: de
    chronology: { include: confirmed }
    ```
    ```chapters/01-one.md good
    # Eins

    [Am 12. Mai 1953 zogen wir nach Delft](event:delft "1953-05-12").
    ```
    """)

  /// Somebody private in the chronology.
  package static let privatePersonTold = DiagnosticCode(
    "B0418", .warning, "a person who is to stay private is named in the chronology",
    """
    What it means: people.yaml says that this person's name is not to be published, and the title of an \
    event that you marked or listed names them. The chronology prints titles as they are.

    Example:
    ```people.yaml bad
    - id: d
      name: { given: Dagny, family: Holm }
      aliases: [the Captain]
      privacy: hidden
    ```
    ```chapters/01-one.md bad
    # One

    I wrote to the Captain.
    ```
    ```chronology.yaml bad
    - title: Dagny Holm goes to prison
      date: 1985
    ```
    How to mend it: give the event a title without the name, or take it out.
    ```people.yaml good
    - id: d
      name: { given: Dagny, family: Holm }
      aliases: [the Captain]
      privacy: hidden
    ```
    ```chapters/01-one.md good
    # One

    I wrote to the Captain.
    ```
    ```chronology.yaml good
    - title: A friend goes to prison
      date: 1985
    ```
    """)
}
