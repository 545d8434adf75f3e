// BookXHTML: the book's content documents.
// In: an AnnotatedBook. Out: XHTML bytes, one document a chapter and one for each page that bookc
// adds, with a table that leads from every line back to the manuscript. It knows no package, no
// archive, no style sheet and no file system; names of elements and attributes are static, and
// everything else that reaches a document is escaped on the way.
