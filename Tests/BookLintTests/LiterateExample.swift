/// One section of a file in `Rules/`: a book and all that is to be said of it.
///
/// A section begins with `## ` and its name. A fence without a word is the text of the first
/// chapter; one with a file name is that file. A line such as `B0801 3:5 the message` outside the
/// fences is a message, at that line and column of the chapter; `B0301 people.yaml:1:1 …` names
/// another file. A section without such a line is sound.
struct LiterateExample: Sendable, CustomStringConvertible {
  /// The file without `.md`, which is the name of the rule.
  var rule: String
  /// What the section is called.
  var name: String
  /// Path and text.
  var files: [String: String] = [:]
  /// As the section has them.
  var messages: [String] = []

  static let chapter = "chapters/01-one.md"

  var description: String { "\(rule): \(name)" }

  /// The sections of a file.
  static func read(_ text: String, rule: String) -> [LiterateExample] {
    var examples: [LiterateExample] = []
    var fence: (path: String, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let open = fence {
          let body = open.lines.map { $0 + "\n" }.joined()
          if !examples.isEmpty { examples[examples.count - 1].files[open.path] = body }
          fence = nil
        } else {
          let path = line.dropFirst(3)
          fence = (path.isEmpty ? chapter : String(path), [])
        }
      } else if fence != nil {
        fence?.lines.append(line)
      } else if line.hasPrefix("## ") {
        examples.append(LiterateExample(rule: rule, name: String(line.dropFirst(3))))
      } else if isMessage(line), !examples.isEmpty {
        examples[examples.count - 1].messages.append(String(line))
      }
    }
    return examples
  }

  /// `B`, four digits, a blank.
  private static func isMessage(_ line: Substring) -> Bool {
    let code = line.prefix { $0 != " " }
    return code.utf8.count == 5 && code.first == "B" && code.dropFirst().allSatisfy(\.isNumber)
  }
}
