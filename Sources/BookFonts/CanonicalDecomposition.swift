#if SETS_PAGES
  import CHarfBuzz
#endif

extension Unicode.Scalar {
  /// The letter and the marks that the character is made of (canonical decomposition); itself where
  /// it is made of nothing else.
  package var decomposition: [Unicode.Scalar] {
    #if SETS_PAGES
      var first: hb_codepoint_t = 0
      var second: hb_codepoint_t = 0
      guard hb_unicode_decompose(hb_unicode_funcs_get_default(), value, &first, &second) != 0,
        let base = Unicode.Scalar(first)
      else { return [self] }
      return base.decomposition + (second == 0 ? [] : [Unicode.Scalar(second)].compactMap { $0 })
    #else
      return [self]
    #endif
  }
}
