extension Language {
  static let spanishPeople: PeopleWords = {
    var words = PeopleWords()
    words.castGroups = [
      "Familia", "Amigos y vecinos", "Maestros y compañeros de clase", "Colegas", "Otras personas",
    ]
    words.relations = [
      "spouse": "cónyuge", "parent": "progenitor", "child": "hijo", "sibling": "hermano",
      "mother": "madre", "father": "padre", "sister": "hermana", "brother": "hermano",
      "aunt": "tía", "uncle": "tío", "cousin": "primo", "grandmother": "abuela",
      "grandfather": "abuelo", "friend": "amigo", "colleague": "colega", "knows": "",
      "neighbour": "vecino", "teacher": "maestro",
    ]
    words.bornAs = "de soltera $"
    words.he = ["él", "le", "lo"]
    words.she = ["ella", "le", "la"]
    return words
  }()
}
