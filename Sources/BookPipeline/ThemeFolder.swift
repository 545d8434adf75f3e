import BookData
package import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel

/// Finds a theme by its name and adds its theme.yaml to the sources.
package typealias FindTheme =
  @Sendable (String, inout SourceFiles) throws(BuildFailure) -> Diagnosed<Theme>

/// The theme that the build puts into the program, for a bookc that was copied elsewhere.
private let builtInTheme = "classic"

/// The theme of a name, from the first of these folders that has it: `Styles` in the book, beside
/// the book, in the current folder, and above the running program; `classic` is built in.
///
/// Its theme.yaml is added to the sources, so that what is wrong in it has a place.
package func theme(
  named name: String, forBookAt folder: String, near program: String?,
  addingTo sources: inout SourceFiles
) throws(BuildFailure) -> Diagnosed<Theme> {
  guard !name.isEmpty, name.utf8.allSatisfy({ $0 != 0x2F }), name != "..", name != "." else {
    throw .usage("'\(name)' is not the name of a theme: name a folder in Styles")
  }
  let places = placesOfThemes(forBookAt: folder, near: program)
  for place in places {
    let path = place + "/" + name
    guard DiskWorkspace.isFolder(path) else { continue }
    return try theme(named: name, in: DiskWorkspace(root: path), addingTo: &sources)
  }
  if name == builtInTheme {
    let page = readTheme(
      EmbeddedFile.classicTheme.bytes, path: "theme.yaml (built in)", addingTo: &sources)
    return page.map {
      Theme(
        name: name, bookCSS: EmbeddedFile.classicBookCSS.bytes,
        previewCSS: EmbeddedFile.classicPreviewCSS.bytes, page: $0)
    }
  }
  let known = Set(places.flatMap { DiskWorkspace(root: $0).folders() } + [builtInTheme]).sorted()
  throw .missing(
    "there is no theme '\(name)', which 'theme:' in book.yaml or --theme asks for; there are: "
      + known.joined(separator: ", "))
}

private func placesOfThemes(forBookAt folder: String, near program: String?) -> [String] {
  var places = [folder + "/Styles", folder + "/../Styles", "Styles"]
  var above = program
  // A program of a build folder lies up to five folders deep: .build/release, or a bundle of a Mac.
  for _ in 0..<6 {
    guard let path = above else { break }
    places += [path + "/Styles", path + "/share/bookc/Styles"]
    above = path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
  return places
}

private func theme(
  named name: String, in files: DiskWorkspace, addingTo sources: inout SourceFiles
) throws(BuildFailure) -> Diagnosed<Theme> {
  func bytes(_ file: String) throws(BuildFailure) -> [UInt8]? {
    if files.kind(of: file) == .missing { return nil }
    do throws(WorkspaceError) { return try files.read(file) } catch {
      throw .unreadable(path: files.root + "/" + file, reason: error.description)
    }
  }
  guard let bookCSS = try bytes("book.css") else {
    throw .missing("the theme '\(name)' in '\(files.root)' has no book.css")
  }
  let previewCSS = try bytes("preview.css") ?? []
  guard let page = try bytes("theme.yaml") else {
    return Diagnosed(Theme(name: name, bookCSS: bookCSS, previewCSS: previewCSS, page: nil))
  }
  return readTheme(page, path: files.root + "/theme.yaml", addingTo: &sources)
    .map { Theme(name: name, bookCSS: bookCSS, previewCSS: previewCSS, page: $0) }
}

private func readTheme(
  _ bytes: [UInt8], path: String, addingTo sources: inout SourceFiles
) -> Diagnosed<YAMLNode?> {
  readYAML(bytes, source: sources.add(path: path, bytes: bytes, isElsewhere: true))
}
