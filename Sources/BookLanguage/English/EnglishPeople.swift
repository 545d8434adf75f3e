extension Language {
  static let englishPeople: PeopleWords = {
    var words = PeopleWords()
    words.castGroups = [
      "Family", "Friends and neighbours", "Teachers and schoolmates", "Colleagues", "Others",
    ]
    words.relations = ["knows": ""]
    words.he = ["he", "him", "his"]
    words.she = ["she", "her", "hers"]
    return words
  }()
}
