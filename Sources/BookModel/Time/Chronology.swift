package import BookDiagnostics

/// How a date was come by.
package enum DateBasis: String, Sendable, CaseIterable {
  case explicit
  case relative
  case age
  case duration
  case named
  case order
}

/// How far a date can be trusted.
package enum DateConfidence: String, Sendable, CaseIterable, Comparable {
  case low
  case derived
  case medium
  case high
  case exact

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  package static func < (a: DateConfidence, b: DateConfidence) -> Bool { a.rank < b.rank }
}

/// Words in the prose that say when.
package struct DateExpression: Sendable, Equatable, Dated {
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Index into that chapter's `prose`.
  package var prose: Int
  /// Range of that chapter's `text`.
  package var range: Range<Int>
  /// EDTF, nil where the words cannot be resolved.
  package var edtf: EDTF?
  /// First day it can mean; nil when open or unknown.
  package var earliest: DayNumber?
  /// Last day it can mean.
  package var latest: DayNumber?
  /// How it was come by.
  package var basis: DateBasis
  /// How far to trust it.
  package var confidence: DateConfidence
  /// How it was worked out, in one sentence for the author.
  package var reasoning: String
  /// True when it dates an event of the narrative.
  package var isEvent: Bool

  package init(
    chapter: Int, prose: Int, range: Range<Int>, edtf: EDTF?, earliest: DayNumber?,
    latest: DayNumber?, basis: DateBasis, confidence: DateConfidence, reasoning: String,
    isEvent: Bool
  ) {
    self.chapter = chapter
    self.prose = prose
    self.range = range
    self.edtf = edtf
    self.earliest = earliest
    self.latest = latest
    self.basis = basis
    self.confidence = confidence
    self.reasoning = reasoning
    self.isEvent = isEvent
  }
}

/// What has a date, read or worked out, and the days that it may mean.
package protocol Dated {
  /// EDTF, nil where there is none.
  var edtf: EDTF? { get }
  /// First day it can mean; nil when open or unknown.
  var earliest: DayNumber? { get }
  /// Last day it can mean.
  var latest: DayNumber? { get }
  /// How it was come by.
  var basis: DateBasis { get }
  /// How far to trust it.
  var confidence: DateConfidence { get }
}

/// Something that happened.
package struct Event: Sendable, Equatable, Dated {
  /// `[a-z0-9-]+`, unique.
  package var id: String
  /// As the chronology prints it.
  package var title: String
  /// EDTF, nil when only bounds are known.
  package var edtf: EDTF?
  /// First day it can have been.
  package var earliest: DayNumber?
  /// Last day it can have been.
  package var latest: DayNumber?
  /// How the date was come by.
  package var basis: DateBasis
  /// How far to trust it.
  package var confidence: DateConfidence
  /// The author's words for when, if the prose has them.
  package var words: String?
  /// Where it is told; nil for events of chronology.yaml.
  package var place: Place?
  /// The mark-up or YAML it came from.
  package var span: SourceSpan
  /// Indices into `PeopleAnnotation.people`.
  package var people: [Int]
  /// True for a public event printed beside the story.
  package var isWorld: Bool
  /// True for what has yet to happen when the book is written.
  package var isPlanned: Bool
  /// Who says that it happened.
  package var origin: Origin = .marked
  /// Of one that was found: whether bookc is sure enough to print it.
  package var isSure: Bool = false
  /// Of one that was found: the word that tells it, a range of the chapter's text.
  package var trigger: Range<Int>?
  /// How its date was worked out, in words; nil where nothing dates it.
  package var reasoning: String?

  /// Where an event comes from.
  package enum Origin: String, Sendable {
    /// bookc found it in the prose.
    case found
    /// The author marked it in the prose.
    case marked
    /// chronology.yaml has it.
    case file
  }

  /// A place in the prose.
  package struct Place: Sendable, Equatable {
    /// Index into `Book.chapters`.
    package var chapter: Int
    /// Index into that chapter's `prose`.
    package var prose: Int
    /// Range of that chapter's `text`.
    package var range: Range<Int>

    package init(chapter: Int, prose: Int, range: Range<Int>) {
      self.chapter = chapter
      self.prose = prose
      self.range = range
    }
  }

  package init(
    id: String, title: String, edtf: EDTF?, earliest: DayNumber?, latest: DayNumber?,
    basis: DateBasis, confidence: DateConfidence, words: String?, place: Place?, span: SourceSpan,
    people: [Int] = [], isWorld: Bool = false, isPlanned: Bool = false
  ) {
    self.id = id
    self.title = title
    self.edtf = edtf
    self.earliest = earliest
    self.latest = latest
    self.basis = basis
    self.confidence = confidence
    self.words = words
    self.place = place
    self.span = span
    self.people = people
    self.isWorld = isWorld
    self.isPlanned = isPlanned
  }
}

/// A set of statements that cannot all be true.
package struct TimeConflict: Sendable, Equatable {
  /// What is wrong, in words an author understands.
  package var message: String
  /// The sentences concerned.
  package var spans: [SourceSpan]
  /// What each of them says, in step with `spans`.
  package var statements: [String]

  package init(message: String, spans: [SourceSpan], statements: [String] = []) {
    self.message = message
    self.spans = spans
    self.statements = statements
  }
}

/// All that was found out about time.
package struct TimeAnnotation: Sendable {
  /// In reading order.
  package var expressions: [DateExpression] = []
  /// Every event that is printed, in chronological order.
  package var events: [Event] = []
  /// Events found in the prose that wait for the author, in chronological order.
  package var proposed: [Event] = []
  /// What cannot be true.
  package var conflicts: [TimeConflict] = []
  /// The chronology as printed, by policy; empty when there is nothing to print.
  package var chronology = Chronology()
  /// What the rules ask beyond that.
  package var facts = TimeFacts()

  package init() {}
}

/// The chronology as printed.
package struct Chronology: Sendable, Equatable {
  /// In order.
  package var years: [Year] = []
  /// An SVG document with `<title>` and `<desc>`, when asked for.
  package var timeline: Plate?
  /// The time line in pieces that a printed page holds, where there is one.
  package var timelineSheets: [Plate] = []
  /// Ditto: person by chapter.
  package var presence: Plate?

  package init() {}

  /// One year's rows.
  package struct Year: Sendable, Equatable {
    /// `2014`, or what stands for rows that have no single year.
    package var label: String
    /// The narrator's age, printed beside it: `aged 34`.
    package var age: String?
    /// In order.
    package var rows: [Row] = []

    package init(label: String) { self.label = label }
  }

  /// One event as printed.
  package struct Row: Sendable, Equatable {
    /// Index into `TimeAnnotation.events`.
    package var event: Int
    /// When, within the year, as printed: `5 August`, `a month later`; empty when nothing more.
    package var when: String
    /// What parts the date from the words: a stop, unless the date ends with a sign of its own.
    package var stop: String { when.isEmpty || ".?!".contains(when.last ?? ".") ? "" : "." }
    /// A legal value for `<time datetime>`, nil when there is none.
    package var datetime: String?
    /// What happened, as printed.
    package var text: String

    package init(event: Int, when: String, datetime: String?, text: String) {
      self.event = event
      self.when = when
      self.datetime = datetime
      self.text = text
    }
  }

  /// A picture drawn by bookc.
  package struct Plate: Sendable, Equatable {
    /// SVG.
    package var svg: String
    /// What it shows, in words that replace it.
    package var alternative: String
    /// Units of the drawing.
    package var width: Float
    /// Ditto.
    package var height: Float

    package init(svg: String, alternative: String, width: Float, height: Float) {
      self.svg = svg
      self.alternative = alternative
      self.width = width
      self.height = height
    }
  }
}
