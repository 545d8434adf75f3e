package import ArgumentParser
import BookDiagnostics
import BookModel
import BookPipeline
import BookReports

/// `bookc explain`: what a message means and how to mend it.
package struct Explain: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a message means, or what may stand in a file.",
    discussion: """
      EXAMPLES
        bookc explain              list every message
        bookc explain B0301        explain one
        bookc explain book.yaml    every key of a file, with an example; also people.yaml,
                                   chronology.yaml and chapter
      """)

  @Argument(
    help: "The code of a message, such as B0301, or a file; without one, all messages are listed.")
  var code: String?

  package init() {}

  package func run() throws {
    guard let code else {
      for entry in DiagnosticCode.all {
        Terminal.output.write("\(entry.id)  \(entry.severity.rawValue)  \(entry.title)\n")
      }
      return
    }
    let name = code.lowercased()
    if let file = describedFiles.first(where: { $0.name == name || $0.name == name + ".yaml" }) {
      Terminal.output.write(file.explanation)
      return
    }
    // The B may be left out, and its noughts.
    let figures = code.allSatisfy(\.isNumber) && code.count <= 4 ? code : nil
    let wanted =
      figures.map { "B" + String(repeating: "0", count: 4 - $0.count) + $0 } ?? code.uppercased()
    guard let entry = DiagnosticCode.all.first(where: { $0.id == wanted }) else {
      let near = nearestWord(
        to: wanted, among: DiagnosticCode.all.map(\.id) + describedFiles.map(\.name))
      throw ValidationError(
        "there is no message '\(code)'"
          + (near.map { "; did you mean '\($0)'?" } ?? ":") + " `bookc explain` lists them all")
    }
    Terminal.output.write(
      "\(entry.id): \(entry.title) (\(entry.severity.rawValue))\n\n\(Self.plain(entry.explanation))\n"
    )
  }

  /// What a file of an example is when it is no text.
  private static let forms = [
    "hex": " (its bytes)", "link": " (a link to the path)", "removed": " (missing)",
  ]

  /// The explanation as a person reads it: the fences' markers for the tests become captions.
  static func plain(_ explanation: String) -> String {
    var lines: [String] = []
    var isCode = false
    for line in explanation.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
        let words = line.dropFirst(3).split(separator: " ")
        if isCode, words.count >= 2 {
          let form = words.count > 2 ? Self.forms[String(words[2])] ?? "" : ""
          lines.append("  \(words[0])\(form), \(words[1] == "bad" ? "not so" : "but so"):")
        }
      } else {
        lines.append(isCode ? "      \(line)" : String(line))
      }
    }
    return lines.joined(separator: "\n")
  }
}
