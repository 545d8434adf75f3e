extension PeopleWords {
  static let englishTitles: [Titles] = [
    Titles(
      .courtesy, .man,
      """
      mr=mister messrs master=massa=marse=mas'r=marster esquire=esq squire=squire gospodin
      """),
    Titles(.courtesy, .woman, "mrs=missus=missis miss=misses ms mistress madam=ma'am goody"),
    Titles(.courtesy, nil, "mx comrade citizen"),
    Titles(
      .rank, nil,
      """
      captain=capt colonel=col general=gen major=maj lieutenant=lieut=lt sergeant=sgt=serjeant \
      corporal=cpl private=pvt admiral=adm commodore commander brigadier=brig marshal ensign \
      midshipman cadet coxswain skipper adjutant quartermaster surgeon gunner colonel \
      constable
      """),
    Titles(
      .nobility, .man,
      """
      sir lord duke earl count baron marquis=marquess viscount baronet laird
      """),
    Titles(.nobility, .woman, "lady dame duchess countess baroness marchioness viscountess"),
    Titles(
      .royalty, .man,
      """
      king prince emperor tsar=czar sultan shah sheikh rajah maharajah khan
      """),
    Titles(.royalty, .woman, "queen princess empress tsarina=czarina maharani"),
    Titles(.church, .man, "father=fr brother pope cardinal monsignor abbot friar imam"),
    Titles(.church, .woman, "sister mother abbess prioress"),
    Titles(
      .church, nil,
      """
      reverend=rev=revd bishop archbishop dean canon deacon archdeacon rabbi elder pastor \
      parson vicar curate chaplain saint=st preacher evangelist prophet
      """),
    Titles(
      .office, nil,
      """
      president governor=gov senator=sen congressman congresswoman representative=rep judge \
      justice secretary ambassador mayor minister chancellor premier speaker principal \
      treasurer burgomaster baillie=bailie provost sheriff marshal alderman councillor chief \
      chairman commissioner consul envoy attorney solicitor superintendent inspector officer \
      detective prime vice coach nurse agent director warden magistrate recorder coroner \
      ex-president ex-governor ex-senator lawyer deputy vice-president postmaster
      """),
    Titles(.learned, nil, "doctor=dr professor=prof hon=honourable=honorable"),
    Titles(
      .kin, .man,
      """
      uncle grandfather=grandpa=grandad=granddad=gramps papa dad=daddy
      """),
    Titles(
      .kin, .woman,
      """
      aunt=auntie=aunty grandmother=grandma=granny=nana mama=mamma mum=mom
      """),
    Titles(.kin, nil, "cousin baby"),
  ]

  static let englishSameTitles = """
    mr=mister=mist mrs=missis=missus=mistress miss=missy=misses dr=doctor=doc prof=professor \
    capt=captain=cap'n col=colonel gen=general maj=major lieut=lieutenant=lt \
    sergt=sergeant=sgt=serjeant corp=corporal adm=admiral rev=reverend=revd \
    hon=honourable=honorable gov=governor sen=senator pres=president supt=superintendent \
    cmdr=commander aunt=auntie=aunty mother=mamma=mama=ma=mom=mum=mommy=mummy \
    father=papa=pa=dad=daddy=pop grandmother=grandma=granny=grandmamma=gran \
    grandfather=grandpa=granddad=grandpapa=grandad \
    master=mast=massa=marse=mas'r=marster
    """
  static let englishTitlesBeforeGiven = """
    sir dame king queen prince princess emperor empress pope saint aunt uncle cousin sister \
    brother master friar grandmother grandfather sultan czar tsar
    """
  static let englishTitlesBeforeEither =
    "lady lord miss father mother squire nurse count countess widow old"
  static let englishParticles = Particles(capital: "St. Saint")

  /// Titles that are given names as well.
  package static let titlesAlsoGiven: Set<String> = [
    "dean", "earl", "duke", "major", "prince", "king", "don", "judge", "sister", "angel", "master",
  ]
  /// Behind a name, which of a family bears it.
  package static let generations: Set<String> = ["Jr.", "Jr", "Sr.", "Sr"]
}
