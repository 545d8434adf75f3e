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
}
