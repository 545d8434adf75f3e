import BookModel

/// A locator of the people index as a link: chapter and paragraph, as an EPUB has no pages.
struct LocatorLink {
  /// `3.12`, `3.12–14`, `3.12n`.
  var printed: String
  /// The same for a screen reader.
  var spoken: String
  /// Where it leads.
  var reference: String
  var isCaption: Bool
  var isPassing: Bool

  init?(_ locator: PeopleIndex.Locator, in publication: Publication, _ documentExtension: String) {
    let book = publication.book.book
    guard book.chapters.indices.contains(locator.chapter) else { return nil }
    let chapter = book.chapters[locator.chapter]
    guard chapter.prose.indices.contains(locator.first),
      chapter.prose.indices.contains(locator.last)
    else { return nil }
    let first = chapter.prose[locator.first]
    let last = chapter.prose[locator.last]
    let label = publication.chapterLabels[locator.chapter]
    let isNumber = label.utf8.allSatisfy { $0 < 0x80 } && !label.utf8.contains(0x20)
      && label.utf8.count <= 6
    let name = publication.documents[publication.documentOfChapter[locator.chapter]].name
    var fragment = first.id
    var suffix = ""
    let phrases = publication.phrases
    spoken =
      "\(isNumber ? phrases[.chapter] + " " : "")\(label), \(phrases[.paragraph]) \(first.paragraph)"
    if let note = locator.note ?? first.note, chapter.notes.indices.contains(note) {
      let number = chapter.notes[note].number
      // A note that nothing refers to is not printed.
      guard number > 0 else { return nil }
      suffix = "n"
      fragment = ChapterIDs(chapter).reference(number)
      spoken += ", \(phrases[.note]) \(number)"
    }
    var numbers = String(first.paragraph)
    if last.paragraph > first.paragraph {
      numbers += "–\(last.paragraph)"
      spoken += "–\(last.paragraph)"
    }
    printed = "\(label)\(isNumber ? "." : " ")\(numbers)\(suffix)"
    reference = name + documentExtension + (fragment.isEmpty ? "" : "#" + fragment)
    isCaption = locator.isCaption
    isPassing = locator.isPassing
  }
}
