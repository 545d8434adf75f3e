/// The report for a terminal: what was taken out as `[-words-]`, what was put in as `{+words+}`.
package struct RevisionText: Sendable {
  /// Whether to use terminal colours; the brackets stay.
  package var isColoured: Bool
  private static let width = 78

  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// The whole report.
  package func render(_ comparison: RevisionComparison) -> String {
    let diff = comparison.diff
    var text = bold(diff.new.title) + "\n"
    text += "from \(RevisionWording.name(diff.old)) to \(RevisionWording.name(diff.new))\n\n"
    for sentence in RevisionWording(diff: diff).sentences { text += wrapped(sentence, indent: "") }
    for chapter in diff.chapters where chapter.isChanged { text += render(chapter, comparison) }
    text += people(diff) + events(diff)
    if !diff.book.isEmpty { text += section("The book") + fields(diff.book) }
    if !diff.pictures.isEmpty {
      text += section("Pictures")
      for picture in diff.pictures { text += "  \(picture.path): \(picture.fate.rawValue)\n" }
    }
    text +=
      messages("New remarks", diff.messagesCome) + messages("Settled remarks", diff.messagesGone)
    return Self.visible(text)
  }

  private func render(_ chapter: ChapterDiff, _ comparison: RevisionComparison) -> String {
    guard let name = chapter.new ?? chapter.old else { return "" }
    var text = section(
      "\(name.title)  \(name.file)  \(RevisionWording.fate(chapter)), "
        + "+\(chapter.gained) −\(chapter.lost) words")
    text += fields(chapter.fields)
    let source = chapter.old?.index ?? 0
    for step in chapter.steps {
      switch step {
      case .kept: continue
      case .edited(let edit): text += render(edit, comparison.old[source], label: nil)
      case .added(let content, _): text += whole("new", content, "{+", "+}", "32")
      case .gone(let index):
        text += whole("taken out", comparison.old[source].content(index), "[-", "-]", "31")
      case .movedHere(let from, let edit):
        let title = comparison.diff.chapters.first { $0.old?.index == from.chapter }?.old?.title
        let place =
          from.chapter == chapter.old?.index ? "elsewhere in this chapter" : "“\(title ?? "")”"
        text += render(edit, comparison.old[from.chapter], label: "moved here from \(place)")
      case .movedAway: continue
      }
    }
    return text
  }

  private func render(_ edit: PassageEdit, _ chapter: ChapterReading, label: String?) -> String {
    var text = ""
    if let label { text += "  (\(label))\n" }
    if edit.words.isEmpty {
      let words = String(decoding: chapter.content(edit.old.lowerBound).words, as: UTF8.self)
      text += wrapped(shortened(words), indent: "  ")
    } else {
      text += wrapped(
        pieces(of: edit, in: chapter, context: 90).map(show).joined(), indent: "  ")
    }
    for change in edit.markup { text += "    mark-up: \(RevisionWording.markup(change))\n" }
    return text + "\n"
  }

  private func show(_ piece: EditPiece) -> String {
    switch piece {
    case .kept(let words): words
    case .lost(let words): bracketed(words, "[-", "-]", "31")
    case .gained(let words): bracketed(words, "{+", "+}", "32")
    case .skipped: " … "
    case .paragraphEnd: " ¶ "
    case .paragraphEndGained: paint("{+¶+} ", "32")
    case .paragraphEndLost: paint("[-¶-] ", "31")
    }
  }

  private func bracketed(_ words: String, _ open: String, _ close: String, _ style: String)
    -> String
  {
    let blank = words.hasPrefix(" ") ? " " : ""
    return blank + paint(open + words.dropFirst(blank.isEmpty ? 0 : 1) + close, style)
  }

  private func whole(
    _ label: String, _ content: PassageContent, _ open: String, _ close: String, _ style: String
  ) -> String {
    let kind =
      content.shape == Passage.Shape(.paragraph) ? "" : ": " + RevisionWording.name(content.shape)
    let words = content.words.isEmpty ? "* * *" : String(decoding: content.words, as: UTF8.self)
    return "  (\(label)\(kind))\n"
      + wrapped(paint(open + words + close, style), indent: "  ") + "\n"
  }

  private func people(_ diff: RevisionDiff) -> String {
    if diff.people.isEmpty { return "" }
    var text = section("People")
    for person in diff.people {
      let fate =
        switch person.fate {
        case .added: "+ "
        case .gone: "- "
        case .renamed, .kept: "~ "
        }
      text += "  \(fate)\(person.heading) (\(person.id))"
      if case .renamed(let from, let id) = person.fate { text += ", formerly \(from) (\(id))" }
      text += ", named \(person.mentions.old) → \(person.mentions.new)\n"
      for place in person.namedIn.prefix(12) { text += "      + \(RevisionWording.place(place))\n" }
      for place in person.goneFrom.prefix(12) {
        text += "      - \(RevisionWording.place(place))\n"
      }
    }
    return text
  }

  private func events(_ diff: RevisionDiff) -> String {
    if diff.events.isEmpty { return "" }
    var text = section("Dates")
    for event in diff.events {
      let (old, new) = (event.date.old ?? "no date", event.date.new ?? "no date")
      switch event.fate {
      case .added: text += "  + \(event.title), \(new)\n"
      case .gone: text += "  - \(event.title), \(old)\n"
      case .redated: text += "  ~ \(event.title): \(old) → \(new)\n"
      case .retitled: text += "  ~ \(event.formerTitle ?? "") → \(event.title), \(new)\n"
      }
    }
    return text
  }

  private func fields(_ fields: [FieldChange]) -> String {
    fields.map { "  \($0.name): \($0.old ?? "none") → \($0.new ?? "none")\n" }.joined()
  }

  private func messages(_ heading: String, _ messages: [Message]) -> String {
    if messages.isEmpty { return "" }
    var text = section(heading)
    for message in messages.prefix(100) {
      text +=
        "  \(message.severity)[\(message.code)] \(message.message)"
        + (message.place.map { "  \($0)" } ?? "") + "\n"
    }
    return messages.count > 100 ? text + "  … and \(messages.count - 100) more\n" : text
  }

  private func section(_ title: String) -> String { "\n" + bold(title) + "\n\n" }
  private func bold(_ text: String) -> String { paint(text, "1") }
  private func paint(_ text: String, _ style: String) -> String {
    isColoured ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  /// Lines of at most `width` characters, broken at blanks; colours count nothing.
  private func wrapped(_ text: String, indent: String) -> String {
    var lines = ""
    var line = indent
    var length = indent.utf8.count
    for word in text.split(separator: " ") {
      let size = visibleLength(word)
      if length + size + 1 > Self.width, length > indent.utf8.count {
        lines += line + "\n"
        line = indent
        length = indent.utf8.count
      }
      if length > indent.utf8.count {
        line += " "
        length += 1
      }
      line += word
      length += size
    }
    return lines + line + "\n"
  }

  private func visibleLength(_ word: Substring) -> Int {
    var count = 0
    var isEscape = false
    for scalar in word.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if !isEscape { count += 1 }
      if isEscape, scalar == "m" { isEscape = false }
    }
    return count
  }

  /// Control characters of the manuscript do nothing to the terminal; colours stay.
  private static func visible(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x0A: result.append(scalar)
      case 0x1B: result.append(isColour(scalars[(index + 1)...]) ? scalar : "\u{FFFD}")
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `[1;31m` and the like.
  private static func isColour(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard rest.first == "[" else { return false }
    return rest.dropFirst().prefix(6).first { $0 != ";" && !("0"..."9").contains($0) } == "m"
  }
}
