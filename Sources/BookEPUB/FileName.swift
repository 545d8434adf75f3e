import BookModel

/// The name of the book's file, from its title: lower-case letters, digits and hyphens.
func fileName(_ metadata: BookMetadata) -> String {
  var name = ""
  for scalar in metadata.title.lowercased().unicodeScalars {
    if name.utf8.count >= 80 { break }
    if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      name.unicodeScalars.append(scalar)
    } else if scalar == "'" || scalar == "\u{2019}" {
      continue
    } else if !name.isEmpty, !name.hasSuffix("-") {
      name += "-"
    }
  }
  while name.hasSuffix("-") { name.removeLast() }
  return name.isEmpty ? "book" : name
}
