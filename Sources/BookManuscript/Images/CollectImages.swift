import BookDiagnostics
import BookModel
import BookPictures

/// Every image the book shows, read, examined and made ready to publish, once each, on at most `jobs`
/// tasks.
func collectImages(
  of book: Book, in workspace: some Workspace, makingPictures maker: PictureMaker?, jobs: Int,
  reusing earlier: PreparedPictures
) async -> (Diagnosed<[PublicationImage]>, PreparedPictures) {
  var finder = PictureFinder(workspace: workspace)
  if let cover = book.metadata.cover { finder.take(cover, from: [], isCover: true) }
  for chapter in book.chapters {
    let folder = book.sources[chapter.source].path.split(separator: "/").dropLast().map(String.init)
    for image in chapter.imagesShown {
      finder.take(image, from: folder, written: chapter.writtenPictures[image.path])
    }
  }
  let found = finder.found
  let read = await found.mapInOrder(jobs: jobs) { _, picture in
    earlier.entry(for: picture, in: workspace)
      ?? PreparedPictures.Entry(picture, in: workspace, maker)
  }
  var publisher = PicturePublisher()
  var kept = PreparedPictures()
  for (picture, entry) in zip(found, read) {
    publisher.take(entry.result, picture)
    if entry.stamp != nil { kept.entries[picture.path] = entry }
  }
  publisher.tellTooLarge()
  return (Diagnosed(publisher.images, finder.diagnostics + publisher.diagnostics), kept)
}

/// Pictures made ready before, by their file's path; each is used again only while the file's stamp
/// is the same.
struct PreparedPictures: Sendable {
  struct Entry: Sendable {
    var isCover: Bool
    /// Nil for one that is not on a disk.
    var stamp: String?
    /// Or why the file cannot be read.
    var result: Result<PreparedPicture, WorkspaceError>

    init(_ picture: FoundPicture, in workspace: some Workspace, _ maker: PictureMaker?) {
      isCover = picture.isCover
      stamp = picture.bytes == nil ? workspace.stamp(of: picture.path) : nil
      do throws(WorkspaceError) {
        var bytes = picture.bytes ?? []
        if picture.bytes == nil { bytes = try workspace.read(picture.path) }
        result = .success(
          maker?.prepare(bytes, at: picture.path, isCover: isCover) ?? PreparedPicture(bytes))
      } catch {
        result = .failure(error)
      }
    }
  }
  fileprivate(set) var entries: [String: Entry] = [:]

  fileprivate func entry(for picture: FoundPicture, in workspace: some Workspace) -> Entry? {
    guard let entry = entries[picture.path], entry.isCover == picture.isCover,
      picture.bytes == nil, entry.stamp == workspace.stamp(of: picture.path)
    else { return nil }
    return entry
  }
}

/// A picture that the book shows, at its path from the book's folder.
struct FoundPicture: Sendable {
  var path: String
  /// Where it stands first.
  var image: Image
  /// What the chapter itself holds of it, nil for a file.
  var bytes: [UInt8]?
  var isCover: Bool
}

/// Finds the file of every picture, and tells where there is none.
private struct PictureFinder<Files: Workspace> {
  let workspace: Files
  var found: [FoundPicture] = []
  var diagnostics: [Diagnostic] = []
  private var done: Set<String> = []
  /// Every file by its name, once somebody has asked.
  private var placesOfNames: [String: [String]]?

  init(workspace: Files) { self.workspace = workspace }

  mutating func take(
    _ image: Image, from folder: [String], written: [UInt8]? = nil, isCover: Bool = false
  ) {
    let path = image.path
    if let written, let place = Book.resolve(path, in: folder) {
      if done.insert(place).inserted {
        found.append(FoundPicture(path: place, image: image, bytes: written, isCover: isCover))
      }
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
        Diagnostic(
          .imageRemote, "an image must be a file in the book's folder", at: image.span,
          notes: [Self.copying(path)]))
      return
    }
    let candidates = Book.picturePaths(path).flatMap {
      [Book.resolve($0, in: folder), Book.resolve($0, in: [])]
    }.compactMap { $0 }
    guard !candidates.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .imageLeavesBook, "the image '\(path)' is outside the book's folder", at: image.span,
          notes: [Self.copying(path)]))
      return
    }
    let there =
      candidates.first { workspace.kind(of: $0) != .missing }
      ?? candidates.compactMap { spelling(of: $0, ==) }.first ?? place(ofName: path)
    guard let path = there else {
      reportMissing(image, candidates)
      return
    }
    if !done.insert(path).inserted { return }
    switch workspace.kind(of: path) {
    case .linkOut:
      diagnostics.append(
        Diagnostic(
          .imageLeavesBook,
          "the image '\(image.path)' is a link to a file outside the book's folder",
          at: image.span))
    // What may not be read says so itself.
    case .file, .forbidden:
      found.append(FoundPicture(path: path, image: image, isCover: isCover))
    default:
      diagnostics.append(
        Diagnostic(.imageMissing, "'\(image.path)' is not a file", at: image.span))
    }
  }

  /// Where a picture lies that is written as its name alone: the one file of the book's folder that is
  /// called so, as a vault of Obsidian has it.
  private mutating func place(ofName name: String) -> String? {
    guard !name.contains("/") else { return nil }
    let found = files(called: name)
    return found.count == 1 ? found[0] : nil
  }

  /// The files of the book's folder that are called so, wherever they lie.
  private mutating func files(called name: String) -> [String] {
    let places = placesOfNames ?? filesByName()
    placesOfNames = places
    return places[name] ?? []
  }

  /// Every file below the book's folder by its name alone.
  private func filesByName() -> [String: [String]] {
    var places: [String: [String]] = [:]
    let walk = FolderWalk(workspace: workspace, deepest: Self.deepestPicture) {
      !$0.hasPrefix(".") && $0 != "dist"
    }
    walk.visit { name, path, kind in
      if kind == .file, !name.hasPrefix(".") { places[name, default: []].append(path) }
    }
    return places
  }

  /// Folders in one another that are looked into.
  private static var deepestPicture: Int { 5 }

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
    let names = workspace.names(in: folder) + workspace.names(in: "images")
    // The ending was left out, or is another.
    let near =
      names.first {
        FolderContents.isPicture($0) && $0.prefix { $0 != "." } == file.prefix { $0 != "." }
      }
      ?? nearestWord(to: file, among: names)
    diagnostics.append(
      Diagnostic(
        .imageMissing, "there is no image '\(image.path)'", at: image.span,
        notes: notDownloaded(file, in: folder)
          ?? near.map { [DiagnosticNote("there is a file '\($0)'")] }
          ?? fileForFolder(folder) ?? lyingElsewhere(file) ?? Self.copyingNote(for: image.path)))
  }

  /// What to do where a picture is in iCloud only: `.house.png.icloud` stands for it.
  private func notDownloaded(_ file: String, in folder: String) -> [DiagnosticNote]? {
    let isAway = [folder, "images"].contains { folder in
      workspace.names(in: folder).contains(".\(file).icloud")
    }
    return isAway ? [DiagnosticNote(FolderContents.downloading)] : nil
  }

  /// Where the picture lies that the author looked for in another folder of the book.
  private mutating func lyingElsewhere(_ file: String) -> [DiagnosticNote]? {
    files(called: file).first.map { [DiagnosticNote("it lies at '\($0)': write that")] }
  }

  /// What to do where a picture's folder is a file.
  private func fileForFolder(_ folder: String) -> [DiagnosticNote]? {
    guard !folder.isEmpty, workspace.kind(of: folder) == .file else { return nil }
    return [
      DiagnosticNote("'\(folder)' is a file here: it must be a folder, with the pictures in it")
    ]
  }

  /// What to do with a path of the author's own machine.
  private static func copyingNote(for path: String) -> [DiagnosticNote] {
    let isElsewhere =
      path.contains("\\") || path.hasPrefix("/") || path.hasPrefix("~") || path.hasPrefix("file:")
    return isElsewhere ? [copying(path)] : []
  }

  /// How a picture that lies elsewhere comes into the book.
  private static func copying(_ path: String) -> DiagnosticNote {
    let name = path.split { $0 == "\\" || $0 == "/" }.last.map(String.init) ?? "picture.jpg"
    return DiagnosticNote(
      "a picture lies in the book's own folder: copy it to 'images' there and write "
        + "'images/\(name)'")
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

/// Gives every picture its name in the outputs.
private struct PicturePublisher {
  var images: [PublicationImage] = []
  var diagnostics: [Diagnostic] = []
  private var names: Set<String> = []
  private var tooLarge: [FoundPicture] = []

  mutating func take(_ result: Result<PreparedPicture, WorkspaceError>, _ found: FoundPicture) {
    let image = found.image
    let picture: PreparedPicture
    switch result {
    case .success(let prepared): picture = prepared
    case .failure(let error):
      diagnostics.append(
        Diagnostic(
          .imageMissing, "the image '\(image.path)' cannot be read: \(error.description)",
          at: image.span))
      return
    }
    for fault in picture.faults {
      diagnostics.append(
        Diagnostic(
          fault.code, "the image '\(image.path)' \(fault.message)", at: image.span,
          notes: fault.code == .svgActive
            ? [DiagnosticNote("save it from a drawing program as plain SVG, or as PNG")] : []))
    }
    guard !picture.isRefused, let kind = picture.kind else { return }
    if picture.isTooLarge { tooLarge.append(found) }
    let name = publicationName(found.path, kind)
    if let original = picture.originalKind, !original.endings.contains(ending(of: found.path)) {
      diagnostics.append(
        Diagnostic(
          .imageExtension,
          "the image '\(image.path)' is really \(original.title); the book calls it '\(name)'",
          at: image.span))
    }
    var published = PublicationImage(
      path: found.path, name: name, mediaType: kind.mediaType, width: picture.width,
      height: picture.height, bytes: picture.bytes)
    if picture.originalWidth > 0 {
      (published.originalWidth, published.originalHeight) =
        (picture.originalWidth, picture.originalHeight)
    }
    images.append(published)
  }

  /// Says once what would scale pictures that are too large.
  mutating func tellTooLarge() {
    guard let first = tooLarge.first else { return }
    let others = tooLarge.count - 1
    diagnostics.append(
      Diagnostic(
        .imageTooLarge,
        "the image '\(first.image.path)'"
          + (others == 0 ? "" : " and \(others) other\(others == 1 ? "" : "s")")
          + " have more pixels than stores take",
        at: first.image.span,
        notes: [
          DiagnosticNote(
            "bookc scales them once libvips is installed: \(PictureLibrary.whatToInstall)")
        ]))
  }

  private func ending(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
  }

  /// A name of letters, digits and hyphens with the ending that its content asks for, unique
  /// after case folding.
  private mutating func publicationName(_ path: String, _ kind: PictureKind) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = slug(file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file)
    var name = "images/\(stem).\(kind.endings[0])"
    var number = 2
    while !names.insert(name).inserted {
      name = "images/\(stem)-\(number).\(kind.endings[0])"
      number += 1
    }
    return name
  }

  private func slug(_ text: String) -> String {
    var result = ""
    for byte in text.lowercased().utf8 {
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !result.hasSuffix("-"), !result.isEmpty {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "image" : result
  }
}
