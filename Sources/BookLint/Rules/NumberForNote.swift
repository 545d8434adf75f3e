package import BookDiagnostics
package import BookModel

/// Notes typed as in a typescript, `[1]` here and `[1] …` below: Markdown takes them for words.
package struct NumberForNote: ChapterRule {
  package static let code = DiagnosticCode.numberForNote

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    var begun: [[UInt8]: SourceSpan] = [:]
    var referred: Set<[UInt8]> = []
    for leaf in chapter.prose {
      let text = chapter.text[leaf.text]
      for number in numbers(in: text) {
        let digits = Array(text[number])
        // One at a leaf's very start, with words behind it, is the note itself.
        if number.lowerBound == text.startIndex + 1, number.upperBound + 1 < text.endIndex {
          if begun[digits] == nil {
            begun[digits] = chapter.span(number.lowerBound - 1..<number.upperBound + 1)
          }
        } else {
          referred.insert(digits)
        }
      }
    }
    let notes = begun.filter { referred.contains($0.key) }
    guard let first = notes.min(by: { $0.value.start < $1.value.start }) else { return [] }
    let label = String(decoding: first.key, as: UTF8.self)
    let others = notes.count > 1 ? ", and \(notes.count - 1) more" : ""
    return [
      Diagnostic(
        Self.code, "'[\(label)]' is printed as words\(others)", at: first.value,
        notes: [
          DiagnosticNote(
            "a note is written [^\(label)] where it belongs, and [^\(label)]: with its words below")
        ])
    ]
  }

  /// The digits between brackets.
  private func numbers(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = text.startIndex
    while let open = text[place...].firstIndex(of: 0x5B) {
      place = open + 1
      let digits = text[place...].prefix { $0 &- 0x30 < 10 }
      if !digits.isEmpty, digits.count <= Self.mostDigits, digits.endIndex < text.endIndex,
        text[digits.endIndex] == 0x5D
      {
        found.append(digits.startIndex..<digits.endIndex)
      }
    }
    return found
  }

  /// Four would be a year.
  private static let mostDigits = 3
}
