import BookDiagnostics
import BookModel
import Testing

@Suite("Inputs made to be too much")
struct BombTests {
  @Test(
    "depth is limited and named",
    arguments: [
      String(repeating: "> ", count: 3000) + "x",
      (0..<600).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(),
      String(repeating: "*a **b ", count: 3000) + String(repeating: "** *", count: 3000),
    ])
  func depth(text: String) {
    let reading = Reading("# T\n\n" + text)
    #expect(reading.faults.filter { $0.hasPrefix("B0216") }.count <= 1)
    if !text.hasPrefix("*") { #expect(reading.faults.first?.hasPrefix("B0216 ") == true) }
  }

  @Test(
    "signs without partners are words",
    arguments: [
      "*", "_", "[", "![", "`", "<", "&", "\"", "'", "'er ", "[^", "(", "]", "\\", "[^a", "<b",
      "&#",
      "[a](", "[](", "- ", "|", "::", "<!--",
    ])
  func unmatched(sign: String) {
    let reading = Reading("# T\n\nx" + String(repeating: sign, count: 20_000))
    #expect(reading.chapter.text.count > 2)
    // What is never closed is told where its first or its last stands.
    let told = ["<!--": ["B0242 3:2"], "[^a": ["B0238 3:59999"], "`": ["B0243 3:2"]]
    #expect(reading.faults == told[sign] ?? [])
  }

  @Test("a note in the line may run over what looks like another")
  func noteOverNote() {
    let reading = Reading("# T\n\n^[\n[^]:]\n")
    #expect(reading.chapter.title == "T")
  }

  @Test("lists of attributes may be as many as a chapter holds")
  func attributes() {
    let reading = Reading("# T\n\n`x`" + String(repeating: "{.a}", count: 200_000) + "\n")
    #expect(reading.faults == [])
    #expect(reading.chapter.prose.count == 2)
  }

  @Test("closers without openers end soon", arguments: ["</b>", "</div>", "<b>", "[^1]"])
  func closers(sign: String) {
    let reading = Reading("# T\n\nx" + String(repeating: sign, count: 2000))
    #expect(!reading.faults.isEmpty)
  }
}
