import BookModel

extension Language {
  static let spanishPhrases = Phrasebook(
    [
      .changes: "Cambios", .changeNew: "nuevo", .changeEdited: "cambiado", .changeMoved: "movido",
      .changeGone: "suprimido",
      .contents: "Índice", .cover: "Cubierta", .titlePage: "Portada", .halfTitle: "Portadilla",
      .copyrightPage: "Derechos", .people: "Índice de personas",
      .peopleHeadnote: "Los números indican capítulo y párrafo",
      .pagesHeadnote: "Los números son los de las páginas", .headnoteNote: "n remite a una nota",
      .headnoteCaption: "la cursiva a un pie de imagen",
      .headnotePassing: "las cifras claras a una simple mención",
      .cast: "Personas de este libro", .chronology: "Cronología", .notes: "Notas",
      .colophon: "Colofón", .chapter: "capítulo", .paragraph: "párrafo", .note: "nota",
      .see: "véase", .seeAlso: "véase también", .continued: "continuación",
      .backToText: "volver al texto", .by: "por", .published: "Publicado por",
      .startReading: "Comienzo del texto", .pageList: "Páginas", .index: "Índice",
      .landmarks: "Puntos de referencia", .aged: "edad:", .before: "antes de",
      .after: "después de", .between: "entre", .and: "y", .circa: "hacia",
      .spring: "primavera", .summer: "verano", .autumn: "otoño", .winter: "invierno",
      .chapterTitle: "Capítulo", .dedication: "Dedicatoria", .epigraph: "Epígrafe",
      .foreword: "Presentación", .preface: "Prefacio", .introduction: "Introducción",
      .afterword: "Epílogo", .acknowledgments: "Agradecimientos", .appendix: "Apéndice",
      .isbn: "ISBN", .revision: "Revisión", .coverOf: "Cubierta de",
      .timeline: "Línea del tiempo", .presence: "Quién aparece en cada capítulo",
      .skipToText: "Saltar al texto", .previous: "Anterior", .next: "Siguiente",
      .edition: "Esta edición se ha hecho con bookc.",
      .accessText:
        "Todo el texto se puede leer en voz alta y mostrar en cualquier tamaño y color; títulos, índice y orden de lectura están marcados.",
      .accessImages: "Cada imagen tiene una descripción.",
      .accessNoImages: "Algunas imágenes no tienen descripción.",
    ])
}
