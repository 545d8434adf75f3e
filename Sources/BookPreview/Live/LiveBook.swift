import BookData
package import BookDiagnostics
package import BookModel
import BookXHTML

/// One state of the book as the preview shows it: every page can be asked for by its path.
///
/// Pages are rendered when they are asked for, so that a save costs no more than what is seen.
package struct LiveBook: Sendable {
  /// Counts the states, from 1.
  package let version: Int
  /// What the pages show: the outline of the last book that could be read.
  package let outline: Outline
  /// What is wrong with the manuscript as it is now.
  let faults: DiagnosticList
  /// True when the manuscript as it is now could not be shown.
  package let isStale: Bool
  let theme: Theme
  let site: Site
  /// A sum of the theme's style sheet (FNV-1a), so that pages know when it is another.
  private let style: String

  package init(
    version: Int, outline: Outline, faults: DiagnosticList, isStale: Bool, theme: Theme
  ) {
    self.version = version
    self.outline = outline
    self.faults = faults
    self.isStale = isStale
    self.theme = theme
    style = String(
      theme.previewCSS.reduce(UInt64(14_695_981_039_346_656_037)) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }, radix: 36)
    var shown = outline
    shown.book = explained(outline.book)
    site = Site(shown, theme: theme, isLive: true)
  }

  /// A file of the preview.
  package struct Page: Sendable, Equatable {
    /// With its character set where it is text.
    package var mediaType: String
    /// The whole of it.
    package var bytes: [UInt8]

    package init(mediaType: String, bytes: [UInt8]) {
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// The file at a path without its leading slash, nil when there is none.
  ///
  /// Only what is listed here exists; no path ever reaches the disk.
  package func page(_ path: String, query: String = "") -> Page? {
    switch path {
    case "", "index.html": return html(site.pages.first.map(render))
    case "preview.css":
      return Page(mediaType: "text/css; charset=utf-8", bytes: theme.previewCSS)
    case "live.css":
      return Page(mediaType: "text/css; charset=utf-8", bytes: EmbeddedFile.liveCSS.bytes)
    case "early.js":
      return Page(mediaType: "text/javascript; charset=utf-8", bytes: EmbeddedFile.earlyJS.bytes)
    case "live.js":
      return Page(mediaType: "text/javascript; charset=utf-8", bytes: EmbeddedFile.liveJS.bytes)
    case "search.html": return html(searchPage(query))
    case "workbench.html": return html(workbenchPage())
    case "pages.html": return html(pagesPage(at: nil))
    default: break
    }
    if path.hasPrefix("person-"), path.hasSuffix(".html") {
      let id = path.dropFirst("person-".count).dropLast(".html".count)
      return html(
        annotated.people.people.firstIndex { $0.id == id && $0.privacy != .hidden }
          .map(personPage))
    }
    if let page = site.pages.first(where: { $0.path == path }) { return html(render(page)) }
    if let picture = site.pictures.first(where: { $0.path == path }) {
      let type =
        annotated.book.images.first { $0.name == path }?.mediaType ?? "image/svg+xml"
      return Page(mediaType: type, bytes: picture.bytes)
    }
    return nil
  }

  /// Every path that has a page, for a comparison of two states.
  package var paths: [String] {
    site.pages.map(\.path) + ["workbench.html"]
      + annotated.people.people.map { "person-\($0.id).html" }
  }

  private func render(_ page: Site.Page) -> [UInt8] {
    site.render(page, live: frame(chapter: page.chapter)).bytes
  }

  /// What stands around a page: the words of its chapter, and what is wrong right now.
  func frame(chapter: Int?) -> LiveFrame {
    var lines: [String] = []
    let errors = faults.count(.error)
    if errors > 0 { lines.append(errors == 1 ? "1 error" : "\(grouped(errors)) errors") }
    if let chapter {
      lines.append("\(grouped(annotated.book.chapters[chapter].wordCount)) words here")
    }
    let total = annotated.book.wordCount
    if let goal = annotated.book.metadata.wordGoal {
      lines.append("\(grouped(total)) of \(grouped(goal)) words (\(total * 100 / max(1, goal)) %)")
    } else {
      lines.append("\(grouped(total)) words")
    }
    return LiveFrame(
      version: version, style: style, counts: lines,
      words: annotated.book.chapters.map(\.wordCount),
      waiting: waiting,
      trouble: isStale ? trouble.prefix(5).map(line) : [])
  }

  /// The errors that keep the book from being shown: those of chapters do not, if there are others.
  private var trouble: [Diagnostic] {
    let errors = faults.diagnostics.filter { $0.severity == .error }
    let grave = errors.filter { error in
      error.span.map { faults.sources.displayPath($0.file).hasSuffix(".yaml") } ?? true
    }
    return grave.isEmpty ? errors : grave
  }

  /// A diagnostic in one line.
  func line(_ diagnostic: Diagnostic) -> String {
    guard let span = diagnostic.span else { return diagnostic.message }
    let place = faults.place(span)
    return "\(place.path):\(place.start.line):\(place.start.column): \(diagnostic.message)"
  }

  private func html(_ bytes: [UInt8]?) -> Page? {
    bytes.map { Page(mediaType: "text/html; charset=utf-8", bytes: $0) }
  }
}

/// What a live page has beside the book.
package struct LiveFrame: Sendable {
  var version: Int
  /// Another one when the style sheet is another.
  var style: String
  var counts: [String]
  /// Of every chapter.
  var words: [Int]
  /// How many things wait in the workbench.
  var waiting: Int
  var trouble: [String]
}

extension LiveBook {
  /// The book that is shown.
  var annotated: AnnotatedBook { outline.book }
  /// The theme it is shown in.
  package var dress: Theme { theme }
}
