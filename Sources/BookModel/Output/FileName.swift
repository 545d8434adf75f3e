extension BookMetadata {
  /// What the book's files are called, before their ending: the title in small letters, digits and
  /// hyphens.
  package var fileName: String {
    var name = ""
    for scalar in title.lowercased().unicodeScalars where name.utf8.count < 80 {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        name.unicodeScalars.append(scalar)
      } else if scalar != "'", scalar != "\u{2019}", !name.isEmpty, !name.hasSuffix("-") {
        name += "-"
      }
    }
    while name.hasSuffix("-") { name.removeLast() }
    return name.isEmpty ? "book" : name
  }
}
