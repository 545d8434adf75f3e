import BookDisk
import BookDiagnostics
import BookFonts
import BookMarkup
import BookModel

@testable import BookTypesetting

/// Books made of words drawn by a fixed rule, so that every run sees the same text.
struct SampleText {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let words = [
    "the", "of", "and", "a", "river", "in", "that", "was", "he", "it", "mother", "with", "as",
    "on", "kitchen", "for", "at", "remembered", "which", "but", "from", "carpenter", "all",
    "they", "we", "winter", "were", "so", "an", "her", "been", "mountain", "their", "there",
    "one", "afterwards", "schoolhouse", "more", "station", "when", "letters", "grandfather",
    "no", "if", "out", "evening", "said", "understanding", "what", "up", "its", "about",
    "remarkable", "into", "them", "can", "only", "other", "conversation", "snow", "little",
  ]

  mutating func sentence() -> String {
    var text = ""
    let count = 4 + next(18)
    for i in 0..<count {
      var word = Self.words[next(Self.words.count)]
      if i == 0 { word = word.prefix(1).uppercased() + word.dropFirst() }
      text += i == 0 ? word : (next(14) == 0 ? ", " : " ") + word
    }
    return text + "."
  }

  mutating func paragraph() -> String {
    (0..<(1 + next(7))).map { _ in sentence() }.joined(separator: " ")
  }

  /// A chapter in Markdown with notes and scene breaks.
  mutating func chapter(_ title: String, paragraphs: Int) -> String {
    var text = "# \(title)\n\n"
    var notes = ""
    var count = 0
    for i in 0..<paragraphs {
      var paragraph = paragraph()
      if next(9) == 0 {
        count += 1
        paragraph += "[^\(count)]"
        notes += "[^\(count)]: \(sentence()) \(sentence())\n\n"
      }
      text += paragraph + "\n\n"
      if i > 0, next(17) == 0, i < paragraphs - 1 { text += "* * *\n\n" }
    }
    return text + notes
  }

  /// A whole book.
  static func book(chapters: Int, paragraphs: Int = 30, seed: UInt64 = 7) -> Book {
    var sample = SampleText(seed: seed)
    let texts = (1...chapters).map { sample.chapter("Chapter \($0)", paragraphs: paragraphs) }
    return book(texts)
  }

  /// A book of given chapters.
  static func book(
    _ texts: [String], language: String = "en", ordinal: String? = nil
  ) -> Book {
    var metadata = BookMetadata(title: "The Reservoir", language: language)
    metadata.contributors = [Contributor(name: "A. Writer", sort: "Writer, A.", role: "aut")]
    var sources = SourceFiles()
    var chapters: [ParsedChapter] = []
    for (number, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      let source = sources.add(path: "chapters/\(number + 1).md", bytes: bytes)
      var header = ChapterHeader()
      header.ordinal = ordinal
      chapters.append(
        parseChapter(bytes, source: source, header: header, language: language).value)
    }
    return Book(metadata: metadata, chapters: chapters, sources: sources)
  }

  static func annotated(_ book: Book) -> AnnotatedBook {
    AnnotatedBook(book: book, people: PeopleAnnotation(), time: TimeAnnotation())
  }
}

/// The fonts of this machine; nil where there are none to set a page with.
let machineFonts: FontLibrary? = {
  guard case .success(let library) = FontLibrary.system(DiskWorkspace.machine) else { return nil }
  return library
}()

extension Page {
  /// What is read on the page, in order: everything but heads and folios.
  var readText: String {
    var bytes: [UInt8] = []
    for case .run(let run) in items {
      guard case .node = run.owner else { continue }
      bytes += text[run.isRightToLeft ? run.text : run.saying ?? run.text]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Baselines of what is read, from the top.
  var baselines: [Float] {
    Array(
      Set(
        items.compactMap { item -> Float? in
          guard case .run(let run) = item, case .node = run.owner else { return nil }
          return run.y
        })
    ).sorted()
  }
}
