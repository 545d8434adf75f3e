import BookModel

extension Language {
  static let germanPhrases = Phrasebook(
    [
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
    ])
}
