import Testing

@testable import BookXML

@Suite("XML and its grammars")
struct GrammarTests {
  static let grammar = XMLGrammar(
    """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="a">
    <zeroOrMore><element name="b"><optional><attribute name="id"/></optional><text/></element>
    </zeroOrMore></element></start></grammar>
    """)

  static func faults(_ text: String) -> [XMLFault.Kind] {
    grammar.validate(Array(text.utf8)).faults.map(\.kind)
  }

  @Test("a document that follows its grammar has no faults, and its attributes are handed back")
  func valid() {
    let report = Self.grammar.validate(
      Array("<a>\n<b id=\"x\">1</b>\n<b id=\"y&amp;z\"/></a>".utf8), harvest: ["id"])
    #expect(report.faults == [])
    #expect(
      report.attributes == [
        XMLAttributeUse(element: "b", name: "id", value: "x", line: 2),
        XMLAttributeUse(element: "b", name: "id", value: "y&z", line: 3),
      ])
  }

  @Test("what does not follow it is told with its line")
  func invalid() {
    let report = Self.grammar.validate(Array("<a>\n<b/>\n<c/></a>".utf8))
    #expect(!report.faults.isEmpty)
    #expect(report.faults.allSatisfy { $0.kind == .invalid })
    #expect(report.faults.contains { $0.line == 3 })
  }

  @Test(
    "what is no XML is told as such",
    arguments: ["", "<a>", "<a></b>", "<a>&nbsp;</a>", "<a>\u{B}</a>", "<a b=1/>", "<a/><a/>"])
  func notWellFormed(text: String) {
    #expect(!Self.faults(text).isEmpty)
    #expect(Self.faults(text).allSatisfy { $0 == .notWellFormed || $0 == .failed })
  }

  @Test("entities of more than plain words are refused before anything is expanded or read")
  func entities() {
    let bomb = "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;\">]><a><b>&z;</b></a>"
    #expect(Self.faults(bomb) == [.entity])
    let outside = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><b>&x;</b></a>"
    #expect(Self.faults(outside) == [.entity])
    let parameter = "<!DOCTYPE a [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><a/>"
    #expect(Self.faults(parameter) == [.entity])
  }

  @Test("20,000 elements within each other are a fault, not a stack overflow")
  func deep() {
    let text = String(repeating: "<b>", count: 20_000)
    #expect(Self.faults("<a>" + text).contains(.tooDeep))
  }

  @Test("lines beyond 65,535 keep their number")
  func manyLines() {
    let text = "<a>" + String(repeating: "\n", count: 70_000) + "<c/></a>"
    let lines = Self.grammar.validate(Array(text.utf8)).faults.map(\.line)
    #expect(lines.contains(70_001))
  }

  @Test("one grammar serves many threads at once")
  func threads() async {
    let good = Array("<a><b/></a>".utf8)
    let bad = Array("<a><c/></a>".utf8)
    await withTaskGroup(of: Bool.self) { group in
      for i in 0..<200 {
        group.addTask {
          Self.grammar.validate(i % 2 == 0 ? good : bad).faults.isEmpty == (i % 2 == 0)
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test("a tree holds names, attributes, words and parents")
  func tree() throws {
    let (read, faults) = XMLTree.read(Array("<a xmlns=\"u\" k=\"1\">x<b>y</b><c><d/></c></a>".utf8))
    let tree = try #require(read)
    #expect(faults == [])
    #expect(tree.elements.map(\.name) == ["a", "b", "c", "d"])
    #expect(tree.elements.map(\.parent) == [nil, 0, 0, 2])
    #expect(tree.elements[0].namespace == "u")
    #expect(tree.elements[0].attributes == ["k": "1"])
    #expect(tree.elements[1].text == "y")
  }
}
