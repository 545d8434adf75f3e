import BookModel
import Testing

@testable import BookMarkup

@Suite("The parts of a letter") struct LetterPartsTests {
  private func parts(_ text: String, kind: String = "letter", language: String = "en") -> [String] {
    let reading = Reading("# T\n\n::: \(kind)\n\(text)\n:::\n", language: language)
    guard case .division(let division) = reading.chapter.blocks.last?.kind else { return [] }
    return division.parts.map(\.rawValue)
  }

  @Test(
    "are told apart",
    arguments: [
      (
        "Dear all,\n\nwe have arrived.\n\nRuth",
        ["salutation", "body", "signature"]
      ),
      (
        "To the engineer at the head of the last staircase,\n\nYou will be looking.\n\n"
          + "With the regard of one who was there,\n\nYourself, somewhat later",
        ["salutation", "body", "closing", "signature"]
      ),
      (
        "12 Mill Lane\\\nOdense\n\nMy dear Anna,\n\nIt rained.\n\nIt rained again.\n\n"
          + "Your loving aunt,\n\nRuth\n\nP.S. The cat is well.\n\nSo is the dog.",
        [
          "address", "salutation", "body", "body", "closing", "signature", "postscript",
          "postscript",
        ]
      ),
      ("It rained.\n\nYour loving aunt,\\\nRuth", ["body", "closing"]),
      (
        "Dear Sir:\n\nI remain,\n\nYours faithfully,\n\nJ. B.",
        [
          "salutation", "closing", "closing", "signature",
        ]
      ),
      ("We went home.\n\nNobody was there.", ["body", "body"]),
      ("Did you see her?\n\nTell me!", ["body", "body"]),
      ("Only one paragraph", ["body"]),
      ("", []),
      ("> Quoted alone.", ["body"]),
      ("Love to all.\n\nRuth", ["body", "signature"]),
    ])
  func english(text: String, expected: [String]) {
    #expect(parts(text) == expected)
  }

  @Test(
    "in other languages",
    arguments: [
      ("de", "Liebe Anna,\n\nes regnet.\n\nDeine Ruth\n\nP.S. Die Katze lebt."),
      ("fr", "Ma chère Anna,\n\nil pleut.\n\nRuth\n\nP.-S. Le chat va bien."),
      ("es", "Querida Anna:\n\nllueve.\n\nRuth\n\nP. D. El gato está bien."),
      // Where no words are known, lines show it.
      ("sv", "Kära Anna,\n\ndet regnar.\n\nRuth\n\nP.S. Katten mår bra."),
    ])
  func others(language: String, text: String) {
    #expect(
      parts(text, language: language) == ["salutation", "body", "signature", "postscript"])
  }

  @Test("a document is signed too, a diary is not")
  func kinds() {
    #expect(parts("I sell the house.\n\nRuth Berg", kind: "document") == ["body", "signature"])
    #expect(parts("Rain.\n\nRuth", kind: "diary") == [])
  }
}
