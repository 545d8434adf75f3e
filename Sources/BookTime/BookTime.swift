// BookTime: when it happened, as far as the words say.
//
// In: chapters of prose with their marks, the people found in them, chronology.yaml. Out: every
// date expression with what it means, the events in chronological order, what cannot all be true,
// and the chronology as printed. It refuses to know files, Markdown, output formats and the clock:
// "now" is the day of writing that the author states, never the day of the build.
//
// EDTF/         how dates are printed in words, and why a string is none; the values are in BookModel
// Calendar/     Julian dates, changes of calendar, Easter and other feasts
// Expressions/  words that say when, found in one pass over the bytes of each leaf
// References/   what they mean: day of writing, narrative anchor, narrator's birth
// Happenings/   clauses that tell of something as having happened, their worth and their titles
// Solver/       events and distances tightened to a fixed point; the smallest contradiction
// Chronology/   events, order, rows and plates as printed
// Lint/         dates that cannot be right
