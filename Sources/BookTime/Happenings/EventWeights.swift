/// How much each cue says for or against a row, as logarithms of odds.
///
/// Learned by Scripts/events/weights.py from the chronologies that an editor made of two memoirs, and from
/// clauses of three more that were judged quickly, most by their title alone.
enum EventWeights {
  static let bias = -3.39
  /// Of a clause that needs the sentences before it.
  static let leaning = -0.44

  static func weight(_ cue: ClauseCue) -> Double { table[Int(cue.rawValue)] }

  private static let table: [Double] = ClauseCue.allCases.map { learned[$0] ?? 0 }

  private static let learned: [ClauseCue: Double] = [
    .hasYear: 1.27, .byNarrator: 0.81, .hasKin: 0.69, .concernsNarrator: 0.65,
    .opensParagraph: 0.54, .hasUnitWithDirection: 0.54, .ending: 0.46, .hasMonth: 0.43,
    .arriving: 0.40, .yearBeside: 0.40, .life: 0.38, .hasInstitution: 0.34, .reachesNarrator: 0.33,
    .isLikely: 0.31, .deciding: 0.30, .namesPlace: 0.30, .opensChapter: 0.29, .isFirst: 0.29,
    .beginning: 0.27, .isSure: 0.27, .isAtLast: 0.27, .ownObject: 0.27, .threeNames: 0.26,
    .byKin: 0.24, .hasWeekday: 0.24, .isAdverbial: 0.22, .oneName: 0.22, .trade: 0.21,
    .hasSeason: 0.21, .definiteObject: 0.21, .isPrompt: 0.20, .publishing: 0.16,
    .isComplement: 0.15, .hasAge: 0.15, .vagueObject: 0.13, .isPassive: 0.12, .thenGetting: 0.10,
    .isOtherClause: 0.09, .twoNames: 0.07, .byName: 0.06, .noObject: 0.06, .illness: 0.05,
    .turning: 0.05, .isCopula: -0.05, .isLong: -0.06, .besidePresent: -0.06, .besideSpeech: -0.07,
    .byThing: -0.07, .office: -0.07, .learning: -0.07, .hasThatClause: -0.09, .isMain: -0.09,
    .namedObject: -0.10, .byTime: -0.11, .hasOneDay: -0.12, .getting: -0.17, .meeting: -0.17,
    .isProgressive: -0.27, .thenOther: -0.30, .byOthers: -0.32, .byNoun: -0.32, .isDoubtful: -0.32,
    .finding: -0.34, .isRelative: -0.37, .unknownVerb: -0.37, .saying: -0.38, .hasHabit: -0.39,
    .isPerfect: -0.55, .lingering: -0.65,
  ]
}
