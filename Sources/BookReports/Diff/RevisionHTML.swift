import BookDiagnostics
import BookLanguage

/// The report as one HTML page that needs nothing else: no script, no font, no network.
///
/// It is written for two readers. The aunt reads "In short" and the text; the editor reads the
/// tables too. What was put in is underlined, what was taken out is struck through, and both are
/// said in words to who listens.
package struct RevisionHTML: Sendable {
  let comparison: RevisionComparison
  let progress: [ProgressPoint]
  /// Lines of the page, in order.
  private var page: [String] = []
  /// How many changed passages of a chapter are shown.
  static let mostPassages = 1500

  /// `progress` may be empty: then there is no chart.
  package init(_ comparison: RevisionComparison, progress: [ProgressPoint]) {
    self.comparison = comparison
    self.progress = progress
  }

  /// The page's bytes.
  package func render() -> [UInt8] {
    var writer = self
    writer.write()
    return Array(writer.page.joined().utf8)
  }

  mutating func put(_ text: String) { page.append(text) }

  private var diff: RevisionDiff { comparison.diff }

  private mutating func write() {
    let title = escaped(diff.new.title)
    put(
      """
      <!DOCTYPE html>
      <html lang="\(Language.ofMessages)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>What changed in \(title)</title>
      <style>
      \(revisionStyle)
      </style>
      </head>
      <body>
      <a class="skip" href="#short">Skip to the report</a>
      <header>
      <p class="kicker">What changed</p>
      <h1>\(title)</h1>
      <p class="sides">from <b>\(escaped(RevisionWording.name(diff.old)))</b> to \
      <b>\(escaped(RevisionWording.name(diff.new)))</b></p>
      </header>
      <main>

      """)
    writeShort()
    writeContents()
    writeNumbers()
    writeProgress()
    for (index, chapter) in diff.chapters.enumerated() where chapter.isChanged {
      writeChapter(chapter, number: index)
    }
    writePeople()
    writeEvents()
    writeRest()
    put(
      "</main>\n<footer><p>Made by bookc from the two revisions named above.</p></footer>\n</body>\n</html>\n"
    )
  }

  private mutating func writeShort() {
    put("<section aria-labelledby=\"short\">\n<h2 id=\"short\">In short</h2>\n")
    for sentence in RevisionWording(diff: diff).sentences { put("<p>\(escaped(sentence))</p>\n") }
    if !diff.isEmpty {
      put(
        "<p class=\"legend\">How to read it: words <ins>put in</ins> are underlined, words "
          + "<del>taken out</del> are struck through, what stayed is plain. A paragraph that only "
          + "moved is said so once and not marked.</p>\n")
    }
    put("</section>\n")
  }

  /// Headings below the summary, with where they are.
  private var contents: [(id: String, title: String, note: String)] {
    var list: [(id: String, title: String, note: String)] = [("numbers", "Chapter by chapter", "")]
    if progress.count > 1 { list.append(("progress", "Progress", "")) }
    for (index, chapter) in diff.chapters.enumerated() where chapter.isChanged {
      list.append(
        ("c\(index + 1)", (chapter.new ?? chapter.old)?.title ?? "", balance(chapter)))
    }
    func add(_ id: String, _ title: String, _ count: Int) {
      if count > 0 { list.append((id, title, grouped(count))) }
    }
    add("people", "People", diff.people.count)
    add("events", "Dates", diff.events.count)
    add("book", "The book", diff.book.count)
    add("pictures", "Pictures", diff.pictures.count)
    add("messages", "Remarks by bookc", diff.messagesCome.count + diff.messagesGone.count)
    return list
  }

  private mutating func writeContents() {
    if diff.isEmpty { return }
    put("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>\n")
    for entry in contents {
      let note = entry.note.isEmpty ? "" : " <span class=\"note\">\(escaped(entry.note))</span>"
      put("<li><a href=\"#\(entry.id)\">\(escaped(entry.title))</a>\(note)</li>\n")
    }
    put("</ul>\n</nav>\n")
  }

  func balance(_ chapter: ChapterDiff) -> String {
    if chapter.gained == 0, chapter.lost == 0 { return RevisionWording.fate(chapter) }
    return [
      chapter.gained > 0 ? "+\(grouped(chapter.gained))" : nil,
      chapter.lost > 0 ? "−\(grouped(chapter.lost))" : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }

  private mutating func writeNumbers() {
    if diff.isEmpty { return }
    put(
      """
      <section aria-labelledby="numbers">
      <h2 id="numbers">Chapter by chapter</h2>
      <table>
      <thead><tr><th scope="col">Chapter</th><th scope="col" class="n">Words put in</th>\
      <th scope="col" class="n">Taken out</th><th scope="col" class="n">Now</th></tr></thead>
      <tbody>

      """)
    var same = 0
    for chapter in diff.chapters {
      guard chapter.isChanged, let name = chapter.new ?? chapter.old else {
        same += 1
        continue
      }
      put(
        "<tr><th scope=\"row\">\(escaped(name.title)) <span class=\"note\">"
          + "\(escaped(RevisionWording.fate(chapter)))</span></th>"
          + cell(chapter.gained, "+") + cell(chapter.lost, "−")
          + cell(chapter.new?.words ?? 0, "") + "</tr>\n")
    }
    put("</tbody>\n<tfoot><tr><th scope=\"row\">The whole book</th>")
    put(cell(diff.gained, "+") + cell(diff.lost, "−") + cell(diff.new.words, ""))
    put("</tr></tfoot>\n</table>\n")
    if same > 0 {
      put("<p>\(RevisionWording.count(same, "chapter is", "chapters are")) as before.</p>\n")
    }
    put("</section>\n")
  }

  private func cell(_ n: Int, _ sign: String) -> String {
    "<td class=\"n\">\(n == 0 ? "0" : sign + grouped(n))</td>"
  }

  private mutating func writeProgress() {
    guard progress.count > 1 else { return }
    let chart = ProgressChart(points: progress)
    put("<section aria-labelledby=\"progress\">\n<h2 id=\"progress\">Progress</h2>\n")
    put(
      "<p>\(escaped(chart.summary)) The line is the length of the book; the bars are words per day.</p>\n"
    )
    put("<figure>\n\(chart.svg)</figure>\n")
    put(
      "<details><summary>The figures</summary>\n<table>\n<thead><tr><th scope=\"col\">Day</th>"
        + "<th scope=\"col\">Revision</th><th scope=\"col\" class=\"n\">Words</th>"
        + "<th scope=\"col\" class=\"n\">Change</th></tr></thead>\n<tbody>\n")
    var before: Int?
    for point in progress {
      let change = before.map { point.words - $0 } ?? 0
      put(
        "<tr><td>\(point.date)</td><td>\(escaped(point.revision))</td><td class=\"n\">"
          + "\(grouped(point.words))</td><td class=\"n\">"
          + "\(change > 0 ? "+" : "")\(grouped(change))</td></tr>\n")
      before = point.words
    }
    put("</tbody>\n</table>\n</details>\n</section>\n")
  }

  // MARK: What was found

  private mutating func writePeople() {
    if diff.people.isEmpty { return }
    put("<section aria-labelledby=\"people\">\n<h2 id=\"people\">People</h2>\n<dl>\n")
    for person in diff.people {
      let fate =
        switch person.fate {
        case .added: "new"
        case .gone: "gone"
        case .renamed(let from, let id):
          from == person.heading ? "formerly with the id \(id)" : "formerly “\(from)”"
        case .kept: "named in other places"
        }
      put("<dt>\(escaped(person.heading)) <span class=\"note\">\(escaped(fate))</span></dt>\n")
      var lines = places(
        person.fate == .added ? "Named in " : "Now also named in ", person.namedIn)
      lines += places("No longer named in ", person.goneFrom)
      if person.fate != .added, person.mentions.old != person.mentions.new {
        lines.append(
          "Named \(RevisionWording.count(person.mentions.new, "time", "times")), before "
            + "\(grouped(person.mentions.old)).")
      }
      if lines.isEmpty {
        lines.append(person.mentions.new == 0 ? "Not named in the text." : "Named where they were.")
      }
      for line in lines { put("<dd>\(escaped(line))</dd>\n") }
    }
    put("</dl>\n</section>\n")
  }

  private func places(_ words: String, _ places: [PersonChange.Place]) -> [String] {
    places.isEmpty
      ? [] : [words + RevisionWording.list(places.map(RevisionWording.place), most: 8) + "."]
  }

  private mutating func writeEvents() {
    if diff.events.isEmpty { return }
    put("<section aria-labelledby=\"events\">\n<h2 id=\"events\">Dates</h2>\n<dl>\n")
    for event in diff.events {
      put(
        "<dt>\(escaped(event.title)) <span class=\"note\">\(event.fate.rawValue)</span></dt>\n<dd>")
      let now = event.date.new ?? "no date"
      switch event.fate {
      case .added: put(escaped(now))
      case .gone: put("<del>\(escaped(event.date.old ?? "no date"))</del>")
      case .redated:
        put("<del>\(escaped(event.date.old ?? "no date"))</del> <ins>\(escaped(now))</ins>")
      case .retitled:
        put("<del>\(escaped(event.formerTitle ?? ""))</del> <ins>\(escaped(event.title))</ins>")
      }
      put("</dd>\n")
      if event.fate == .redated, let former = event.formerTitle {
        put("<dd>formerly told as “\(escaped(former))”</dd>\n")
      }
    }
    put("</dl>\n</section>\n")
  }

  private mutating func writeRest() {
    if !diff.book.isEmpty {
      put("<section aria-labelledby=\"book\">\n<h2 id=\"book\">The book</h2>\n")
      writeFields(diff.book)
      put("</section>\n")
    }
    if !diff.pictures.isEmpty {
      put("<section aria-labelledby=\"pictures\">\n<h2 id=\"pictures\">Pictures</h2>\n<ul>\n")
      for picture in diff.pictures {
        put(
          "<li>\(escaped(picture.path)) <span class=\"note\">\(picture.fate.rawValue)</span></li>\n"
        )
      }
      put("</ul>\n</section>\n")
    }
    if diff.messagesCome.isEmpty, diff.messagesGone.isEmpty { return }
    put("<section aria-labelledby=\"messages\">\n<h2 id=\"messages\">Remarks by bookc</h2>\n")
    writeMessages("New", diff.messagesCome)
    writeMessages("Settled", diff.messagesGone)
    put("</section>\n")
  }

  mutating func writeFields(_ fields: [FieldChange]) {
    put("<dl>\n")
    for field in fields {
      put("<dt>\(escaped(field.name))</dt>\n<dd>")
      if let old = field.old { put("<del>\(escaped(shortened(old)))</del> ") }
      if let new = field.new { put("<ins>\(escaped(shortened(new)))</ins>") }
      put("</dd>\n")
    }
    put("</dl>\n")
  }

  private mutating func writeMessages(_ heading: String, _ messages: [Message]) {
    if messages.isEmpty { return }
    put("<h3>\(heading)</h3>\n<ul>\n")
    for message in messages.prefix(200) {
      let place = message.place.map { " <span class=\"note\">\(escaped($0))</span>" } ?? ""
      put("<li><code>\(message.code)</code> \(escaped(message.message))\(place)</li>\n")
    }
    put("</ul>\n")
    if messages.count > 200 { put("<p>… and \(messages.count - 200) more.</p>\n") }
  }
}
