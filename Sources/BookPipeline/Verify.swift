package import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel

/// What a verification found.
package struct Verification: Sendable {
  /// One line a file.
  package var lines: [String]
  /// True when every file is byte for byte what the book gives.
  package var isSame: Bool
  /// Everything to tell about the build.
  package var diagnostics: DiagnosticList
}

/// Makes the book again in memory and compares it with what `build.json` says was built.
package func verify(
  _ path: String, against folder: String, in surroundings: Surroundings
) async throws(BuildFailure) -> Verification {
  let report = try WrittenReport(path)
  var surroundings = surroundings
  // The time that a SOURCE_DATE_EPOCH of that day gave is part of the bytes.
  surroundings.sourceDateEpoch = report.modified ?? surroundings.sourceDateEpoch
  let produced = try await produce(report.request(forBookAt: folder), in: surroundings)
  guard let annotated = produced.annotated else {
    return Verification(
      lines: ["the book does not build any more"], isSame: false, diagnostics: produced.diagnostics)
  }
  var lines: [String] = []
  if report.revision != annotated.book.revision {
    lines.append(
      "built from revision \(report.revision ?? "none"), the book is now at "
        + (annotated.book.revision ?? "none"))
  }
  let made = Dictionary(
    produced.artifacts.map { ($0.path, sha256($0.bytes)) }, uniquingKeysWith: { first, _ in first })
  lines += report.differences(from: produced.fonts)
  var isSame = true
  for file in report.files {
    let onDisk = (try? DiskWorkspace.contents(ofFile: report.place + file.path)).map(sha256)
    let isAsMade = made[file.path] == file.digest
    let isAsWritten = onDisk == nil || onDisk == file.digest
    let verdict =
      switch (isAsMade, isAsWritten) {
      case (true, true): onDisk == nil ? "same, but the file is not here" : "same"
      case (true, false): "the file here was changed after the build"
      case (false, _):
        made[file.path] == nil
          ? "is not made by this book" : "differs from what the book gives now"
      }
    if !isAsMade || !isAsWritten { isSame = false }
    lines.append("\(file.path): \(verdict)")
  }
  lines.append(isSame ? "verified" : "not verified")
  return Verification(lines: lines, isSame: isSame, diagnostics: produced.diagnostics)
}

/// The build.json of an earlier build.
private struct WrittenReport {
  let place: String
  let revision: String?
  let files: [(path: String, digest: String)]
  private let fonts: [UsedFont]
  private let formats: [String]
  private let settings: YAMLNode?

  init(_ path: String) throws(BuildFailure) {
    let bytes: [UInt8]
    do { bytes = try DiskWorkspace.contents(ofFile: path) } catch {
      throw .unreadable(path: path, reason: error.description)
    }
    // JSON is YAML (YAML 1.2, section 1.3), so that one reader serves.
    var sources = SourceFiles()
    let source = sources.add(path: path, bytes: bytes)
    guard let report = readYAML(bytes, source: source).value,
      let files = report["artifacts"]?.items,
      let formats = report["formats"]?.items.compactMap(\.string), !files.isEmpty
    else { throw .usage("'\(path)' is not a build.json that bookc wrote") }
    place = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    revision = report["revision"]?.string
    self.files = files.compactMap { file in
      guard let name = file["path"]?.string, let digest = file["sha256"]?.string else { return nil }
      return (name, digest)
    }
    fonts = (report["fonts"]?.items ?? []).compactMap { font in
      guard let name = font["name"]?.string, let digest = font["sha256"]?.string else { return nil }
      return UsedFont(name: name, version: font["version"]?.string ?? "", sha256: digest)
    }
    self.formats = formats
    settings = report["settings"]
  }

  /// What is to be said of fonts that are not those of the build, whose pages can not be the same.
  func differences(from now: [UsedFont]) -> [String] {
    var lines: [String] = []
    for font in fonts where !now.contains(font) {
      if let other = now.first(where: { $0.name == font.name }) {
        let isNamedAlike = other.version == font.version
        lines.append(
          "font \(font.name): built with '\(font.version)', this machine has "
            + (isNamedAlike ? "another file of that version" : "'\(other.version)'"))
      } else {
        lines.append("font \(font.name): built with '\(font.version)', not used on this machine")
      }
    }
    let missing = now.filter { font in !fonts.contains { $0.name == font.name } }
    if !fonts.isEmpty {
      lines += missing.map { "font \($0.name): not used by the build, used on this machine" }
    }
    return lines
  }

  var modified: Int? { settings?["modified"]?.string.flatMap { Int($0) } }

  /// What the build had been asked for.
  func request(forBookAt folder: String) -> ProductionRequest {
    var request = ProductionRequest(book: folder)
    request.formats = formats
    request.theme = settings?["theme"]?.string
    request.since = settings?["since"]?.string
    request.pdfProfile = settings?["pdf-profile"]?.string
    request.cropMarks = settings?["crop-marks"] != nil
    return request
  }
}
