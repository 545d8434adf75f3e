import BookReports
import Testing

@Suite("What changed, by example")
struct DiffExampleTests {
  static let pad = (1...4).map { "Here stands paragraph \($0) that nobody ever touches at all." }

  @Test(
    "one edit is one line of the report, and nothing else",
    arguments: [
      (["The cat sat."], ["The dog sat."], ["edit 1→1 [- cat-][+ dog+]"]),
      (["The cat sat."], ["The black cat sat."], ["edit 1→1 [--][+ black+]"]),
      (["The black cat sat."], ["The cat sat."], ["edit 1→1 [- black-][++]"]),
      (["The cat sat."], ["The cat sat!"], ["edit 1→1 [-.-][+!+]"]),
      (["The cat sat."], ["Then the cat sat."], ["edit 1→1 [- The-][+ Then the+]"]),
      (["The cat sat."], ["The\ncat   sat."], []),
      (["The cat\u{A0}sat."], ["The cat sat."], []),
      (["A don’t b"], ["A won’t b"], ["edit 1→1 [- don’t-][+ won’t+]"]),
      (["昔々ある所に"], ["昔々ある村に"], ["edit 1→1 [-所-][+村+]"]),
      (
        ["He came. He saw. He left."], ["He came. He ate. He saw. He left."],
        ["edit 1→1 [--][+ He ate.+]"]
      ),
      (["The *cat* sat."], ["The cat sat."], ["markup -emphasis: cat"]),
      (["The *cat* sat."], ["The *cat* stood."], ["edit 1→1 [- sat-][+ stood+]"]),
      (["A *big cat* sat."], ["A *big black cat* sat."], ["edit 1→1 [--][+ black+]"]),
      (["The cat sat."], ["The *very old* cat sat."], ["edit 1→1 [--][+ very old+]"]),
    ])
  func inAParagraph(old: [String], new: [String], expected: [String]) async {
    let pad = Self.pad
    let comparison = await changes(pad + old + pad.reversed(), pad + new + pad.reversed())
    #expect(inShort(comparison) == expected)
  }

  @Test("a paragraph that was divided, and paragraphs that were joined")
  func divided() async {
    let whole =
      "The rain began at four and we ran for the barn. Nobody spoke until the lamp was lit, and "
      + "then all of us spoke at once."
    let parts = [
      "The rain began at four and we ran for the barn.",
      "Nobody spoke until the lamp was lit, and then all of us spoke at once.",
    ]
    let apart = await changes(Self.pad + [whole], Self.pad + parts)
    #expect(inShort(apart) == ["edit 1→2 [--][+\n+]"])
    #expect((apart.diff.gained, apart.diff.lost) == (0, 0))
    let together = await changes(Self.pad + parts, Self.pad + [whole])
    #expect(inShort(together) == ["edit 2→1 [-\n-][++]"])
  }

  @Test("paragraphs that came, went and moved, also between chapters")
  func moved() async {
    let a = "My aunt kept the lamp lit through the whole of that winter."
    let b = "The ferry did not run on Sundays and nobody minded."
    func book(_ first: [String], _ second: [String]) -> [SampleChapter] {
      [
        SampleChapter(file: "1.md", blocks: (Self.pad + first).map { .paragraph($0) }),
        SampleChapter(
          file: "2.md", blocks: (Self.pad.map { $0 + " Again." } + second).map { .paragraph($0) }),
      ]
    }
    #expect(inShort(await changes(book([a], [b]), book([], [b, a]))) == ["move \(a)"])
    #expect(inShort(await changes(book([a], [b]), book([a], []))) == ["gone \(b)"])
    #expect(inShort(await changes(book([a], []), book([a, b], []))) == ["add \(b)"])
    #expect(
      inShort(await changes(book(["Sleep."], [b]), book([], [b, "Sleep."]))) == ["move Sleep."])
    let twice = await changes(book(["Sleep.", a, "Sleep."], [b]), book([a], [b, "Sleep."]))
    #expect(inShort(twice) == ["gone Sleep.", "gone Sleep.", "add Sleep."])
    let edited = a.replacing("whole", with: "half")
    #expect(
      inShort(await changes(book([a], [b]), book([], [b, edited])))
        == ["move \(a) [- whole-][+ half+]"])
  }

  @Test("chapters are matched by what they say when files are renumbered")
  func renumbered() async {
    func chapter(_ file: String, _ name: String) -> SampleChapter {
      SampleChapter(
        file: file,
        blocks: [.heading(name)] + Self.pad.map { .paragraph("\($0) In the \(name).") })
    }
    let old = [chapter("01.md", "House"), chapter("02.md", "Garden")]
    let new = [chapter("01.md", "House"), chapter("02.md", "Street"), chapter("03.md", "Garden")]
    let comparison = await changes(old, new)
    #expect(comparison.diff.chapters.map { $0.old?.file } == ["01.md", nil, "02.md"])
    #expect(inShort(comparison).count == 5)
    #expect(comparison.diff.chapters.allSatisfy { !$0.isMoved })
    let swapped = await changes(old, [chapter("01.md", "Garden"), chapter("02.md", "House")])
    #expect(swapped.diff.chapters.filter(\.isMoved).count == 1)
    #expect(inShort(swapped) == [])
  }

  @Test("words that became a quotation are a change of mark-up alone")
  func shape() async {
    let words = "We shall not all sleep, she said, and closed the book."
    let old = SampleChapter(file: "1.md", blocks: [.heading("One"), .paragraph(words)])
    let new = SampleChapter(file: "1.md", blocks: [.heading("One"), .quotation(words)])
    #expect(
      inShort(await changes([old], [new]))
        == ["markup -was paragraph: ", "markup +is paragraph in: quotation: "])
  }

  @Test("a heading that was renamed is one edit, though no word stayed")
  func heading() async {
    let rest = Self.pad.map { SampleBlock.paragraph($0) }
    let old = SampleChapter(file: "1.md", blocks: [.heading("The House")] + rest)
    let new = SampleChapter(file: "1.md", blocks: [.heading("Beginnings")] + rest)
    #expect(inShort(await changes([old], [new])) == ["edit 1→1 [- The House-][+ Beginnings+]"])
  }

  @Test("nothing, everything, and the same thing many times over")
  func extremes() async {
    let many = [String](repeating: "The same words again and again.", count: 3000)
    for (old, new) in [([], ["A"]), (["A"], []), (many, Array(many.dropLast(1000))), (many, many)]
      as [([String], [String])]
    {
      let comparison = await changes(old, new)
      #expect(
        apply(comparison.diff, to: comparison.old) == comparison.new.map(\.contents))
      #expect(inShort(comparison).count == abs(old.count - new.count))
    }
  }
}
