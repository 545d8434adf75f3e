// Packed data of BookWords, embedded in the program by the compiler.
#ifndef C_WORD_DATA_H
#define C_WORD_DATA_H

#include <stddef.h>

/// The English tagger as Scripts/tagger/train.py writes it, and how many bytes it has.
const unsigned char *english_tagger(size_t *count);

/// The weights of happenings as Scripts/events/happenings.py writes them, and how many bytes they have.
const unsigned char *english_happenings(size_t *count);

#endif
