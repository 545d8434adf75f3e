import BookLanguage
import Testing

/// One sentence with a mark in every position, typed with straight marks.
private struct Position: Sendable, CustomTestStringConvertible {
  let name: String
  let typed: String
  /// ⟦ ⟧ stand for the outer marks, ⟪ ⟫ for the inner ones.
  let printed: String
  var testDescription: String { name }

  init(_ name: String, _ typed: String, _ printed: String) {
    (self.name, self.typed, self.printed) = (name, typed, printed)
  }

  static let all: [Position] = [
    Position("paragraph start", #""Xy" xy."#, "⟦Xy⟧ xy."),
    Position("sentence end", #"Xy "xy"."#, "Xy ⟦xy⟧."),
    Position("stop within", #"Xy: "Xy." Xy"#, "Xy: ⟦Xy.⟧ Xy"),
    Position("whole paragraph", #""Xy.""#, "⟦Xy.⟧"),
    Position("round brackets", #"Xy ("xy") xy"#, "Xy (⟦xy⟧) xy"),
    Position("square brackets", #"Xy ["xy"] xy"#, "Xy [⟦xy⟧] xy"),
    Position("em dash before", #"— "Xy", xy"#, "— ⟦Xy⟧, xy"),
    Position("dash attached", #"xy—"xy"—xy"#, "xy—⟦xy⟧—xy"),
    Position("broken off", #""Xy—" xy"#, "⟦Xy—⟧ xy"),
    Position("ellipsis", #""Xy..." xy"#, "⟦Xy…⟧ xy"),
    Position("two", #""Xy" "xy""#, "⟦Xy⟧ ⟦xy⟧"),
    Position("hyphen", #"Xy "xy-xy" xy"#, "Xy ⟦xy-xy⟧ xy"),
    Position("number", #"Xy "1953" xy"#, "Xy ⟦1953⟧ xy"),
    Position("nested single", #""Xy 'xy' xy""#, "⟦Xy ⟪xy⟫ xy⟧"),
    Position("nested at start", #""'Xy', xy""#, "⟦⟪Xy⟫, xy⟧"),
    Position("nested at end", #""Xy 'xy'""#, "⟦Xy ⟪xy⟫⟧"),
    Position("nested at end with stop", #""Xy 'xy'.""#, "⟦Xy ⟪xy⟫.⟧"),
    Position("single alone", "Xy 'xy' xy", "Xy ⟪xy⟫ xy"),
    Position("emphasis within", #""*Xy*" xy"#, "⟦Xy⟧ xy"),
    Position("emphasis without", #"*"Xy"* xy"#, "⟦Xy⟧ xy"),
    Position("apostrophe", "xy'z xy", "xy’z xy"),
    Position("apostrophe at a word's end", "Xys' xy", "Xys’ xy"),
    Position("years", "Xy '62 xy", "Xy ’62 xy"),
  ]

  /// Only in languages that let marks of the same kind nest.
  static let nesting: [Position] = [
    Position("double in double", #""Xy "xy" xy""#, "⟦Xy ⟪xy⟫ xy⟧"),
    Position("double at the end of double", #""Xy "xy"", xy"#, "⟦Xy ⟪xy⟫⟧, xy"),
    Position("double at the start of double", #"Xy: ""Xy" xy""#, "Xy: ⟦⟪Xy⟫ xy⟧"),
  ]
}

@Suite("Quotation marks of every language, in every position")
struct QuotationMarksTests {
  static let narrow = "\u{202F}"
  /// Outer and inner marks by tag.
  static let marks: [(String, [String])] = [
    ("en", ["“", "”", "‘", "’"]), ("de", ["„", "“", "‚", "‘"]), ("de-CH", ["«", "»", "‹", "›"]),
    ("es", ["«", "»", "“", "”"]), ("fr", ["«\(narrow)", "\(narrow)»", "“", "”"]),
    ("fr-CH", ["«\(narrow)", "\(narrow)»", "‹", "›"]), ("ru", ["«", "»", "„", "“"]),
    ("uk", ["«", "»", "„", "“"]), ("pl", ["„", "”", "«", "»"]), ("sv", ["”", "”", "’", "’"]),
    ("fi", ["”", "”", "’", "’"]), ("no", ["«", "»", "‘", "’"]), ("nb", ["«", "»", "‘", "’"]),
    ("nn", ["«", "»", "‘", "’"]), ("da", ["»", "«", "›", "‹"]), ("nl", ["“", "”", "‘", "’"]),
    ("it", ["«", "»", "“", "”"]), ("pt", ["“", "”", "‘", "’"]), ("pt-PT", ["«", "»", "“", "”"]),
    ("el", ["«", "»", "“", "”"]), ("cs", ["„", "“", "‚", "‘"]), ("hu", ["„", "”", "»", "«"]),
    ("ro", ["„", "”", "«", "»"]), ("ca", ["«", "»", "“", "”"]), ("ar", ["«", "»", "“", "”"]),
    ("he", ["”", "”", "’", "’"]),
  ]

  @Test("a language's own marks", arguments: marks)
  func everyPosition(language: String, marks: [String]) {
    let nests = Language.of(language).quotes.nests
    for position in Position.all + (nests ? Position.nesting : []) {
      // Hebrew has a sign of its own for a mark within a word.
      if language == "he", position.name.hasPrefix("apostrophe") { continue }
      let reading = Reading("# T\n\n" + position.typed, language: language)
      let wanted = position.printed.replacing("⟦", with: marks[0]).replacing("⟧", with: marks[1])
        .replacing("⟪", with: marks[2]).replacing("⟫", with: marks[3])
      #expect(reading.leaves.last == wanted, "\(language), \(position.name)")
      #expect(reading.faults == [])
    }
  }

  @Test(
    "as authors type them",
    arguments: [
      ("fr", #"L'"ancien" moulin"#, "L’«\u{202F}ancien\u{202F}» moulin"),
      (
        "fr", #"Il dit : "C'est l'*aide* ! N'est-ce pas ?" et «bien» et « mal » ;"#,
        "Il dit\u{A0}: «\u{202F}C’est l’aide\u{202F}! N’est-ce pas\u{202F}?\u{202F}» et «\u{202F}bien\u{202F}» et «\u{202F}mal\u{202F}»\u{202F};"
      ),
      (
        "fr", #"aujourd'hui, l'"homme", "qu'il 'dise' non"."#,
        "aujourd’hui, l’«\u{202F}homme\u{202F}», «\u{202F}qu’il “dise” non\u{202F}»."
      ),
      (
        "fr", #"Il dit " oui " et " non ", puis"#,
        "Il dit «\u{202F}oui\u{202F}» et «\u{202F}non\u{202F}», puis"
      ),
      ("fr", "Les années '60. http://a.b:80", "Les années ’60. http://a.b:80"),
      ("fr", "Vu à Orléans : 5 % !", "Vu à Orléans\u{A0}: 5 %\u{202F}!"),
      ("it", #"dell'"amico", un'"ora""#, "dell’«amico», un’«ora»"),
      ("it", "'sto po' di pane", "’sto po’ di pane"),
      (
        "sv", #"Han sa "ja" och 'nej'. Det är Lars' bok."#,
        "Han sa ”ja” och ’nej’. Det är Lars’ bok."
      ),
      ("ru", #"Он сказал: "Да, 'так'". — Нет"#, "Он сказал: «Да, „так“». — Нет"),
      ("ru", #""Внешние "внутренние" кавычки"."#, "«Внешние „внутренние“ кавычки»."),
      ("nl", "'s avonds zei hij 't wel", "’s avonds zei hij ’t wel"),
      ("de", "'Er kam im Mai', sagte sie; 's ist so", "‚Er kam im Mai‘, sagte sie; ’s ist so"),
      ("ja", #"彼は"はい、'そう'です"と言った。"#, "彼は「はい、『そう』です」と言った。"),
      ("zh", #"他说:"好,'是'的。"然后"#, "他说:“好,‘是’的。”然后"),
      ("zh-TW", #"他說:"好。"然後"#, "他說:「好。」然後"),
      ("he", #"צה"ל אמר "כן" והמנכ"לית של ה"כלב""#, "צה״ל אמר ”כן” והמנכ״לית של ה”כלב”"),
      ("he", "ג'ירפה וצ'ק", "ג׳ירפה וצ׳ק"),
      ("tlh", #""x" 'y' z's"#, "“x” ‘y’ z’s"),
    ])
  func asTyped(language: String, typed: String, printed: String) {
    let reading = Reading("# T\n\n" + typed, language: language)
    #expect(reading.leaves.last == printed)
  }

  @Test("each paragraph, heading and cell begins anew")
  func leavesBeginAnew() {
    let reading = Reading("# \"Xy\n\n\"Xy.\n\n\"Xy.\"\n", language: "ru")
    #expect(reading.leaves == ["«Xy", "«Xy.", "«Xy.»"])
  }

  @Test("the file still says what a mark with its blank stands for")
  func places() {
    let reading = Reading("# T\n\nIl dit « oui » !", language: "fr")
    #expect(reading.source(of: "«\u{202F}oui\u{202F}»\u{202F}!") == "« oui » !")
  }
}
