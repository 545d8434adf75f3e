package import BookModel

/// What a book's folder holds of texts that are no chapters by their names or their place, so that no
/// message speaks of them: paths, a folder of nothing else with a stroke at its end.
package func setAside(by report: FolderReport, in workspace: some Workspace) -> [String] {
  var texts: [String] = []
  let walk = FolderWalk(workspace: workspace, deepest: deepest) {
    !$0.hasPrefix(".") && !FolderContents.noPlacesForText.contains($0.lowercased())
  }
  walk.visit { name, path, _ in if isText(name) { texts.append(path) } }
  let accounted = report.accounted
  let accountedFolders = Set(accounted.flatMap(foldersAround))
  var result: Set<String> = []
  for path in texts + report.others.filter({ !accounted.contains($0) }) {
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

/// Folders in one another that are looked into.
private let deepest = 6

private func isText(_ name: String) -> Bool {
  let small = name.lowercased()
  let endings = FolderContents.wordEndings + FolderContents.textEndings + [".md.icloud"]
  return hasMarkdownEnding(name) || endings.contains(where: small.hasSuffix)
}
