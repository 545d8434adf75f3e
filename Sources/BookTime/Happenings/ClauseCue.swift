/// What shows that a clause tells an event worth a row, or that it does not.
enum ClauseCue: UInt8, CaseIterable, Sendable {
  // The verb.
  case life, motion, arriving, sending, trade, beginning, ending, getting, office, deciding,
    meeting, learning
  case publishing, fighting, illness, turning, saying, lingering, finding
  case unknownVerb, isCopula
  // The verb of a clause under it: "began to teach".
  case thenLife, thenMotion, thenFighting, thenEnding, thenMeeting, thenGetting, thenOther
  // Who.
  case byNarrator, byOthers, byThing, byName, byKin, byPeople, byNoun, byTime, byNobody
  // How it is told.
  case isPassive, isPerfect, isProgressive
  case isMain, isAdverbial, isRelative, isComplement, isOtherClause
  // When.
  case hasYear, yearBeside, hasMonth, hasWeekday, hasSeason, hasUnitWithDirection, isPrompt, hasAge
  case isFirst, isAtLast, hasOneDay
  // What with.
  case oneName, twoNames, threeNames, namesPlace, hasInstitution, hasKin, concernsNarrator
  case reachesNarrator, hasIndefinite
  // Where in the text.
  case opensParagraph, opensChapter, isShort, isLong, hasLongLead
  // Against.
  case hasHabit, besidePresent, hasThatClause
}

/// A set of cues.
struct ClauseCues: Sendable, Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func insert(_ cue: ClauseCue) {
    if cue.rawValue < 64 {
      low |= 1 << UInt64(cue.rawValue)
    } else {
      high |= 1 << UInt64(cue.rawValue - 64)
    }
  }

  func contains(_ cue: ClauseCue) -> Bool {
    cue.rawValue < 64
      ? low >> UInt64(cue.rawValue) & 1 == 1 : high >> UInt64(cue.rawValue - 64) & 1 == 1
  }

  /// Every cue in it, in order.
  var all: [ClauseCue] { ClauseCue.allCases.filter(contains) }

  /// A thing did it, or nobody who is named and none of the family.
  var isOfThing: Bool {
    (contains(.byNoun) || contains(.byThing) || contains(.byTime)) && !contains(.byKin)
  }

  /// It tells what things go through: they are founded, sold, burnt, and begin and end.
  var befallsThings: Bool {
    contains(.isPassive) || contains(.life) || contains(.beginning) || contains(.ending)
      || contains(.fighting) || contains(.motion)
  }

  /// It went on in somebody's mind, or was only said, and not to the narrator.
  var isOfMind: Bool {
    contains(.finding) || contains(.lingering) || contains(.saying) && !contains(.reachesNarrator)
  }
}
