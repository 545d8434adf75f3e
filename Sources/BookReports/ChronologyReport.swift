import BookDiagnostics
package import BookModel

/// `chronology.json`: every event in order, and what cannot be true.
package func chronologyReport(_ annotated: AnnotatedBook) -> [UInt8] {
  let book = annotated.book
  let places = PlaceTables(book, for: annotated.time.events.compactMap { $0.place?.chapter })
  var json = JSONWriter()
  json.object { json in
    json.key("events")
    json.array { json in
      for event in annotated.time.events { write(event, annotated, places, &json) }
    }
    json.key("conflicts")
    json.array { json in
      for conflict in annotated.time.conflicts {
        json.object { json in
          json.key("message")
          json.string(conflict.message)
          json.key("places")
          json.array { json in
            for span in conflict.spans {
              let place = LineTable(book.sources[span.file].bytes).position(Int(span.start))
              json.object { json in
                json.key("file")
                json.string(book.sources[span.file].path)
                json.key("line")
                json.integer(place.line)
                json.key("column")
                json.integer(place.column)
              }
            }
          }
        }
      }
    }
  }
  return json.bytes + [0x0A]
}

private func write(
  _ event: Event, _ annotated: AnnotatedBook, _ places: PlaceTables, _ json: inout JSONWriter
) {
  let book = annotated.book
  json.object { json in
    json.key("id")
    json.string(event.id)
    json.key("title")
    json.string(event.title)
    json.dating(event)
    json.key("origin")
    json.string(event.origin.rawValue)
    json.key("words")
    json.string(event.words)
    if let place = event.place {
      places.write(place.chapter, place.range, offsets: true, &json)
    } else {
      let table = LineTable(book.sources[event.span.file].bytes)
      let start = table.position(Int(event.span.start))
      json.key("file")
      json.string(book.sources[event.span.file].path)
      json.key("line")
      json.integer(start.line)
      json.key("column")
      json.integer(start.column)
      json.key("start")
      json.integer(table.scalarOffset(Int(event.span.start)))
      json.key("end")
      json.integer(table.scalarOffset(Int(event.span.end)))
    }
    json.key("people")
    json.strings(
      event.people.map { annotated.people.people[$0] }.filter { $0.privacy != .hidden }.map(\.id))
  }
}
