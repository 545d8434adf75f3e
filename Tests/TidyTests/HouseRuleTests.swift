import Foundation
import Testing

@Suite("House rules")
struct HouseRuleTests {
  /// A line's code without its comment and string literals, roughly: enough for these rules.
  static func code(_ line: Substring) -> String {
    var result = ""
    var inString = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { inString.toggle() }
      if !inString, character == "/", previous == "/" { return String(result.dropLast()) }
      if !inString { result.append(character) }
      previous = character
    }
    return result
  }

  /// What may not stand in the sources, and why.
  static let forbidden: [(pattern: String, reason: String)] = [
    (
      "static var ",
      "global state that can change (a computed static var needs `static var x: T {`)"
    ),
    ("try!", "a failure that was not thought of"),
    ("@unchecked", "a promise that the compiler cannot check"),
    ("nonisolated(unsafe)", "a promise that the compiler cannot check"),
    ("NSRegularExpression", "a regular expression of unknown cost"),
  ]

  static func violations(_ file: (path: String, text: String)) -> [String] {
    var found: [String] = []
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let code = Self.code(line)
      for rule in forbidden where code.contains(rule.pattern) {
        if rule.pattern == "static var ", code.contains("{") { continue }
        found.append(
          "\(file.path):\(number + 1): \(rule.pattern.trimmingCharacters(in: .whitespaces)): \(rule.reason)"
        )
      }
      if !file.path.hasPrefix("Sources/BookCLI"), !file.path.hasPrefix("Sources/bookc"),
        code.trimmingCharacters(in: .whitespaces).hasPrefix("print(")
      {
        found.append("\(file.path):\(number + 1): prints below the command line")
      }
    }
    return found
  }

  @Test("the sources keep the house rules")
  func sourcesKeepTheRules() {
    let files = SourceTree.swiftFiles(in: "Sources")
    #expect(files.count > 20)
    for file in files { #expect(Self.violations(file) == []) }
  }

  @Test("the rules catch what they forbid")
  func rulesCatch() {
    let bad = "static var x = 1\nlet y = try! z()\nprint(1)\nlet s = \"try!\" // try!"
    #expect(Self.violations(("Sources/BookModel/X.swift", bad)).count == 3)
  }

  @Test("no file is longer than 500 lines, and the median is at most 150")
  func filesStaySmall() {
    let counts = SourceTree.swiftFiles(in: "Sources").map { file in
      (file.path, file.text.split(separator: "\n", omittingEmptySubsequences: false).count)
    }
    // Tables of data are as long as their data.
    for (path, lines) in counts where !path.contains("/Catalogue/") && !path.contains("/Data/") {
      #expect(lines <= 501, "\(path) has \(lines) lines")
    }
    let sorted = counts.map(\.1).sorted()
    #expect(sorted[sorted.count / 2] <= 150)
  }

  @Test("C types stay inside the module that owns the library")
  func cLibrariesHaveOneOwner() {
    let owners = [
      "CCMark": "BookMarkup", "CLibXML2": "BookXML", "CLibZip": "BookZip",
      "CHarfBuzz": "BookFonts", "CFontConfig": "BookFonts", "CHyphen": "BookFonts",
      "CWordData": "BookWords",
    ]
    for file in SourceTree.swiftFiles(in: "Sources") {
      for name in ImportTests.imports(of: file.text) {
        if let owner = owners[name] {
          #expect(file.path.hasPrefix("Sources/\(owner)/"), "\(file.path) imports \(name)")
        }
      }
      #expect(!file.text.contains("package import C"), "\(file.path) leaks a C library")
    }
  }

  @Test("every package declaration has a doc comment")
  func packageDeclarationsAreDocumented() {
    var missing: [String] = []
    for file in SourceTree.swiftFiles(in: "Sources") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let text = line.trimmingCharacters(in: .whitespaces)
        // A requirement is documented by its protocol, Workspace, OutputFormat or a library's.
        let requirements = [
          "func render(", "func check(", "func kind(", "func names(", "func read(",
          "func validate(", "func run(", "func ==", "func <", "func hash", "func + ", "func - ",
        ]
        if requirements.contains(where: { text.contains($0) }) { continue }
        let kinds = ["struct", "enum", "protocol", "actor", "final class", "func", "typealias"]
        guard kinds.contains(where: { text.hasPrefix("package \($0) ") }) else { continue }
        var above = index - 1
        while above >= 0, lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") {
          above -= 1
        }
        if above < 0 || !lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("///") {
          missing.append("\(file.path):\(index + 1): \(text)")
        }
      }
    }
    #expect(missing == [])
  }

  @Test("no file names a place of a machine or a registry")
  func filesSpeakOfTheProjectAlone() {
    let places = ["/" + "work/", "pypi" + ".org", "registry." + "npmjs", "deb." + "debian.org"]
    for folder in ["Sources", "Tests"] {
      for file in SourceTree.swiftFiles(in: folder) {
        for place in places {
          #expect(!file.text.contains(place), "\(file.path) names \(place)")
        }
      }
    }
  }
}
