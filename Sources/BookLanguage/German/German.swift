extension Language {
  static let german: Language = {
    var result = Language(tag: "de", name: "German")
    result.supports = [.dates]
    result.phrases = germanPhrases
    result.quotes = germanQuotes("„“‚‘")
    result.dateWords = germanDateWords
    result.printedDates = germanPrintedDates
    result.dateGrammar.hasCapitalNouns = true
    result.dateGrammar.ordinal = .stop
    result.dateGrammar.isPartJoined = true
    result.dateGrammar.hasYearsBehindDecade = true
    result.dateGrammar.eras = [
      DateGrammar.Era(pieces: ["v", ".", "chr"], endsInCapital: false, sign: -1),
      DateGrammar.Era(pieces: ["n", ".", "chr"], endsInCapital: false, sign: 1),
    ]
    result.calendarChange = .protestantGermany
    result.people = germanPeople
    result.countedOne = "eins"
    result.openingMatter = [
      "widmung", "motto", "geleitwort", "vorwort", "einleitung", "prolog",
    ]
    result.closingMatter = [
      "schlusswort", "epilog", "nachwort", "anhang", "danksagung", "über den autor",
      "über die autorin",
    ]
    result.manuscript = .german
    result.foldersSetAside = [
      "entwurf", "entwürfe", "notizen", "papierkorb", "privat", "sicherung", "sicherungen",
      "archiv",
      "alt", "nicht drucken",
    ]
    result.wordsSetAside = [
      "entwurf", "entwürfe", "notizen", "papierkorb", "sicherung", "sicherungen", "archiv",
    ]
    result.copyMarks = (["kopie"], ["kopie von"])
    result.smallWords = [
      "der", "die", "und", "das", "ist", "nicht", "ich", "ein", "eine", "zu", "in", "den", "mit",
      "sich", "auf", "dem", "es", "sie", "war", "er", "wir", "von", "für", "hatte", "als", "auch",
      "an", "wie", "noch", "uns", "mein", "meine",
    ]
    result.articles = ["der", "die", "das", "ein", "eine"]
    result.unfinishedMarks = ["FIXME", "TKTK", "TODO"]
    result.doubledWords = ["der", "das", "und", "ein", "eine", "von", "mit"]
    return result
  }()

  // CLDR's de_CH and de_LI: guillemets without blanks.
  static let swissGerman = german.variant("de-ch") { $0.quotes = germanQuotes("«»‹›") }
  static let liechtensteinGerman = german.variant("de-li") { $0.quotes = germanQuotes("«»‹›") }

  private static func germanQuotes(_ signs: String) -> QuoteMarks {
    var marks = QuoteMarks(signs)
    // Duden, "Apostroph": ’s ist, ’ne Menge, ’ran, ’raus.
    marks.elided = [
      "s", "n", "ne", "nen", "nem", "ner", "ran", "rauf", "raus", "rein", "rum", "runter",
    ]
    marks.doubtful = ["rum"]
    return marks
  }
}
