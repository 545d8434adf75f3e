extension Language {
  static let french: Language = {
    var result = Language(tag: "fr", name: "French")
    result.supports = [.dates]
    result.phrases = frenchPhrases
    result.quotes = frenchQuotes("«»“”‘’")
    result.dateWords = frenchDateWords
    result.printedDates = frenchPrintedDates
    result.dateGrammar.hasSmallNames = true
    result.dateGrammar.ordinal = .raised
    result.dateGrammar.isPartJoined = true
    result.dateGrammar.hasYearsBeforeDecade = true
    result.dateGrammar.rangeJoint = "au"
    result.dateGrammar.eras = [
      DateGrammar.Era(pieces: ["av", ".", "j", ".", "-", "c"], endsInCapital: false, sign: -1),
      DateGrammar.Era(pieces: ["ap", ".", "j", ".", "-", "c"], endsInCapital: false, sign: 1),
    ]
    result.calendarChange = .france
    result.people = frenchPeople
    result.countedOne = "un"
    result.openingMatter = [
      "dédicace", "exergue", "préface", "introduction", "prologue", "avant-propos",
    ]
    result.closingMatter = [
      "conclusion", "épilogue", "postface", "annexe", "appendice", "remerciements",
      "à propos de l auteur",
    ]
    result.manuscript = .french
    result.foldersSetAside = [
      "brouillon", "brouillons", "privé", "corbeille", "ancien", "anciens", "archives",
      "sauvegarde", "sauvegardes", "ne pas imprimer",
    ]
    result.wordsSetAside = [
      "brouillon", "brouillons", "corbeille", "archives", "sauvegarde", "sauvegardes",
    ]
    result.copyMarks = (["copie"], ["copie de"])
    result.smallWords = [
      "le", "la", "les", "de", "des", "et", "un", "une", "que", "qui", "dans", "il", "elle",
      "nous", "je", "était", "pas", "pour", "sur", "avec", "au", "du", "ne", "ce", "est", "en",
      "plus", "mon", "ma", "avait",
    ]
    result.articles = ["le", "la", "les", "un", "une", "des"]
    result.unfinishedMarks = ["FIXME", "TKTK", "TODO"]
    result.doubledWords = ["le", "la", "les", "de", "du", "des", "et", "un", "une"]
    return result
  }()

  // The custom of Swiss printers, as CLDR's fr_CH: single guillemets within.
  static let swissFrench = french.variant("fr-ch") { $0.quotes = frenchQuotes("«»‹›") }

  // Marks: the EU's Publications Office, Interinstitutional style guide. Blanks: Lexique des
  // règles typographiques en usage à l'Imprimerie nationale: narrow and fixed before ; ! ? and
  // inside guillemets, a whole fixed one before a colon.
  private static func frenchQuotes(_ signs: String) -> QuoteMarks {
    let narrow = "\u{202F}"
    var marks = QuoteMarks(signs, blank: narrow)
    marks.elides = true
    marks.blanks = [0x21: narrow, 0x3A: "\u{A0}", 0x3B: narrow, 0x3F: narrow]
    return marks
  }
}
