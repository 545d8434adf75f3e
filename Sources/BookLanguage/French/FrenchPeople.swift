extension Language {
  static let frenchPeople: PeopleWords = {
    var words = PeopleWords()
    words.castGroups = [
      "Famille", "Amis et voisins", "Professeurs et camarades", "Collègues", "Autres",
    ]
    words.relations = [
      "spouse": "conjoint", "parent": "parent", "child": "enfant", "sibling": "frère ou sœur",
      "mother": "mère", "father": "père", "sister": "sœur", "brother": "frère", "aunt": "tante",
      "uncle": "oncle", "cousin": "cousin", "grandmother": "grand-mère",
      "grandfather": "grand-père", "friend": "ami", "colleague": "collègue", "knows": "",
      "neighbour": "voisin", "teacher": "professeur",
    ]
    words.he = ["il", "lui"]
    words.she = ["elle"]
    return words
  }()
}
