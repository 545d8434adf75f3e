/// How much each cue says for or against a row, as logarithms of odds.
///
/// Learned by Scripts/events/weights.py from the chronologies that an editor made of two memoirs.
enum EventWeights {
  static let bias = -1.81
  /// Of a clause that needs the sentences before it.
  static let leaning = -0.38

  static func weight(_ cue: ClauseCue) -> Double { table[Int(cue.rawValue)] }

  private static let table: [Double] = ClauseCue.allCases.map { learned[$0] ?? 0 }

  private static let learned: [ClauseCue: Double] = [
    .hasYear: 1.62, .hasUnitWithDirection: 1.10, .thenEnding: 0.88, .life: 0.82, .isAtLast: 0.73,
    .opensParagraph: 0.71, .isPrompt: 0.70, .hasMonth: 0.69, .byNarrator: 0.67,
    .concernsNarrator: 0.65, .deciding: 0.65, .oneName: 0.64, .threeNames: 0.59,
    .hasWeekday: 0.58, .hasInstitution: 0.56, .trade: 0.56, .fighting: 0.53,
    .isOtherClause: 0.51, .thenGetting: 0.45, .isComplement: 0.39, .byKin: 0.37,
    .publishing: 0.36, .beginning: 0.36, .hasKin: 0.35, .yearBeside: 0.33, .namesPlace: 0.32,
    .reachesNarrator: 0.31, .hasSeason: 0.31, .hasLongLead: 0.26, .thenLife: 0.20, .hasAge: 0.19,
    .isLong: 0.19, .twoNames: 0.18, .sending: 0.18, .isShort: 0.17, .meeting: 0.16,
    .byName: 0.16, .arriving: 0.14, .isPassive: 0.12, .thenFighting: -0.14, .getting: -0.15,
    .isAdverbial: -0.15, .hasIndefinite: -0.17, .byOthers: -0.22, .byNoun: -0.24,
    .opensChapter: -0.24, .isMain: -0.24, .hasOneDay: -0.26, .byThing: -0.27, .learning: -0.28,
    .illness: -0.32, .saying: -0.35, .besidePresent: -0.36, .hasHabit: -0.37, .office: -0.46,
    .thenOther: -0.49, .isRelative: -0.51, .isProgressive: -0.52, .unknownVerb: -0.54,
    .isCopula: -0.54, .isPerfect: -0.96, .lingering: -1.57,
  ]
}
