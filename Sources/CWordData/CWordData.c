#include "CWordData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char english_tagger_bytes[] = {
#embed "english.tagger"
};

const unsigned char *english_tagger(size_t *count) {
  *count = sizeof english_tagger_bytes;
  return english_tagger_bytes;
}
