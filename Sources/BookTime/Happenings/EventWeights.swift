/// How much each cue says for or against a row, as logarithms of odds.
///
/// Learned by Scripts/events/weights.py from the chronologies that an editor made of two memoirs.
enum EventWeights {
  static let bias = -1.46

  static func weight(_ cue: ClauseCue) -> Double { table[Int(cue.rawValue)] }

  private static let table: [Double] = ClauseCue.allCases.map { learned[$0] ?? 0 }

  private static let learned: [ClauseCue: Double] = [
    .hasYear: 1.96, .yearBeside: 1.05, .thenEnding: 0.9, .life: 0.84, .isPrompt: 0.81,
    .hasMonth: 0.81, .oneName: 0.27, .twoNames: 0.27, .threeNames: 0.27,
    .hasUnitWithDirection: 0.78, .hasAge: 0.7, .opensParagraph: 0.69, .isLong: 0.66,
    .byNarrator: 0.63, .publishing: 0.62, .hasOneDay: 0.59, .thenMotion: 0.58,
    .concernsNarrator: 0.48, .byKin: 0.43, .hasInstitution: 0.4, .meeting: 0.4, .deciding: 0.38,
    .byName: 0.34, .namesPlace: 0.34, .turning: 0.33, .isFirst: 0.32, .reachesNarrator: 0.32,
    .hasKin: 0.3, .isAtLast: 0.29, .thenMeeting: 0.29, .fighting: 0.24, .beginning: 0.22,
    .hasIndefinite: -0.19, .isShort: -0.21, .byThing: -0.22, .byNoun: -0.23, .isMain: -0.29,
    .besidePresent: -0.32, .hasHabit: -0.34, .isRelative: -0.34, .isCopula: -0.36,
    .unknownVerb: -0.4, .isPerfect: -0.4, .office: -0.48, .byOthers: -0.5, .getting: -0.5,
    .learning: -0.53, .lingering: -1.13,
  ]
}
