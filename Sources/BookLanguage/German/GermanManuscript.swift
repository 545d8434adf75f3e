extension ManuscriptWords {
  static let german: ManuscriptWords = {
    var words = ManuscriptWords()
    words.chapter = ["kapitel", "kap"]
    words.part = ["teil", "buch", "abschnitt"]
    words.numbers = [
      "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
      "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
      "zwanzig", "erstes", "zweites", "drittes", "viertes", "fünftes", "sechstes", "siebtes",
      "siebentes", "achtes", "neuntes", "zehntes", "elftes", "zwölftes", "erster", "zweiter",
      "dritter", "vierter", "fünfter", "letztes",
    ]
    words.contents = ["inhalt", "inhaltsverzeichnis"]
    words.author = ["von"]
    words.dedication = ["für", "meinen", "meiner", "meinem", "in erinnerung an", "zum andenken an"]
    words.salutation = [
      "lieber", "liebe", "liebes", "liebste", "liebster", "mein lieber", "meine liebe",
      "sehr geehrter", "sehr geehrte", "verehrter", "verehrte",
    ]
    words.closing = [
      "dein", "deine", "euer", "eure", "ihr", "herzlich", "herzliche grüße", "viele grüße",
      "liebe grüße", "mit freundlichen grüßen", "es grüßt", "in liebe", "hochachtungsvoll",
    ]
    words.postscript = ["p.s.", "p. s.", "ps", "n.s.", "nachschrift"]
    words.caption = ["abbildung", "abb", "bild", "foto", "karte", "tafel"]
    words.rights = ["alle rechte vorbehalten", "copyright", "isbn"]
    words.genre = [
      "erinnerungen", "memoiren", "autobiografie", "autobiographie", "biografie", "biographie",
      "roman", "erzählung", "erzählungen", "geschichte", "geschichten", "aufzeichnungen",
      "tagebuch", "briefe", "lebenserinnerungen", "kindheit", "chronik",
    ]
    words.page = ["seite", "s"]
    return words
  }()
}
