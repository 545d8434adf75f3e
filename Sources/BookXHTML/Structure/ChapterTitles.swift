import BookModel

/// What each chapter is called in contents, titles and locators.
struct ChapterTitles {
  /// Plain words, never empty.
  private(set) var titles: [String] = []
  /// The number printed, else that within the body; for other matter the title.
  private(set) var labels: [String] = []

  init(_ book: Book, phrases: Phrasebook) {
    var number = 0
    for chapter in book.chapters {
      let header = chapter.header
      let isNumbered = header.matter == .body && header.role == nil
      if isNumbered { number += 1 }
      let ordinal = header.ordinal ?? (isNumbered ? String(number) : nil)
      let own = Self.trimmed(chapter.title)
      let title: String
      if let own {
        title = own
      } else if let role = header.role {
        title = phrases[role.phrase]
      } else if let ordinal {
        title = phrases[.chapterTitle] + " " + ordinal
      } else {
        title = book.metadata.title
      }
      titles.append(title)
      labels.append(ordinal ?? title)
    }
  }

  private static func trimmed(_ title: String?) -> String? {
    guard let title else { return nil }
    let words = title.split { $0.isWhitespace }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension ChapterRole {
  /// The name of such a chapter.
  var phrase: Phrasebook.Key {
    switch self {
    case .dedication: .dedication
    case .epigraph: .epigraph
    case .foreword: .foreword
    case .preface: .preface
    case .introduction: .introduction
    case .afterword: .afterword
    case .acknowledgments: .acknowledgments
    case .appendix: .appendix
    case .colophon: .colophon
    }
  }
}
