import BookMarkup
import BookModel
import Testing

@testable import BookTime

@Suite("The thread of the story")
struct ThreadTests {
  /// What each expression of a chapter means, durations left out.
  static func dates(
    _ text: String, written: String? = nil, born: String? = nil
  ) async -> [String] {
    let chapter = parseChapter(
      Array(("# One\n\n" + text).utf8), source: .init(0), header: ChapterHeader(), language: "en"
    ).value
    let dated = await datedChapters(
      [chapter], language: "en",
      references: DateReferences(
        documentDates: [written.map { WrittenDate($0) }], narratorBorn: born.map { WrittenDate($0) }
      ), jobs: 1)
    return dated.phrases[0].filter { !$0.isInner && $0.expression.basis != .duration }
      .map { "\(chapter.string($0.expression.range)) = \($0.expression.edtf?.description ?? "-")" }
  }

  static let stories: [(String, [String])] = [
    // A digression has a time of its own and ends with its paragraph.
    (
      """
      In May 1953 we moved to the coast. My father, who had left home in August 1931, knew it well.
      The following spring he had married.

      That summer we swam every day.
      """,
      [
        "May 1953 = 1953-05", "August 1931 = 1931-08", "The following spring = 1932-21",
        "That summer = 1953-22",
      ]
    ),
    // So has one that opens its sentence.
    (
      """
      In May 1953 we moved. In August 1931 he had left home. Back in 1929 he was rich.

      In June it rained.
      """,
      ["May 1953 = 1953-05", "August 1931 = 1931-08", "1929 = 1929", "June = 1953-06"]
    ),
    // A winter that may be either of two leaves its months open, until a later date tells which.
    (
      "In the winter of 1947 it snowed. That February the pipes burst.",
      ["the winter of 1947 = 1947-24", "That February = [1947-02,1948-02]"]
    ),
    (
      """
      It began in the winter of 1947. Stanley wrote that February.

      ::: letter Bermondsey, 9 February 1947
      We have no coal.
      :::
      """, ["the winter of 1947 = 1947-24", "that February = 1947-02"]
    ),
    (
      "It began in the winter of 1947. He wrote that December.\n\n## 3 January 1948\n\nIt thawed.",
      [
        "the winter of 1947 = 1947-24", "that December = 1947-12", "3 January 1948 = 1948-01-03",
      ]
    ),
    (
      "It began in the winter of 1947. That January he fell. In May 1947 we left.",
      ["the winter of 1947 = 1947-24", "That January = 1947-01", "May 1947 = 1947-05"]
    ),
    (
      "In the winter of 1947–48 it snowed. That February the pipes burst.",
      ["the winter of 1947–48 = 1947-24", "That February = 1948-02"]
    ),
    // What is told straight on is the story.
    (
      "In May 1953 we moved. In August 1955 I left.\n\nThat autumn I came back.",
      ["May 1953 = 1953-05", "August 1955 = 1955-08", "That autumn = 1955-23"]
    ),
    // A new date told straight on ends the digression within its paragraph.
    (
      """
      In May 1953 we moved. He had sold the farm in March 1940. In July 1953 I learned to swim.
      In August school began.
      """,
      [
        "May 1953 = 1953-05", "March 1940 = 1940-03", "July 1953 = 1953-07", "August = 1953-08",
      ]
    ),
    // Behind a scene break nobody says "that year" of a year looked at before it.
    (
      "In May 1953 we moved, long after the flood of 1921.\n\n***\n\nThat same year I left.",
      ["May 1953 = 1953-05", "1921 = 1921", "That same year = 1953"]
    ),
    // A letter's words count from the day it was written, and it takes the story there.
    (
      """
      In May 1953 we moved.

      ::: letter
      Toledo, 12 June 1953

      Dear Ruth, he came yesterday and leaves tomorrow. In August 1930 we met.
      :::

      Two weeks later she answered.
      """,
      [
        "May 1953 = 1953-05", "12 June 1953 = 1953-06-12", "yesterday = 1953-06-11",
        "tomorrow = 1953-06-13", "August 1930 = 1930-08", "Two weeks later = 1953-06-26~",
      ]
    ),
    // The opening line says when, and a year that it leaves out is the story's.
    (
      """
      In May 1953 we moved.

      ::: letter Toledo, 12 June
      Dear Ruth, he came yesterday.
      :::

      The next day she answered.
      """,
      [
        "May 1953 = 1953-05", "yesterday = 1953-06-11", "The next day = 1953-06-13",
      ]
    ),
    // An old letter is only looked at.
    (
      """
      In May 1953 we moved.

      ::: letter
      Toledo, 12 June 1920

      He came yesterday.
      :::

      The next month she found another.
      """,
      [
        "May 1953 = 1953-05", "12 June 1920 = 1920-06-12", "yesterday = 1920-06-11",
        "The next month = 1953-06",
      ]
    ),
    // A letter without a date does not speak from the day the book was written.
    (
      "On 3 May 1953 we moved.\n\n::: letter\nHe came yesterday.\n:::\n\nI wrote this a year ago.",
      ["3 May 1953 = 1953-05-03", "yesterday = 1953-05-02", "a year ago = 2019"]
    ),
    // Ages are lived through, from the narrator's birth.
    (
      "When I was nine we moved to the coast. The following year nothing grew.",
      ["When I was nine = 1953", "The following year = 1954"]
    ),
    (
      """
      In May 1970 I came home. I thought of the storm when I was nine.

      In June I left.
      """,
      ["May 1970 = 1970-05", "when I was nine = 1953", "June = 1970-06"]
    ),
  ]

  @Test(
    "a digression does not move the outer time; a break or a new date resets", arguments: stories)
  func threads(text: String, expected: [String]) async {
    #expect(await Self.dates(text, written: "2020-05-01", born: "1944-03-02") == expected)
  }

  static let rules: [(String, [String])] = [
    // What lies years ahead is looked at, not gone to.
    (
      "In May 1889 we moved in with a friend whose death five years later we mourned. That summer we swam.",
      ["May 1889 = 1889-05", "five years later = 1894", "That summer = 1889-22"]
    ),
    // A year that tells which one, not when.
    (
      "In 1899 he spoke of his friends of 1848. Three years later he died.",
      ["1899 = 1899", "1848 = 1848", "Three years later = 1902"]
    ),
    (
      "On 3 May 1953 I left. Every Monday morning I wrote.",
      ["3 May 1953 = 1953-05-03", "Monday morning = -"]
    ),
    ("On 3 May 1953 I left. On Sundays I wrote.", ["3 May 1953 = 1953-05-03"]),
    ("My term ended on Christmas day, 1833.", ["Christmas day, 1833 = 1833-12-25"]),
    // The winter over two years, and the spring behind it.
    (
      "In the fall of 1858 I sold out. In the winter I began. That winter was hard. In the spring I left.",
      [
        "the fall of 1858 = 1858-23", "the winter = 1859-24", "That winter = 1859-24",
        "the spring = 1859-21",
      ]
    ),
    // Who speaks within the story counts from there.
    (
      "On 3 May 1953 he came. “I left yesterday,” he said. I saw him last year.",
      ["3 May 1953 = 1953-05-03", "yesterday = 1953-05-02", "last year = 2019"]
    ),
    ("I reached my tenth birthday in bed.", ["my tenth birthday = 1954-03-02"]),
    // Somebody else's age is not the narrator's.
    ("I asked a man, who was about sixty years old, to tell me.", ["about sixty years old = -"]),
    ("I was a boy about sixteen years old.", ["about sixteen years old = 1960~"]),
    ("In May 1953 he lay in bed for six weeks after the operation.", ["May 1953 = 1953-05"]),
  ]

  @Test("what the words say of the story's time", arguments: rules)
  func generalRules(text: String, expected: [String]) async {
    #expect(await Self.dates(text, written: "2020-05-01", born: "1944-03-02") == expected)
  }

  @Test("without a day of writing, that of the book serves, and is trusted less")
  func bookDate() async {
    var book = ChronologyTests.book(["# One\n\nIn May 1953 we moved. I went there ten years ago."])
    book.metadata.date = "2016-08-12"
    let time = await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1).value
    #expect(time.expressions.map(\.edtf?.description) == ["1953-05", "2006"])
    #expect(time.expressions.map(\.confidence) == [.high, .medium])
  }

  @Test("notes beside a digression move nothing")
  func notes() async {
    let dates = await Self.dates(
      "In May 1953 we moved.[^1] In June it rained.\n\n[^1]: In 1801 the house was built.")
    #expect(dates == ["May 1953 = 1953-05", "June = 1953-06", "1801 = 1801"])
  }
}
