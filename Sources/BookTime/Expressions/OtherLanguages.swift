// Absolute dates and the plainest relative ones in French, German and Spanish: the same kinds of
// word, so that the same grammar reads them.

extension Lexicon {
  /// French.
  static let french = Lexicon([
    (
      .month,
      """
      janvier=1 février=2 fevrier=2 mars=3 avril=4 mai=5 juin=6 juillet=7 août=8 aout=8 \
      septembre=9 octobre=10 novembre=11 décembre=12 decembre=12 janv!=1 févr!=2 avr!=4 juil!=7 \
      sept!=9 oct!=10 nov!=11 déc!=12
      """
    ),
    (.weekday, "lundi=1 mardi=2 mercredi=3 jeudi=4 vendredi=5 samedi=6 dimanche=7"),
    (.season, "printemps=21 été=22 automne=23 hiver=24"),
    (.feast, "noël=1 noel=1 pâques=2 paques=2 pentecôte=4 toussaint=17 chandeleur=5 épiphanie=8 ascension=28"),
    (.ordinal, "premier=1 première=1 deuxième=2 second=2 seconde=2 troisième=3"),
    (
      .unit,
      "siècle=9 siècles=9 an=7 ans=7 année=7 années=7 mois=5 semaine=3 semaines=3 jour=2 jours=2"
    ),
    (
      .numberWord,
      """
      deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 \
      quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60
      """
    ),
    (.the, "le la les l"), (.of, "de du des d"), (.in, "en dans"), (.on, "au aux"),
    (.and, "et"), (.or, "ou"), (.to, "à"), (.until, "jusqu jusque"), (.between, "entre"),
    (.during, "pendant durant"), (.since, "depuis dès"), (.before, "avant"), (.after, "après"),
    (.about, "vers environ"), (.begin, "début"), (.ending, "fin"), (.mid, "milieu mi"),
    (.early, "tôt"), (.era, "av!=-2 ap!=2"), (.person, "il elle je nous on ils elles"),
    (.a, "un une"), (.labelled, "page pages p! pp! n! numéro chapitre tome"),
    (.counted, "hommes femmes soldats francs euros pages kilomètres mètres habitants morts"),
  ])

  /// German.
  static let german = Lexicon([
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
    (.season, "frühling=21 frühjahr=21 sommer=22 herbst=23 winter=24"),
    (
      .feast,
      """
      weihnachten=1 ostern=2 ostersonntag=2 pfingsten=4 pfingstsonntag=4 silvester=11 \
      allerheiligen=17 lichtmess=5 karfreitag=21 palmsonntag=22 ostermontag=23 aschermittwoch=24 \
      gründonnerstag=26 pfingstmontag=27 himmelfahrt=28 fronleichnam=29 neujahr=31 michaelis=3
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
    (.and, "und"), (.or, "oder"), (.to, "bis"), (.between, "zwischen"), (.during, "während"),
    (.since, "seit"), (.after, "nach"), (.before, "vor"), (.about, "um gegen etwa zirka ca!"),
    (.begin, "anfang beginn"), (.ending, "ende"), (.mid, "mitte"), (.early, "frühen"),
    (.late, "späten"), (.a, "ein eine einen einem einer"), (.later, "später"),
    (.era, "chr=-2"), (.person, "ich wir er sie"),
    (.labelled, "seite seiten s! nr! nummer kapitel band"),
    (.counted, "mann menschen soldaten mark euro gulden kilometer meter einwohner tote"),
  ])

  /// Spanish.
  static let spanish = Lexicon([
    (
      .month,
      """
      enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 setiembre=9 \
      octubre=10 noviembre=11 diciembre=12 ene!=1 feb!=2 abr!=4 ago!=8 sept!=9 oct!=10 nov!=11 \
      dic!=12
      """
    ),
    (
      .weekday,
      """
      lunes=1 martes=2 miércoles=3 miercoles=3 jueves=4 viernes=5 sábado=6 sabado=6 domingo=7
      """
    ),
    (.season, "primavera=21 verano=22 otoño=23 invierno=24"),
    (.feast, "navidad=1 pascua=2 pentecostés=4 candelaria=5 nochevieja=11 epifanía=8 corpus=29"),
    (.ordinal, "primero=1 primer=1 segundo=2 tercero=3"),
    (
      .unit,
      """
      siglo=9 siglos=9 año=7 años=7 mes=5 meses=5 semana=3 semanas=3 día=2 días=2 década=8 \
      décadas=8
      """
    ),
    (
      .numberWord,
      """
      dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 \
      trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50
      """
    ),
    (.the, "el la los las"), (.of, "de del"), (.in, "en"), (.on, "al"), (.and, "y e"),
    (.or, "o u"), (.to, "a hasta"), (.between, "entre"), (.during, "durante"),
    (.since, "desde"), (.after, "después tras"), (.before, "antes"), (.about, "hacia sobre"),
    (.begin, "principios comienzos inicios"), (.ending, "fines finales fin"),
    (.mid, "mediados"), (.a, "un una"), (.era, "ac=-2"), (.person, "yo él ella nosotros"),
    (.labelled, "página páginas pág! n! número capítulo tomo"),
    (.counted, "hombres mujeres soldados pesetas euros pesos kilómetros metros habitantes muertos"),
  ])
}
