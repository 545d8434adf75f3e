/// The book as every output lays it out: its documents in order, and what each is called.
///
/// BookOutline decides it once a build; outputs, index and reports only read it, so that none of
/// them calls a chapter by a name of its own.
package struct Outline: Sendable {
  /// What it was made from; an output may add marks to its own copy of the prose.
  package var book: AnnotatedBook
  /// bookc's own words in the book's language.
  package let phrases: Phrasebook
  /// In reading order.
  package let documents: [OutlineDocument]
  /// The table of contents, without the pages before it.
  package let contents: [ContentsEntry]
  /// Chapter by chapter as in `Book.chapters`.
  package let chapters: [OutlineChapter]
  /// Index into `documents` where the story itself begins.
  package let start: Int
  /// Index into `documents` of the first that is no front matter: printed pages count from 1 there.
  package let bodyStart: Int
  /// Pictures drawn by bookc, in the order in which they stand at the head of the chronology.
  package let plates: [OutlinePlate]
  /// What was changed since the revision that `--since` names, in reading order; else empty.
  package let changes: [ProseChange]
  /// The same as the list of changes prints it.
  package let changeList: [ChangedChapter]
  /// What the colophon says that bookc adds to a book without one, paragraph by paragraph.
  package let colophon: Colophon

  package init(
    book: AnnotatedBook, phrases: Phrasebook, documents: [OutlineDocument],
    contents: [ContentsEntry], chapters: [OutlineChapter], start: Int, bodyStart: Int,
    plates: [OutlinePlate], changes: [ProseChange], changeList: [ChangedChapter],
    colophon: Colophon
  ) {
    self.book = book
    self.phrases = phrases
    self.documents = documents
    self.contents = contents
    self.chapters = chapters
    self.start = start
    self.bodyStart = bodyStart
    self.plates = plates
    self.changes = changes
    self.changeList = changeList
    self.colophon = colophon
  }

  /// The lines of the contents that stand for whole documents, as they follow each other, and how
  /// many titles stand above each.
  package var listedDocuments: [(entry: ContentsEntry, depth: Int)] {
    var listed: [(ContentsEntry, Int)] = []
    func add(_ entries: [ContentsEntry], _ depth: Int) {
      for entry in entries where entry.fragment == nil {
        listed.append((entry, depth))
        add(entry.children, depth + 1)
      }
    }
    add(contents, 0)
    return listed
  }

  /// What a subheading of the people index says: the chapter's short title, or the author's note.
  package func heading(of subentry: PeopleIndex.Subentry) -> String {
    switch subentry.subject {
    case .note(let words): words
    case .chapter(let chapter):
      chapters.indices.contains(chapter) ? chapters[chapter].shortTitle : ""
    }
  }

  /// The paragraphs of a colophon.
  package struct Colophon: Sendable, Equatable {
    /// What the edition was made with.
    package var edition: String
    /// The revision in git, named as such; nil where there is none.
    package var revision: String?

    package init(edition: String, revision: String?) {
      self.edition = edition
      self.revision = revision
    }
  }
}

/// What a chapter is called, and how its headings rank.
package struct OutlineChapter: Sendable {
  /// Index into `Outline.documents` of its document.
  package var document: Int
  /// Plain words on one line, never empty.
  package var title: String
  /// The same where there is little room: running heads, contents, subheadings of the index.
  package var shortTitle: String
  /// What an index calls it: its number, else its title.
  package var label: String
  /// The ranks of its sections, for outputs and contents alike.
  package var ranks: HeadingRanks
  /// How its text begins; nil where it does not begin with a paragraph.
  package var opening: ChapterOpening?

  package init(
    document: Int, title: String, shortTitle: String? = nil, label: String, ranks: HeadingRanks,
    opening: ChapterOpening? = nil
  ) {
    self.document = document
    self.title = title
    self.shortTitle = shortTitle ?? title
    self.label = label
    self.ranks = ranks
    self.opening = opening
  }
}

/// The rank each heading of a chapter has in the outputs: 1 for the chapter's title, and never
/// more than one deeper than the heading above it (WCAG technique G141).
package struct HeadingRanks: Sendable {
  private let ranks: [Int]

  package init(_ ranks: [Int]) { self.ranks = ranks }

  /// The deepest rank there is, also that of a section that is not known.
  package static let deepest = 6

  package subscript(section: Int) -> Int {
    ranks.indices.contains(section) ? ranks[section] : Self.deepest
  }
}

/// A picture drawn by bookc, which stands at the head of the chronology.
package struct OutlinePlate: Sendable, Equatable {
  /// What is drawn.
  package enum Kind: String, Sendable, CaseIterable {
    case timeline
    case presence
  }
  /// What is drawn.
  package var kind: Kind
  /// Its caption.
  package var title: String
  /// The whole of it, for a screen that scrolls.
  package var whole: Chronology.Plate
  /// The same in pieces that a printed page holds.
  package var sheets: [Chronology.Plate]

  package init(kind: Kind, title: String, whole: Chronology.Plate, sheets: [Chronology.Plate]) {
    self.kind = kind
    self.title = title
    self.whole = whole
    self.sheets = sheets
  }
}

/// What was changed in one chapter, as the list of changes prints it.
package struct ChangedChapter: Sendable, Equatable {
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// In reading order.
  package var passages: [Passage]

  package init(chapter: Int, passages: [Passage]) {
    self.chapter = chapter
    self.passages = passages
  }

  /// One line of the list.
  package struct Passage: Sendable, Equatable {
    /// How it begins.
    package var words: String
    /// What happened to it.
    package var kind: ProseChange.Kind
    /// Where it stands; nil for what was taken out.
    package var place: Event.Place?

    package init(words: String, kind: ProseChange.Kind, place: Event.Place?) {
      self.words = words
      self.kind = kind
      self.place = place
    }
  }
}
