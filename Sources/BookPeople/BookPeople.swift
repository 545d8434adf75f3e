// BookPeople: who is named where.
// In: the parsed chapters and people.yaml as read. Out: the registry, every mention resolved to one
// person or reported as ambiguous, the people index and the cast; also proposals for people.yaml,
// from the prose (`Discovery`) and from GEDCOM files. It refuses to guess: what fits two people is
// asked. It knows nothing of files, pages, Markdown or how an index is printed.
