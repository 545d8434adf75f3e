#include "CPictures.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// The few calls of libvips 8 that are used, with its constants (vips/image.h, vips/resample.h);
// optional arguments are pairs of name and value up to a NULL.
typedef struct VipsImage VipsImage;
enum {
  SIZE_DOWN = 2, INTERPRETATION_GREY = 1, INTERPRETATION_CMYK = 15, INTERPRETATION_SRGB = 22
};

struct vips {
  int (*init)(const char *);
  const char *(*version_string)(void);
  void (*block_untrusted)(int);
  void (*concurrency_set)(int);
  void (*cache_set_max)(int);
  const char *(*error_buffer)(void);
  void (*error_clear)(void);
  VipsImage *(*new_from_buffer)(const void *, size_t, const char *, ...);
  size_t (*get_typeof)(const VipsImage *, const char *);
  int (*get_interpretation)(const VipsImage *);
  int (*thumbnail_buffer)(void *, size_t, VipsImage **, int, ...);
  int (*colourspace)(VipsImage *, VipsImage **, int, ...);
  int (*flatten)(VipsImage *, VipsImage **, ...);
  void *(*array_double_new)(int, ...);
  void (*area_unref)(void *);
  int (*extract_band)(VipsImage *, VipsImage **, int, ...);
  int (*min)(VipsImage *, double *, ...);
  VipsImage *(*copy_memory)(VipsImage *);
  int (*has_alpha)(VipsImage *);
  int (*bands)(const VipsImage *);
  int (*width)(const VipsImage *);
  int (*height)(const VipsImage *);
  int (*jpegsave_buffer)(VipsImage *, void **, size_t *, ...);
  int (*pngsave_buffer)(VipsImage *, void **, size_t *, ...);
  void (*unref)(void *);
  void (*free)(void *);
  unsigned (*set_log_handler)(
      const char *, int, void (*)(const char *, int, const char *, void *), void *);
};

#ifdef __APPLE__
static const char *const names[] = {
  "libvips.42.dylib", "/opt/homebrew/lib/libvips.42.dylib", "/usr/local/lib/libvips.42.dylib"};
#else
static const char *const names[] = {"libvips.so.42"};
#endif

// The library has one state a process, which is set up once; nothing else here is kept.
static pthread_once_t once = PTHREAD_ONCE_INIT;

static bool find(struct vips *vips) {
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof names[0] && !library; i++)
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  if (!library) return false;
  // Looked for through the same handle: a library's own libraries are searched too.
#define FIND(member, name) \
  if (!(*(void **)&vips->member = dlsym(library, name))) return false
  FIND(init, "vips_init");
  FIND(version_string, "vips_version_string");
  FIND(block_untrusted, "vips_block_untrusted_set");
  FIND(concurrency_set, "vips_concurrency_set");
  FIND(cache_set_max, "vips_cache_set_max");
  FIND(error_buffer, "vips_error_buffer");
  FIND(error_clear, "vips_error_clear");
  FIND(new_from_buffer, "vips_image_new_from_buffer");
  FIND(get_typeof, "vips_image_get_typeof");
  FIND(get_interpretation, "vips_image_get_interpretation");
  FIND(thumbnail_buffer, "vips_thumbnail_buffer");
  FIND(colourspace, "vips_colourspace");
  FIND(flatten, "vips_flatten");
  FIND(array_double_new, "vips_array_double_newv");
  FIND(area_unref, "vips_area_unref");
  FIND(extract_band, "vips_extract_band");
  FIND(min, "vips_min");
  FIND(copy_memory, "vips_image_copy_memory");
  FIND(has_alpha, "vips_image_hasalpha");
  FIND(bands, "vips_image_get_bands");
  FIND(width, "vips_image_get_width");
  FIND(height, "vips_image_get_height");
  FIND(jpegsave_buffer, "vips_jpegsave_buffer");
  FIND(pngsave_buffer, "vips_pngsave_buffer");
  FIND(unref, "g_object_unref");
  FIND(free, "g_free");
  FIND(set_log_handler, "g_log_set_handler");
#undef FIND
  return true;
}

static void say_nothing(const char *domain, int level, const char *message, void *data) {
  (void)domain, (void)level, (void)message, (void)data;
}

static void start(void) {
  struct vips vips;
  if (!find(&vips) || vips.init("bookc")) return;
  // What is wrong with a picture is told by bookc, in its own words and with a place: GLib's
  // warnings, messages and notes (levels 4 to 7) would go to the terminal.
  vips.set_log_handler("VIPS", 0xF0, say_nothing, NULL);
  // Loaders that are not made for files from strangers stay shut.
  vips.block_untrusted(1);
  // Pictures are worked on side by side already, and no two are the same.
  vips.concurrency_set(1);
  vips.cache_set_max(0);
}

static bool open_library(struct vips *vips) {
  pthread_once(&once, start);
  return find(vips);
}

bool pictures_open(char *version, size_t size) {
  struct vips vips;
  if (!open_library(&vips)) return false;
  strncpy(version, vips.version_string(), size - 1);
  version[size - 1] = 0;
  return true;
}

/// Puts `next`, where there is one, in the place of `*image`.
static bool replace(const struct vips *vips, VipsImage **image, VipsImage *next, int failed) {
  if (failed || !next) return false;
  vips->unref(*image);
  *image = next;
  return true;
}

/// What the head of a file says.
struct head {
  /// Whether its colours are those of a profile or of inks. Others are sRGB already, and the way
  /// through a profile would change them: white becomes 250, 253, 253 (libvips 8.14).
  bool has_other_colours;
  int64_t pixels;
};

static struct head read_head(const struct vips *vips, const uint8_t *bytes, size_t count) {
  struct head head = {false, 0};
  VipsImage *image = vips->new_from_buffer(bytes, count, "", NULL);
  if (!image) return head;
  head.has_other_colours = vips->get_typeof(image, "icc-profile-data") != 0
      || vips->get_interpretation(image) == INTERPRETATION_CMYK;
  head.pixels = (int64_t)vips->width(image) * vips->height(image);
  vips->unref(image);
  return head;
}

/// Whether alpha says nothing, as every pixel shows.
static bool is_opaque(const struct vips *vips, VipsImage *image) {
  VipsImage *alpha = NULL;
  double least = 0;
  if (vips->extract_band(image, &alpha, vips->bands(image) - 1, NULL)) return false;
  int failed = vips->min(alpha, &least, NULL);
  vips->unref(alpha);
  return !failed && least >= 255;
}

static bool make(
    const struct vips *vips, VipsImage **image, struct picture_wanted wanted,
    struct picture_made *made) {
  VipsImage *next = NULL;
  bool has_alpha = vips->has_alpha(*image);
  bool is_grey = wanted.is_grey || vips->bands(*image) - has_alpha < 3;
  int failed = vips->colourspace(
      *image, &next, is_grey ? INTERPRETATION_GREY : INTERPRETATION_SRGB, NULL);
  if (!replace(vips, image, next, failed)) return false;
  // It is looked at more than once from here on, and the file can be read only once.
  if (!replace(vips, image, vips->copy_memory(*image), 0)) return false;
  if (has_alpha && (wanted.is_flat || is_opaque(vips, *image))) {
    next = NULL;
    void *white = vips->array_double_new(1, 255.0);
    failed = vips->flatten(*image, &next, "background", white, NULL);
    vips->area_unref(white);
    if (!replace(vips, image, next, failed)) return false;
    has_alpha = false;
  }
  made->width = vips->width(*image);
  made->height = vips->height(*image);
  if (has_alpha || wanted.is_lossless) {
    made->is_png = true;
    if (vips->pngsave_buffer(
            *image, &made->bytes, &made->count, "compression", 9, "strip", 1, NULL))
      return false;
    int channels = vips->bands(*image);
    double most = (double)made->width * made->height * channels * wanted.most_png_bits / 8;
    if (has_alpha || made->count <= most) return true;
    vips->free(made->bytes);
    made->bytes = NULL;
    made->is_png = false;
  }
  return !vips->jpegsave_buffer(
      *image, &made->bytes, &made->count, "Q", wanted.quality, "optimize_coding", 1, "strip", 1,
      NULL);
}

bool pictures_make(
    const uint8_t *bytes, size_t count, struct picture_wanted wanted, struct picture_made *made,
    char *why, size_t size) {
  struct vips vips;
  memset(made, 0, sizeof *made);
  why[0] = 0;
  if (!open_library(&vips)) return false;
  VipsImage *image = NULL;
  struct head head = read_head(&vips, bytes, count);
  if (head.pixels > wanted.most_pixels) {
    strncpy(why, "it has more pixels than can be held at once; save it smaller", size - 1);
    why[size - 1] = 0;
    return false;
  }
  // A list of options ends at the first NULL.
  const char *profile = head.has_other_colours ? "export_profile" : NULL;
  bool is_made =
      !vips.thumbnail_buffer(
          (void *)bytes, count, &image, wanted.width, "height", wanted.height, "size", SIZE_DOWN,
          profile, "srgb", NULL)
      && make(&vips, &image, wanted, made);
  if (image) vips.unref(image);
  // A profile that does not fit what it describes (of colours, in a picture of black and white)
  // says nothing.
  if (!is_made && profile) {
    image = NULL;
    vips.error_clear();
    is_made =
        !vips.thumbnail_buffer(
            (void *)bytes, count, &image, wanted.width, "height", wanted.height, "size",
            SIZE_DOWN, NULL)
        && make(&vips, &image, wanted, made);
    if (image) vips.unref(image);
  }
  if (!is_made) {
    strncpy(why, vips.error_buffer(), size - 1);
    why[size - 1] = 0;
  }
  vips.error_clear();
  return is_made;
}

void pictures_free(void *bytes) {
  struct vips vips;
  if (bytes && open_library(&vips)) vips.free(bytes);
}
