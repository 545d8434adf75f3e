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
    let outline = publication.outline
    guard
      let place = outline.place(
        chapter: locator.chapter, prose: locator.first, note: locator.note),
      let last = outline.place(chapter: locator.chapter, prose: locator.last)?.leaf
    else { return nil }
    let first = place.leaf
    let label = outline.chapters[locator.chapter].label
    let isNumber =
      label.utf8.allSatisfy { $0 < 0x80 } && !label.utf8.contains(0x20)
      && label.utf8.count <= 6
    let name = publication.documentName(ofChapter: locator.chapter)
    var fragment = first.id
    var suffix = ""
    let phrases = publication.phrases
    spoken =
      "\(isNumber ? phrases[.chapter] + " " : "")\(label), \(phrases[.paragraph]) \(first.paragraph)"
    if let number = place.note {
      suffix = "n\(number)"
      fragment = ChapterIDs(publication.book.book.chapters[locator.chapter]).reference(number)
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
