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

  private static let placeHeads = set(
    """
    Street Road Avenue Lane Square Place Court Inn Hall College University School Academy Institute
    Institution Library Museum Hospital Asylum Church Chapel Cathedral Abbey Castle Palace Tower
    Bridge Ferry Landing Station Depot Mill Mills Creek River Lake Bay Harbor Harbour Sound Strait
    Island Islands Isle Point Cape Head Bluff Bluffs Hill Hills Mountain Mountains Mount Peak Pass
    Gap Valley Glen Grove Wood Woods Forest Field Fields Park Garden Gardens Green Common Heath
    County Parish Township City Town Village Springs Falls Dam Docks Dock Quay Wharf Pier Gate Row
    Terrace Crescent Drive Lodge Hotel Tavern Arms Theatre Theater Club Society Association
    Foundation Fund Trust Bank Company Corporation Labs Laboratories Works Ironworks Foundry
    Railroad Railway Line Lines Press Prize Medal Award Lecture Lectures Chair Act Bill Law Treaty
    Day Building Buildings Cottage Plantation Run Crossing Crossroads Heights Bayou Fort Barracks
    Cemetery Farm Ranch Settlement Junction Plain Plains Ridge Knob Cove Shoals Bar Banks Basin
    House Manor Mansion Estate Market Arcade Exchange Office Papers Hole Hollow Bottom Bend Cross
    """)
  private static let placePrefixes = set(
    """
    Fort Mount Mt Lake Cape Camp Port Point Hotel Hôtel Castle Château Rue Via Piazza Plaza Calle
    Straße Street Avenue Loch Glen River Isle Villa Casa Ft Steamer Ship Schooner Brig Sloop
    Cathedral Hospital Colonia San Santa Santo
    """)
  private static let firmTails = set(
    "Co Company Ltd Limited Inc Incorporated Brothers Bros Sons GmbH AG Corp Corporation Cie Söhne")
  private static let times = set(
    """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Jan Feb Mar Apr Jun Jul Aug
    Sept Sep Oct Nov Dec
    """)
  private static let adjectives = set(
    """
    American English British Scottish Scotch Scots Irish Welsh French German Dutch Italian Spanish
    Portuguese Russian Polish Swedish Norwegian Danish Finnish Swiss Austrian Hungarian Greek
    Turkish Jewish Christian Catholic Protestant Quaker Methodist Baptist Presbyterian Chinese
    Japanese Indian African Canadian Australian Mexican European Virginian Southern Northern
    Eastern Western Confederate Union Federal Republican Democratic Democrat Whig Tory Liberal
    Conservative Labour Socialist Communist Then But And Now So Because When While If For As Yet
    Only Even Old Young Poor Dear Little Good Great Big Late Honest Brave Gallant Sweet Our My His
    Her Their Your The A An That This Both Either Neither Nor Or Like With From By To Of At In On
    Upon After Before Since Until Till Though Although Whereas Whether Once Where There Here Thus
    Hence Also Perhaps Again Still Soon Later Meanwhile Finally Indeed Well Yes No Oh O Ah Thank
    Thanks Hello Hail Goodbye Messrs
    """)
  private static let regions = set(
    """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii
    Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan
    Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania
    Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming England Scotland Wales Ireland France
    Germany Canada Australia Ontario Quebec Manitoba Miss Tenn Ala Ark Ky Ga Va Pa Ill Ind Mass
    Conn
    """)
  private static let vessels = set(
    """
    ship steamer schooner brig sloop bark barque frigate boat yacht gunboat steamboat cutter vessel
    locomotive engine tugboat ferry HMS USS SS RMS
    """)
  private static let functionWords = set(
    """
    was is are were had has have and or but of in at on to for from by with as that which who when
    where if than then would could should will shall may might did does do came went be been not
    """)
  private static let placePrepositions = set(
    "at near into toward towards around reached entered leaving left above below beyond via")
  private static let groups = set(
    """
    brothers sisters boys girls family children twins cousins sons daughters clan household couple
    ladies men women
    """)
}
