import BookModel

/// A locator of the people index as a link: chapter and paragraph, as an EPUB has no pages.
struct LocatorLink {
  /// `3.12`, `3.12n2`.
  var printed: String
  /// The same after another of its chapter: `12`, `12n2`.
  var shortened: String
  /// Index into the book's chapters.
  var chapter: Int
  /// The same for a screen reader.
  var spoken: String
  /// Where it leads.
  var reference: String
  /// The end of `3.12–14`; nil for a single paragraph.
  var end: End?
  var isCaption: Bool
  var isPassing: Bool

  /// The end of a run of paragraphs.
  struct End {
    var printed: String
    var spoken: String
    var reference: String
  }

  init?(_ locator: PeopleIndex.Locator, in publication: Publication, _ documentExtension: String) {
    let book = publication.book.book
    guard book.chapters.indices.contains(locator.chapter) else { return nil }
    let chapter = book.chapters[locator.chapter]
    guard chapter.prose.indices.contains(locator.first),
      chapter.prose.indices.contains(locator.last)
    else { return nil }
    let first = chapter.prose[locator.first]
    let last = chapter.prose[locator.last]
    let label = publication.outline.chapters[locator.chapter].label
    let isNumber =
      label.utf8.allSatisfy { $0 < 0x80 } && !label.utf8.contains(0x20)
      && label.utf8.count <= 6
    let name = publication.documentName(ofChapter: locator.chapter)
    var fragment = first.id
    var suffix = ""
    let phrases = publication.phrases
    spoken =
      "\(isNumber ? phrases[.chapter] + " " : "")\(label), \(phrases[.paragraph]) \(first.paragraph)"
    if let note = locator.note ?? first.note, chapter.notes.indices.contains(note) {
      let number = chapter.notes[note].number
      // A note that nothing refers to is not printed.
      guard number > 0 else { return nil }
      suffix = "n\(number)"
      fragment = ChapterIDs(chapter).reference(number)
      spoken += ", \(phrases[.note]) \(number)"
    }
    if last.paragraph > first.paragraph, suffix.isEmpty {
      end = End(
        printed: String(last.paragraph),
        spoken: "\(phrases[.paragraph]) \(last.paragraph)",
        reference: name + documentExtension + (last.id.isEmpty ? "" : "#" + last.id))
    }
    shortened = "\(first.paragraph)\(suffix)"
    printed = "\(label)\(isNumber ? "." : " ")\(shortened)"
    self.chapter = locator.chapter
    reference = name + documentExtension + (fragment.isEmpty ? "" : "#" + fragment)
    isCaption = locator.isCaption
    isPassing = locator.isPassing
  }
}
