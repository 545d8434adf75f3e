/// Diagnostics as one JSON object for other programs.
package struct JSONRenderer: Sendable {
  package init() {}

  /// `{"diagnostics": […], "errors": n, "warnings": n}`; positions are 1-based, ends exclusive.
  package func render(_ list: DiagnosticList) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("diagnostics")
      json.array { json in
        for diagnostic in list.diagnostics { write(diagnostic, list, &json) }
      }
      json.key("errors")
      json.integer(list.count(.error))
      json.key("warnings")
      json.integer(list.count(.warning))
    }
    return json.bytes + [0x0A]
  }

  private func write(_ diagnostic: Diagnostic, _ list: DiagnosticList, _ json: inout JSONWriter) {
    json.object { json in
      json.key("code")
      json.string(diagnostic.code.id)
      json.key("severity")
      json.string(diagnostic.severity.rawValue)
      json.key("message")
      json.string(diagnostic.message)
      if let span = diagnostic.span { place(span, list, &json) }
      json.key("notes")
      json.array { json in
        for note in diagnostic.notes {
          json.object { json in
            json.key("message")
            json.string(note.message)
            if let span = note.span { place(span, list, &json) }
          }
        }
      }
      json.key("fixes")
      json.array { json in
        for fix in diagnostic.fixIts {
          json.object { json in
            json.key("summary")
            json.string(fix.summary)
            json.key("replacement")
            json.string(fix.replacement)
            place(fix.span, list, &json)
          }
        }
      }
    }
  }

  private func place(_ span: SourceSpan, _ list: DiagnosticList, _ json: inout JSONWriter) {
    let place = list.place(span)
    json.key("file")
    json.string(place.path)
    json.key("line")
    json.integer(place.start.line)
    json.key("column")
    json.integer(place.start.column)
    json.key("endLine")
    json.integer(place.end.line)
    json.key("endColumn")
    json.integer(place.end.column)
  }
}
