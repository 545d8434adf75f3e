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
      ("It rained.\n\nYour loving aunt,\\\nRuth", ["body", "closing", "signature"]),
      ("It rained.\n\nYour loving aunt,\nRuth Berg\nOdense", ["body", "closing", "signature"]),
      ("It rained.\n\nLove from Ruth", ["body", "closing"]),
      (
        "It rained.\n\nI remain, Sir,\n\nyour obedient servant,\n\nE. Ashby\n\nHeadmaster",
        ["body", "closing", "closing", "signature", "signature"]
      ),
      ("It rained all\nday and we stayed\nat home.\n\nRuth", ["body", "signature"]),
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
      ("de", "Liebe Anna,\n\nes regnet.\n\nRuth\n\nP.S. Die Katze lebt."),
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
    #expect(parts("COUNTY OF LINCOLN\n\nOF BIRTH", kind: "document") == ["body", "body"])
    #expect(parts("Entered.\n\nRuth Berg, girl, of Odense", kind: "document") == ["body", "body"])
    #expect(parts("Rain.\n\nRuth", kind: "diary") == [])
  }

  private func lines(_ text: String, kind: String) -> [String] {
    let reading = Reading("# T\n\n::: \(kind)\n\(text)\n:::\n")
    return reading.leaves.dropFirst().map { leaf in
      leaf.replacing("\n", with: " / ")
    }
  }

  @Test("lines stay lines in an address and below a name, and nowhere else")
  func endsOfLines() {
    func breaks(_ text: String) -> Int {
      let chapter = Reading("# T\n\n::: letter\n\(text)\n:::\n").chapter
      return chapter.marks.filter { $0.kind == .lineBreak }.count
    }
    #expect(breaks("12 Mill Lane\nOdense\n\nDear Ann,\n\nIt rained\nall day.\n\nRuth") == 1)
    #expect(breaks("Dear Ann,\n\nIt rained.\n\nYours ever,\nRuth Berg\nOdense") == 1)
    #expect(breaks("Dear Ann,\n\nit rained all day\nand we\nstayed in.") == 0)
  }

  @Test("a transcript's speakers each begin a paragraph")
  func speakers() {
    let spoken = "Ruth: When?\nAnn Lee: In May. He said: never\nagain.\nRuth: Why?"
    #expect(
      lines(spoken, kind: "transcript")
        == ["Ruth: When?", "Ann Lee: In May. He said: never / again.", "Ruth: Why?"])
    #expect(
      lines("**Q.** When?\n**A.** In May.", kind: "transcript") == ["Q. When?", "A. In May."])
    #expect(lines("We met.\nRuth: Why?", kind: "transcript") == ["We met. / Ruth: Why?"])
    #expect(lines("Ruth: When?\nAnn: In May.", kind: "letter") == ["Ruth: When? / Ann: In May."])
  }

  @Test("the words behind the name of an unknown division are kept")
  func unknown() {
    #expect(
      lines("It rained.", kind: "leter Bermondsey, 3 May")
        == ["Bermondsey, 3 May", "It rained."])
  }

  @Test("a dedication keeps its lines")
  func dedication() {
    var header = ChapterHeader()
    header.role = .dedication
    let reading = Reading("For Stanley,\nwho stayed.\n", header: header)
    #expect(reading.chapter.marks.map(\.kind) == [.lineBreak])
  }
}
