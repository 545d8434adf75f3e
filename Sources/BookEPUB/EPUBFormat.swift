package import BookDiagnostics
package import BookModel
import BookXHTML
import BookXML
import BookZip

/// The book as an EPUB 3.3 file.
package struct EPUBFormat: OutputFormat {
  package static let name = "epub"

  private let grammars: DocumentGrammars

  /// - Parameter judgesTwice: every page is judged by a grammar of RELAX NG too.
  package init(judgesTwice: Bool = false) {
    grammars = DocumentGrammars(secondJudge: judgesTwice ? .content() : nil)
  }

  /// One file named after the title; none when an error withholds it.
  package func render(
    _ outline: Outline, theme: Theme, pageStarts: [PageStart], jobs: Int
  ) async -> Diagnosed<Rendering> {
    let publication = Publication(
      outline, ornament: theme.titleOrnament, linksFirstMentions: theme.linksFirstMentions,
      pageStarts: pageStarts)
    let book = outline.book.book
    let assembly = EPUBAssembly(publication: publication, theme: theme, grammars: grammars)
    let parts = assembly.parts()
    let packed = await parts.mapInOrder(jobs: jobs) { _, part in assembly.pack(part) }
    let links = LinkCheck(manifest: assembly.manifest)
      .run(packed.compactMap(\.document), in: book)
    let diagnostics = packed.flatMap(\.diagnostics) + links
    if diagnostics.contains(where: { $0.severity == .error }) {
      return Diagnosed(Rendering(), diagnostics)
    }
    do {
      var archive = try ZipWriter(modified: book.modified)
      for entry in packed.compactMap(\.entry) { try archive.add(entry) }
      let bytes = try archive.finish()
      return Diagnosed(
        Rendering(artifacts: [
          Artifact(path: fileName(book.metadata) + ".epub", bytes: bytes)
        ]), diagnostics)
    } catch {
      return Diagnosed(
        Rendering(),
        diagnostics + [
          Diagnostic(.archiveFailed, "archive could not be made: \(error.message)", at: nil)
        ])
    }
  }
}
