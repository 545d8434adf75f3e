// BookLanguage: everything that a language decides.
//
// In: a BCP 47 tag. Out: the value `Language` with its words and its ways of writing. It refuses to
// know Markdown, chapters and output formats, and it does nothing itself: who reads dates, sets
// quotation marks or files names asks it for the words.
//
// One folder a language that has phrases and dates; Others/ holds those of which only the marks of
// quotation, the calendar or the order of letters are known.
