extension ManuscriptWords {
  static let spanish: ManuscriptWords = {
    var words = ManuscriptWords()
    words.chapter = ["capítulo", "capitulo", "cap"]
    words.part = ["parte", "libro"]
    words.numbers = [
      "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
      "doce", "trece", "catorce", "quince", "veinte", "primero", "primera", "segundo", "segunda",
      "tercero", "tercera", "cuarto", "cuarta", "quinto", "quinta", "sexto", "séptimo", "octavo",
      "noveno", "décimo", "último",
    ]
    words.contents = ["índice", "contenido", "tabla de contenido"]
    words.author = ["por", "de"]
    words.dedication = ["a", "para", "en memoria de"]
    words.salutation = [
      "querido", "querida", "queridos", "queridas", "mi querido", "mi querida", "estimado",
      "estimada",
    ]
    words.closing = [
      "un abrazo", "besos", "tu", "tuyo", "tuya", "con cariño", "atentamente", "afectuosamente",
    ]
    words.postscript = ["p.d.", "p. d.", "pd", "p.s.", "posdata"]
    words.caption = ["figura", "fig", "foto", "fotografía", "imagen", "mapa", "ilustración"]
    words.rights = ["todos los derechos reservados", "copyright", "isbn"]
    words.genre = [
      "memorias", "recuerdos", "autobiografía", "biografía", "novela", "relato", "relatos",
      "historia", "diario", "cartas", "crónica", "infancia",
    ]
    words.page = ["página", "pág", "p"]
    return words
  }()
}
