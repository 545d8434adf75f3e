/// What changed from one revision of a book to another, as a reader would tell it.
///
/// Applying it to the old revision gives the new one: `apply(_:to:)`.
package struct RevisionDiff: Sendable, Equatable {
  /// The earlier revision.
  package var old: Side
  /// The later one.
  package var new: Side
  /// In the order of the new book; chapters that are gone stand where they stood.
  package var chapters: [ChapterDiff] = []
  /// Title, author and the like.
  package var book: [FieldChange] = []
  /// By heading.
  package var people: [PersonChange] = []
  /// In the order of the new chronology, those gone last.
  package var events: [EventChange] = []
  /// Pictures that came, went or were drawn anew, by path.
  package var pictures: [PictureChange] = []
  /// Messages that are new.
  package var messagesCome: [Message] = []
  /// Messages that are no more.
  package var messagesGone: [Message] = []

  /// One of the two revisions.
  package struct Side: Sendable, Equatable {
    /// As the author named it, or the folder.
    package var label: String
    /// The commit, with `-dirty`; nil outside git.
    package var revision: String?
    /// When it was committed, `YYYY-MM-DD`; nil outside git.
    package var date: String?
    /// The book's title.
    package var title: String
    /// BCP 47.
    package var language: String
    /// Words of all chapters.
    package var words: Int
  }

  /// Words put in over all chapters.
  package var gained: Int { chapters.reduce(0) { $0 + $1.gained } }
  /// Words gone.
  package var lost: Int { chapters.reduce(0) { $0 + $1.lost } }

  /// True when both revisions read the same.
  package var isEmpty: Bool {
    book.isEmpty && people.isEmpty && events.isEmpty && pictures.isEmpty && messagesCome.isEmpty
      && messagesGone.isEmpty && chapters.allSatisfy { !$0.isChanged }
  }
}

/// A value that was changed, put in or taken out.
package struct FieldChange: Sendable, Equatable {
  /// `title`, `author` ….
  package var name: String
  /// What it said.
  package var old: String?
  /// What it says.
  package var new: String?
}

/// What became of one chapter.
package struct ChapterDiff: Sendable, Equatable {
  /// The chapter as it was; nil for a new one.
  package var old: Name?
  /// The chapter as it is; nil for one that is gone.
  package var new: Name?
  /// True when it stands elsewhere among the others.
  package var isMoved = false
  /// Its header: title, part, date ….
  package var fields: [FieldChange] = []
  /// What to do, in the order of the new chapter, with the old chapter's passages.
  package var steps: [PassageStep] = []
  /// Words put in.
  package var gained = 0
  /// Words gone.
  package var lost = 0

  /// Which chapter.
  package struct Name: Sendable, Equatable {
    /// Index into `Book.chapters`.
    package var index: Int
    /// The file's path.
    package var file: String
    /// The title as printed, else the file's name.
    package var title: String
    /// Words.
    package var words: Int
  }

  /// True when a reader or an editor would notice anything.
  package var isChanged: Bool {
    old == nil || new == nil || isMoved || !fields.isEmpty || old?.file != new?.file
      || steps.contains { if case .kept = $0 { false } else { true } }
  }
}

/// The place of a passage.
package struct PassagePlace: Sendable, Hashable {
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Index into `ChapterReading.passages`.
  package var passage: Int
}

/// What became of one passage or a run of them.
package enum PassageStep: Sendable, Equatable {
  /// These passages of the old chapter read as they did.
  case kept(Range<Int>)
  /// The old chapter's passages were edited in place.
  case edited(PassageEdit)
  /// A new passage; the number is its place in the new chapter.
  case added(PassageContent, at: Int)
  /// A passage of the old chapter that is gone.
  case gone(Int)
  /// A passage that stood elsewhere in the old book, perhaps edited too.
  case movedHere(from: PassagePlace, PassageEdit)
  /// A passage of the old chapter that now stands elsewhere in the new book.
  case movedAway(Int, to: PassagePlace)
}

/// Old passages turned into new ones: usually one into one, more where a paragraph was divided or
/// paragraphs were joined.
package struct PassageEdit: Sendable, Equatable {
  /// Passages of the old chapter it stood in.
  package var old: Range<Int>
  /// Passages of the new chapter.
  package var new: Range<Int>
  /// What happened to the words, in order.
  package var words: [WordEdit]
  /// What the new passages are, when that differs from what the old ones were.
  package var shapes: [Passage.Shape]?
  /// What happened to the mark-up of words that stayed.
  package var markup: [MarkupChange]

  /// True when only mark-up changed.
  package var isMarkupOnly: Bool { words.isEmpty }
}

/// Mark-up put on words or taken off them.
package struct MarkupChange: Sendable, Equatable {
  /// True when it is new.
  package var isNew: Bool
  /// `emphasis`, `link to …`, `is a quotation` ….
  package var what: String
  /// The words, shortened when they are many.
  package var words: String
}

/// What became of a person of the registry.
package struct PersonChange: Sendable, Equatable {
  /// The id, the new one where it changed.
  package var id: String
  /// The heading now, or as it last was.
  package var heading: String
  /// What happened.
  package var fate: Fate
  /// Where the person is named now and was not before.
  package var namedIn: [Place]
  /// Where the person was named and is no more.
  package var goneFrom: [Place]
  /// Places that name the person: before and now.
  package var mentions: Change<Int>

  /// What can happen to a person.
  package enum Fate: Sendable, Equatable {
    case added
    case gone
    /// The heading or the id was another.
    case renamed(from: String, id: String)
    /// Only the places changed.
    case kept
  }

  /// A paragraph of a chapter.
  package struct Place: Sendable, Equatable {
    /// The chapter's title.
    package var chapter: String
    /// Ordinal of the paragraph, in the new book for `namedIn`, in the old for `goneFrom`.
    package var paragraph: Int
    /// How often there.
    package var count: Int
  }
}

/// A value before and after.
package struct Change<Value: Sendable & Equatable>: Sendable, Equatable {
  /// Before.
  package var old: Value
  /// After.
  package var new: Value
}

/// What became of an event.
package struct EventChange: Sendable, Equatable {
  /// The id, the new one where it changed.
  package var id: String
  /// What happened, as the chronology prints it.
  package var title: String
  /// What became of it.
  package var fate: Fate
  /// When it was and is, as EDTF or bounds; nil when unknown.
  package var date: Change<String?>
  /// Its title before, when that was another.
  package var formerTitle: String?

  /// What can happen to an event.
  package enum Fate: String, Sendable, Equatable {
    case added
    case gone
    case redated = "re-dated"
    case retitled
  }
}

/// What became of a picture file.
package struct PictureChange: Sendable, Equatable {
  /// Its path in the book's folder.
  package var path: String
  /// What became of it.
  package var fate: Fate

  /// What can happen to a picture.
  package enum Fate: String, Sendable, Equatable {
    case added
    case gone
    case changed
  }
}

/// A diagnostic without its source.
package struct Message: Sendable, Equatable {
  /// The code.
  package var code: String
  /// `error` or `warning`.
  package var severity: String
  /// What it says.
  package var message: String
  /// File and line, in its own revision; nil when it has no place.
  package var place: String?
}
