extension Language {
  static let spanish: Language = {
    var result = Language(tag: "es", name: "Spanish")
    result.supports = [.dates]
    result.phrases = spanishPhrases
    // Ortografía de la lengua española (2010): angular marks outside, then double, then single.
    result.quotes = QuoteMarks("«»“”‘’")
    result.dateWords = spanishDateWords
    result.printedDates = spanishPrintedDates
    result.dateGrammar.hasSmallNames = true
    result.dateGrammar.ordinal = .raised
    result.dateGrammar.isPartJoined = true
    result.dateGrammar.hasYearsBeforeDecade = true
    result.dateGrammar.eras = [
      DateGrammar.Era(pieces: ["a", ".", "c"], endsInCapital: true, sign: -1),
      DateGrammar.Era(pieces: ["d", ".", "c"], endsInCapital: true, sign: 1),
    ]
    result.calendarChange = .catholic
    result.people = spanishPeople
    result.countedOne = "uno"
    result.openingMatter = [
      "dedicatoria", "epígrafe", "prefacio", "prólogo", "introducción",
    ]
    result.closingMatter = [
      "conclusión", "epílogo", "apéndice", "agradecimientos", "sobre el autor", "sobre la autora",
    ]
    result.manuscript = .spanish
    result.foldersSetAside = [
      "borrador", "borradores", "notas", "papelera", "privado", "archivo", "no imprimir",
    ]
    result.wordsSetAside = [
      "borrador", "borradores", "notas", "papelera", "archivo",
    ]
    result.copyMarks = (["copia"], ["copia de"])
    result.smallWords = [
      "el", "la", "los", "las", "de", "y", "que", "en", "un", "una", "no", "se", "por", "con",
      "para", "su", "del", "era", "lo", "mi", "al", "como", "más", "me", "había", "pero",
      "cuando",
    ]
    result.articles = ["el", "la", "los", "las", "un", "una"]
    result.doubledWords = ["el", "la", "los", "las", "de", "un", "una", "y"]
    result.lettersOfTheirOwn = [Letters("ñ", after: "n")]
    return result
  }()
}
