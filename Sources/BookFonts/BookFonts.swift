// BookFonts: faces, shaping, subsetting and hyphenation.
// In: a family's name, words as UTF-8, glyph numbers. Out: positioned glyphs in font units, metrics,
// subset font programs, hyphenation points. It alone calls HarfBuzz, fontconfig and libhyphen, and
// it knows nothing of lines, pages or PDF. Where those libraries were not there when bookc was
// built, everything here still compiles and `FontLibrary.system` says what to install.

/// Why no fonts can be had on this machine.
package struct FontsUnavailable: Error, Sendable, Equatable {
  /// One phrase for the author, naming what to install.
  package var reason: String

  /// The libraries were missing when bookc was built.
  package static let notBuilt = FontsUnavailable(
    reason: "the PDF needs HarfBuzz, fontconfig and libhyphen: install libharfbuzz-dev, "
      + "libfontconfig-dev and libhyphen-dev, then build bookc again")

  /// The libraries are there but list no face.
  package static let nothingInstalled = FontsUnavailable(
    reason: "fontconfig lists no outline font: install fonts-ebgaramond")
}
