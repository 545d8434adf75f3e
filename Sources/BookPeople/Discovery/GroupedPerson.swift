import BookLanguage

/// A person as the names seen so far make them.
struct GroupedPerson {
  /// All given names used, in words' numbers; the first is the fullest.
  var given: [[UInt32]] = []
  var family: [UInt32] = []
  var titles: Set<String> = []
  var gender: Title.Gender = .either
  var suffix: String?
  /// For someone known by one name.
  var bare: UInt32?
  var isFamilyGroup = false
  /// The place of the title: `Duke of York`.
  var seat: [UInt32] = []
  /// What they are to the narrator.
  var kin: String?
  /// The chapters in which a form stands that is theirs alone.
  var chapters: Set<Int> = []
  /// Those in which they have a military rank.
  var rankChapters: [String: Set<Int>] = [:]

  /// Whether she can be no Miss, as my mother is none.
  var isMarried: Bool {
    titles.contains("mrs") || kin.map(NameCueWords.marriedKin.contains) ?? false
  }
}
