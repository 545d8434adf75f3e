/// The codes whose explanation has no example that is run, and why; the list shrinks only.
enum CodesWithoutExamples {
  /// How many there are; to be lowered with every one that gets an example.
  static let atMost = 50

  /// Code and reason.
  static let reasons: [String: String] = Dictionary(
    uniqueKeysWithValues: groups.flatMap { reason, codes in codes.map { ($0, reason) } })

  private static let groups: [(reason: String, codes: [String])] = [
    (
      "An example lays files over a sound book and takes none away.",
      [
        "B0108", "B0116",
      ]
    ),
    (
      "What the machine or git says, and no file of the book.",
      [
        "B0119", "B0123", "B0125", "B0756",
      ]
    ),
    (
      "Bytes that cannot stand in an explanation: pictures, control characters, many megabytes.",
      [
        "B0143", "B0147", "B0148", "B0150", "B0206", "B0207", "B0210", "B0236",
      ]
    ),
    (
      "Found in what bookc itself wrote; earlier stages keep a book from it.",
      [
        "B0501", "B0502", "B0503", "B0504", "B0505", "B0601",
      ]
    ),
    (
      "Found in a finished EPUB, which is an archive and no text; Tests/BookEPUBTests shows each.",
      [
        "B0602", "B0603", "B0604", "B0605", "B0606", "B0607", "B0608", "B0609", "B0610", "B0611",
        "B0612", "B0613", "B0614", "B0615", "B0616", "B0617", "B0618",
      ]
    ),
    (
      "Found on pages, with fonts that are not on every machine; BookTypesettingTests and BookPDFTests.",
      [
        "B0701", "B0702", "B0703", "B0704", "B0750", "B0751", "B0752", "B0753", "B0754", "B0755",
      ]
    ),
    (
      "Found in a theme, whose folder is not the book's, or when pages are set.",
      [
        "B0705", "B0706", "B0707",
      ]
    ),
  ]
}
