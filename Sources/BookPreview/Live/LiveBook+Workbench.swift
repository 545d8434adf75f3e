import BookDiagnostics
import BookModel
import BookXHTML

extension LiveBook {
  /// Everything that waits for the author: on one side the words, on the other what is said of them.
  func workbenchPage() -> [UInt8] {
    site.frame(title: "Workbench", body: "workbench", live: frame(chapter: nil)) { out in
      out.element(.h1, text: "Workbench")
      if waiting == 0 {
        out.element(.p, [.class("first quiet")], text: "Nothing waits for you.")
      }
      self.messages(to: &out)
      self.ambiguousNames(to: &out)
      self.unregisteredNames(to: &out)
      self.foundPeople(to: &out)
      self.conflicts(to: &out)
    }
  }

  /// How many things the workbench has to show.
  var waiting: Int {
    plainMessages.count + annotated.people.ambiguous.count + annotated.people.unregistered.count
      + annotated.time.conflicts.count
  }

  /// The messages, without those that the workbench tells in a way of their own.
  private var plainMessages: [Diagnostic] {
    let told = [
      DiagnosticCode.ambiguousMention.id, DiagnosticCode.unregisteredName.id,
      DiagnosticCode.timesContradict.id,
    ]
    return faults.diagnostics.filter { !told.contains($0.code.id) }
  }

  /// The most of one kind that are shown.
  private static let most = 500

  private func section(
    _ title: String, _ count: Int, to out: inout MarkupWriter
  ) {
    out.element(.h2) { words in
      words.text(title)
      words.element(.span, [.class("count")], text: grouped(count))
    }
    out.newline()
  }

  private func rest(_ count: Int, to out: inout MarkupWriter) {
    guard count > Self.most else { return }
    out.element(
      .p, [.class("first quiet")],
      text: "\(grouped(count - Self.most)) more are shown when these are done.")
    out.newline()
  }

  private func messages(to out: inout MarkupWriter) {
    let messages = plainMessages
    guard !messages.isEmpty else { return }
    section("Messages", messages.count, to: &out)
    for diagnostic in messages.prefix(Self.most) {
      let isError = diagnostic.severity == .error
      out.element(.section, [.class(isError ? "message error" : "message")]) { section in
        self.source(diagnostic.span, isOfMessage: true, to: &section)
        section.element(.div, [.class("said")]) { said in
          said.element(.p) { line in
            line.element(
              .span, [.class("severity")],
              text: "\(diagnostic.severity.rawValue) \(diagnostic.code.id)")
            line.text(" " + diagnostic.message)
          }
          for note in diagnostic.notes { said.element(.p, [.class("quiet")], text: note.message) }
          for fix in diagnostic.fixIts {
            said.element(.p) { line in
              line.text(fix.summary + " ")
              if !fix.replacement.isEmpty { self.copyButton(fix.replacement, to: &line) }
            }
          }
        }
      }
      out.newline()
    }
    rest(messages.count, to: &out)
  }

  /// Where it is, and the paragraph it concerns with the words marked, if it lies in one.
  ///
  /// The words of a message are those of the manuscript as it is now, all others of the book shown.
  private func source(
    _ span: SourceSpan?, isOfMessage: Bool = false, to out: inout MarkupWriter
  ) {
    guard let span else {
      out.element(.p, [.class("where quiet")], text: "The whole book")
      out.element(.blockquote) { _ in }
      return
    }
    let files = isOfMessage ? faults : DiagnosticList([], sources: annotated.book.sources)
    let place = files.place(span)
    let label = "\(place.path):\(place.start.line):\(place.start.column)"
    // What is shown is the last good book: after an error the places of messages do not match it.
    guard !(isStale && isOfMessage), let found = self.place(of: span) else {
      out.element(.p, [.class("where quiet")], text: label)
      out.element(.blockquote) { quote in
        let line = line(at: span, in: files.sources)
        if !line.isEmpty { quote.element(.code, text: line) }
      }
      return
    }
    out.element(.p, [.class("where")]) { line in
      self.link(to: found.chapter, found.prose, &line)
      line.element(.span, [.class("count")], text: label)
    }
    out.element(.blockquote, site.bookLanguage) { quote in
      self.words(found.chapter, found.prose, found.range, to: &quote)
    }
  }

  /// The line of the file in which a span begins, without its end.
  private func line(at span: SourceSpan, in sources: SourceFiles) -> String {
    let bytes = sources[span.file].bytes
    let start = min(max(0, Int(span.start)), bytes.count)
    var first = start
    while first > 0, bytes[first - 1] != 0x0A, start - first < 200 { first -= 1 }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, end - start < 200 { end += 1 }
    return String(decoding: bytes[first..<end], as: UTF8.self)
  }

  /// The leaf of prose and the words in it that a span of a chapter's file became.
  private func place(of span: SourceSpan) -> (chapter: Int, prose: Int, range: Range<Int>)? {
    guard let chapter = annotated.book.chapters.firstIndex(where: { $0.source == span.file })
    else { return nil }
    let parsed = annotated.book.chapters[chapter]
    guard
      let prose = parsed.prose.firstIndex(where: { leaf in
        let own = parsed.span(leaf.text)
        return own.start <= span.start && span.start < own.end
      })
    else { return nil }
    let text = parsed.prose[prose].text
    // The mapping grows with the text within a leaf.
    func first(_ isThere: (SourceSpan) -> Bool) -> Int {
      var range = text
      while !range.isEmpty {
        let middle = range.lowerBound + range.count / 2
        if isThere(parsed.span(middle..<middle + 1)) {
          range = range.lowerBound..<middle
        } else {
          range = (middle + 1)..<range.upperBound
        }
      }
      return range.lowerBound
    }
    let start = first { $0.end > span.start }
    let end = max(start, first { $0.start >= span.end })
    return (chapter, prose, start..<end)
  }

  private func ambiguousNames(to out: inout MarkupWriter) {
    let open = annotated.people.ambiguous
    guard !open.isEmpty else { return }
    section("Who is meant?", open.count, to: &out)
    for mention in open.prefix(Self.most) {
      let words = annotated.book.chapters[mention.chapter].string(mention.range)
      out.element(.section, [.class("message")]) { section in
        section.element(.p, [.class("where")]) { line in
          self.link(to: mention.chapter, mention.prose, &line)
        }
        section.element(.blockquote, site.bookLanguage) { quote in
          self.words(mention.chapter, mention.prose, mention.range, to: &quote)
        }
        section.element(.div, [.class("said")]) { said in
          said.element(.dl, [.class("choices")]) { list in
            for candidate in mention.candidates.prefix(8) {
              let person = self.annotated.people.people[candidate]
              list.element(.dt, text: person.display)
              list.element(.dd) {
                self.copyButton("[\(words)](person:\(person.id))", to: &$0)
              }
            }
            list.element(.dt, text: "somebody else")
            list.element(.dd) { self.copyButton("[\(words)](person:none)", to: &$0) }
          }
        }
      }
      out.newline()
    }
    rest(open.count, to: &out)
  }

  private func unregisteredNames(to out: inout MarkupWriter) {
    let names = annotated.people.unregistered
    guard !names.isEmpty else { return }
    section("Not in people.yaml", names.count, to: &out)
    for name in names.prefix(Self.most) {
      nameToSettle(name.text, name.count, at: name.first, id: Self.id(name.text), to: &out)
    }
    rest(names.count, to: &out)
    confirming(to: &out)
  }

  /// Those who stand in the index unasked: nothing that waits, but theirs to confirm or to take out.
  private func foundPeople(to out: inout MarkupWriter) {
    let people = annotated.people
    let found = people.people.indices.filter { !people.isRegistered($0) }
    guard !found.isEmpty else { return }
    let named = people.named
    section("Found in the prose and printed", found.count, to: &out)
    for index in found.prefix(Self.most) {
      let person = people.people[index]
      let span = named[index].first.map { annotated.book.chapters[$0.chapter].span($0.range) }
      nameToSettle(person.display, named[index].count, at: span, id: person.id, to: &out)
    }
    rest(found.count, to: &out)
    confirming(to: &out)
  }

  /// Somebody whom people.yaml lacks: where they are named first, and what to copy.
  private func nameToSettle(
    _ name: String, _ count: Int, at first: SourceSpan?, id: String, to out: inout MarkupWriter
  ) {
    out.element(.section, [.class("message")]) { section in
      self.source(first, to: &section)
      section.element(.div, [.class("said")]) { said in
        said.element(.p, text: "“\(name)” " + (count == 1 ? "once" : "\(count) times"))
        said.element(.dl, [.class("choices")]) { list in
          list.element(.dt, text: "a person, under people")
          list.element(.dd) {
            self.copyButton("- { id: \(id), name: \(Self.yaml(name)) }", to: &$0)
          }
          list.element(.dt, text: "no person, under ignore")
          list.element(.dd) { self.copyButton("- \(Self.yaml(name))", to: &$0) }
        }
      }
    }
    out.newline()
  }

  private func confirming(to out: inout MarkupWriter) {
    out.element(
      .p, [.class("first quiet")], text: "bookc scan people --write adds entries for them all.")
  }

  /// An id made of the letters of a name.
  private static func id(_ name: String) -> String {
    let letters = name.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic ? Character(scalar) : "-"
    }
    let id = String(letters).split(separator: "-").joined(separator: "-")
    return id.isEmpty ? "somebody" : id
  }

  /// A plain scalar where YAML reads it as these words, else a quoted one.
  private static func yaml(_ words: String) -> String {
    let isPlain = words.unicodeScalars.enumerated().allSatisfy { index, scalar in
      scalar.properties.isAlphabetic || index > 0 && " .-'’".unicodeScalars.contains(scalar)
    }
    let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
      .contains(words.lowercased())
    if isPlain && !isWord { return words }
    return "'" + words.replacing("'", with: "''") + "'"
  }

  private func conflicts(to out: inout MarkupWriter) {
    let conflicts = annotated.time.conflicts
    guard !conflicts.isEmpty else { return }
    section("Dates that cannot all be true", conflicts.count, to: &out)
    for conflict in conflicts.prefix(Self.most) {
      out.element(.section, [.class("message error")]) { section in
        section.element(.p, [.class("where")], text: conflict.message)
        for span in conflict.spans {
          section.element(.div) { self.source(span, to: &$0) }
        }
      }
      out.newline()
    }
    rest(conflicts.count, to: &out)
  }
}
