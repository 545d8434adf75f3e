import BookDiagnostics

/// When two spellings are near enough to be one name.
enum Spelling {
  /// True for words of five letters or more that differ by one slip, but are not equal.
  ///
  /// Two names that both are usual, such as Helen and Ellen, are two names.
  static func isNear(_ found: String, _ registered: String) -> Bool {
    let a = found.lowercased()
    let b = registered.lowercased()
    guard a != b, a.unicodeScalars.count >= 5, b.unicodeScalars.count >= 5,
      abs(a.unicodeScalars.count - b.unicodeScalars.count) <= 1
    else { return false }
    guard editDistance(a, b) == 1 else { return false }
    // A plural or possessive is no slip.
    if a == b + "s" || b == a + "s" { return false }
    return !(isUsualGiven(a) && isUsualGiven(b) && a.unicodeScalars.first != b.unicodeScalars.first)
  }

  /// True for two usual names that do not sound alike: Helen and Ellen, Baker and Barker.
  static func areTwoNames(_ a: String, _ b: String) -> Bool {
    isUsual(a) && isUsual(b) && soundKey(Array(a.utf8)) != soundKey(Array(b.utf8))
  }

  private static func isUsual(_ word: String) -> Bool {
    let facts = Array(word.utf8).withUnsafeBufferPointer { wordFacts($0) }
    return max(facts.male, facts.female) >= 4 || facts.family >= 5
  }

  private static func isUsualGiven(_ word: String) -> Bool {
    let facts = Array(word.utf8).withUnsafeBufferPointer { wordFacts($0) }
    return max(facts.male, facts.female) >= 4
  }
}
