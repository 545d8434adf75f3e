import BookLanguage
import BookTestSupport
import Testing

@testable import BookManuscript

@Suite("The order of chapter files")
struct FileOrderTests {
  @Test(
    "files come in the order that their names count",
    arguments: [
      (["1.md", "2.md", "10.md", "11.md"], "en"),
      (["01-one.md", "02-two.md", "10-ten.md"], "en"),
      (["Chapter One.md", "Chapter Two.md", "Chapter Three.md", "Chapter Twenty-One.md"], "en"),
      (["I.md", "II.md", "IV.md", "IX.md", "X.md"], "en"),
      (["Preface.md", "1 Home.md", "2 Away.md", "Epilogue.md"], "en"),
      (["prologue.md", "chapter-i.md", "chapter-v.md", "chapter-x.md", "afterword.md"], "en"),
      (["Vorwort.md", "Kapitel eins.md", "Kapitel zwei.md", "Kapitel drei.md"], "de"),
      (["apples.md", "mix.md", "one-summer.md", "pears.md"], "en"),
      (["1950.md", "1951a.md", "1951b.md", "2001.md"], "en"),
      (["Introduction.md", "Part 1.md", "Part 2.md", "Appendix 1.md", "Appendix 2.md"], "en"),
      (["foreword.md", "ch1.md", "ch2.md", "appendixA.md", "appendixB.md"], "en"),
      (["1-appendix-to-love.md", "2-end.md"], "en"),
      (["2-1.md", "2-2.md", "2-10.md", "3.md"], "en"),
    ])
  func order(expected: [String], language: String) {
    var dice = Dice()
    let order = FileOrder(Language.of(language))
    for _ in 0..<10 { #expect(order.sorted(expected.shuffled(using: &dice)) == expected) }
  }

  @Test("Roman numerals are read, and nothing that only looks like one")
  func numerals() {
    #expect(["i", "iv", "xiv", "xl", "xcix"].map(FileOrder.romanNumeral) == [1, 4, 14, 40, 99])
    #expect(
      ["iiii", "vx", "ic", "civil", "", "mix"].allSatisfy { FileOrder.romanNumeral($0) == nil })
  }

  @Test(
    "a folder's name is the title of its part",
    arguments: [
      ("part1", "Part 1"), ("02-the-war", "The war"), ("1. Ohio", "Ohio"),
      ("Part One – Ohio", "Part One – Ohio"), ("1890", "1890"), ("after_the_war", "After the war"),
    ])
  func parts(folder: String, title: String) {
    #expect(partTitle(ofFolder: folder) == title)
  }
}
