import BookModel
import BookTestSupport
import Testing

@testable import BookWords

@Suite("Sentences")
struct SentencesTests {
  private static func sentences(_ text: String) -> [String] {
    let chapter = chapter([text])
    let words = cutWords(of: chapter)
    return chapter.sentences(ofLeaf: 0, in: words).map { chapter.string($0.text) }
  }

  @Test(
    "a sentence ends where a reader's voice falls",
    arguments: [
      ["I left Basho in May.", "Mr. Gray drove me."],
      ["He was born in St. Louis, Mo., on the 3d."],
      ["“Is it far?” she asked.", "“No.”"],
      ["We waited… and waited.", "Nobody came!", "Then it rained."],
      ["She came on Sept. 5 at 3.15 p.m. by the W. A. & G. R.R. line."],
      ["In 1901.", "2 years later he died."],
      ["(It was late.)", "I slept."],
      ["no capitals at all. none. really"],
      ["J. R. Brown & Co. paid him."],
    ])
  func sentences(expected: [String]) {
    #expect(Self.sentences(expected.joined(separator: " ")) == expected)
  }

  @Test("the sentences of random text hold every word once, in order")
  func everyWord() {
    let pieces = ["I", "went", "Mr.", "home.", "“Go!”", "He", "said", "5", "p.m.", "—", "…", "no?"]
    var dice = Dice()
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...20, using: &dice))
        .map { _ in pieces.randomElement(using: &dice) ?? "" }.joined(separator: " ")
      let chapter = chapter([text])
      let words = cutWords(of: chapter)
      let sentences = chapter.sentences(ofLeaf: 0, in: words)
      #expect(sentences.flatMap { Array($0.tokens) } == Array(words.tokens.indices), "\(text)")
      for sentence in sentences {
        for index in sentence.tokens {
          #expect(sentence.text.contains(Int(words.tokens[index].start)), "\(text)")
          #expect(Int(words.tokens[index].end) <= sentence.text.upperBound, "\(text)")
        }
      }
      for (one, next) in zip(sentences, sentences.dropFirst()) {
        #expect(one.text.upperBound <= next.text.lowerBound)
      }
    }
  }
}
