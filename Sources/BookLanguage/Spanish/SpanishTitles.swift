extension PeopleWords {
  static let spanishTitles: [Titles] = [
    Titles(.courtesy, .man, "señor=senor=sr don"),
    Titles(.courtesy, .woman, "señora=senora=sra señorita=senorita=srta doña=dona"),
    Titles(.rank, nil, "capitán=capitan coronel"),
    Titles(.nobility, .man, "conde duque marqués"),
    Titles(.nobility, .woman, "condesa"),
    Titles(.royalty, .man, "rey"),
    Titles(.royalty, .woman, "reina"),
    Titles(.church, .man, "padre"),
    Titles(.learned, nil, "professor=profesor maestro licenciado"),
    Titles(.kin, .man, "uncle=tío grandfather=abuelo tio"),
    Titles(.kin, .woman, "aunt=tía=tia grandmother=abuela"),
  ]

  static let spanishKin = """
    uncle=tío aunt=tía grandfather=abuelo grandmother=abuela
    """

  static let spanishCommon = """
    el los las una y o pero si él ella ellos ellas nosotros yo tú en con sin por para cuando como
    entonces
    """

  static let spanishSameTitles = "señor=senor señora=senora señorita=senorita"
  static let spanishTitlesBeforeGiven = "don doña dona infanta"
  static let spanishTitlesBeforeEither = "señorita señor señora"
  static let spanishParticles = Particles(joined: "de la")
}
