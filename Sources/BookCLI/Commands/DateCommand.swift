package import ArgumentParser
import BookDiagnostics
import BookPipeline

/// `bookc date`: what an EDTF string means.
package struct DateCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "date",
    abstract: "Say what a date in EDTF (ISO 8601-2) means.",
    discussion: """
      EXAMPLES
        bookc date 2014-22              summer 2014
        bookc date --format json -- 1890~
      """)

  /// How to print it.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A date, such as 1953-06, 1890~ or 2014-22.")
  var edtf: String

  @Option(help: "How to print it.")
  var format = Format.text

  package init() {}

  package func run() throws {
    guard let date = describeDate(edtf) else {
      Terminal.errors.write("bookc: \(whyNoDate(edtf))\n")
      throw ExitCode(1)
    }
    switch format {
    case .text:
      Terminal.output.write(
        "\(date.display)\n  earliest  \(said(date.earliest))\n  latest    \(said(date.latest))\n"
          + "  EDTF level \(date.level)\n")
    case .json:
      var json = JSONWriter()
      json.object { json in
        json.key("edtf")
        json.string(date.edtf)
        json.key("level")
        json.integer(date.level)
        json.key("earliest")
        json.string(date.earliest)
        json.key("latest")
        json.string(date.latest)
        json.key("display")
        json.string(date.display)
      }
      Terminal.output.write(json.bytes + [0x0A])
    }
  }

  private func said(_ bound: String?) -> String {
    guard let bound else { return "not known" }
    return bound.hasSuffix("inf") ? "open" : bound
  }
}
