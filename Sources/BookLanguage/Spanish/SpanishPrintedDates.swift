extension Language {
  static let spanishPrintedDates = PrintedDates(
    months: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ],
    seasons: ["primavera", "verano", "otoño", "invierno"], circa: "hacia $",
    before: "a más tardar $", after: "$ o después", between: "entre $ y &", or: "o", and: "y",
    beforeChrist: "$ a. C.", decade: "los años $", century: "el siglo $", part: "$ de &",
    parts: ["trimestre", "cuatrimestre", "semestre"], unknownYear: "año desconocido",
    inYear: "$, &",
    dayAndMonth: "$ de &", monthAndYear: "$ de &",
    ordinals: [PrintedDates.Ending(digits: "", ending: ".º")], centuries: [],
    hasRomanCenturies: true)
}
