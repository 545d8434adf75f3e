import BookModel

/// How the text of each chapter begins, nil where it begins with something else than a paragraph.
func chapterOpenings(of book: AnnotatedBook) -> [ChapterOpening?] {
  var openings = book.book.chapters.map { OpeningFinder(chapter: $0).found }
  for mention in book.people.mentions where openings.indices.contains(mention.chapter) {
    guard let opening = openings[mention.chapter], mention.prose == opening.prose else { continue }
    openings[mention.chapter]?.names.append(mention.range)
  }
  return zip(book.book.chapters, openings).map { chapter, found in
    found.map { found in
      ChapterOpening(
        prose: found.prose, initial: found.initial,
        lead: LeadIn(chapter: chapter, names: found.names).range(of: found.prose))
    }
  }
}

/// Finds the paragraph that opens a chapter and the letter that may be set large in it.
private struct OpeningFinder {
  struct Found {
    var prose: Int
    var initial: Range<Int>?
    /// Names in the paragraph.
    var names: [Range<Int>] = []
  }

  let chapter: ParsedChapter

  /// The first paragraph of the chapter's own text: headings, epigraphs and pictures may precede.
  var found: Found? {
    switch chapter.header.role {
    case .dedication, .epigraph, .colophon: return nil
    default: break
    }
    for (index, block) in chapter.blocks.enumerated() {
      switch block.kind {
      case .paragraph(let prose):
        guard chapter.prose.indices.contains(prose) else { return nil }
        return Found(prose: prose, initial: hasRoom(at: index) ? initial(of: prose) : nil)
      case .heading, .figure: continue
      case .division(let division) where division.kind == .epigraph: continue
      default: return nil
      }
    }
    return nil
  }

  /// True where the paragraph and those right after it fill the lines beside a large letter.
  private func hasRoom(at block: Int) -> Bool {
    var length = 0
    for block in chapter.blocks[block...] {
      guard case .paragraph(let prose) = block.kind, chapter.prose.indices.contains(prose) else {
        return false
      }
      length += chapter.prose[prose].text.count
      if length >= Self.leastBeside { return true }
    }
    return false
  }

  /// Bytes of text: three lines of the widest measure that books have.
  private static let leastBeside = 240

  /// The first letter, or a number as a whole; nil for dashes, dots, pictures, code, and for scripts
  /// without capitals.
  private func initial(of prose: Int) -> Range<Int>? {
    let leaf = chapter.prose[prose]
    let head = String(
      decoding: chapter.text[leaf.text].prefix(Self.longestHead), as: UTF8.self)
    var place = leaf.text.lowerBound
    var rest = head[...]
    while let mark = rest.first, Self.opensQuotation(mark) || mark.isNoBreakSpace {
      place += mark.utf8.count
      rest.removeFirst()
    }
    guard let first = rest.first else { return nil }
    let length: Int
    if first.isASCII, first.isNumber {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let after = rest.dropFirst(digits.count)
      // Of 1,200 or 7:30 no part stands for itself.
      let isParted = after.dropFirst().first?.isNumber == true && after.first?.isLetter == false
      guard digits.count <= Self.longestNumber, !isParted || after.first == " " else { return nil }
      length = digits.count
    } else if first.isUppercase {
      length = first.utf8.count
    } else {
      return nil
    }
    let range = place..<(place + length)
    return allows(range, in: leaf) ? range : nil
  }

  /// Bytes: marks of quotation, a letter with its accents, a number.
  private static let longestHead = 48
  /// A year; longer numbers would fill the line.
  private static let longestNumber = 4

  private static func opensQuotation(_ mark: Character) -> Bool {
    guard let scalar = mark.unicodeScalars.first else { return false }
    switch scalar.properties.generalCategory {
    case .initialPunctuation, .finalPunctuation, .openPunctuation: return true
    default: return "\"'¿¡".unicodeScalars.contains(scalar)
    }
  }

  /// False for what begins with a picture, a note, code or mark-up that draws lines or signs.
  private func allows(_ initial: Range<Int>, in leaf: Prose) -> Bool {
    for mark in chapter.marks[leaf.marks.clamped(to: 0..<chapter.marks.count)] {
      if mark.range.lowerBound >= initial.upperBound { break }
      switch mark.kind {
      case .emphasis, .strong, .link, .person, .date, .event: continue
      case .element(let element) where Self.plainElements.contains(element.name): continue
      default: return false
      }
    }
    return true
  }

  private static let plainElements: Set<String> = ["em", "i", "cite", "dfn", "b", "strong", "span"]
}

extension Character {
  /// A space that holds words together, as French sets it within marks of quotation.
  fileprivate var isNoBreakSpace: Bool { self == "\u{A0}" || self == "\u{202F}" }
}
