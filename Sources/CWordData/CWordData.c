#include "CWordData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char english_tagger_bytes[] = {
#embed "english.tagger"
};

const unsigned char *english_tagger(size_t *count) {
  *count = sizeof english_tagger_bytes;
  return english_tagger_bytes;
}

static const unsigned char english_happenings_bytes[] = {
#embed "english.happenings"
};

const unsigned char *english_happenings(size_t *count) {
  *count = sizeof english_happenings_bytes;
  return english_happenings_bytes;
}
