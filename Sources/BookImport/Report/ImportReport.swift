extension ImportedBook {
  /// The report that lies beside the book: what was read, every guess with its place, everything
  /// that was left out with its words.
  ///
  /// - Parameters:
  ///   - name: of the file that was imported, without the folders it lies in
  ///   - chapters: path and words of each chapter
  package func report(on name: String, chapters: [(path: String, words: Int)]) -> String {
    var text = "What bookc read in \(name)\n"
    text += String(repeating: "=", count: text.count - 1) + "\n\n"
    text += "\(tally(chapters)).\n"
    if !chapters.isEmpty {
      text += "\nChapters\n"
      for chapter in chapters { text += "  \(chapter.path): \(chapter.words) words\n" }
    }
    text += guessesTold + leftOutTold
    return text
  }

  /// `12 chapters, 81233 words, 4 pictures, 13 notes`.
  package func tally(_ chapters: [(path: String, words: Int)]) -> String {
    let words = chapters.reduce(0) { $0 + $1.words }
    let notes = self.chapters.reduce(0) { $0 + $1.notes.count }
    return [
      counted(self.chapters.count, "chapter"), counted(words, "word"),
      counted(pictures.count, "picture"), counted(notes, "note"),
    ].joined(separator: ", ")
  }

  private var guessesTold: String {
    guard !guesses.isEmpty else { return "" }
    var text = "\nGuesses: look these over\n"
    for kind in Guess.Kind.allCases {
      let found = guesses.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      text += "\n  \(kind.rawValue) (\(found.count))\n"
      for guess in found { text += "    \(place(guess.place))\(guess.words)\n" }
    }
    return text
  }

  private var leftOutTold: String {
    guard !leftOut.isEmpty else { return "\nNothing was left out.\n" }
    var text = "\nLeft out: none of this is in the chapters\n"
    for kind in LeftOut.Kind.allCases {
      let found = leftOut.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      text += "\n  \(kind.rawValue) (\(found.count))\n"
      for item in found { text += "    \(place(item.place))\(item.text.trimmedBlanks)\n" }
    }
    return text
  }

  private func place(_ number: Int?) -> String { number.map { "paragraph \($0): " } ?? "" }
}

/// `3 chapters`.
private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
