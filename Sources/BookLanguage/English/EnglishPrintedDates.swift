extension Language {
  static let englishPrintedDates = PrintedDates(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    seasons: ["spring", "summer", "autumn", "winter"], circa: "c. $", before: "by $",
    after: "$ or later", between: "between $ and &", or: "or", and: "and", beforeChrist: "$ BC",
    decade: "the $s", century: "the $ century", part: "$ of &",
    parts: ["quarter", "third", "half"], unknownYear: "an unknown year", inYear: "$, &",
    ordinals: [
      PrintedDates.Ending(digits: "", ending: "th"), PrintedDates.Ending(digits: "1", ending: "st"),
      PrintedDates.Ending(digits: "2", ending: "nd"),
      PrintedDates.Ending(digits: "3", ending: "rd"),
      PrintedDates.Ending(digits: "11", ending: "th"),
      PrintedDates.Ending(digits: "12", ending: "th"),
      PrintedDates.Ending(digits: "13", ending: "th"),
    ])

  /// As they are printed in America: `May 3`, `May 3, 1944`, `fall 1944`.
  static let americanPrintedDates: PrintedDates = {
    var dates = englishPrintedDates
    dates.dayAndMonth = "& $"
    dates.dayAndYear = "$, &"
    dates.seasons[2] = "fall"
    return dates
  }()
}
