import BookTestSupport
import BookXML
import Testing

@Suite struct XMLElementTests {
  private func read(
    _ text: String
  ) -> (root: XMLElement?, instructions: [String], faults: [XMLFault]) {
    var instructions: [String] = []
    let (root, faults) = XMLElement.read(Array(text.utf8), names: .svg) { instructions.append($0) }
    return (root, instructions, faults)
  }

  @Test(arguments: [
    "", "<svg>", "<svg></g></svg>", "plain words", "<svg a=1/>", "<svg a='1/>", "<svg/", "<",
    String(repeating: "<g>", count: 100_000), "<!DOCTYPE svg [", "<svg><![CDATA[",
    "<svg><image xlink:href='#a'/></svg>", "<!DOCTYPE svg [<!ENTITY a '&#38;b;'>]><svg>&a;</svg>",
    "<!DOCTYPE svg [<!ENTITY a '<g/>'>]><svg>&a;</svg>",
    "<!DOCTYPE svg [<!ENTITY a SYSTEM '/etc/hostname'>]><svg>&a;</svg>",
    "<!DOCTYPE svg [<!ENTITY a '\(String(repeating: "a", count: 129))'>]><svg>&a;</svg>",
    "<!DOCTYPE svg [\((0...64).map { "<!ENTITY a\($0) 'a'>" }.joined())]><svg/>",
  ])
  func whatIsNoDocumentHasAFault(text: String) {
    #expect(!read(text).faults.isEmpty)
  }

  @Test func referencesAndPrefixesAreRead() throws {
    let (root, instructions, faults) = read(
      "<?xml version='1.0'?><?xml-stylesheet href='a.css'?>"
        + "<s:svg xmlns:s='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink' "
        + "xmlns:x='urn:x' x:a='&amp;&#38;&amp;#38;&lt;'><s:text l:href='#b'>&#65;&amp;&lt;&#x42;"
        + "</s:text><x:text/></s:svg>")
    #expect(faults.isEmpty)
    #expect(instructions == ["xml-stylesheet"])
    let svg = try #require(root)
    #expect(svg.name == "svg")
    #expect(svg["foreign:a"] == "&&&#38;<")
    #expect(svg.elements.map(\.name) == ["text", "foreign:text"])
    #expect(svg.elements[0].children == [.text("A&<B")])
    #expect(svg.elements[0]["xlink:href"] == "#b")
    #expect(svg.elements[1].localName == "text")
  }

  @Test func entitiesOfPlainWordsAreRead() throws {
    let (root, _, faults) = read(
      "<!DOCTYPE svg [<!ENTITY s 'http://www.w3.org/2000/svg'><!ENTITY w 'words'>]>"
        + "<s:svg xmlns:s='&s;' a='two &w;'>&w; &w;</s:svg>")
    #expect(faults.isEmpty)
    #expect(root?.name == "svg" && root?["a"] == "two words" && root?.text == "words words")
  }

  /// Elements with every sign that XML has to write in another way.
  @Test(arguments: 0..<50) func whatIsWrittenIsReadTheSame(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let signs = ["a", "é", "𝄞", "&", "<", ">", "\"", "'", " ", "\n", "\t", "\r", "]]>", "&#38;"]
    func words() -> String {
      (0..<Int.random(in: 0..<6, using: &dice)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &dice)]
      }.joined()
    }
    func element(_ depth: Int) -> XMLElement {
      let names = ["g", "text", "foreign", "x-1"]
      var made = XMLElement(name: names[Int.random(in: 0..<names.count, using: &dice)])
      for name in ["id", "xlink:href", "xml:space"] where Int.random(in: 0..<2, using: &dice) == 0 {
        made.attributes.append(XMLElement.Attribute(name: name, value: words()))
      }
      for _ in 0..<Int.random(in: 0..<depth, using: &dice) {
        made.children.append(.element(element(depth - 1)))
        let text = words()
        if !text.isEmpty { made.children.append(.text(text)) }
      }
      return made
    }
    let root = element(4)
    let (again, faults) = XMLElement.read(root.document(.svg), names: .svg)
    #expect(faults.isEmpty)
    #expect(again == root)
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><!-- a --><svg><g>", "svg"), ("\u{FEFF}<html lang='x'>", "html"),
    ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg a='&a;'/>", "svg"), ("words", nil), ("<", nil),
    ("<s:svg xmlns:s='urn:no-drawing'>", "foreign:svg"),
  ])
  func aRootIsNamedByItsFirstMark(text: String, name: String?) {
    #expect(XMLElement.rootName(of: Array(text.utf8), names: .svg) == name)
  }
}
