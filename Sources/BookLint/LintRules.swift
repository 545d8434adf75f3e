// The rules by their scopes. Each list has a type of its own, since to ask a rule at run time which
// scope it has costs more than to apply it.

/// The rules about one chapter at a time.
package let chapterRules: [any ChapterRule] = [
  AlternativeMissing(), DoubledWord(), EmptyChapter(), FootnoteUnused(), HeadingMissing(),
  HeadingSkip(), NoteToOneself(), NumberForNote(), SecondTitle(), TalkAsList(), TitleBelowWords(),
  TitlesDiffer(),
]

/// The rules about people.
package let peopleRules: [any PeopleRule] = [
  ActsAfterDeath(), AliasIsCommonWord(), AliasOfTwo(), DriftingSpelling(), EqualHeadings(),
  MentionLeftOpen(), NameNotInRegistry(), NamesOnlyGuessed(), PersonNeverMentioned(),
  PrivatePersonNamed(),
  ReferenceLeadsNowhere(), ScopeWithoutChapter(), SharedName(), SharedShortName(),
  ShortNameFirst(), SpeltTwoWays(), TitleClash(),
]

/// The rules about dates.
package let datesRules: [any DatesRule] = [
  AgeMismatch(), DayLeftOut(), DayOrMonthFirst(), DurationMismatch(), EventDatedTwice(),
  ImpossibleDay(), OutsideLife(), PrivatePersonTold(), TimesContradict(), TwoDigitYear(),
  WeekdayMismatch(), WinterOfWhichYear(),
]

/// The rules about the book as a whole.
package let bookRules: [any BookRule] = [ChaptersAlike(), NamesCollide()]

/// Every rule; a test fails when a file in `Rules/` is not listed.
package var lintRules: [any LintRule] { chapterRules + peopleRules + datesRules + bookRules }
