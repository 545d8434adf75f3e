// The files that the C compiler puts into the program. BookData lends them to Swift.
#ifndef C_EMBEDDED_DATA_H
#define C_EMBEDDED_DATA_H

#include <stddef.h>

// Each gives the first byte of one file and says how many it has.
const unsigned char *embedded_lexicon(size_t *count);
const unsigned char *embedded_characters(size_t *count);
const unsigned char *embedded_nicknames(size_t *count);
const unsigned char *embedded_span_weights(size_t *count);
const unsigned char *embedded_classic_book_css(size_t *count);
const unsigned char *embedded_classic_preview_css(size_t *count);
const unsigned char *embedded_classic_theme(size_t *count);
const unsigned char *embedded_early_js(size_t *count);
const unsigned char *embedded_live_js(size_t *count);
const unsigned char *embedded_live_css(size_t *count);

#endif
