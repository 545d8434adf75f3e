import BookDiagnostics
import BookFonts
import BookModel
import BookTypesetting

extension PDFJob {
  /// What in the pages themselves keeps the file from being what PDF/UA-1 and PDF/A-2a call sound.
  ///
  /// All that the writer adds is sound by construction; these come in with the pages. A file with
  /// such a fault is still written, but does not claim to conform.
  func conformanceFaults() -> (conforms: Bool, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    diagnostics += missingGlyphs()
    diagnostics += figuresWithoutAlternative()
    let isNamed = !pages.metadata.title.isEmpty && !pages.metadata.language.isEmpty
    return (diagnostics.isEmpty && isNamed, diagnostics)
  }

  /// ISO 14289-1, 7.21.8: no glyph may be the one that stands for nothing.
  private func missingGlyphs() -> [Diagnostic] {
    var missing: [String] = []
    for page in pages.pages where page.glyphs.contains(where: { $0.id == 0 }) {
      page.glyphs.withUnsafeBufferPointer { glyphs in
        page.text.withUnsafeBufferPointer { text in
          for case .run(let run) in page.items {
            var clusters = ClusterReader(run, glyphs, text)
            while let cluster = clusters.next() {
              guard cluster.glyphs.contains(where: { glyphs[$0].id == 0 }) else { continue }
              let said = UnsafeBufferPointer(rebasing: text[cluster.text])
              let character = String(decoding: said, as: UTF8.self)
              if !missing.contains(character) { missing.append(character) }
            }
          }
        }
      }
    }
    return missing.map {
      Diagnostic(
        .accessibilityNotClaimed,
        "the PDF does not claim to be accessible, as no font has the character '\($0)'", at: nil,
        subject: .characters(Array($0.unicodeScalars)))
    }
  }

  /// ISO 14289-1, 7.3.
  private func figuresWithoutAlternative() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var seen: Set<Int> = []
    for page in pages.pages {
      for case .picture(let picture) in page.items {
        guard case .node(let node) = picture.owner, pages.structure.nodes.indices.contains(node),
          pages.structure[node].role == .figure, seen.insert(node).inserted,
          (pages.structure[node].alternative ?? "").isEmpty,
          pages.pictures.indices.contains(picture.source)
        else { continue }
        var path = "a drawing"
        var place: SourceSpan?
        var subject: DiagnosticSubject?
        if case .file(let image) = pages.pictures[picture.source] {
          path = "picture '\(image.path)'"
          place = sources.places[image.path]
          subject = .picture(image.path)
        }
        diagnostics.append(
          Diagnostic(
            .accessibilityNotClaimed,
            "the PDF does not claim to be accessible, as \(path) has no description", at: place,
            subject: subject))
      }
    }
    return diagnostics
  }

  /// Why a face could not go into the file.
  func embeddingFault(_ face: FontFace) -> Diagnostic {
    let reason =
      face.metrics.allowsEmbedding ? "cannot be cut to the glyphs in use" : "forbids embedding"
    return Diagnostic(.fontForbidsEmbedding, "font '\(face.postScriptName)' \(reason)", at: nil)
  }
}
