extension PeopleWords {
  static let frenchTitles: [Titles] = [
    Titles(.courtesy, .man, "monsieur=m mm"),
    Titles(.courtesy, .woman, "madame=mme mademoiselle=mlle"),
    Titles(.rank, nil, "capitaine général=lieutenant"),
    Titles(.nobility, .man, "comte duc vicomte"),
    Titles(.nobility, .woman, "comtesse duchesse"),
    Titles(.royalty, .man, "roi"),
    Titles(.royalty, .woman, "reine"),
    Titles(.church, .man, "abbé=abbe père"),
    Titles(.church, .woman, "sœur"),
    Titles(.learned, nil, "doctor=docteur professor=professeur maître"),
    Titles(.kin, .man, "uncle=oncle"),
  ]

  static let frenchKin = """
    uncle=oncle aunt=tante father=père mother=mère
    """

  static let frenchCommon = """
    le la les un une des du de et ou mais donc car si il elle ils elles on nous vous je tu ce cette
    dans sur pour par avec sans chez quand comme alors puis enfin
    """

  static let frenchSameTitles = "mme=madame=madam mlle=mademoiselle"
  static let frenchTitlesBeforeEither = "mlle monsieur mme"
  static let frenchParticles = Particles(joined: "de du des la le", capital: "De Du Des La Le")
}
