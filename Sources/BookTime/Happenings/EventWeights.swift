/// How much each cue says for or against a row, as logarithms of odds.
///
/// Learned by Scripts/events/weights.py from the chronologies that an editor made of two memoirs.
enum EventWeights {
  static let bias = -1.87
  /// Of a clause that needs the sentences before it.
  static let leaning = -0.41

  static func weight(_ cue: ClauseCue) -> Double { table[Int(cue.rawValue)] }

  private static let table: [Double] = ClauseCue.allCases.map { learned[$0] ?? 0 }

  private static let learned: [ClauseCue: Double] = [
    .hasYear: 1.58, .hasUnitWithDirection: 1.09, .thenEnding: 0.88, .isAtLast: 0.84, .life: 0.83,
    .hasMonth: 0.74, .opensParagraph: 0.72, .byNarrator: 0.69, .isPrompt: 0.66,
    .threeNames: 0.65, .concernsNarrator: 0.64, .oneName: 0.64, .deciding: 0.61,
    .hasWeekday: 0.58, .fighting: 0.55, .hasInstitution: 0.54, .trade: 0.53,
    .isOtherClause: 0.50, .thenGetting: 0.47, .beginning: 0.40, .byKin: 0.37, .publishing: 0.35,
    .yearBeside: 0.34, .hasKin: 0.33, .hasSeason: 0.33, .isComplement: 0.32,
    .reachesNarrator: 0.30, .namesPlace: 0.27, .sending: 0.27, .hasLongLead: 0.26, .hasAge: 0.21,
    .twoNames: 0.20, .thenLife: 0.19, .isShort: 0.19, .isLong: 0.19, .meeting: 0.16,
    .isFirst: 0.13, .isPassive: 0.11, .arriving: 0.11, .byName: 0.11, .byNobody: -0.10,
    .thenFighting: -0.13, .isAdverbial: -0.16, .hasIndefinite: -0.16, .getting: -0.18,
    .byOthers: -0.18, .isMain: -0.20, .isProgressive: -0.23, .opensChapter: -0.24,
    .byThing: -0.25, .hasOneDay: -0.26, .byNoun: -0.26, .learning: -0.29, .saying: -0.31,
    .illness: -0.31, .besidePresent: -0.33, .hasHabit: -0.35, .thenOther: -0.40,
    .isRelative: -0.47, .unknownVerb: -0.52, .office: -0.54, .isCopula: -0.57, .isPerfect: -0.67,
    .lingering: -1.60,
  ]
}
