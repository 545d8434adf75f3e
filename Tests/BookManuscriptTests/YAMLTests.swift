import BookDiagnostics
import BookManuscript
import BookModel
import Testing

@Suite("YAML with places")
struct YAMLTests {
  static func read(_ text: String) -> (node: YAMLNode?, faults: [String], bytes: [UInt8]) {
    let bytes = Array(text.utf8)
    let result = readYAML(bytes, source: SourceID(0))
    let table = LineTable(bytes)
    return (
      result.value,
      result.diagnostics.map { diagnostic in
        let place = diagnostic.span.map { table.position(Int($0.start)) }
        return "\(diagnostic.code.id)@\(place?.line ?? 0):\(place?.column ?? 0)"
      }, bytes
    )
  }

  @Test("every scalar's span holds what was written")
  func spansHoldTheValue() throws {
    let text = """
      title: The Lédger
      list: [one, "two, too", 'it''s']
      map: { a: b }
      # a comment
      deep:
        - file: x.md
          title: "é \\" q"
      """
    let (node, faults, bytes) = Self.read(text)
    #expect(faults == [])
    var seen: [String] = []
    func walk(_ node: YAMLNode) {
      switch node.content {
      case .scalar: seen.append(String(decoding: bytes[node.span.range], as: UTF8.self))
      case .sequence(let items): items.forEach(walk)
      case .mapping(let entries):
        for entry in entries {
          #expect(String(decoding: bytes[entry.keySpan.range], as: UTF8.self) == entry.key)
          walk(entry.value)
        }
      }
    }
    walk(try #require(node))
    #expect(
      seen == ["The Lédger", "one", "\"two, too\"", "'it''s'", "b", "x.md", "\"é \\\" q\""])
  }

  @Test(
    "what is no YAML is refused at the place to look at",
    arguments: [
      ("title: \"never closed\nauthor: x\nlanguage: en\n", "B0101@1:8"),
      ("title: a\ndate: b\ntitle: c\n", "B0102@3:1"),
      ("a: b: c\n", "B0101@1:5"),
      ("a:\n\tb: c\n", "B0101@2:1"),
      ("a: \"x\\u000By\"\n", "B0121@1:4"),
      ("a: x\u{0B}y\n", "B0121@1:5"),
    ])
  func faultsHavePlaces(text: String, expected: String) {
    #expect(Self.read(text).faults == [expected])
  }

  @Test("bytes that are not UTF-8 are named")
  func invalidBytes() {
    let bytes = Array("title: caf".utf8) + [0xE9, 0x0A]
    let result = readYAML(bytes, source: SourceID(0))
    #expect(result.diagnostics.map(\.code.id) == ["B0101"])
    #expect(result.diagnostics.first?.span?.start == 10)
    #expect(result.diagnostics.first?.message.contains("E9") == true)
  }

  @Test("aliases that multiply are refused before they fill the memory")
  func aliasBomb() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) ["
        + (0..<10).map { _ in "*a\(level - 1)" }
        .joined(separator: ",") + "]\n"
    }
    let clock = ContinuousClock()
    let took = clock.measure { #expect(Self.read(text).faults.map { $0.prefix(5) } == ["B0103"]) }
    #expect(took < .seconds(5))
  }

  @Test("deep nesting is refused, not recursed into")
  func deepNesting() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 50_000) + "x",
      String(repeating: "[", count: 60) + String(repeating: "]", count: 60),
    ] {
      #expect(Self.read(text).faults.count == 1)
    }
  }

  @Test("an empty file and a byte order mark are nothing wrong")
  func harmlessFiles() {
    #expect(Self.read("").node == nil)
    #expect(Self.read("").faults == [])
    #expect(Self.read("\u{FEFF}title: x\n").node?["title"]?.string == "x")
  }

  @Test("whatever a text holds, what is written of it into a file can be read again")
  func writtenText() {
    let values =
      Array(0...0x300) + [0x2028, 0x2029, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0x1F600]
    for scalar in values.compactMap({ Unicode.Scalar(UInt32($0)) }) {
      let text = "Ada" + String(scalar) + "Marsh"
      let yaml = "name: \(YAMLText.scalar(text))\n"
      let read = readYAML(Array(yaml.utf8), source: SourceID(0))
      #expect(read.diagnostics.isEmpty, "U+\(String(scalar.value, radix: 16))")
      let name = read.value?["name"]?.string ?? ""
      #expect(name == text || name == "AdaMarsh", "U+\(String(scalar.value, radix: 16)): \(yaml)")
    }
  }
}
