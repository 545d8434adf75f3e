package import BookModel

/// What a book's folder holds of texts that are no chapters by their names or their place, so that no
/// message speaks of them: paths, a folder of nothing else with a stroke at its end.
package func setAside(by report: FolderReport, in workspace: some Workspace) -> [String] {
  var walk = TextWalk(workspace: workspace)
  walk.look(into: "", depth: 0)
  let accounted = report.accounted
  let accountedFolders = Set(accounted.flatMap(foldersAround))
  var result: Set<String> = []
  for path in walk.texts + report.others.filter({ !accounted.contains($0) }) {
    let folders = foldersAround(path)
    let isAccounted =
      accounted.contains(path) || folders.contains { accounted.contains(String($0.dropLast())) }
    if isAccounted || folders.contains(where: result.contains) { continue }
    result.insert(folders.first { !accountedFolders.contains($0) } ?? path)
  }
  return result.sorted()
}

/// `a/`, `a/b/` of `a/b/c.md`.
private func foldersAround(_ path: String) -> [String] {
  path.indices.filter { path[$0] == "/" }.map { String(path[...$0]) }
}

/// Collects the files that could have been chapters.
private struct TextWalk {
  let workspace: any Workspace
  var texts: [String] = []

  /// Links may lead from folder to folder without end.
  private static let deepest = 6

  mutating func look(into folder: String, depth: Int) {
    for name in workspace.names(in: folder) {
      let path = joined(folder, name)
      if workspace.kind(of: path) == .folder {
        let isForText =
          !name.hasPrefix(".") && !FolderContents.noPlacesForText.contains(name.lowercased())
        if isForText, depth < Self.deepest { look(into: path, depth: depth + 1) }
      } else if Self.isText(name) {
        texts.append(path)
      }
    }
  }

  private static func isText(_ name: String) -> Bool {
    let small = name.lowercased()
    let endings = FolderContents.wordEndings + FolderContents.textEndings + [".md.icloud"]
    return hasMarkdownEnding(name) || endings.contains(where: small.hasSuffix)
  }
}
