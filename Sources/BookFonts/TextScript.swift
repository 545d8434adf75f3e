#if SETS_PAGES
  import CHarfBuzz
#endif

/// A script of ISO 15924, which decides how words are shaped and in which direction they run.
package struct TextScript: Sendable, Hashable {
  /// `Latn`, `Cyrl`, `Hebr` … as a tag.
  package var tag: OpenTypeTag

  package init(_ tag: OpenTypeTag) { self.tag = tag }

  /// Latin, the default.
  package static let latin = TextScript("Latn")
  /// Signs that every script shares: spaces, figures, stops.
  package static let common = TextScript("Zyyy")
  /// Marks that take the script of what they stand on.
  package static let inherited = TextScript("Zinh")

  /// The script of a character.
  package init(of scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      self = scalar.properties.isAlphabetic ? .latin : .common
      return
    }
    #if SETS_PAGES
      let functions = hb_unicode_funcs_get_default()
      tag = OpenTypeTag(value: hb_unicode_script(functions, scalar.value).rawValue)
    #else
      tag = Self.latin.tag
    #endif
  }

  /// True for signs and marks, which join the run they stand in.
  package var isShared: Bool { self == .common || self == .inherited }

  /// True when the script runs from right to left.
  package var isRightToLeft: Bool {
    #if SETS_PAGES
      hb_script_get_horizontal_direction(hb_script_t(rawValue: tag.value))
        == HB_DIRECTION_RTL
    #else
      false
    #endif
  }

  /// The script of the first character that has one of its own; Latin when none has.
  package init(of text: some Sequence<Unicode.Scalar>) {
    for scalar in text {
      let script = TextScript(of: scalar)
      if !script.isShared {
        self = script
        return
      }
    }
    self = .latin
  }
}
