/// Words beside a name that tell what it names; English with the places and firms of its books.
package enum NameNeighbourWords {
  /// Heads of names of places and things.
  package static let placeHeads = """
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
    """
  /// Words before a place.
  package static let placePrefixes = """
    Fort Mount Mt Lake Cape Camp Port Point Hotel Hôtel Castle Château Rue Via Piazza Plaza Calle
    Straße Street Avenue Loch Glen River Isle Villa Casa Ft Steamer Ship Schooner Brig Sloop
    Cathedral Hospital Colonia San Santa Santo Puerto Porto Los Las Rio Sierra Forts Camps Mounts
    """
  /// Ends of the names of firms.
  package static let firmTails =
    "Co Company Ltd Limited Inc Incorporated Brothers Bros Sons GmbH AG Corp Corporation Cie Söhne"
  /// Months, weekdays and feasts, with a capital.
  package static let times = """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Jan Feb Mar Apr Jun Jul Aug
    Sept Sep Oct Nov Dec
    """
  /// Adjectives and small words with a capital that stand before names.
  package static let adjectives = """
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
    """
  /// Countries and states that follow a town after a comma.
  package static let regions = """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii
    Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan
    Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania
    Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming England Scotland Wales Ireland France
    Germany Canada Australia Ontario Quebec Manitoba Miss Tenn Ala Ark Ky Ga Va Pa Ill Ind Mass
    Conn
    """
  /// Of their short forms, those that are nobody's name.
  package static let shortRegions = "Tenn Ark Ky Ga Va Pa Ill Ind Mass Conn Mo Vt Md Fla Tex Wis"
  /// Kinds of ship before its name.
  package static let vessels = """
    ship steamer schooner brig sloop bark barque frigate boat yacht gunboat steamboat cutter vessel
    locomotive engine tugboat ferry HMS USS SS RMS
    """
  /// Words after which nothing is named.
  package static let functionWords = """
    was is are were had has have and or but of in at on to for from by with as that which who when
    where if than then would could should will shall may might did does do came went be been not
    """
  /// Prepositions after which a bare name is a place.
  package static let placePrepositions =
    "at near into toward towards around reached entered leaving left above below beyond via"
  /// Words that make a family of a surname.
  package static let groups = """
    brothers sisters boys girls family children twins cousins sons daughters clan household couple
    ladies men women
    """
}
