import Foundation
import Testing

@Suite("What a language decides stands with the languages")
struct LanguageRuleTests {
  /// Files that still name a language by its tag, each with the reason.
  ///
  /// The list only gets shorter.
  static let tagsElsewhere: [String: String] = [
    "Sources/BookTime/EDTF/DateWords.swift": "the words dates are printed with move with EDTF",
    "Sources/BookTime/EDTF/EDTFComplaint.swift": messages,
    "Sources/BookTime/References/UnreadDates.swift": messages,
    "Sources/BookTime/Facts/EventFacts.swift": messages,
    "Sources/BookTime/Facts/DateFacts.swift": messages,
    "Sources/BookTime/Chronology/OrderedEvents.swift": messages,
    "Sources/BookTime/References/Resolver+Relative.swift": messages,
    "Sources/BookTime/References/Resolver+Calendar.swift": messages,
    "Sources/BookPipeline/Scan.swift": messages,
    "Sources/BookReports/PersonExtract.swift": messages,
    "Sources/BookReports/Diff/RevisionHTML.swift": messages,
    "Sources/BookReports/Diff/RevisionHTMLChapter.swift": messages,
    "Sources/BookPreview/Site.swift": messages,
    "Sources/BookManuscript/ReadBook.swift": unstated,
    "Sources/BookManuscript/BookYAML.swift": unstated,
    "Sources/BookPipeline/DiffHistory.swift": unstated,
    "Sources/BookPeople/Registry/Heading.swift": unstated,
    "Sources/BookPeople/Registry/RegistryReader.swift": unstated,
    "Sources/BookFonts/ShapingStyle.swift": unstated,
    "Sources/BookTypesetting/Text/FaceBook.swift": unstated,
    "Sources/BookFonts/Hyphenator+Loading.swift":
      "the country of a pattern file's name, a custom of the package and of no language",
    "Sources/BookManuscript/ContributorName.swift": "particles of names: people's words, not moved",
    "Sources/BookPeople/Registry/Namesakes.swift": "pronouns an author may write: not moved",
  ]
  private static let messages = "bookc speaks English to authors"
  private static let unstated = "the language where none is named"

  /// Files that still hold words of a language, each with the reason.
  ///
  /// The list only gets shorter.
  static let wordsElsewhere: [String: String] = [
    "Sources/BookTime/EDTF/DateWords.swift": "the words dates are printed with move with EDTF",
    "Sources/BookTime/Expressions/PhraseReader+Feasts.swift":
      "feasts of two words are grammar, read only in English",
    "Sources/BookTime/Expressions/PhraseReader+Setting.swift":
      "the past of English verbs, packed as numbers for the reader of tokens: tenses are not moved",
    "Sources/BookPeople/Names/Titles.swift": peoples,
    "Sources/BookPeople/Resolution/KinTerm.swift": "the registry's own words for relations",
    "Sources/BookPeople/GEDCOM/GEDCOMFamilies.swift": "the registry's own words for relations",
  ]
  private static let peoples =
    "people's words of four languages in one list, whose order settles which title a word is"

  static let tags: Set<String> = [
    "en", "fr", "de", "es", "it", "nl", "pt", "pl", "sv", "nb", "nn", "da", "fi", "ru", "he", "ar",
    "ja", "zh", "el", "uk", "cs", "hu", "ro", "ca",
  ]
  /// Words that are a tag too: a unit, an English pronoun, an ending.
  static let alsoWords: [String: Set<String>] = [
    "Sources/BookTypesetting/Design/ThemeReader.swift": ["pt"],
    "Sources/BookTypesetting/Design/PageDesign+Decode.swift": ["pt"],
    "Sources/BookPDF/Drawings/SVGStyle.swift": ["pt"],
    "Sources/BookTypesetting/Typeset+Messages.swift": ["it"],
    "Sources/BookPeople/Resolution/RegistryForm.swift": ["es"],
  ]
  static let telltales: Set<String> = [
    "january", "february", "september", "october", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "christmas", "michaelmas", "janvier", "février", "lundi",
    "mardi", "januar", "februar", "montag", "dienstag", "weihnachten", "enero", "febrero", "lunes",
    "martes", "navidad", "captain", "colonel", "reverend", "monsieur", "madame", "herr", "frau",
    "señor", "señora", "fräulein", "grandmother", "grandfather", "uncle", "aunt", "nephew", "niece",
    "großmutter", "abuela", "onkel", "tante", "oncle", "siehe", "voir", "kapitel", "chapitre",
    "wept",
    "slept", "wrote", "drank", "swam",
  ]

  /// The texts of a file's string literals, comments left out.
  static func literals(_ text: String) -> [Substring] {
    let code = text.split(separator: "\n").filter { line in
      !line.drop { $0 == " " }.hasPrefix("//")
    }.joined(separator: "\n")
    return code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
  }

  static func tags(in file: (path: String, text: String)) -> Set<String> {
    var found: Set<String> = []
    for line in file.text.split(separator: "\n")
    where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      for match in line.matches(of: /"([a-z]{2})(-[A-Za-z]{2})?"/)
      where tags.contains(String(match.1)) { found.insert(String(match.1)) }
    }
    return found.subtracting(alsoWords[file.path] ?? [])
  }

  static func words(in file: (path: String, text: String)) -> Set<String> {
    var found: Set<String> = []
    for part in file.text.components(separatedBy: "\"\"\"").enumerated() where part.offset % 2 == 1
    {
      found.formUnion(telltales(in: part.element[...]))
    }
    for literal in literals(file.text) { found.formUnion(telltales(in: literal)) }
    return found
  }

  private static func telltales(in text: Substring) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.map(String.init)).intersection(telltales)
  }

  private static let files = SourceTree.swiftFiles(in: "Sources").filter {
    !$0.path.hasPrefix("Sources/BookLanguage/") && !$0.path.contains("/Catalogue/")
      && !$0.path.contains("/Data/")
  }

  @Test("no language's tag stands elsewhere, and no exception is left that is none")
  func tagsStandWithTheLanguages() {
    let found = Set(Self.files.filter { !Self.tags(in: $0).isEmpty }.map(\.path))
    #expect(found.subtracting(Self.tagsElsewhere.keys).sorted() == [])
    #expect(Set(Self.tagsElsewhere.keys).subtracting(found).sorted() == [])
  }

  @Test("no language's list of words stands elsewhere, and no exception is left that is none")
  func wordsStandWithTheLanguages() {
    let found = Set(Self.files.filter { Self.words(in: $0).count >= 3 }.map(\.path))
    #expect(found.subtracting(Self.wordsElsewhere.keys).sorted() == [])
    #expect(Set(Self.wordsElsewhere.keys).subtracting(found).sorted() == [])
  }

  @Test("the rules see what they forbid")
  func rulesSee() {
    let bad = "let a = x == \"fr\"\n// \"de\"\nlet b = [\"January\": 1, \"Monday\": 2, \"aunt\": 3]"
    #expect(Self.tags(in: ("Sources/X.swift", bad)) == ["fr"])
    #expect(Self.words(in: ("Sources/X.swift", bad)) == ["january", "monday", "aunt"])
  }
}
