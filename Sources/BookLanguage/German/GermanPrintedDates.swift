extension Language {
  static let germanPrintedDates = PrintedDates(
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    seasons: ["Frühling", "Sommer", "Herbst", "Winter"], circa: "um $", before: "spätestens $",
    after: "$ oder später", between: "zwischen $ und &", or: "oder", and: "und",
    beforeChrist: "$ v. Chr.", decade: "$er Jahre", century: "$ Jahrhundert", part: "$ &",
    parts: ["Quartal", "Jahresdrittel", "Halbjahr"], unknownYear: "unbekanntes Jahr",
    inYear: "$, &",
    dayAndMonth: "$. &", ordinals: [PrintedDates.Ending(digits: "", ending: ".")])
}
