import BookDiagnostics
import BookLanguage
package import BookModel

/// Every paragraph that names a person, as an HTML page to send to them; nil for an unknown id.
///
/// The person sees what is printed of them before the public does. Whatever else the paragraph
/// says is there too, because it is the context in which they are named.
package func personExtract(_ id: String, of outline: Outline) -> [UInt8]? {
  let annotated = outline.book
  guard let index = annotated.people.people.firstIndex(where: { $0.id == id }) else { return nil }
  let person = annotated.people.people[index]
  let book = annotated.book
  let title = escaped(book.metadata.title)
  let mentions = annotated.people.mentions.filter { $0.person == index }
  let leaves = Set(mentions.map { PassagePlace(chapter: $0.chapter, passage: $0.prose) })
  let language = escaped(book.metadata.language)
  var page = """
    <!DOCTYPE html>
    <html lang="\(Language.ofMessages)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(escaped(person.display)) in \(title)</title>
    <style>
    \(revisionStyle)
      mark { color: inherit; background: var(--put-back); border-bottom: 2px solid var(--put); }
    </style>
    </head>
    <body>
    <header>
    <p class="kicker">\(title)</p>
    <h1>\(escaped(person.display))</h1>
    <p class="sides">named \(RevisionWording.count(mentions.count, "time", "times")) in \
    \(RevisionWording.count(leaves.count, "paragraph", "paragraphs")), all of them below</p>
    </header>
    <main>

    """
  for (number, chapter) in book.chapters.enumerated() {
    let here = mentions.filter { $0.chapter == number }
    if here.isEmpty { continue }
    page += "<section>\n<h2>\(escaped(outline.chapters[number].title))</h2>\n"
    for prose in Set(here.map(\.prose)).sorted() where chapter.prose.indices.contains(prose) {
      let leaf = chapter.prose[prose]
      page += "<p class=\"as-before\">paragraph \(leaf.paragraph)</p>\n"
      page += "<p lang=\"\(language)\">"
      page += marked(here.filter { $0.prose == prose }.map(\.range), in: leaf, chapter) + "</p>\n"
    }
    page += "</section>\n"
  }
  return Array((page + "</main>\n</body>\n</html>\n").utf8)
}

private func marked(_ ranges: [Range<Int>], in leaf: Prose, _ chapter: ParsedChapter) -> String {
  var html = ""
  var at = leaf.text.lowerBound
  for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
  where range.lowerBound >= at && range.upperBound <= leaf.text.upperBound {
    html += escaped(chapter.string(at..<range.lowerBound))
    html += "<mark>\(escaped(chapter.string(range)))</mark>"
    at = range.upperBound
  }
  return html + escaped(chapter.string(at..<leaf.text.upperBound))
}

/// A person of the registry who may be alive and is named in the book.
package struct LivingPerson: Sendable, Equatable {
  /// The id.
  package var id: String
  /// As the index prints the name.
  package var heading: String
  /// `public`, `initials`, `pseudonym` or `hidden`.
  package var privacy: String
  /// EDTF as written.
  package var born: String?
  /// Paragraphs that name them.
  package var paragraphs: Int
  /// Titles of the chapters that do.
  package var chapters: [String]
}

/// Everyone named in the book who has not died and was not born more than 110 years before `year`:
/// those whose leave to ask.
package func livingPeople(in outline: Outline, year: Int) -> [LivingPerson] {
  let annotated = outline.book
  var places = annotated.people.people.map { _ in Set<PassagePlace>() }
  for mention in annotated.people.mentions where places.indices.contains(mention.person) {
    places[mention.person].insert(PassagePlace(chapter: mention.chapter, passage: mention.prose))
  }
  var result: [LivingPerson] = []
  for (index, person) in annotated.people.people.enumerated() {
    if person.died != nil || places[index].isEmpty { continue }
    if let born = person.born.flatMap({ firstYear($0.text) }), born < year - 110 { continue }
    let privacy =
      switch person.privacy {
      case .public: "public"
      case .initials: "initials"
      case .pseudonym: "pseudonym"
      case .hidden: "hidden"
      }
    let chapters = Set(places[index].map(\.chapter)).sorted()
    result.append(
      LivingPerson(
        id: person.id, heading: person.heading, privacy: privacy, born: person.born?.text,
        paragraphs: places[index].count,
        chapters: chapters.map { outline.chapters[$0].title }))
  }
  return result.sorted { ($0.heading, $0.id) < ($1.heading, $1.id) }
}

/// The first four digits in a row of an EDTF string.
private func firstYear(_ edtf: String) -> Int? {
  var digits = ""
  for character in edtf.unicodeScalars {
    if ("0"..."9").contains(character) {
      digits.unicodeScalars.append(character)
    } else {
      digits = ""
    }
    if digits.utf8.count == 4 { return Int(digits) }
  }
  return nil
}

/// The list as text, a line to tick for each, or as JSON.
package func consentLedger(_ people: [LivingPerson], title: String, asJSON: Bool) -> [UInt8] {
  if asJSON {
    var json = JSONWriter()
    json.object { json in
      json.key("people")
      json.array { json in
        for person in people {
          json.object { json in
            json.key("id")
            json.string(person.id)
            json.key("heading")
            json.string(person.heading)
            json.key("privacy")
            json.string(person.privacy)
            json.key("born")
            json.string(person.born)
            json.key("paragraphs")
            json.integer(person.paragraphs)
            json.key("chapters")
            json.strings(person.chapters)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
  if people.isEmpty { return Array("\(title) names nobody who may be alive.\n".utf8) }
  var text =
    "\(title) names \(RevisionWording.count(people.count, "person", "people")) who may be alive.\n"
  text += "`bookc people extract ID` makes the pages to show them.\n"
  for person in people {
    let places = RevisionWording.count(person.paragraphs, "paragraph", "paragraphs")
    text += "\n\(person.heading) (\(person.id)), \(person.privacy), \(places) in "
    text += RevisionWording.list(person.chapters.map { "“\($0)”" }, most: 8) + "\n"
    text += "  [ ] asked on ______  [ ] agreed  [ ] refused\n"
  }
  return Array(text.utf8)
}
