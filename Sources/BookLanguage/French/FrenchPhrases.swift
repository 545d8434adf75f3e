import BookModel

extension Language {
  // French sets a space before a semicolon.
  static let frenchPhrases = Phrasebook(
    [
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
    ], clauseSign: "\u{202F}; ")
}
