/// A word, number or sign of a leaf of prose, with what it can mean in a date.
struct Token {
  /// First byte, in the chapter's text.
  var start: Int32
  /// After the last byte.
  var end: Int32
  /// What it is.
  var kind: Kind
  /// How it stands.
  var flags: Flags
  /// Month, day, number … by kind.
  var value: Int32

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Begins with a capital.
    static let capital = Flags(rawValue: 1)
    /// No blank between it and the token before.
    static let attached = Flags(rawValue: 2)
    /// A number with a separator in it: `40,000`, `22.8`.
    static let grouped = Flags(rawValue: 4)
    /// First of a sentence or leaf.
    static let first = Flags(rawValue: 8)
    /// A short form that needs company: `Sat`, `Mar`.
    static let short = Flags(rawValue: 16)
    /// Written in digits.
    static let digits = Flags(rawValue: 32)
  }

  enum Kind: UInt8 {
    // Signs
    case comma, stop, dash, slash, open, close, quoteOpen, quoteClose, colon, money, other
    case apostropheS
    // Numbers
    case number, ordinal, decade, shortYear, isoDate, clock
    // Calendar words
    case month, weekday, season, feast, feastWord, era, style
    // Units and counts
    case unit, numberWord, few
    // Direction
    case ago, later, earlier, before, after, since, hence, from, now
    // Deixis
    case the, this, that, same, next, previous, last, each, past
    case today, partOfDay
    // Parts and doubt
    case early, late, mid, begin, ending, half, about, perhaps
    // Joints
    case of, `in`, on, by, at, to, until, and, or, between, during, within, `for`
    case a, only, very, full
    // Ages and people
    case i, my, was, age, aged, old, when, born, turned, birthday, being, person
    // Traps
    case modal, counted, labelled, word
  }

  init(_ start: Int, _ end: Int, _ kind: Kind, _ flags: Flags, _ value: Int = 0) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.kind = kind
    self.flags = flags
    self.value = Int32(truncatingIfNeeded: value)
  }
}

/// A grain of time.
enum TimeUnit: Int, Sendable {
  case minute, hour, day, week, fortnight, month, season, year, decade, century

  /// Days, for grains of a day and more.
  var days: Int {
    switch self {
    case .minute, .hour: 0
    case .day: 1
    case .week: 7
    case .fortnight: 14
    case .month: 30
    case .season: 91
    case .year: 365
    case .decade: 3652
    case .century: 36_524
    }
  }
}
