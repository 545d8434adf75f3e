/// The words a language prints dates with.
struct DateWords: Sendable {
  /// January to December.
  let months: [String]
  /// Monday to Sunday.
  let weekdays: [String]
  /// Spring to winter.
  let seasons: [String]
  /// `$` is the date.
  let circa: String
  let before: String
  let after: String
  /// `$` and `&` are the dates.
  let between: String
  let or: String
  let and: String
  let beforeChrist: String
  /// `$` is the first year.
  let decade: String
  /// `$` is the ordinal number.
  let century: String
  /// Quarters, thirds, halves: `$` is the ordinal, `&` the year.
  let part: String
  let parts: [String]
  let unknownYear: String
  let inYear: String

  /// The tables for a BCP 47 tag; English where the language has none.
  static func of(_ language: String) -> DateWords {
    switch String(language.prefix { $0 != "-" }).lowercased() {
    case "fr": french
    case "de": german
    case "es": spanish
    default: english
    }
  }

  static let english = DateWords(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    seasons: ["spring", "summer", "autumn", "winter"], circa: "c. $", before: "by $",
    after: "$ or later", between: "between $ and &", or: "or", and: "and", beforeChrist: "$ BC",
    decade: "the $s", century: "the $ century", part: "$ of &",
    parts: ["quarter", "third", "half"], unknownYear: "an unknown year", inYear: "$, &")

  static let french = DateWords(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    seasons: ["printemps", "été", "automne", "hiver"], circa: "vers $", before: "au plus tard $",
    after: "$ ou plus tard", between: "entre $ et &", or: "ou", and: "et",
    beforeChrist: "$ av. J.-C.", decade: "les années $", century: "le $ siècle", part: "$ de &",
    parts: ["trimestre", "quadrimestre", "semestre"], unknownYear: "année inconnue", inYear: "$, &")

  static let german = DateWords(
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    weekdays: [
      "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ],
    seasons: ["Frühling", "Sommer", "Herbst", "Winter"], circa: "um $", before: "spätestens $",
    after: "$ oder später", between: "zwischen $ und &", or: "oder", and: "und",
    beforeChrist: "$ v. Chr.", decade: "$er Jahre", century: "$ Jahrhundert", part: "$ &",
    parts: ["Quartal", "Jahresdrittel", "Halbjahr"], unknownYear: "unbekanntes Jahr",
    inYear: "$, &")

  static let spanish = DateWords(
    months: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ],
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    seasons: ["primavera", "verano", "otoño", "invierno"], circa: "hacia $",
    before: "a más tardar $", after: "$ o después", between: "entre $ y &", or: "o", and: "y",
    beforeChrist: "$ a. C.", decade: "los años $", century: "el siglo $", part: "$ de &",
    parts: ["trimestre", "cuatrimestre", "semestre"], unknownYear: "año desconocido",
    inYear: "$, &")

  /// A pattern with its `$` and `&` filled in.
  static func fill(_ pattern: String, _ first: String, _ second: String = "") -> String {
    var result = ""
    for character in pattern {
      switch character {
      case "$": result += first
      case "&": result += second
      default: result.append(character)
      }
    }
    return result
  }

  /// `1st`, `1er`, `1.`, `1.º`; in a century French and Spanish take Roman numerals.
  func ordinal(_ n: Int) -> String {
    switch seasons[0] {
    case "spring":
      let teen = (11...13).contains(n % 100)
      return "\(n)"
        + (teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th")
    case "printemps": return n == 1 ? "1er" : "\(n)e"
    case "primavera": return "\(n).º"
    default: return "\(n)."
    }
  }

  func centuryNumber(_ n: Int) -> String {
    switch seasons[0] {
    case "printemps": Self.roman(n) + (n == 1 ? "er" : "e")
    case "primavera": Self.roman(n)
    default: ordinal(n)
    }
  }

  private static func roman(_ n: Int) -> String {
    let numerals = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    var rest = min(max(n, 0), 200)
    var text = ""
    for (worth, sign) in numerals {
      while rest >= worth {
        text += sign
        rest -= worth
      }
    }
    return text
  }

  /// Day and month: `5 August`, `1er août`, `5. August`, `5 de agosto`.
  func dayAndMonth(_ day: Int, _ month: Int) -> String {
    guard (1...12).contains(month) else { return "\(day)" }
    let name = months[month - 1]
    switch seasons[0] {
    case "printemps": return (day == 1 ? "1er" : "\(day)") + " " + name
    case "primavera": return "\(day) de \(name)"
    case "spring": return "\(day) \(name)"
    default: return "\(day). \(name)"
    }
  }

  /// Month or season and year.
  func monthAndYear(_ name: String, _ year: String) -> String {
    seasons[0] == "primavera" ? "\(name) de \(year)" : "\(name) \(year)"
  }
}
