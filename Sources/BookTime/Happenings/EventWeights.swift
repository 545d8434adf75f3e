/// How much each cue says for or against a row, as logarithms of odds.
///
/// Learned by Scripts/events/weights.py from the chronologies that an editor made of two memoirs.
enum EventWeights {
  static let bias = -1.83
  /// Of a clause that needs the sentences before it.
  static let leaning = -0.51

  static func weight(_ cue: ClauseCue) -> Double { table[Int(cue.rawValue)] }

  private static let table: [Double] = ClauseCue.allCases.map { learned[$0] ?? 0 }

  private static let learned: [ClauseCue: Double] = [
    .hasYear: 1.19, .hasUnitWithDirection: 1.07, .life: 0.81, .byNarrator: 0.70, .isPrompt: 0.69,
    .threeNames: 0.67, .concernsNarrator: 0.66, .oneName: 0.63, .opensParagraph: 0.63,
    .deciding: 0.63, .isAtLast: 0.61, .hasMonth: 0.59, .thenEnding: 0.57, .fighting: 0.49,
    .hasInstitution: 0.48, .publishing: 0.44, .hasWeekday: 0.41, .byKin: 0.41, .hasKin: 0.38,
    .hasSeason: 0.36, .beginning: 0.32, .isComplement: 0.32, .isOtherClause: 0.30, .hasAge: 0.30,
    .namesPlace: 0.29, .trade: 0.27, .meeting: 0.24, .yearBeside: 0.22, .thenGetting: 0.22,
    .hasLongLead: 0.22, .twoNames: 0.18, .isShort: 0.17, .isLong: 0.15, .reachesNarrator: 0.15,
    .isFirst: 0.14, .isAdverbial: -0.14, .byOthers: -0.17, .opensChapter: -0.18,
    .hasOneDay: -0.20, .isRelative: -0.23, .getting: -0.23, .byThing: -0.24, .isMain: -0.24,
    .saying: -0.25, .office: -0.26, .illness: -0.26, .byNoun: -0.27, .thenOther: -0.30,
    .learning: -0.30, .hasHabit: -0.36, .isPerfect: -0.38, .besidePresent: -0.40,
    .unknownVerb: -0.46, .isCopula: -0.47, .lingering: -1.52,
  ]
}
