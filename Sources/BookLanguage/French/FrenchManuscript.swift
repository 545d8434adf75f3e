extension ManuscriptWords {
  static let french: ManuscriptWords = {
    var words = ManuscriptWords()
    words.chapter = ["chapitre", "chap"]
    words.part = ["partie", "livre"]
    words.numbers = [
      "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
      "douze", "treize", "quatorze", "quinze", "seize", "vingt", "premier", "première",
      "deuxième", "second", "seconde", "troisième", "quatrième", "cinquième", "sixième",
      "septième", "huitième", "neuvième", "dixième", "dernier",
    ]
    words.contents = ["table des matières", "sommaire"]
    words.author = ["par"]
    words.dedication = ["à", "pour", "à la mémoire de", "en souvenir de"]
    words.salutation = [
      "cher", "chère", "chers", "chères", "mon cher", "ma chère", "mes chers", "monsieur",
      "madame",
    ]
    words.closing = [
      "je t'embrasse", "je vous embrasse", "bien à toi", "bien à vous", "ton", "ta", "votre",
      "affectueusement", "amicalement", "tendrement",
    ]
    words.postscript = ["p.-s.", "p.s.", "p. s.", "ps", "post-scriptum"]
    words.caption = ["figure", "fig", "photo", "photographie", "illustration", "carte", "image"]
    words.rights = ["tous droits réservés", "copyright", "isbn"]
    words.genre = [
      "mémoires", "souvenirs", "récit", "récits", "autobiographie", "biographie", "roman",
      "histoire", "journal", "lettres", "témoignage", "chronique", "enfance",
    ]
    words.page = ["page", "p"]
    return words
  }()
}
