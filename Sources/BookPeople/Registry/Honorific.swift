/// A word that stands before a name and says something of its bearer.
struct Honorific: Sendable, Equatable {
  /// What kind of rank it is: titles of one kind may change into another in a life, kinds differ.
  enum Kind: Sendable {
    case courtesy
    case rank
    case nobility
    case royalty
    case church
    case office
    case learned
    case kin
  }

  /// One for all spellings: `captain` for Captain and Capt.
  var name: String
  /// Whom it can stand before, nil for both.
  var gender: Gender?
  /// Its kind.
  var kind: Kind

  /// The title a word is, without its point, in whatever case; nil for other words.
  static func named(_ word: String) -> Honorific? { table[word.lowercased()] }

  /// The titles a prefix like "Rev. Dr." is made of.
  static func all(in prefix: String) -> [Honorific] {
    prefix.split { $0 == " " || $0 == "." || $0 == "-" }.compactMap { named(String($0)) }
  }

  /// Titles that an index keeps although the name is known without them.
  var staysInHeading: Bool { kind == .nobility || kind == .royalty }

  private static let table: [String: Honorific] = {
    var result: [String: Honorific] = [:]
    for (kind, gender, words) in rows {
      for group in words.split(separator: " ") {
        let spellings = group.split(separator: "=").map(String.init)
        for spelling in spellings {
          result[spelling] = Honorific(name: spellings[0], gender: gender, kind: kind)
        }
      }
    }
    return result
  }()

  // English first, then French, German and Spanish. An equals sign joins spellings of one title.
  private static let rows: [(Kind, Gender?, String)] = [
    (
      .courtesy, .male,
      "mr=mister messrs master esquire=esq squire=squire monsieur=m mm herr señor=senor=sr don gospodin"
    ),
    (
      .courtesy, .female,
      "mrs=missus=missis miss=misses ms mistress madam=ma'am madame=mme mademoiselle=mlle frau "
        + "fräulein=fraulein señora=senora=sra señorita=senorita=srta doña=dona goody"
    ),
    (.courtesy, nil, "mx comrade citizen"),
    (
      .rank, nil,
      "captain=capt colonel=col general=gen major=maj lieutenant=lieut=lt sergeant=sgt=serjeant "
        + "corporal=cpl private=pvt admiral=adm commodore commander brigadier=brig marshal "
        + "ensign midshipman cadet coxswain skipper adjutant quartermaster surgeon gunner "
        + "capitaine colonel général=lieutenant hauptmann oberst capitán=capitan coronel constable"
    ),
    (
      .nobility, .male,
      "sir lord duke earl count baron marquis=marquess viscount baronet laird graf freiherr comte "
        + "duc vicomte conde duque marqués"
    ),
    (
      .nobility, .female,
      "lady dame duchess countess baroness marchioness viscountess gräfin comtesse duchesse condesa"
    ),
    (
      .royalty, .male,
      "king prince emperor tsar=czar kaiser sultan shah roi könig rey sheikh rajah maharajah khan"
    ),
    (.royalty, .female, "queen princess empress tsarina=czarina reine königin reina maharani"),
    (
      .church, .male,
      "father=fr brother pope cardinal monsignor abbé=abbe abbot père friar padre imam"
    ),
    (.church, .female, "sister mother abbess prioress sœur"),
    (
      .church, nil,
      "reverend=rev=revd bishop archbishop dean canon deacon archdeacon rabbi elder pastor parson vicar "
        + "curate chaplain saint=st pfarrer preacher evangelist prophet"
    ),
    (
      .office, nil,
      "president governor=gov senator=sen congressman congresswoman representative=rep judge justice "
        + "secretary ambassador mayor minister chancellor premier speaker principal treasurer "
        + "burgomaster baillie=bailie provost sheriff marshal alderman councillor chief chairman "
        + "commissioner consul envoy attorney solicitor superintendent inspector officer detective "
        + "prime vice coach nurse agent director warden magistrate recorder coroner "
        + "ex-president ex-governor ex-senator lawyer deputy vice-president postmaster"
    ),
    (
      .learned, nil,
      "doctor=dr=docteur=doktor professor=prof=professeur=profesor hon=honourable=honorable maître "
        + "maestro licenciado"
    ),
    (
      .kin, .male,
      "uncle=tío=onkel=oncle grandfather=grandpa=grandad=granddad=opa=abuelo=gramps papa dad=daddy "
        + "tio"
    ),
    (
      .kin, .female,
      "aunt=auntie=aunty=tía=tante=tia grandmother=grandma=granny=oma=abuela=nana mama=mamma mum=mom"
    ),
    (.kin, nil, "cousin baby"),
  ]
}
