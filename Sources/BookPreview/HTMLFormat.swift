package import BookDiagnostics
package import BookModel
import BookXHTML

/// The book as a site of plain pages, to be read offline or put on any server.
package struct HTMLFormat: OutputFormat {
  package static let name = "html"

  package init() {}

  /// The pages, the style sheet and the pictures, all below `html/`.
  package func render(
    _ outline: Outline, theme: Theme, pageStarts: [PageStart], jobs: Int
  ) async -> Diagnosed<Rendering> {
    let site = Site(outline, theme: theme, pageStarts: pageStarts)
    let pages = await site.pages.mapInOrder(jobs: jobs) { _, page in site.render(page) }
    var artifacts = zip(site.pages, pages).map { page, rendered in
      Artifact(path: "html/" + page.path, bytes: rendered.bytes)
    }
    artifacts.append(Artifact(path: "html/preview.css", bytes: theme.previewCSS))
    artifacts += site.pictures.map { Artifact(path: "html/" + $0.path, bytes: $0.bytes) }
    return Diagnosed(Rendering(artifacts: artifacts), pages.flatMap(\.diagnostics))
  }
}
