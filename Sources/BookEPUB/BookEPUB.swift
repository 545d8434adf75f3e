// BookEPUB: the book as one EPUB 3.3 file.
// In: an Outline and a theme. Out: the archive, validated before it is packed; or, for an
// EPUB from anywhere, what is wrong with it. It writes no file, knows no other output and changes
// nothing in the book.
