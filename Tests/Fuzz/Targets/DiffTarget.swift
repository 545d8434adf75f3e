import BookDiagnostics
import BookMarkup
import BookModel
import BookOutline
import BookReports

/// Two chapters parted by a byte that no text has: the old one with what changed is the new one.
let comparesChapters: FuzzTarget = { bytes in
  let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2 else { return }
  let sides = parts.map { part in
    var sources = SourceFiles()
    let text = Array(part)
    let source = sources.add(path: "chapters/1.md", bytes: text)
    let chapter = parseChapter(text, source: source, header: ChapterHeader(), language: "en").value
    let book = Book(
      metadata: BookMetadata(title: "T", language: "en"), chapters: [chapter], sources: sources)
    let annotated = AnnotatedBook(book: book, people: PeopleAnnotation(), time: TimeAnnotation())
    return RevisionInput(outline(of: annotated), diagnostics: [], label: "r")
  }
  let comparison = waiting { await compare(sides[0], sides[1], jobs: 1) }
  let wanted = comparison.new.map { reading in reading.passages.indices.map { reading.content($0) }
  }
  if apply(comparison.diff, to: comparison.old) != wanted {
    broken("the old chapter with its changes is not the new one")
  }
  if parts[0] == parts[1], !comparison.diff.isEmpty { broken("a chapter differs from itself") }
  _ = RevisionHTML(comparison, progress: []).render()
}
