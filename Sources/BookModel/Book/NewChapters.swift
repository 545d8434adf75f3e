/// Where chapters that are added to a book are to lie, and how their files are called.
package struct NewChapters: Sendable, Equatable {
  /// The folder within the book, with its slash; empty for the book's own.
  package var folder: String
  /// The number of the first.
  package var firstNumber: Int
  /// Whether the chapters that are there count in Roman numerals.
  package var isRoman: Bool

  package init(folder: String = "chapters/", firstNumber: Int = 1, isRoman: Bool = false) {
    self.folder = folder
    self.firstNumber = firstNumber
    self.isRoman = isRoman
  }

  /// The path of one of `count` chapters, by what its name says behind the number.
  package func path(_ index: Int, of count: Int, called slug: String) -> String {
    let number = firstNumber + index
    if isRoman { return "\(folder)\(RomanNumeral.written(number))-\(slug).md" }
    let width = max(2, String(firstNumber + count - 1).count)
    let digits = String(number)
    return folder + String(repeating: "0", count: max(0, width - digits.count)) + digits
      + "-\(slug).md"
  }

  /// What a path says: the place it was made for, and the name behind the number; nil for one that
  /// is no chapter's.
  package static func read(_ path: String) -> (place: NewChapters, slug: String)? {
    guard path.hasSuffix(".md") else { return nil }
    let name = path.dropLast(".md".count)
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    guard ["", "chapters/"].contains(folder) else { return nil }
    let parts = name.dropFirst(folder.count).split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let digits = Int(parts[0])
    guard let number = digits ?? RomanNumeral.value(of: String(parts[0])) else { return nil }
    let place = NewChapters(folder: folder, firstNumber: number, isRoman: digits == nil)
    return (place, String(parts[1]))
  }
}
