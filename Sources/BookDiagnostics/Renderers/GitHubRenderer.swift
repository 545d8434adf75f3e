/// Diagnostics as workflow commands that annotate a diff on GitHub.
package struct GitHubRenderer: Sendable {
  package init() {}

  /// One `::error` or `::warning` line each.
  package func render(_ list: DiagnosticList) -> String {
    var text = ""
    for diagnostic in list.diagnostics {
      var properties: [String] = []
      if let span = diagnostic.span {
        let place = list.place(span)
        properties.append("file=" + Self.property(place.path))
        properties.append("line=\(place.start.line)")
        properties.append("endLine=\(place.end.line)")
        if place.end.line == place.start.line {
          properties.append("col=\(place.start.column)")
          properties.append("endColumn=\(place.end.column)")
        }
      }
      properties.append("title=" + Self.property(diagnostic.code.id))
      let message = ([diagnostic.message] + diagnostic.fixIts.map(\.summary))
        .joined(separator: "; ")
      text +=
        "::\(diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue) \(properties.joined(separator: ","))::"
      text += Self.data(message) + "\n"
    }
    return text
  }

  private static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
