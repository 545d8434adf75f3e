#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A door to libvips, which is opened when the first picture needs it: linked in, it would bring a
// hundred libraries and 43 ms to every start, also of books without pictures.

/// What is wanted of a picture.
struct picture_wanted {
  /// The box that it must fit into when upright; a smaller one stays as it is.
  int32_t width, height;
  /// Of a JPEG, 1 to 100.
  int32_t quality;
  /// Whether colours become greys.
  bool is_grey;
  /// Whether what shows through becomes white.
  bool is_flat;
  /// Whether the picture lost nothing when it was saved, so that it may be a drawing: then it is a
  /// PNG unless that would take more than `most_png_bits` for a channel of a pixel.
  bool is_lossless;
  int32_t most_png_bits;
  /// One with more pixels is not read.
  int64_t most_pixels;
};

/// What was made: upright, in sRGB or grey, with nothing said about camera or place.
struct picture_made {
  /// To be given back to `pictures_free`.
  void *bytes;
  size_t count;
  int32_t width, height;
  bool is_png;
};

/// Puts the library's version into `version`; false when this machine has no libvips.
bool pictures_open(char *version, size_t size);

/// Makes a picture of the bytes of a JPEG, PNG, WebP, GIF, HEIF or TIFF file; false with the reason
/// in `why`.
bool pictures_make(
    const uint8_t *bytes, size_t count, struct picture_wanted wanted, struct picture_made *made,
    char *why, size_t size);

void pictures_free(void *bytes);
