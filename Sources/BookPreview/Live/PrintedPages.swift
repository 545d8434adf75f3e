package import BookModel

/// The book as a PDF, and where its pages begin.
package struct PrintedPages: Sendable {
  /// The file.
  package var bytes: [UInt8]
  /// In the order of the pages.
  package var starts: [PageStart]

  package init(bytes: [UInt8], starts: [PageStart]) {
    self.bytes = bytes
    self.starts = starts
  }

  /// Index of the page on which a place of the text stands; nil where none is known.
  package func page(of place: (chapter: Int, offset: Int)?) -> Int? {
    guard let place else { return nil }
    let own = starts.filter { $0.chapter == place.chapter }
    return (own.last { $0.offset <= place.offset } ?? own.first)?.page
  }
}

extension LiveBook {
  /// The first place where this state's words differ from those of an earlier one; nil when none
  /// do, or when chapters came or went.
  package func firstChange(since old: LiveBook) -> (chapter: Int, offset: Int)? {
    let (before, after) = (old.annotated.book.chapters, annotated.book.chapters)
    guard before.count == after.count else { return nil }
    for chapter in after.indices where before[chapter].text != after[chapter].text {
      let same = zip(before[chapter].text, after[chapter].text).prefix { $0 == $1 }.count
      return (chapter, same)
    }
    return nil
  }
}
