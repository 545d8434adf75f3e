import Foundation
import Testing

@Suite("One tokeniser")
struct TokeniserRuleTests {
  /// What cuts words or judges letters by itself, and why it still does; the list may only shrink.
  static let excused: [String: String] = [
    "Sources/BookMarkup/HTML/HTMLToken.swift": "tags and attributes of HTML, not words",
    "Sources/BookTime/Expressions/DateTokenReader.swift":
      "reads the words' signs and figures as parts of a date",
    "Sources/BookPeople/Resolution/ProseBytes.swift": "the registry's forms are matched on bytes",
    "Sources/BookPeople/Resolution/WordReader.swift": "neighbours of a form, read backwards",
    "Sources/BookTypesetting/Text/BoxCutter.swift": "boxes between breaks of a line, not words",
    "Sources/BookModel/Prose/LetterKind.swift": "the one idea of a letter",
  ]

  /// Declarations that cut words or judge letters, by how such things are named.
  static func declarations(in text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { line in
      let names = [
        "func isLetter", "func isWordByte", "func isWordCharacter", "func isLetterOrDigit",
        "Tokeniser", "Tokenizer", "WordScanner", "WordReader {", "WordCutter",
        "enum LetterKind",
      ]
      let declares = ["struct ", "enum ", "class ", "func "].contains { line.contains($0) }
      return declares && !line.hasPrefix("//") && names.contains { line.contains($0) }
    }
  }

  @Test("words are cut and letters judged in BookWords")
  func oneTokeniser() {
    var found: Set<String> = []
    for file in SourceTree.swiftFiles(in: "Sources")
    where !file.path.hasPrefix("Sources/BookWords/") {
      let declarations = Self.declarations(in: file.text)
      guard !declarations.isEmpty else { continue }
      found.insert(file.path)
      #expect(Self.excused[file.path] != nil, "\(file.path): \(declarations)")
    }
    for path in Self.excused.keys.sorted() {
      #expect(found.contains(path), "\(path) is excused and needs it no more")
    }
  }

  @Test("the rule sees a tokeniser")
  func seesOne() {
    #expect(!Self.declarations(in: "  private static func isLetter(_ b: UInt8) -> Bool {").isEmpty)
    #expect(!Self.declarations(in: "struct WordScanner {").isEmpty)
    #expect(Self.declarations(in: "// struct Tokeniser").isEmpty)
  }
}
