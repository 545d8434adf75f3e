@testable import BookWords
import Testing

@Suite("What is told as having happened") struct HappeningScorerTests {
  static let tagger = SentenceTagger.english()!
  static let scorer = HappeningScorer.english()!

  /// The words of a sentence that tell of something.
  static func told(_ text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    let tagged = tagger.tagged(words)
    let features = HappeningFeatures(
      tagged, tagged.clauses(), isQuoted: words.map { _ in false })
    return words.indices.filter { scorer.score(features.keys(of: $0)) > 0 }.map { words[$0] }
  }

  static let sentences = [
    ("He opened the door and went out .", ["opened", "went"]),
    ("She shrieked and ran down the stairs .", ["shrieked", "ran"]),
    ("If he had come , he would have seen it .", []),
    ("He never left the house .", []),
    ("People always say so .", []),
  ]

  @Test("what happened is found, and nothing else", arguments: sentences)
  func found(text: String, words: [String]) { #expect(Self.told(text) == words) }

  @Test("a sign tells of nothing") func sign() {
    let tagged = Self.tagger.tagged(["Ran", "."])
    let features = HappeningFeatures(tagged, tagged.clauses(), isQuoted: [false, false])
    #expect(features.keys(of: 1).isEmpty)
    #expect(Self.scorer.score([]) < 0)
  }

  @Test("weights that were cut off, or are something else, are refused")
  func badModels() {
    let whole = EmbeddedData.englishHappenings()
    #expect(HappeningScorer(model: []) == nil)
    #expect(HappeningScorer(model: Array("BWH1".utf8)) == nil)
    #expect(HappeningScorer(model: Array(whole.dropLast(4))) == nil)
    #expect(HappeningScorer(model: [0] + whole.dropFirst()) == nil)
    #expect(HappeningScorer(model: whole) != nil)
  }
}
