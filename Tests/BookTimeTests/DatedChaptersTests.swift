import BookDiagnostics
import BookMarkup
import BookModel
import Testing

@testable import BookTime

/// What is used again must be what would be found anew.
@Suite("Dates used again after an edit")
struct DatedChaptersTests {
  private static let sentences = [
    "In 1953 we moved to the coast.", "That summer my father built a boat.",
    "Two weeks later the storm came.", "On 3 May 1961 she married him.",
    "When I was nine I fell ill.",
    "The following year nothing grew.", "I was born in 1944 in a small town.",
    "By 1970 [we had left](event:left \"1970-05\") for good.", "It rained all day.",
    "[He came back](event:back) a month later.", "On Tuesday, 5 August 2016, I wrote it down.",
    "We met on 31 June 1953.", "At Christmas we all went home.", "In the 1920s nobody asked.",
    "He wrote yesterday.", "From 1990 to 1996, for twelve years, I kept bees.[^1]",
  ]

  private struct Random {
    var seed: UInt64
    mutating func next(_ n: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % n
    }
    mutating func chapter() -> String {
      let count = 1 + next(6)
      let text = (0..<count).map { _ in DatedChaptersTests.sentences[next(16)] }
      let joint = next(3) == 0 ? "\n\n***\n\n" : next(2) == 0 ? "\n\n" : " "
      return "# Chapter\n\n" + text.joined(separator: joint) + "\n\n[^1]: In 1801, a note.\n"
    }
  }

  private func expectEqual(
    _ a: Diagnosed<TimeAnnotation>, _ b: Diagnosed<TimeAnnotation>, of book: Book,
    _ comment: Comment
  ) {
    #expect(a.value.expressions == b.value.expressions, comment)
    #expect(a.value.events == b.value.events, comment)
    #expect(a.value.conflicts == b.value.conflicts, comment)
    #expect(a.value.chronology == b.value.chronology, comment)
    #expect(messages(a, in: book) == messages(b, in: book), comment)
  }

  @Test("after any edit the result equals one from nothing")
  func equalsFromNothing() async {
    var random = Random(seed: 5)
    var chapters = (0..<6).map { _ in random.chapter() }
    var dates: [String?] = [nil, nil, "1980-02-03", nil, nil, nil, nil, nil, nil]
    var narrator: String?
    var policy = ChronologyPolicy()
    var kept = DatedChapters()
    for step in 0..<250 {
      switch random.next(9) {
      case 0: chapters.insert(random.chapter(), at: random.next(chapters.count + 1))
      case 1 where chapters.count > 2: chapters.remove(at: random.next(chapters.count))
      case 2: chapters.swapAt(random.next(chapters.count), random.next(chapters.count))
      case 3: dates[random.next(dates.count)] = [nil, "1999-12-01", "1950"][random.next(3)]
      case 4: narrator = [nil, "1944-03-02", "1930~"][random.next(3)]
      case 5: policy.found = [.print, .ask][random.next(2)]
      default: chapters[random.next(chapters.count)] = random.chapter()
      }
      if chapters.count > 8 { chapters.removeLast() }
      let language = random.next(12) == 0 ? "fr" : "en"
      let book = ChronologyTests.book(
        chapters, dates: dates, policy: policy, narrator: narrator, language: language)
      let people = PeopleAnnotation()
      let (again, next) = await annotateTime(in: book, people: people, jobs: 1, reusing: kept)
      let anew = await annotateTime(in: book, people: people, jobs: 1)
      expectEqual(again, anew, of: book, "step \(step)")
      kept = next
    }
  }

  @Test("a chapter that is as it was is not read again, even where the story comes in otherwise")
  func keepsChapters() async {
    let first = [
      "# A\n\nIn 1953 we moved.", "# B\n\nThat summer we swam.", "# C\n\nIn May 1960 I left.",
    ]
    var second = first
    second[0] = "# A\n\nIn 1954 we moved."
    let before = ChronologyTests.book(first)
    var after = ChronologyTests.book(second)
    // The same arrays, as when a preview keeps what it has parsed.
    for i in [1, 2] { after.chapters[i] = before.chapters[i] }
    let (_, kept) = await annotateTime(
      in: before, people: PeopleAnnotation(), jobs: 1, reusing: DatedChapters())
    #expect(kept.readAgain(for: after.chapters, in: "en") == [0])
    #expect(kept.readAgain(for: after.chapters, in: "de") == [0, 1, 2])
    let (time, _) = await annotateTime(
      in: after, people: PeopleAnnotation(), jobs: 1, reusing: kept)
    #expect(time.value.expressions.map(\.edtf?.description) == ["1954", "1954-22", "1960-05"])
  }
}
