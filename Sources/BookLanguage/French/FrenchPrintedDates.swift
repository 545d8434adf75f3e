extension Language {
  static let frenchPrintedDates = PrintedDates(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    seasons: ["printemps", "été", "automne", "hiver"], circa: "vers $", before: "au plus tard $",
    after: "$ ou plus tard", between: "entre $ et &", or: "ou", and: "et",
    beforeChrist: "$ av. J.-C.", decade: "les années $", century: "le $ siècle", part: "$ de &",
    parts: ["trimestre", "quadrimestre", "semestre"], unknownYear: "année inconnue", inYear: "$, &",
    firstDay: "1er",
    ordinals: [
      PrintedDates.Ending(digits: "", ending: "e"),
      PrintedDates.Ending(digits: "1", ending: "er", isWhole: true),
    ], hasRomanCenturies: true)
}
