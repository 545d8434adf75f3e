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

  /// The phrase as it begins a sentence.
  package func opening(_ key: Key) -> String {
    let phrase = self[key]
    return phrase.prefix(1).uppercased() + phrase.dropFirst()
  }

  /// The note at the head of an index: what its numbers are and which signs stand beside them.
  package func headnote(_ numbers: Key, _ signs: [Key]) -> String {
    // French sets a space before a semicolon.
    let sign = language == "fr" ? "\u{202F}; " : "; "
    return ([numbers] + signs).map { self[$0] }.joined(separator: sign) + "."
  }

  /// The phrases there are.
  package enum Key: String, Sendable, CaseIterable {
    case contents, cover, titlePage, halfTitle, copyrightPage, people, peopleHeadnote, cast
    case pagesHeadnote, headnoteNote, headnoteCaption, headnotePassing
    case chronology, notes, colophon, chapter, paragraph, note, see, seeAlso, continued
    case backToText, by, published, startReading, pageList, index, landmarks, aged, before, after
    case between, and, circa, spring, summer, autumn, winter
    case chapterTitle, dedication, epigraph, foreword, preface, introduction, afterword
    case acknowledgments, appendix, isbn, revision, coverOf, timeline, presence, skipToText
    case changes, changeNew, changeEdited, changeMoved, changeGone
    case previous, next, edition, accessText, accessImages, accessNoImages
  }

  private static let phrases: [String: [Key: String]] = [
    "en": [
      .changes: "Changes", .changeNew: "new", .changeEdited: "changed", .changeMoved: "moved",
      .changeGone: "taken out",
      .contents: "Contents", .cover: "Cover", .titlePage: "Title page", .halfTitle: "Half title",
      .copyrightPage: "Copyright", .people: "People",
      .peopleHeadnote: "Numbers are those of chapter and paragraph",
      .pagesHeadnote: "Numbers are those of pages", .headnoteNote: "n marks a note",
      .headnoteCaption: "italic a caption",
      .headnotePassing: "lighter figures a mention in passing",
      .cast: "People in this book", .chronology: "Chronology", .notes: "Notes",
      .colophon: "Colophon", .chapter: "chapter", .paragraph: "paragraph", .note: "note",
      .see: "see", .seeAlso: "see also", .continued: "continued", .backToText: "back to the text",
      .by: "by", .published: "Published by", .startReading: "Start of the text",
      .pageList: "Pages", .index: "Index", .landmarks: "Landmarks", .aged: "aged",
      .before: "before", .after: "after", .between: "between", .and: "and", .circa: "c.",
      .spring: "spring", .summer: "summer", .autumn: "autumn", .winter: "winter",
      .chapterTitle: "Chapter", .dedication: "Dedication", .epigraph: "Epigraph",
      .foreword: "Foreword", .preface: "Preface", .introduction: "Introduction",
      .afterword: "Afterword", .acknowledgments: "Acknowledgments", .appendix: "Appendix",
      .isbn: "ISBN", .revision: "Revision", .coverOf: "Cover of", .timeline: "Time line",
      .presence: "Who is in which chapter", .skipToText: "Skip to the text",
      .previous: "Previous", .next: "Next", .edition: "This edition was made with bookc.",
      .accessText:
        "All text can be read aloud and set to any size and colour; headings, contents and reading order are marked.",
      .accessImages: "Every picture has a description.",
      .accessNoImages: "Some pictures have no description.",
    ],
    "fr": [
      .changes: "Modifications", .changeNew: "nouveau", .changeEdited: "modifié",
      .changeMoved: "déplacé",
      .changeGone: "supprimé",
      .contents: "Table des matières", .cover: "Couverture", .titlePage: "Page de titre",
      .halfTitle: "Faux-titre", .copyrightPage: "Droits", .people: "Index des personnes",
      .peopleHeadnote: "Les numéros sont ceux du chapitre et du paragraphe",
      .pagesHeadnote: "Les numéros sont ceux des pages", .headnoteNote: "n renvoie à une note",
      .headnoteCaption: "l’italique à une légende",
      .headnotePassing: "les chiffres clairs à une simple mention",
      .cast: "Les personnes de ce livre", .chronology: "Chronologie", .notes: "Notes",
      .colophon: "Colophon", .chapter: "chapitre", .paragraph: "paragraphe", .note: "note",
      .see: "voir", .seeAlso: "voir aussi", .continued: "suite",
      .backToText: "retour au texte", .by: "par", .published: "Publié par",
      .startReading: "Début du texte", .pageList: "Pages", .index: "Index",
      .landmarks: "Repères", .aged: "âge :", .before: "avant", .after: "après",
      .between: "entre", .and: "et", .circa: "vers", .spring: "printemps", .summer: "été",
      .autumn: "automne", .winter: "hiver",
      .chapterTitle: "Chapitre", .dedication: "Dédicace", .epigraph: "Épigraphe",
      .foreword: "Avant-propos", .preface: "Préface", .introduction: "Introduction",
      .afterword: "Postface", .acknowledgments: "Remerciements", .appendix: "Annexe",
      .isbn: "ISBN", .revision: "Révision", .coverOf: "Couverture de",
      .timeline: "Frise chronologique", .presence: "Qui est dans quel chapitre",
      .skipToText: "Aller au texte", .previous: "Précédent", .next: "Suivant",
      .edition: "Cette édition a été réalisée avec bookc.",
      .accessText:
        "Tout le texte peut être lu à voix haute et affiché à toute taille et couleur ; titres, table et ordre de lecture sont balisés.",
      .accessImages: "Chaque image a une description.",
      .accessNoImages: "Certaines images n’ont pas de description.",
    ],
    "de": [
      .changes: "Änderungen", .changeNew: "neu", .changeEdited: "geändert",
      .changeMoved: "verschoben",
      .changeGone: "gestrichen",
      .contents: "Inhalt", .cover: "Umschlag", .titlePage: "Titelseite",
      .halfTitle: "Schmutztitel", .copyrightPage: "Impressum", .people: "Personenregister",
      .peopleHeadnote: "Die Zahlen nennen Kapitel und Absatz",
      .pagesHeadnote: "Die Zahlen nennen die Seiten", .headnoteNote: "n steht für eine Anmerkung",
      .headnoteCaption: "kursiv für eine Bildunterschrift",
      .headnotePassing: "hell für eine beiläufige Erwähnung",
      .cast: "Personen in diesem Buch", .chronology: "Zeittafel", .notes: "Anmerkungen",
      .colophon: "Kolophon", .chapter: "Kapitel", .paragraph: "Absatz", .note: "Anmerkung",
      .see: "siehe", .seeAlso: "siehe auch", .continued: "Fortsetzung",
      .backToText: "zurück zum Text", .by: "von", .published: "Erschienen bei",
      .startReading: "Beginn des Textes", .pageList: "Seiten", .index: "Register",
      .landmarks: "Orientierung", .aged: "im Alter von", .before: "vor", .after: "nach",
      .between: "zwischen", .and: "und", .circa: "um", .spring: "Frühling", .summer: "Sommer",
      .autumn: "Herbst", .winter: "Winter",
      .chapterTitle: "Kapitel", .dedication: "Widmung", .epigraph: "Motto",
      .foreword: "Geleitwort", .preface: "Vorwort", .introduction: "Einleitung",
      .afterword: "Nachwort", .acknowledgments: "Dank", .appendix: "Anhang", .isbn: "ISBN",
      .revision: "Revision", .coverOf: "Umschlag von", .timeline: "Zeitstrahl",
      .presence: "Wer in welchem Kapitel vorkommt", .skipToText: "Zum Text springen",
      .previous: "Zurück", .next: "Weiter",
      .edition: "Diese Ausgabe wurde mit bookc hergestellt.",
      .accessText:
        "Der ganze Text lässt sich vorlesen und in jeder Größe und Farbe darstellen; Überschriften, Inhalt und Lesefolge sind ausgezeichnet.",
      .accessImages: "Jedes Bild hat eine Beschreibung.",
      .accessNoImages: "Einige Bilder haben keine Beschreibung.",
    ],
    "es": [
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
    ],
  ]
}

extension ChapterRole {
  /// What such a chapter is called that has no title.
  package var phrase: Phrasebook.Key {
    switch self {
    case .dedication: .dedication
    case .epigraph: .epigraph
    case .foreword: .foreword
    case .preface: .preface
    case .introduction: .introduction
    case .afterword: .afterword
    case .acknowledgments: .acknowledgments
    case .appendix: .appendix
    case .colophon: .colophon
    }
  }
}

extension ProseChange.Kind {
  /// What the book's language calls it.
  package var phrase: Phrasebook.Key {
    switch self {
    case .added: .changeNew
    case .edited: .changeEdited
    case .moved: .changeMoved
    case .gone: .changeGone
    }
  }
}
