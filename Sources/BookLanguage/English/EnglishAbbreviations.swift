extension Language {
  /// Words in small letters whose full stop ends no sentence, without the stop: titles, short given
  /// names, "Co.", "No.".
  static let englishAbbreviations = """
    mr mrs ms messrs mme mlle dr st rev revd hon col capt gen lieut lt maj sergt sgt corp prof gov \
    sen pres jr sr esq adm cmdr supt wm geo chas jas jos thos robt saml benj edw danl jno alex theo \
    mt ft vs mons sig bros co no vol
    """
}
