// Titles that one woman does not have at once.

/// Nobody is Miss and Mrs at once here.
func titlesClash(_ person: Set<String>, _ form: [String]) -> Bool {
  for title in form {
    if title == "miss", !person.isDisjoint(with: ["mrs", "lady", "mme"]) { return true }
    if title == "mrs" || title == "lady" || title == "mme",
      !person.isDisjoint(with: ["miss", "mlle"])
    {
      return true
    }
    if title == "mrs", person.contains("lady") { return true }
    if title == "lady", person.contains("mrs") { return true }
  }
  return false
}
