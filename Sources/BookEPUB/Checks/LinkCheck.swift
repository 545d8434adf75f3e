import BookDiagnostics
import BookModel
import BookXHTML
import BookXML

/// Whether every reference within the book leads to something that is there.
struct LinkCheck {
  let manifest: Manifest

  /// What a document needs to have its faults told at the manuscript's lines.
  struct Document: Sendable {
    var facts: DocumentFacts
    var rendered: RenderedDocument
    var chapter: Int?
  }

  func run(_ documents: [Document], in book: Book) -> [Diagnostic] {
    let files = Set(manifest.resources.map(\.reference))
    // Only targets are looked up, so ids are gathered for documents that have links to them.
    var targets: [String: Set<String>] = [:]
    for document in documents {
      for reference in document.facts.references {
        let (file, fragment) = Self.cut(reference.value)
        if fragment == nil { continue }
        targets[file.isEmpty ? document.facts.name : String(file), default: []] = []
      }
    }
    for document in documents where targets[document.facts.name] != nil {
      targets[document.facts.name] = Set(document.facts.ids.map(\.value))
    }
    return documents.flatMap { document in
      document.facts.references.compactMap { reference in
        fault(reference, in: document, files: files, targets: targets, book: book)
      }
    }
  }

  private func fault(
    _ reference: XMLAttributeUse, in document: Document, files: Set<String>,
    targets: [String: Set<String>], book: Book
  ) -> Diagnostic? {
    let value = reference.value
    if Self.isExternal(value) { return nil }
    let pieces = Self.cut(value)
    let file =
      pieces.file.isEmpty ? document.facts.name : Book.percentDecoded(String(pieces.file))
    func place() -> SourceSpan? {
      document.rendered.links.first { $0.reference == value }?.span
        ?? document.rendered.origins.span(
          ofLine: reference.line, in: document.chapter.map { book.chapters[$0] })
    }
    guard files.contains(file) else {
      return Diagnostic(.referenceBroken, "'\(value)' is not in the book", at: place())
    }
    guard let fragment = pieces.fragment.map({ Book.percentDecoded(String($0)) }) else {
      return nil
    }
    if targets[file]?.contains(fragment) == true { return nil }
    let known = (targets[file] ?? []).filter { !$0.hasPrefix("p-") }.sorted()
    let near = known.count <= 500 ? nearestWord(to: fragment, among: known) : nil
    return Diagnostic(
      .referenceBroken, "there is no place '#\(fragment)' in \(Self.display(file, book))",
      at: place(), notes: near.map { [DiagnosticNote("did you mean '#\($0)'?")] } ?? [])
  }

  /// The manuscript's name for a document, as the author knows no other.
  private static func display(_ file: String, _ book: Book) -> String {
    for index in book.chapters.indices where book.documentName(index) + ".xhtml" == file {
      return "'\(book.sources.displayPath(book.chapters[index].source))'"
    }
    return "'\(file)'"
  }

  /// A reference before its first "#" and behind it, where it has one.
  private static func cut(_ reference: String) -> (file: Substring, fragment: Substring?) {
    let bytes = reference.utf8
    guard var hash = bytes.firstIndex(of: UInt8(ascii: "#")) else { return (reference[...], nil) }
    if !reference.utf8.allSatisfy({ $0 < 0x80 }) {
      // A mark may stand on the sign, which is another then.
      guard let sign = reference.firstIndex(of: "#") else { return (reference[...], nil) }
      hash = sign
    }
    return (reference[..<hash], reference[bytes.index(after: hash)...])
  }

  static func isExternal(_ reference: String) -> Bool {
    guard reference.utf8.contains(UInt8(ascii: ":")) else { return false }
    guard let colon = reference.firstIndex(of: ":") else { return false }
    return reference[..<colon].allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
    }
  }
}
