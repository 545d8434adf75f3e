package import BookDiagnostics
package import BookModel

/// A revision of a book with everything that is known of it.
package struct RevisionInput: Sendable {
  /// The book as it is laid out.
  package var outline: Outline
  /// What was said about it.
  package var diagnostics: [Diagnostic]
  /// As the author named it.
  package var label: String
  /// When it was committed, `YYYY-MM-DD`.
  package var date: String?

  package init(
    _ outline: Outline, diagnostics: [Diagnostic], label: String, date: String? = nil
  ) {
    self.outline = outline
    self.diagnostics = diagnostics
    self.label = label
    self.date = date
  }

  /// The book with all that was found in it.
  package var annotated: AnnotatedBook { outline.book }

  var side: RevisionDiff.Side {
    RevisionDiff.Side(
      label: label, revision: annotated.book.revision, date: date,
      title: annotated.book.metadata.title, language: annotated.book.metadata.language,
      words: annotated.book.wordCount)
  }
}

/// A comparison of two revisions: the changes, and the old book as read, to show them in.
package struct RevisionComparison: Sendable {
  /// The changes.
  package var diff: RevisionDiff
  /// The chapters of the old book.
  package var old: [ChapterReading]
  /// The chapters of the new book.
  package var new: [ChapterReading]
  /// Leaves of the new book with new or edited words, as (chapter, index into `prose`).
  package var changes: [ProseChange]
}

/// What changed from one revision of a book to another.
package func compare(_ old: RevisionInput, _ new: RevisionInput, jobs: Int) async
  -> RevisionComparison
{
  let books = [old.annotated.book, new.annotated.book]
  let chapters = books.flatMap { book in book.chapters }
  let readings = await chapters.mapInOrder(jobs: jobs) { _, chapter in ChapterReading(chapter) }
  let oldReadings = Array(readings.prefix(books[0].chapters.count))
  let newReadings = Array(readings.dropFirst(books[0].chapters.count))
  let match = matchChapters(
    matchable(books[0], oldReadings), matchable(books[1], newReadings))
  let links = PassageLinks(old: oldReadings, new: newReadings, match: match)
  var diff = RevisionDiff(old: old.side, new: new.side)
  diff.chapters = chapterDiffs(links, old.outline, new.outline)
  diff.book = bookChanges(books[0].metadata, books[1].metadata)
  diff.people = peopleChanges(old.outline, new.outline, links)
  diff.events = eventChanges(old.annotated, new.annotated, links)
  diff.pictures = pictureChanges(books[0].images, books[1].images)
  (diff.messagesCome, diff.messagesGone) = messageChanges(old, new, links)
  return RevisionComparison(
    diff: diff, old: oldReadings, new: newReadings,
    changes: proseChanges(diff.chapters, oldReadings, newReadings))
}

private func matchable(_ book: Book, _ readings: [ChapterReading]) -> [MatchableChapter] {
  zip(book.chapters, readings).map {
    MatchableChapter(file: book.sources[$0.source].path, title: $0.title, reading: $1)
  }
}

/// The leaves that a proof reader must read again, and what is not there any more.
private func proseChanges(
  _ chapters: [ChapterDiff], _ old: [ChapterReading], _ new: [ChapterReading]
) -> [ProseChange] {
  var changes: [ProseChange] = []
  var last = 0  // The new chapter passed last.
  for chapter in chapters {
    guard let index = chapter.new?.index else {
      if let gone = chapter.old, !new.isEmpty {
        changes.append(
          ProseChange(chapter: last, prose: .max, kind: .gone, words: gone.title))
      }
      continue
    }
    last = index
    var prose = -1  // The leaf passed last.
    func pass(_ passages: Range<Int>, _ kind: ProseChange.Kind?) {
      for passage in passages where new[index].passages.indices.contains(passage) {
        let leaf = new[index].passages[passage].prose
        if leaf < 0 { continue }
        prose = leaf
        if let kind { changes.append(ProseChange(chapter: index, prose: leaf, kind: kind)) }
      }
    }
    var next = 0
    for step in chapter.steps {
      switch step {
      case .kept(let range):
        pass(next..<next + range.count, nil)
        next += range.count
      case .added(_, let place):
        pass(place..<place + 1, .added)
        next = place + 1
      case .edited(let edit):
        pass(edit.new, edit.isMarkupOnly ? nil : .edited)
        next = edit.new.upperBound
      case .movedHere(_, let edit):
        pass(edit.new, edit.words.isEmpty ? .moved : .edited)
        next = edit.new.upperBound
      case .gone(let passage):
        guard let source = chapter.old?.index, old[source].passages[passage].prose >= 0 else {
          break
        }
        let words = String(decoding: old[source].content(passage).words.prefix(400), as: UTF8.self)
        changes.append(ProseChange(chapter: index, prose: prose, kind: .gone, words: words))
      case .movedAway: break
      }
    }
  }
  let ordered = changes.enumerated().sorted { a, b in
    (a.element.chapter, a.element.prose, a.offset) < (b.element.chapter, b.element.prose, b.offset)
  }
  return ordered.map(\.element)
}
