package import BookDiagnostics

/// What resolving the names left to be judged: facts that no output prints and the rules about
/// people read.
package struct PeopleFacts: Sendable {
  /// Everyone of the registry before privacy is applied, in step with `PeopleAnnotation.people`.
  package var registered: [RegisteredFacts] = []
  /// The narrator, an index into `registered`.
  package var narrator: Int?
  /// How each name stands, in step with `PeopleAnnotation.mentions`.
  package var namings: [Naming] = []
  /// Short names and names in full that several people bear, by the number of the form: who bears
  /// each, in the order of the registry's forms.
  package var bearers: [Int: [Int]] = [:]
  /// Forms that were told apart by what stands near, in the order of their first places.
  package var shared: [NameToldApart] = []
  /// Titles that fit none of those who bear the name.
  package var misfittingTitles: [MisfittingTitle] = []
  /// Places where a name differs by a letter from a registered one.
  package var nearMisses: [NearMiss] = []
  /// Names found without the registry that are nearly registered ones, most frequent first.
  package var slips: [SpellingSlip] = []
  /// People found without the registry whose names differ by a letter, the rarer first.
  package var speltAlike: [(person: Int, usual: Int)] = []
  /// What people whose life has dates do in a year that the sentence names.
  package var deeds: [Deed] = []

  package init() {}
}

/// A person of the registry, as the rules ask.
package struct RegisteredFacts: Sendable {
  /// As the author wrote the entry, private or not.
  package var person: Person
  /// Whether the person is of the narrator's family.
  package var isFamily = false
  /// An earlier person whose heading reads the same, when no date or role tells the two apart.
  package var namesake: Int?
  /// Other names and nicknames, each once.
  package var aliases: [AliasFacts] = []
  /// Words of the scope that are the beginning of no chapter's file name.
  package var emptyScopes: [String] = []
  /// The value of `see` in people.yaml.
  package var seeSpan: SourceSpan?
  /// The years that the date of birth leaves open.
  package var bornYears: ClosedRange<Int>?
  /// Ditto for the date of death.
  package var diedYears: ClosedRange<Int>?

  package init(person: Person) { self.person = person }
}

/// Another name of a person, as the rules ask.
package struct AliasFacts: Sendable {
  /// As it stands in the prose.
  package var text: String
  /// In people.yaml.
  package var span: SourceSpan?
  /// A word of everyday language that no capital marks as a name.
  package var isCommonWord: Bool
  /// Listed under `ambiguous`: the author knows that it is not one person's alone.
  package var isAmbiguous: Bool

  package init(text: String, span: SourceSpan?, isCommonWord: Bool, isAmbiguous: Bool) {
    self.text = text
    self.span = span
    self.isCommonWord = isCommonWord
    self.isAmbiguous = isAmbiguous
  }
}

/// How a mention names its person.
package struct Naming: Sendable {
  /// What part of a name stands there.
  package enum Part: Sendable {
    case full
    case alias
    case nickname
    case given
    case other
  }
  /// The number of the registry's form; nil for a link by the author.
  package var form: Int?
  /// What part of the name the words are.
  package var part: Part
  /// Whether the words name the person in full.
  package var isStrong: Bool

  package init(form: Int?, part: Part, isStrong: Bool) {
    self.form = form
    self.part = part
    self.isStrong = isStrong
  }
}

/// A form that fitted several people where it stood, and was given to one by what stands near.
package struct NameToldApart: Sendable {
  /// The number of the registry's form.
  package var form: Int
  /// As the registry has it.
  package var text: String
  /// The first such place: index into `Book.chapters`.
  package var chapter: Int
  /// Ditto: range of that chapter's `text`.
  package var range: Range<Int>
  /// How often each of those whom it fitted was taken; 0 for who never was.
  package var counts: [Int: Int]

  package init(form: Int, text: String, chapter: Int, range: Range<Int>, counts: [Int: Int]) {
    self.form = form
    self.text = text
    self.chapter = chapter
    self.range = range
    self.counts = counts
  }
}

/// A title before a registered name that fits none of its bearers.
package struct MisfittingTitle: Sendable {
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Range of that chapter's `text`.
  package var range: Range<Int>
  /// Who bears the name.
  package var people: [Int]

  package init(chapter: Int, range: Range<Int>, people: [Int]) {
    self.chapter = chapter
    self.range = range
    self.people = people
  }
}

/// A name that differs by a letter from that of somebody registered.
package struct NearMiss: Sendable {
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Range of that chapter's `text`.
  package var range: Range<Int>
  /// Whose name it nearly is.
  package var person: Int
  /// The part of the range that differs.
  package var word: Range<Int>
  /// What the registry has instead of it.
  package var registered: String

  package init(
    chapter: Int, range: Range<Int>, person: Int, word: Range<Int>, registered: String
  ) {
    self.chapter = chapter
    self.range = range
    self.person = person
    self.word = word
    self.registered = registered
  }
}

/// A name that resembles a registered one, wherever it stands.
package struct SpellingSlip: Sendable {
  /// As written.
  package var text: String
  /// How often.
  package var count: Int
  /// Whose name it nearly is.
  package var person: Int
  /// The first place.
  package var first: SourceSpan
  /// The word of that place that differs, and what the registry has instead.
  package var correction: (word: SourceSpan, registered: String)?

  package init(
    text: String, count: Int, person: Int, first: SourceSpan,
    correction: (word: SourceSpan, registered: String)?
  ) {
    self.text = text
    self.count = count
    self.person = person
    self.first = first
    self.correction = correction
  }
}

/// Somebody does something in a year: "In 1931 Ruth came".
package struct Deed: Sendable {
  /// Index into `PeopleAnnotation.mentions`.
  package var mention: Int
  /// The year that the sentence names.
  package var year: Int

  package init(mention: Int, year: Int) {
    self.mention = mention
    self.year = year
  }
}
