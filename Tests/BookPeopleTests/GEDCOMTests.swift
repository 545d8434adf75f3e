import BookDiagnostics
import BookManuscript
import BookModel
import BookPeople
import Foundation
import Testing

@Suite("Family trees") struct GEDCOMTests {
  func read(_ text: String, narrator: PersonName? = nil) -> Diagnosed<GEDCOMImport> {
    importGEDCOM(Array(text.utf8), source: SourceID(0), narrator: narrator, year: 2020)
  }

  func tree(_ body: String, version: String = "7.0") -> String {
    "0 HEAD\n1 GEDC\n2 VERS \(version)\n\(body)\n0 TRLR\n"
  }

  @Test("names, nicknames and other names") func names() throws {
    let read = read(
      tree(
        """
        0 @I1@ INDI
        1 NAME Dr. Dave /Smith/ Jr.
        2 NPFX Dr.
        2 GIVN Dave
        2 NICK Dizzy
        2 SPFX van der
        2 SURN Smith
        2 NSFX Jr.
        1 NAME Davy
        2 TYPE AKA
        1 NAME David /Smythe/
        2 TYPE BIRTH
        1 SEX M
        1 BIRT
        2 DATE 4 MAY 1801
        1 DEAT
        2 DATE ABT 1870
        1 RESN CONFIDENTIAL
        1 EXID 123
        2 TYPE https://example.org/tree
        """))
    #expect(read.diagnostics.isEmpty)
    let person = try #require(read.value.people.first)
    #expect(
      person.name.given == "Dave" && person.name.family == "Smith" && person.name.suffix == "Jr.")
    #expect(person.name.prefix == "Dr." && person.name.nonDroppingParticle == "van der")
    #expect(person.nicknames == ["Dizzy", "Davy"])
    #expect(person.aliases.map(\.text) == ["David Smythe"] && person.aliases.first?.type == .birth)
    #expect(person.born == "1801-05-04" && person.died == "1870~")
    #expect(person.isHidden && person.gender == .male && person.links == ["tree": "123"])
  }

  @Test(
    "dates become EDTF",
    arguments: [
      ("1890", "1890"), ("MAR 1890", "1890-03"), ("3 MAR 1890", "1890-03-03"),
      ("ABT 1890", "1890~"),
      ("EST MAR 1890", "1890-03~"), ("CAL 1890", "1890"), ("BEF 1890", "[..1890]"),
      ("AFT 3 MAR 1890", "[1890-03-03..]"), ("BET 1890 AND 1895", "[1890..1895]"),
      ("FROM 1890 TO 1895", "1890/1895"), ("FROM 1890", "1890/.."), ("TO 1895", "../1895"),
      ("44 BCE", "-0043"), ("1 BCE", "0000"), ("314", "0314"), ("JULIAN 10 FEB 1665", "1665-02-20"),
      ("JULIAN 25 OCT 1917", "1917-11-07"), ("FRENCH_R 18 BRUM 8", "1799-11-09"),
      ("HEBREW 1 TSH 5784", "2023-09-16"), ("HEBREW 15 NSN 5708", "1948-04-24"),
      ("@#DJULIAN@ 10 FEB 1664/65", "1665-02-20"),
    ])
  func dates(words: String, edtf: String) {
    let read = read(tree("0 @I1@ INDI\n1 NAME A /B/\n1 DEAT\n2 DATE \(words)"))
    #expect(read.value.people.first?.died?.text == edtf)
    #expect(read.diagnostics.isEmpty)
  }

  @Test(
    "what is no date is said", arguments: ["(in the war)", "sometime", "BET 1 AND"])
  func unclear(words: String) {
    let read = read(tree("0 @I1@ INDI\n1 NAME A /B/\n1 DEAT\n2 DATE \(words)"))
    #expect(read.value.people.first?.died == nil)
    #expect(read.diagnostics.map(\.code.id) == ["B0334"])
  }

  @Test(
    "dates as people type them",
    arguments: [
      ("abt. 1900", "1900~"), ("c1900", "1900~"), ("March 15, 2020", "2020-03-15"),
      ("15 March 2020", "2020-03-15"), ("15/03/2020", "2020-03-15"), ("3/15/2020", "2020-03-15"),
      ("15.3.2020", "2020-03-15"), ("2020-03-15", "2020-03-15"), ("03/04/1920", "1920"),
      ("1890-1900", "[1890..1900]"), ("between 1900 and 1905", "[1900..1905]"),
      ("BET AFT 1858 AND BEF 1871", "[1858..1871]"), ("12 DEZ 1900", "1900-12-12"),
      ("1900s", "190X"), ("31 FEB 1890", "1890-02"), ("Dec Qtr 1900", "[1900-10..1900-12]"),
    ])
  func typed(words: String, edtf: String) {
    let read = read(tree("0 @I1@ INDI\n1 NAME A /B/\n1 DEAT\n2 DATE \(words)"))
    #expect(read.value.people.first?.died?.text == edtf)
  }

  @Test(
    "what stands for no name is none",
    arguments: ["? /Smith/", "Living /Smith/", "Unknown /Unknown/", "/?/", "[unknown] /Smith/"])
  func placeholders(name: String) {
    let read = read(tree("0 @I1@ INDI\n1 NAME \(name)"))
    #expect(read.value.people.isEmpty)
    #expect(read.diagnostics.map(\.code.id) == ["B0335"])
  }

  @Test("nicknames, capitals, and married names of other programs") func programs() throws {
    let read = read(
      tree("0 @I1@ INDI\n1 NAME Mary \"Molly\" Ann /MCDONALD/\n2 _MARNM Sample\n2 _AKA Nan"))
    let person = try #require(read.value.people.first)
    #expect(person.name.given == "Mary Ann" && person.name.family == "McDonald")
    #expect(person.nicknames == ["Molly", "Nan"])
    #expect(person.aliases.map(\.text) == ["Mary Sample"] && person.aliases[0].type == .married)
  }

  @Test("who may be alive comes with the year alone, and relatives are told") func living() {
    let read = read(
      tree(
        """
        0 @I1@ INDI
        1 NAME Me /Berg/
        1 BIRT
        2 DATE 1970
        0 @I2@ INDI
        1 NAME Ma /Holm/
        1 SEX F
        1 DEAT Y
        1 BIRT
        2 DATE 1940
        0 @I3@ INDI
        1 NAME Bo /Berg/
        1 SEX M
        0 @F1@ FAM
        1 WIFE @I2@
        1 CHIL @I1@
        1 CHIL @I3@
        """), narrator: PersonName(given: "Me", family: "Berg"))
    #expect(read.value.people.map(\.born) == ["1970", "1940", nil])
    #expect(read.value.people.map(\.relation) == ["self", "mother", "brother"])
  }

  @Test("names and dates survive the way through people.yaml") func roundTrip() throws {
    let imported = read(
      tree(
        """
        0 @I1@ INDI
        1 NAME Ana María /Núñez "X": y/
        2 NICK #Nan
        1 NAME Q /R/
        2 TYPE MARRIED
        1 BIRT
        2 DATE BET 1801 AND MAR 1803
        1 DEAT
        2 DATE FROM 1870 TO 1871
        """))
    let person = try #require(imported.value.people.first)
    let back = readRegistry(readYAML(Array(person.yaml.utf8), source: SourceID(0)).value)
    #expect(back.diagnostics.isEmpty)
    let read = try #require(back.value.people.first)
    #expect(read.name == person.name && read.nicknames == person.nicknames)
    #expect(read.aliases.map(\.text) == person.aliases.map(\.text))
    #expect(read.aliases.map(\.type) == person.aliases.map(\.type))
    #expect(read.person.born == "[1801..1803-03]" && read.person.died == "1870/1871")
  }

  @Test("merging fills in, adds and tells what differs") func merge() {
    let yaml = """
      # the family
      - id: ann
        name: { given: Ann, family: Berg } # my aunt
        born: 1900
      - { id: bo, name: { given: Bo, family: Holm } }

      """
    let node = readYAML(Array(yaml.utf8), source: SourceID(0)).value
    let imported = read(
      tree(
        """
        0 @I1@ INDI
        1 NAME Ann /Berg/
        1 BIRT
        2 DATE 1901
        1 DEAT
        2 DATE 1980
        0 @I2@ INDI
        1 NAME Bo /Holm/
        1 DEAT
        2 DATE 1950
        0 @I3@ INDI
        1 NAME Carl /Ek/
        1 DEAT
        2 DATE 1960
        """)
    ).value
    let merged = mergeRegistry(yaml, node: node, with: imported)
    #expect(merged.diagnostics.map(\.code.id) == ["B0332"])
    let registry = readRegistry(readYAML(Array(merged.value.utf8), source: SourceID(0)).value).value
    #expect(registry.people.map(\.id) == ["ann", "bo", "carl-ek"])
    #expect(registry.people.map(\.person.born) == ["1900", nil, nil])
    #expect(registry.people.map(\.person.died) == ["1980", "1950", "1960"])
    #expect(merged.value.contains("# the family") && merged.value.contains("# my aunt"))
  }

  @Test(
    "nothing crashes, and what cannot be read is refused",
    arguments: [
      "", "hello", "0 TRLR", "0 HEAD\n5 X\nrubbish\n0 @I@ INDI\n1 NAME",
      "0 HEAD\n99999999999999999999 X",
      "0 HEAD\n0 @I@ INDI\n1 NAME //\n1 BIRT\n2 DATE\n2 DATE -5", "\u{FEFF}0 HEAD\n1 CHAR ANSEL",
    ])
  func rubbish(text: String) {
    let read = read(text)
    if !text.contains("0 HEAD") { #expect(read.diagnostics.map(\.code.id) == ["B0330"]) }
    #expect(read.value.people.isEmpty)
  }

  /// The sample files, and those of the folder that BOOKC_GEDCOM_SAMPLES names.
  static func samples() -> [String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    var folders = [tests.appending(path: "Fixtures/gedcom").path]
    if let more = ProcessInfo.processInfo.environment["BOOKC_GEDCOM_SAMPLES"] {
      folders.append(more)
    }
    return folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
        .filter { $0.hasSuffix(".ged") }.map { folder + "/" + $0 }
    }.sorted()
  }

  @Test("sample files of both versions are read, and what comes of them is sound people.yaml")
  func sampleFiles() throws {
    #expect(Self.samples().count >= 49)
    for path in Self.samples() {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let read = importGEDCOM(bytes, source: SourceID(0), year: 2020)
      #expect(!read.diagnostics.contains { $0.code == .familyTreeUnreadable }, "\(path)")
      #expect(!read.value.version.isEmpty || path.hasSuffix("5/tiny-1.ged"), "\(path)")
      let yaml = read.value.people.map(\.yaml).joined()
      let back = readRegistry(readYAML(Array(yaml.utf8), source: SourceID(0)).value)
      #expect(back.value.people.count == read.value.people.count, "\(path)")
      #expect(!back.diagnostics.contains { $0.severity == .error && $0.code != .equalHeadings })
      for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 7)) {
        _ = importGEDCOM(Array(bytes[cut...]), source: SourceID(0), year: 2020)
        _ = importGEDCOM(Array(bytes[..<cut]), source: SourceID(0), year: 2020)
      }
    }
  }

  @Test("every character set is read or refused") func encodings() {
    let text = tree("0 @I1@ INDI\n1 NAME Jos\u{E9} /B/")
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [Array(text.utf8), little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      let read = importGEDCOM(bytes, source: SourceID(0), year: 2020)
      #expect(read.value.people.first?.name.given == "Jos\u{E9}")
    }
    let ansel = Array(tree("1 CHAR ANSEL\n0 @I1@ INDI\n1 NAME Jos").utf8.dropLast(8))
    let read = importGEDCOM(
      ansel + [0xE2, 0x65] + Array(" /B/\n0 TRLR\n".utf8), source: SourceID(0), year: 2020)
    #expect(read.value.people.first?.name.given == "Jos\u{E9}")
    let odd = importGEDCOM(
      Array("0 HEAD\n1 CHAR IBMPC\n1 NOTE ".utf8) + [0x82, 0xFF], source: SourceID(0), year: 2020)
    #expect(odd.diagnostics.map(\.code.id) == ["B0330"])
  }
}

extension PersonName {
  init(given: String, family: String) {
    self.init()
    self.given = given
    self.family = family
  }
}
