// BookImport: from a file of a word processor to the chapters of a book.
//
// In: the bytes of one file. Out: an `ImportedBook`, whose chapters are Markdown that BookMarkup
// reads back to the same words, and a list of everything that was guessed or left out. Each format
// has one reader that makes a `TypedDocument` of it: what somebody typed, as it looks. `Manuscript`
// then finds out, rule by rule, what was meant by it. It knows no disk: what is written where is
// for the pipeline to say.
//
// First law: no word is lost and none doubled. Each stands in a chapter, in what is known of the
// book, or in the list of what was left out.

import BookXML
import BookZip
