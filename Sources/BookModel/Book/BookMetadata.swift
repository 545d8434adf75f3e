package import BookDiagnostics

/// What book.yaml says of the book as a whole.
package struct BookMetadata: Sendable, Equatable {
  /// Never empty.
  package var title: String
  /// Printed below the title.
  package var subtitle: String?
  /// What running heads call it, where its title is long.
  package var short: String?
  /// BCP 47.
  package var language: String
  /// Authors first, then editors, illustrators and others, as listed.
  package var contributors: [Contributor] = []
  /// `urn:uuid:…`, `urn:isbn:…` or the author's own; always there.
  package var identifier: String = ""
  /// Thirteen digits without hyphens, checked.
  package var isbn: String?
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  package var date: WrittenDate?
  /// Who publishes it.
  package var publisher: String?
  /// The rights statement.
  package var rights: String?
  /// A paragraph about the book.
  package var description: String?
  /// Subject headings.
  package var subjects: [Subject] = []
  /// The series it belongs to.
  package var series: Series?
  /// The cover given by the author.
  package var cover: Image?
  /// A folder in `Styles/`.
  package var theme: String = "classic"
  /// The size of the printed page as written, such as `5.5x8.5in`.
  package var trim: YAMLNode?
  /// Formats named in book.yaml, else empty.
  package var formats: [String] = []
  /// Who tells it.
  package var narrator: Narrator?
  /// How the people index is made.
  package var people = PeoplePolicy()
  /// How the chronology is made.
  package var chronology = ChronologyPolicy()
  /// How the pages for the press are made.
  package var print = PrintPolicy()
  /// What the author claims, if anything.
  package var accessibility: AccessibilityClaim?
  /// Words the author aims at.
  package var wordGoal: Int?
  /// Whether bookc adds a colophon to a book that has none of its own.
  package var hasColophon = true
  /// The value of `title:` or, without a book.yaml, the place the title came from.
  package var titleSpan: SourceSpan?

  package init(title: String, language: String) {
    self.title = title
    self.language = language
  }

  /// The contributors with role `aut`.
  package var authors: [Contributor] { contributors.filter { $0.role == "aut" } }

  /// The primary subtag of the language: `en` of `en-GB`.
  package var primaryLanguage: String {
    String(language.prefix { $0 != "-" }).lowercased()
  }
}

/// How the pages for the press are made.
package struct PrintPolicy: Sendable, Equatable {
  /// Which inks the inside of the book is printed with.
  package enum Interior: String, Sendable, CaseIterable {
    case grey
    case colour
  }
  /// Where the sheet is larger than the trimmed page.
  package enum Bleed: String, Sendable, CaseIterable {
    case none
    /// Above, below and outside, but not at the gutter, as KDP and IngramSpark want it.
    case outside
  }
  /// What the inside is printed on.
  package enum Paper: String, Sendable, CaseIterable {
    case white
    case cream
  }
  /// Ditto.
  package var interior = Interior.colour
  /// Ditto.
  package var bleed = Bleed.none
  /// The printing condition by its name in the ICC's registry, such as `FOGRA39`; nil for the usual.
  package var condition: String?
  /// Nil where it is not said, so that nobody knows how thick the book becomes.
  package var paper: Paper?

  package init() {}

  /// Inches that so many pages are thick; nil where the paper is not said.
  ///
  /// By what KDP says of its papers (G201953020): colour is printed on a heavier white.
  package func spine(ofPages pages: Int) -> Double? {
    let page: Double? =
      switch paper {
      case .cream: 0.0025
      case .white: interior == .colour ? 0.002347 : 0.002252
      case nil: nil
      }
    return page.map { Double(pages) * $0 }
  }
}

/// Somebody who made the book.
package struct Contributor: Sendable, Equatable {
  /// As printed.
  package var name: String
  /// As sorted: "Grant, Ulysses S.".
  package var sort: String
  /// A MARC relator code.
  package var role: String

  package init(name: String, sort: String, role: String) {
    self.name = name
    self.sort = sort
    self.role = role
  }
}

/// A subject heading, with the scheme it is from if known.
package struct Subject: Sendable, Equatable {
  /// The words.
  package var name: String
  /// `THEMA`, `BISAC`, `LCSH` ….
  package var authority: String?
  /// Its code in that scheme.
  package var term: String?

  package init(name: String, authority: String? = nil, term: String? = nil) {
    self.name = name
    self.authority = authority
    self.term = term
  }
}

/// The series a book is part of.
package struct Series: Sendable, Equatable {
  /// Its name.
  package var name: String
  /// As written: `2`, `2.5`.
  package var position: String?

  package init(name: String, position: String?) {
    self.name = name
    self.position = position
  }
}

/// The one who says "I".
package struct Narrator: Sendable, Equatable {
  /// An id of people.yaml.
  package var person: String?
  /// Of birth.
  package var born: WrittenDate?

  /// Where the person stands in book.yaml.
  package var span: SourceSpan?

  package init(person: String?, born: WrittenDate?, span: SourceSpan? = nil) {
    self.person = person
    self.born = born
    self.span = span
  }
}

/// What the author claims of the book's accessibility.
package struct AccessibilityClaim: Sendable, Equatable {
  /// Such as `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`.
  package var conformsTo: String
  /// Who certifies it.
  package var certifiedBy: String?

  package init(conformsTo: String, certifiedBy: String?) {
    self.conformsTo = conformsTo
    self.certifiedBy = certifiedBy
  }
}

/// `people:` in book.yaml.
package struct PeoplePolicy: Sendable, Equatable {
  /// What becomes of people whom the prose names and people.yaml lacks: in the index, asked about,
  /// or not looked for.
  package enum Found: String, Sendable, CaseIterable { case print, ask, off }
  /// What becomes of mentions in passing.
  package enum Passing: String, Sendable, CaseIterable { case keep, light, omit }
  /// How headings are put in order.
  package enum Collation: String, Sendable, CaseIterable { case word, letter }
  /// How page ranges are shortened.
  package enum Ranges: String, Sendable, CaseIterable { case chicago, full, minimal }
  /// People found beside the registry.
  package var found: Found = .print
  /// Mentions in passing.
  package var passing: Passing = .keep
  /// Order of headings.
  package var collation: Collation = .word
  /// Page ranges.
  package var ranges: Ranges = .chicago
  /// Whether "People in this book" stands among the front matter.
  package var cast: Bool = false
  /// Whether the book has a people index.
  package var index: Bool = true

  package init() {}
}

/// `chronology:` in book.yaml.
package struct ChronologyPolicy: Sendable, Equatable {
  /// What becomes of events that bookc finds in the prose.
  package enum Found: String, Sendable, CaseIterable {
    /// Those of which it is sure stand in the chronology.
    case print
    /// They wait in `bookc scan events` for the author.
    case ask
    /// None are looked for.
    case off
  }
  /// How many of them are printed.
  package enum Rows: Sendable, Equatable {
    /// As many as fill two to four pages.
    case auto
    case most(Int)
    /// Every one that can be worded and dated.
    case all
  }
  /// What becomes of events found in the prose.
  package var found: Found = .print
  /// Whether book.yaml itself says that they are printed.
  package var asksForFound = false
  /// How many of them are printed.
  package var rows: Rows = .auto
  /// False where the book is to have no chronology, whatever is marked.
  package var isPrinted: Bool = true
  /// The narrator's age beside the year.
  package var ages: Bool = false
  /// A drawn time line before the list.
  package var timeline: Bool = false
  /// A drawn chart of who is in which chapter.
  package var presence: Bool = false
  /// Public events to print in italics: `world:` in chronology.yaml.
  package var world: Bool = true

  package init() {}
}
