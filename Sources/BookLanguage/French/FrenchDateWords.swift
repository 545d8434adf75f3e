extension Language {
  static let frenchDateWords = DateWord.list([
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
    (
      .feast,
      "noël=1 noel=1 pâques=2 paques=2 pentecôte=4 toussaint=17 chandeleur=5 épiphanie=8 ascension=28"
    ),
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
}
