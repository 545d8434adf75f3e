#include "CEmbeddedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Every file is embedded from where it stands; numbers of two or four bytes in it lie as they must.
#define BYTES static const _Alignas(8) unsigned char

BYTES lexicon_bytes[] = {
#embed "../BookPeople/Names/Data/lexicon.txt"
};
const unsigned char *embedded_lexicon(size_t *count) {
  *count = sizeof lexicon_bytes;
  return lexicon_bytes;
}

BYTES nicknames_bytes[] = {
#embed "../BookPeople/Names/Data/nicknames.txt"
};
const unsigned char *embedded_nicknames(size_t *count) {
  *count = sizeof nicknames_bytes;
  return nicknames_bytes;
}

BYTES span_weights_bytes[] = {
#embed "../BookPeople/Discovery/span.weights"
};
const unsigned char *embedded_span_weights(size_t *count) {
  *count = sizeof span_weights_bytes;
  return span_weights_bytes;
}

BYTES classic_book_css_bytes[] = {
#embed "../../Styles/classic/book.css"
};
const unsigned char *embedded_classic_book_css(size_t *count) {
  *count = sizeof classic_book_css_bytes;
  return classic_book_css_bytes;
}

BYTES classic_preview_css_bytes[] = {
#embed "../../Styles/classic/preview.css"
};
const unsigned char *embedded_classic_preview_css(size_t *count) {
  *count = sizeof classic_preview_css_bytes;
  return classic_preview_css_bytes;
}

BYTES classic_theme_bytes[] = {
#embed "../../Styles/classic/theme.yaml"
};
const unsigned char *embedded_classic_theme(size_t *count) {
  *count = sizeof classic_theme_bytes;
  return classic_theme_bytes;
}

BYTES early_js_bytes[] = {
#embed "../BookPreview/Live/early.js"
};
const unsigned char *embedded_early_js(size_t *count) {
  *count = sizeof early_js_bytes;
  return early_js_bytes;
}

BYTES live_js_bytes[] = {
#embed "../BookPreview/Live/live.js"
};
const unsigned char *embedded_live_js(size_t *count) {
  *count = sizeof live_js_bytes;
  return live_js_bytes;
}

BYTES live_css_bytes[] = {
#embed "../BookPreview/Live/live.css"
};
const unsigned char *embedded_live_css(size_t *count) {
  *count = sizeof live_css_bytes;
  return live_css_bytes;
}

BYTES characters_bytes[] = {
#embed "../BookTypesetting/Text/Characters/characters.table"
};
const unsigned char *embedded_characters(size_t *count) {
  *count = sizeof characters_bytes;
  return characters_bytes;
}
