extension Language {
  static let germanPeople: PeopleWords = {
    var words = PeopleWords()
    words.castGroups = [
      "Familie", "Freunde und Nachbarn", "Lehrer und Mitschüler", "Kollegen", "Weitere Personen",
    ]
    words.relations = [
      "spouse": "Ehepartner", "parent": "Elternteil", "child": "Kind", "sibling": "Geschwister",
      "mother": "Mutter", "father": "Vater", "sister": "Schwester", "brother": "Bruder",
      "aunt": "Tante", "uncle": "Onkel", "cousin": "Cousin oder Cousine",
      "grandmother": "Großmutter", "grandfather": "Großvater", "friend": "Freund",
      "colleague": "Kollege", "knows": "", "neighbour": "Nachbar", "teacher": "Lehrer",
    ]
    words.bornAs = "geb. $"
    words.he = ["er", "ihm", "ihn", "sein", "seine"]
    words.she = ["sie", "ihr", "ihre"]
    return words
  }()
}
