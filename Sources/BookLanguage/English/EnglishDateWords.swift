extension Language {
  static let englishDateWords = DateWord.list([
    (
      .month,
      """
      january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 \
      november=11 december=12 jan!=1 feb!=2 febr!=2 mar!=3 apr!=4 jun!=6 jul!=7 aug!=8 sept!=9 \
      sep!=9 oct!=10 nov!=11 dec!=12
      """
    ),
    (
      .weekday,
      """
      monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 mondays=1 tuesdays=2 \
      wednesdays=3 thursdays=4 fridays=5 saturdays=6 sundays=7 mon!=1 tues!=2 tue!=2 wed!=3 \
      thurs!=4 thur!=4 thu!=4 fri!=5 sat!=6 sun!=7 sabbath=7
      """
    ),
    (
      .season,
      "spring=21 summer=22 autumn=23 fall=23 winter=24 springtime=21 summertime=22 wintertime=24"
    ),
    (
      .feast,
      """
      christmas=1 xmas=1 christmastide=1 yule=1 easter=2 michaelmas=3 whitsun=4 whitsunday=4 \
      whitsuntide=4 pentecost=4 candlemas=5 lammas=6 martinmas=7 epiphany=8 halloween=9 \
      hallowe'en=9 thanksgiving=10 hogmanay=11 lent=12 advent=13 epiphanytide=8 passover=14 \
      midsummer=15 ladyday=16 allhallows=17 hallowmas=17 shrovetide=18 twelfthnight=19 \
      valentine=20
      """
    ),
    (
      .feastWord,
      """
      good palm ash shrove maundy trinity whit ascension armistice bastille boxing independence \
      memorial d ve vj v new b all
      """
    ),
    (.era, "bc=-1 bce=-1 ad=1 ce=1"),
    (
      .unit,
      """
      minute=0 minutes=0 hour=1 hours=1 day=2 days=2 week=3 weeks=3 fortnight=4 fortnights=4 \
      month=5 months=5 twelvemonth=7 twelvemonths=7 year=7 years=7 yr=7 yrs=7 decade=8 decades=8 \
      century=9 centuries=9 weekend=3
      """
    ),
    (
      .numberWord,
      """
      one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 \
      thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 \
      twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 \
      twenties=-20 thirties=-30 forties=-40 fifties=-50 sixties=-60 seventies=-70 eighties=-80 \
      nineties=-90 teens=-13 dozen=12 score=20
      """
    ),
    (
      .ordinal,
      """
      first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 \
      eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 \
      seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 \
      fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90
      """
    ),
    (.few, "couple=2 few=3 several=4 many=9 some=8 various=9"),
    (.ago, "ago back=1"), (.later, "later afterwards afterward thereafter"),
    (.earlier, "earlier previously beforehand"),
    (.before, "before prior preceding=1"), (.after, "after following=1"),
    (.since, "since"), (.hence, "hence"), (.from, "from"), (.now, "now present then=1"),
    (.the, "the ye"), (.this, "this these"), (.that, "that those"), (.same, "same selfsame"),
    (.next, "next ensuing coming succeeding subsequent"), (.previous, "previous foregoing"),
    (.last, "last"), (.each, "each every per"), (.past, "past"),
    (.today, "today=0 yesterday=-1 tomorrow=1 tonight=0"),
    (
      .partOfDay,
      """
      morning=0 afternoon=0 evening=0 night=0 noon=0 midnight=0 dawn=0 dusk=0 eve=-1 daybreak=0 \
      sunrise=0 sunset=0 nightfall=0 forenoon=0
      """
    ),
    (.early, "early"), (.late, "late latter"), (.mid, "mid middle midst"),
    (.begin, "beginning start opening outset commencement onset"),
    (.ending, "end close ending conclusion"), (.half, "half part quarter portion rest remainder"),
    (.about, "about around circa ca! c! approximately roughly nearly almost approx toward towards"),
    (.perhaps, "perhaps probably possibly maybe"),
    (.of, "of"), (.in, "in into"), (.on, "on upon"), (.by, "by"), (.at, "at"),
    (.to, "to through thru"), (.until, "until till til"), (.and, "and"), (.or, "or"),
    (.between, "between"), (.during, "during throughout over"), (.within, "within under"),
    (.for, "for"), (.a, "a an"),
    (
      .only,
      "only just barely scarcely merely but yet exactly some=1 not=2 still more=3 less=3 than=4 at=5 least=6 most=6"
    ),
    (.very, "very"), (.full, "full whole entire long short bloody"),
    (.i, "i we"), (.my, "my our"), (.was, "was were am became=1 is been"), (.age, "age ages"),
    (.aged, "aged"), (.old, "old"), (.when, "when while"), (.born, "born"),
    (.turned, "turned turning reached"), (.birthday, "birthday"), (.being, "being"),
    (
      .person,
      "boy girl lad lass child youth man woman youngster kid he=1 she=1 his=2 her=2 they=1 their=2"
    ),
    (
      .modal,
      "can could might must shall should will would ought you they it who which that=1 not never"
    ),
    (
      .counted,
      """
      men people soldiers troops miles feet yards acres pounds dollars tons tonnes copies pages \
      votes percent horses guns killed dead wounded casualties prisoners barrels gallons inches \
      metres meters kilometres kilometers km kg lbs degrees francs marks rubles cents pence \
      shillings inhabitants souls head words lines books volumes strong aircraft tanks ships \
      houses families members persons students workers civilians french german american british \
      square cubic cavalry infantry million billion thousand rounds others bushels cattle sheep \
      ft yd yds lb oz cwt fathoms knots leagues furlongs paces statute nautical geographical
      """
    ),
    (
      .labelled,
      """
      page pages=0 pp p! no! nos! number chapter volume vol! figure fig! table section room \
      highway route flight boeing regiment division brigade battalion model windows resolution \
      edition verse psalm line lines=0 paragraph note item lot street building channel area
      """
    ),
  ])
}
