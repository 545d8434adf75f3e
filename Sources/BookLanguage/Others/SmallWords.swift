// Small words of languages, by which a text is known to be in one.
//
// Each list is of pronouns, prepositions, conjunctions and forms of "to be" and "to have", as any
// grammar of the language names them; chosen so that neighbours differ.
extension Language {
  static let smallWords: [String: String] = [
    "ar": "في من على أن إلى كان هذا لا ما كنت التي عن",
    "be": "і ў не на я што ён з як гэта быў была але мы па яна мой у так",
    "bg": "и в не на да се че той с като това беше но ние по от тя ми са за",
    "ca": "el la de i que en un una no els les amb per del al era es va més meu però",
    "cs": "a se na je v že to s z do byl byla ale jako jsem si po tak by když jsme už jen jeho",
    "da": "og det at en den til er som på de med var jeg ikke et han af for min havde der vi hun",
    "et": "ja on ei oli et see ta ma kui ka mis aga ning siis mu oma meie ainult nii",
    "fa": "در به از که این را است با بود من آن یک",
    "fi":
      "ja oli on ei se että hän minä mutta kun niin me olin ovat mitä joka sitten kuin myös vain ollut minun",
    "he": "של את על לא הוא היא אני היה עם כי זה אבל",
    "hr": "i je u se da na nije bio bila sam s za od ali kao to su koji što bi smo kad",
    "hu": "a az és hogy nem volt egy is meg de csak mint ez már azt én még mert volna ha",
    "is": "og að var á í ekki ég það sem hann við en um til með hún fyrir minn er",
    "it":
      "il la di che e un una non per con del della mio era i gli le si da nel mi sono ma aveva più come al",
    "lt": "ir į iš buvo kad ne su tai bet aš kaip jis mano per man tik nuo mes ji",
    "lv": "un ir bija ka ne uz ar no es bet tas kā viņš mans par man tikai mēs",
    "nb":
      "og det å en den til er som på de med var jeg ikke et han av for min hadde vi hun fra ble",
    "nl":
      "de het een en van dat ik niet was hij we op te zijn met voor die er mijn ze had naar maar aan om",
    "nn": "og det å ein til er som på dei med var eg ikkje eit han av for min hadde vi ho frå",
    "pl": "i w nie na się z do to że jest był była jak ale po o od mnie mój moja już tylko przez",
    "pt":
      "o a de que e um uma não para com do da os as em no na se era meu minha por mais eu ele mas foi tinha",
    "ro": "și de în a la cu nu că pe o un din să era care mai am pentru dar fost ce",
    "ru": "и в не на я что он с как это был была но мы по из она мой у так",
    "sk": "a sa na je v že to s z do bol bola ale ako som si po tak by keď sme už len jeho",
    "sl": "in je se na da v ni bil bila sem z za od pa kot to so ki bi smo ko",
    "sv":
      "och det att en den till är som på de med var jag inte ett han av för min hade vi hon från",
    "tr":
      "ve bir bu da de için ne ile o çok gibi ama ben daha kadar sonra var ki değil vardı olarak",
    "uk": "і в не на я що він з як це був була але ми по із вона мій у так та до",
    "yi": "און איז די דער אין ניט האט צו מיט איך ער זיי",
  ]
}
