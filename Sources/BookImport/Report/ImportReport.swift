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
    let found = guesses.map { (kind: $0.kind.rawValue, place: $0.place, words: $0.words) }
    return "\nGuesses: look these over\n" + listed(found, in: Guess.Kind.allCases.map(\.rawValue))
  }

  private var leftOutTold: String {
    guard !leftOut.isEmpty else { return "\nNothing was left out.\n" }
    let found = leftOut.map {
      (kind: $0.kind.rawValue, place: $0.place, words: $0.text.trimmedBlanks)
    }
    return "\nLeft out: none of this is in the chapters\n"
      + listed(found, in: LeftOut.Kind.allCases.map(\.rawValue))
  }

  /// What was found, kind by kind.
  private func listed(
    _ found: [(kind: String, place: Int?, words: String)], in kinds: [String]
  ) -> String {
    var text = ""
    for kind in kinds {
      let ofKind = found.filter { $0.kind == kind }
      if ofKind.isEmpty { continue }
      text += "\n  \(kind) (\(ofKind.count))\n"
      for item in ofKind { text += "    \(place(item.place))\(item.words)\n" }
    }
    return text
  }

  private func place(_ number: Int?) -> String { number.map { "paragraph \($0): " } ?? "" }
}

/// `3 chapters`.
private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
