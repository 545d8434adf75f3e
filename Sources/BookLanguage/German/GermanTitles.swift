extension PeopleWords {
  static let germanTitles: [Titles] = [
    Titles(.courtesy, .man, "herr"),
    Titles(.courtesy, .woman, "frau fräulein=fraulein"),
    Titles(.rank, nil, "hauptmann oberst"),
    Titles(.nobility, .man, "graf freiherr"),
    Titles(.nobility, .woman, "gräfin"),
    Titles(.royalty, .man, "kaiser könig"),
    Titles(.royalty, .woman, "königin"),
    Titles(.church, nil, "pfarrer"),
    Titles(.learned, nil, "doctor=doktor"),
    Titles(.kin, .man, "uncle=onkel grandfather=opa"),
    Titles(.kin, .woman, "aunt=tante grandmother=oma"),
  ]

  static let germanKin = """
    uncle=onkel grandfather=opa grandmother=oma father=vater mother=mutter
    """

  static let germanCommon = """
    der die das ein eine und oder aber denn wenn als er sie es wir ihr ich du in auf für mit von zu
    bei nach dann da doch
    """

  static let germanTitlesBeforeEither = "fräulein frau"
  static let germanParticles = Particles(
    joined: "von zu der den", dropped: "von vom zu zum zur", capital: "Von")
}
