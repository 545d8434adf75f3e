import BookLanguage
import BookWords

// The words of `LeadingWords` where the text has not been cut: what stands before a registered name
// and is no part of it.

/// Tells whether a capital word before a name leads to it.
struct LeadingText {
  let words: WordReader
  /// How much of a given name such a word may be.
  private static let givenAtMost: UInt8 = 2
  /// How much of a family name.
  private static let familyAtMost: UInt8 = 3

  /// "The 1st of June Anderson", "At Knoxville Bragg", "Subsequently Forrest".
  func leads(_ word: WordReader.Word) -> Bool {
    let letters = foldedWord(word.text.utf8)
    let facts = letters.withUnsafeBufferPointer { wordFacts($0) }
    let before = words.before(word.range.lowerBound)
    if facts.classes.contains(.calendar) { return isDate(facts, before) }
    guard facts.given <= Self.givenAtMost else { return false }
    if letters.contains(UInt8(ascii: "-")) {
      return !facts.isName && LeadingWords.isCompound(letters)
    }
    if facts.classes.contains(.place), let before, before.isSpaced, before.sign == nil,
      NameCueWords.beforePlace.contains(before.text.lowercased())
    {
      // "In Westminster Hall".
      return words.after(word.range.upperBound).map { !NameNeighbours.isPlaceHead($0.text) } ?? true
    }
    return facts.given == 0 && facts.family <= Self.familyAtMost && facts.common > 0
      && words.isSentenceStart(word.range.lowerBound)
      && NameCueWords.endingsOfLeadingWords.contains { ending in
        letters.count > ending.utf8.count + 2
          && letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      }
  }

  private func isDate(_ facts: WordFacts, _ before: WordReader.Word?) -> Bool {
    guard let before, before.isSpaced, before.sign == nil else { return false }
    if isFigure(before) { return true }
    if before.text == "of", let day = words.before(before.range.lowerBound), isFigure(day) {
      return true
    }
    return facts.given <= Self.givenAtMost
      && NameCueWords.beforeTime.contains(before.text.lowercased())
  }

  private func isFigure(_ word: WordReader.Word) -> Bool {
    word.text.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
  }
}
