/// The title of the part that a folder is: `02-the-war` is "The war", `part1` is "Part 1".
///
/// A name that somebody wrote as words stays as it is, but for a number that only orders it.
func partTitle(ofFolder name: String) -> String {
  let figures = name.prefix { $0.isASCII && $0.isNumber }
  let rest = name.dropFirst(figures.count).drop { " ._-–—".contains($0) }
  let words = rest.isEmpty ? name[...] : rest
  if words.contains(" ") { return String(words) }
  var title = ""
  for character in words {
    if "-_.".contains(character) {
      title.append(" ")
    } else {
      if let last = title.last, last.isLetter, character.isASCII, character.isNumber {
        title.append(" ")
      }
      title.append(character)
    }
  }
  return title.prefix(1).uppercased() + title.dropFirst()
}
