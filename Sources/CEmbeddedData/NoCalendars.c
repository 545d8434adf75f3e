// Yams needs Foundation, and Foundation brings 30 MB of calendars, collations and names of countries
// for all languages, which nothing in bookc asks for: a book's languages are BookLanguage's. Where
// Swift's libraries are linked into the program, this empty table stands for theirs, and ICU says
// of everything that it is not there. It is hidden, so that a library outside never meets it; a Swift
// with another ICU asks for another name and brings its own.
__attribute__((visibility("hidden"))) const char icudt76_dat[64]
    __attribute__((aligned(16))) = {0};
