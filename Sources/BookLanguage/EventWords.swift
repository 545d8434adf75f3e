/// Words by which a language shows that something happened, and how it is told.
package struct EventWords: Sendable {
  /// Words of one kind, in small letters, apart by blanks, every form written out.
  package let lists: [(kind: Kind, words: String)]
  /// Wars that everybody can date, with the first and the last year.
  package let periods: [(name: String, years: ClosedRange<Int>)]
  /// Behind what lasted up to the date that stands beside it: "Lived there until then".
  package let untilThen: String

  init(
    _ lists: [(Kind, String)], periods: [(String, ClosedRange<Int>)] = [], untilThen: String = ""
  ) {
    self.untilThen = untilThen
    self.lists = lists.map { (kind: $0, words: $1) }
    self.periods = periods.map { (name: $0, years: $1) }
  }

  /// What a word shows.
  package enum Kind: UInt8, Sendable, CaseIterable {
    // What somebody does, by the verb's forms of the past.
    /// Births, marriages, deaths.
    case life
    /// Born alone.
    case birth
    /// Goes about.
    case motion
    /// Leaves, arrives, settles.
    case arriving
    /// Sends, brings, lets go.
    case sending
    /// Sells, buys, hires, pays.
    case trade
    case beginning, ending
    /// Receives, obtains, wins.
    case getting
    /// Is made, elected, put in charge.
    case office
    case deciding
    /// Comes to know somebody.
    case meeting
    case learning
    /// Writes, delivers, publishes.
    case publishing
    case fighting, illness
    /// Becomes something else.
    case turning
    /// Finds, judges, feels: what goes on in somebody's mind.
    case finding
    /// Says and asks, which seldom is an event.
    case saying
    /// Sees, seems, has: what hardly ever is one.
    case lingering
    /// Stays, lives, works: what goes on for a time.
    case lasting
    // What stands beside it.
    /// Names of months, in capitals.
    case month
    case weekday, season
    /// Day, week, year.
    case unit
    /// Midnight, dawn, the beginning: times that have no length.
    case moment
    /// Next, following, same: what makes a unit a date.
    case direction
    /// Soon, at once, finally.
    case promptness
    /// First and last.
    case first, atLast
    /// Often, always, would: what happens again and again or not at all.
    case habit
    /// Words for relatives.
    case kin
    /// School, church, regiment, business: what one enters and leaves.
    case institution
    /// Words for persons that are no relatives.
    case people
    /// What happens to a place or a house, and is a happening by itself: a flood, a strike, a funeral.
    case occurrence
    /// What wars are called.
    case war
    /// That one is over.
    case warsEnd
    /// I, we.
    case narrator
    /// Me, us, my, our.
    case narrators
    /// He, she, they.
    case others
    /// It, that, which: a subject that is nobody.
    case thing
    /// Of place: to, at, in.
    case place
    /// Of age.
    case age
    // What a title must not end with, begin with, or hold.
    /// Articles, prepositions, conjunctions, auxiliaries.
    case dangling
    /// What joins a sentence to the one before it.
    case joint
    /// Pronouns that need somebody named before them: he, him, his.
    case pronounOfMan
    /// She, her.
    case pronounOfWoman
    /// They, their, it, this: what needs its sentence.
    case pronounOfThing
    /// What points at something said before: this, the latter, the same.
    case pointing
    /// What stands for a thing that was named before: one, some, several.
    case standIn
    /// Nouns that say nothing by themselves: thing, matter.
    case vague
    /// Nouns that say nothing at the end of a title: an effort, a letter, his presence.
    case hollow
    /// Articles of what is known already.
    case definite
    /// Verbs that say nothing without what they are done to: made, found, said.
    case needing
    /// Verbs that say all there is to say: graduated, retired.
    case whole
    /// Verbs that bid somebody do something: ordered, directed.
    case bidding
    /// Titles and kin words of a man.
    case man
    /// Of a woman.
    case woman
  }
}

extension EventWords {
  /// Of a language where none are known.
  package static let none = EventWords([])
}
