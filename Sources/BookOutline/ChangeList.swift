import BookModel

/// The changes of each chapter that has any, with the words by which a proof reader knows them.
func changeList(_ changes: [ProseChange], in book: Book) -> [ChangedChapter] {
  guard !changes.isEmpty else { return [] }
  let byChapter = Dictionary(grouping: changes, by: \.chapter)
  return book.chapters.indices.compactMap { index in
    guard let changes = byChapter[index] else { return nil }
    return ChangedChapter(
      chapter: index, passages: changes.compactMap { passage($0, in: book.chapters[index]) })
  }
}

private func passage(
  _ change: ProseChange, in chapter: ParsedChapter
) -> ChangedChapter.Passage? {
  if change.kind == .gone {
    return ChangedChapter.Passage(words: beginning(of: change.words), kind: .gone, place: nil)
  }
  guard chapter.prose.indices.contains(change.prose) else { return nil }
  let leaf = chapter.prose[change.prose]
  // More than `beginning` looks at, so that it sees whether something follows.
  let words = String(decoding: chapter.text[leaf.text].prefix(400), as: UTF8.self)
  return ChangedChapter.Passage(
    words: beginning(of: words), kind: change.kind,
    place: Event.Place(chapter: change.chapter, prose: change.prose, range: leaf.text))
}

/// Ten words at most, of 120 bytes at most.
private func beginning(of text: String) -> String {
  let some = String(decoding: text.utf8.prefix(120), as: UTF8.self)
  let words = some.split { $0 == " " || $0 == "\n" }
  let first = words.prefix(10).joined(separator: " ").replacing("\u{FFFD}", with: "")
  return words.count > 10 || text.utf8.count > 120 ? first + " …" : first
}
