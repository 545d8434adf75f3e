/// The codes whose explanation has no example that is run, and why; the list shrinks only.
enum CodesWithoutExamples {
  /// How many there are; to be lowered with every one that gets an example.
  static let atMost = 25

  /// Code and reason.
  static let reasons: [String: String] = Dictionary(
    uniqueKeysWithValues: groups.flatMap { reason, codes in codes.map { ($0, reason) } })

  private static let groups: [(reason: String, codes: [String])] = [
    (
      "What the machine or git says, and no file of the book; MachineFaultTests.",
      ["B0123", "B0125", "B0756"]
    ),
    ("Told only where libvips is not installed; ImageTests.", ["B0147"]),
    ("Half a gigabyte of text; MachineFaultTests.", ["B0236"]),
    ("The machine has no memory left: nothing can be done to raise it.", ["B0601"]),
    ("A font that forbids its use, which nobody may give away; BookFontsTests.", ["B0750"]),
    (
      "Found in what bookc wrote; earlier stages keep a book from it; BookEPUBTests.",
      ["B0501", "B0502", "B0503", "B0504", "B0505"]
    ),
    (
      "What `bookc import` says of a file of a word processor, which no fence can hold; "
        + "BookImportTests.",
      [
        "B1001", "B1002", "B1003", "B1004", "B1005", "B1006", "B1007", "B1008", "B1009",
      ]
    ),
    (
      "An archive that lies about itself, or grows beyond what anybody reads; CheckEPUBTests.",
      ["B0606", "B0607", "B0608", "B0616"]
    ),
  ]
}
