package import BookDiagnostics
package import BookModel

/// Chapters of which one is most likely an earlier version of the other, so that the same words are
/// printed twice.
package struct ChaptersAlike: BookRule {
  package static let code = DiagnosticCode.chaptersAlike

  /// In bytes: shorter paragraphs, such as "Amen.", stand in many chapters.
  private static let shortParagraph = 40
  /// In bytes: as much as two chapters may share without being versions of one.
  private static let sharedAtMost = 150

  package init() {}

  package func check(_ book: Book) -> [Diagnostic] {
    let paragraphs = book.chapters.map(Self.paragraphs)
    var first: [Paragraph: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, own) in paragraphs.enumerated() {
      var shared: [Int: (bytes: Int, count: Int)] = [:]
      for words in own {
        if let other = first[words] {
          shared[other, default: (0, 0)].bytes += words.bytes
          shared[other, default: (0, 0)].count += 1
        } else {
          first[words] = index
        }
      }
      let likest = shared.max { ($0.value.bytes, $1.key) < ($1.value.bytes, $0.key) }
      guard let (other, most) = likest, most.bytes > Self.sharedAtMost else { continue }
      let all = own.reduce(0) { $0 + $1.bytes }
      guard most.bytes * 2 >= all else { continue }
      let chapter = book.chapters[index]
      let path = book.sources[book.chapters[other].source].path
      diagnostics.append(
        Diagnostic(
          Self.code,
          "\(most.count) of the \(own.count) paragraphs of this chapter stand in '\(path)' too",
          at: SourceSpan(file: chapter.source, start: 0, end: 0),
          notes: [
            DiagnosticNote("both are printed: take the one that is not meant out of the folder")
          ]))
    }
    return diagnostics
  }

  /// A paragraph by its name, which is made of its words alone, and its length.
  private struct Paragraph: Hashable {
    var name: String
    var bytes: Int
  }

  /// A chapter's longer paragraphs.
  private static func paragraphs(of chapter: ParsedChapter) -> [Paragraph] {
    chapter.prose.compactMap { prose in
      prose.zone == .body && prose.note == nil && prose.text.count >= shortParagraph
        ? Paragraph(name: prose.id, bytes: prose.text.count) : nil
    }
  }
}
