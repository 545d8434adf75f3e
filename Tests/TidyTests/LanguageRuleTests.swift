import Foundation
import Testing

@Suite("What a language decides stands with the languages")
struct LanguageRuleTests {
  /// Files that name a language by its tag although they decide nothing of a language, each with
  /// the reason; it is empty, and every entry would need a good one.
  static let tagsElsewhere: [String: String] = [:]

  /// Files that hold words of a language although they decide nothing of it, likewise.
  static let wordsElsewhere: [String: String] = [:]

  static let tags: Set<String> = [
    "en", "fr", "de", "es", "it", "nl", "pt", "pl", "sv", "nb", "nn", "da", "fi", "ru", "he", "ar",
    "ja", "zh", "el", "uk", "cs", "hu", "ro", "ca",
  ]
  /// Words that are a tag too: a unit, an English pronoun, an ending.
  static let alsoWords: [String: Set<String>] = [
    "Sources/BookTypesetting/Design/ThemeReader.swift": ["pt"],
    "Sources/BookTypesetting/Design/PageDesign+Decode.swift": ["pt"],
    "Sources/BookPDF/Drawings/SVGStyle.swift": ["pt"],
    "Sources/BookModel/Prose/PictureWidth.swift": ["pt"],
    "Sources/BookTypesetting/Typeset+Messages.swift": ["it"],
    "Sources/BookPeople/Resolution/RegistryForm.swift": ["es"],
    "Sources/BookImport/HTML/StyleSheet.swift": ["pt"],
    "Sources/BookImport/OpenDocument/OpenDocumentStyles.swift": ["pt"],
    "Sources/BookImport/Word/WordStyles.swift": ["pt"],
    "Sources/BookImport/RichText/RichTextReader+Looks.swift": ["fi"],
    "Sources/BookImport/RichText/RichTextReader+Words.swift": ["cs", "sv"],
  ]
  static let telltales: Set<String> = [
    "january", "february", "september", "october", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "christmas", "michaelmas", "janvier", "février", "lundi",
    "mardi", "januar", "februar", "montag", "dienstag", "weihnachten", "enero", "febrero", "lunes",
    "martes", "navidad", "captain", "colonel", "reverend", "monsieur", "madame", "herr", "frau",
    "señor", "señora", "fräulein", "grandmother", "grandfather", "uncle", "aunt", "nephew", "niece",
    "großmutter", "abuela", "onkel", "tante", "oncle", "siehe", "voir", "kapitel", "chapitre",
    "wept", "slept", "wrote", "drank", "swam", "whose", "until", "during",
    "chancellor", "viscount", "esquire", "messrs", "mrs", "mein", "meine", "trois", "zwei",
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
