/// A given name by its number in the book, or its first letter.
enum GivenPart {
  case name(UInt32)
  case letter(UInt8)
}

extension Vocabulary {
  /// What a word among given names holds; initials are letters, with blanks between or without.
  func givenParts(of name: UInt32) -> [GivenPart] {
    let letters = spelling(name)
    if letters.count == 1 { return [.letter(letters[0])] }
    let isDotted = letters.indices.allSatisfy {
      ($0 % 2 == 1) == (letters[$0] == UInt8(ascii: "."))
    }
    guard letters.count % 2 == 1, isDotted else { return [.name(name)] }
    return letters.indices.filter { $0 % 2 == 0 }.map { .letter(letters[$0]) }
  }
}
