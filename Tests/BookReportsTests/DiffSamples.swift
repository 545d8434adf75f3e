import BookDiagnostics
import BookModel
import BookOutline
import BookReports
import BookTestSupport

/// A generator of numbers that gives the same ones for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var numbers: SplitNumbers

  init(_ seed: Int) { numbers = SplitNumbers(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15) }

  mutating func next() -> UInt64 { numbers.next() }
}

/// A block of a sample chapter.
enum SampleBlock: Equatable {
  case heading(String)
  /// Words between `*` are emphasised.
  case paragraph(String)
  case quotation(String)
  case sceneBreak

  var words: String {
    switch self {
    case .heading(let words), .paragraph(let words), .quotation(let words): words
    case .sceneBreak: ""
    }
  }
}

/// A chapter before it is parsed.
struct SampleChapter: Equatable {
  var file: String
  var blocks: [SampleBlock]
}

/// A book of sample chapters, parsed.
func sampleBook(_ chapters: [SampleChapter]) -> AnnotatedBook {
  var sources = SourceFiles()
  var parsed: [ParsedChapter] = []
  for chapter in chapters {
    let source = sources.add(
      path: chapter.file, bytes: Array(chapter.blocks.map(\.words).joined(separator: "\n\n").utf8))
    parsed.append(parse(chapter, source))
  }
  let book = Book(
    metadata: BookMetadata(title: "Sample", language: "en"), chapters: parsed, sources: sources)
  return AnnotatedBook(book: book, people: PeopleAnnotation(), time: TimeAnnotation())
}

private func parse(_ sample: SampleChapter, _ source: SourceID) -> ParsedChapter {
  var chapter = ParsedChapter(source: source, header: ChapterHeader())
  let span = SourceSpan(file: source, start: 0, end: 0)
  var paragraph = 1
  func leaf(_ words: String, _ zone: Zone) -> Int {
    if !chapter.text.isEmpty { chapter.text.append(0x0A) }
    let start = chapter.text.count
    let firstMark = chapter.marks.count
    var open: Int?
    for byte in words.utf8 {
      if byte == UInt8(ascii: "*") {
        if let from = open {
          chapter.marks.append(Mark(.emphasis, from..<chapter.text.count, span: span))
          open = nil
        } else {
          open = chapter.text.count
        }
      } else {
        chapter.text.append(byte)
      }
    }
    chapter.prose.append(
      Prose(
        text: start..<chapter.text.count, marks: firstMark..<chapter.marks.count, zone: zone,
        section: -1, paragraph: paragraph, id: "p-\(chapter.prose.count)"))
    chapter.wordCount += words.split { $0 == " " || $0 == "\n" }.count
    return chapter.prose.count - 1
  }
  for block in sample.blocks {
    switch block {
    case .heading(let words):
      let prose = leaf(words, .heading)
      chapter.sections.append(Section(level: 1, prose: prose, id: "s"))
      chapter.blocks.append(Block(.heading(level: 1, prose: prose, section: 0), span: span))
    case .paragraph(let words):
      chapter.blocks.append(Block(.paragraph(leaf(words, .body)), span: span))
      paragraph += 1
    case .quotation(let words):
      let inner = Block(.paragraph(leaf(words, .quote)), span: span)
      chapter.blocks.append(Block(.quotation([inner]), span: span))
      paragraph += 1
    case .sceneBreak: chapter.blocks.append(Block(.sceneBreak, span: span))
    }
  }
  return chapter
}

/// The changes between two sample books.
func changes(
  _ old: [SampleChapter], _ new: [SampleChapter]
) async -> RevisionComparison {
  await compare(
    RevisionInput(outline(of: sampleBook(old)), diagnostics: [], label: "old"),
    RevisionInput(outline(of: sampleBook(new)), diagnostics: [], label: "new"), jobs: 1)
}

/// Ditto for a single chapter of paragraphs.
func changes(_ old: [String], _ new: [String]) async -> RevisionComparison {
  await changes(
    [SampleChapter(file: "chapters/01.md", blocks: old.map { .paragraph($0) })],
    [SampleChapter(file: "chapters/01.md", blocks: new.map { .paragraph($0) })])
}

/// The report in short: one line a change.
func inShort(_ comparison: RevisionComparison) -> [String] {
  var lines: [String] = []
  func words(_ edit: PassageEdit, _ chapter: Int) -> String {
    edit.words.map { change in
      "[-\(old(edit.old, chapter, change.old))-][+\(String(decoding: change.new, as: UTF8.self))+]"
    }.joined(separator: " ")
  }
  func old(_ passages: Range<Int>, _ chapter: Int, _ bytes: Range<Int>) -> String {
    var text: [UInt8] = []
    for passage in passages {
      if passage > passages.lowerBound { text.append(0x0A) }
      text.append(0x20)
      text += comparison.old[chapter].content(passage).words
    }
    return String(decoding: text[bytes], as: UTF8.self)
  }
  for chapter in comparison.diff.chapters {
    let source = chapter.old?.index ?? -1
    for step in chapter.steps {
      switch step {
      case .kept: break
      case .edited(let edit):
        lines += edit.markup.map { "markup \($0.isNew ? "+" : "-")\($0.what): \($0.words)" }
        if !edit.words.isEmpty {
          lines.append("edit \(edit.old.count)→\(edit.new.count) \(words(edit, source))")
        }
      case .added(let content, _):
        lines.append("add \(String(decoding: content.words, as: UTF8.self))")
      case .gone(let passage):
        lines.append(
          "gone \(String(decoding: comparison.old[source].content(passage).words, as: UTF8.self))")
      case .movedHere(let from, let edit):
        let text = comparison.old[from.chapter].content(from.passage).words
        lines.append(
          "move \(String(decoding: text, as: UTF8.self))"
            + (edit.words.isEmpty ? "" : " " + words(edit, from.chapter)))
      case .movedAway: break
      }
    }
  }
  return lines
}
