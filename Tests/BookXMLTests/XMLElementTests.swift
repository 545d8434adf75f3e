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
    "<svg><image xlink:href='#a'/></svg>", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
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

  @Test(arguments: [
    ("<?xml version='1.0'?><!-- a --><svg><g>", "svg"), ("\u{FEFF}<html lang='x'>", "html"),
    ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg a='&a;'/>", "svg"), ("words", nil), ("<", nil),
    ("<s:svg xmlns:s='urn:no-drawing'>", "foreign:svg"),
  ])
  func aRootIsNamedByItsFirstMark(text: String, name: String?) {
    #expect(XMLElement.rootName(of: Array(text.utf8), names: .svg) == name)
  }
}
