extension Language {
  static let germanDateWords = DateWord.list([
    (
      .month,
      """
      januar=1 jänner=1 februar=2 feber=2 märz=3 april=4 mai=5 juni=6 juli=7 august=8 \
      september=9 oktober=10 november=11 dezember=12 jan!=1 febr!=2 feb!=2 apr!=4 aug!=8 sept!=9 \
      okt!=10 nov!=11 dez!=12
      """
    ),
    (
      .weekday,
      "montag=1 dienstag=2 mittwoch=3 donnerstag=4 freitag=5 samstag=6 sonnabend=6 sonntag=7"
    ),
    (
      .season,
      """
      frühling=21 frühjahr=21 sommer=22 herbst=23 winter=24 vorfrühling=21 hochsommer=22 \
      spätsommer=22 frühherbst=23 spätherbst=23
      """
    ),
    (
      .feast,
      """
      weihnachten=1 ostern=2 ostersonntag=2 pfingsten=4 pfingstsonntag=4 silvester=11 \
      allerheiligen=17 lichtmess=5 karfreitag=21 palmsonntag=22 ostermontag=23 aschermittwoch=24 \
      gründonnerstag=26 pfingstmontag=27 himmelfahrt=28 fronleichnam=29 neujahr=31 michaelis=3 \
      dreikönig=8 dreikönige=8 valentinstag=20 johannistag=38
      """
    ),
    (.ordinal, "ersten=1 erste=1 zweiten=2 zweite=2 dritten=3 dritte=3"),
    (
      .unit,
      """
      jahrhundert=9 jahrhunderts=9 jahrhunderte=9 jahr=7 jahre=7 jahren=7 jahres=7 monat=5 \
      monate=5 monaten=5 woche=3 wochen=3 tag=2 tage=2 tagen=2 jahrzehnt=8
      """
    ),
    (
      .numberWord,
      """
      zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 \
      dreizehn=13 vierzehn=14 fünfzehn=15 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 \
      zwanziger=-20 dreißiger=-30 vierziger=-40 fünfziger=-50 sechziger=-60 siebziger=-70 \
      achtziger=-80 neunziger=-90
      """
    ),
    (.the, "der die das den dem des zum zur"), (.of, "von vom"), (.in, "im in ins"), (.on, "am an"),
    (.at, "zu"),
    (.and, "und"), (.or, "oder"), (.to, "bis"), (.between, "zwischen"), (.during, "während"),
    (.since, "seit"), (.after, "nach"), (.before, "vor"), (.about, "um gegen etwa zirka ca!"),
    (.begin, "anfang beginn"), (.ending, "ende"), (.mid, "mitte"), (.early, "frühen"),
    (.late, "späten"), (.a, "ein eine einen einem einer"), (.later, "später darauf"),
    (.next, "folgenden darauffolgenden nächsten"), (.same, "selben"), (.previous, "vorigen"),
    (.era, "chr=-2"), (.person, "ich wir er sie"),
    (.labelled, "seite seiten s! nr! nummer kapitel band"),
    (.counted, "mann menschen soldaten mark euro gulden kilometer meter einwohner tote"),
  ])
}
