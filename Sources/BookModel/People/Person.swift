package import BookDiagnostics

/// A person of the registry, or found beside it.
package struct Person: Sendable, Equatable {
  /// `[a-z0-9-]+`, unique.
  package var id: String
  /// The parts of the name.
  package var name: PersonName
  /// As the index prints it: `Smith, Dave “Dizzy”`.
  package var heading: String
  /// As running text prints it: `Dave “Dizzy” Smith`.
  package var display: String
  /// What the index sorts by, made by our own collation.
  package var sort: String
  /// Years for a qualifier or a cast line, as written.
  package var born: WrittenDate?
  /// Ditto.
  package var died: WrittenDate?
  /// What they were: first is the qualifier of a homonym.
  package var roles: [String] = []
  /// schema.org relation to the narrator: spouse, parent, colleague ….
  package var relation: String?
  /// How much the public may read of them.
  package var privacy: Privacy = .public
  /// A line for the cast of characters.
  package var note: String?
  /// Forms that stand in the index with a *see* to this heading.
  package var see: [String] = []
  /// Web addresses or identifiers by kind.
  package var links: [String: String] = [:]
  /// The entry in people.yaml, nil for one that was found in the prose.
  package var span: SourceSpan?
  /// How bookc knows of them.
  package var origin: Origin = .registry

  package init(id: String, name: PersonName, heading: String, display: String, sort: String) {
    self.id = id
    self.name = name
    self.heading = heading
    self.display = display
    self.sort = sort
  }

  /// Where a person comes from.
  package enum Origin: String, Sendable {
    /// The author wrote an entry in people.yaml.
    case registry
    /// The prose names them, and the author has not been asked.
    case found
  }

  /// How much of a person may be named.
  package enum Privacy: Sendable, Equatable {
    case `public`
    case initials
    case pseudonym(String)
    case hidden
  }
}

/// A name in CSL's parts.
package struct PersonName: Sendable, Equatable {
  /// `Dr`, `Captain`.
  package var prefix: String?
  /// Given names.
  package var given: String?
  /// Family name without a particle that is dropped in sorting.
  package var family: String?
  /// `de`, `van`: printed with the family name.
  package var nonDroppingParticle: String?
  /// `de` that goes after the given name when inverted.
  package var droppingParticle: String?
  /// `Jr.`, `III`.
  package var suffix: String?
  /// Never inverted: family name first already.
  package var staticOrdering: Bool = false
  /// The whole name where it has no parts.
  package var literal: String?

  package init() {}
}

/// One place where a person is named.
package struct Mention: Sendable, Equatable {
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Index into that chapter's `prose`.
  package var prose: Int
  /// Range of that chapter's `text`: the name with its title, without a possessive.
  package var range: Range<Int>
  /// Index into `PeopleAnnotation.people`.
  package var person: Int
  /// Where it stands.
  package var zone: Zone
  /// True for a mention in passing.
  package var isPassing: Bool

  package init(
    chapter: Int, prose: Int, range: Range<Int>, person: Int, zone: Zone, isPassing: Bool = false
  ) {
    self.chapter = chapter
    self.prose = prose
    self.range = range
    self.person = person
    self.zone = zone
    self.isPassing = isPassing
  }
}

/// A name that fits several people and was left to the author.
package struct AmbiguousMention: Sendable, Equatable {
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Index into that chapter's `prose`.
  package var prose: Int
  /// Range of that chapter's `text`.
  package var range: Range<Int>
  /// Indices into `PeopleAnnotation.people`, likeliest first.
  package var candidates: [Int]

  package init(chapter: Int, prose: Int, range: Range<Int>, candidates: [Int]) {
    self.chapter = chapter
    self.prose = prose
    self.range = range
    self.candidates = candidates
  }
}

/// A name that the registry does not know.
package struct UnregisteredName: Sendable, Equatable {
  /// Its fullest form.
  package var text: String
  /// How often it and its short forms stand in the book.
  package var count: Int
  /// The first place.
  package var first: SourceSpan
  /// How sure it is that the name is somebody's, from 0 to 1.
  package var confidence: Double
  /// Whose further name it may be, an index into `PeopleAnnotation.people`.
  package var person: Int?
  /// How sure a name of a language may be of which bookc does not know how its prose names people:
  /// to be asked about, never taken as found.
  package static let mostWhereUnsupported = 0.5

  package init(
    text: String, count: Int, first: SourceSpan, confidence: Double = 1, person: Int? = nil
  ) {
    self.text = text
    self.count = count
    self.first = first
    self.confidence = confidence
    self.person = person
  }
}

/// All that was found out about people.
package struct PeopleAnnotation: Sendable {
  /// The registry in the order of people.yaml, then those found and printed, most often named first.
  package var people: [Person] = []
  /// In reading order.
  package var mentions: [Mention] = []
  /// In reading order.
  package var ambiguous: [AmbiguousMention] = []
  /// Most frequent first.
  package var unregistered: [UnregisteredName] = []
  /// What is worth asking, the one that settles most places first.
  package var questions: [PeopleQuestion] = []
  /// The index, sorted and grouped; empty without mentions.
  package var index = PeopleIndex()
  /// The cast of characters, grouped by relation; empty without a registry.
  package var cast: [CastGroup] = []
  /// What the rules ask beyond that.
  package var facts = PeopleFacts()

  package init() {}

  /// Whether the author wrote the entry of a person, rather than bookc finding them.
  package func isRegistered(_ person: Int) -> Bool { people[person].origin == .registry }

  /// How often each person is named, and where first; of who is not named the place is nil.
  package var named: [(count: Int, first: Mention?)] {
    var named = [(count: Int, first: Mention?)](repeating: (0, nil), count: people.count)
    for mention in mentions {
      if named[mention.person].count == 0 { named[mention.person].first = mention }
      named[mention.person].count += 1
    }
    return named
  }
}

/// The people index, ready to print but for its locators' form.
package struct PeopleIndex: Sendable, Equatable {
  /// Letter by letter.
  package var groups: [Group] = []

  package init() {}

  /// One letter's entries.
  package struct Group: Sendable, Equatable {
    /// `A`, `Å`, or `#`.
    package var letter: String
    /// In order.
    package var entries: [Entry] = []

    package init(letter: String) { self.letter = letter }
  }

  /// One heading.
  package struct Entry: Sendable, Equatable {
    /// As printed.
    package var heading: String
    /// `i-` and the person's id, or the form's slug for a *see* entry.
    package var id: String
    /// Index into `PeopleAnnotation.people`; nil for a *see* entry.
    package var person: Int?
    /// Where the person is named, in reading order.
    package var locators: [Locator] = []
    /// Subheadings, by chapter or by the author's notes, instead of a long string.
    package var subentries: [Subentry] = []
    /// *See*: ids of entries to go to instead.
    package var see: [String] = []
    /// *See also*: ids of further entries.
    package var seeAlso: [String] = []

    package init(heading: String, id: String, person: Int?) {
      self.heading = heading
      self.id = id
      self.person = person
    }
  }

  /// A subheading and its locators.
  package struct Subentry: Sendable, Equatable {
    /// What its places have in common.
    package enum Subject: Sendable, Equatable {
      /// What the author noted on them.
      case note(String)
      /// Index into `Book.chapters`; the outline knows what the chapter is called.
      case chapter(Int)
    }
    /// What its heading says.
    package var subject: Subject
    /// In reading order.
    package var locators: [Locator]

    package init(_ subject: Subject, locators: [Locator]) {
      self.subject = subject
      self.locators = locators
    }
  }

  /// A run of paragraphs about a person: one discussion, so that pages within it may be joined.
  package struct Locator: Sendable, Equatable {
    /// Index into `Book.chapters`.
    package var chapter: Int
    /// First and last leaf, indices into the chapter's `prose`; equal for a single paragraph.
    package var first: Int
    /// Ditto.
    package var last: Int
    /// Index into the chapter's notes when the mention stands in a note.
    package var note: Int?
    /// In a caption: printed in italic.
    package var isCaption: Bool
    /// In passing: printed lighter.
    package var isPassing: Bool

    package init(
      chapter: Int, first: Int, last: Int, note: Int? = nil, isCaption: Bool = false,
      isPassing: Bool = false
    ) {
      self.chapter = chapter
      self.first = first
      self.last = last
      self.note = note
      self.isCaption = isCaption
      self.isPassing = isPassing
    }
  }
}

/// People of one relation, for the cast of characters.
package struct CastGroup: Sendable, Equatable {
  /// `Family`, `Colleagues` …, in the book's language.
  package var title: String
  /// Indices into `PeopleAnnotation.people`, with one line of identity each.
  package var members: [Member]

  package init(title: String, members: [Member]) {
    self.title = title
    self.members = members
  }

  /// One line of the cast.
  package struct Member: Sendable, Equatable {
    /// Index into `PeopleAnnotation.people`.
    package var person: Int
    /// Who they were, with dates where they may be told.
    package var line: String

    package init(person: Int, line: String) {
      self.person = person
      self.line = line
    }
  }
}
