import BookDiagnostics
import BookModel

/// Every image the book shows, read, examined and made ready to publish, once each.
func collectImages(
  of book: Book, in workspace: some Workspace
) -> Diagnosed<[PublicationImage]> {
  var collector = ImageCollector(workspace: workspace)
  if let cover = book.metadata.cover { collector.take(cover, from: []) }
  for chapter in book.chapters {
    let folder = book.sources[chapter.source].path.split(separator: "/").dropLast().map(String.init)
    for image in chapter.imagesShown {
      collector.take(image, from: folder, written: chapter.writtenPictures[image.path])
    }
  }
  return Diagnosed(collector.images, collector.diagnostics)
}

private struct ImageCollector<Files: Workspace> {
  let workspace: Files
  var images: [PublicationImage] = []
  var diagnostics: [Diagnostic] = []
  private var done: Set<String> = []
  private var names: Set<String> = []

  init(workspace: Files) { self.workspace = workspace }

  mutating func take(_ image: Image, from folder: [String], written: [UInt8]? = nil) {
    let path = image.path
    if let written, let place = Book.resolve(path, in: folder) {
      if done.insert(place).inserted { publish(written, at: place, for: image) }
      return
    }
    let lower = path.lowercased()
    if lower.hasPrefix("http:") || lower.hasPrefix("https:") || lower.hasPrefix("//") {
      diagnostics.append(
        Diagnostic(
          .imageRemote, "the image '\(path)' is on the web; a book carries its images with it",
          at: image.span))
      return
    }
    if lower.hasPrefix("data:") {
      diagnostics.append(
        Diagnostic(
          .imageRemote, "a picture is written into the chapter as 'data:' and cannot be read",
          at: image.span,
          notes: [
            DiagnosticNote("save it as a file in images/ and write '![words](images/name.png)'")
          ]))
      return
    }
    if lower.hasPrefix("file:") {
      diagnostics.append(
        Diagnostic(.imageRemote, "an image must be a file in the book's folder", at: image.span))
      return
    }
    let candidates = [Book.resolve(path, in: folder), Book.resolve(path, in: [])].compactMap { $0 }
    guard !candidates.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .imageLeavesBook, "the image '\(path)' is outside the book's folder", at: image.span))
      return
    }
    let there =
      candidates.first { workspace.kind(of: $0) != .missing }
      ?? candidates.compactMap { spelling(of: $0, ==) }.first
    guard let found = there else {
      reportMissing(image, candidates)
      return
    }
    if !done.insert(found).inserted { return }
    read(found, for: image)
  }

  private mutating func read(_ path: String, for image: Image) {
    switch workspace.kind(of: path) {
    case .linkOut:
      diagnostics.append(
        Diagnostic(
          .imageLeavesBook,
          "the image '\(image.path)' is a link to a file outside the book's folder",
          at: image.span))
      return
    // What may not be read says so itself.
    case .file, .forbidden: break
    default:
      diagnostics.append(
        Diagnostic(.imageMissing, "'\(image.path)' is not a file", at: image.span))
      return
    }
    let bytes: [UInt8]
    do throws(WorkspaceError) { bytes = try workspace.read(path) } catch {
      diagnostics.append(
        Diagnostic(
          .imageMissing, "the image '\(image.path)' cannot be read: \(error.description)",
          at: image.span))
      return
    }
    publish(bytes, at: path, for: image)
  }

  private mutating func publish(_ bytes: [UInt8], at path: String, for image: Image) {
    let examined = examineImage(bytes)
    for finding in examined.findings {
      diagnostics.append(
        Diagnostic(finding.code, "the image '\(image.path)' \(finding.message)", at: image.span))
    }
    guard let kind = examined.kind,
      !examined.findings.contains(where: { $0.code.severity == .error })
    else { return }
    let (name, isRenamed) = publicationName(path, kind)
    if isRenamed {
      diagnostics.append(
        Diagnostic(
          .imageExtension,
          "the image '\(image.path)' is really \(kind.title); the book calls it '\(name)'",
          at: image.span))
    }
    images.append(
      PublicationImage(
        path: path, name: name, mediaType: kind.mediaType, width: examined.width,
        height: examined.height, bytes: examined.published))
  }

  /// A name of letters, digits and hyphens with the ending that its content asks for, unique
  /// after case folding.
  private mutating func publicationName(_ path: String, _ kind: ImageKind) -> (String, Bool) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let dot = file.lastIndex(of: ".")
    let ending = dot.map { file[file.index(after: $0)...].lowercased() } ?? ""
    let stem = slug(dot.map { String(file[..<$0]) } ?? file)
    var name = "images/\(stem).\(kind.endings[0])"
    var number = 2
    while !names.insert(name).inserted {
      name = "images/\(stem)-\(number).\(kind.endings[0])"
      number += 1
    }
    return (name, !kind.endings.contains(ending))
  }

  private func slug(_ text: String) -> String {
    var result = ""
    for byte in text.lowercased().utf8 {
      if (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !result.hasSuffix("-"), !result.isEmpty {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "image" : result
  }

  private mutating func reportMissing(_ image: Image, _ candidates: [String]) {
    for candidate in candidates {
      if let right = spelling(of: candidate, { $0.lowercased() == $1.lowercased() }) {
        diagnostics.append(
          Diagnostic(
            .imageNameCase,
            "there is no image '\(image.path)', but there is '\(right)': capitals must be the same",
            at: image.span))
        return
      }
    }
    let folder = candidates[0].split(separator: "/").dropLast().joined(separator: "/")
    let file = candidates[0].split(separator: "/").last.map(String.init) ?? ""
    let near = nearestWord(
      to: file, among: workspace.names(in: folder) + workspace.names(in: "images"))
    diagnostics.append(
      Diagnostic(
        .imageMissing, "there is no image '\(image.path)'", at: image.span,
        notes: near.map { [DiagnosticNote("there is a file '\($0)'")] } ?? []))
  }

  /// The path as it is on disk when its parts are the same by a rule: in other capitals, or with
  /// an é of one character for one of two, which Swift's own `==` takes for the same.
  private func spelling(of path: String, _ isSame: (String, String) -> Bool) -> String? {
    var folder = ""
    for part in path.split(separator: "/").map(String.init) {
      let names = workspace.names(in: folder)
      guard
        let name = names.first(where: { $0.utf8.elementsEqual(part.utf8) })
          ?? names.first(where: { isSame($0, part) })
      else { return nil }
      folder = folder.isEmpty ? name : folder + "/" + name
    }
    return folder
  }
}
