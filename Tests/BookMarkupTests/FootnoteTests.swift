import BookDiagnostics
import BookModel
import Testing

@Suite("Footnotes")
struct FootnoteTests {
  private func note(_ reading: Reading, _ index: Int) -> String {
    var words: [String] = []
    for block in reading.chapter.notes[index].blocks {
      if case .paragraph(let prose) = block.kind { words.append(reading.leaves[prose]) }
    }
    return words.joined(separator: "|")
  }

  @Test("are numbered by their first reference and follow the body")
  func order() {
    let reading = Reading(
      "# T\n\nOne[^b] two[^a] three[^b].\n\n[^a]: A.\n\n[^b]: B *b*\n    more.\n\n    Second.\n")
    #expect(reading.faults == [])
    #expect(reading.chapter.notes.map(\.label) == ["b", "a"])
    #expect(reading.chapter.notes.map(\.number) == [1, 2])
    #expect(note(reading, 0) == "B b\nmore.|Second.")
    #expect(note(reading, 1) == "A.")
    let marks = reading.chapter.marks.compactMap { mark -> Int? in
      if case .noteReference(let index) = mark.kind { return index }
      return nil
    }
    #expect(marks == [0, 1, 0])
    #expect(reading.chapter.prose.last?.zone == .note)
    #expect(reading.chapter.prose.last?.paragraph == 1)
  }

  @Test("keep a text that is a year alone")
  func yearAlone() {
    let reading = Reading("# T\n\nThen.[^1]\n\n[^1]: 1953.\n")
    #expect(note(reading, 0) == "1953.")
    #expect(reading.faults == ["B0201 5:7"])
  }

  @Test("may stand anywhere, run on lazily and hold blocks")
  func anywhere() {
    let reading = Reading(
      "# T\n\n[^1]: First line\ngoes on.\n\n    > quoted\n\n    - item\n\nText[^1] with _word_[^1].\n"
    )
    #expect(reading.faults == [])
    #expect(note(reading, 0) == "First line\ngoes on.")
    #expect(reading.chapter.notes[0].blocks.count == 3)
    #expect(reading.leaves[1] == "Text with word.")
  }

  @Test("are not looked for in code")
  func code() {
    let reading = Reading("# T\n\nSee `[^1]`.\n\n```\n[^1]: x\n::: letter\n```\n")
    #expect(reading.faults == [])
    #expect(reading.leaves.last == "See [^1].")
    #expect(reading.chapter.blocks.count == 3)
    if case .code(_, let text) = reading.chapter.blocks[2].kind {
      #expect(text == "[^1]: x\n::: letter\n")
    } else {
      Issue.record("no code")
    }
  }

  @Test("know the links that are defined in the body")
  func references() {
    let reading = Reading("# T\n\nText[^1].\n\n[^1]: See [the war][w].\n\n[w]: 02.md \"War\"\n")
    #expect(reading.faults == [])
    let isLinked = reading.chapter.marks.contains {
      $0.kind == .link(destination: "02.md", title: "War")
    }
    #expect(isLinked)
  }

  @Test(
    "faults are named at their places",
    arguments: [
      ("Text[^1] and [^2].\n\n[^1]: One.", ["B0202 3:14"]),
      ("Text[^1].\n\n[^1]: One.\n\n[^1]: Two.", ["B0203 7:1"]),
      ("Text[^1].\n\n[^1]: One.[^1]", ["B0205 5:11"]),
      ("Text[^1].\n\n[^1]: One.[^2]\n\n[^2]: Two.[^1]", ["B0205 7:11"]),
      ("Text \\[^1].", []),
    ])
  func faults(text: String, expected: [String]) {
    #expect(Reading("# T\n\n" + text).faults == expected)
  }

  @Test("thousands of them take no more than their length")
  func many() {
    let count = 5000
    let text = (0..<count).map { "T[^\($0)].\n\n[^\($0)]: N.\n\n" }.joined()
    let reading = Reading("# T\n\n" + text)
    #expect(reading.chapter.notes.count == count)
    #expect(reading.faults == [])
  }
}
