/// The words bookc itself puts into a book, in the book's language.
package struct Phrasebook: Sendable {
  /// The language the phrases are in: en, fr, de or es.
  package let language: String

  /// Phrases for a BCP 47 tag; English where the language has none.
  package init(language: String) {
    let primary = String(language.prefix { $0 != "-" }).lowercased()
    self.language = Self.phrases[primary] == nil ? "en" : primary
  }

  /// The phrase under a key.
  package subscript(key: Key) -> String {
    Self.phrases[language]?[key] ?? Self.phrases["en"]?[key] ?? key.rawValue
  }

  /// The phrases there are.
  package enum Key: String, Sendable, CaseIterable {
    case contents, cover, titlePage, halfTitle, copyrightPage, people, peopleHeadnote, cast
    case chronology, notes, colophon, chapter, paragraph, note, see, seeAlso, continued
    case backToText, by, published, startReading, pageList, index, landmarks, aged, before, after
    case between, and, circa, spring, summer, autumn, winter
  }

  private static let phrases: [String: [Key: String]] = [
    "en": [
      .contents: "Contents", .cover: "Cover", .titlePage: "Title page", .halfTitle: "Half title",
      .copyrightPage: "Copyright", .people: "People",
      .peopleHeadnote:
        "Numbers are those of chapter and paragraph; n marks a note, italic a caption.",
      .cast: "People in this book", .chronology: "Chronology", .notes: "Notes",
      .colophon: "Colophon", .chapter: "chapter", .paragraph: "paragraph", .note: "note",
      .see: "see", .seeAlso: "see also", .continued: "continued", .backToText: "back to the text",
      .by: "by", .published: "Published by", .startReading: "Start of the text",
      .pageList: "Pages", .index: "Index", .landmarks: "Landmarks", .aged: "aged",
      .before: "before", .after: "after", .between: "between", .and: "and", .circa: "c.",
      .spring: "spring", .summer: "summer", .autumn: "autumn", .winter: "winter",
    ],
    "fr": [
      .contents: "Table des matières", .cover: "Couverture", .titlePage: "Page de titre",
      .halfTitle: "Faux-titre", .copyrightPage: "Droits", .people: "Index des personnes",
      .peopleHeadnote:
        "Les numéros sont ceux du chapitre et du paragraphe ; n renvoie à une note, l’italique à une légende.",
      .cast: "Les personnes de ce livre", .chronology: "Chronologie", .notes: "Notes",
      .colophon: "Colophon", .chapter: "chapitre", .paragraph: "paragraphe", .note: "note",
      .see: "voir", .seeAlso: "voir aussi", .continued: "suite",
      .backToText: "retour au texte", .by: "par", .published: "Publié par",
      .startReading: "Début du texte", .pageList: "Pages", .index: "Index",
      .landmarks: "Repères", .aged: "âge :", .before: "avant", .after: "après",
      .between: "entre", .and: "et", .circa: "vers", .spring: "printemps", .summer: "été",
      .autumn: "automne", .winter: "hiver",
    ],
    "de": [
      .contents: "Inhalt", .cover: "Umschlag", .titlePage: "Titelseite",
      .halfTitle: "Schmutztitel", .copyrightPage: "Impressum", .people: "Personenregister",
      .peopleHeadnote:
        "Die Zahlen nennen Kapitel und Absatz; n steht für eine Anmerkung, kursiv für eine Bildunterschrift.",
      .cast: "Personen in diesem Buch", .chronology: "Zeittafel", .notes: "Anmerkungen",
      .colophon: "Kolophon", .chapter: "Kapitel", .paragraph: "Absatz", .note: "Anmerkung",
      .see: "siehe", .seeAlso: "siehe auch", .continued: "Fortsetzung",
      .backToText: "zurück zum Text", .by: "von", .published: "Erschienen bei",
      .startReading: "Beginn des Textes", .pageList: "Seiten", .index: "Register",
      .landmarks: "Orientierung", .aged: "im Alter von", .before: "vor", .after: "nach",
      .between: "zwischen", .and: "und", .circa: "um", .spring: "Frühling", .summer: "Sommer",
      .autumn: "Herbst", .winter: "Winter",
    ],
    "es": [
      .contents: "Índice", .cover: "Cubierta", .titlePage: "Portada", .halfTitle: "Portadilla",
      .copyrightPage: "Derechos", .people: "Índice de personas",
      .peopleHeadnote:
        "Los números indican capítulo y párrafo; n remite a una nota, la cursiva a un pie de imagen.",
      .cast: "Personas de este libro", .chronology: "Cronología", .notes: "Notas",
      .colophon: "Colofón", .chapter: "capítulo", .paragraph: "párrafo", .note: "nota",
      .see: "véase", .seeAlso: "véase también", .continued: "continuación",
      .backToText: "volver al texto", .by: "por", .published: "Publicado por",
      .startReading: "Comienzo del texto", .pageList: "Páginas", .index: "Índice",
      .landmarks: "Puntos de referencia", .aged: "edad:", .before: "antes de",
      .after: "después de", .between: "entre", .and: "y", .circa: "hacia",
      .spring: "primavera", .summer: "verano", .autumn: "otoño", .winter: "invierno",
    ],
  ]
}
