/// Short forms of given names, and what a given name tells; abbreviations of old registers beside
/// the lexicon's.
enum GivenNames {
  /// True when a word in small letters is a usual short form of a given name: "tom" of "thomas".
  static func isShort(_ short: String, of given: String) -> Bool {
    if shortForms[short]?.contains(given) == true { return true }
    return fullNames(of: Array(short.utf8)).contains { $0.elementsEqual(given.utf8) }
  }

  /// The usual short forms of a given name, both in small letters, in the order of the alphabet.
  static func shortForms(of given: String) -> [String] { shortened[given] ?? [] }

  private static let shortened: [String: [String]] = {
    var result: [String: Set<String>] = [:]
    for (short, fulls) in shortForms {
      for full in fulls { result[full, default: []].insert(short) }
    }
    for (short, fulls) in allShortForms() {
      // The long list over-generates: what does not show is left to the short one above.
      for full in fulls
      where full != short && NameKeys.doShowAlike(Array(short.utf8), Array(full.utf8))
        && !areOfTwoSexes(short, full)
      {
        result[full, default: []].insert(short)
      }
    }
    return result.mapValues { $0.sorted() }
  }()

  /// What a given name in small letters tells of its bearer, nil when it is borne by either.
  static func gender(_ given: String) -> Gender? {
    let facts = Array(given.utf8).withUnsafeBufferPointer { wordFacts($0) }
    let (male, female) = (Int(facts.male), Int(facts.female))
    if male >= female + 4 { return .male }
    return female >= male + 4 ? .female : nil
  }

  // Paul is no Polly.
  private static func areOfTwoSexes(_ one: String, _ other: String) -> Bool {
    guard let first = gender(one), let second = gender(other) else { return false }
    return first != second
  }

  private static let shortForms: [String: Set<String>] = {
    var result: [String: Set<String>] = [:]
    for row in rows.split(separator: "\n") {
      let words = row.split(separator: " ").map(String.init)
      guard let given = words.first else { continue }
      for short in words.dropFirst() { result[short, default: []].insert(given) }
    }
    return result
  }()

  // Each row: a name, then the forms it is shortened to in speech and in old registers.
  private static let rows = """
    abraham abe abram
    albert al bert bertie
    alexander alex alec aleck sandy sandro xander
    alfred alf fred alfie
    andrew andy drew andra
    anthony tony
    arthur art artie
    augustus gus august
    benjamin ben benny benj bennie
    bernard bernie
    catherine kate katie kitty cathy katy
    katharine kate katie kitty kathy katy
    charles charlie charley chas chuck
    christopher chris kit topher
    clarence clare
    daniel dan danny
    david dave davy davie
    donald don donnie
    dorothy dot dottie dolly
    edward ed eddie ned ted teddy edw
    edwin ed eddie ned
    eleanor nell nellie nora ellie
    elizabeth liz lizzie beth betsy betty bess bessie eliza libby elsie lizbeth lisa
    emily em emmy
    eugene gene
    ferdinand ferd ferdie
    frances fanny frankie fran
    francis frank
    frederick fred freddy freddie fredk
    george georgie geo dod
    gerald gerry jerry
    gilbert gil
    gregory greg
    harold harry hal
    helen nell nellie
    henry harry hank hal
    herbert bert herb
    isaac ike
    isabella bella belle
    jacob jake
    james jim jimmy jamie jas
    janet jenny
    jeffrey jeff
    john jack johnny jno jock
    jonathan jon jonny
    joseph joe joey jos
    joshua josh
    judith judy
    julia julie
    kenneth ken
    laurence larry
    lawrence larry
    leonard len leo
    lewis lew
    louis lou
    louisa lou
    lucretia lucy
    margaret maggie meg peggy madge daisy rita margie
    martha patty matty
    mary molly polly may mamie
    matthew matt mat
    michael mike mick micky mickey
    nathan nate nat
    nathaniel nat nate
    nicholas nick
    oliver ollie
    patrick pat paddy
    peter pete
    philip phil pip
    rachel ray
    raymond ray
    rebecca becky
    reginald reggie reg
    richard dick rich rick ricky richd
    robert bob bobby rob robbie bert robt
    roger hodge
    ronald ron ronnie
    samuel sam sammy saml
    sarah sally sadie
    simon si
    stephen steve
    steven steve
    stuart stu
    susan sue susie suzy
    susanna sue susie
    theodore ted teddy theo
    theresa tess tessie terry
    thomas tom tommy thos tam
    timothy tim
    ulysses lys ulys
    victoria vicky
    vincent vince
    walter walt wat wally
    william bill billy will willie willy wm liam
    zachary zach zack
    """
}
