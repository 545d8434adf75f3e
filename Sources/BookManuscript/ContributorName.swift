import BookLanguage

/// A personal name as a catalogue sorts it, family first: "Grant, Ulysses".
///
/// Particles stay with the family name in lower case ("van Gogh, Vincent"), a generation stays at
/// the end ("King, Martin Luther, Jr."); a single word, or a name with a comma, is left alone.
func sortedName(_ name: String) -> String {
  if name.contains(",") { return name }
  var words = name.split(separator: " ").map(String.init)
  var generation = ""
  let numerals: Set = ["II", "III", "IV"]
  if words.count > 2, let last = words.last,
    PeopleWords.generations.contains(last) || numerals.contains(last)
  {
    generation = ", " + words.removeLast()
  }
  guard words.count > 1 else { return name }
  let particles = Set(PeopleWords.particles.flatMap { $0.joined.split(separator: " ") })
  var first = words.count - 1
  while first > 1, particles.contains(words[first - 1][...]) { first -= 1 }
  return words[first...].joined(separator: " ") + ", " + words[..<first].joined(separator: " ")
    + generation
}

/// Whether a tag has the form of BCP 47 (RFC 5646, 2.1): subtags of letters and digits, 1 to 8
/// long, parted by hyphens, the first of letters.
func isWellFormedLanguage(_ tag: String) -> Bool {
  let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = subtags.first else { return false }
  let letters = first.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
  guard letters, (2...8).contains(first.utf8.count) || first.lowercased() == "x" else {
    return false
  }
  if first.lowercased() == "x" && subtags.count < 2 { return false }
  return subtags.dropFirst().allSatisfy { subtag in
    (1...8).contains(subtag.utf8.count)
      && subtag.utf8.allSatisfy {
        ($0 >= 0x30 && $0 <= 0x39) || (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A)
      }
  }
}
