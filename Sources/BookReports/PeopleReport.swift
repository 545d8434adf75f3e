package import BookModel
import BookDiagnostics

/// `people.json`: everyone whom the book prints with every place, what was left open, what is only
/// asked about.
///
/// Persons whose privacy is `hidden` are left out; initials and pseudonyms replace headings.
package func peopleReport(_ annotated: AnnotatedBook) -> [UInt8] {
  let book = annotated.book
  let people = annotated.people
  let places = PlaceTables(
    book, for: people.mentions.map(\.chapter) + people.ambiguous.map(\.chapter))
  var byPerson = [[Mention]](repeating: [], count: people.people.count)
  for mention in people.mentions where byPerson.indices.contains(mention.person) {
    byPerson[mention.person].append(mention)
  }
  var json = JSONWriter(indents: false)
  json.object { json in
    json.key("people")
    json.array { json in
      for (index, person) in people.people.enumerated()
      where person.privacy != .hidden && (person.origin == .registry || !byPerson[index].isEmpty) {
        json.object { json in
          json.key("id")
          json.string(person.id)
          json.key("heading")
          json.string(person.heading)
          json.key("sort")
          json.string(person.sort)
          json.key("origin")
          json.string(person.origin.rawValue)
          json.key("mentions")
          json.array { json in
            for mention in byPerson[index] { write(mention, book, places, &json) }
          }
        }
      }
    }
    json.key("ambiguous")
    json.array { json in
      for open in people.ambiguous {
        json.object { json in
          places.write(open.chapter, open.range, offsets: false, &json)
          json.key("text")
          json.string(places.words(open.chapter, open.range))
          json.key("candidates")
          json.strings(open.candidates.map { people.people[$0].id })
        }
      }
    }
    json.key("unregistered")
    json.array { json in
      var tables: [SourceID: LineTable] = [:]
      for name in people.unregistered {
        let table = tables[name.first.file] ?? LineTable(book.sources[name.first.file].bytes)
        tables[name.first.file] = table
        let place = table.position(Int(name.first.start))
        json.object { json in
          json.key("text")
          json.string(name.text)
          json.key("count")
          json.integer(name.count)
          json.key("first")
          json.object { json in
            json.key("file")
            json.string(book.sources[name.first.file].path)
            json.key("line")
            json.integer(place.line)
            json.key("column")
            json.integer(place.column)
          }
        }
      }
    }
  }
  return json.bytes + [0x0A]
}

private func write(
  _ mention: Mention, _ book: Book, _ places: PlaceTables, _ json: inout JSONWriter
) {
  let chapter = book.chapters[mention.chapter]
  json.object { json in
    places.write(mention.chapter, mention.range, offsets: true, &json)
    json.key("text")
    json.string(places.words(mention.chapter, mention.range))
    json.key("chapter")
    json.integer(mention.chapter + 1)
    json.key("paragraph")
    json.integer(chapter.prose[mention.prose].paragraph)
    json.key("zone")
    json.string(mention.zone.rawValue)
  }
}
