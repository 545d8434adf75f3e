extension Language {
  static let englishEvents = EventWords(
    [
      (
        .life,
        """
        born died marry married wed wedded buried baptized baptised christened widowed \
        adopted perished expired
        """
      ),
      (.birth, "born"),
      (
        .motion,
        """
        went came ran rode drove walked visited accompanied followed attended marched boarded \
        retired withdrew stopped passed travelled traveled journeyed crossed
        """
      ),
      (
        .arriving,
        """
        left arrived reached sailed returned started removed moved departed landed embarked fled \
        escaped emigrated immigrated settled entered joined
        """
      ),
      (
        .sending,
        """
        sent brought took taken carried transferred ordered summoned recalled driven led invited \
        permitted allowed admitted compelled forced released freed liberated discharged dismissed \
        banished expelled
        """
      ),
      (
        .trade,
        """
        sold bought purchased hired employed rented paid earned lent borrowed given awarded granted \
        offered inherited invested saved furnished
        """
      ),
      (
        .beginning,
        """
        begin began begun commenced opened founded established organized organised formed built \
        erected launched undertook introduced instituted laid inaugurated set
        """
      ),
      (
        .ending,
        """
        finished ended closed ceased completed concluded graduated succeeded failed resigned quit \
        abandoned
        """
      ),
      (
        .getting,
        "received obtained got secured gained procured acquired won found accepted"
      ),
      (
        .office,
        """
        made appointed engaged elected chosen promoted named commissioned ordained installed nominated \
        confirmed selected enrolled enlisted apprenticed put placed assigned bound called
        """
      ),
      (
        .deciding,
        """
        resolved determined decided agreed refused consented declined proposed planned volunteered \
        pledged applied requested forbade
        """
      ),
      (.meeting, "met acquainted encountered welcomed"),
      (.learning, "learned learnt taught studied mastered educated instructed"),
      (
        .publishing,
        "wrote published delivered addressed printed preached lectured announced issued"
      ),
      (
        .fighting,
        """
        fought struck beat beaten whipped killed shot seized attacked arrested captured wounded \
        murdered defeated surrendered surrounded assaulted betrayed imprisoned tried sentenced \
        executed hanged stabbed kicked knocked burned burnt destroyed besieged exploded wrecked \
        drowned flogged fell bombed flooded sank sunk capsized collapsed demolished robbed looted
        """
      ),
      (
        .finding,
        """
        found judged thought realized realised discovered noticed perceived understood imagined felt \
        concluded reflected considered feared recognized recognised deemed reminded entertained \
        distressed impressed shocked amazed astonished disappointed \
        amused interested listened
        """
      ),
      (
        .people,
        """
        man men woman women boy boys girl girls people person neighbor neighbors neighbour \
        neighbours friend friends teacher teachers doctor priest minister soldier soldiers officer \
        officers governor mayor president king queen general captain enemy troops army crowd mob \
        residents members owner owners landlord landlady overseer children
        """
      ),
      (.illness, "ill sick fainted recovered injured broke lost stricken hurt"),
      (.turning, "turned changed happened occurred became become"),
      (
        .saying,
        """
        said told replied answered exclaimed cried asked inquired declared remarked spoke informed \
        read explained added
        """
      ),
      (
        .lingering,
        """
        saw heard noticed felt seemed looked thought knew believed supposed wished wanted liked loved \
        hoped appeared remembered considered did had was were been kept stood sat lay lived resided
        """
      ),
      (
        .lasting,
        """
        stayed lived worked served remained resided dwelt lodged boarded taught studied ruled reigned \
        waited
        """
      ),
      (
        .month,
        """
        january february march april may june july august september october november december jan \
        feb aug sept oct nov dec
        """
      ),
      (
        .weekday,
        """
        monday tuesday wednesday thursday friday saturday sunday sabbath christmas easter \
        thanksgiving michaelmas
        """
      ),
      (.season, "spring summer autumn fall winter"),
      (
        .unit,
        """
        day days week weeks month months year years morning evening night afternoon hour hours
        """
      ),
      (.moment, "midnight noon daybreak sunrise sunset dawn dusk beginning minute moment time"),
      (.direction, "next following later after before that ago one same first"),
      (
        .promptness,
        "soon immediately shortly afterwards afterward finally then forthwith"
      ),
      (.first, "first"),
      (.atLast, "finally last length"),
      (
        .habit,
        """
        used sometimes often always usually generally frequently never seldom would could might should \
        ever every each many must may can will shall whenever
        """
      ),
      (
        .kin,
        """
        mother father wife husband brother sister son daughter grandmother grandfather uncle aunt \
        child baby family parents master mistress stepfather stepmother cousin nephew niece widow
        """
      ),
      (
        .institution,
        """
        school church college university army regiment business work house home book office society \
        company shop store farm mill factory hospital bank hotel
        """
      ),
      (
        .occurrence,
        """
        flood floods fire storm gale hurricane tornado typhoon earthquake blizzard drought famine frost \
        snow epidemic plague cholera influenza strike riot riots revolution revolt rebellion war bomb \
        bombs raid raids siege invasion explosion eruption accident crash collision shipwreck avalanche \
        landslide coronation election elections funeral wedding christening baptism burial trial \
        operation examination exam exams test
        """
      ),
      (.war, "war"),
      (.warsEnd, "closed close ended end surrender peace"),
      (.narrator, "i we"),
      (.narrators, "me us my our mine ours myself ourselves"),
      (.others, "he she they"),
      (.thing, "it which that this there who what these those such"),
      (.place, "to at in into for from of near"),
      (.age, "old age aged"),
      (
        .dangling,
        """
        a an the and or but nor of to in at on by for from with that which who whom whose when where \
        as than my his her our their its was were had is be been has have into upon about over under \
        after before during until till without within between among against through so very not \
        most more only just then there while if because though although too also both either \
        this these those such no some any every each another
        """
      ),
      (
        .joint,
        """
        and but or so for yet because which who that then thus therefore however here there hence \
        accordingly consequently nevertheless moreover otherwise still likewise
        """
      ),
      (.pronounOfMan, "he him his himself"),
      (.pronounOfWoman, "she her hers herself"),
      (
        .pronounOfThing,
        """
        it them they themselves itself its their theirs this that these those such so thus there
        """
      ),
      (
        .pointing,
        """
        this that these those such same latter former said aforesaid another thereof thereby thither \
        hither above following
        """
      ),
      (
        .standIn,
        """
        one ones some any none both all many much several few more others something anything nothing \
        everything somebody everybody anybody little great less enough two three
        """
      ),
      (
        .vague,
        """
        thing things matter matters deal lot way situation fact case subject object question \
        difficulty difficulties point part manner sort kind idea effect purpose rest circumstance \
        circumstances condition conditions place places
        """
      ),
      (
        .hollow,
        """
        attention effort efforts destination distance presence fate return form start pains trouble \
        obstacle obstacles appearance progress view mind heart thoughts steps way feet foot seat door \
        street corner grounds room rooms letter letters telegram dispatch dispatches message messages \
        note notes answer reply word words orders plans purposes opinion reason reasons voice eyes \
        bidding wishes desire desires plan plans tale story stories news times
        """
      ),
      (.definite, "the"),
      (
        .needing,
        """
        made make found find took take brought bring gave give put received receive \
        obtained obtain bought purchased procured acquired accepted visited got get had have do did \
        be become said told replied answered asked inquired exclaimed remarked declared explained \
        added informed saw see heard hear felt feel met meet used use let facing face adopted adopt \
        assigned assign sending send say tell
        """
      ),
      (
        .whole,
        """
        graduated retired emigrated immigrated enlisted resigned converted divorced proposed \
        qualified demobbed demobilised demobilized conscripted naturalised naturalized ordained \
        evacuated interned deported evicted promoted
        """
      ),
      (
        .bidding,
        "ordered directed commanded requested advised urged begged persuaded induced enabled"
      ),
      (
        .man,
        """
        mr mister master sir lord father brother son husband uncle grandfather stepfather nephew \
        king prince captain colonel general major lieutenant sergeant judge governor president \
        bishop reverend rev col gen capt maj man boy
        """
      ),
      (
        .woman,
        """
        mrs miss madam lady mother sister daughter wife aunt grandmother stepmother niece queen \
        princess mistress widow woman girl
        """
      ),
    ],
    periods: [
      ("revolutionary war", 1775...1783), ("mexican war", 1846...1848),
      ("crimean war", 1853...1856), ("civil war", 1861...1865),
      ("franco-prussian war", 1870...1871), ("spanish-american war", 1898...1898),
      ("boer war", 1899...1902), ("great war", 1914...1918), ("first world war", 1914...1918),
      ("second world war", 1939...1945), ("korean war", 1950...1953),
      ("vietnam war", 1955...1975),
    ], untilThen: "until then")
}
