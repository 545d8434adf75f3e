/// Diagnostics as SARIF 2.1.0, which code hosts show beside the text.
package struct SARIFRenderer: Sendable {
  package init() {}

  /// One SARIF log with one run.
  package func render(_ list: DiagnosticList) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("$schema")
      json.string("https://json.schemastore.org/sarif-2.1.0.json")
      json.key("version")
      json.string("2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          tool(list, &json)
          json.key("columnKind")
          json.string("unicodeCodePoints")
          json.key("results")
          json.array { json in
            for diagnostic in list.diagnostics { result(diagnostic, list, &json) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func tool(_ list: DiagnosticList, _ json: inout JSONWriter) {
    let used = Set(list.diagnostics.map(\.code)).sorted { $0.id < $1.id }
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.key("name")
        json.string("bookc")
        json.key("rules")
        json.array { json in
          for code in used {
            json.object { json in
              json.key("id")
              json.string(code.id)
              text("shortDescription", code.title, &json)
              text("help", code.explanation, &json)
            }
          }
        }
      }
    }
  }

  private func text(_ key: String, _ text: String, _ json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      json.key("text")
      json.string(text)
    }
  }

  private func result(_ diagnostic: Diagnostic, _ list: DiagnosticList, _ json: inout JSONWriter) {
    json.object { json in
      json.key("ruleId")
      json.string(diagnostic.code.id)
      json.key("level")
      json.string(diagnostic.severity.rawValue)
      text(
        "message",
        ([diagnostic.message] + diagnostic.notes.map(\.message) + diagnostic.fixIts.map(\.summary))
          .joined(separator: "; "), &json)
      guard let span = diagnostic.span else { return }
      json.key("locations")
      json.array { json in
        json.object { json in
          json.key("physicalLocation")
          location(span, list, &json)
        }
      }
    }
  }

  private func location(_ span: SourceSpan, _ list: DiagnosticList, _ json: inout JSONWriter) {
    let place = list.place(span)
    json.object { json in
      json.key("artifactLocation")
      json.object { json in
        json.key("uri")
        json.string(Self.uri(place.path))
      }
      json.key("region")
      json.object { json in
        json.key("startLine")
        json.integer(place.start.line)
        json.key("startColumn")
        json.integer(place.start.column)
        json.key("endLine")
        json.integer(place.end.line)
        json.key("endColumn")
        json.integer(place.end.column)
      }
    }
  }

  /// A relative URI reference for a path (RFC 3986): everything but unreserved marks and `/` escaped.
  private static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
      }
    }
    return result
  }
}
