import BookModel

/// What each chapter is called in contents, titles, running heads, bookmarks and locators.
struct ChapterTitles {
  /// Plain words on one line, never empty.
  private(set) var titles: [String] = []
  /// The same where there is little room.
  private(set) var shortTitles: [String] = []
  /// The number printed, else that within the body; for other matter the title.
  private(set) var labels: [String] = []

  init(_ book: Book, phrases: Phrasebook) {
    let numbers = book.chapterNumbers
    for (index, chapter) in book.chapters.enumerated() {
      let title: String
      if let own = chapter.title?.onOneLine {
        title = own
      } else if let role = chapter.header.role {
        title = phrases[role.phrase]
      } else if let number = numbers[index] {
        title = phrases[.chapterTitle] + " " + number
      } else {
        title = book.metadata.title
      }
      titles.append(title)
      shortTitles.append(chapter.header.short?.onOneLine ?? title)
      labels.append(numbers[index] ?? title)
    }
  }
}

extension String {
  /// The words with one space between each two; nil when there are none.
  var onOneLine: String? {
    let words = split { $0.isWhitespace }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
