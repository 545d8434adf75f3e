@testable import BookWords
import Testing

@Suite("Contractions are two words") struct ContractionSplitTests {
  @Test(
    "cut where the second word begins",
    arguments: [
      ("didn't", "did|n't"), ("won’t", "wo|n’t"), ("I'm", "I|'m"), ("John’s", "John|’s"),
      ("cannot", "can|not"),
      ("CANNOT", "CAN|NOT"), ("they'll", "they|'ll"), ("o'clock", "o'clock"), ("'s", "'s"),
      ("n't", "n't"),
      ("don", "don"), ("’tis", "’tis"), ("'", "'"),
    ])
  func cuts(_ word: String, _ expected: String) {
    let bytes = Array(word.utf8)
    let parts = bytes.withUnsafeBufferPointer { text in
      ContractionSplit().split([0..<bytes.count], in: text).map {
        String(decoding: text[$0], as: UTF8.self)
      }
    }
    #expect(parts.joined(separator: "|") == expected)
  }
}
