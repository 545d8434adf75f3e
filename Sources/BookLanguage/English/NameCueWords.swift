/// Words that tell whether a name is somebody's, by what they do beside it; English, with the few of
/// other languages that stand in English books.
package enum NameCueWords {
  /// Verbs that somebody must do, in the past, and what stands behind a name like one.
  package static let actions = """
    said says was had came went took told asked replied wrote gave made got thought knew found left
    stood sat ran spoke brought kept held heard felt met began saw drove paid sent bought taught
    led fell grew rose drew ate sang swore laughed smiled and who
    """
  /// What the past of other verbs ends in.
  package static let pastEnding = "ed"
  /// Of those, verbs that also stand where nobody does anything.
  package static let idleActions: Set<String> = ["was", "and", "had"]

  /// Before a place that is called as somebody is.
  package static let beforePlace: Set<String> = ["in", "at", "into", "near", "from", "to"]
  /// Before a time that is called as somebody is.
  package static let beforeTime: Set<String> = [
    "in", "of", "by", "on", "last", "next", "since", "until", "till", "early", "late", "this",
    "during", "every", "following", "from", "to", "and", "through", "mid",
  ]
  /// Before the year of what somebody did.
  package static let beforeYear: Set<String> = [
    "in", "In", "of", "summer", "winter", "spring", "autumn",
  ]

  /// Within a place, or towards it.
  package static let insidePlace =
    "in into near through throughout across within outside inside via reached leaving entered"
  /// Before `of` and the name of a place.
  package static let headsOfPlace =
    """
    battle siege city town village county parish borough district state fall capture surrender port \
    university bishop
    """
  /// Before `at` and somebody.
  package static let looks = """
    look looks laugh laughs smile smiles glance glances stare stares gaze aim point angry swear nod \
    grin wink frown shout yell swore struck strike eyes back up down
    """
  /// Ends of the names of ideas and peoples.
  package static let ideaEndings = ["ism", "ianity", "isees", "iness"]

  /// Titles with which the name of a place names somebody, wherever they stand.
  package static let seatTitles = """
    duke duchess earl countess marquis marquess marchioness viscount viscountess baroness bishop \
    archbishop prince princess
    """
  /// Titles that do so only where somebody is found there otherwise.
  package static let doubtfulSeatTitles =
    "king queen emperor empress count baron lord lady abbot dean sultan tsar czar elector"
  /// Behind a title, what is an office and no family name: Lord Chancellor.
  package static let offices: Set<String> = [
    "chancellor", "treasurer", "mayor", "chamberlain", "steward", "admiral", "privy", "seal",
    "keeper", "almoner", "lieutenant", "president", "secretary", "justice", "general", "provost",
    "commissioner", "advocate", "chief", "protector", "marshal", "comptroller", "rector",
    "speaker", "chairman", "surveyor", "controller", "warden",
  ]
  /// What makes several of an office, or the dignity.
  package static let endingsOfOffices = ["ships", "ship", "s"]
  /// Before the title of an office, no part of a name.
  package static let beforeOffice: Set<String> = [
    "prime", "vice", "foreign", "defense", "defence", "deputy", "former",
  ]
  /// Courtesy titles before which one name may be a given name.
  package static let courtesyBeforeGiven: Set<String> = ["miss", "master", "don", "doña"]
  /// Courtesy titles before which one name is a family name.
  package static let beforeFamilyAlone: Set<String> = ["mr", "messrs"]
  /// Of the family, who is no Miss.
  package static let marriedKin: Set<String> = ["mother", "grandmother", "wife", "stepmother"]
  /// Before the name that somebody was born with.
  package static let bornAs: Set<String> = ["née", "nee", "born", "geb", "geborene"]
  /// Given names cut short, whose stop ends no name: `Geo. H. Thomas`.
  package static let cutGivenNames: Set<String> = [
    "wm", "geo", "chas", "thos", "jas", "jno", "benj", "robt", "saml", "sam’l", "danl", "dan’l",
    "edw", "richd", "nathl", "jos", "alexr", "fredk",
  ]
  /// Generations in full for their short forms.
  package static let generationsInFull = ["jr": "junior", "sr": "senior"]
  /// Behind a name, of no family.
  package static let esquire: Set<String> = ["esq", "esquire"]
  /// Behind a name, which of a family bears it.
  package static let suffixes: Set<String> = [
    "Jr", "Sr", "Junior", "Senior", "Esq", "Esquire", "fils", "père",
  ]
  /// Of those, in small letters, the ones of the younger.
  package static let suffixesOfYounger: Set<String> = [
    "jr", "junior", "fils", "younger", "ii", "iii", "iv",
  ]
  /// Behind `the`, likewise.
  package static let ages: Set<String> = ["elder", "younger"]
  /// Ordinals behind the names of monarchs, from the first.
  package static let ordinals = [
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth",
    "Eighteenth", "Nineteenth", "Twentieth",
  ]

  /// The narrator's own.
  package static let mine: Set<String> = ["my", "our"]
  /// The narrator's own, in the languages of families.
  package static let mineAnywhere: Set<String> = ["my", "our", "mon", "ma", "mein", "meine", "mi"]
  /// Somebody else's.
  package static let others: Set<String> = [
    "his", "her", "their", "whose", "your", "the", "a", "an",
  ]
  /// Opens a list of names.
  package static let listOpeners: Set<String> = ["viz", "namely", "named", "called"]
  /// The short form among them, whose stop ends no sentence.
  package static let shortListOpener = "viz"
  /// Before `of` and a family name.
  package static let familyNouns: Set<String> = ["name", "surname", "names", "family"]
  /// Between the partners of a firm.
  package static let firmJoints: Set<String> = ["and", "et", "und", "y"]
}
