// The least that making an EPUB can cost: every chapter turned into XHTML by cmark, judged
// well-formed by libxml2 and packed by zlib at the level bookc uses, and nothing else done.
// Scripts/benchmark builds it and holds bookc against it.
//
//   floor OUT JOBS FILE …     packs the chapters into OUT, JOBS at once
#include <cmark.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { level = 2, most_jobs = 64 };

struct chapter {
  const char *path;
  unsigned char *packed;
  size_t count;
};

static struct chapter *chapters;
static int chapter_count;
static atomic_int next_chapter;

static void fail(const char *what, const char *path) {
  fprintf(stderr, "floor: %s: %s\n", path, what);
  exit(2);
}

static char *read_file(const char *path, size_t *count) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) fail("cannot be read", path);
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)size + 1);
  if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) fail("cannot be read", path);
  fclose(file);
  *count = (size_t)size;
  return bytes;
}

static char *document(const char *body) {
  static const char head[] =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Chapter</title></head><body>\n";
  static const char foot[] = "</body></html>\n";
  size_t size = strlen(body);
  char *whole = malloc(sizeof head + size + sizeof foot);
  if (!whole) exit(2);
  memcpy(whole, head, sizeof head - 1);
  memcpy(whole + sizeof head - 1, body, size);
  memcpy(whole + sizeof head - 1 + size, foot, sizeof foot);
  return whole;
}

static void pack(struct chapter *chapter) {
  size_t count;
  char *text = read_file(chapter->path, &count);
  char *body = cmark_markdown_to_html(text, count, CMARK_OPT_SMART);
  char *whole = document(body);
  size_t size = strlen(whole);
  xmlSAXHandler nobody;
  memset(&nobody, 0, sizeof nobody);
  nobody.initialized = XML_SAX2_MAGIC;
  if (xmlSAXUserParseMemory(&nobody, NULL, whole, (int)size)) fail("no XML came out", chapter->path);

  z_stream stream = {0};
  if (deflateInit2(&stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK) exit(2);
  uLong bound = deflateBound(&stream, size);
  chapter->packed = malloc(bound);
  stream.next_in = (unsigned char *)whole;
  stream.avail_in = (uInt)size;
  stream.next_out = chapter->packed;
  stream.avail_out = (uInt)bound;
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) exit(2);
  chapter->count = bound - stream.avail_out;
  deflateEnd(&stream);
  free(whole);
  free(body);
  free(text);
}

static void *work(void *unused) {
  (void)unused;
  for (;;) {
    int i = atomic_fetch_add(&next_chapter, 1);
    if (i >= chapter_count) return NULL;
    pack(&chapters[i]);
  }
}

int main(int argc, char **argv) {
  int jobs = argc > 2 ? atoi(argv[2]) : 0;
  if (argc < 4 || jobs < 1 || jobs > most_jobs) {
    fprintf(stderr, "usage: floor OUT JOBS FILE ...\n");
    return 2;
  }
  chapter_count = argc - 3;
  chapters = calloc((size_t)chapter_count, sizeof *chapters);
  if (!chapters) return 2;
  for (int i = 0; i < chapter_count; i++) chapters[i].path = argv[i + 3];
  xmlInitParser();

  pthread_t threads[most_jobs];
  for (int i = 1; i < jobs; i++) pthread_create(&threads[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < jobs; i++) pthread_join(threads[i], NULL);

  FILE *out = fopen(argv[1], "wb");
  if (!out) fail("cannot be written", argv[1]);
  for (int i = 0; i < chapter_count; i++) fwrite(chapters[i].packed, 1, chapters[i].count, out);
  return fclose(out) ? 2 : 0;
}
