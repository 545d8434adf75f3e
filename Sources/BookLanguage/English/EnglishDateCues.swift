extension DateCues {
  static let english: DateCues = {
    var cues = DateCues()
    cues.pluperfect = ["had"]
    cues.pluperfectOfBeing = ["been"]
    cues.backward = ["back"]
    cues.upTo = ["up"]
    cues.unreal = ["would", "should", "might"]
    cues.pastEnding = "ed"
    cues.setPasts(
      """
      went came took left met had did got gave saw told made found began bought brought wrote fell \
      felt held kept knew led lost paid ran sat sold sent set spent spoke stood taught thought won \
      wore broke built caught chose drove fought flew grew heard rose rode shot sank swore sang \
      drank slept said wept laid lay hid hung drew dug ate bore bent burst cut dealt fed fled froze \
      lent let lit meant put quit rang read said shook shone shut spun stole struck stuck swam \
      threw woke
      """)
    cues.feasts = feasts([
      "good friday=21", "palm sunday=22", "ash wednesday=24", "shrove tuesday=25",
      "maundy thursday=26", "trinity sunday=30", "whit monday=27", "whit sunday=4",
      "ve ’s DAY=43", "vj ’s DAY=44", "v - e DAY=43", "v - j DAY=44", "ascension ’s DAY=28",
      "armistice ’s DAY=34", "bastille ’s DAY=33", "boxing ’s DAY=35", "independence ’s DAY=32",
      "memorial ’s DAY=45", "d - day=42", "all saints DAY?=17", "all souls DAY?=41",
      "new year ’s EVE=11", "new year ’s DAY=31",
    ])
    cues.nounsBehindFeast = [
      "card", "cards", "tree", "present", "presents", "dinner", "carol", "pudding", "carols",
      "eggs",
      "box", "gift",
    ]
    cues.terms = ["term"]
    cues.nounsOfPlaces = [
      "street", "road", "avenue", "lane", "row", "terrace", "crescent", "drive", "square", "place",
      "court", "gate", "bridge", "cross", "hill", "hills", "heights", "valley", "mountain",
      "mountains", "wood", "woods", "grove", "forest", "field", "fields", "park", "garden",
      "gardens",
      "green", "common", "heath", "farm", "cottage", "house", "hall", "manor", "lodge", "castle",
      "palace", "tower", "inn", "arms", "hotel", "mill", "mills", "school", "schools", "college",
      "academy", "institute", "university", "church", "chapel", "abbey", "hospital", "club",
      "island",
      "islands", "isle", "bay", "harbor", "harbour", "point", "head", "creek", "river", "lake",
      "falls",
      "springs", "ferry", "landing", "town", "city", "village", "county", "parish", "camp", "works",
    ]
    cues.lords = ["lord"]
    cues.style = ["style"]
    cues.new = ["new"]
    cues.styleLetters = ("o", "n", "s")
    cues.ofThisMonth = ["instant", "inst"]
    cues.ofLastMonth = ["ultimo", "ult"]
    cues.smallWords = ["there", "with", "when", "we", "to", "had", "as", "where"]
    cues.doubtfulSeasons = ["fall", "spring"]
    cues.behindDoubtful = ["from"]
    cues.spending = ["spent", "passed", "wintered"]
    cues.yearPrefixes = ["pre", "post", "mid"]
    cues.asWords = ["as"]
    cues.life = ["life"]
    cues.notBeforeYear = ["as", "with"]
    cues.narrator = ["i"]
    cues.births = ["birth"]
    cues.couples = ["couple"]
    cues.halves = ["half"]
    cues.orMore = ["so", "more"]
    cues.ones = ["one", "a", "an"]
    cues.weekends = ["weekend"]
    cues.very = ["very"]
    cues.next = ["next"]
    cues.years = ["year"]
    cues.days = ["day"]
    return cues
  }()
}
