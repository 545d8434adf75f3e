extension BookMetadata {
  /// What the book's files are called, before their ending: the title in small letters, digits and
  /// hyphens.
  package var fileName: String { BookModel.fileName(of: title, atMost: 80) ?? "book" }
}

/// Words as the name of a file, in small letters, digits and hyphens and of about so many bytes at
/// most; nil where nothing is left.
package func fileName(of words: String, atMost most: Int) -> String? {
  var name = ""
  for scalar in words.lowercased().unicodeScalars where name.utf8.count < most {
    if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      name.unicodeScalars.append(scalar)
    } else if scalar != "'", scalar != "\u{2019}", !name.isEmpty, !name.hasSuffix("-") {
      name += "-"
    }
  }
  while name.hasSuffix("-") { name.removeLast() }
  return name.isEmpty ? nil : name
}
