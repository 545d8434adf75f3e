/// Every rule; a test fails when a file in `Rules/` is not listed.
package let lintRules: [any LintRule] = [
  // Chapters
  AlternativeMissing(), DoubledWord(), EmptyChapter(), FootnoteUnused(), HeadingMissing(),
  HeadingSkip(), SecondTitle(),
  // People
  ActsAfterDeath(), AliasIsCommonWord(), AliasOfTwo(), DriftingSpelling(),
  EqualHeadings(), PersonNeverMentioned(), PrivatePersonNamed(), ReferenceLeadsNowhere(),
  ScopeWithoutChapter(), SharedName(), SharedShortName(), ShortNameFirst(), TitleClash(),
  MentionLeftOpen(), NameNotInRegistry(),
  // Dates
  AgeMismatch(), DayLeftOut(), DayOrMonthFirst(), DurationMismatch(), EventDatedTwice(),
  ImpossibleDay(), OutsideLife(), TimesContradict(), TwoDigitYear(), WeekdayMismatch(),
  WinterOfWhichYear(),
  // The book
  NamesCollide(),
]
