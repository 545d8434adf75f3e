import BookDiagnostics
import BookModel
import BookTestSupport
import Testing

@testable import BookWords

@Suite("Cutting words")
struct CutWordsTests {
  private static func words(_ text: String) -> [(String, WordToken.Shape)] {
    let chapter = chapter([text])
    return cutWords(of: chapter).tokens.map { (chapter.string($0.range), $0.shape) }
  }

  @Test(
    "words are cut as names are written",
    arguments: [
      ("Mr. Smith's dog", ["Mr.", "Smith", "dog"]),
      ("U.S. Grant and U. S. Grant", ["U.S.", "Grant", "and", "U.", "S.", "Grant"]),
      ("O'Hara, O’Hara; d'Artagnan", ["O'Hara", "O’Hara", "d'Artagnan"]),
      ("Jean-Paul--he", ["Jean-Paul", "he"]),
      ("He saw St. Clare. Then", ["He", "saw", "St.", "Clare", "Then"]),
      ("Bar-\ntleby came", ["Bar-\ntleby", "came"]),
      ("the Joneses' house", ["the", "Joneses", "house"]),
      ("Émile Zola", ["Émile", "Zola"]),
      ("", []),
    ])
  func scanning(text: String, words: [String]) {
    #expect(Self.words(text).map(\.0) == words)
  }

  @Test("a sentence begins after a stop, not after an abbreviation")
  func sentenceStarts() {
    let words = Self.words("Mr. Brown left. Mary stayed, and “Tom” laughed.")
    let starts = words.filter { $0.1.contains(.sentenceStart) }.map(\.0)
    #expect(starts == ["Mr.", "Mary", "Tom"])
  }

  @Test("the last step of a word's hash can be undone")
  func hashWithoutLastLetter() {
    for word in ["munster", "o'hara", "x", "zoë"] {
      #expect(
        WordHash.removing(UInt8(ascii: "s"), from: WordHash.of(word + "s")) == WordHash.of(word))
    }
  }

  @Test("code is no word and parts those beside it")
  func code() {
    var code = chapter(["the `the` the"])
    code.marks = [
      Mark(.code, 4..<9, span: SourceSpan(file: SourceID(0), start: 4, end: 9))
    ]
    code.prose[0].marks = 0..<1
    let words = cutWords(of: code)
    #expect(words.tokens.map { code.string($0.range) } == ["the", "the"])
    #expect(words.tokens[1].gap.contains(.other))
    #expect(words.hashes.count == 1)
  }

  @Test("every letter and figure of random text lies in a word, and nothing else does")
  func everyLetter() {
    let alphabet = Array("ab Cé.’-1\n—(Ω日,'s”“;׳")
    var dice = Dice()
    for _ in 0..<400 {
      let text = String(
        (0..<Int.random(in: 0...24, using: &dice)).map { _ in
          alphabet.randomElement(using: &dice) ?? " "
        })
      let chapter = chapter([text])
      let words = cutWords(of: chapter)
      var last = 0
      for token in words.tokens {
        #expect(Int(token.start) >= last && token.end > token.start, "\(text)")
        last = Int(token.end)
      }
      let covered = Set(words.tokens.flatMap(\.range))
      for (index, byte) in chapter.text.enumerated()
      where (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
        let isPossessive =
          byte | 0x20 == UInt8(ascii: "s") && index > 0
          && (chapter.text[index - 1] == 0x27 || chapter.text[index - 1] == 0x99)
        #expect(covered.contains(index) || isPossessive, "\(text) at \(index)")
      }
    }
  }
}

/// A chapter of paragraphs without marks.
func chapter(_ paragraphs: [String]) -> ParsedChapter {
  var chapter = ParsedChapter(source: SourceID(0), header: ChapterHeader())
  for (index, paragraph) in paragraphs.enumerated() {
    let start = chapter.text.count
    chapter.text += Array(paragraph.utf8)
    chapter.prose.append(
      Prose(
        text: start..<chapter.text.count, marks: 0..<0, zone: .body, section: -1,
        paragraph: index + 1, id: "p-\(index)"))
    chapter.text.append(0x0A)
  }
  return chapter
}
