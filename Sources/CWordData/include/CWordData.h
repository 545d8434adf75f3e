// Packed data of BookWords, embedded in the program by the compiler.
#ifndef C_WORD_DATA_H
#define C_WORD_DATA_H

#include <stddef.h>

/// The English tagger as Scripts/tagger/train.py writes it, and how many bytes it has.
const unsigned char *english_tagger(size_t *count);

#endif
