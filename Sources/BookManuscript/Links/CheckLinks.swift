import BookDiagnostics
import BookModel

/// Every link of the book that leads nowhere, out of the book, or where a book must not lead.
func checkLinks(of book: Book) -> [Diagnostic] {
  let anchors = book.chapters.map(Anchors.init)
  var diagnostics: [Diagnostic] = []
  for (index, chapter) in book.chapters.enumerated() {
    for mark in chapter.marks {
      guard case .link(let destination, _) = mark.kind else { continue }
      if destination.isEmpty {
        diagnostics.append(Diagnostic(.linkEmpty, "the link has no target", at: mark.span))
        continue
      }
      if mark.range.isEmpty {
        let hasImage = chapter.marks.contains {
          if case .image = $0.kind { return $0.range.lowerBound == mark.range.lowerBound }
          return false
        }
        if !hasImage {
          diagnostics.append(Diagnostic(.linkEmpty, "the link has no words", at: mark.span))
        }
      }
      diagnostics += check(destination, from: index, book, anchors, at: mark.span)
    }
    for image in chapter.imagesShown {
      guard let destination = image.link else { continue }
      if destination.isEmpty {
        diagnostics.append(Diagnostic(.linkEmpty, "the link has no target", at: image.span))
      } else {
        diagnostics += check(destination, from: index, book, anchors, at: image.span)
      }
    }
  }
  return diagnostics
}

private func check(
  _ destination: String, from chapter: Int, _ book: Book, _ anchors: [Anchors], at span: SourceSpan
) -> [Diagnostic] {
  switch book.target(of: destination, from: chapter) {
  case .external(let url):
    let scheme = url.prefix { $0 != ":" }.lowercased()
    let allowed = ["http", "https", "mailto", "tel", "urn", "ftp"]
    if allowed.contains(scheme) {
      return addressFault(url).map {
        [Diagnostic(.addressUnsound, "the address '\(url)' \($0)", at: span)]
      } ?? []
    }
    let near = nearestWord(to: scheme, among: allowed + ["person", "date", "event"])
    return [
      Diagnostic(
        .linkScheme,
        scheme == "file" || scheme.count == 1
          ? "the link '\(url)' leads to a file on this computer"
          : "a book may not hold a '\(scheme):' link", at: span,
        notes: scheme == "doi"
          ? [DiagnosticNote("write 'https://doi.org/\(url.dropFirst(4))'")]
          : near.map { [DiagnosticNote("did you mean '\($0):'?")] } ?? [])
    ]
  case .outside:
    return [
      Diagnostic(.linkLeavesBook, "the link '\(destination)' leads out of the book", at: span)
    ]
  case .missing where destination.hasPrefix("http//") || destination.hasPrefix("https//"):
    let mended = destination.replacing("//", with: "://", maxReplacements: 1)
    return [
      Diagnostic(
        .addressWithoutScheme, "'\(destination)' lacks its colon", at: span,
        notes: [DiagnosticNote("write '\(mended)'")])
    ]
  case .missing where isHost(destination):
    return [
      Diagnostic(
        .addressWithoutScheme,
        destination.contains("@")
          ? "'\(destination)' is an address of e-mail without its beginning"
          : "'\(destination)' is an address of the web without its beginning",
        at: span,
        notes: [
          DiagnosticNote(
            "write '\(destination.contains("@") ? "mailto:" : "https://")\(destination)'")
        ])
    ]
  case .missing(let path):
    let names = book.chapters.map { book.sources[$0.source].path }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let files = names.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let near =
      files.first { withoutNumber($0) == withoutNumber(file) && !isNumberAlone($0) }
      ?? files.first { isNumberAlone(file) && $0.hasPrefix(file.prefix { $0 != "." }) }
      ?? nearestWord(to: file, among: files)
    let isMeantForPicture = FolderContents.isPicture(path)
    return [
      Diagnostic(
        .linkTargetMissing, "the link leads to '\(path)', which is no chapter of the book",
        at: span,
        notes: isMeantForPicture
          ? [
            DiagnosticNote(
              "a picture has '!' before its brackets: '![What it shows](\(destination))'")
          ]
          : near.map { [DiagnosticNote("there is a chapter '\($0)'")] } ?? [])
    ]
  case .chapter(let target, let fragment):
    guard let fragment, !fragment.isEmpty else { return [] }
    let wanted = Book.percentDecoded(fragment)
    if anchors[target].ids.contains(wanted) { return [] }
    let near = nearestWord(to: wanted, among: anchors[target].headings)
    let name = book.sources[book.chapters[target].source].path
    return [
      Diagnostic(
        .linkFragmentMissing, "'\(name)' has no section or element '#\(wanted)'", at: span,
        notes: near.map { [DiagnosticNote("there is a section '#\($0)'")] } ?? [])
    ]
  }
}

/// `02.md`, which names a chapter by its number.
private func isNumberAlone(_ file: String) -> Bool {
  let stem = file.prefix { $0 != "." }
  return !stem.isEmpty && stem.allSatisfy(\.isNumber)
}

/// Whether a path is the name of a site: `www.example.org`, `example.org/page`.
private func isHost(_ destination: String) -> Bool {
  let host = destination.prefix { !"/?#:".contains($0) }.lowercased()
  if host.hasPrefix("www.") { return true }
  let labels = host.split(separator: ".", omittingEmptySubsequences: false)
  return labels.count > 1 && !labels.contains("")
    && commonDomains.contains(labels.last.map(String.init) ?? "")
    && host.utf8.allSatisfy { $0 > 0x20 }
}

/// Ends of the names of sites that no file of a book has.
private let commonDomains: Set<String> = ["com", "org", "net", "edu", "gov", "info"]

/// The ids that links may lead to in one chapter.
struct Anchors {
  var ids: Set<String> = []
  var headings: [String] = []

  init(_ chapter: ParsedChapter) {
    headings = chapter.sections.map(\.id)
    ids = Set(headings)
    for prose in chapter.prose { ids.insert(prose.id) }
    ids.formUnion(chapter.givenIDs)
  }
}
