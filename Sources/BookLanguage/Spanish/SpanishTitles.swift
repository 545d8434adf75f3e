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
}
