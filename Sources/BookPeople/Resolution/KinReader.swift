import BookLanguage

/// Finds whose relative somebody is in the words before a name.
struct KinReader {
  let words: WordReader

  /// The nearest "my father" before a place in the same leaf, within some sixty words.
  func narratorKin(before place: Int) -> (term: String, at: Int)? {
    var place = place
    var term: (term: String, at: Int)?
    var adjectives = 0
    for _ in 0..<60 {
      guard let word = previous(place) else { return nil }
      place = word.range.lowerBound
      if let kin = KinTerm.named(word.text), !word.isCapital {
        term = (kin, word.range.lowerBound)
        adjectives = 0
      } else if term != nil {
        if NameCueWords.mine.contains(word.text.lowercased()) { return term }
        adjectives += 1
        if adjectives > 3 { term = nil }
      }
    }
    return nil
  }

  /// The relatives a list names: "my grandfather had four sons, viz.: Thomas, John" gives what the
  /// son of a grandfather may be.
  func listed(before place: Int) -> [String] {
    var place = place
    var opensList = false
    for _ in 0..<40 {
      guard let word = words.before(place) else { return [] }
      if word.sign == 0x3A { opensList = true }
      if word.text.isEmpty {
        guard word.sign == 0x3A || word.sign == 0x2C else { return [] }
        place = max(word.range.lowerBound - 1, words.leaf.lowerBound)
        guard place > words.leaf.lowerBound else { return [] }
        continue
      }
      if word.sign == 0x2E, word.text != NameCueWords.shortListOpener { return [] }
      if NameCueWords.listOpeners.contains(word.text) { opensList = true }
      if opensList, word.text.hasSuffix("s"), let inner = KinTerm.named(word.text) {
        return owned(inner, before: word.range.lowerBound)
      }
      place = word.range.lowerBound
    }
    return []
  }

  private func owned(_ inner: String, before place: Int) -> [String] {
    if let owner = words.before(place), NameCueWords.mine.contains(owner.text.lowercased()) {
      return [inner]
    }
    guard let outer = narratorKin(before: place) else { return [] }
    return KinTerm.composed(outer.term, inner)
  }

  // The word before a place, signs passed over.
  private func previous(_ place: Int) -> WordReader.Word? {
    var place = place
    for _ in 0..<8 {
      guard let word = words.before(place) else { return nil }
      if !word.text.isEmpty { return word }
      place = word.range.lowerBound - 1
      if place <= words.leaf.lowerBound { return nil }
    }
    return nil
  }
}
