import BookDiagnostics
import BookMarkup
import BookModel
import Testing

@testable import BookTime

@Suite("Words that say when")
struct ExpressionTests {
  /// Every expression of a text with its EDTF, `-` where it has none; ends of ranges left out.
  static func read(
    _ text: String, language: String = "en", written: String? = nil, born: String? = nil
  ) async -> [String] {
    let chapter = parsePlainText(Array(text.utf8), source: .init(0))
    let dated = await datedChapters(
      [chapter], language: language,
      references: DateReferences(
        documentDates: [written.map { WrittenDate($0) }], narratorBorn: born.map { WrittenDate($0) }
      ), jobs: 1)
    return dated.phrases[0].filter { !$0.isInner }.map { $0.expression.edtf?.description ?? "-" }
  }

  /// The bytes of a letter may be those that a sign begins with, as in Tifinagh and Coptic.
  @Test("a word of any letter is read past, alone and within others")
  func everyLetter() async {
    let letters = (UInt32(0x80)...0x2_FFFF).lazy.compactMap(Unicode.Scalar.init).filter {
      ($0.value < 0x3000 || $0.value % 97 == 0) && $0.properties.isAlphabetic
    }.map(Character.init)
    #expect(letters.count > 4000)
    let text = letters.map { "In 1941 \($0) \($0)a a\($0) \($0)\($0)." }.joined(separator: " ")
    let found = await Self.read(text)
    #expect(found.count == letters.count)
    #expect(Set(found) == ["1941"])
  }

  @Test(
    "full and partial dates in every usual order",
    arguments: [
      ("We met on 5 August 2016.", ["2016-08-05"]), ("We met on August 5, 2016.", ["2016-08-05"]),
      ("It was the 5th of August, 2016.", ["2016-08-05"]),
      ("It was Aug. 5th, 2016.", ["2016-08-05"]),
      ("On Friday, 5 August 2016, I left.", ["2016-08-05"]), ("Dated 2016-08-05.", ["2016-08-05"]),
      ("In August 2016 I left.", ["2016-08"]), ("In the year 1834 I left.", ["1834"]),
      ("In August of 2016 I left.", ["2016-08"]), ("He died in 1702, January 6.", ["1702-01-06"]),
      ("In the summer of 2014 I left.", ["2014-22"]),
      ("The winter of 1862–63 was hard.", ["1862-24"]),
      ("Through the 1920s we danced.", ["192X"]), ("It is a nineteenth-century house.", ["18XX"]),
      ("In the late 1990s I left.", ["199X"]),
      ("By the end of March 1944 we were there.", ["1944-03"]),
      ("From 1641 to 1717 he wrote.", ["1641/1717"]), ("Pope (1688–1744) wrote.", ["1688/1744"]),
      ("He came in 1720 or 1721.", ["[1720,1721]"]), ("In 1836-7 we moved.", ["1836/1837"]),
      ("On 10 February 1664/5 he wrote.", ["1665-02-10"]), ("About 1682 he came.", ["1682~"]),
      ("Born c. 1890 in Turku.", ["1890~"]), ("It fell in 480 BC to them.", ["-0479"]),
      ("It was burnt in A.D. 70 by them.", ["0070"]),
      ("Between 499–493 BC they fought.", ["-0498/-0492"]),
      ("On 6–7 February 1920 it rained.", ["1920-02-06/1920-02-07"]),
      ("We met at Christmas 1963 in Rome.", ["1963-12-25"]),
      ("Easter Monday 1916 was fine.", ["1916-04-24"]),
      ("On Christmas Eve, 1914, we sang.", ["1914-12-24"]),
      ("In April and June 1955 it rained.", ["1955-04", "1955-06"]),
      ("From April to September 1957 it rained.", ["1957-04/1957-09"]),
      ("Back in ’63 we sang.", ["1963"]),
      ("On New Year’s Eve 1999 we sang.", ["1999-12-31"]),
      ("On May Day 1951 and VE Day we sang.", ["1951-05-01", "1945-05-08"]),
      ("On D-Day he slept. Whit Sunday 1910 was fine.", ["1944-06-06", "1910-05-15"]),
      ("He died on January 30, 1648-9, in London.", ["1649-01-30"]),
      ("The winter of 1944/45 was hard.", ["1944-24"]),
      ("In 2001 he came. It was Friday the 13th, and rainy.", ["2001", "2001-04-13"]),
      ("He kept Michaelmas term 1665 in college.", ["1665"]),
      ("See 9/11. September 11, 2001, was fine.", ["2001-09-11"]),
      ("LISA 2015 was crowded.", ["2015"]), ("On 25/8/2016 I left.", ["2016-08-25"]),
    ])
  func absolute(text: String, expected: [String]) async {
    #expect(await Self.read(text) == expected)
  }

  @Test(
    "what follows counts from what was told before",
    arguments: [
      ("On 5 August 2016 I left. The next day it rained.", ["2016-08-05", "2016-08-06"]),
      ("On 5 August 2016 I left. Two days later it rained.", ["2016-08-05", "2016-08-07"]),
      ("On 5 August 2016 I left. That same day it rained.", ["2016-08-05", "2016-08-05"]),
      (
        "On 5 August 2016 I left. A couple of weeks later it rained.",
        ["2016-08-05", "2016-08-19~"]
      ),
      ("On 5 August 2016 I left. In September I was back.", ["2016-08-05", "2016-09"]),
      ("On 5 December 2016 I left. In January I was back.", ["2016-12-05", "2017-01"]),
      ("In May 2014 I left. A month later I was back.", ["2014-05", "2014-06"]),
      ("In 2014 I left. The following spring I was back.", ["2014", "2015-21"]),
      ("In 1990 I left. Three years later I was back.", ["1990", "1993"]),
      ("In 1940 it began. In August of that year it ended.", ["1940", "1940-08"]),
      (
        "In 1990 I left. The previous year had been hard. In May I was back.",
        ["1990", "1989", "1990-05"]
      ),
      ("On 28 February 2000 I left. The day after that it rained.", ["2000-02-28", "2000-02-29"]),
      ("We met two days after Christmas 1963 in Rome.", ["1963-12-27"]),
      ("Two weeks later it rained.", ["-"]), ("In May it rained.", ["-"]),
    ])
  func relative(text: String, expected: [String]) async {
    #expect(await Self.read(text) == expected)
  }

  @Test(
    "the day of writing and the narrator's birth are references too",
    arguments: [
      ("Four weeks ago I took the job.", ["2016-07-08~"]), ("I called yesterday.", ["2016-08-04"]),
      ("I called the day before yesterday.", ["2016-08-03"]),
      ("I leave a week from now.", ["2016-08-12~"]),
      ("It was three years ago that I left.", ["2013"]), ("Last year I left.", ["2015"]),
      ("When I was nine we moved.", ["1984"]), ("At the age of fifteen I left home.", ["1990"]),
      ("I was about twelve years old when we moved.", ["1987~"]),
      ("I left home at fifteen.", ["1990"]),
      ("In my twenties I sang.", ["[1995..2005]"]),
      ("On my tenth birthday it rained.", ["1985-02-03"]),
    ])
  func references(text: String, expected: [String]) async {
    #expect(await Self.read(text, written: "2016-08-05", born: "1975-02-03") == expected)
  }

  @Test(
    "French, German and Spanish by the book's language",
    arguments: [
      (
        "fr", "Le 5 août 2016, je partis. Le 1er mai 1968, on chantait.",
        ["2016-08-05", "1968-05-01"]
      ),
      ("fr", "C’était en août 1944. De 1914 à 1918 il servit.", ["1944-08", "1914/1918"]),
      ("fr", "Une maison du XIXe siècle.", ["18XX"]),
      ("de", "Am 5. August 2016 ging ich. Im Sommer 1944 war Krieg.", ["2016-08-05", "1944-22"]),
      ("de", "Von 1914 bis 1918 diente er. Im 19. Jahrhundert war das so.", ["1914/1918", "18XX"]),
      ("es", "El 5 de agosto de 2016 salí. En mayo de 1936 llovía.", ["2016-08-05", "1936-05"]),
      ("es", "Fue en el siglo XIX.", ["18XX"]),
      ("es", "El 1.º de enero de 1920 salí. El siglo V a. C. fue así.", ["1920-01-01", "-04XX"]),
      (
        "es", "En los años 30, en la década de 1930, tuve 1500 pesetas.", ["193X", "193X"]
      ),
      ("fr", "Dans les années 30 et les années 1950, 1500 francs.", ["193X", "195X"]),
      ("fr", "Du 3 avril au 5 mai 1940. Au XIXᵉ siècle.", ["1940-04-03/1940-05-05", "18XX"]),
      ("fr", "Né en 50 av. J.-C., au Ve siècle av. J.-C.", ["-0049", "-04XX"]),
      ("de", "Am 12.10.1492 und am 03.04.1950.", ["1492-10-12", "1950-04-03"]),
      (
        "de", "In den 30er Jahren, den 1930er Jahren, den dreißiger Jahren.",
        ["193X", "193X", "193X"]
      ),
      (
        "de", "Vom 3. April bis zum 5. Mai 1940. Im 5. Jahrhundert v. Chr.",
        ["1940-04-03/1940-05-05", "-04XX"]
      ),
      ("de", "Im Winter 1944/45 hatte ich 1500 Mark und 2000 Mann.", ["1944-24"]),
      (
        "de", "Ostersonntag 1961, Karfreitag 1961, Weihnachten 1941.",
        ["1961-04-02", "1961-03-31", "1941-12-25"]
      ),
    ])
  func otherLanguages(language: String, text: String, expected: [String]) async {
    #expect(await Self.read(text, language: language) == expected)
  }

  @Test(
    "what looks like a date and is none stays untouched",
    arguments: [
      "May I march with you, Mark?", "I had no x86, and 40,000 hits came.",
      "It was the 10th edition.",
      "We worked at Sun, then at Oracle.", "He was second to none.", "See page 1914.",
      "It cost $1999.",
      "It held 1500 men and 2000 horses.", "Wait a second.",
      "The spring broke and he began to fall.",
      "Chapter 1984 was long.", "I may go; April may come too.", "Use truss(1) on Plan9.",
      "Flight 1920 was late.", "They will march on.", "A cold spring of water.",
      "Mr. August Belmont paid.",
      "It was 1200 feet long.", "He gave 1914 dollars.", "The F-1050 flew.",
      "We got the M:N model.",
    ])
  func traps(text: String) async {
    #expect(await Self.read(text) == [])
  }

  @Test("each expression says how it was worked out, and its bounds hold its date")
  func boundsAreHonest() async {
    let text = """
      On 5 August 2016 I left. A few weeks later it rained. Several months later I was back. \
      In early 2018 I fell ill, and in the late 1990s I had sung. Two years later it was about 1850.
      """
    let chapter = parsePlainText(Array(text.utf8), source: .init(0))
    let found = await findDates(in: [chapter], language: "en")
    #expect(found.count == 7)
    for expression in found {
      #expect(!expression.reasoning.isEmpty)
      guard let first = expression.earliest, let last = expression.latest else {
        Issue.record("\(chapter.string(expression.range)) has no bounds")
        continue
      }
      #expect(first <= last)
    }
    // A few weeks are three to five, and nobody counts them to the day.
    #expect(found[1].earliest == DayNumber(year: 2016, month: 8, day: 23))
    #expect(found[1].latest == DayNumber(year: 2016, month: 9, day: 12))
  }

  @Test("any bytes at all are read without harm, in time that grows with their number")
  func anyBytes() async {
    var seed: UInt64 = 5
    func next(_ n: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % n
    }
    let pieces = [
      "19", "5", "May", "th", " ", "-", "/", "–", "’", "the", "last", "of", "year", "s", "before",
      "I was", "born", "BC", "A.D.", "Christmas", "99999999999999999999", "two", "or", ",", ".",
      "\u{0}",
      "\u{FEFF}", "é", "now", "old", "from", "to", "between", "and", "Eve", "mid",
    ]
    for _ in 0..<400 {
      let text = (0..<200).map { _ in pieces[next(pieces.count)] + (next(2) == 0 ? " " : "") }
        .joined()
      for expression in await findDates(
        in: [parsePlainText(Array(text.utf8), source: .init(0))], language: "en",
        references: DateReferences(documentDates: ["2016-08-05"], narratorBorn: "1975"))
      {
        if let edtf = expression.edtf { #expect(EDTF(edtf.description) == edtf, "\(edtf)") }
        if let a = expression.earliest, let b = expression.latest { #expect(a <= b) }
      }
    }
  }
}
