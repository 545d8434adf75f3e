import BookDisk
package import BookDiagnostics
import BookManuscript
package import BookModel
import BookOutline
import BookReports

/// What a verification found.
package struct Verification: Sendable {
  /// One line a file.
  package var lines: [String]
  /// True when every file is byte for byte what the book gives.
  package var isSame: Bool
  /// Everything to tell about the build.
  package var diagnostics: DiagnosticList
}

/// Builds the book again in memory and compares it with what `build.json` says was built.
package func verify(
  _ path: String, against folder: String, in surroundings: Surroundings
) async throws(BuildFailure) -> Verification {
  let bytes: [UInt8]
  do { bytes = try DiskWorkspace.contents(ofFile: path) } catch {
    throw .unreadable(path: path, reason: error.description)
  }
  // JSON is YAML (YAML 1.2, section 1.3), so that one reader serves.
  var sources = SourceFiles()
  let source = sources.add(path: path, bytes: bytes)
  guard let report = readYAML(bytes, source: source).value, let files = report["artifacts"]?.items,
    let formats = report["formats"]?.items.compactMap(\.string), !files.isEmpty
  else { throw .usage("'\(path)' is not a build.json that bookc wrote") }
  var surroundings = surroundings
  // The time that a SOURCE_DATE_EPOCH of that day gave is part of the bytes.
  surroundings.sourceDateEpoch =
    report["settings"]?["modified"]?.string.flatMap { Int($0) } ?? surroundings.sourceDateEpoch
  let compilation = try await compile(bookAt: folder, in: surroundings)
  guard let annotated = compilation.annotated, !compilation.hasErrors else {
    return Verification(
      lines: ["the book does not build any more"], isSame: false,
      diagnostics: DiagnosticList(compilation.diagnostics, sources: compilation.sources))
  }
  var lines: [String] = []
  let then = report["revision"]?.string
  if then != annotated.book.revision {
    lines.append(
      "built from revision \(then ?? "none"), the book is now at \(annotated.book.revision ?? "none")"
    )
  }
  var theme = try theme(
    named: report["settings"]?["theme"]?.string ?? annotated.book.metadata.theme,
    forBookAt: folder, near: surroundings.programFolder)
  var changes: [ProseChange] = []
  if let since = report["settings"]?["since"]?.string {
    changes = try await proseChanges(
      since: since, in: annotated, ofBookAt: folder, surroundings
    ).changes
    theme.bookCSS += changesStyle
    theme.previewCSS += changesStyle
  }
  var made: [String: String] = [:]
  let pdf = try pdfOptions(
    profile: report["settings"]?["pdf-profile"]?.string,
    cropMarks: report["settings"]?["crop-marks"] != nil)
  let outline = outline(of: annotated, changes: changes)
  var pageStarts: [PageStart] = []
  for format in outputFormats(pdf) where formats.contains(type(of: format).name) {
    let rendered = await format.render(
      outline, theme: theme, pageStarts: pageStarts, jobs: surroundings.jobs)
    for artifact in rendered.value.artifacts { made[artifact.path] = sha256(artifact.bytes) }
    if !rendered.value.pageStarts.isEmpty { pageStarts = rendered.value.pageStarts }
  }
  let place = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  var isSame = true
  for file in files {
    guard let name = file["path"]?.string, let digest = file["sha256"]?.string else { continue }
    let onDisk = (try? DiskWorkspace.contents(ofFile: place + name)).map(sha256)
    let verdict: String
    if made[name] != digest {
      verdict =
        made[name] == nil ? "is not made by this book" : "differs from what the book gives now"
    } else if onDisk == nil {
      verdict = "same, but the file is not here"
    } else {
      verdict = onDisk == digest ? "same" : "the file here was changed after the build"
    }
    if made[name] != digest || (onDisk != nil && onDisk != digest) { isSame = false }
    lines.append("\(name): \(verdict)")
  }
  lines.append(isSame ? "verified" : "not verified")
  return Verification(
    lines: lines, isSame: isSame,
    diagnostics: DiagnosticList(compilation.diagnostics, sources: compilation.sources))
}
