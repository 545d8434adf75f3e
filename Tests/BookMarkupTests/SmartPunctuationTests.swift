import BookDiagnostics
import BookModel
import Testing

@Suite("Typewriter signs become printed ones")
struct SmartPunctuationTests {
  @Test(arguments: [
    (#""Go," he said."#, "“Go,” he said."),
    (#"'Go,' he said."#, "‘Go,’ he said."),
    (#""She said 'no' twice.""#, "“She said ‘no’ twice.”"),
    (#""'No,' she said," he said."#, "“‘No,’ she said,” he said."),
    (#"'"No," she said,' he said."#, "‘“No,” she said,’ he said."),
    (#"he said—"go"—and went"#, "he said—“go”—and went"),
    (#"he said--"go"--and went"#, "he said–“go”–and went"),
    (#""I was—" he began"#, "“I was—” he began"),
    (#"("so")"#, "(“so”)"),
    (#"["so"]"#, "[“so”]"),
    ("don't, o'clock, Jones's, James' hat", "don’t, o’clock, Jones’s, James’ hat"),
    ("the '90s and '62", "the ’90s and ’62"),
    ("in the 1990's", "in the 1990’s"),
    ("'Tis late and 'twas ever so", "’Tis late and ’twas ever so"),
    ("get 'em, rock 'n' roll", "get ’em, rock ’n’ roll"),
    ("'Cause I said so", "’Cause I said so"),
    ("'Cause and effect,' he said", "‘Cause and effect,’ he said"),
    (#""*Go,*" he said"#, "“Go,” he said"),
    (#"*"Go,"* he said"#, "“Go,” he said"),
    (#"**"Go**," he said"#, "“Go,” he said"),
    (#""[Go](x.md)," he said"#, "“Go,” he said"),
    ("“Already,” ‘curly’ don’t", "“Already,” ‘curly’ don’t"),
    (#"\"as is\" and \'so\'"#, #""as is" and 'so'"#),
    ("wait... what", "wait… what"),
    ("a---b, 1914--18, a-b", "a—b, 1914–18, a-b"),
    ("`\"x\" -- ...`", "\"x\" -- ..."),
    (#""One."  "Two.""#, "“One.”  “Two.”"),
    (#"The "so-called" end"#, "The “so-called” end"),
    (#"5'10" tall"#, "5′10″ tall"), (#"6' 2.5" by 3""#, "6′ 2.5″ by 3”"),
    (#"'At 5'"#, "‘At 5’"), (#"it's 5' tall"#, "it’s 5’ tall"),
  ])
  func signs(typed: String, printed: String) {
    let reading = Reading("# T\n\n" + typed)
    #expect(reading.leaves.last == printed)
    #expect(reading.faults == [])
  }

  @Test("each paragraph begins anew, so that a quotation may run on")
  func paragraphsBeginAnew() {
    let reading = Reading("# T\n\n\"One.\n\n\"Two.\"\n")
    #expect(reading.leaves == ["T", "“One.", "“Two.”"])
  }

  @Test("German marks stand low and high")
  func german() {
    #expect(
      Reading("# T\n\n\"Geh,\" sagte er, 'so' ist's.", language: "de").leaves.last
        == "„Geh,“ sagte er, ‚so‘ ist’s.")
  }

  @Test("the file still says what the printed sign stands for")
  func places() {
    let reading = Reading("# T\n\nHe said \"go\" -- 'tis so...")
    #expect(reading.source(of: "“go”") == "\"go\"")
    #expect(reading.source(of: "–") == "--")
    #expect(reading.source(of: "so…") == "so...")
  }

  @Test("an accent apart is set as one character, and said once")
  func composition() {
    let reading = Reading("# T\n\nRene\u{301} and Zoe\u{308}")
    #expect(reading.leaves.last == "Ren\u{E9} and Zo\u{EB}")
    #expect(reading.leaves.last?.unicodeScalars.count == 12)
    #expect(reading.faults == ["B0230 3:4"])
    #expect(reading.source(of: "Ren\u{E9}") == "Rene\u{301}")
  }
}
