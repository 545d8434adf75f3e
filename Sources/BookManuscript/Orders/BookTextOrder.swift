import BookDiagnostics
import BookModel

extension ChapterOrderReader {
  /// `Book.txt` of Leanpub: a file a line, with lines that say where front and back matter begin.
  mutating func bookText(in folder: String) -> ChapterOrder? {
    let path = joined(folder, "Book.txt")
    guard let (bytes, source) = read(path) else { return nil }
    var header = ChapterHeader()
    var chapters: [ListedChapter] = []
    // What Leanpub prints of the book for a sample names files of this list once more.
    var others = Set(["Sample.txt", "Subset.txt"].map { joined(folder, $0) })
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let span = SourceSpan(file: source, start: start, end: start + line.count)
      start += line.count + 1
      let name = trimmingWhiteSpace(String(decoding: line, as: UTF8.self))
      if let matter = Self.matter(name) {
        header = ChapterHeader()
        header.matter = matter
        continue
      }
      guard !name.hasPrefix("#"), !name.hasPrefix("{"),
        let chapter = Self.listed(name, in: folder, at: span, header: header)
      else { continue }
      if let page = try? workspace.read(chapter.file), let title = PartPage.leanpubTitle(page) {
        header.part = title
        others.insert(chapter.file)
      } else {
        chapters.append(chapter)
      }
    }
    return order(path, in: folder, chapters, others: others)
  }

  /// `{frontmatter}` and `frontmatter:` begin the front matter.
  private static func matter(_ line: String) -> Matter? {
    switch line.filter({ !"{}: ".contains($0) }) {
    case "frontmatter": .front
    case "mainmatter": .body
    case "backmatter": .back
    default: nil
    }
  }
}
