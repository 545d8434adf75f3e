import BookLanguage

/// Words beside a name that tell what it names.
enum NameNeighbours {
  /// Heads of names of places and things: "Jackson Street", "Lincoln’s Inn", "Bell Labs".
  static func isPlaceHead(_ word: String) -> Bool { placeHeads.contains(word) }
  /// Words before a place: "Fort Fisher", "Mount Sinclair".
  static func isPlacePrefix(_ word: String) -> Bool { placePrefixes.contains(word) }
  /// Ends of the names of firms: "Grant & Co.", "Smith Brothers".
  static func isFirmTail(_ word: String) -> Bool { firmTails.contains(word) }
  /// Months and weekdays.
  static func isTime(_ word: String) -> Bool { times.contains(word) }
  /// Adjectives with a capital that stand before names: "American", "old Scotch".
  static func isAdjective(_ word: String) -> Bool { adjectives.contains(word) }
  /// Countries and states that follow a town after a comma.
  static func isRegion(_ word: String) -> Bool { regions.contains(word) }
  /// Short forms of states.
  static func isShortRegion(_ word: String) -> Bool { shortRegions.contains(word) }
  /// Kinds of ship before its name.
  static func isVessel(_ word: String) -> Bool { vessels.contains(word) }
  /// Words after which nothing is named: "the Lincoln was", "the Lincoln and".
  static func isFunctionWord(_ word: String) -> Bool { functionWords.contains(word) }
  /// Prepositions after which a bare name is a place more often than a person.
  static func isPlacePreposition(_ word: String) -> Bool { placePrepositions.contains(word) }
  /// Words that make a family of a surname: "the Franklin brothers".
  static func isGroup(_ word: String) -> Bool { groups.contains(word) }

  private static func set(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static let placeHeads = set(NameNeighbourWords.placeHeads)
  private static let placePrefixes = set(NameNeighbourWords.placePrefixes)
  private static let firmTails = set(NameNeighbourWords.firmTails)
  private static let times = set(NameNeighbourWords.times)
  private static let adjectives = set(NameNeighbourWords.adjectives)
  private static let regions = set(NameNeighbourWords.regions)
  private static let shortRegions = set(NameNeighbourWords.shortRegions)
  static let vessels = set(NameNeighbourWords.vessels)
  private static let functionWords = set(NameNeighbourWords.functionWords)
  private static let placePrepositions = set(NameNeighbourWords.placePrepositions)
  private static let groups = set(NameNeighbourWords.groups)
}
