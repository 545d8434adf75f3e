import BookDiagnostics
import BookManuscript
import BookModel
import BookPeople
import Testing

@Suite("people.yaml") struct RegistryTests {
  func read(_ yaml: String) -> Diagnosed<Registry> {
    readRegistry(readYAML(Array(yaml.utf8), source: SourceID(0)).value)
  }

  @Test("every key is read") func keys() throws {
    let read = read(
      """
      people:
        - id: dave-smith
          name: { given: Dave, family: Smith, prefix: Dr., suffix: Jr. }
          display: Dave “Dizzy” Smith
          sort: smith, dave
          nicknames: [Dizzy]
          aliases: [{ text: David Smith, type: birth, lang: en }, D. S.]
          ambiguous: [Dave]
          scope: [01-one]
          born: 1975~
          died: "2020-01"
          roles: [manager, friend]
          relation: colleague
          pronouns: he/him
          privacy: public
          see: [Dizzy]
          links: { wikidata: Q1 }
          note: A good man
      ignore: [Basho]
      """)
    #expect(read.diagnostics.isEmpty)
    let person = try #require(read.value.people.first)
    #expect(read.value.ignored == ["Basho"])
    #expect(person.nicknames == ["Dizzy"] && person.ambiguous == ["Dave"])
    #expect(person.aliases.map(\.text) == ["David Smith", "D. S."])
    #expect(person.aliases.first?.type == .birth && person.scope == ["01-one"])
    #expect(person.gender == .male && person.person.relation == "colleague")
    #expect(person.person.born == "1975~" && person.person.died == "2020-01")
    #expect(person.person.sort == "smith, dave" && person.person.links == ["wikidata": "Q1"])
  }

  @Test(
    "each fault at its line, and nothing else",
    arguments: [
      ("- id: a b\n  name: Ann Berg\n", "B0303", 1), ("- name: Ann Berg\n", "B0303", 1),
      ("- id: a\n  name: Ann Berg\n- id: a\n  name: Bo Holm\n", "B0302", 3),
      ("- id: a\n  name: Ann Berg\n  nicname: X\n", "B0305", 3),
      ("- id: a\n  born: 1900\n", "B0306", 1), ("- Ann\n", "B0306", 1), ("Ann\n", "B0306", 1),
      ("Ann Berg:\n  born: 1900\n", "B0306", 1), ("Ann Berg: my mother\n", "B0306", 1),
      ("- id: a\n  name: Ann Berg\n  gender: lady\n", "B0306", 3),
      ("- id: a\n  name: Ann Berg\n  privacy: secret\n", "B0306", 3),
      ("- id: a\n  name: Ann Berg\n  born: soon\n", "B0319", 3),
      ("- id: a\n  name: Ann Berg\n  born: 1900\n  died: 1890\n", "B0319", 4),
      ("- id: [a]\n  name: Ann Berg\n", "B0306", 1),
      ("- id: a\n  name: Ann Berg\n  nicknames: { b: c }\n", "B0306", 3),
      ("- id: a\n  name: Ann Berg\n  roles:\n    - { b: c }\n", "B0306", 4),
      ("- id: a\n  name: Ann Berg\n  born: [1900]\n", "B0306", 3),
      ("- id: a\n  name: Ann Berg\n  scope: { a: 1 }\n", "B0306", 3),
      ("- id: a\n  name: Ann Berg\n  links: Q1\n", "B0306", 3),
      ("- id: a\n  name: Ann Berg\n  ambiguous: [[Ann]]\n", "B0306", 3),
      ("- id: a\n  name: { given: [Ann], family: Berg }\n", "B0306", 2),
      ("- id: a\n  name: { given: \"\", family: \" \" }\n", "B0306", 2),
      ("- id: a\n  name: \"\"\n", "B0306", 2),
      ("people:\n  - id: a\n    name: Ann Berg\nignore: { b: c }\n", "B0306", 4),
      ("- id: a\n  name: Ann Berg\n  aliases: [{ txt: Nan }]\n", "B0306", 3),
    ])
  func faults(yaml: String, code: String, line: Int) {
    let found = read(yaml).diagnostics
    #expect(found.map(\.code.id) == [code])
    let table = LineTable(Array(yaml.utf8))
    #expect(found.first?.span.map { table.position(Int($0.start)).line } == line)
  }

  @Test(
    "a slip in privacy never makes anybody public",
    arguments: [
      "privacy: initails", "privacy: Hidden", "Privacy: hidden", "privcy: hidden", "hidden: yes",
      "private: true",
    ])
  func privacy(key: String) {
    #expect(
      read("- id: a\n  name: Ann Berg\n  \(key)\n").value.people.first?.person.privacy == .hidden)
  }

  @Test(
    "entries are added and the author's text stays",
    arguments: [
      ("", "- id: new\n  name: N\n"),
      (
        "# mine\n- id: a\n  name: A # here\n",
        "# mine\n- id: a\n  name: A # here\n- id: new\n  name: N\n"
      ),
      (
        "people:\n    - id: a\n      name: A\n\n# no people\nignore: [B]\n",
        "people:\n    - id: a\n      name: A\n    - id: new\n      name: N\n\n# no people\nignore: [B]\n"
      ),
      ("ignore:\n  - B\n", "people:\n  - id: new\n    name: N\nignore:\n  - B\n"),
      ("people: []\n", "people:\n  - id: new\n    name: N\n"),
      ("- { id: new, name: Other }\n", "- { id: new, name: Other }\n"),
    ])
  func append(before: String, after: String) {
    #expect(appendToRegistry(before, proposals: "- id: new\n  name: N\n") == after)
    if !before.contains("new") {
      let twice = appendToRegistry(after, proposals: "- id: new\n  name: N\n")
      #expect(twice == after)
      #expect(read(after).value.people.contains { $0.id == "new" })
    }
  }

  @Test("verdicts are remembered") func verdicts() {
    let once = ignoreInRegistry("# mine\n- id: a\n  name: A B\n", words: ["Basho", "Bell Labs"])
    let registry = read(once).value
    #expect(registry.ignored == ["Basho", "Bell Labs"] && registry.people.map(\.id) == ["a"])
    #expect(once.hasPrefix("# mine\n"))
    #expect(ignoreInRegistry(once, words: ["Basho"]) == once)
    #expect(read(ignoreInRegistry(once, words: ["Denver"])).value.ignored.count == 3)
  }
}
