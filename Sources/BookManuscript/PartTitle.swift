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

/// The title of a chapter that has none in it, where its file was named in words, as in a vault of
/// Obsidian: `Grüße an Mutter.md`; nil for a name that only orders, `01-mill.md` or `Chapter 5.md`.
func chapterTitle(ofFile path: String) -> String? {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  let title = partTitle(ofFolder: stem)
  let words = title.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
  let isOrder = words.count <= 2 && words.contains { $0.allSatisfy(\.isNumber) }
  let isTyped =
    stem.contains(" ") || stem.contains { !$0.isASCII }
    || stem.first(where: \.isLetter)?.isUppercase == true
  return isTyped && !isOrder && words.contains { $0.contains(where: \.isLetter) } ? title : nil
}
