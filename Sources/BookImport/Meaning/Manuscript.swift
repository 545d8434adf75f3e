import BookLanguage
import BookModel

/// A typed document on its way to a book: line by line, each rule finds out what some were meant for.
///
/// A rule is a file of this folder. It changes roles and words, and tells of each guess.
struct Manuscript {
  /// What a line was meant for.
  enum Role: Equatable {
    case body
    case blank
    case table
    case rule
    case sceneBreak
    /// The title of a part.
    case part
    /// The title of a chapter.
    case chapter
    /// A heading within a chapter, from 2 on.
    case heading(Int)
    case item
    case figure
    /// Belongs to the figure before it.
    case caption
    /// Lines of one division or quotation have the same number.
    case set(Division.Kind?, group: Int)
    /// Taken into what is known of the book, or left out and told.
    case gone
  }

  /// A paragraph, or a table in its place.
  struct Line {
    var paragraph: TypedParagraph
    var table: TypedTable?
    var role = Role.body
    /// Columns of blanks and tabs that were typed before the first word.
    var typedIndent = 0
    /// Whether a tab stood among the words.
    var hasTab = false
    /// The role of the chapter that begins with this title, as book.yaml has it.
    var chapterRole: String?
    /// The words, once the blanks are tidy.
    var text = ""
    /// How many words.
    var count = 0

    /// What the names of its styles say.
    var styles: StyleMeaning

    init(_ paragraph: TypedParagraph, styles: StyleMeaning = []) {
      self.paragraph = paragraph
      self.styles = styles
    }

    /// Runs shown as a block of prose.
    var isProse: Bool { role == .body }
    var isCentered: Bool { paragraph.alignment == .center }
    var lineCount: Int { paragraph.runs.count { $0.content == .lineBreak } + 1 }
  }

  var lines: [Line] = []
  let document: TypedDocument
  /// What the book is called and the like, as far as it is known.
  var book = ImportedBook()
  var guesses: [Guess]
  var leftOut: [LeftOut]
  /// Words by which typed lines are known.
  let words = ManuscriptWords.ofAllLanguages
  /// First words of titles that are known by their words.
  let titleStarts: Set<String>
  /// The usual distance of prose from the margin.
  var usualLeft = 0
  /// The usual space above prose, in twentieths of a point.
  var usualBefore = 0
  /// The usual columns of blanks before a paragraph.
  var usualIndent = 0
  /// The usual size of letters, in half points.
  var usualSize = 0
  private(set) var groups = 0
  /// What styles say, by their names.
  var styleMeanings: [[String]: StyleMeaning] = [:]
  /// Chapters without a title that are still to be put in.
  var untitled: [(Int, Line)] = []

  init(_ document: TypedDocument) {
    self.document = document
    guesses = document.guesses
    leftOut = document.leftOut
    book.pictures = document.pictures
    titleStarts = words.chapter.union(words.part).union(words.numbers)
      .union(words.matter.compactMap { $0.split { " -".contains($0) }.first.map(String.init) })
  }

  /// Applies every rule, in the order in which one needs another.
  mutating func understand(named name: String) {
    layOutLines()
    tidyBlanks()
    leaveOutContents()
    measureProse()
    findLanguage()
    leaveOutRunningHeads()
    findFigures()
    findOrnaments()
    findChapters()
    findTitlePage(fileName: name)
    findFrontMatter()
    joinReturns()
    findTypedLists()
    findEpigraphs()
    findLetters()
    findSetIn()
    findEmptyLines()
    findWideGaps()
    tellTypewriting()
    tellLooks()
  }

  /// A number for a group of lines.
  mutating func newGroup() -> Int {
    groups += 1
    return groups
  }

  mutating func guess(_ kind: Guess.Kind, _ words: String, at index: Int) {
    guesses.append(Guess(kind, words, place: lines[index].paragraph.place))
  }

  /// The first words of a line, to know it by.
  func shown(_ index: Int) -> String { Self.shown(lines[index].text) }

  static func shown(_ text: String) -> String {
    text.count > 48 ? "“\(text.prefix(48).trimmedEnd)…”" : "“\(text)”"
  }

  /// The next line that is not blank, if any.
  func nextFilled(after index: Int) -> Int? {
    lines.indices[(index + 1)...].first { lines[$0].role != .blank && lines[$0].role != .gone }
  }

  /// The line before that is not blank, if any.
  func lastFilled(before index: Int) -> Int? {
    lines.indices[..<index].last { lines[$0].role != .blank && lines[$0].role != .gone }
  }
}

extension Substring {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
