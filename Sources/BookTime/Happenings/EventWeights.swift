/// How much each cue says for or against a row, as logarithms of odds.
///
/// Learned by Scripts/events/weights.py from the chronologies that an editor made of two memoirs, and from
/// clauses of three more that were judged quickly, most by their title alone.
enum EventWeights {
  static let bias = -2.53
  /// Of a clause that needs the sentences before it.
  static let leaning = -0.53

  static func weight(_ cue: ClauseCue) -> Double { table[Int(cue.rawValue)] }

  private static let table: [Double] = ClauseCue.allCases.map { learned[$0] ?? 0 }

  private static let learned: [ClauseCue: Double] = [
    .hasYear: 1.21, .byNarrator: 0.85, .hasUnitWithDirection: 0.61, .arriving: 0.61,
    .concernsNarrator: 0.55, .yearBeside: 0.51, .hasKin: 0.50, .life: 0.47, .opensParagraph: 0.45,
    .hasMonth: 0.45, .oneName: 0.44, .deciding: 0.44, .isComplement: 0.39, .publishing: 0.34,
    .fighting: 0.33, .isAtLast: 0.33, .hasInstitution: 0.32, .opensChapter: 0.32,
    .namesPlace: 0.30, .threeNames: 0.30, .ending: 0.26, .trade: 0.25, .thenGetting: 0.25,
    .isPrompt: 0.24, .beginning: 0.23, .hasSeason: 0.23, .hasWeekday: 0.22,
    .reachesNarrator: 0.22, .byName: 0.21, .isPassive: 0.20, .sending: 0.19, .isAdverbial: 0.16,
    .byKin: 0.15, .isFirst: 0.12, .motion: 0.12, .thenEnding: 0.10, .hasAge: 0.10,
    .isOtherClause: 0.10, .thenMeeting: 0.07, .thenMotion: 0.07, .learning: -0.06,
    .byNobody: -0.07, .illness: -0.08, .getting: -0.09, .isShort: -0.09, .hasIndefinite: -0.11,
    .isMain: -0.12, .byTime: -0.12, .meeting: -0.13, .hasOneDay: -0.14, .hasThatClause: -0.15,
    .besidePresent: -0.20, .office: -0.22, .isLong: -0.24, .isProgressive: -0.25, .byThing: -0.27,
    .byOthers: -0.28, .turning: -0.28, .finding: -0.33, .byNoun: -0.34, .thenOther: -0.34,
    .unknownVerb: -0.46, .hasHabit: -0.46, .isCopula: -0.47, .saying: -0.47, .isRelative: -0.52,
    .isPerfect: -0.59, .lingering: -1.12,
  ]
}
