extension Language {
  /// English, which bookc itself speaks to authors.
  package static let english: Language = {
    var result = Language(tag: "en", name: "English")
    result.supports = [.dates, .people, .events]
    result.quotes = englishQuotes
    result.dateWords = englishDateWords
    result.dateGrammar.hasDiaryEntries = true
    result.dateGrammar.isWhole = true
    result.eventWords = englishEvents
    result.dateGrammar.cues = .english
    result.people = englishPeople
    result.openingMatter = [
      "dedication", "epigraph", "foreword", "preface", "introduction", "prologue",
    ]
    result.closingMatter = [
      "conclusion", "epilogue", "afterword", "postscript", "appendix", "acknowledgments",
      "acknowledgements", "about the author", "about the authors", "colophon",
    ]
    result.manuscript = .english
    result.foldersSetAside = [
      "draft", "drafts", "notes", "old", "archive", "trash", "bin", "private", "unused", "not used",
      "backup", "backups", "do not print", "not for print", "to do",
    ]
    result.wordsSetAside = [
      "draft", "drafts", "notes", "archive", "trash", "unused", "backup", "backups",
    ]
    result.draftWords = ["draft", "drafts", "outline", "ideas", "todo", "unfinished"]
    result.copyMarks = (["copy"], ["copy of"])
    result.smallWords = [
      "the", "and", "of", "to", "in", "was", "that", "he", "his", "it", "with", "had", "for",
      "as", "at", "not", "on", "her", "she", "but", "from", "they", "we", "my", "were", "which",
      "you", "him", "by", "this", "when",
    ]
    result.articles = ["the", "a", "an"]
    result.unfinishedMarks = ["FIXME", "TK", "TKTK", "TODO"]
    result.unfinishedPhrases = [
      "note to self", "notes to self", "do not print", "delete this", "check this", "insert photo",
      "insert picture", "insert image", "ask", "check", "todo",
    ]
    result.doubledWords = [
      "the", "a", "an", "of", "to", "and", "with", "for", "from", "my", "his", "our", "their",
    ]
    result.usualRegion = "US"
    return result
  }()

  static let americanEnglish = english.variant("en-us") {
    $0.dateGrammar.isDayFirst = false
    $0.printedDates = americanPrintedDates
  }

  static let englishQuotes: QuoteMarks = {
    // A double mark within a double one stays as its author typed it: in English the inner
    // quotation is typed with single marks.
    var marks = QuoteMarks("“”‘’", nests: false)
    marks.elided = [
      "tis", "twas", "twere", "twill", "twould", "twouldn", "twasn", "tisn", "tweren", "twon",
      "tain", "em", "til", "till", "twixt", "neath", "cept", "fraid", "nough", "nuff", "cos",
      "cuz", "coz", "bout", "cause", "gainst", "tween", "mongst", "round", "tother", "sfunny",
      "ave", "appen", "im", "er", "ere", "ouse", "ead", "ome", "alf", "un", "uns",
      "arry", "ad", "at", "is", "e", "es", "enry", "ow", "and", "eard", "eavens", "orse",
      "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
    ]
    marks.doubtful = [
      "till", "cause", "round", "er", "ere", "im", "un", "alf", "at", "is", "e", "and",
    ]
    return marks
  }()
}
