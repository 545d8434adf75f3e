import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel

/// The theme of a name, from the first of these folders that has it: `Styles` in the book, beside
/// the book, in the current folder, and above the running program; `classic` is built in.
package func theme(
  named name: String, forBookAt folder: String, near program: String?
) throws(BuildFailure) -> Theme {
  guard !name.isEmpty, name.utf8.allSatisfy({ $0 != 0x2F }), name != "..", name != "." else {
    throw .usage("'\(name)' is not the name of a theme: name a folder in Styles")
  }
  var places = [folder + "/Styles", folder + "/../Styles", "Styles"]
  var above = program
  for _ in 0..<6 {
    guard let path = above else { break }
    places += [path + "/Styles", path + "/share/bookc/Styles"]
    above = path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
  for place in places {
    let path = place + "/" + name
    guard DiskWorkspace.isFolder(path) else { continue }
    let files = DiskWorkspace(root: path)
    guard let bookCSS = try? files.read("book.css") else {
      throw .missing("the theme '\(name)' in '\(place)' has no book.css")
    }
    var sources = SourceFiles(prefix: path)
    var page: YAMLNode?
    if let bytes = try? files.read("theme.yaml") {
      page = readYAML(bytes, source: sources.add(path: "theme.yaml", bytes: bytes)).value
    }
    return Theme(
      name: name, bookCSS: bookCSS, previewCSS: (try? files.read("preview.css")) ?? [], page: page)
  }
  if name == BuiltInTheme.name {
    let bytes = Array(BuiltInTheme.page.utf8)
    var sources = SourceFiles()
    return Theme(
      name: name, bookCSS: Array(BuiltInTheme.bookCSS.utf8),
      previewCSS: Array(BuiltInTheme.previewCSS.utf8),
      page: readYAML(bytes, source: sources.add(path: "theme.yaml", bytes: bytes)).value)
  }
  let known = Set(places.flatMap { DiskWorkspace(root: $0).folders() }).sorted()
  throw .missing(
    "there is no theme '\(name)'"
      + (known.isEmpty ? "; no folder Styles was found" : "; there are: \(known.joined(separator: ", "))"))
}
