package import BookDiagnostics

/// The book with all that was found in it: what its outline is made from.
package struct AnnotatedBook: Sendable {
  /// As read.
  package var book: Book
  /// Who is named where.
  package var people: PeopleAnnotation
  /// What happened when.
  package var time: TimeAnnotation

  package init(book: Book, people: PeopleAnnotation, time: TimeAnnotation) {
    self.book = book
    self.people = people
    self.time = time
  }
}

/// Where a page of the printed book begins.
package struct PageStart: Sendable, Equatable {
  /// The folio: `xii`, `34`.
  package var label: String
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Index into that chapter's `prose`.
  package var prose: Int
  /// Offset into that chapter's `text` of the page's first word.
  package var offset: Int
  /// Index of the page among those of the file, counted from 0 whatever its folio.
  package var page: Int

  package init(label: String, chapter: Int, prose: Int, offset: Int, page: Int = 0) {
    self.page = page
    self.label = label
    self.chapter = chapter
    self.prose = prose
    self.offset = offset
  }
}

/// A file that a build gives.
package struct Artifact: Sendable, Equatable {
  /// Path below the output folder: `the-reservoir.epub`, `html/index.html`.
  package var path: String
  /// The whole of it.
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A kind of book that can be made.
package protocol OutputFormat: Sendable {
  /// As in `--formats`.
  static var name: String { get }
  /// The files, none when an error withholds them.
  ///
  /// `pageStarts` are those of the printed pages of the same outline, for a format that lists
  /// them; empty where none were made.
  func render(
    _ outline: Outline, theme: Theme, pageStarts: [PageStart], jobs: Int
  ) async -> Diagnosed<Rendering>
}

/// What a format gives back.
package struct Rendering: Sendable, Equatable {
  /// The files, none when an error withholds them.
  package var artifacts: [Artifact]
  /// Where the pages begin, when the format has pages.
  package var pageStarts: [PageStart]
  /// How many pages the press prints; nil when it is made for none.
  package var pageCount: Int?
  /// The fonts that its bytes depend on, in order of their names.
  package var fonts: [UsedFont] = []

  package init(
    artifacts: [Artifact] = [], pageStarts: [PageStart] = [], pageCount: Int? = nil
  ) {
    self.artifacts = artifacts
    self.pageStarts = pageStarts
    self.pageCount = pageCount
  }
}

/// A theme as read from `Styles/NAME`.
package struct Theme: Sendable, Equatable {
  /// The folder's name.
  package var name: String
  /// `book.css`.
  package var bookCSS: [UInt8]
  /// `preview.css`.
  package var previewCSS: [UInt8]
  /// `theme.yaml` as read, for the typesetter to decode.
  package var page: YAMLNode?

  package init(name: String, bookCSS: [UInt8], previewCSS: [UInt8], page: YAMLNode?) {
    self.name = name
    self.bookCSS = bookCSS
    self.previewCSS = previewCSS
    self.page = page
  }
}
