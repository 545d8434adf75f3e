extension Language {
  static let spanishDateWords = DateWord.list([
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
